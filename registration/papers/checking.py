"""What is wrong with the wording of a paper, each time with the line it stands in and what to do about it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registration.models import Layout
from registration.papers.grammar import EndIf, Fault, If, Odd, Token, Value, Words, tokens
from registration.papers.placeholders import CATALOGUE, Kind, Placeholder
from registration.papers.wording import Wording

LONGEST_BODY = 8_000
LONGEST_LINE = 1_500
MOST_LINES = 200
MOST_SECTIONS = 40
DEEPEST = 3
MOST_COLUMNS = 8
LANGUAGES = ("pl", "uk")

# A tag of the web, an entity, an address that runs: nothing of it works here, and a reader would see it printed.
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&#?\w{2,32};|\bjavascript\s*:", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")
_FAULTS = {
    Fault.BRACES: _(
        "The braces do not match. A placeholder is written {{ name }}, a condition {% if name %}…{% endif %}, "
        "each on one line."
    ),
    Fault.NAME: _(
        "Only the name of a placeholder may stand between the braces, such as {{ full_name }}. Pick it from the list."
    ),
    Fault.LOOP: _(
        "There are no loops. Name a column of a list, such as {{ children.birth_date }}: the line is repeated for "
        "each row by itself."
    ),
    Fault.OTHERWISE: _(
        "There is no “else”. Close the condition with {% endif %} and write a second one with {% if not … %}."
    ),
    Fault.COMMAND: _(
        "Only {% if name %}, {% if not name %} and {% endif %} may be used. Delete this command."
    ),
}


@dataclass(frozen=True)
class Problem:
    """``line`` counts from 1 within the wording of ``language``; 0 is the section as a whole.

    ``place`` is the number of the section in its version, from 1; 0 is the version as a whole.
    """

    line: int
    sentence: str | Promise
    language: str = ""
    place: int = 0


def check(version: Any) -> list[Problem]:
    """What keeps a ``TemplateVersion`` from being put in force; nothing when it is right."""
    sections = list(version.sections.all())
    if not sections:
        return [Problem(0, _("The paper is empty. Add a section."))]
    if len(sections) > MOST_SECTIONS:
        return [Problem(0, format_lazy(_("At most {most} sections. Join some."), most=MOST_SECTIONS))]
    return [
        Problem(problem.line, problem.sentence, problem.language, place)
        for place, section in enumerate(sections, start=1)
        for problem in check_section(section)
    ]


def check_section(section: Wording, catalogue: Mapping[str, Placeholder] = CATALOGUE) -> list[Problem]:
    """What is wrong with one section, in the order of its lines, Polish first."""
    bodies = {"pl": _Body("pl", section.body_pl), "uk": _Body("uk", section.body_uk)}
    sizes = list(chain.from_iterable(body.too_large() for body in bodies.values()))
    if sizes:  # read no further
        return sizes
    found = list(
        chain.from_iterable(body.problems(str(section.layout), catalogue) for body in bodies.values())
    )
    found += _headings(section)
    return found or [*_not_alike(bodies["pl"], bodies["uk"], str(section.layout))]


class _Body:
    """The wording of a section in one language."""

    def __init__(self, language: str, text: str) -> None:
        self.language = language
        self.text = text
        self.lines = text.splitlines()

    def too_large(self) -> Iterator[Problem]:
        if len(self.text) > LONGEST_BODY or len(self.lines) > MOST_LINES:
            last = min(self._line_of_sign(LONGEST_BODY), MOST_LINES)
            sentence = _(
                "The wording is too long: at most {most} signs and {lines} lines. Divide it into sections from here."
            )
            yield self._problem(last, format_lazy(sentence, most=LONGEST_BODY, lines=MOST_LINES))
            return
        for number, line in enumerate(self.lines, start=1):
            if len(line) > LONGEST_LINE:
                sentence = _("The line is too long: at most {most} signs. Break it into paragraphs.")
                yield self._problem(number, format_lazy(sentence, most=LONGEST_LINE))

    def problems(self, layout: str, catalogue: Mapping[str, Placeholder]) -> Iterator[Problem]:
        if not self.text.strip():
            yield self._problem(1, _("Write the wording in Polish and in Ukrainian."))
        yield from self._conditions(catalogue)
        for number, line in enumerate(self.lines, start=1):
            for sentence in chain(_odd_signs(line), _of_line(line, catalogue), _of_layout(line, layout)):
                yield self._problem(number, sentence)
        if layout == Layout.TABLE:
            yield from self._columns()

    def named(self) -> dict[str, int]:
        """Every placeholder and condition with the line it first stands in."""
        found: dict[str, int] = {}
        for number, line in enumerate(self.lines, start=1):
            for token in tokens(line):
                if spelled := _spelled(token):
                    found.setdefault(spelled, number)
        return found

    def _conditions(self, catalogue: Mapping[str, Placeholder]) -> Iterator[Problem]:
        """Conditions that are not closed, not opened, or too deep."""
        opened: list[int] = []
        for number, line in enumerate(self.lines, start=1):
            for token in tokens(line):
                match token:
                    case If():
                        opened.append(number)
                        if len(opened) == DEEPEST + 1:
                            yield self._problem(
                                number,
                                _("Conditions stand too deep in one another. Write them side by side."),
                            )
                    case EndIf() if opened:
                        opened.pop()
                    case EndIf():
                        yield self._problem(
                            number,
                            _("This {% endif %} closes nothing. Delete it, or open a condition before it."),
                        )
        for number in opened:
            yield self._problem(
                number,
                _("This condition is not closed. Write {% endif %} after the words that depend on it."),
            )

    def _columns(self) -> Iterator[Problem]:
        rows = [
            (number, line.count("|") + 1)
            for number, line in enumerate(self.lines, start=1)
            if _words_in(line)
        ]
        if rows and not 2 <= rows[0][1] <= MOST_COLUMNS:
            sentence = _(
                "The first line of a table names its columns, divided by |: at least 2, at most {most}."
            )
            yield self._problem(rows[0][0], format_lazy(sentence, most=MOST_COLUMNS))
            return
        if len(rows) == 1:
            yield self._problem(
                rows[0][0], _("Under the names of the columns a table needs a line with their values.")
            )
        for number, width in rows[1:]:
            if width != rows[0][1]:
                sentence = _(
                    "This line has {width} columns, the first one {header}. Divide it with | as the first one."
                )
                yield self._problem(number, format_lazy(sentence, width=width, header=rows[0][1]))

    def _line_of_sign(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def _problem(self, line: int, sentence: str | Promise) -> Problem:
        return Problem(line, sentence, self.language)


def _odd_signs(line: str) -> Iterator[str | Promise]:
    if _MARKUP.search(line):
        yield _("Tags and code of web pages do not work here. Write plain words.")
    if _CONTROL.search(line):
        yield _("There is a sign here that cannot be printed. Type the line anew.")


def _of_line(line: str, catalogue: Mapping[str, Placeholder]) -> Iterator[str | Promise]:
    lists: set[str] = set()
    for token in tokens(line):
        match token:
            case Odd(fault=fault):
                yield _FAULTS[fault]
            case Value() | If() if unknown := _unknown(token, catalogue):
                yield unknown
            case Value(name, column) if column:
                lists.add(name)
    if len(lists) > 1:
        sentence = _("One line repeats for one list only, and here are two: {lists}. Give each a line.")
        yield format_lazy(sentence, lists=", ".join(sorted(lists)))


def _unknown(token: Value | If, catalogue: Mapping[str, Placeholder]) -> str | Promise | None:
    placeholder = catalogue.get(token.name)
    if placeholder is None:
        return format_lazy(_("There is no placeholder “{name}”. Pick one from the list."), name=token.name)
    if isinstance(token, If):
        return None
    if placeholder.kind is not Kind.LIST:
        if not token.column:
            return None
        sentence = _("“{name}” is a single value and has no columns. Write {{{{ {name} }}}}.")
        return format_lazy(sentence, name=token.name)
    columns = [column.name for column in placeholder.columns]
    if token.column in columns:
        return None
    sentence = _("“{name}” is a list. Name one of its columns: {columns}.")
    return format_lazy(sentence, name=token.name, columns=", ".join(f"{token.name}.{one}" for one in columns))


def _of_layout(line: str, layout: str) -> Iterator[str | Promise]:
    if layout == Layout.FIELDS and _words_in(line):
        before = next((token for token in tokens(line) if not isinstance(token, If | EndIf)), None)
        if not (isinstance(before, Words) and ":" in before.text and before.text.split(":")[0].strip()):
            yield _("A line of fields begins with a label and a colon, such as “PESEL: {{ pesel }}”.")


def _headings(section: Wording) -> Iterator[Problem]:
    for language in LANGUAGES:
        heading = getattr(section, f"heading_{language}")
        if any(not isinstance(token, Words) for token in tokens(heading)) or _MARKUP.search(heading):
            yield Problem(0, _("A heading holds plain words only, no placeholders."), language)
    if bool(section.heading_pl) != bool(section.heading_uk):
        yield Problem(0, _("Write the heading in both languages, or in neither."))


def _not_alike(polish: _Body, ukrainian: _Body, layout: str) -> Iterator[Problem]:
    """The columns stand side by side on paper: what one says of the person, the other must."""
    missing = _(
        "“{name}” stands here, but not in the other language. Write it there, too, or delete it here."
    )
    for body, other in ((polish, ukrainian), (ukrainian, polish)):
        for spelled, line in body.named().items():
            if spelled not in other.named():
                yield Problem(line, format_lazy(missing, name=spelled), body.language)
    lengths = [_filled(polish.lines), _filled(ukrainian.lines)]
    if layout not in (Layout.TEXT, Layout.DECLARATION) and lengths[0] != lengths[1]:
        sentence = _(
            "The Polish has {pl} lines and the Ukrainian {uk}. Each line stands beside its other language."
        )
        shorter = "pl" if lengths[0] < lengths[1] else "uk"
        yield Problem(min(lengths), format_lazy(sentence, pl=lengths[0], uk=lengths[1]), shorter)


def _filled(lines: Iterable[str]) -> int:
    return sum(1 for line in lines if line.strip())


def _words_in(line: str) -> bool:
    return any(not isinstance(token, If | EndIf) and _text_of(token) for token in tokens(line))


def _text_of(token: Token) -> str:
    return token.text.strip() if isinstance(token, Words | Odd) else "…"


def _spelled(token: Token) -> str:
    match token:
        case Value():
            return token.spelled
        case If(name, is_negated):
            return f"if not {name}" if is_negated else f"if {name}"
        case _:
            return ""
