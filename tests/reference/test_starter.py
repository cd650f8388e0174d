import csv

import pytest
from django.core.management import call_command

from pup_portal import person_data
from reference.models import (
    Accommodation,
    LegalRule,
    LegalRuleKey,
    Occupation,
    OfficeProfile,
    Place,
    Term,
    Vocabulary,
)
from reference.services import load_demo_office, load_reference_data
from reference.starter import DATA, rows, starter_office
from registration.retention import RetentionKey

pytestmark = pytest.mark.django_db


def test_every_installation_starts_with_the_facts():
    assert Place.objects.count() == 20
    assert set(Term.objects.values_list("vocabulary", flat=True)) == set(Vocabulary)
    assert Occupation.objects.active().count() == 51
    sites = Accommodation.objects.filter(place__name_pl="Piekoszów").values_list("name_pl", flat=True)
    assert list(sites) == ["Dom dla Niepełnosprawnych w Piekoszowie"]


def test_loading_again_adds_nothing():
    assert set(load_reference_data().values()) == {0}


def test_loading_again_leaves_what_the_office_has_changed():
    Place.objects.filter(terc="266101").update(name_uk="місто Кельце")
    open_period = LegalRule.objects.get(key__code="minimum-wage-month", valid_to=None)
    LegalRule.objects.filter(pk=open_period.pk).update(valid_to="2026-12-31")
    Term.objects.filter(vocabulary="shift", code="two").delete()

    added = load_reference_data()

    assert {model for model, count in added.items() if count} == {"Term"}
    assert Place.objects.get(terc="266101").name_uk == "місто Кельце"


def test_command_says_what_it_added(capsys):
    Term.objects.filter(vocabulary="shift").delete()

    call_command("load_reference_data")

    assert "Term: 6 added" in capsys.readouterr().out


@pytest.mark.parametrize("file", sorted(path.name for path in DATA.glob("*.csv")))
def test_data_files_hold_no_stray_spaces(file):
    for row in rows(file):
        assert None not in row
        assert all(value == value.strip() for value in row.values()), row


def test_names_in_ukrainian_hold_no_polish_or_russian_letters():
    for file in DATA.glob("*.csv"):
        with file.open(encoding="utf-8") as opened:
            for row in csv.DictReader(opened):
                assert not set(row.get("name_uk", "").lower()) & set("ąćęłńóśźżыэъё'"), row


def test_demo_office_passes_every_check_of_a_real_one():
    profile = load_demo_office()

    profile.full_clean()
    assert profile.name_pl == "Powiatowy Urząd Pracy w Kielcach"
    assert all(number.startswith("+48415550") for number in (profile.phone, profile.hotline_phone))
    assert load_demo_office() == OfficeProfile.objects.get()
    assert starter_office()["email"].endswith("@example.org")


def test_every_rule_of_retention_that_the_apps_name_is_known():
    of_their_own = {data.retention for data in person_data.registered()} - {person_data.WITH_THE_PERSON}

    named = {*RetentionKey, *of_their_own}

    assert named <= set(LegalRuleKey.objects.values_list("code", flat=True))
    assert not LegalRule.objects.filter(key__code__in=named).exists()  # how long is the office’s to say
