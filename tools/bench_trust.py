"""What trust costs: the access log, sealed columns and a person's rights, against the bare work beneath each.

``make bench`` or ``python -m tools.bench_trust ENTRIES CLIENTS``, on a database of its own that is gone
afterwards. Seconds differ between machines; the ratio to the bare work, measured in the same run, hardly does.
Tells how far the memory rose above what was needed before, too: it must not grow with the rows. Exits with 1
when something is over its limit.
"""

from __future__ import annotations

import logging
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pup_portal import embedded
from pup_portal.embedded.cluster import APPLICATION, DATABASE, OWNER, Cluster
from pup_portal.embedded.preparation import manage
from pup_portal.embedded.trouble import say
from tools.bench import numbers

NAME = "pup_trust"
MOST_MEGABYTES = 120


@dataclass(frozen=True)
class Cost:
    """``work`` and the ``bare`` work beneath it: the same rows without what is measured."""

    name: str
    limit: float
    work: Callable[[], object]
    bare: Callable[[], object]
    rounds: int = 1


def main(entries: int = 50_000, clients: int = 5_000) -> int:
    os.environ["DEMO"] = "true"
    with own_database():
        import django  # noqa: PLC0415 - the settings are known only now

        os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
        django.setup()
        logging.disable()
        from tools import trust_costs  # noqa: PLC0415 - its models need the settings

        say(f"Filling a database with {entries} entries of the access log and {clients} clients")
        return report(trust_costs.costs(entries, clients))


@contextmanager
def own_database() -> Iterator[None]:
    """A copy of the database of ``tools.bench``, without its people; dropped at the end, or before the next run."""
    if os.environ.get("DATABASE_URL"):
        raise SystemExit("This measurement changes everything in its database: unset DATABASE_URL.")
    with embedded.services(name="bench-postgres"):
        cluster = Cluster(embedded.var_dir() / "bench-postgres")
        log = embedded.var_dir() / "bench.log"
        manage("migrate", log=log)
        manage("collectstatic", "--noinput", log=log)
        home = cluster.url(APPLICATION), cluster.url(OWNER)
        with cluster.connect() as server:
            server.autocommit = True
            server.execute(f"DROP DATABASE IF EXISTS {NAME}")
            server.execute(f"CREATE DATABASE {NAME} TEMPLATE {DATABASE} OWNER {OWNER}")
        for name, url in zip(("DATABASE_URL", "DATABASE_OWNER_URL"), home, strict=True):
            os.environ[name] = url.replace(f"/{DATABASE}", f"/{NAME}")
        try:
            yield
        finally:
            with cluster.connect() as server:
                server.autocommit = True
                server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def report(costs: Iterator[Cost]) -> int:
    too_much = 0
    print(f"{'what':<44}{'s':>9}{'bare s':>9}{'ratio':>7}{'limit':>7}{'MB':>7}")
    for cost in costs:
        own, bare, megabytes = measured(cost)
        is_over = own / bare > cost.limit or megabytes > MOST_MEGABYTES
        too_much += is_over
        print(
            f"{cost.name:<44}{own:>9.3f}{bare:>9.3f}{own / bare:>7.1f}{cost.limit:>7.1f}{megabytes:>7.0f}"
            f"{'  too much' if is_over else ''}",
            flush=True,
        )
    return 1 if too_much else 0


def measured(cost: Cost) -> tuple[float, float, float]:
    """Seconds of the work and of the bare work, as medians of turns, and megabytes that the work added."""
    turns, highest = [], 0.0
    for _round in range(cost.rounds):
        bare = _seconds(cost.bare)  # first, so that it does not find what the work has warmed
        before = _megabytes()
        own = _seconds(cost.work)
        highest = max(highest, _megabytes() - before)
        turns.append((own, bare))
    owns, bares = zip(*turns, strict=True)
    return statistics.median(owns), statistics.median(bares), highest


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _megabytes() -> float:
    """The most memory that this process has ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(*numbers(sys.argv[1:])))
