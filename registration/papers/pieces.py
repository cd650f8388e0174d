"""What a composed paper is made of: plain text in a known order. Whoever prints it escapes every text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A run of text. Blank: nobody has said it yet, so a line to write on stands there.

    Marked: it stands in the other language, for want of a reviewed translation.
    """

    text: str
    is_value: bool = False
    is_blank: bool = False
    is_marked: bool = False


type Line = tuple[Piece, ...]


def plain(line: Line) -> str:
    """The words of a line, a blank as three dots."""
    return "".join("…" if piece.is_blank else piece.text for piece in line)


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[Line, ...]
    kind: str = "paragraph"


@dataclass(frozen=True)
class Points:
    """A list with dots."""

    items: tuple[Line, ...]
    kind: str = "points"


@dataclass(frozen=True)
class Choice:
    """A box to tick with the words beside it; ticked where the record says so."""

    line: Line
    is_ticked: bool


@dataclass(frozen=True)
class Choices:
    items: tuple[Choice, ...]
    kind: str = "choices"


@dataclass(frozen=True)
class Field:
    """A label and what was said to it: one line, or one for each row of a list. None: a line to write on."""

    label: Line
    values: tuple[Line, ...]


@dataclass(frozen=True)
class Fields:
    rows: tuple[Field, ...]
    kind: str = "fields"


@dataclass(frozen=True)
class Grid:
    """A table; every row has as many cells as the header."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    kind: str = "grid"

    @property
    def records(self) -> list[list[tuple[Line, Line]]]:
        """Each row as its headings with what stands under them, for where a table has no room."""
        return [list(zip(self.header, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Signature:
    """A place to sign with the words under the line."""

    caption: Line


@dataclass(frozen=True)
class Signatures:
    places: tuple[Signature, ...]
    kind: str = "signatures"


@dataclass(frozen=True)
class Code:
    """The place of the QR code, with the lines under it."""

    caption: tuple[Line, ...]
    kind: str = "code"


type Block = Paragraph | Points | Choices | Fields | Grid | Signatures | Code


@dataclass(frozen=True)
class Section:
    """``layout`` is a ``registration.models.Layout``. ``is_final`` is false where a piece of it is marked."""

    heading: str
    layout: str
    blocks: tuple[Block, ...]
    is_final: bool = True
