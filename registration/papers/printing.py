"""A paper as it is printed: the Polish original, and beside it, line by line, the Ukrainian copy for reading."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import segno
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from documents.images import PrintImage
from registration.models import Client, Layout, Paper, PaperKind, PaperSet, TemplateVersion
from registration.papers import pieces
from registration.papers.pieces import Line, Piece
from registration.papers.placeholders import Data, Said, unpack
from registration.papers.saying import told
from registration.papers.wording import compose

PAPER = "registration.paper"
PAPER_SET = "registration.paper_set"

_NO_SECTION = pieces.Section("", Layout.TEXT, ())
_BLANK: Line = (Piece("", is_value=True, is_blank=True),)


@dataclass(frozen=True)
class Twin:
    """Two blocks that say the same: the original and the copy."""

    kind: str
    left: Any
    right: Any


@dataclass(frozen=True)
class Part:
    """A section with its heading in both languages, cut into rows that stand side by side."""

    heading_pl: str
    heading_uk: str
    rows: list[Twin]


@dataclass(frozen=True)
class Fact:
    """A line of the block on who filled the paper in; without a value, a line to write on."""

    label: Said
    value: Said


@dataclass(frozen=True)
class Sheet:
    """One printed paper."""

    title: Said
    footer: str
    notices: list[Said]
    parts: list[Part]
    facts: list[Fact]
    signers: list[Said]

    @property
    def original(self) -> Said:
        return _both(gettext_lazy("Original"))

    @property
    def copy(self) -> Said:
        return _both(gettext_lazy("Copy for reading; the Polish original is signed"))

    @property
    def facts_heading(self) -> Said:
        return _both(gettext_lazy("How this paper came about"))


def paper_context(paper: Paper, language: str) -> dict[str, Any]:
    held = Paper.objects.for_print().get(pk=paper.pk)
    return _context([held])


def set_context(paper_set: PaperSet, language: str) -> dict[str, Any]:
    return _context(list(paper_set.papers.exclude(state=Paper.State.VOID).for_print()))


def paper_title(paper: Paper, language: str) -> str:
    return f"{paper.version.title_pl}: {paper.client.name}"


def set_title(paper_set: PaperSet, language: str) -> str:
    return f"{_('Papers')}: {paper_set.client.name}, {paper_set.get_purpose_display()}"


def may_open(user: User | AnonymousUser, subject: Paper | PaperSet) -> bool:
    if not isinstance(user, User):
        return False
    papers = Paper.objects.visible_to(user).filter(client=subject.client_id)
    return (papers.filter(pk=subject.pk) if isinstance(subject, Paper) else papers).exists()


def people(subject: Paper | PaperSet) -> list[Client]:
    return [subject.client]


def address_of(token: str) -> str:
    """What the code of a card holds: an address that says nothing to whoever may not sign in."""
    with translation.override("pl"):
        return f"{settings.SITE_URL}{reverse('registration:card', args=[token])}"


def _context(papers: list[Paper]) -> dict[str, Any]:
    card = next((paper for paper in papers if paper.token), None)
    return {
        "sheets": [_sheet(paper) for paper in papers],
        "qr": PrintImage(_qr(address_of(card.token)), "image/svg+xml") if card and card.token else None,
    }


def _qr(address: str) -> bytes:
    image = io.BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="svg", border=2, xmldecl=False)
    return image.getvalue()


def parts_of(version: TemplateVersion, data: Data) -> list[Part]:
    """What ``version`` says of ``data``, the original beside the copy."""
    originals, copies = compose(version, data, "pl"), compose(version, data, "uk")
    return [
        Part(left.heading, right.heading, list(_rows(left, right)))
        for left, right in zip_longest(originals, copies, fillvalue=_NO_SECTION)
    ]


def _sheet(paper: Paper) -> Sheet:
    version = paper.version
    parts = parts_of(version, unpack(paper.packed))
    is_card = version.template.kind == PaperKind.CARD
    has_places = any(row.kind == "signatures" for part in parts for row in part.rows)
    return Sheet(
        title=Said(version.title_pl, version.title_uk),
        footer=_footer(paper),
        notices=list(_notices(paper)),
        parts=parts,
        facts=[] if is_card else list(_facts(paper)),
        signers=[] if has_places or is_card else [_both(signer) for signer in _SIGNERS],
    )


def _notices(paper: Paper) -> Iterator[Said]:
    """What whoever holds the print has to know first."""
    if not paper.is_final:
        yield _both(_NOT_FINAL)
    if paper.is_outdated:
        yield _both(_OUTDATED)
    if paper.is_void:
        yield _both(_VOID)


def _footer(paper: Paper) -> str:
    """Which wording and which data: a print is told from another by eye."""
    since = paper.version.valid_from
    return _("%(title)s · wording of %(day)s, no. %(number)s · data %(mark)s") % {
        "title": paper.version.title_pl,
        "day": f"{since:%d.%m.%Y}" if since else "–",
        "number": paper.version.pk,
        "mark": paper.short_hash,
    }


def _rows(original: pieces.Section, copy: pieces.Section) -> Iterator[Twin]:
    """Side by side, block by block. Wording that a check would refuse stands as two columns, each whole."""
    if [_shape(block) for block in original.blocks] != [_shape(block) for block in copy.blocks]:
        yield Twin("blocks", original.blocks, copy.blocks)
        return
    for left, right in zip(original.blocks, copy.blocks, strict=True):
        match left, right:
            case pieces.Fields(), pieces.Fields():
                yield from (Twin("field", *both) for both in zip(left.rows, right.rows, strict=True))
            case pieces.Grid(), pieces.Grid():
                records = zip(_records(left), _records(right), strict=True)
                yield from (Twin("record", *both) for both in records)
            case pieces.Signatures(), pieces.Signatures():
                yield Twin("signatures", left, list(zip(left.places, right.places, strict=True)))
            case _:
                yield Twin(left.kind, left, right)


def _shape(block: pieces.Block) -> tuple[str, int]:
    match block:
        case pieces.Fields(rows) | pieces.Grid(_, rows):
            return block.kind, len(rows)
        case pieces.Signatures(places):
            return block.kind, len(places)
    return block.kind, 0


def _records(grid: pieces.Grid) -> list[list[tuple[str, Line]]]:
    """Half a page is too narrow for a table: every row is a list of headings with what stands under them."""
    rows = grid.rows or (tuple(_BLANK for _heading in grid.header),)
    headings = [pieces.plain(heading) for heading in grid.header]
    return [list(zip(headings, row, strict=True)) for row in rows]


def _facts(paper: Paper) -> Iterator[Fact]:
    """Who filled it in, and how it was read back to the person."""
    for label, value in _FACTS:
        yield Fact(told(label, paper), told(value, paper))


def _moment(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "d.m.Y, H:i") if moment else ""


def _both(sentence: Promise) -> Said:
    return told(str, sentence)


_NOT_FINAL = gettext_lazy(
    "This paper is not final and must not be signed: what is marked with * has no reviewed Polish yet."
)
_OUTDATED = gettext_lazy("This paper is outdated: the data have changed since it was filled in.")
_VOID = gettext_lazy("This paper is void.")
_SIGNERS = (
    gettext_lazy("Signature of the person"),
    gettext_lazy("Signature of who filled the paper in"),
    gettext_lazy("Signature of the interpreter, if there was one"),
)

type _Reading = Callable[[Paper], Any]
_FACTS: list[tuple[_Reading, _Reading]] = [
    (lambda paper: _("Filled in on the person’s behalf by"), lambda paper: paper.filled_by.full_name),
    (lambda paper: _("Filled in on"), lambda paper: _moment(paper.filled_at)),
    (lambda paper: _("Read back in the language"), lambda paper: paper.get_read_back_language_display()),
    (
        lambda paper: _("Read back by"),
        lambda paper: paper.read_back_by.full_name if paper.read_back_by else "",
    ),
    (lambda paper: _("Interpreter"), lambda paper: paper.interpreter or ("–" if paper.read_back_at else "")),
    (lambda paper: _("Read back on"), lambda paper: _moment(paper.read_back_at)),
    (lambda paper: _("The person"), lambda paper: paper.get_confirmation_display()),
]
