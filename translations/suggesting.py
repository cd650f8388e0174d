"""What the memory suggests for one sentence, with the difference shown word by word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from translations import memory, places, wording
from translations.memory import Recalled, Similar
from translations.models import MemoryEntry, Segment
from translations.spelling import printed
from translations.wording import Change

_KEY = re.compile(r"\A\d{1,18}\Z", re.ASCII)
_TAKEN = re.compile(r"\Ataken-(\d{1,18})\Z", re.ASCII)
_ADDRESS = re.compile(r"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


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


def for_segment(segment: Segment, *, domain: str) -> list[Suggestion]:
    """What may be taken for ``segment``, the most alike first; nothing that stands there already."""
    return [
        Suggestion.of(similar, segment.source_pl)
        for similar in memory.similar(segment.source_pl, domain=domain)
        if similar.text_uk != segment.text_uk
    ]


def pressed(value: str) -> dict[int, UUID]:
    """The segment key and the entry address that the button of a suggestion sends; empty for anything else."""
    key, _, entry = value.partition(":")
    return dict(_named([(key, entry)]))


def taken(data: Mapping[str, str]) -> dict[int, UUID]:
    """The entries whose texts a page took for its segments, by segment key."""
    fields = ((name, _TAKEN.match(name)) for name in data)
    return dict(_named((match[1], data[name]) for name, match in fields if match))


def recalled(segments: Iterable[Segment], entries: Mapping[int, UUID]) -> dict[int, Recalled]:
    """What each of ``entries`` says for its segment; those that are gone are left out."""
    stored = MemoryEntry.objects.filter(is_active=True).in_bulk(entries.values(), field_name="public_id")
    return {
        segment.pk: Recalled(_filled(segment.source_pl, entry), str(entry.public_id))
        for segment in segments
        if segment.pk in entries and (entry := stored.get(entries[segment.pk]))
    }


def _named(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[int, UUID]]:
    for key, entry in pairs:
        if _KEY.match(key) and _ADDRESS.match(entry):
            yield int(key), UUID(entry)


def _filled(source_pl: str, entry: MemoryEntry) -> str:
    return printed(places.filled(entry.template_uk, places.of_polish(source_pl)[0].facts))
