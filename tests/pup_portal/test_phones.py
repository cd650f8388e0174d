import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from pup_portal.phones import PhoneField, e164, phone_text, validate_phone, with_country


@pytest.mark.parametrize(
    "written", ["41 555 01 00", "+48 41 555-01-00", "0048415550100", "(41) 5550100", "+48415550100"]
)
def test_every_spelling_gives_the_same_number(written):
    assert PhoneField().clean(written) == "+48415550100"


def test_ukrainian_number_keeps_its_country():
    assert PhoneField().clean("+380 50 555 01 23") == "+380505550123"


@pytest.mark.parametrize(
    "written", ["12", "call us", "+48", "41 555 01 00 12345", "+999 1", "041 555 01 00", "050 555 01 23"]
)
def test_what_is_no_number_is_refused(written):
    with pytest.raises(ValidationError, match="Enter a phone number"):
        PhoneField().clean(written)


def test_a_zero_that_belongs_to_the_number_stays():
    assert PhoneField().clean("+39 06 698 12345") == "+390669812345"


def test_number_not_written_as_e164_is_refused_by_the_model():
    with pytest.raises(ValidationError):
        validate_phone("+48 41 555 01 00")


def test_nothing_is_nothing():
    assert PhoneField(required=False).clean("") == ""
    assert phone_text("") == ""


def test_number_is_shown_spaced():
    assert PhoneField().prepare_value("+48415550100") == "+48 41 555 01 00"
    assert PhoneField().prepare_value(None) is None
    assert PhoneField().prepare_value("what was typed") == "what was typed"


@given(st.integers(100_000_000, 999_999_999))
def test_number_survives_being_shown_and_typed_again(number):
    written = f"+48{number}"

    assert e164(phone_text(written)) == written


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("050 555 01 01", "+380505550101"),
        ("380 50 555 01 01", "+380505550101"),
        ("48 41 555 01 00", "+48415550100"),
        ("41 555 01 00", "+48415550100"),
        ("+49 30 901820", "+4930901820"),
    ],
)
def test_country_that_a_person_leaves_out_is_added(said, number):
    assert e164(with_country(said)) == number
