"""Small pieces that models of every app share."""

import uuid

from django.db import models

# Both alphabets in their own order, Polish before Ukrainian; a letter we do not know sorts after them.
_ALPHABET = "0123456789aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_ORDER = {letter: chr(0x4E00 + place) for place, letter in enumerate(_ALPHABET)}


def sort_key(text: str) -> str:
    """A string whose code-point order is the order of the Polish and the Ukrainian alphabet.

    The database sorts by code point only, so lists of names and titles are ordered by a stored key.
    Spaces and hyphens separate words and sort first; apostrophes and other signs do not count.
    """
    key = []
    for letter in text.casefold():
        if letter in _ORDER:
            key.append(_ORDER[letter])
        elif letter.isspace() or letter == "-":
            key.append(" ")
        elif letter.isalpha():
            key.append(letter if ord(letter) > 0x4E00 else chr(0x5000 + ord(letter)))
    return "".join(key)


def public_id() -> "models.UUIDField[uuid.UUID, uuid.UUID]":
    """The random address of a record: what stands in URLs instead of its number."""
    return models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
