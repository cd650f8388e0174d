"""Small pieces that models of every app share."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Func, Value

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


class SortKeyField(models.CharField):
    """Holds ``sort_key`` of the first filled of ``of``, written with them by save and bulk_create.

    ``save(update_fields=[…])`` must name this field beside its source, as with any other column.
    """

    def __init__(self, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = tuple(of)
        defaults: dict[str, Any] = {"max_length": 300, "editable": False, "default": ""}
        super().__init__(**defaults | kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        text = next((text for name in self.of if (text := getattr(model_instance, name))), "")
        key = sort_key(text)[: self.max_length]
        setattr(model_instance, self.attname, key)
        return key


class Int8Range(Func):
    """``int8range(x, x, '[]')``: equality that an exclusion constraint can check without an extension."""

    function = "int8range"

    def __init__(self, number: str) -> None:
        self.number = number
        super().__init__(F(number), F(number), Value("[]"))

    def deconstruct(self) -> tuple[str, tuple[str], dict[str, str]]:
        return f"{__name__}.Int8Range", (self.number,), {}


class WordRange(Func):
    """The same for a short text of a few known values, told apart by their hash."""

    function = "int8range"

    def __init__(self, text: str) -> None:
        self.text = text
        key = Func(F(text), Value(0), function="hashtextextended", output_field=models.BigIntegerField())
        super().__init__(key, key, Value("[]"))

    def deconstruct(self) -> tuple[str, tuple[str], dict[str, str]]:
        return f"{__name__}.WordRange", (self.text,), {}


class DateRange(Func):
    """``daterange`` with both days included; an empty upper day means "until further notice"."""

    function = "daterange"

    def __init__(self, lower: str, upper: str) -> None:
        self.days = lower, upper
        super().__init__(F(lower), F(upper), Value("[]"))

    def deconstruct(self) -> tuple[str, tuple[str, str], dict[str, str]]:
        return f"{__name__}.DateRange", self.days, {}
