"""How fast nearly the same sentence is found in a large memory, and how often the best one is.

``make bench`` or ``python -m tools.bench_memory ENTRIES``. The memory is filled with the corpus's sentences,
their words changed, left out and put in another order. The same sentences are then looked up by the memory, by
comparing with every entry, and by plain SQL equality, turn by turn in one run. Exits with 1 when the best
match is missed too often.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from itertools import batched, chain, islice
from pathlib import Path
from typing import Any

from pup_portal import embedded
from pup_portal.embedded.preparation import manage

CORPUS = Path("tests/translations/corpus")
LOOK_UPS = 300
RECALL = 0.95
STORED_AT_ONCE = 2_000
_COLUMNS = (
    "public_id key template_pl template_uk domain scope origin file_name is_active reviewed_by_id reviewed_at"
    " use_count features"
)
_FILLING = {"one": "1", "few": "3", "many": "7", "fraction": "1,5", "phone": "41 555 01 23", "time": "8:15"}
_FILLING |= {"name": "Wzór", "email": "biuro@example.org", "url": "www.example.org", "date": "1.02.2027"}

type Pair = tuple[str, str]


def main(entries: int = 20_000) -> int:
    os.environ["DEMO"] = "true"
    with embedded.services(name="bench-memory"):
        manage("migrate", log=embedded.var_dir() / "bench.log")
        import django  # noqa: PLC0415 - the settings are known only now

        os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
        django.setup()
        bases = corpus()
        templates = fill(entries, bases)
        return report(measure(templates, bases))


def corpus() -> list[Pair]:
    """The templates of every sentence of the corpus."""
    from translations import places, segmentation  # noqa: PLC0415

    found: dict[str, str] = {}
    for file in sorted(CORPUS.glob("*.toml")):
        for offer in tomllib.loads(file.read_text())["offer"]:
            for field in (name.removesuffix("_pl") for name in offer if name.endswith("_pl")):
                sides = [
                    segmentation.split(offer.get(f"{field}_{language}", "")) for language in ("pl", "uk")
                ]
                if len(sides[0]) == len(sides[1]):
                    pairs = zip(*sides, strict=True)
                    found.update(places.of_pair(pl.text, uk.text) for pl, uk in pairs if pl.text and uk.text)
    return list(found.items())


def variants(bases: list[Pair], seed: int) -> Iterator[Pair]:
    """Sentences like those of the corpus, without end: its words changed, left out, swapped, added."""
    dice = random.Random(seed)  # noqa: S311 - the same memory in every run
    vocabulary = [word for polish, _ in bases for word in polish.split() if word.isalpha()]
    while True:
        polish, ukrainian = dice.choice(bases)
        words = polish.split()
        if dice.random() < 0.3:
            other = dice.choice(bases)
            words, ukrainian = [*words, *other[0].split()], f"{ukrainian} {other[1]}"
        for _ in range(dice.randint(1, 1 + len(words) // 4)):
            place = dice.randrange(len(words))
            change = dice.random()
            if change < 0.6:
                words[place] = dice.choice(vocabulary)
            elif change < 0.75:
                words.insert(place, dice.choice(vocabulary))
            elif change < 0.9 and len(words) > 2:
                del words[place]
            else:
                words[place - 1], words[place] = words[place], words[place - 1]
        yield " ".join(words), ukrainian


def fill(entries: int, bases: list[Pair]) -> list[str]:
    """Put ``entries`` distinct templates into the memory by COPY; its index of features is built afterwards."""
    from django.db import connection  # noqa: PLC0415

    from translations.models import MemoryEntry  # noqa: PLC0415

    index = next(index for index in MemoryEntry._meta.indexes if index.name == "memoryentry_features")
    as_the_owner(lambda editor: editor.remove_index(MemoryEntry, index))
    as_the_owner(lambda editor: editor.execute("TRUNCATE translations_memoryentry CASCADE"))
    began = time.perf_counter()
    templates: set[str] = set()
    for pairs in batched(islice(chain(bases, variants(bases, seed=1)), 3 * entries), STORED_AT_ONCE):
        fresh = {polish: ukrainian for polish, ukrainian in pairs if polish not in templates}
        templates |= fresh.keys()
        rows = [_row(polish, ukrainian) for polish, ukrainian in fresh.items()]
        with connection.cursor() as cursor, cursor.copy(_copy(MemoryEntry._meta.db_table)) as stream:
            for row in rows:
                stream.write_row(row)
        if len(templates) >= entries:
            break
    stored = time.perf_counter()
    as_the_owner(lambda editor: editor.add_index(MemoryEntry, index))
    as_the_owner(lambda editor: editor.execute("ANALYZE translations_memoryentry"))
    print(
        f"{len(templates):,} entries made and stored at {len(templates) / (stored - began):,.0f} a second;"
        f" index of features and counts {time.perf_counter() - stored:,.0f} s"
    )
    return sorted(templates)


def as_the_owner(act: Callable[[Any], object]) -> None:
    from django.db import connection  # noqa: PLC0415

    from pup_portal.db import as_owner  # noqa: PLC0415

    with as_owner(), connection.schema_editor() as editor:
        act(editor)


def sizes() -> str:
    """What the memory takes on disk."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_table_size(c), pg_indexes_size(c), pg_relation_size('memoryentry_features')"
            " FROM (SELECT 'translations_memoryentry'::regclass) t (c)"
        )
        table, indexes, features = (f"{size / 2**20:,.0f} MB" for size in cursor.fetchone())
    return f"table {table}, indexes {indexes}, of it features {features}"


def _copy(table: str) -> str:
    return f"COPY {table} ({', '.join(_COLUMNS.split())}) FROM STDIN"


def _row(polish: str, ukrainian: str) -> tuple[Any, ...]:
    from translations import memory  # noqa: PLC0415

    entry = memory.entry_of(polish, ukrainian, domain="")
    entry.reviewed_by_id, entry.reviewed_at = _reviewer(), _NOW
    return tuple(getattr(entry, name) for name in _COLUMNS.split())


def _reviewer() -> int:
    from accounts.models import User  # noqa: PLC0415

    if not _KNOWN:
        user, _ = User.objects.get_or_create(
            username="bench", defaults={"full_name": "Anna Miara", "role": "coordinator"}
        )
        _KNOWN.append(user.pk)
    return _KNOWN[0]


_KNOWN: list[int] = []
_NOW = "2026-01-01T00:00:00Z"


def measure(templates: list[str], bases: list[Pair]) -> dict[str, Any]:
    """Seconds of every look-up by each of the ways, and how often the memory found the best match."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    from translations import memory, places  # noqa: PLC0415

    compared = [memory.compared(template) for template in templates]
    dice = random.Random(2)  # noqa: S311 - the same sentences in every run
    stored = [(template, "") for template in dice.sample(templates, min(5_000, len(templates)))]
    changed = [_filled(polish) for polish, _ in islice(variants(stored, seed=3), LOOK_UPS)]
    known = [_filled(template) for template, _ in stored[:LOOK_UPS]]
    times: dict[str, list[float]] = {"similar": [], "every entry": [], "exact": [], "SQL equality": []}
    wanted = found = 0
    memory.similar(changed[0])  # what is loaded once is not the look-up's cost
    for source, old in zip(changed, known, strict=False):
        text, key = memory.compared(places.of_polish(source)[0].text), memory.key_of(old)
        best, seconds = timed(process.extractOne, text, compared, scorer=fuzz.ratio)
        times["every entry"].append(seconds)
        matches, seconds = timed(memory.similar, source)
        times["similar"].append(seconds)
        times["exact"].append(timed(memory.recall, [old])[1])
        times["SQL equality"].append(timed(_equal, key)[1])
        if best[1] >= memory.SIMILAR_FROM:
            scores = [fuzz.ratio(text, memory.compared(match.entry.template_pl)) for match in matches]
            wanted, found = wanted + 1, found + (max(scores, default=0) >= best[1])
    return {"times": times, "wanted": wanted, "found": found, "insert": _insert(bases)}


def timed(look_up: Callable[..., Any], *words: Any, **options: Any) -> tuple[Any, float]:
    began = time.perf_counter()
    result = look_up(*words, **options)
    return result, time.perf_counter() - began


def _equal(key: str) -> None:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT template_uk FROM translations_memoryentry WHERE key = %s", [key])
        cursor.fetchall()


def _insert(bases: list[Pair]) -> float:
    """Entries a second, as an import stores them."""
    from accounts.models import User  # noqa: PLC0415
    from translations import memory  # noqa: PLC0415

    fresh = dict(islice(variants(bases, seed=4), STORED_AT_ONCE))
    by, began = User.objects.get(pk=_reviewer()), time.perf_counter()
    entries = [memory.entry_of(polish, ukrainian, domain="bench") for polish, ukrainian in fresh.items()]
    for entry in entries:
        entry.reviewed_by, entry.reviewed_at = by, _NOW
    memory.store(entries)
    return len(entries) / (time.perf_counter() - began)


def _filled(template: str) -> str:
    return re.sub(r"⟨\d+:([a-z]+)⟩", lambda place: _FILLING.get(place[1], "x"), template)


def report(figures: dict[str, Any]) -> int:
    p95 = {name: statistics.quantiles(taken, n=20)[-1] for name, taken in figures["times"].items()}
    for name, taken in figures["times"].items():
        print(
            f"{name:<16}p95 {p95[name] * 1000:>9.2f} ms   median {statistics.median(taken) * 1000:>9.2f} ms"
        )
    share = figures["found"] / figures["wanted"] if figures["wanted"] else 1.0
    print(f"similar: {p95['every entry'] / p95['similar']:.1f} times faster than comparing with every entry,")
    print(f"         {p95['similar'] / p95['SQL equality']:.1f} times slower than SQL equality")
    print(f"exact:   {p95['exact'] / p95['SQL equality']:.1f} times slower than SQL equality")
    print(f"best match found: {figures['found']} of {figures['wanted']} ({share:.1%}), wanted {RECALL:.0%}")
    print(f"on disk: {sizes()}")
    print(f"stored as an import does: {figures['insert']:,.0f} entries a second")
    return 0 if share >= RECALL else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word.replace(",", "")) for word in sys.argv[1:])))
