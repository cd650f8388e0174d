"""What is missing for what a person comes for, by the rules of the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.models import LegalRule, LegalRuleKey
from registration.intake.answers import answers_of
from registration.intake.required import missing_for, parse, required_set, sets_on
from registration.intake.vocabulary import Purpose
from registration.models import Child, Client
from tests.factories import UserFactory
from tests.registration.factories import READY, ClientFactory
from tests.registration.intake.factories import filled_intake

pytestmark = pytest.mark.django_db

OLD, NEW = date(2025, 5, 31), date(2025, 6, 1)


def labels(person, purpose, day):
    fresh = Client.objects.get(pk=person.pk)
    return {str(item) for item in missing_for(fresh, purpose, day)}


@pytest.mark.parametrize("purpose", Purpose.values)
@pytest.mark.parametrize("day", [OLD, NEW])
def test_filled_intake_lacks_nothing(purpose, day):
    person = ClientFactory(
        **READY, birth_date=date(1985, 3, 1), birth_date_precision="day", birth_place="Суми", sex="female"
    )
    filled_intake(person)

    assert labels(person, purpose, day) == set()


def test_sets_of_2012_and_2025_ask_for_different_data():
    person = ClientFactory(**READY)
    filled_intake(person, father_name="", birth_surname="", has_large_family_card=None, is_carer=None)

    before, after = labels(person, "unemployed", OLD), labels(person, "unemployed", NEW)

    assert before == {
        "father’s first name",
        "family name at birth",
        "sex",
        "full date of birth",
        "place of birth",
    }
    assert after == {"has a Large Family Card", "cares for a person with a disability"}


def test_without_pesel_the_identity_is_asked_for():
    person = ClientFactory(street_address="ul. Próbna 1")
    filled_intake(person)

    assert labels(person, "job_seeker", NEW) == {
        "full date of birth",
        "place of birth",
        "sex",
        "identity document",
    }


def test_month_of_birth_is_no_full_date():
    person = ClientFactory(
        birth_date=date(1985, 3, 1), birth_date_precision="month", street_address="ul. Próbna 1"
    )
    filled_intake(person)

    assert "full date of birth" in labels(person, "job_seeker", NEW)


def test_every_dependent_child_has_a_birth_date():
    person = ClientFactory(**READY)
    filled_intake(person, dependent_children=3)
    assert labels(person, "unemployed", NEW) == {"date of birth of every dependent child"}

    Child.objects.create(
        client=person, birth_date=date(2001, 1, 1), is_dependent=False, updated_by=UserFactory()
    )
    assert labels(person, "unemployed", NEW) == {"date of birth of every dependent child"}

    Child.objects.create(client=person, birth_date=date(2021, 1, 1), updated_by=UserFactory())
    assert labels(person, "unemployed", NEW) == set()


@pytest.mark.parametrize(("marital", "asked"), [("married", True), ("single", False)])
def test_spouse_is_asked_of_the_married(marital, asked):
    person = ClientFactory(**READY)
    filled_intake(person, marital_status=marital, spouse_status="")

    assert ("the spouse is" in labels(person, "unemployed", NEW)) is asked


def test_nothing_to_put_on_a_list_is_an_answer():
    person = ClientFactory(**READY)
    intake = filled_intake(person)
    person.schools.all().delete()
    assert labels(person, "unemployed", NEW) == {"education"}

    intake.answered_none = ["education"]
    intake.save()

    assert labels(person, "unemployed", NEW) == set()


def test_support_needs_a_name_and_a_way_to_reach_the_person():
    person = ClientFactory(phone="")

    assert labels(person, "support", NEW) == {"a way to reach the person"}


def test_purpose_not_said_asks_for_nothing():
    assert labels(ClientFactory(), "", NEW) == set()


def test_office_corrects_a_set_as_data():
    LegalRule.objects.filter(key__code="required-job-seeker", valid_from=NEW).update(
        text="always: email\nno-pesel: teeth; full-moon: phone"
    )
    found = required_set("job_seeker", NEW)

    assert labels(ClientFactory(email=""), "job_seeker", NEW) == {"e-mail"}
    assert found.unknown == ["full-moon", "teeth"]


def test_day_without_a_rule_asks_for_nothing():
    LegalRule.objects.filter(key__code="required-support").delete()

    assert labels(ClientFactory(phone=""), "support", NEW) == set()
    assert sets_on(NEW)["support"].rule is None


@pytest.mark.parametrize("day", [OLD, NEW])
def test_shipped_sets_hold_no_word_that_means_nothing(day):
    assert [found.unknown for found in sets_on(day).values()] == [[], [], []]
    assert all(found.rule for found in sets_on(day).values())


@given(st.text(max_size=200))
def test_reading_a_rule_never_fails(text):
    assert all(isinstance(codes, tuple) for codes in parse(text).values())


def test_whole_intake_is_read_in_two_queries(django_assert_num_queries):
    person = ClientFactory(**READY)
    filled_intake(person)
    fresh = Client.objects.get(pk=person.pk)

    with django_assert_num_queries(3):  # the single answers, the lists, the rule
        assert missing_for(fresh, "unemployed", NEW) == []


def test_lists_are_told_in_the_language_of_the_reader(settings):
    person = ClientFactory()
    filled_intake(person)
    lines = answers_of(person).lines

    assert [line.text for line in lines["children"]] == ["05.06.2015", "28.02.2019"]
    assert lines["schools"][0].pl.endswith("Technikum nr 5 w Połtawie, krawiectwo, 2001–2005")
    assert lines["jobs"][0].uk == "швачка, Фабрика «Зоря», 2006–2022"
    assert lines["languages"][1].pl == "angielski, A2 – niższy średnio zaawansowany"
    assert LegalRuleKey.objects.get(code="situation-ukr-status").name_uk == lines["situations"][0].uk
