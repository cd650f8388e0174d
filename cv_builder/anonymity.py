"""Taking the person out of free text, for the CV that is shown without a name."""

import re

from registration.models import Client

REMOVED = "…"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w])\+?\d(?:[\s().-]{0,2}\d){8,}(?!\w)")
_SHORTEST_NAME = 3
_VOWELS = "aeiouyąęаеєиіїоуюяьй"
_ENDINGS = [
    "a",
    "ą",
    "e",
    "ę",
    "i",
    "y",
    "o",
    "u",
    "ie",
    "ię",
    "ią",
    "iej",
    "ej",
    "em",
    "iem",
    "owi",
    "ego",
    "emu",
    "om",
    "ami",
    "ach",
    "а",
    "я",
    "ь",
    "й",
    "е",
    "є",
    "и",
    "і",
    "ї",
    "о",
    "у",
    "ю",
    "ою",
    "ею",
    "єю",
    "ої",
    "ій",
    "ий",
    "ого",
    "ому",
    "ові",
    "еві",
    "єві",
    "ом",
    "ем",
    "єм",
    "ам",
    "ям",
    "ами",
    "ями",
    "ах",
    "ях",
]


def veil(text: str, client: Client) -> str:
    """``text`` without the client's names in any case, e-mail addresses and phone numbers.

    A safeguard for what somebody typed into a description, not a promise: the desk reads the CV as well.
    """
    text = _PHONE.sub(REMOVED, _EMAIL.sub(REMOVED, text))
    names = "|".join(_forms(word) for word in _words(client))
    return re.sub(rf"\b(?:{names})\b", REMOVED, text, flags=re.IGNORECASE) if names else text


def _words(client: Client) -> set[str]:
    names = (
        client.given_names_latin,
        client.surname_latin,
        client.given_names_cyrillic,
        client.surname_cyrillic,
        client.patronymic,
    )
    words = {word for name in names for word in re.findall(r"[\w’'ʼ]+", name)}
    return {word for word in words if len(word) >= _SHORTEST_NAME}


def _forms(word: str) -> str:
    """The name in every case: Оксана, Оксани, Оксаною; Koval, Kovala, Kovalem."""
    stem = word[:-1] if word[-1].lower() in _VOWELS else word
    return f"{re.escape(word)}|{re.escape(stem)}(?:{'|'.join(_ENDINGS)})"
