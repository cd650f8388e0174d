"""Hints that something in a record does not fit together."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from stdnum.pl import pesel as pesel_number

from accounts.permissions import Role
from registration.models import Client
from registration.oddities import oddities_of
from registration.vocabulary import DatePrecision, DocumentKind, Sex
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory

BIRTH = "The PESEL says another date of birth than the record."
SEX = "The PESEL says another sex than the record."
# The published examples of the number: with a century of its own, and with 20 added to the month.
PUBLISHED = [("44051401359", date(1944, 5, 14), Sex.MALE), ("02211307589", date(2002, 1, 13), Sex.FEMALE)]


def told(**fields) -> list[str]:
    return list(map(str, oddities_of(Client(**fields))))


@pytest.mark.parametrize(("pesel", "born", "sex"), PUBLISHED)
def test_pesel_that_agrees_is_no_oddity(pesel, born, sex):
    assert told(pesel=pesel, birth_date=born, birth_date_precision=DatePrecision.DAY, sex=sex) == []
    assert told(pesel=pesel, birth_date=born.replace(day=1), birth_date_precision=DatePrecision.MONTH) == []
    assert told(pesel=pesel) == []


@pytest.mark.parametrize(("pesel", "born", "sex"), PUBLISHED)
def test_pesel_that_disagrees_is_told(pesel, born, sex):
    other = Sex.FEMALE if sex == Sex.MALE else Sex.MALE
    year = born.replace(year=born.year + 1, month=1, day=1)

    assert told(pesel=pesel, birth_date=year, birth_date_precision=DatePrecision.YEAR) == [BIRTH]
    assert told(pesel=pesel, sex=other) == [SEX]


@given(st.dates(date(1800, 1, 1), date(2299, 12, 31)), st.integers(0, 9999))
def test_every_pesel_agrees_with_the_day_and_sex_it_was_made_from(born, serial):
    month = born.month + {18: 80, 19: 0, 20: 20, 21: 40, 22: 60}[born.year // 100]
    digits = f"{born.year % 100:02}{month:02}{born.day:02}{serial:04}"
    pesel = digits + pesel_number.calc_check_digit(digits)
    sex = Sex.MALE if serial % 2 else Sex.FEMALE

    assert told(pesel=pesel, birth_date=born, birth_date_precision=DatePrecision.DAY, sex=sex) == []


@pytest.mark.parametrize(
    ("kind", "usual", "odd"),
    [
        (DocumentKind.BIOMETRIC_PASSPORT, "FA 123-456", "FA12345"),
        (DocumentKind.PASSPORT, "ek123456", "123456789"),
        (DocumentKind.INTERNAL_PASSPORT, "МЕ 123456", "ME 123456"),
        (DocumentKind.ID_CARD, "001 234 567", "FA123456"),
    ],
)
def test_number_of_an_unusual_shape_is_told_without_quoting_it(kind, usual, odd):
    assert told(document_kind=kind, document_number=usual) == []
    (hint,) = told(document_kind=kind, document_number=odd)
    assert "usually" in hint
    assert odd not in hint


def test_other_documents_and_other_countries_have_shapes_of_their_own():
    assert told(document_kind=DocumentKind.OTHER, document_number="?") == []
    assert told(document_kind=DocumentKind.PASSPORT, document_number="7", citizenships=["GEO"]) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "is_told"), [(Role.COORDINATOR, True), (Role.MANAGER, True), (Role.BROKER, False)]
)
def test_hints_stand_on_the_card_of_those_who_may_see_the_numbers(client, role, is_told):
    person = ClientFactory(pesel="44051401359", no_pesel_reason="", sex=Sex.FEMALE)
    client.force_login(UserFactory(role=role))

    page = client.get(reverse("registration:client-detail", args=[person.public_id]))

    assert (SEX in page.content.decode()) is is_told
