from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from pup_portal.fields import sort_key
from reference.models import (
    Accommodation,
    LegalRule,
    Occupation,
    OccupationImport,
    OfficeProfile,
    Place,
    Term,
    Vocabulary,
)
from reference.models.terms import feed_key
from tests.factories import UserFactory
from tests.reference.factories import (
    AccommodationFactory,
    LegalRuleFactory,
    LegalRuleKeyFactory,
    OccupationFactory,
    OfficeProfileFactory,
    PlaceFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db

KIELCE = {"latitude": Decimal("50.87"), "longitude": Decimal("20.62")}
BROKEN = [
    ("place_terc_is_six_digits", PlaceFactory, {"terc": "26041a"}),
    ("place_has_a_name", PlaceFactory, {"name_pl": ""}),
    ("place_is_on_the_globe", PlaceFactory, {"latitude": Decimal(91)}),
    ("accommodation_has_a_name", AccommodationFactory, {"name_pl": ""}),
    ("accommodation_has_both_coordinates_or_none", AccommodationFactory, {"latitude": Decimal(50)}),
    ("occupation_code_is_six_digits", OccupationFactory, {"code": "5120"}),
    ("occupation_has_a_name", OccupationFactory, {"name_pl": ""}),
    ("term_vocabulary_is_known", TermFactory, {"vocabulary": "colour"}),
    ("term_is_named_in_every_language", TermFactory, {"name_uk": ""}),
    ("legalrule_ends_after_it_starts", LegalRuleFactory, {"valid_to": date(2024, 12, 31)}),
    ("legalrule_has_a_number_or_words", LegalRuleFactory, {"value": None}),
    ("legalrule_has_a_number_or_words", LegalRuleFactory, {"unit": "text"}),
    ("legalrule_value_is_not_negative", LegalRuleFactory, {"value": Decimal(-1)}),
    ("officeprofile_is_one_row", OfficeProfileFactory, {"id": 2}),
    ("officeprofile_has_names", OfficeProfileFactory, {"name_uk": ""}),
    ("officeprofile_has_both_coordinates_or_none", OfficeProfileFactory, {"longitude": Decimal(20)}),
    ("officeprofile_audit_names_its_auditor", OfficeProfileFactory, {"accessibility_method": "audit"}),
    (
        "officeprofile_statement_is_reviewed_after_it_is_prepared",
        OfficeProfileFactory,
        {"accessibility_prepared_on": date(2026, 3, 2), "accessibility_reviewed_on": date(2026, 3, 1)},
    ),
]


def refuses(constraint, write):
    with pytest.raises(IntegrityError) as violation, transaction.atomic():
        write()
    return violation.value.__cause__.diag.constraint_name == constraint


@pytest.mark.parametrize(("constraint", "factory", "values"), BROKEN)
def test_database_refuses_broken_rows(constraint, factory, values):
    assert refuses(constraint, lambda: factory(**values))


def test_accommodation_name_is_unique_in_a_place():
    first = AccommodationFactory()
    AccommodationFactory(name_pl=first.name_pl)  # elsewhere it is another house

    assert refuses(
        "accommodation_name_is_unique_in_a_place",
        lambda: AccommodationFactory(place=first.place, name_pl=first.name_pl),
    )


def test_occupation_code_is_unique_in_an_edition():
    first = OccupationFactory()
    OccupationFactory(code=first.code, edition="2014", is_active=False)

    assert refuses(
        "occupation_code_is_unique_in_an_edition",
        lambda: OccupationFactory(code=first.code, edition=first.edition, is_active=False),
    )


def test_occupation_is_offered_in_one_edition():
    first = OccupationFactory()

    assert refuses(
        "occupation_is_offered_in_one_edition", lambda: OccupationFactory(code=first.code, edition="2014")
    )


def test_term_code_is_unique_in_its_vocabulary():
    TermFactory(vocabulary="shift", code="night")
    TermFactory(vocabulary="benefit", code="night")

    assert refuses(
        "term_code_is_unique_in_its_vocabulary", lambda: TermFactory(vocabulary="shift", code="night")
    )


def test_term_feed_value_is_unique_in_its_vocabulary():
    TermFactory(feed_value="noc")
    TermFactory.create_batch(2, feed_value="")

    assert refuses("term_feed_value_is_unique_in_its_vocabulary", lambda: TermFactory(feed_value="noc"))


def test_occupationimport_applied_at_and_by_together():
    by = UserFactory()

    assert refuses(
        "occupationimport_applied_at_and_by_together",
        lambda: OccupationImport.objects.create(edition="1", uploaded_by=by, applied_at=timezone.now()),
    )


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "refused"),
    [
        (date(2025, 6, 30), None, True),  # the last day is a day of the rule
        (date(2025, 7, 1), None, False),
        (date(2024, 1, 1), date(2025, 1, 1), True),
        (date(2024, 1, 1), date(2024, 12, 31), False),
        (date(2024, 1, 1), None, True),
    ],
)
def test_legalrule_periods_do_not_overlap(valid_from, valid_to, refused):
    key = LegalRuleKeyFactory()
    LegalRuleFactory(key=key, valid_from=date(2025, 1, 1), valid_to=date(2025, 6, 30))
    LegalRuleFactory(valid_from=date(2024, 1, 1))  # another rule

    def write():
        LegalRuleFactory(key=key, valid_from=valid_from, valid_to=valid_to)

    if refused:
        assert refuses("legalrule_periods_do_not_overlap", write)
    else:
        write()
        assert LegalRule.objects.filter(key=key).count() == 2


@pytest.mark.parametrize(("language", "name"), [("pl", "Łagów"), ("uk", "Лаґув"), ("en", "Łagów")])
def test_name_follows_the_language(language, name):
    place = PlaceFactory.build(name_pl="Łagów", name_uk="Лаґув")

    with translation.override(language):
        assert place.name == str(place) == name


def test_name_is_polish_while_nobody_has_translated_it():
    site = AccommodationFactory.build(name_pl="Hotel", name_uk="")

    with translation.override("uk"):
        assert site.name == "Hotel"


def test_places_stand_in_the_order_of_the_polish_alphabet():
    Accommodation.objects.all().delete()
    Place.objects.all().delete()
    for name in ("Zagnańsk", "Łagów", "Ląd", "Ćmińsk", "Cedzyna"):
        PlaceFactory(name_pl=name)

    with translation.override("pl"):
        names = [place.name for place in Place.objects.in_order()]

    assert names == ["Cedzyna", "Ćmińsk", "Ląd", "Łagów", "Zagnańsk"]


def test_places_stand_in_the_order_of_the_ukrainian_alphabet():
    Accommodation.objects.all().delete()
    Place.objects.all().delete()
    for name in ("Ґурно", "Далешиці", "Іванка", "Ївка", "Говорин", "Єльня"):
        PlaceFactory(name_uk=name)

    with translation.override("uk"):
        names = [place.name for place in Place.objects.in_order()]

    assert names == ["Говорин", "Ґурно", "Далешиці", "Єльня", "Іванка", "Ївка"]


def test_sort_key_follows_a_renamed_place():
    place = PlaceFactory(name_pl="Zet", name_uk="")

    place.name_pl = "Aleja"
    place.save()

    place.refresh_from_db()
    assert place.sort_pl == place.sort_uk == sort_key("Aleja")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("7212", {"721204"}),
        ("spawacz", {"721204"}),
        ("СВАРЩИК зварн", set()),
        ("зварювальник", {"721204"}),
        ("magaz", {"432103"}),
        ("kierowca samochodu", {"833203", "832202"}),
        ("!", {"721204", "432103", "833203", "832202"}),
        ("", {"721204", "432103", "833203", "832202"}),
    ],
)
def test_occupation_is_found_by_code_and_either_name(words, found):
    Occupation.objects.exclude(code__in=["721204", "432103", "833203", "832202"]).delete()

    assert {row.code for row in Occupation.objects.found_by(words)} == found


def test_vocabularies_know_the_strings_of_the_feed():
    terms = Term.objects.by_feed_value(Vocabulary.CONTRACT)

    assert terms[feed_key("Umowa zlecenie/Umowa o świadczenie usług")].code == "mandate"
    assert terms[feed_key("UMOWA O PRACĘ\u00a0NA CZAS OKREŚLONY")].code == "fixed_term"


def test_retired_terms_still_read_the_feed_but_are_not_offered():
    retired = TermFactory(vocabulary="shift", feed_value="nocna", is_active=False)

    assert Term.objects.by_feed_value("shift")["nocna"] == retired
    assert retired not in Term.objects.of("shift").active()


def test_current_profile_has_defaults_before_anybody_filled_it():
    profile = OfficeProfile.objects.current()

    assert (profile.pk, profile.name_pl, profile.address) == (1, "Powiatowy Urząd Pracy", "")


def test_addresses_are_one_line():
    place = PlaceFactory.build(name_pl="Nowa Słupia")
    site = AccommodationFactory.build(place=place, address="ul. Leśna 1", postal_code="26-006", town="Rudki")
    bare = AccommodationFactory.build(place=place, address="", postal_code="", town="")

    assert (site.full_address, bare.full_address) == ("ul. Leśna 1, 26-006 Rudki", "Nowa Słupia")


def test_records_introduce_themselves():
    rule = LegalRuleFactory.build(key=LegalRuleKeyFactory.build(code="wage"), valid_from=date(2026, 1, 1))
    waiting = OccupationImport(edition="2023", uploaded_at=timezone.now().replace(2026, 1, 2, 3, 4))

    assert str(rule) == "wage 2026-01-01"
    assert str(rule.key) == rule.key.name_pl
    assert str(waiting) == "2023 2026-01-02 03:04"
    assert str(TermFactory.build(name_en="night shift")) == "night shift"
    assert str(OfficeProfileFactory.build()) == "PUP Próba"
