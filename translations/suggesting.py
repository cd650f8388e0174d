"""What the memory suggests for the sentences of one page, with the difference shown word by word."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from translations import memory, wording
from translations.memory import Similar
from translations.models import MemoryEntry, Segment
from translations.wording import Change

MOST_SENTENCES = 40  # of one page: each costs a search


@dataclass(frozen=True)
class Suggestion:
    """One entry for one sentence. ``changes`` leads from its Polish to the Polish of the page."""

    text_uk: str
    score: int
    changes: list[Change]
    entry: MemoryEntry

    @classmethod
    def of(cls, similar: Similar, source_pl: str) -> Self:
        return cls(
            similar.text_uk, similar.score, wording.changes(similar.source_pl, source_pl), similar.entry
        )


def for_segments(segments: Iterable[Segment], *, domain: str) -> dict[int, list[Suggestion]]:
    """What may be taken for each open or changed segment, by segment key; nothing that stands there already."""
    asked = [segment for segment in segments if not segment.is_complete or segment.previous_pl]
    asked = asked[:MOST_SENTENCES]
    found = memory.similar_to_all({segment.source_pl for segment in asked}, domain=domain)
    suggestions = {
        segment.pk: [
            Suggestion.of(similar, segment.source_pl)
            for similar in found[segment.source_pl]
            if similar.text_uk != segment.text_uk
        ]
        for segment in asked
    }
    return {pk: some for pk, some in suggestions.items() if some}


def taken(value: str) -> tuple[int, UUID] | None:
    """The segment key and the entry address that the button of a suggestion sends; ``None`` for anything else."""
    segment, _, entry = value.partition(":")
    try:
        return (int(segment), UUID(entry)) if segment.isdecimal() and len(segment) < 19 else None
    except ValueError:
        return None
