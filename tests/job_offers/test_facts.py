"""The facts of an offer in words, and on one scale."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from job_offers import facts
from job_offers.models import Offer, OfferLanguage
from job_offers.pay import monthly_pay
from reference.models import Term, Vocabulary
from tests.job_offers.factories import EmployerFactory, OfferFactory, place, term

db = pytest.mark.django_db


@db
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"place_name": ""}, "Chęciny"),
        ({"place_name": "Chęciny"}, "Chęciny"),
        ({"place_name": "Tokarnia"}, "Tokarnia, Chęciny"),
        ({"place": None, "place_name": "Radom"}, "Radom"),
        ({"place": None, "place_name": ""}, ""),
    ],
)
def test_place_names_a_village_with_its_gmina(values, expected):
    offer = OfferFactory(**{"place": place("Chęciny")} | values)

    with override("pl"):
        assert facts.place(offer) == expected


@db
def test_remote_work_is_part_of_the_place():
    offer = OfferFactory(place=None, work_mode=term("work_mode", "remote"))

    with override("uk"):
        assert facts.place(offer) == "дистанційна робота"


@pytest.mark.parametrize(
    ("months", "expected"),
    [(None, ""), (0, "not needed"), (7, "7 months"), (12, "1 year"), (25, "2 years, 1 month")],
)
def test_experience(months, expected):
    assert facts.experience(Offer(experience_months=months)).replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ""),
        ({"starts_at_once": True}, "at once"),
        ({"starts_on": date(2026, 6, 1)}, "1 June 2026"),
        ({"starts_at_once": True, "ends_on": date(2026, 12, 31)}, "at once, until 31 December 2026"),
        ({"ends_on": date(2026, 12, 31)}, "until 31 December 2026"),
    ],
)
def test_period(values, expected):
    assert facts.period(Offer(**values)).replace("\xa0", " ") == expected


@db
def test_coded_facts_stand_in_both_languages_for_the_translator():
    offer = OfferFactory(pay_from=5000, place=place("Chęciny"), polish_level="a1")
    OfferLanguage.objects.create(offer=offer, language=term("language", "en"), speech=None)

    found = {
        fact.label: (fact.pl.replace("\xa0", " "), fact.uk.replace("\xa0", " "))
        for fact in facts.coded_facts(offer)
    }

    assert found["Pay"] == ("od 5 000 zł miesięcznie (brutto)", "від 5 000 злотих на місяць (брутто)")
    assert found["Place"] == ("Chęciny", "Хенціни")
    assert found["Other languages"] == ("angielski", "англійська")
    assert "Start" not in found


@db
@pytest.mark.parametrize(
    ("values", "is_office", "phone"),
    [
        ({}, False, "+48415550102"),
        ({"apply_route": None}, True, ""),
        ({"consents": False}, True, ""),
    ],
)
def test_contact_is_the_office_where_the_employer_is_not_the_way(values, is_office, phone):
    employer = EmployerFactory(consents=values.pop("consents", True))

    contact = facts.contact(OfferFactory(employer=employer, **values))

    assert (contact.is_office, contact.phone) == (is_office, phone)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"pay_from": 5000, "pay_unit": "month"}, 5000),
        ({"pay_to": 5000, "pay_unit": "month"}, 5000),
        ({"pay_from": 40, "pay_unit": "hour"}, 6720),
        ({"pay_from": 40, "pay_unit": "hour", "working_time": Decimal("0.5")}, 3360),
        ({"pay_from": 40, "pay_unit": "hour", "hours_per_week": Decimal(30)}, 5040),
        ({"pay_from": 5000, "pay_unit": "month", "is_gross": False}, None),
        ({}, None),
    ],
)
def test_monthly_pay_compares_units(values, expected):
    assert monthly_pay(Offer(**values)) == expected


@given(
    hourly=st.decimals("31.40", "500", places=2),
    fewer=st.integers(1, 39),
)
def test_fewer_hours_never_pay_more_a_month(hourly, fewer):
    full = Offer(pay_from=hourly, pay_unit="hour", hours_per_week=Decimal(40))
    part = Offer(pay_from=hourly, pay_unit="hour", hours_per_week=Decimal(fewer))

    assert monthly_pay(part) < monthly_pay(full)


@db
@pytest.mark.parametrize(("polish_level", "shown"), [("a1", ""), ("", "Polish (A1 – beginner)")])
def test_polish_is_not_told_twice(polish_level, shown):
    offer = OfferFactory(polish_level=polish_level)
    polish = Term.objects.coded(Vocabulary.LANGUAGE, "pl")
    beginner = Term.objects.coded(Vocabulary.LANGUAGE_LEVEL, "a1")
    OfferLanguage.objects.create(offer=offer, language=polish, speech=beginner)

    assert facts.languages(offer) == shown
