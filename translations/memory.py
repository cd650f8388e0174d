"""What people have approved before, found again by the same Polish with other numbers in it.

"Wynagrodzenie 4666 zł" and "Wynagrodzenie 4806 zł" are one template. A number keeps its Ukrainian plural
category in the template, so that "2 місця" never serves for "5 місць"; a place is made only of a fact that
is written alike in both languages, once in each. Anything else is remembered letter by letter.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.db.models import F
from django.utils import timezone

from accounts.models import User
from translations import fidelity
from translations.mentions import Kind, Mention, mentions
from translations.models import MemoryEntry, Segment
from translations.plurals import category

_OPEN, _CLOSE = "⟨", "⟩"
_PLACE = re.compile(rf"{_OPEN}(\d+):[a-z]+{_CLOSE}")
_LITERAL = frozenset({Kind.LEVEL, Kind.TAX})


class Recalled(NamedTuple):
    """A text from the memory, and the key of the entry it came from."""

    text: str
    key: str


def remember(segments: Iterable[Segment], *, by: User) -> None:
    """Store approved pairs; the newest approval of the same Polish replaces the one before."""
    now, entries = timezone.now(), {}
    for segment in segments:
        if _OPEN in segment.source_pl + segment.text_uk:
            continue  # it would be taken for a place
        template_pl, template_uk = _templates(segment.source_pl, segment.text_uk)
        key = key_of(template_pl)
        entries[key] = MemoryEntry(
            key=key, template_pl=template_pl, template_uk=template_uk, reviewed_by=by, reviewed_at=now
        )
    MemoryEntry.objects.bulk_create(
        entries.values(),
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["template_pl", "template_uk", "reviewed_by", "reviewed_at"],
    )


def recall(sources: Iterable[str]) -> dict[str, Recalled]:
    """The approved Ukrainian of each Polish text that has one, in one query."""
    keys = {source: (key_of(_template(source)), key_of(_tidy(source))) for source in sources}
    wanted = {key for pair in keys.values() for key in pair}
    stored = dict(MemoryEntry.objects.filter(key__in=wanted).values_list("key", "template_uk"))
    found = {}
    for source, pair in keys.items():
        key = next((key for key in pair if key in stored), None)
        text = _filled(stored[key], source) if key else ""
        if key and not any(finding.is_blocking for finding in fidelity.check(source, text)):
            found[source] = Recalled(text, key)
    return found


def count_uses(keys: Iterable[str]) -> None:
    MemoryEntry.objects.filter(key__in=list(keys)).update(use_count=F("use_count") + 1)


def _templates(source_pl: str, text_uk: str) -> tuple[str, str]:
    polish = {_digits(source_pl, fact): number for number, fact in enumerate(_facts(source_pl))}
    ukrainian = [_digits(text_uk, fact) for fact in _facts(text_uk)]
    if sorted(polish) == sorted(ukrainian) and len(polish) == len(_facts(source_pl)):
        return _template(source_pl), _template(text_uk, polish)
    return _tidy(source_pl), text_uk


def _template(text: str, numbers: dict[str, int] | None = None) -> str:
    """``text`` with a numbered place for each of its facts; ``numbers`` are those of the Polish text."""
    facts = _facts(text)
    for place, fact in reversed(list(enumerate(facts))):
        number = numbers[_digits(text, fact)] if numbers else place
        kept = f"{_OPEN}{number}:{_kind(fact)}{_CLOSE}"
        text = text[: fact.start] + kept + text[fact.number_end :]
    return text if numbers else _tidy(text)


def _filled(template_uk: str, source_pl: str) -> str:
    facts = _facts(source_pl)
    return _PLACE.sub(lambda place: _surface(source_pl, facts[int(place[1])]), template_uk)


def _facts(text: str) -> list[Mention]:
    """The facts of ``text`` that may differ between two uses of one sentence: those written in digits."""
    return [
        fact
        for fact in mentions(text)
        if not fact.is_word
        and fact.kind not in _LITERAL
        and not (fact.kind == Kind.DATE and any(letter.isalpha() for letter in fact.text))
    ]


def _kind(fact: Mention) -> str:
    if fact.kind in {Kind.MONEY, Kind.NUMBER}:
        return category(Decimal(fact.value), "uk").value
    return fact.kind.value


def _surface(text: str, fact: Mention) -> str:
    return text[fact.start : fact.number_end]


def _digits(text: str, fact: Mention) -> str:
    return re.sub(r"\s", "", _surface(text, fact))


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def key_of(template_pl: str) -> str:
    return hashlib.sha256(template_pl.encode()).hexdigest()
