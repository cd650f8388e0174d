"""What the page of one translation shows: every sentence with its glossary, its findings and its past."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Model
from django.forms import BoundField

from translations import registry, suggesting
from translations.checks import Finding
from translations.forms import TranslationForm, field_name
from translations.glossary import Entry, Glossary, Hit
from translations.models import Segment, Translation
from translations.overrides import Overrides
from translations.registry import CodedFact
from translations.suggesting import Suggestion
from translations.wording import Change, changes


@dataclass(frozen=True)
class Piece:
    """A stretch of the Polish; ``entry`` is the glossary's term it names."""

    text: str
    entry: Entry | None = None


@dataclass(frozen=True)
class Line:
    """One segment on the page. ``stored`` is the text saved meanwhile, when it is not the typed one."""

    segment: Segment
    field: BoundField
    terms: list[Entry]
    pieces: list[Piece]
    findings: list[Finding]
    changes: list[Change]
    stored: str
    suggestions: list[Suggestion]


@dataclass(frozen=True)
class Section:
    label: str
    lines: list[Line]


@dataclass(frozen=True)
class Workbench:
    sections: list[Section]
    facts: Sequence[CodedFact]
    preview_url: str
    blocking_count: int


def lay_out(
    translation: Translation, subject: Model, form: TranslationForm, *, has_conflict: bool = False
) -> Workbench:
    """The page for ``translation`` of ``subject`` with what ``form`` holds.

    With a conflict, each line also tells the stored text where it is not the typed one. What is still empty
    is a finding only once somebody has sent the page.
    """
    glossary = Glossary.load()
    segments = list(translation.segments.all())
    translatable = registry.of(type(subject))
    suggestions = suggesting.for_segments(segments, domain=translatable.domain)
    overrides = Overrides.of(translation)
    lines = [
        _line(segment, form, glossary, overrides, suggestions.get(segment.pk, []), has_conflict=has_conflict)
        for segment in segments
    ]
    order = {field: place for place, field in enumerate(translatable.fields)}
    lines.sort(key=lambda line: (order.get(line.segment.field, len(order)), line.segment.position))
    return Workbench(
        sections=[
            Section(translatable.label(field), list(group))
            for field, group in groupby(lines, key=lambda line: line.segment.field)
        ],
        facts=translatable.facts(subject),
        preview_url=translatable.preview(subject),
        blocking_count=sum(finding.is_blocking for line in lines for finding in line.findings),
    )


def _line(
    segment: Segment,
    form: TranslationForm,
    glossary: Glossary,
    overrides: Overrides,
    suggestions: list[Suggestion],
    *,
    has_conflict: bool,
) -> Line:
    field = form[field_name(segment)]
    shown = field.value() or ""
    hits = glossary.hits(segment.source_pl)
    # A text refused for its length is not looked into as well: that would take minutes.
    is_looked_into = (shown or form.is_bound) and not field.errors
    findings = overrides.check(segment.source_pl, shown, hits) if is_looked_into else []
    return Line(
        segment=segment,
        field=field,
        terms=list({hit.entry.pl: hit.entry for hit in hits}.values()),
        pieces=list(_pieces(segment.source_pl, hits)),
        findings=findings,
        changes=changes(segment.previous_pl, segment.source_pl),
        stored=segment.text_uk if has_conflict and shown.strip() != segment.text_uk else "",
        suggestions=suggestions,
    )


def _pieces(text: str, hits: list[Hit]) -> Iterator[Piece]:
    """``text`` cut where terms begin and end."""
    end = 0
    for hit in hits:
        if end < hit.start:
            yield Piece(text[end : hit.start])
        yield Piece(text[hit.start : hit.end], hit.entry)
        end = hit.end
    if end < len(text):
        yield Piece(text[end:])
