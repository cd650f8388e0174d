"""What the page of one translation shows: every sentence with its glossary, its findings and its past."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from django.db.models import Model
from django.forms import BoundField

from translations import assembly, gaps, registry
from translations.checks import Finding
from translations.forms import TranslationForm, field_name
from translations.glossary import Entry, Glossary, Hit
from translations.models import Segment, Status, Translation
from translations.overrides import Overrides
from translations.registry import CodedFact
from translations.suggesting import Suggestion
from translations.wording import Change, changes

_AROUND = 24  # signs shown on each side of the place of a finding
_BY_NOBODY = frozenset({Segment.Origin.GLOSSARY, Segment.Origin.MEMORY, Segment.Origin.MACHINE})


@dataclass(frozen=True)
class Piece:
    """A stretch of the Polish; ``entry`` is the glossary's term it names, ``findings`` what is wrong about it."""

    text: str
    entry: Entry | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_blocking(self) -> bool:
        return any(finding.is_blocking for finding in self.findings)


@dataclass(frozen=True)
class Excerpt:
    """The place of a finding in the Ukrainian with what stands around it; ``start`` and ``end`` count from the
    beginning of the whole text."""

    before: str
    place: str
    after: str
    start: int
    end: int


@dataclass(frozen=True)
class Remark:
    finding: Finding
    excerpt: Excerpt | None


@dataclass(frozen=True)
class Look:
    """What the checks and the glossary say of one pair."""

    hits: list[Hit]
    pieces: list[Piece]
    remarks: list[Remark]

    @property
    def findings(self) -> list[Finding]:
        return [remark.finding for remark in self.remarks]

    @property
    def blocking_count(self) -> int:
        return sum(finding.is_blocking for finding in self.findings)


@dataclass(frozen=True)
class Ways:
    """What every sentence of a page is looked at with; read once."""

    glossary: Glossary
    overrides: Overrides

    def look_into(self, source_pl: str, text_uk: str, *, is_checked: bool = True) -> Look:
        """The pair with its terms and findings marked. Without ``is_checked`` the Ukrainian is not looked at."""
        source, text = (unicodedata.normalize("NFC", words) for words in (source_pl, text_uk))
        hits = self.glossary.hits(source)
        findings = self.overrides.check(source, text, hits) if is_checked else []
        return Look(
            hits=hits,
            pieces=list(_pieces(source, hits, findings)),
            remarks=[Remark(finding, _excerpt(text, finding)) for finding in findings],
        )


@dataclass(frozen=True)
class Insertable:
    """A fact of the Polish as the office writes it in Ukrainian."""

    pl: str
    uk: str


@dataclass(frozen=True)
class Line:
    """One segment on the page. ``stored`` is the text saved meanwhile, when it is not the typed one.

    ``is_open`` while somebody must still look at it; ``is_unsent``: typed on the page that was refused, over what is
    stored now; ``suggestions`` is ``None`` until they are asked for.
    """

    segment: Segment
    field: BoundField
    look: Look
    terms: list[Entry]
    facts: list[Insertable]
    changes: list[Change]
    stored: str
    is_open: bool
    is_unsent: bool
    suggestions: list[Suggestion] | None = None

    @property
    def findings(self) -> list[Finding]:
        return self.look.findings


@dataclass(frozen=True)
class Section:
    label: str
    lines: list[Line]


@dataclass(frozen=True)
class Workbench:
    sections: list[Section]
    facts: Sequence[CodedFact]
    preview_url: str
    can_preview: bool
    is_personal: bool

    @property
    def lines(self) -> list[Line]:
        return [line for section in self.sections for line in section.lines]

    @property
    def blocking_count(self) -> int:
        return sum(line.look.blocking_count for line in self.lines)

    @property
    def done_count(self) -> int:
        return sum(not line.is_open for line in self.lines)


@dataclass(frozen=True)
class Asked:
    """What one request has beside the page: suggestions by segment key, a conflict, words without a sentence.

    ``is_seen``: whoever typed has seen what is stored now. ``others`` are words somebody else has typed meanwhile.
    """

    suggestions: dict[int, list[Suggestion]] = field(default_factory=dict)
    has_conflict: bool = False
    is_seen: bool = False
    homeless: list[str] = field(default_factory=list)
    others: Mapping[int, str] = field(default_factory=dict)


NOTHING = Asked()


def lay_out(
    translation: Translation, subject: Model, form: TranslationForm, asked: Asked = NOTHING
) -> Workbench:
    """The page for ``translation`` of ``subject`` with what ``form`` holds.

    With a conflict, each line also tells the stored text where it is not the typed one. What is still empty
    is a finding only once somebody has sent the page.
    """
    translatable = registry.of(type(subject))
    ways = Ways(Glossary.load(), Overrides.of(translation))
    lines = [
        _line(segment, form, ways, Status(translation.status), asked)
        for segment in translation.segments.all()
    ]
    order = {name: place for place, name in enumerate(translatable.fields)}
    lines.sort(key=lambda line: (order.get(line.segment.field, len(order)), line.segment.position))
    return Workbench(
        sections=[
            Section(translatable.label(name), list(group))
            for name, group in groupby(lines, key=lambda line: line.segment.field)
        ],
        facts=translatable.facts(subject),
        preview_url=translatable.preview(subject),
        can_preview=translatable.preview_with is not None,
        is_personal=translatable.is_personal,
    )


def _line(segment: Segment, form: TranslationForm, ways: Ways, status: Status, asked: Asked) -> Line:
    bound = form[field_name(segment)]
    shown = bound.value() or ""
    there = asked.others.get(segment.pk, segment.text_uk)
    # A text refused for its length is not looked into as well: that would take minutes.
    is_checked = bool((shown or form.is_bound) and not bound.errors)
    look = ways.look_into(segment.source_pl, shown, is_checked=is_checked)
    return Line(
        segment=segment,
        field=bound,
        look=look,
        terms=list({hit.entry.pl: hit.entry for hit in look.hits}.values()),
        facts=_facts(segment.source_pl),
        changes=changes(segment.previous_pl, segment.source_pl),
        stored=there if asked.has_conflict and shown.strip() != there else "",
        is_open=_is_open(segment, shown, look, status),
        is_unsent=form.is_bound
        and asked.is_seen
        and not asked.has_conflict
        and shown.strip() != segment.text_uk,
        suggestions=asked.suggestions.get(segment.pk),
    )


def _is_open(segment: Segment, shown: str, look: Look, status: Status) -> bool:
    """Whether a person must still look at it: it has a gap, a fault, a new Polish, or nobody's draft."""
    is_faulty = bool(segment.previous_pl or look.blocking_count or not gaps.is_complete(shown))
    was_approved = status in {Status.REVIEWED, Status.OUTDATED}
    is_drafted = segment.origin in _BY_NOBODY and shown == segment.text_uk
    return is_faulty or (is_drafted and not was_approved)


def _facts(source_pl: str) -> list[Insertable]:
    """The facts of the Polish that can be copied, each once."""
    said = {fact.text: assembly.rendered(source_pl, fact) for fact in assembly.carried_over(source_pl)}
    return [Insertable(pl, uk) for pl, uk in said.items() if uk]


def _pieces(text: str, hits: list[Hit], findings: list[Finding]) -> Iterator[Piece]:
    """``text`` cut where terms and places of findings begin and end."""
    spans = [(finding.at_pl, finding) for finding in findings if finding.at_pl]
    borders = {0, len(text), *(place for hit in hits for place in (hit.start, hit.end))}
    borders.update(place for span, _ in spans for place in span)
    for start, end in pairwise(sorted(borders)):
        entry = next((hit.entry for hit in hits if hit.start <= start and end <= hit.end), None)
        found = tuple(finding for span, finding in spans if span[0] <= start and end <= span[1])
        yield Piece(text[start:end], entry, found)


def _excerpt(text: str, finding: Finding) -> Excerpt | None:
    if finding.at_uk is None:
        return None
    start, end = finding.at_uk
    first, last = max(0, start - _AROUND), end + _AROUND
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    return Excerpt(
        before=f"…{before}" if first else before,
        place=text[start:end],
        after=f"{after}…" if last < len(text) else after,
        start=start,
        end=end,
    )
