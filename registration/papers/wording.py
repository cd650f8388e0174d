"""From the office's wording and a person's data to the pieces of a paper. It never raises: somebody waits at the desk.

Wording is checked when it is saved (``checking``). What the check would refuse and got here all the same, after a
placeholder was renamed, say, stands on the paper as it was typed, and what nobody has said yet as a line to write on.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Protocol

from registration.models import Layout
from registration.papers import pieces
from registration.papers.grammar import EndIf, If, Odd, Token, Value, Words, tokens
from registration.papers.pieces import Line, Piece, Section
from registration.papers.placeholders import Data, Row, Said

_BLANK = Piece("", is_value=True, is_blank=True)
_BOXES = ("[ ]", "[]")
_EMPTY = Said()


class Wording(Protocol):
    """A section of a version, saved or still in the editor's form."""

    layout: Any
    heading_pl: Any
    heading_uk: Any
    body_pl: Any
    body_uk: Any


def compose(version: Any, data: Data, language: str) -> tuple[Section, ...]:
    """The sections of a ``TemplateVersion`` in ``pl`` or ``uk``, filled with ``data``.

    Both languages give the same sections and blocks, for their wording has the same placeholders and conditions. A
    section whose conditions hide every line is left out.
    """
    return compose_sections(version.sections.all(), data, language)


def compose_sections(sections: Iterable[Wording], data: Data, language: str) -> tuple[Section, ...]:
    side = "pl" if language == "pl" else "uk"
    composed = (_section(section, data, side) for section in sections)
    return tuple(section for section in composed if section.blocks)


def _section(wording: Wording, data: Data, language: str) -> Section:
    layout = str(wording.layout)
    body, heading = getattr(wording, f"body_{language}"), getattr(wording, f"heading_{language}")
    setter = _Setter(data, language)
    blocks = tuple(setter.blocks(layout, list(_shown(body, data))))
    return Section(heading, layout, blocks, is_final=not setter.has_marked)


def _shown(body: str, data: Data) -> Iterator[list[Token]]:
    """The lines whose conditions hold, each as its tokens but for the conditions; an empty one parts paragraphs."""
    holds: list[bool] = []
    for line in body.splitlines():
        kept: list[Token] = []
        had_condition = False
        for token in tokens(line.strip()):
            match token:
                case If(name, is_negated):
                    had_condition = True
                    holds.append(_has(data, name) is not is_negated)
                case EndIf():
                    had_condition = True
                    del holds[-1:]
                case _ if all(holds):
                    kept.append(token)
        if _says_something(kept) or (not line.strip() and not had_condition and all(holds)):
            yield kept


def _says_something(line: list[Token]) -> bool:
    return any(not isinstance(token, Words) or token.text.strip() for token in line)


def _has(data: Data, name: str) -> bool:
    """Whether anything was said, in whatever language, so that both columns show the same lines."""
    value = data.get(name)
    return any(any(row.values()) for row in value) if isinstance(value, tuple) else bool(value)


class _Setter:
    """Sets the shown lines of one section into blocks."""

    def __init__(self, data: Data, language: str) -> None:
        self.data, self.language = data, language
        self.has_marked = False

    def blocks(self, layout: str, lines: list[list[Token]]) -> Iterator[pieces.Block]:
        filled = [line for line in lines if line]
        match layout:
            case Layout.FIELDS if filled:
                yield pieces.Fields(tuple(self._field(line) for line in filled))
            case Layout.TABLE if filled:
                yield self._grid(filled)
            case Layout.SIGNATURE if filled:
                places = (pieces.Signature(one) for line in filled for one in self._repeated(line))
                yield pieces.Signatures(tuple(places))
            case Layout.CODE if filled:
                yield pieces.Code(tuple(one for line in filled for one in self._repeated(line)))
            case _:
                yield from self._text(lines)

    def _text(self, lines: list[list[Token]]) -> Iterator[pieces.Block]:
        for kind, group in groupby(lines, key=_kind_of):
            match kind:
                case "points":
                    items = (one for line in group for one in self._repeated(_without_mark(line)))
                    yield pieces.Points(tuple(items))
                case "choices":
                    yield pieces.Choices(tuple(self._choice(line) for line in group))
                case "paragraph":
                    together = (one for line in group for one in self._repeated(line))
                    yield pieces.Paragraph(tuple(together))

    def _choice(self, line: list[Token]) -> pieces.Choice:
        """``[ ] words`` for a hand to tick, ``[{{ flag }}] words`` ticked where the record says so."""
        rest = list(line)
        is_ticked = False
        if _begins_with_a_box(line):
            rest[0] = Words(_begin(line).split("]", 1)[1].lstrip())
        else:
            is_ticked = isinstance(line[1], Value) and _has(self.data, line[1].name)
            after = line[2]
            rest = [Words(after.text[1:].lstrip() if isinstance(after, Words) else ""), *line[3:]]
        return pieces.Choice(self._line(rest, {}), is_ticked)

    def _field(self, line: list[Token]) -> pieces.Field:
        """The label ends at the first colon of its words."""
        label: list[Token] = []
        value: list[Token] = []
        for place, token in enumerate(line):
            if isinstance(token, Words) and ":" in token.text:
                before, after = token.text.split(":", 1)
                label.append(Words(before.strip()))
                value = [Words(after.lstrip()), *line[place + 1 :]]
                break
            label.append(token)
        said = tuple(one for one in self._repeated(value) if any(piece.text.strip() for piece in one))
        return pieces.Field(self._line(label, {}), said)

    def _grid(self, lines: list[list[Token]]) -> pieces.Grid:
        header, *rest = ([*_cells(line)] for line in lines)
        width = len(header)
        rows = [
            tuple(self._line(cell, row) for cell in (cells + [[]] * width)[:width])
            for cells in rest
            for row in self._rows_of(token for cell in cells for token in cell) or [{}]
        ]
        return pieces.Grid(tuple(self._line(cell, {}) for cell in header), tuple(rows))

    def _repeated(self, line: list[Token]) -> Iterator[Line]:
        """The line, or the line once for each row of the list it names; of an empty list, no line."""
        rows = self._rows_of(line)
        for row in [{}] if rows is None else rows:
            yield self._line(line, row)

    def _rows_of(self, line: Iterable[Token]) -> "list[Row] | None":
        """The rows of the first list that the line names, or ``None`` when it names none."""
        for token in line:
            if isinstance(token, Value) and token.column:
                rows = self.data.get(token.name)
                return list(rows) if isinstance(rows, tuple) else []
        return None

    def _line(self, line: list[Token], row: Row) -> Line:
        set_pieces = (self._piece(token, row) for token in line)
        return tuple(piece for piece in set_pieces if piece.text or piece.is_blank)

    def _piece(self, token: Token, row: Row) -> Piece:
        match token:
            case Value(name, column):
                said = row.get(column, _EMPTY) if column else self.data.get(name, _EMPTY)
                return self._said(said)
            case Words(text) | Odd(text):
                return Piece(text)
            case _:
                return Piece("")

    def _said(self, said: object) -> Piece:
        if not isinstance(said, Said) or not said:
            return _BLANK
        is_marked = said.is_marked(self.language)
        self.has_marked |= is_marked
        return Piece(said.text(self.language), is_value=True, is_marked=is_marked)


def _begin(line: list[Token]) -> str:
    return line[0].text.lstrip() if line and isinstance(line[0], Words) else ""


def _begins_with_a_box(line: list[Token]) -> bool:
    return _begin(line).startswith(_BOXES)


def _holds_a_box(line: list[Token]) -> bool:
    """``[{{ flag }}] words``."""
    if len(line) < 3 or _begin(line).strip() != "[" or not isinstance(line[1], Value):
        return False
    return isinstance(line[2], Words) and line[2].text.startswith("]")


def _kind_of(line: list[Token]) -> str:
    if not line:
        return "gap"
    if _begins_with_a_box(line) or _holds_a_box(line):
        return "choices"
    return "points" if _begin(line).startswith("- ") else "paragraph"


def _without_mark(line: list[Token]) -> list[Token]:
    return [Words(_begin(line).removeprefix("- ").lstrip()), *line[1:]]


def _cells(line: list[Token]) -> Iterator[list[Token]]:
    cell: list[Token] = []
    for token in line:
        if not isinstance(token, Words):
            cell.append(token)
            continue
        first, *more = token.text.split("|")
        cell.append(Words(first.strip()) if more else Words(first))
        for text in more:
            yield cell
            cell = [Words(text.strip())]
    yield cell
