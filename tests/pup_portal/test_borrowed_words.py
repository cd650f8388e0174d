"""Sentences of Django that we say again, in our own words."""

import gettext
import re
from pathlib import Path

import django
import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override

from pup_portal import borrowed_words

DJANGOS = Path(django.__file__).parent / "conf" / "locale"


def refusal_of(field, value):
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages[0]


def test_each_sentence_is_still_one_of_django():
    """One that Django words anew would silently be Django's again."""
    values = {"limit_value": 1, "show_value": 9, "max": 1, "length": 9}
    english = (DJANGOS / "en" / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8").replace('"\n"', "")
    filled = re.sub(r"%\((\w+)\)[sd]", lambda place: str(values.get(place[1], place[0])), english)
    with override("en"):
        counted = [one % values for one in borrowed_words.COUNTED_SENTENCES]

    assert [one for one in borrowed_words.SENTENCES[1:] if one not in english] == []
    assert [one for one in counted if one not in filled] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("uk", "Введіть правильну адресу електронної пошти"), ("pl", "Wpisz poprawny adres e-mail")],
)
def test_our_words_come_before_those_of_django(language, said):
    with override(language):
        assert refusal_of(forms.EmailField(), "nie-adres").startswith(said)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (1, "Скоротіть текст: не більше ніж 1 символ (зараз 9)"),
        (5, "не більше ніж 5 символів"),
        (3, "3 символи "),
    ],
)
def test_numbers_have_their_forms(length, said):
    with override("uk"):
        assert said in refusal_of(forms.CharField(max_length=length), "123456789")


def test_djangos_own_has_a_straight_apostrophe():
    """The reason for saying them again."""
    theirs = gettext.translation("django", DJANGOS, ["uk"])

    assert "'" in theirs.gettext("This field is required.")
