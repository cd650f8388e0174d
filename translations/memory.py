"""What people have approved before, found again: exactly, with other numbers and names, or nearly.

Exactly is by the hash of the template; nearly is by shared features, ranked by the share of equal letters.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F, IntegerField, Value
from django.utils import timezone
from rapidfuzz import fuzz, process

from accounts.models import User
from translations import candidates, checks, features, places, privacy
from translations.models import MemoryEntry, Scope, Segment
from translations.places import Template

SIMILAR_FROM = 70  # of 100: below it, typing anew is faster than correcting
_RENEWED = (
    "template_pl",
    "template_uk",
    "scope",
    "origin",
    "file_name",
    "is_active",
    "reviewed_by",
    "reviewed_at",
    "corrected_by",
    "features",
    "keyed_by",
)


class Recalled(NamedTuple):
    """A text from the memory, and the key of the entry it came from."""

    text: str
    key: str


class Similar(NamedTuple):
    """An entry like the text asked for, both its texts with the facts of that text; ``score`` is 0 to 100."""

    source_pl: str
    text_uk: str
    score: int
    entry: MemoryEntry


def remember(segments: Iterable[Segment], *, by: User, domain: str = "", is_personal: bool = False) -> None:
    """Store approved pairs; in one domain the newest approval of the same Polish replaces the one before.

    What names a person is not remembered: see ``translations.privacy``.
    """
    now, entries = timezone.now(), {}
    for segment in segments:
        pair = (segment.source_pl, segment.text_uk)
        if any(places.OPEN in text for text in pair):
            continue  # it would be taken for a place
        templates = places.of_pair(*pair)
        if privacy.is_about_a_person(" ".join(templates), is_personal=is_personal):
            continue
        entry = entry_of(*templates, domain=domain)
        entry.reviewed_by, entry.reviewed_at = by, now
        entries[entry.key] = entry
    store(entries.values())


def entry_of(template_pl: str, template_uk: str, *, domain: str) -> MemoryEntry:
    """An entry for a pair of templates with the keys it is found by; not stored."""
    return MemoryEntry(
        key=key_of(template_pl),
        template_pl=template_pl,
        template_uk=template_uk,
        domain=domain,
        features=features.of_pair(template_pl, template_uk),
        keyed_by=places.RULES,
    )


def store(entries: Iterable[MemoryEntry]) -> None:
    """Add ``entries``, each in place of the one of the same Polish and domain. Repeating it does no harm."""
    MemoryEntry.objects.bulk_create(
        _in_order(entries), update_conflicts=True, unique_fields=["key", "domain"], update_fields=_RENEWED
    )


def add(entries: Iterable[MemoryEntry]) -> None:
    """Add those of ``entries`` whose Polish the memory does not have in their domain; the others stay out."""
    MemoryEntry.objects.bulk_create(_in_order(entries), ignore_conflicts=True)


def recall(sources: Iterable[str], *, domain: str = "") -> dict[str, Recalled]:
    """The approved Ukrainian of each Polish text that has one, in one query.

    The entry of the own ``domain`` goes first, then the newest; a text with a blocking finding is passed over.
    """
    templates = {source: places.of_polish(source) for source in sources}
    wanted = {key_of(template.text) for readings in templates.values() for template in readings}
    rows = MemoryEntry.objects.serving(domain).filter(key__in=wanted).exclude(scope=Scope.FILE)
    stored: dict[str, list[MemoryEntry]] = {}
    for entry in rows.only("key", "domain", "template_uk", "public_id", "reviewed_at"):
        stored.setdefault(entry.key, []).append(entry)
    found = {source: _best(source, readings, stored, domain) for source, readings in templates.items()}
    return {source: recalled for source, recalled in found.items() if recalled}


def similar(source: str, limit: int = 3, *, domain: str = "") -> list[Similar]:
    """The entries most like ``source``, the best first, none below ``SIMILAR_FROM``."""
    return similar_to_all([source], limit, domain=domain)[source]


def similar_to_all(sources: Iterable[str], limit: int = 3, *, domain: str = "") -> dict[str, list[Similar]]:
    """``similar`` for many texts, in two queries."""
    templates = {source: places.of_polish(source)[0] for source in sources}
    scores = {
        source: _ranked(templates[source], found, limit)
        for source, found in _candidates(templates, domain).items()
    }
    entries = MemoryEntry.objects.in_bulk({pk for ranked in scores.values() for pk in ranked})
    return {
        source: [
            _similar(templates[source], entries[pk], score)
            for pk, score in scores.get(source, {}).items()
            if pk in entries
        ]
        for source in templates
    }


def count_uses(keys: Iterable[str | UUID]) -> None:
    """Count one use of each entry, once this transaction is committed; ``keys`` are those of ``Recalled``.

    Not within it: an approval has locked other entries by then, and two could wait for each other.
    """
    used = list(keys)
    if used:
        transaction.on_commit(lambda: _count(used), robust=True)


@transaction.atomic
def _count(keys: list[str | UUID]) -> None:
    rows = MemoryEntry.objects.filter(public_id__in=keys).order_by("key", "domain")
    used = list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
    entries = MemoryEntry.objects.filter(pk__in=used)
    entries.update(use_count=F("use_count") + 1, last_used_at=timezone.now())


def authors(keys: Iterable[str]) -> dict[str, int]:
    """By key who wrote the words of an entry, where nobody has approved them in a text since."""
    rows = MemoryEntry.objects.filter(public_id__in=[key for key in keys if key], corrected_by__isnull=False)
    return {str(public_id): author for public_id, author in rows.values_list("public_id", "corrected_by")}


def key_of(template_pl: str) -> str:
    return hashlib.sha256(template_pl.encode()).hexdigest()


def _in_order(entries: Iterable[MemoryEntry]) -> list[MemoryEntry]:
    """Two who write the same entries at once wait for each other, and never both."""
    return sorted(entries, key=lambda entry: (entry.key, entry.domain))


def compared(template: str) -> str:
    """What of a template is compared: its letters in small, a place as one sign."""
    return places.PLACE.sub("#", template).casefold()


def _best(
    source: str, readings: list[Template], stored: Mapping[str, list[MemoryEntry]], domain: str
) -> Recalled | None:
    matches = [(entry, reading) for reading in readings for entry in stored.get(key_of(reading.text), [])]
    matches.sort(key=lambda match: (match[0].domain == domain, match[0].reviewed_at), reverse=True)
    for entry, reading in matches:
        text = places.filled(entry.template_uk, reading.facts)
        if not any(finding.is_blocking for finding in checks.check(source, text)):
            return Recalled(text, str(entry.public_id))
    return None


def _candidates(templates: Mapping[str, Template], domain: str) -> dict[str, dict[int, str]]:
    """For each text the Polish templates of entries that share a rare feature with it, by entry key."""
    texts = list(templates)
    queries = [
        MemoryEntry.objects.serving(domain)
        .filter(features__overlap=candidates.rare(shared))
        .order_by()
        .values_list(Value(number, IntegerField()), "pk", "template_pl")
        for number, text in enumerate(texts)
        if (shared := features.of_polish(templates[text].text))
    ]
    if not queries:
        return {}
    rows = queries[0].union(*queries[1:], all=True).order_by() if len(queries) > 1 else queries[0]
    found: dict[str, dict[int, str]] = {text: {} for text in texts}
    for number, pk, template_pl in rows:
        found[texts[number]][pk] = template_pl
    return found


def _ranked(template: Template, found: Mapping[int, str], limit: int) -> dict[int, int]:
    """The keys and scores of the best of ``found``. Only the very same template is 100."""
    ranked = process.extract(
        compared(template.text),
        {pk: compared(text) for pk, text in found.items()},
        scorer=fuzz.ratio,
        processor=None,
        limit=limit,
        score_cutoff=SIMILAR_FROM,
    )
    return {pk: 100 if found[pk] == template.text else min(99, int(score)) for _, score, pk in ranked}


def _similar(template: Template, entry: MemoryEntry, score: int) -> Similar:
    source_pl, text_uk = (
        places.filled(text, template.facts) for text in (entry.template_pl, entry.template_uk)
    )
    return Similar(source_pl, text_uk, score, entry)
