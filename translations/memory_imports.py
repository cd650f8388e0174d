"""Taking over a file of pairs into the memory: first counted for a person to decide, then written.

Both steps go through the file as a stream, batch by batch, each batch with its counts in one transaction. An
import may be killed at any instruction: it goes on behind the last stored batch, and writing a pair twice
does no harm.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import batched, islice

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from pup_portal.background import leased
from translations import checks, memory, places, privacy
from translations.exchange import BadPair, Pair, Unreadable, table, tmx
from translations.models import MemoryEntry, MemoryImport

BATCH = 500
SAMPLES = 15  # of each kind of pair, kept to look at
REASONS = {
    "no-language": gettext_noop("The file does not say the language of the texts."),
    "no-polish": gettext_noop("There is no Polish text."),
    "no-ukrainian": gettext_noop("There is no Ukrainian text."),
    "too-long": gettext_noop("A text is longer than any sentence."),
    "person": gettext_noop("A number like a PESEL stands in the text."),
    "places": gettext_noop("The places for numbers and names do not agree between the two texts."),
    "checks": gettext_noop("The checks found a wrong fact or a letter that Ukrainian does not have."),
    "twice": gettext_noop("The same Polish text stands in the file twice; the last is taken."),
}
_READERS = {MemoryImport.Format.TMX: tmx.read, MemoryImport.Format.CSV: table.read}


@dataclass
class _Batch:
    """What some pairs of the file come to beside the memory as it is."""

    entries: dict[tuple[str, str], MemoryEntry] = field(default_factory=dict)
    refused: list[BadPair] = field(default_factory=list)


@dataclass(frozen=True)
class Sample:
    """A pair to look at: ``kind`` is new, changed or refused; ``stored`` is the memory's text."""

    kind: str
    place: int
    pl: str
    uk: str
    stored: str = ""


def work(import_id: int) -> bool:
    """Do the owed step of one import; say whether this call did it."""
    with leased(MemoryImport, import_id) as owed:
        if owed is None:
            return False
        try:
            with owed.file.open("rb") as stream:
                _go_through(owed, _READERS[MemoryImport.Format(owed.format)](stream))
        except Unreadable as refusal:
            _refuse(owed, str(refusal))
        else:
            _finish(owed)
        return True
    return False


def _go_through(owed: MemoryImport, found: Iterator[Pair | BadPair]) -> None:
    for _dealt_with in islice(found, owed.position):
        pass  # stored by an earlier attempt that was stopped
    for items in batched(found, BATCH):
        batch = _prepared(items, owed)
        if owed.step == MemoryImport.Step.READING:
            _count(owed, batch, len(items))
        else:
            _write(owed, batch, len(items))


def _prepared(items: Iterable[Pair | BadPair], owed: MemoryImport) -> _Batch:
    batch = _Batch()
    for item in items:
        found = item if isinstance(item, BadPair) else _entry(item, owed)
        if isinstance(found, BadPair):
            batch.refused.append(found)
        else:
            if (found.key, found.domain) in batch.entries:
                batch.refused.append(BadPair(item.place, "twice", found.template_pl[:200]))
            batch.entries[found.key, found.domain] = found
    return batch


def _entry(pair: Pair, owed: MemoryImport) -> MemoryEntry | BadPair:
    """The entry that ``pair`` would become, with the reviewer who vouches for the file; or why not."""
    reason = ""
    templates = (pair.pl, pair.uk)
    if any(sign in pair.pl + pair.uk for sign in (places.OPEN, places.CLOSE)):
        if not places.agree(*templates):
            reason = "places"
    elif any(finding.is_blocking for finding in checks.check(*templates)):
        reason = "checks"
    else:
        templates = places.of_pair(*templates)
    if not reason and privacy.is_about_a_person(" ".join(templates), is_personal=False):
        reason = "person"
    if reason:
        return BadPair(pair.place, reason, pair.pl[:200] if reason != "person" else "")
    entry = memory.entry_of(places.tidy(templates[0]), templates[1], domain=owed.domain or pair.domain)
    entry.scope, entry.origin, entry.file_name = owed.scope, MemoryEntry.Origin.IMPORTED, owed.file_name
    entry.reviewed_by, entry.reviewed_at = owed.uploaded_by, timezone.now()
    entry.corrected_by = owed.uploaded_by
    return entry


def _sorted_out(batch: _Batch) -> tuple[list[MemoryEntry], list[tuple[MemoryEntry, MemoryEntry]], int]:
    """The new entries, the changed ones beside what is stored, and how many are the same."""
    keys = {key for key, _ in batch.entries}
    rows = MemoryEntry.objects.filter(key__in=keys).defer("features")
    stored = {(entry.key, entry.domain): entry for entry in rows}
    new = [entry for place, entry in batch.entries.items() if place not in stored]
    both = [(entry, stored[place]) for place, entry in batch.entries.items() if place in stored]
    changed = [(entry, old) for entry, old in both if entry.template_uk != old.template_uk]
    return new, changed, len(both) - len(changed)


@transaction.atomic
def _count(owed: MemoryImport, batch: _Batch, read: int) -> None:
    new, changed, same = _sorted_out(batch)
    samples = [
        *(Sample("new", 0, entry.template_pl, entry.template_uk) for entry in new),
        *(
            Sample("changed", 0, old.template_pl, entry.template_uk, old.template_uk)
            for entry, old in changed
        ),
        *(Sample("refused", bad.place, bad.text, "", REASONS[bad.reason]) for bad in batch.refused),
    ]
    kept = Counter(sample["kind"] for sample in owed.samples)
    added = []
    for sample in samples:
        kept[sample.kind] += 1
        if kept[sample.kind] <= SAMPLES:
            added.append(asdict(sample))
    owed.renew(
        new=owed.new + len(new),
        changed=owed.changed + len(changed),
        same=owed.same + same,
        refused=owed.refused + len(batch.refused),
        reasons=dict(Counter(owed.reasons) + Counter(bad.reason for bad in batch.refused)),
        samples=owed.samples + added,
        position=owed.position + read,
    )


@transaction.atomic
def _write(owed: MemoryImport, batch: _Batch, read: int) -> None:
    """Write one batch and how far it got, or raise ``LeaseLost`` and write nothing.

    What a person approves between the looking and the writing is newer than the file, and stays.
    """
    new, changed, _ = _sorted_out(batch)
    for entry, old in changed:  # another text, not another place in the memory
        entry.scope, entry.is_active = old.scope, old.is_active
    memory.add(new)
    if owed.replaces:
        memory.store(entry for entry, _ in changed)
    owed.renew(position=owed.position + read)


def _refuse(owed: MemoryImport, reason: str) -> None:
    """Nothing of a file that turns out damaged on the way is written: that is known before the decision."""
    owed.step, owed.refusal = MemoryImport.Step.REFUSED, reason
    _drop_file(owed)


def _finish(owed: MemoryImport) -> None:
    if owed.step == MemoryImport.Step.READING:
        owed.step = MemoryImport.Step.PREVIEW
    else:
        owed.step = MemoryImport.Step.TAKEN_OVER
        _drop_file(owed)


def _drop_file(owed: MemoryImport) -> None:
    storage, name = owed.file.storage, str(owed.file.name)
    owed.file = ""
    owed.then(lambda: transaction.on_commit(lambda: storage.delete(name)))
