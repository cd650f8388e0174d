"""The number to quote, names in either alphabet, and the stamp of the form."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from registration.enquiries import numbers, stamps
from registration.enquiries.spelling import columns_of, validate_name
from tests.registration.enquiries.stamped import Clock


@given(st.data())
def test_a_number_survives_being_read_aloud(data):
    number = numbers.new_number()
    separator = data.draw(st.sampled_from(["", " ", "-", ".", " - "]))

    said = separator.join([number[:2], number[2:4], number[4:6], number[6:]])

    assert numbers.read(said) == number
    assert numbers.spaced(number) == f"{number[:4]} {number[4:]}"


@given(st.integers(0, 7), st.integers(1, 9))
def test_a_misheard_digit_is_noticed(place, more):
    number = numbers.new_number()

    wrong = f"{number[:place]}{(int(number[place]) + more) % 10}{number[place + 1 :]}"

    assert numbers.read(wrong) == ""


@pytest.mark.parametrize("text", ["", "Шевченко", "1234567", "123456789", "٤٨٢١٧٧٣٦", "+48 41 555 01 01"])
def test_what_is_no_number_is_not_read_as_one(text):
    assert numbers.read(text) == ""


@pytest.mark.parametrize("name", ["Шевченко", "Мар'яна", "О’Ніл", "Łęcka-Źdźbło", "Анна Єва", "Ґалаґанʼ"])
def test_names_of_one_alphabet_are_taken(name):
    validate_name(name)


@pytest.mark.parametrize("name", ["Шeвченко", "Иvan", "Ivan 2", "ivan@example.org", "名", "-", "<b>Ivan</b>"])
def test_other_names_are_refused(name):
    with pytest.raises(ValidationError):
        validate_name(name)


def test_each_name_goes_into_the_column_of_its_own_alphabet():
    assert columns_of(surname="Shevchenko", given_names="Олена") == {
        "surname_latin": "Shevchenko", "surname_cyrillic": "",
        "given_names_latin": "", "given_names_cyrillic": "Олена",
    }  # fmt: skip


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.mark.parametrize(("seconds", "is_usable"), [(0, True), (2, True), (25 * 3600, False)])
def test_a_stamp_is_neither_too_fresh_nor_too_old(clock, seconds, is_usable):
    stamp = stamps.new()
    clock.wait(seconds=seconds)

    with pytest.raises(stamps.BadStamp) as refusal:
        stamps.key_of(stamp)

    assert refusal.value.is_usable is is_usable


@pytest.mark.parametrize("stamp", ["", "x", "1" * 32, "a:b:c", "0" * 5000])
def test_a_forged_stamp_is_refused(stamp):
    with pytest.raises(stamps.BadStamp):
        stamps.key_of(stamp)


def test_a_stamp_names_one_form(clock):
    stamp, other = stamps.new(), stamps.new()
    clock.wait(seconds=300)

    assert stamps.key_of(stamp) == stamps.key_of(stamp) != stamps.key_of(other)
