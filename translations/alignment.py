"""The segments of a translation, made to follow the Polish text of its subject."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from rapidfuzz import fuzz

from translations import gaps, segmentation
from translations.models import Segment, Translation

SIMILAR_FROM = 60  # of 100: below it a sentence counts as new, not as changed
_PLACE = ("position", "before", "after", "source_pl", "previous_pl", "is_complete")


def source_hash(polish: Mapping[str, str]) -> str:
    """The fingerprint of all Polish texts of a subject, by which a change is noticed."""
    return hashlib.sha256(json.dumps(polish, ensure_ascii=False).encode()).hexdigest()


def take_source(translation: Translation, polish: Mapping[str, str], *, now: datetime) -> None:
    """Set on ``translation``, without storing, what it keeps of the Polish text. The title comes first."""
    translation.title_pl = next(iter(polish.values()), "")[:300]
    translation.source_hash = source_hash(polish)
    translation.changed_at = now


def new_segments(translation: Translation, polish: Mapping[str, str]) -> list[Segment]:
    """Segments without Ukrainian text for a translation that has none yet; not stored."""
    return [segment for field, text in polish.items() for segment in _cut(translation, field, text)]


def realign(translation: Translation, polish: Mapping[str, str]) -> None:
    """Store segments for the new Polish text; keep the Ukrainian of every sentence that is still there.

    Where the Polish of a segment changed, its Ukrainian stays as the text to start from, ``previous_pl``
    says what it was written for, and the segment is incomplete until somebody has looked at it.
    """
    stored: dict[str, list[Segment]] = defaultdict(list)
    places: dict[int, tuple[object, ...]] = {}
    for segment in translation.segments.all():
        stored[segment.field].append(segment)
        places[segment.pk] = _place(segment)
    kept: list[Segment] = []
    for field, text in polish.items():
        kept.extend(_matched(stored[field], list(_cut(translation, field, text))))
    translation.segments.exclude(pk__in=[segment.pk for segment in kept if segment.pk]).delete()
    moved = [segment for segment in kept if segment.pk and places[segment.pk] != _place(segment)]
    Segment.objects.bulk_update(moved, _PLACE)
    Segment.objects.bulk_create([segment for segment in kept if not segment.pk])


def ukrainian(segments: Iterable[Segment], fields: Iterable[str]) -> dict[str, str]:
    """The Ukrainian text of each field, put together from its segments in order."""
    pieces = defaultdict(list)
    for segment in segments:
        pieces[segment.field].append(segmentation.Piece(segment.before, segment.text_uk, segment.after))
    return {field: segmentation.join(pieces[field]) for field in fields}


def _cut(translation: Translation, field: str, text: str) -> Iterator[Segment]:
    for position, piece in enumerate(segmentation.split(text)):
        if piece.text:
            yield Segment(
                translation=translation,
                field=field,
                position=position,
                before=piece.before,
                source_pl=piece.text,
                after=piece.after,
            )


def _matched(old: list[Segment], new: list[Segment]) -> list[Segment]:
    """``new``, with the stored row in place of every segment that was there before, perhaps changed."""
    pairs = _same(old, new) | _similar(old, new)
    return [_moved(pairs[place], segment) if place in pairs else segment for place, segment in enumerate(new)]


def _same(old: list[Segment], new: list[Segment]) -> dict[int, Segment]:
    """Take from ``old`` the segments whose Polish is still there, moved or not: ``{place in new: row}``."""
    pairs = {}
    for place, segment in enumerate(new):
        row = next((row for row in old if segment.source_pl in {row.source_pl, row.previous_pl}), None)
        if row is not None:
            pairs[place] = row
            old.remove(row)
    return pairs


def _similar(old: list[Segment], new: list[Segment]) -> dict[int, Segment]:
    """Take from ``old`` the segment most like each new one."""
    pairs: dict[int, Segment] = {}
    scores = sorted(
        (
            (-fuzz.ratio(row.source_pl, segment.source_pl), place, number)
            for place, segment in enumerate(new)
            for number, row in enumerate(old)
        ),
    )
    taken: set[int] = set()
    for score, place, number in scores:
        if -score >= SIMILAR_FROM and place not in pairs and number not in taken:
            pairs[place] = old[number]
            taken.add(number)
    return pairs


def _place(segment: Segment) -> tuple[object, ...]:
    return tuple(getattr(segment, name) for name in _PLACE)


def _moved(row: Segment, to: Segment) -> Segment:
    if row.source_pl != to.source_pl:
        written_for = row.previous_pl or row.source_pl
        row.previous_pl = "" if written_for == to.source_pl or not row.text_uk else written_for
        row.is_complete = not row.previous_pl and gaps.is_complete(row.text_uk)
    row.position, row.before, row.after, row.source_pl = to.position, to.before, to.after, to.source_pl
    return row
