"""How fast a large feed is taken over, beside storing exactly the rows it makes and nothing else.

``make bench`` or ``python -m tools.bench_feed OFFERS``. Every measured step is a process of its own over the same
throw-away database, with all its triggers and indexes: the import of a tenth and of the whole (time, peak of the
memory), the whole once more (nothing may change), a bare ``bulk_create`` of the rows the import has left, and an import
that is killed in the middle and gone on with. Exits with 1 when something is over its limit.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pup_portal import embedded
from pup_portal.embedded.preparation import manage

LEAST_SHARE = 0.4  # of the speed of the bare storing
MOST_GROWTH = 1.2  # of the peak of the memory, for ten times the offers
IN_A_FILE = 1_000  # as the national database packs them
AT_ONCE = 500
LONGEST_SECONDS = 4 * 3600


def main(offers: int = 100_000) -> int:
    os.environ |= {"DEMO": "true", "DJANGO_SETTINGS_MODULE": "pup_portal.settings"}
    with embedded.services(name="bench-feed"), tempfile.TemporaryDirectory() as folder:
        manage("migrate", log=embedded.var_dir() / "bench.log")
        files = {size: Path(folder) / f"{size}.zip" for size in (offers // 10, offers)}
        for size, file in files.items():
            child("pack", file, size)
        small, large = (child("take", file, "afresh") for file in files.values())
        again = child("take", files[offers], "again")
        bare = child("bare", Path(folder) / "rows")
        killed = killed_and_gone_on_with(files[offers // 10])
        return report(offers, small, large, again, bare, killed)


def child(work: str, *words: object) -> dict[str, Any]:
    """What the step says of itself, done by a fresh process."""
    done = subprocess.run(
        _command(work, *words), stdout=subprocess.PIPE, check=True, timeout=LONGEST_SECONDS, env=os.environ
    )
    return dict(json.loads(done.stdout))


def killed_and_gone_on_with(file: Path) -> dict[str, Any]:
    """Kill an import when a part is stored, and let another process do the rest."""
    worker = subprocess.Popen(_command("take", file, "afresh"), stdout=subprocess.DEVNULL, env=os.environ)
    try:
        while worker.poll() is None and not child("position")["position"]:
            time.sleep(0.05)
    finally:
        worker.kill()
        worker.wait()
    at = child("position")
    return child("go_on") | {"killed_at": at["position"]}


def report(
    offers: int,
    small: dict[str, Any],
    large: dict[str, Any],
    again: dict[str, Any],
    bare: dict[str, Any],
    killed: dict[str, Any],
) -> int:
    share = bare["seconds"] / large["seconds"]
    growth = large["peak_mb"] / small["peak_mb"]
    print(
        f"{offers:,} offers taken over: {offers / large['seconds']:,.0f} a second ({large['seconds']:,.1f} s)"
    )
    print(f"the same {bare['rows']:,} rows stored bare: {offers / bare['seconds']:,.0f} a second")
    print(f"  {bare['by_table']}")
    checks = {
        f"share of the bare speed {share:.2f}, at least {LEAST_SHARE}": share >= LEAST_SHARE,
        f"peak of the memory {small['peak_mb']} → {large['peak_mb']} MB, ×{growth:.2f}, at most ×{MOST_GROWTH}": (
            growth <= MOST_GROWTH
        ),
        f"all taken: {large['created']:,} new": large["created"] == offers,
        f"once more: {again['unchanged']:,} unchanged, {again['created'] + again['changed']} written": (
            again["unchanged"] == offers and not again["created"] + again["changed"] + again["gone"]
        ),
        f"killed at {killed['killed_at']:,}, gone on with: {killed['created']:,} new, {killed['stored']:,} stored": (
            0 < killed["killed_at"] < offers // 10 and killed["created"] == killed["stored"] == offers // 10
        ),
    }
    for said, is_well in checks.items():
        print(f"{said}{'' if is_well else '  NOT MET'}")
    return 0 if all(checks.values()) else 1


# --- the steps, each in a process of its own -------------------------------------------------------


def pack(file: str, count: str) -> dict[str, Any]:
    """A zip of files of a thousand offers each, as the database sends them."""
    from django.utils import timezone  # noqa: PLC0415 - the settings are known only now

    from desk.demo.offers import feed_offers  # noqa: PLC0415

    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for start in range(1, int(count) + 1, IN_A_FILE):
            numbers = range(start, min(start + IN_A_FILE, int(count) + 1))
            offers = list(feed_offers(numbers, seed=1, today=timezone.localdate()))
            archive.writestr(f"oferty-{start}.json", json.dumps(offers, ensure_ascii=False))
    return {"bytes": Path(file).stat().st_size}


def take(file: str, how: str) -> dict[str, Any]:
    """Take ``file`` over, into emptied tables when ``afresh``."""
    from django.core.files import File  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415

    from job_offers import feed  # noqa: PLC0415

    if how == "afresh":
        _empty()
    with Path(file).open("rb") as stream, transaction.atomic():
        owed = feed.owe_import(file=File(stream), name="bench.zip")
    return _imported(owed.pk)


def go_on() -> dict[str, Any]:
    """Go on with the import whose worker is dead, as if its lease had run out."""
    from django.utils import timezone  # noqa: PLC0415

    from job_offers.models import FeedImport  # noqa: PLC0415

    owed = FeedImport.objects.latest("pk")
    FeedImport.objects.filter(pk=owed.pk).update(leased_until=timezone.now())
    return _imported(owed.pk)


def position() -> dict[str, Any]:
    """How much of the latest import is stored."""
    from job_offers.models import FeedImport, Offer  # noqa: PLC0415

    owed = FeedImport.objects.order_by("pk").last()
    is_going_on = owed is not None and owed.state == "running" and Offer.objects.exists()
    return {"position": owed.position if owed and is_going_on else 0}


def bare(folder: str) -> dict[str, Any]:
    """Put the rows aside, empty the tables, and store the rows again with nothing but ``bulk_create``."""
    from django.db import transaction  # noqa: PLC0415

    kept = Path(folder)
    kept.mkdir()
    counts = {}
    for place, model in enumerate(_tables()):
        rows = model._default_manager.order_by("pk").iterator(chunk_size=AT_ONCE)
        counts[model.__name__] = _keep(rows, kept / f"{place}.rows")
    _empty(but_imports=True)
    seconds = 0.0
    for place, model in enumerate(_tables()):
        for rows in _kept(kept / f"{place}.rows"):
            began = time.perf_counter()
            with transaction.atomic():
                model._default_manager.bulk_create(rows)
            seconds += time.perf_counter() - began
    return {"seconds": seconds, "rows": sum(counts.values()), "by_table": counts}


def _imported(pk: int) -> dict[str, Any]:
    from job_offers import feed  # noqa: PLC0415
    from job_offers.models import FeedImport, Offer  # noqa: PLC0415

    began = time.perf_counter()
    feed.import_feed(pk)
    seconds = time.perf_counter() - began
    owed = FeedImport.objects.get(pk=pk)
    if owed.refusal or owed.last_error:
        raise SystemExit(f"The import failed: {owed.refusal or owed.last_error}")
    return {
        "seconds": seconds,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "stored": Offer.objects.filter(source="feed").count(),
        **{name: getattr(owed, name) for name in ("created", "changed", "unchanged", "gone")},
    }


def _tables() -> list[Any]:
    """What an import writes, parents first."""
    from job_offers.models import FeedChange, FeedFinding, Offer, OfferLanguage  # noqa: PLC0415
    from translations.models import Segment, Translation  # noqa: PLC0415

    pairs = [Offer.licences.through, Offer.apply_languages.through]
    return [Offer, OfferLanguage, *pairs, FeedFinding, FeedChange, Translation, Segment]


def _empty(*, but_imports: bool = False) -> None:
    from django.db import connection  # noqa: PLC0415

    from job_offers.models import FeedImport  # noqa: PLC0415
    from pup_portal.db import as_owner  # noqa: PLC0415

    tables = {model._meta.db_table for model in _tables()}
    if not but_imports:
        tables.add(FeedImport._meta.db_table)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(sorted(tables))} CASCADE")


def _keep(rows: Iterator[Any], file: Path) -> int:
    count, batch = 0, []
    with file.open("wb") as stream:
        for row in rows:
            batch.append(row)
            count += 1
            if len(batch) == AT_ONCE:
                pickle.dump(batch, stream)
                batch = []
        pickle.dump(batch, stream)
    return count


def _kept(file: Path) -> Iterator[list[Any]]:
    with file.open("rb") as stream, suppress(EOFError):
        while True:
            yield pickle.load(stream)  # noqa: S301 - our own, from a folder nobody else writes to


def _command(work: str, *words: object) -> list[str]:
    return [sys.executable, "-m", "tools.bench_feed", work, *map(str, words)]


STEPS: dict[str, Callable[..., object]] = {
    "pack": pack,
    "take": take,
    "go_on": go_on,
    "position": position,
    "bare": bare,
}


def step(work: str, *words: str) -> None:
    import logging  # noqa: PLC0415

    import django  # noqa: PLC0415

    django.setup()
    logging.disable()
    print(json.dumps(STEPS[work](*words)))


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in STEPS:
        step(*sys.argv[1:])
    else:
        sys.exit(main(*(int(word.replace(",", "")) for word in sys.argv[1:2])))
