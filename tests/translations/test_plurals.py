"""The plural rules are checked against Django's own catalogues, which follow CLDR independently of us."""

import gettext
from decimal import Decimal
from pathlib import Path

import django
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.plurals import Category, category, noun

LOCALES = Path(django.__file__).parent / "conf" / "locale"
IN_CATALOGUE_ORDER = {
    "pl": [Category.ONE, Category.FEW, Category.MANY, Category.MANY],
    "uk": [Category.ONE, Category.FEW, Category.MANY, Category.MANY],
}


def rule_of_django(language: str, number: int) -> Category:
    if language == "en":  # its catalogue leaves the rule out
        return Category.ONE if number == 1 else Category.MANY
    header = gettext.translation("django", LOCALES, [language]).info()["plural-forms"]
    index = gettext.c2py(header.split("plural=")[1].rstrip(";"))(number)
    return IN_CATALOGUE_ORDER[language][index]


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
@given(number=st.integers(0, 10**9))
def test_the_category_of_any_number_is_that_of_cldr(language, number):
    assert category(number, language) == rule_of_django(language, number)


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_category_of_every_small_number_is_that_of_cldr(language):
    assert [category(n, language) for n in range(1200)] == [rule_of_django(language, n) for n in range(1200)]


@pytest.mark.parametrize("language", ["pl", "uk"])
@given(whole=st.integers(0, 10**6), cents=st.integers(1, 99))
def test_a_number_with_a_fraction_has_the_form_of_fractions(language, whole, cents):
    assert category(whole + Decimal(cents) / 100, language) == Category.FRACTION


def test_a_whole_number_written_with_decimals_is_whole():
    assert category(Decimal("21.00"), "uk") == Category.ONE


def test_a_noun_gives_the_form_that_its_number_wants():
    word = noun(pl="a/b/c/d", uk="один/два/пʼять/пів", en="one/other")

    assert [word["uk"].of(n, "uk") for n in (21, 22, 25, Decimal("0.5"))] == ["один", "два", "пʼять", "пів"]
    assert [word["en"].of(n, "en") for n in (1, 2)] == ["one", "other"]
