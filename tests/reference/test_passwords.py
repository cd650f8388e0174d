"""A password is not made of what stands on the office's sign."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from reference.passwords import OfficeWordsValidator, barred_words
from reference.services import edit_office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _office():
    edit_office(
        name_pl="Powiatowy Urząd Pracy w Kielcach",
        name_uk="Повітове управління праці в Кельцах",
        short_name="PUP Kielce",
        city="Kielce",
        website="https://kielce.praca.gov.pl/",
    )


@pytest.mark.parametrize(
    "password",
    [
        "PupKielce2026!",
        "Powiatowy-Urzad-Pracy",
        "powiatowy urząd pracy",
        "Kielce!Kielce!Kielce",
        "повітове управління",
        "pup portal 2026",
        "PracaGovPl2026",
    ],
)
def test_password_of_the_offices_words_is_refused(password):
    with pytest.raises(ValidationError) as refused:
        OfficeWordsValidator().validate(password)

    assert refused.value.code == "password_of_the_office"


@pytest.mark.parametrize(
    "password", ["trzy-zielone-krowy-2026", "w Kielcach padał deszcz nad rzeką", "krowa je trawę na łące"]
)
def test_sentence_that_only_names_the_town_is_taken(password):
    OfficeWordsValidator().validate(password)


def test_every_form_with_a_new_password_asks():
    with pytest.raises(ValidationError, match="office's own words"):
        validate_password("PupKielce2026!")


def test_list_follows_the_profile(django_capture_on_commit_callbacks):
    assert "sandomierz" not in barred_words()

    with django_capture_on_commit_callbacks(execute=True):
        edit_office(city="Sandomierz", short_name="PUP Sandomierz")

    assert {"sandomierz", "pup", "portal", "powiatowy", "urzad"} <= set(barred_words())


def test_rule_is_told_in_words():
    assert (
        OfficeWordsValidator().get_help_text()
        == "Not made of the name of the office, its town or the portal."
    )
