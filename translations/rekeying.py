"""The memory brought to the rules by which facts are found and places are made today.

An entry holds no sentence, only its templates. So its places are filled with samples of their kinds, and the
pair is cut into templates anew. Where a sample would stay in the text, the pair cannot be keyed anew without
inventing a fact: such an entry stays as it is, and is suggested only. Until an entry's turn has come it is
found as before wherever the change of the rules leaves its template alone, and by what is nearly the same.

Entries change batch by batch, each batch in one transaction with the number of the rules, so a killed worker
goes on where it stopped.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.db import OperationalError, connection, transaction
from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.utils import timezone
from psycopg.errors import DeadlockDetected, LockNotAvailable

from pup_portal.background import OwedWork, leased, send_on_commit
from translations import features, memory, places
from translations.models import MemoryEntry, MemoryEntryQuerySet, MemoryRekeying, ReplacedPair

BATCH = 200
TURN_SECONDS = (
    240  # well below the lease, and the time limit of a task: the rest is owed anew, as a first attempt
)
LOCK_TIMEOUT = "100ms"
PAUSE_SECONDS = 1.0  # after somebody was given way to
_WRITTEN = ["key", "template_pl", "template_uk", "features", "keyed_by", "use_count", "last_used_at"]
# For each kind of place texts that no other place and no word has; the number is put in.
_SAMPLES = {
    "one": "{}1",
    "few": "{}2",
    "many": "{}5",
    "fraction": "{},5",
    "time": "8:{:02}",
    "date": "{:02}.10.2026",
    "phone": "41 555 01 {:02}",
    "email": "adres{}@example.org",
    "url": "www.example{}.org",
    "address": "ul. Leśna {}",
    "postcode": "25-{:03}",
    "name": "Nazwa Próbna {}",
}
_MOST_VARIANTS = 28  # a day of a month, a minute
_FIRST = {
    "one": 2,
    "few": 2,
    "many": 2,
    "fraction": 2,
}  # 21, 22, 25: two digits are no hour and no plural of 1


@dataclass(frozen=True)
class _Moved:
    """An entry and the templates it shall have."""

    entry: MemoryEntry
    template_pl: str
    template_uk: str

    @property
    def place(self) -> tuple[str, str]:
        return memory.key_of(self.template_pl), self.entry.domain

    @property
    def rank(self) -> tuple[bool, bool, datetime, int]:
        """The highest of those that become one stays: in use, approved by a person, the newest."""
        is_approved = self.entry.origin == MemoryEntry.Origin.APPROVED
        return self.entry.is_active, is_approved, self.entry.reviewed_at, self.entry.pk


@transaction.atomic
def owe() -> bool:
    """Owe the change when any entry is keyed by other rules; say whether it is owed now."""
    if not _outdated().exists():
        return False
    MemoryRekeying.objects.bulk_create([MemoryRekeying(rules=places.RULES)], ignore_conflicts=True)
    owed = MemoryRekeying.objects.select_for_update(of=("self",)).get(rules=places.RULES)
    if owed.state == OwedWork.State.DONE:  # an old worker has stored an entry meanwhile
        owed.state, owed.attempts, owed.run_after = OwedWork.State.OWED, 0, timezone.now()
        owed.finished_at = owed.sent_at = None
        owed.save(update_fields=["state", "attempts", "run_after", "finished_at", "sent_at"])
    if owed.state == OwedWork.State.OWED:
        send_on_commit(owed)
    return True


def work(rekeying_id: int) -> bool:
    """Key all outdated entries anew; say whether this call did it."""
    with leased(MemoryRekeying, rekeying_id) as owed:
        if owed is None:
            return False
        if not _settle_for_a_while(owed):
            owed.then(lambda: transaction.on_commit(owe))
        return True
    return False


def rekeyed(template_pl: str, template_uk: str) -> tuple[str, str]:
    """The templates that the rules of today make of a pair; the same where they cannot tell."""
    samples = _samples(template_pl, template_uk)
    if samples is None:
        return template_pl, template_uk
    polish, ukrainian = (
        places.PLACE.sub(lambda place: samples[int(place[1])], text) for text in (template_pl, template_uk)
    )
    new = places.of_pair(polish, ukrainian)
    words = places.PLACE.sub(" ", " ".join(new))
    facts = [fact.text for fact in places.of_polish(polish)[0].facts]
    is_lost = any(sample in words or not any(sample in fact for fact in facts) for sample in samples.values())
    return (template_pl, template_uk) if is_lost else new


def _samples(template_pl: str, template_uk: str) -> dict[int, str] | None:
    """A text for each place, none of them a part of another or of the words; ``None`` where there is none."""
    words = places.PLACE.sub(" ", template_pl + " " + template_uk)
    found: dict[int, str] = {}
    for number, kind in places.PLACE.findall(template_pl):
        if kind not in _SAMPLES:
            return None
        first = _FIRST.get(kind, 1)
        variants = (_SAMPLES[kind].format(n) for n in range(first, first + _MOST_VARIANTS))
        free = (text for text in variants if text not in words and not _overlaps(text, found.values()))
        sample = next(free, None)
        if sample is None:
            return None
        found[int(number)] = sample
    return found


def _overlaps(text: str, others: Iterable[str]) -> bool:
    return any(text in other or other in text for other in others)


def _outdated() -> MemoryEntryQuerySet:
    return MemoryEntry.objects.filter(keyed_by__lt=places.RULES)


def _settle_for_a_while(owed: MemoryRekeying) -> bool:
    """Settle batch after batch, at least one; say whether none is left when the time for one turn is over."""
    end, is_left = time.monotonic() + TURN_SECONDS, True
    while is_left:
        try:
            is_left = _settle_batch(owed)
        except OperationalError as error:
            if not isinstance(error.__cause__, (LockNotAvailable, DeadlockDetected)):
                raise
            time.sleep(PAUSE_SECONDS)
        if time.monotonic() >= end:
            break
    return not is_left


@transaction.atomic
def _settle_batch(owed: MemoryRekeying) -> bool:
    """Key the next entries anew with the progress, or raise ``LeaseLost``; say whether there were any.

    Entries are locked in more than one order here, so whoever approves meanwhile is given way to: this waits
    for a lock for a shorter time than the database takes before it looks for two that wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LOCK_TIMEOUT])
    batch = list(_outdated().order_by("key").select_for_update(of=("self",))[:BATCH])
    if not batch:
        return False
    moved = _with_those_in_the_way([_moved(entry) for entry in batch])
    by_place: dict[tuple[str, str], list[_Moved]] = {}
    for one in moved:
        by_place.setdefault(one.place, []).append(one)
    staying = []
    for group in by_place.values():
        best, *others = sorted(group, key=attrgetter("rank"), reverse=True)
        _take_in(best.entry, [other.entry for other in others])
        staying.append(best)
    _store(staying)
    owed.renew(rekeyed=owed.rekeyed + len(staying), merged=owed.merged + len(moved) - len(staying))
    return True


def _moved(entry: MemoryEntry) -> _Moved:
    if entry.keyed_by == places.RULES:
        return _Moved(entry, entry.template_pl, entry.template_uk)
    return _Moved(entry, *rekeyed(entry.template_pl, entry.template_uk))


def _with_those_in_the_way(moved: list[_Moved]) -> list[_Moved]:
    """``moved``, and every entry that stands where one of them goes, with where that one goes itself."""
    found = {one.entry.pk: one for one in moved}
    asked: set[str] = set()
    while wanted := {one.place[0] for one in found.values()} - asked:
        asked |= wanted
        rows = MemoryEntry.objects.filter(key__in=wanted).exclude(pk__in=found).order_by("key")
        for entry in rows.select_for_update(of=("self",)):
            found[entry.pk] = _moved(entry)
    return list(found.values())


def _take_in(entry: MemoryEntry, others: Iterable[MemoryEntry]) -> None:
    """Keep the older pairs as what they were, and count their uses as uses of ``entry``."""
    others = list(others)
    ReplacedPair.objects.filter(entry__in=others).update(entry=entry)
    ReplacedPair.objects.bulk_create(
        ReplacedPair(
            entry=entry,
            template_pl=other.template_pl,
            template_uk=other.template_uk,
            reviewed_at=other.reviewed_at,
            use_count=other.use_count,
        )
        for other in others
    )
    entry.use_count += sum(other.use_count for other in others)
    used = [one.last_used_at for one in (entry, *others) if one.last_used_at]
    entry.last_used_at = max(used, default=None)
    MemoryEntry.objects.filter(pk__in=[other.pk for other in others]).delete()


def _store(moved: list[_Moved]) -> None:
    for one in moved:
        entry = one.entry
        entry.template_pl, entry.template_uk, entry.key = one.template_pl, one.template_uk, one.place[0]
        entry.features = features.of_pair(entry.template_pl, entry.template_uk)
        entry.keyed_by = places.RULES
    entries = [one.entry for one in moved]
    # Two may change places: neither stands in the other's way meanwhile.
    MemoryEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(
        key=Cast(F("public_id"), CharField())
    )
    MemoryEntry.objects.bulk_update(entries, _WRITTEN)
