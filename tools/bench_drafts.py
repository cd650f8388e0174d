"""How much of a typical offer the portal drafts without any outside engine: ``python -m tools.bench_drafts OFFERS``.

Offers of the corpus are drafted by the public way, service and task: with the memory of all other offers, and
with the glossary alone. Told are the shares of words that a reviewer must still type (the words that the good
Ukrainian has and the draft has not, in order), and every fact that a draft says wrongly. Exits with 1 when a
single one does.
"""

from __future__ import annotations

import copy
import os
import re
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from pup_portal import embedded
from pup_portal.embedded.preparation import manage
from pup_portal.embedded.trouble import say

if TYPE_CHECKING:
    from accounts.models import User
    from translations.models import MemoryEntry, Segment

FIELDS = ("title", "duties", "requirements", "pay_note", "apply_note")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Of a draft with gaps what is missing is still to be typed; what it says must be right all the same.
_MISSING = ("lost-", "untranslated", "polish-word", "look-alike")


@dataclass
class Drafts:
    """What came of the drafts: the share to type of each offer, sentences by state, facts said wrongly."""

    shares: list[float] = field(default_factory=list)
    complete: int = 0
    begun: int = 0
    empty: int = 0
    wrong: list[str] = field(default_factory=list)


def main(offers: int = 42) -> int:
    os.environ["DEMO"] = "true"
    with embedded.services(name="bench-drafts"):
        manage("migrate", log=embedded.var_dir() / "bench.log")
        os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
        import django  # noqa: PLC0415 - the settings are known only now

        django.setup()
        found = {"with the other offers": drafted(offers, has_memory=True)}
        found["glossary only"] = drafted(offers, has_memory=False)
        return report(found)


def drafted(count: int, *, has_memory: bool) -> Drafts:
    from accounts.models import User  # noqa: PLC0415
    from tests.factories import UserFactory  # noqa: PLC0415
    from tests.translations.corpus import offers  # noqa: PLC0415
    from translations.models import MemoryEntry  # noqa: PLC0415

    MemoryEntry.objects.all().delete()
    UserFactory.reset_sequence(User.objects.count(), force=True)  # the database is kept between runs
    remembered: dict[str, list[tuple[str, MemoryEntry]]] = {}
    result = Drafts()
    if has_memory:
        remembered = _entries(cast(Any, UserFactory()))
        _put(remembered, remembered.keys(), without="")
    places = list(offers())
    for place in places[:: max(1, len(places) // count)]:
        own = {key for key, entries in remembered.items() if any(of == place for of, _ in entries)}
        _put(remembered, own, without=place)
        _measure(offers()[place], result)
        _put(remembered, own, without="")
    return result


def _entries(by: User) -> dict[str, list[tuple[str, MemoryEntry]]]:
    """The entries that approving every offer would store, by key, each with its offer."""
    from django.utils import timezone  # noqa: PLC0415

    from tests.translations.corpus import pairs  # noqa: PLC0415
    from translations import memory, places  # noqa: PLC0415

    found = defaultdict(list)
    for pair in pairs():
        entry = memory.entry_of(*places.of_pair(pair.pl, pair.uk), domain="job_offers")
        entry.reviewed_by, entry.reviewed_at = by, timezone.now()
        found[entry.key].append(("/".join(pair.place.split("/")[:2]), entry))
    return found


def _put(remembered: dict[str, list[tuple[str, MemoryEntry]]], keys, *, without: str) -> None:  # type: ignore[no-untyped-def]
    """Store what the other offers know under ``keys``, and nothing that ``without`` knows."""
    from translations import memory  # noqa: PLC0415
    from translations.models import MemoryEntry  # noqa: PLC0415

    MemoryEntry.objects.filter(key__in=list(keys)).delete()
    left = ([entry for of, entry in remembered[key] if of != without] for key in keys)
    memory.store(copy.copy(entries[-1]) for entries in left if entries)


def _measure(offer: dict[str, str], result: Drafts) -> None:
    from tests.job_offers.factories import OfferFactory  # noqa: PLC0415
    from translations import alignment, services  # noqa: PLC0415
    from translations.tasks import draft_translation  # noqa: PLC0415

    texts = {f"{name}_pl": offer.get(f"{name}_pl", "") for name in FIELDS}
    subject = cast(Any, OfferFactory(**texts))
    translation = services.owe_draft(subject=subject)
    draft_translation(translation.pk)
    typed = total = 0
    for name in FIELDS:
        segments = list(translation.segments.filter(field=name).order_by("position"))
        for segment in segments:
            _judge(segment, result)
        whole = alignment.ukrainian(segments, [name])[name]
        to_type, words = effort(whole, offer.get(f"{name}_uk", ""))
        typed, total = typed + to_type, total + words
    result.shares.append(typed / total)
    subject.delete()


def _judge(segment: Segment, result: Drafts) -> None:
    from translations import checks, gaps  # noqa: PLC0415
    from translations.glossary import Glossary  # noqa: PLC0415

    if not segment.text_uk:
        result.empty += 1
        return
    result.complete += segment.is_complete
    result.begun += not segment.is_complete
    # The Polish within a gap may be what makes a postcode of a figure beside it.
    text, hits = gaps.unmarked(segment.text_uk), Glossary.load().hits(segment.source_pl)
    for finding in checks.check(segment.source_pl, text, hits):
        is_missing = not segment.is_complete and finding.code.startswith(_MISSING)
        if finding.is_blocking and not is_missing:
            result.wrong.append(f"{finding.code} {finding.place}: {segment.source_pl} → {segment.text_uk}")


def effort(draft: str, good: str) -> tuple[int, int]:
    """How many words of ``good`` must be typed into ``draft``, and how many it has. Gaps help nobody."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    from translations import gaps  # noqa: PLC0415

    wanted = _WORD.findall(good)
    steps = Levenshtein.editops(_WORD.findall(gaps.GAP.sub(" ", draft)), wanted)
    return sum(step.tag != "delete" for step in steps), len(wanted)


def report(found: dict[str, Drafts]) -> int:
    print(
        f"{'words still to type':<26}{'quarter':>9}{'median':>9}{'3 quart.':>9}{'complete':>10}{'begun':>8}{'empty':>8}{'wrong':>8}"
    )
    for name, drafts in found.items():
        low, middle, high = statistics.quantiles(drafts.shares, n=4)
        counts = f"{drafts.complete:>10}{drafts.begun:>8}{drafts.empty:>8}{len(drafts.wrong):>8}"
        print(f"{name:<26}{low:>9.0%}{middle:>9.0%}{high:>9.0%}{counts}")
    wrong = [line for drafts in found.values() for line in drafts.wrong]
    for line in wrong:
        say(line)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
