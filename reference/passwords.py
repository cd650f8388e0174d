"""What a password must not be made of: words anybody can read on the office's sign."""

import re
import unicodedata
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reference.profile import current_profile

PRODUCT = ("PUP Portal", "praca", "urząd pracy")
SHORTEST_WORD = 3
REST_THAT_SAVES = 8  # letters and digits besides the office's words: "Kielce" in a long sentence is no harm
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_OF_THEIR_OWN = str.maketrans("łŁ", "lL")


class OfficeWordsValidator:
    """Refuses what is little more than words of the office profile: its name, short name, town, site and product."""

    def validate(self, password: str, user: object = None) -> None:
        rest = _plain(password)
        words = barred_words()
        found = [word for word in words if word in rest]
        for word in found:
            rest = rest.replace(word, " ")
        if found and len(re.sub(r"\W|_", "", rest)) < REST_THAT_SAVES:
            raise ValidationError(
                _(
                    "This password is made of the office's own words. Choose one that nobody could guess from its sign."
                ),
                code="password_of_the_office",
            )

    def get_help_text(self) -> str:
        return _("Not made of the name of the office, its town or the portal.")


def barred_words() -> list[str]:
    """The longest first, without accents, as a password is compared with them."""
    words = {
        plain for text in _texts() for plain in _WORD.findall(_plain(text)) if len(plain) >= SHORTEST_WORD
    }
    return sorted(words, key=lambda word: (-len(word), word))


def _texts() -> Iterator[str]:
    office = current_profile()
    yield from PRODUCT
    yield from (office.name_pl, office.name_uk, office.name_en, office.short_name, office.city)
    yield from (office.street_address, office.website, office.email, office.controller_name)


def _plain(text: str) -> str:
    """Small letters without accents: who writes Urzad for Urząd has chosen no other word."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS_OF_THEIR_OWN).lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
