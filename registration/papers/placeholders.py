"""What the wording of a paper may name: every field of the applications of 2012 and 2025, and of the desk's own papers.

Source: facts of the desk §1.1, fields of the regulation of 12.11.2012 (Dz.U. 2012 poz. 1299) and of art. 55(3) of
the act of 20.03.2025 (Dz.U. 2025 poz. 620).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(StrEnum):
    TEXT = "text"
    DATE = "date"
    FLAG = "flag"
    LIST = "list"


@dataclass(frozen=True)
class Said:
    """A value in both languages. Not final: the Polish is still to be written, so the Ukrainian stands for it."""

    pl: str = ""
    uk: str = ""
    is_final: bool = True

    def __bool__(self) -> bool:
        return bool(self.pl or self.uk)

    def text(self, language: str) -> str:
        """The text for the column of ``language``; what was written down is never left out."""
        first, second = (self.pl, self.uk) if language == "pl" else (self.uk, self.pl)
        return first or second

    def is_marked(self, language: str) -> bool:
        """Whether the column of ``language`` shows the other language and must say so."""
        return language == "pl" and not self.is_final and not self.pl


type Row = Mapping[str, Said]
# By the name of the placeholder: a value, or of a list its rows. A name that is missing is empty.
type Data = Mapping[str, Said | tuple[Row, ...]]


@dataclass(frozen=True)
class Placeholder:
    """``columns`` are of a list: what each of its rows holds, to be named ``<list>.<column>``."""

    name: str
    label: str | Promise
    kind: Kind
    example_pl: str = ""
    example_uk: str = ""
    columns: tuple["Placeholder", ...] = ()

    @property
    def example(self) -> Said:
        return Said(self.example_pl, self.example_uk)


def _text(name: str, label: str | Promise, pl: str, uk: str = "") -> Placeholder:
    return Placeholder(name, label, Kind.TEXT, pl, uk or pl)


def _date(name: str, label: str | Promise, pl: str) -> Placeholder:
    return Placeholder(name, label, Kind.DATE, pl, pl)


def _flag(name: str, label: str | Promise) -> Placeholder:
    return Placeholder(name, label, Kind.FLAG, "tak", "так")


def _list(name: str, label: str | Promise, *columns: Placeholder) -> Placeholder:
    return Placeholder(name, label, Kind.LIST, columns=columns)


_EVIDENCE = _text("evidence", _("how it is proved"), "oświadczenie", "за словами особи")
_VALID = _date("valid_until", _("valid until"), "31.12.2027")
_COUNTRY = _text("country", _("country"), "Ukraina", "Україна")

_OCCUPATION = (
    _text("name", _("occupation"), "Krawiec", "Кравець"),
    _text("code", _("code of the occupation"), "753105"),
    _text("practice", _("practice"), "24 mies.", "24 міс."),
    _EVIDENCE,
)

_THE_PAPER = (
    _text("office_name", _("name of the office"), "Powiatowy Urząd Pracy w Kielcach"),
    _text("office_address", _("address of the office"), "ul. Próbna 1, 25-001 Kielce"),
    _text("office_phone", _("phone of the office"), "+48 41 555 01 00"),
    _text("office_email", _("e-mail of the office"), "urzad@example.org"),
    _text("controller_name", _("controller of personal data"), "Dyrektor Urzędu", "Директор управління"),
    _text("inspector_name", _("data protection officer"), "Maria Próbna"),
    _text("inspector_email", _("e-mail of the data protection officer"), "iod@example.org"),
    _date("paper_date", _("day of the paper"), "20.11.2026"),
    _text("filled_by", _("who filled it in"), "Anna Nowak"),
    _text("card_code", _("number on the personal card"), "7F3K-Q9TM-2HXA-W8DP"),
    _flag("is_for_unemployed", _("registers as unemployed")),
    _flag("is_for_job_seeker", _("registers as job-seeker")),
    _flag("is_for_support", _("asks for support only")),
)

_IDENTITY = (
    _text("given_names", _("given names"), "Olena"),
    _text("surname", _("surname"), "Shevchenko"),
    _text("full_name", _("name and surname"), "Olena Shevchenko", "Олена Шевченко"),
    _text("name_latin", _("name in Latin letters"), "Olena Shevchenko"),
    _text("name_cyrillic", _("name in Cyrillic letters"), "Олена Шевченко"),
    _text("patronymic", _("patronymic"), "Петрівна"),
    _text("birth_name", _("family name at birth"), "Kovalenko"),
    _text("father_name", _("father's first name"), "Petro"),
    _text("mother_name", _("mother's first name"), "Mariia"),
    _text("sex", _("sex"), "kobieta", "жінка"),
    _text("citizenships", _("citizenships"), "Ukraina", "Україна"),
    _text("pesel", _("PESEL"), "85630112345"),
    _flag("has_pesel", _("there is a PESEL")),
    _flag("has_no_pesel", _("there is no PESEL")),
    _text("no_pesel_reason", _("why there is no PESEL"), "czeka na nadanie", "чекає на присвоєння"),
    _date("birth_date", _("date of birth"), "01.03.1985"),
    _text("birth_place", _("place of birth"), "Poltava", "Полтава"),
    _text(
        "document_kind", _("kind of the identity document"), "paszport biometryczny", "біометричний паспорт"
    ),
    _text("document_number", _("series and number of the identity document"), "FA123456"),
    _date("document_valid_until", _("identity document valid until"), "31.12.2027"),
    _flag("document_has_expired", _("the identity document has expired")),
)

_CONTACT = (
    _text("residence_address", _("address of residence"), "ul. Próbna 1, Kielce", "вул. Próbna 1, Кельце"),
    _text("registered_address", _("address of permanent or temporary registration"), "ul. Próbna 1, Kielce"),
    _text("place_of_stay", _("place of stay"), "Kielce", "Кельце"),
    _text("accommodation", _("accommodation"), "Hotel Przykład", "Готель «Приклад»"),
    _text("delivery_address", _("delivery address"), "ul. Próbna 1, 25-001 Kielce"),
    _text("phone", _("phone"), "+48 41 555 01 01"),
    _text("email", _("e-mail"), "olena@example.org"),
    _text("contact_language", _("language of contact"), "ukraiński", "українська"),
    _text("preferred_contact", _("preferred contact"), "telefon", "телефон"),
)

_FAMILY = (
    _text("marital_status", _("marital status"), "zamężna / żonaty", "у шлюбі"),
    _text("spouse_registered", _("whether the spouse is registered"), "nie", "ні"),
    _text("children_count", _("number of dependent children"), "2"),
    _flag("has_children", _("there are dependent children")),
    _list(
        "children",
        _("dependent children"),
        _date("birth_date", _("date of birth"), "05.06.2015"),
        _text("dependent", _("dependent"), "tak", "так"),
    ),
    _text("lone_parent", _("lone parent"), "nie", "ні"),
    _text("large_family_card", _("Large Family Card"), "nie", "ні"),
    _text("carer", _("carer of a disabled person"), "nie", "ні"),
    _text("disability_degree", _("degree of disability"), "brak", "немає"),
    _text("health_limits", _("limits of health at work"), "bez dźwigania", "без підняття важкого"),
)

_LEARNED = (
    _text("education_level", _("education"), "średnie", "середня"),
    _list(
        "schools",
        _("schools finished"),
        _text("level", _("level"), "średnie", "середня"),
        _text("school", _("school"), "Liceum nr 5 w Połtawie", "Ліцей № 5 у Полтаві"),
        _text("field", _("field of study"), "krawiectwo", "кравецтво"),
        _COUNTRY,
        _text("years", _("years"), "2000–2003"),
        _EVIDENCE,
    ),
    _list("occupations", _("occupations"), *_OCCUPATION),
    _list("learned_occupations", _("learned occupations"), *_OCCUPATION),
    _list("practised_occupations", _("practised occupations"), *_OCCUPATION),
    _list("wanted_occupations", _("wanted occupations"), *_OCCUPATION),
    _list(
        "languages",
        _("languages"),
        _text("language", _("language"), "polski", "польська"),
        _text("level", _("level"), "A2"),
    ),
    _list(
        "licences",
        _("professional licences"),
        _text("name", _("licence"), "Prawo jazdy kat. B", "Посвідчення водія категорії B"),
        _text("details", _("details"), "wydane w Ukrainie", "видане в Україні"),
        _VALID,
        _EVIDENCE,
    ),
)

_WORK = (
    _list(
        "jobs",
        _("employment periods"),
        _text("employer", _("employer"), "Zakład „Zoria”", "Фабрика «Зоря»"),
        _text("position", _("position"), "krawcowa", "швачка"),
        _COUNTRY,
        _text("period", pgettext_lazy("of work", "period"), "09.2015 – 02.2022"),
        _text("working_time", _("working time"), "pełny etat", "повний робочий час"),
        _text("basis", _("basis of the work"), "umowa o pracę", "трудовий договір"),
        _EVIDENCE,
    ),
    _text("looks_for", _("what the person looks for"), "praca przy szyciu", "робота на шитті"),
    _text("wanted_contracts", _("wanted kinds of contract"), "umowa o pracę", "трудовий договір"),
    _text("wanted_shifts", _("wanted shifts"), "jedna zmiana", "одна зміна"),
    _text("wanted_hours", _("wanted working hours"), "40 godz. tygodniowo", "40 год. на тиждень"),
    _text("wanted_distance", _("how far the person can travel"), "30 km", "30 км"),
    _date("may_start_on", _("may start work on"), "01.12.2026"),
    _text("needs", _("what the person needs to take up work"), "dojazd", "доїзд до роботи"),
    _list(
        "special_situations",
        _("special situations"),
        _text("name", _("situation"), "ochrona czasowa", "тимчасовий захист"),
        _text("legal_basis", _("legal basis"), "ustawa z 12.03.2022 r."),
    ),
)

_DESK = (
    _text("status", _("status"), "w trakcie rejestracji", "у процесі реєстрації"),
    _date("registered_on", _("registered on"), "20.11.2026"),
    _list(
        "documents_presented",
        _("documents presented"),
        _text("name", _("document"), "paszport", "паспорт"),
        _text("form", _("form"), "oryginał", "оригінал"),
        _date("seen_on", _("seen on"), "20.11.2026"),
        _VALID,
        _text("recognised", _("recognised"), "nie", "ні"),
    ),
    _list(
        "changes",
        _("changes of data"),
        _text("what", _("what has changed"), "telefon", "телефон"),
        _text("before", _("before"), "+48 41 555 01 01"),
        _text("now", _("now"), "+48 41 555 01 02"),
    ),
    _list(
        "consents",
        _("consents"),
        _text("purpose", _("purpose"), "kontakt telefoniczny", "телефонний зв’язок"),
        _text("answer", _("answer"), "tak", "так"),
        _date("since", _("since"), "20.11.2026"),
    ),
)


def _by_name(placeholders: Iterable[Placeholder]) -> Mapping[str, Placeholder]:
    return MappingProxyType({placeholder.name: placeholder for placeholder in placeholders})


# Groups in the order in which an editor offers them.
GROUPS: tuple[tuple[str | Promise, tuple[Placeholder, ...]], ...] = (
    (_("The paper and the office"), _THE_PAPER),
    (_("Identity"), _IDENTITY),
    (_("Contact"), _CONTACT),
    (_("Family and health"), _FAMILY),
    (_("Education and skills"), _LEARNED),
    (_("Work and wishes"), _WORK),
    (_("Of the desk"), _DESK),
)
CATALOGUE: Mapping[str, Placeholder] = _by_name(
    placeholder for _label, placeholders in GROUPS for placeholder in placeholders
)
# What a paper says of itself, the office and its day: a change of it does not make the paper outdated.
OF_THE_PAPER = frozenset({"document_has_expired", *(placeholder.name for placeholder in _THE_PAPER)})


def examples() -> Data:
    """Invented data for the preview of a wording: two rows of each list."""
    return {name: _example(placeholder) for name, placeholder in CATALOGUE.items()}


def _example(placeholder: Placeholder) -> Said | tuple[Row, ...]:
    if placeholder.kind is not Kind.LIST:
        return placeholder.example
    return ({column.name: column.example for column in placeholder.columns},) * 2


def pack(data: Data) -> dict[str, Any]:
    """``data`` as JSON holds it: three-item lists for values, lists of objects for lists."""
    return {
        name: _packed(value) if isinstance(value, Said) else [_packed_row(row) for row in value]
        for name, value in sorted(data.items())
    }


def unpack(packed: Mapping[str, Any]) -> Data:
    return {name: _unpacked(value) for name, value in packed.items()}


def _packed(said: Said) -> list[Any]:
    return [said.pl, said.uk, said.is_final]


def _packed_row(row: Row) -> dict[str, Any]:
    return {name: _packed(said) for name, said in sorted(row.items())}


def _unpacked(value: Any) -> Said | tuple[Row, ...]:
    if value and isinstance(value[0], str):
        return Said(*value)
    return tuple({name: Said(*said) for name, said in row.items()} for row in value)
