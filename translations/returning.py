"""A translation that comes back from another tool, beside what is stored now."""

from dataclasses import dataclass, field
from typing import IO

from django.core.files import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pup_portal.db import DomainError
from translations import checks, places
from translations.checks import Finding
from translations.exchange import Unreadable, xliff
from translations.exchange.pairs import LONGEST
from translations.exchange.xliff import Unit
from translations.models import Segment, Translation
from translations.wording import Change, changes

LARGEST = 5 * 1024**2


class FileRefused(DomainError):
    """The file is not the translation of this text; the message says why."""


@dataclass(frozen=True)
class Line:
    """One sentence that the file changes, with the difference and what the checks say."""

    segment: Segment
    text_uk: str
    changes: list[Change]
    findings: list[Finding]


@dataclass
class Returned:
    """What a file comes to: ``stale`` are its sentences whose Polish is another now."""

    changed: list[Line] = field(default_factory=list)
    same: int = 0
    empty: int = 0
    stale: list[Unit] = field(default_factory=list)


def units(translation: Translation) -> list[Unit]:
    """The segments as units of an exchange file."""
    return [
        Unit(name_of(segment), segment.source_pl, segment.text_uk, translation.is_reviewed)
        for segment in translation.segments.all()
    ]


def name_of(segment: Segment) -> str:
    return f"{segment.field}.{segment.position}"


def compare(translation: Translation, file: File) -> Returned:
    """What ``file`` would change in ``translation``; writes nothing. Raises ``FileRefused``."""
    if (file.size or 0) > LARGEST:
        raise FileRefused(gettext_lazy("The file is far larger than this text. Choose the right file."))
    found = _read(file)
    by_name = {name_of(segment): segment for segment in translation.segments.all()}
    by_text = {places.tidy(segment.source_pl): segment for segment in by_name.values()}
    returned, seen = Returned(), set()
    for unit in found:
        named = by_name.get(unit.name)
        is_current = named is not None and places.tidy(named.source_pl) == places.tidy(unit.pl)
        segment = named if is_current else by_text.get(places.tidy(unit.pl))
        if len(unit.uk) > LONGEST:
            raise FileRefused(gettext_lazy("A sentence of the file is longer than any sentence."))
        if segment is None:
            returned.stale.append(unit)
        elif segment.pk not in seen:
            seen.add(segment.pk)
            _place(returned, segment, unit.uk)
    if found and not seen:
        raise FileRefused(gettext_lazy("No sentence of this text is in the file. Choose the right file."))
    return returned


def _read(file: IO[bytes] | File) -> list[Unit]:
    try:
        return xliff.read(file)
    except Unreadable as refusal:
        raise FileRefused(_(str(refusal))) from None


def _place(returned: Returned, segment: Segment, text_uk: str) -> None:
    if not text_uk:
        returned.empty += 1
    elif text_uk == segment.text_uk:
        returned.same += 1
    else:
        difference = changes(segment.text_uk, text_uk) or [Change("ins", text_uk)]
        returned.changed.append(Line(segment, text_uk, difference, checks.check(segment.source_pl, text_uk)))
