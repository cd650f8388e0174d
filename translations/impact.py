"""Which approved texts a change of a glossary term puts in question.

Only sentences are read whose Polish holds the words of the term in some form, found by the index of their
words, and no more than ``MOST`` of them, the newest first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import QuerySet

from translations import morphology
from translations.glossary import Entry, Glossary
from translations.models import Segment, Status
from translations.renderings import TermFinding, glossary_findings

MOST = 2_000
WORDS = SearchVector("source_pl", config="simple")


@dataclass(frozen=True)
class Flagged:
    """An approved sentence, and what the glossary would say of it from now on."""

    segment: Segment
    finding: TermFinding


class Impact(NamedTuple):
    """``new``: flagged by the change; ``lasting``: keys of translations flagged before and still;
    ``is_capped``: more sentences hold the words than were read."""

    new: list[Flagged]
    lasting: set[int]
    is_capped: bool


def impact(before: Entry | None, after: Entry | None) -> Impact:
    """What it does to the approved texts when a term is said as ``after`` and not as ``before``.

    ``None`` is a term that does not act: one not stored yet, proposed only, or retired.
    """
    if after is None:
        return Impact([], set(), is_capped=False)
    segments = list(_holding(after)[: MOST + 1])
    entries = _others(Glossary.entries(), before, after)
    old, new = Glossary([*entries, *([before] if before else [])]), Glossary([*entries, after])
    flagged, lasting = [], set()
    for segment in segments[:MOST]:
        found = _finding(new, after, segment)
        if found and before and _finding(old, before, segment) is not None:
            lasting.add(segment.translation_id)
        elif found:
            flagged.append(Flagged(segment, found))
    return Impact(flagged, lasting, is_capped=len(segments) > MOST)


def _holding(entry: Entry) -> QuerySet[Segment]:
    """Sentences of approved texts with all words of one of the term's patterns, the newest first."""
    approved = Segment.objects.filter(translation__status=Status.REVIEWED)
    query = " | ".join(f"({_pattern_query(pattern.words)})" for pattern in entry.patterns)
    if not query:
        return approved.none()
    return (
        approved.annotate(words=WORDS)
        .filter(words=SearchQuery(query, config="simple", search_type="raw"))
        .select_related("translation")
        .order_by("-translation__changed_at", "pk")
    )


def _pattern_query(words: Iterable[frozenset[str]]) -> str:
    return " & ".join(f"({' | '.join(sorted(_written(keys)))})" for keys in words)


def _written(keys: frozenset[str]) -> set[str]:
    """The forms of a word as the index looks for them; of a stem, whatever begins like it.

    The last letter of a stem is left to the reading: a vowel may stand before it (laserowarka, laserowarek).
    """
    forms = {f"'{form}'" for key in keys for form in morphology.forms(key)}
    return forms | {f"'{key.removesuffix('/stem')[:-1]}':*" for key in keys if key.endswith("/stem")}


def _others(entries: Iterable[Entry], before: Entry | None, after: Entry) -> list[Entry]:
    """The terms of the office besides the changed one."""
    changed = {after.pl, before.pl} if before else {after.pl}
    return [entry for entry in entries if entry.pl not in changed]


def _finding(glossary: Glossary, entry: Entry, segment: Segment) -> TermFinding | None:
    hits = glossary.hits(segment.source_pl)
    if all(hit.entry is not entry for hit in hits):
        return None
    found = glossary_findings(hits, segment.text_uk)
    return next((finding for finding in found if finding.entry is entry), None)
