"""Everything a person has answered, read in two queries: what the card, the task list and the rules look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, Func, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, ExtractYear, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from reference.models import Term, Vocabulary
from registration.dates import PartialDate
from registration.intake.sections import LISTS, NOTHING_ON, Section
from registration.intake.vocabulary import Evidence, OccupationKind, PaperKind
from registration.models import Client, Intake
from registration.vocabulary import DatePrecision

NOT_DEPENDENT = "not-dependent"
# Answers that hold codes of terms, and of which vocabulary.
CODED = {"contract_kinds": Vocabulary.CONTRACT, "shifts": Vocabulary.SHIFT}
MARKS: dict[str, Any] = {
    NOT_DEPENDENT: _("not dependent"),
    **dict(OccupationKind.choices),
    **dict(PaperKind.choices),
    **dict(Evidence.choices),
}


@dataclass(frozen=True)
class Line:
    """An entry of a list as the card shows it; ``mark`` is its proof, or what it is of its kind."""

    public_id: UUID
    pl: str
    uk: str
    mark: str

    @property
    def text(self) -> str:
        first, second = (self.uk, self.pl) if get_language() == "uk" else (self.pl, self.uk)
        return first or second

    @property
    def note(self) -> str:
        """What the mark means, in the active language."""
        return str(MARKS.get(self.mark, ""))


@dataclass(frozen=True)
class Answers:
    """One person's answers. ``lines`` hold the entries of every list by its name."""

    client: Client
    intake: Intake
    lines: dict[str, list[Line]] = field(default_factory=dict)

    def has(self, code: str) -> bool:
        """Whether the question ``code`` is answered; "nothing to put on the list" is an answer."""
        if code in LISTS:
            return bool(self.lines.get(code)) or NOTHING_ON.get(code) in self.intake.answered_none
        return _is_said(self.value(code))

    def value(self, code: str) -> Any:
        """What was answered to a question that is no list, in whichever language it was said."""
        if code == "birth":
            return self.client.birth_date
        for row in (self.client, self.intake):
            if hasattr(row, code):
                return getattr(row, code)
        return self.intake.text(code, "pl") if code in Intake.pairs else None

    @property
    def birth(self) -> PartialDate | None:
        return self.client.birth

    @property
    def has_full_birth_date(self) -> bool:
        return self.client.birth_date_precision == DatePrecision.DAY

    @property
    def dependent_children(self) -> int:
        return sum(line.mark != NOT_DEPENDENT for line in self.lines.get("children", []))

    def is_begun(self, section: Section) -> bool:
        """Whether anything of ``section`` is answered, beyond what every record begins with."""
        begun = {"citizenships", "no_pesel_reason", "contact_language"}
        return any(self.has(question.code) for question in section.questions if question.code not in begun)


def answers_of(client: Client) -> Answers:
    """Read ``client``'s answers: one query for the single ones unless they came with the client, one for all lists."""
    intake = getattr(client, "intake", None) or Intake(client=client)
    lines: dict[str, list[Line]] = {name: [] for name in (*LISTS, *CODED)}
    for name, number, polish, ukrainian, mark in _entries(client, intake):
        lines[name].append(Line(number, polish, ukrainian, mark))
    return Answers(client, intake, lines)


def _entries(client: Client, intake: Intake) -> Iterator[tuple[str, UUID, str, str, str]]:
    first, *rest = (
        *(_of_list(client, name) for name in LISTS),
        *(_of_codes(intake, name) for name in CODED if getattr(intake, name)),
    )
    for *told, _number in sorted(first.union(*rest, all=True), key=lambda row: row[-1]):
        yield tuple(told)


def _of_list(client: Client, name: str) -> "QuerySet[Any, Any]":
    """The entries of one list in the shape that all share: the list, the address, both texts, the mark, the order."""
    parts, mark = _SHAPES[name]
    rows = LISTS[name]._default_manager.filter(client=client).order_by()
    return rows.annotate(
        told_list=Value(name, output_field=CharField()),
        told_pl=_joined(", ", *(part("pl") for part in parts)),
        told_uk=_joined(", ", *(part("uk") for part in parts)),
        told_mark=Cast(mark, CharField()),
    ).values_list("told_list", "public_id", "told_pl", "told_uk", "told_mark", "pk")


def _of_codes(intake: Intake, name: str) -> "QuerySet[Any, Any]":
    """The terms that the answer ``name`` holds the codes of, in the same shape."""
    terms = Term.objects.of(CODED[name]).filter(code__in=getattr(intake, name)).order_by()
    return terms.annotate(
        told_list=Value(name, output_field=CharField()),
        told_pl=Cast("name_pl", CharField()),
        told_uk=Cast("name_uk", CharField()),
        told_mark=Cast("code", CharField()),
    ).values_list("told_list", "public_id", "told_pl", "told_uk", "told_mark", "pk")


def _joined(sign: str, *parts: Any) -> Func:
    """The filled ``parts`` with ``sign`` between them."""
    filled = (NullIf(Cast(part, CharField()), Value("")) for part in parts)
    return Func(Value(sign), *filled, function="CONCAT_WS", output_field=CharField())


def _is_said(value: Any) -> bool:
    return value is not None and value != "" and value != []


type Part = Callable[[str], Any]


def _name(link: str) -> Part:
    """The name of the linked term in the language."""
    return lambda language: F(f"{link}__name_{language}")


def _words(stem: str) -> Part:
    """The person's words in the language, else in the other one."""
    other = {"pl": "uk", "uk": "pl"}
    return lambda language: Coalesce(
        NullIf(F(f"{stem}_{language}"), Value("")), F(f"{stem}_{other[language]}")
    )


def _years(start: Any, end: Any) -> Part:
    return lambda language: _joined("–", start, end)


def _day(column: str) -> Part:
    return lambda language: Func(F(column), Value("DD.MM.YYYY"), function="to_char", output_field=CharField())


_CHILD_MARK = Case(When(is_dependent=True, then=Value("")), default=Value(NOT_DEPENDENT))
_SHAPES: dict[str, tuple[tuple[Part, ...], Any]] = {
    "children": ((_day("birth_date"),), _CHILD_MARK),
    "schools": (
        (_name("level"), _words("school"), _words("field"), _years(F("year_from"), F("year_to"))),
        F("evidence"),
    ),
    "jobs": (
        (
            _words("position"),
            _words("employer"),
            _years(ExtractYear("started_on"), ExtractYear("ended_on")),
        ),
        F("evidence"),
    ),
    "occupations": ((_name("occupation"), _words("wording")), F("kind")),
    "languages": ((_name("language"), _name("level")), Value("")),
    "licences": ((_name("licence"), _words("details")), F("evidence")),
    "situations": ((_name("kind"),), F("evidence")),
    "presented_documents": ((_words("details"),), F("kind")),
}
