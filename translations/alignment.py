"""The segments of a translation, made to follow the Polish text of its subject."""

import copy
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


type Judge = Callable[[str, str, str], bool]


def realign(translation: Translation, polish: Mapping[str, str], is_still_true: Judge | None = None) -> bool:
    """Store segments for the new Polish text; keep the Ukrainian of every sentence that is still there.

    Where the Polish of a segment changed, its Ukrainian stays as the text to start from, ``previous_pl``
    says what it was written for, and the segment is incomplete until somebody has looked at it; unless
    ``is_still_true(polish before, polish, ukrainian)`` says that the change made no difference to it. Where
    only the rules of cutting changed since, a translated stretch keeps the cuts it was translated with.
    Say whether every sentence is still there, with its Ukrainian standing for it.
    """
    stored: dict[str, list[Segment]] = defaultdict(list)
    places: dict[int, tuple[object, ...]] = {}
    for segment in translation.segments.all():
        stored[segment.field].append(segment)
        places[segment.pk] = _place(segment)
    kept: list[Segment] = []
    for field, text in polish.items():
        new = _cut_as_stored(stored[field], list(_cut(translation, field, text)))
        kept.extend(_matched(stored[field], new, is_still_true))
    gone, _per_model = translation.segments.exclude(pk__in=[row.pk for row in kept if row.pk]).delete()
    moved = [segment for segment in kept if segment.pk and places[segment.pk] != _place(segment)]
    Segment.objects.bulk_update(moved, _PLACE)
    Segment.objects.bulk_create([segment for segment in kept if not segment.pk])
    return not gone and len(kept) == len(places) and not any(row.previous_pl for row in kept)


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


def _cut_as_stored(old: Sequence[Segment], new: Sequence[Segment]) -> list[Segment]:
    """``new``, cut as the rows of ``old`` where the same stretch of Polish is translated in other pieces."""
    pieces: list[Segment] = []
    place = 0
    while place < len(new):
        runs = (_same_stretch(old[first:], new[place:]) for first in range(len(old)))
        rows, count = next((run for run in runs if run), ([new[place]], 1))
        last = new[place + count - 1]
        for row in rows:
            piece = copy.copy(new[place])
            piece.before = new[place].before if row is rows[0] else row.before
            piece.source_pl, piece.after = row.source_pl, last.after if row is rows[-1] else row.after
            piece.position = len(pieces)
            pieces.append(piece)
        place += count
    return pieces


def _same_stretch(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[Sequence[Segment], int] | None:
    """The first rows of ``old``, one of them translated, that together say what the first pieces of ``new`` do.

    They with the number of pieces; ``None`` where they say something else, or are cut alike.
    """
    rows = pieces = 1
    stored, cut = old[0].source_pl, new[0].source_pl
    while stored != cut:
        if cut.startswith(stored) and rows < len(old):
            stored += old[rows - 1].after + old[rows].before + old[rows].source_pl
            rows += 1
        elif stored.startswith(cut) and pieces < len(new):
            cut += new[pieces - 1].after + new[pieces].before + new[pieces].source_pl
            pieces += 1
        else:
            return None
    is_translated = any(row.text_uk for row in old[:rows])
    return (old[:rows], pieces) if is_translated and rows != pieces else None


def _matched(old: list[Segment], new: list[Segment], is_still_true: Judge | None) -> list[Segment]:
    """``new``, with the stored row in place of every segment that was there before, perhaps changed."""
    pairs = _same(old, new) | _similar(old, new)
    return [
        _moved(pairs[place], segment, is_still_true) if place in pairs else segment
        for place, segment in enumerate(new)
    ]


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


def _moved(row: Segment, to: Segment, is_still_true: Judge | None) -> Segment:
    if row.source_pl != to.source_pl and not _stands(row, to, is_still_true):
        written_for = row.previous_pl or row.source_pl
        row.previous_pl = "" if written_for == to.source_pl or not row.text_uk else written_for
        row.is_complete = not row.previous_pl and gaps.is_complete(row.text_uk)
    row.position, row.before, row.after, row.source_pl = to.position, to.before, to.after, to.source_pl
    return row


def _stands(row: Segment, to: Segment, is_still_true: Judge | None) -> bool:
    """Whether the Ukrainian of ``row``, up to date until now, may stand for the new Polish as well."""
    is_up_to_date = not row.previous_pl and row.text_uk
    return bool(is_still_true and is_up_to_date and is_still_true(row.source_pl, to.source_pl, row.text_uk))
