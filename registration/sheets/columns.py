"""What a column of a sheet may hold, how its heading tells, and how a cell is read into a client's columns."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from pup_portal import phones
from pup_portal.text import one_line, straight
from reference.models import Accommodation, Place
from registration import dates
from registration.enquiries.spelling import columns_of, validate_name
from registration.models import Client
from registration.validators import validate_pesel
from registration.vocabulary import ContactLanguage, NoPesel


class BadCell(ValueError):
    """What stands in a cell cannot be taken over; the argument is a message id."""


@dataclass(frozen=True)
class Column:
    """One thing a column may hold; ``titles`` are headings by which it is recognised, in lower case."""

    key: str
    label: Promise
    titles: tuple[str, ...]


COLUMNS: tuple[Column, ...] = (
    Column("surname", _("surname"), ("nazwisko", "прізвище", "фамилия", "surname", "last name")),
    Column("given_names", _("given names"), ("imię", "imiona", "imie", "ім'я", "ім’я", "имя", "given names", "first name")),
    Column("surname_first", _("surname, then given names"), ("nazwisko i imię", "nazwisko imię", "піб", "пib", "фио", "прізвище та ім'я", "прізвище та ім’я", "прізвище, ім'я")),
    Column("given_first", _("given names, then surname"), ("imię i nazwisko", "imie i nazwisko", "name", "full name", "osoba", "ім'я та прізвище", "ім’я та прізвище")),
    Column("pesel", _("PESEL"), ("pesel", "nr pesel", "numer pesel", "песель")),
    Column("birth", _("date of birth"), ("data urodzenia", "ur.", "дата народження", "birth date", "date of birth", "рік народження", "rok urodzenia")),
    Column("phone", _("phone"), ("telefon", "nr telefonu", "numer telefonu", "tel.", "tel", "телефон", "номер телефону", "phone")),
    Column("email", _("e-mail"), ("e-mail", "email", "mail", "adres e-mail", "електронна пошта")),
    Column("accommodation", _("accommodation"), ("miejsce zakwaterowania", "hotel", "ośrodek", "місце розміщення", "готель", "accommodation")),
    Column("place", _("gmina"), ("gmina", "miejsce pobytu", "ґміна", "гміна", "місце перебування", "place")),
    Column("street_address", _("private address"), ("adres", "ulica", "адреса", "address")),
    Column("contact_language", _("language of contact"), ("język", "język kontaktu", "мова", "language")),
    Column("looks_for", _("what the person looks for"), ("czego szuka", "szuka", "praca", "що шукає", "робота", "looks for")),
    Column("notes", _("notes"), ("uwagi", "notatki", "примітки", "notes")),
)  # fmt: skip
KEYS = frozenset(column.key for column in COLUMNS)
NAMES = frozenset({"surname", "surname_first", "given_first"})
_LANGUAGES = {
    "uk": ("uk", "ua", "ukraiński", "українська", "ukrainian"),
    "ru": ("ru", "rosyjski", "російська", "русский", "russian"),
    "pl": ("pl", "polski", "польська", "polish"),
    "en": ("en", "angielski", "англійська", "english"),
}  # fmt: skip


def guessed(headings: Sequence[str]) -> list[str]:
    """For each heading the key it speaks of, each key once; nothing where it says nothing we know."""
    found: list[str] = []
    for heading in headings:
        title = " ".join(heading.casefold().split()).rstrip(":")
        key = next((column.key for column in COLUMNS if title in column.titles), "")
        found.append("" if key in found else key)
    return found


def key_of(headings: Sequence[str]) -> str:
    """The same for sheets with the same headings in the same order, however capitals and spaces are set."""
    folded = "\n".join(" ".join(heading.casefold().split()) for heading in headings)
    return hashlib.sha256(folded.encode()).hexdigest()


@dataclass
class Reading:
    """A row read by a mapping: values by the columns of ``Client``, and message ids by number of the column."""

    values: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def pesel_in(mapping: Sequence[str], cells: Sequence[str]) -> str:
    """The PESEL of a row, or nothing where it has none that is right."""
    cell = dict(zip(mapping, cells, strict=False)).get("pesel")
    try:
        return str(_pesel(cell)["pesel"]) if cell else ""
    except BadCell:
        return ""


class Reader:
    """Reads rows by one mapping; knows the sites and gminas by their names, so that rows ask the database nothing."""

    def __init__(self, mapping: Sequence[str]) -> None:
        self.mapping = mapping

    @cached_property
    def sites(self) -> Mapping[str, Accommodation]:
        return _by_name(Accommodation.objects.active().select_related("place"))

    @cached_property
    def places(self) -> Mapping[str, Place]:
        return _by_name(Place.objects.all())

    def read(self, cells: Sequence[str]) -> Reading:
        reading = Reading({"no_pesel_reason": NoPesel.NOT_ASKED})
        names = {"surname": "", "given_names": ""}
        for place, (key, cell) in enumerate(zip(self.mapping, cells, strict=False)):
            if not key or not cell:
                continue
            try:
                values = self._values(key, cell)
            except BadCell as bad:
                reading.problems[str(place)] = str(bad.args[0])
                continue
            for name in names.keys() & values.keys():
                names[name] = values.pop(name)
            reading.values |= values
        self._take_names(reading, names)
        return reading

    def _take_names(self, reading: Reading, names: dict[str, str]) -> None:
        if names["surname"]:
            reading.values |= columns_of(**names)
        elif not reading.problems.keys() & {
            str(place) for place, key in enumerate(self.mapping) if key in NAMES
        }:
            reading.problems[str(self._first_name_column())] = gettext_noop("The surname is missing.")
        if (site := reading.values.get("accommodation")) is not None:
            reading.values["place"] = site.place

    def _first_name_column(self) -> int:
        return next(place for place, key in enumerate(self.mapping) if key in NAMES)

    def _values(self, key: str, cell: str) -> dict[str, Any]:
        if cell.startswith("="):
            raise BadCell(gettext_noop("A formula. Put in its value instead."))
        if key == "accommodation":
            return {key: _known(self.sites, cell, gettext_noop("There is no accommodation of this name."))}
        if key == "place":
            return {key: _known(self.places, cell, gettext_noop("There is no gmina of this name."))}
        return _READERS[key](cell)


def _by_name(rows: Any) -> dict[str, Any]:
    return {_folded(name): row for row in rows for name in (row.name_uk, row.name_pl) if name}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _known(rows: Mapping[str, Any], cell: str, problem: str) -> Any:
    if (row := rows.get(_folded(cell))) is None:
        raise BadCell(problem)
    return row


def _name(cell: str) -> str:
    name = one_line(cell)
    try:
        validate_name(name)
    except ValidationError:
        raise BadCell(gettext_noop("A name has letters of one alphabet only.")) from None
    return _short(name, 120)


def _short(text: str, limit: int) -> str:
    if len(text) > limit:
        raise BadCell(gettext_noop("The text is too long."))
    return text


def _split(cell: str, *, surname_first: bool) -> dict[str, Any]:
    words = _name(cell).split()
    surname = words.pop(0 if surname_first else -1) if words else ""
    return {"surname": surname, "given_names": " ".join(words)}


def _pesel(cell: str) -> dict[str, Any]:
    digits = "".join(filter(str.isdigit, cell)).zfill(11)  # a sheet drops the zero in front of a number
    try:
        validate_pesel(digits)
    except ValidationError:
        raise BadCell(gettext_noop("This is not a valid PESEL.")) from None
    return {"pesel": digits, "no_pesel_reason": ""}


def _birth(cell: str) -> dict[str, Any]:
    try:
        read = dates.parse(cell)
    except ValueError:
        raise BadCell(gettext_noop("Write the date as 12.03.1985, 03.1985 or 1985.")) from None
    if read.value > timezone.localdate():
        raise BadCell(gettext_noop("This date is in the future."))
    return {"birth_date": read.value, "birth_date_precision": read.precision}


def _phone(cell: str) -> dict[str, Any]:
    number = phones.e164(phones.with_country(one_line(cell)))
    try:
        phones.validate_phone(number)
    except ValidationError:
        raise BadCell(gettext_noop("This is not a phone number.")) from None
    return {"phone": number}


def _email(cell: str) -> dict[str, Any]:
    try:
        validate_email(cell)
    except ValidationError:
        raise BadCell(gettext_noop("This is not an e-mail address.")) from None
    return {"email": _short(cell, 254)}


def _language(cell: str) -> dict[str, Any]:
    code = next((code for code, names in _LANGUAGES.items() if _folded(cell) in names), "")
    if not code:
        raise BadCell(gettext_noop("The language is one of: Ukrainian, Russian, Polish, English."))
    return {"contact_language": ContactLanguage(code)}


def _words(name: str) -> Callable[[str], dict[str, Any]]:
    limit: int = getattr(Client._meta.get_field(name), "max_length", None) or 0
    return lambda cell: {name: _short(straight(cell), limit)}


_READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "surname": lambda cell: {"surname": _name(cell)},
    "given_names": lambda cell: {"given_names": _name(cell)},
    "surname_first": lambda cell: _split(cell, surname_first=True),
    "given_first": lambda cell: _split(cell, surname_first=False),
    "pesel": _pesel,
    "birth": _birth,
    "phone": _phone,
    "email": _email,
    "street_address": _words("street_address"),
    "contact_language": _language,
    "looks_for": _words("looks_for"),
    "notes": _words("notes"),
}
