"""Which approved texts a change of glossary terms puts in question.

Only sentences are read whose Polish holds the words of a term in some form, found by the index of their
words, and no more than ``MOST`` of them, the newest first; of a file of many terms, so many for each batch.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import QuerySet

from translations import morphology
from translations.glossary import Entry, Glossary
from translations.models import Segment, Status
from translations.renderings import TermFinding, glossary_findings

MOST = 2_000
BATCH = 50  # terms looked for by one query
WORDS = SearchVector("source_pl", config="simple")


@dataclass(frozen=True)
class Flagged:
    """An approved sentence, and what the glossary would say of it from now on."""

    segment: Segment
    finding: TermFinding


class Change(NamedTuple):
    """A term as it acts now and as it shall act; ``None`` is a term that does not act: one not stored yet,
    proposed only, or retired."""

    before: Entry | None
    after: Entry | None


class Impact(NamedTuple):
    """``new``: flagged by the change; ``lasting``: keys of translations flagged before and still;
    ``is_capped``: more sentences hold the words than were read."""

    new: list[Flagged]
    lasting: set[int]
    is_capped: bool


def impacts(changes: Sequence[Change]) -> list[Impact]:
    """What each of ``changes`` does to the approved texts, when all of them are made."""
    told = [Impact([], set(), is_capped=False) for _ in changes]
    acting = [(place, change.after) for place, change in enumerate(changes) if change.after is not None]
    if not acting:
        return told
    changed = {entry.pl for change in changes for entry in change if entry}
    others = [entry for entry in Glossary.entries() if entry.pl not in changed]
    old = _Reading(others, {place: change.before for place, change in enumerate(changes) if change.before})
    new = _Reading(others, dict(acting))
    batches = list(batched(acting, BATCH))
    most = max(MOST // len(batches), 1)
    seen: set[int] = set()
    for batch in batches:
        segments = list(_holding(entry for _, entry in batch)[: most + 1])
        for segment in segments[:most]:
            if segment.pk not in seen:
                seen.add(segment.pk)
                _tell(told, segment, old, new)
        if len(segments) > most:
            for place, _ in batch:
                told[place] = told[place]._replace(is_capped=True)
    return told


class _Reading:
    """A glossary that says of a sentence what it says about the changed terms only."""

    def __init__(self, others: Iterable[Entry], changed: Mapping[int, Entry]) -> None:
        self._places = {id(entry): place for place, entry in changed.items()}
        self._glossary = Glossary([*others, *changed.values()])

    def findings(self, segment: Segment) -> dict[int, TermFinding]:
        """The first finding of each changed term, by the place of its change."""
        hits = self._glossary.hits(segment.source_pl)
        if all(id(hit.entry) not in self._places for hit in hits):
            return {}
        found: dict[int, TermFinding] = {}
        for finding in glossary_findings(hits, segment.text_uk):
            place = self._places.get(id(finding.entry))
            if place is not None:
                found.setdefault(place, finding)
        return found


def _tell(told: list[Impact], segment: Segment, old: _Reading, new: _Reading) -> None:
    flagged = new.findings(segment)
    before = old.findings(segment) if flagged else {}
    for place, finding in flagged.items():
        if place in before:
            told[place].lasting.add(segment.translation_id)
        else:
            told[place].new.append(Flagged(segment, finding))


def _holding(entries: Iterable[Entry]) -> QuerySet[Segment]:
    """Sentences of approved texts with all words of one of the terms' patterns, the newest first."""
    approved = Segment.objects.filter(translation__status=Status.REVIEWED)
    patterns = {pattern.words for entry in entries for pattern in entry.patterns}
    query = " | ".join(sorted(f"({_pattern_query(words)})" for words in patterns))
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
    forms = {_quoted(form) for key in keys for form in morphology.forms(key)}
    return forms | {f"{_quoted(key.removesuffix('/stem')[:-1])}:*" for key in keys if key.endswith("/stem")}


def _quoted(form: str) -> str:
    """A word of a query; an apostrophe inside, as in O'Neill, does not end it."""
    return "'" + form.replace("\\", "\\\\").replace("'", "''") + "'"
