"""What the quality page of the translations costs over many approvals, beside counting the same rows.

``make bench`` or ``python -m tools.bench_quality APPROVALS``. Approvals and firings of checks are spread over ten
years; the figures of twelve weeks are then read turn by turn with a bare count of their rows by the same index.
Exits with 1 when they cost more than ``LIMIT`` times as much.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from pup_portal import embedded
from pup_portal.embedded.preparation import manage

ROUNDS = 15
LIMIT = 40.0
YEARS = 10
_FILL = """
TRUNCATE translations_approval, translations_checkfired CASCADE;
INSERT INTO translations_approval (version, domain, owed_at, approved_at, approved_by_id, sentences, words, kept,
  coded, coded_edited, glossary, glossary_edited, memory, memory_edited, machine, machine_edited, person)
SELECT 1, 'bench', at - make_interval(mins => (n %% 20000)::int), at, %(by)s, 20, 120, 4, 2, 0, 3, 1, 5, 1, 2, 1, 1
FROM (SELECT n, now() - make_interval(secs => n::double precision * %(span)s / %(count)s) FROM generate_series(1, %(count)s) n) rows (n, at);
INSERT INTO translations_checkfired (key, code, outcome, fired_at, approval_id)
SELECT md5(id::text), 'check-' || id %% 40, 'left', approved_at, id FROM translations_approval;
"""
_COUNT = "SELECT count(*) FROM translations_approval WHERE approved_at >= %s AND approved_at < %s"


def main(approvals: int = 100_000) -> int:
    os.environ["DEMO"] = "true"
    with embedded.services(name="bench-quality"):
        manage("migrate", log=embedded.var_dir() / "bench.log")
        import django  # noqa: PLC0415 - the settings are known only now

        os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
        django.setup()
        fill(approvals)
        return report(approvals, *measure())


def fill(approvals: int) -> None:
    from django.db import connection  # noqa: PLC0415

    from accounts.models import User  # noqa: PLC0415
    from pup_portal.db import as_owner  # noqa: PLC0415

    by, _ = User.objects.get_or_create(
        username="bench", defaults={"full_name": "Anna Miara", "role": "coordinator"}
    )
    span = timedelta(days=365 * YEARS).total_seconds()
    with as_owner(), connection.cursor() as cursor:
        for statement in filter(str.strip, _FILL.split(";")):
            cursor.execute(statement, {"by": by.pk, "count": approvals, "span": span})
        cursor.execute("ANALYZE translations_approval, translations_checkfired")


def measure() -> tuple[float, float]:
    """Median seconds of the page's figures and of the bare count, taken alternately."""
    from translations import quality  # noqa: PLC0415

    period = quality.Period.asked("")

    def figures() -> None:
        fired = quality.firings(period)
        quality.weeks(period, fired)
        quality.checks(period, fired)

    figures()  # what is loaded once is not the page's cost
    turns = [(_timed(figures), _timed(lambda: _count(period.bounds))) for _ in range(ROUNDS)]
    own, plain = zip(*turns, strict=True)
    return statistics.median(own), statistics.median(plain)


def _count(bounds: tuple[datetime, datetime]) -> None:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(_COUNT, bounds)
        cursor.fetchall()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def report(approvals: int, own: float, plain: float) -> int:
    print(f"quality of translations, 12 weeks of {approvals:,} approvals in {YEARS} years")
    print(
        f"figures {own * 1000:.1f} ms, bare count {plain * 1000:.1f} ms, ratio {own / plain:.1f} (limit {LIMIT:.0f})"
    )
    return 1 if own / plain > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main(*(int(word.replace(",", "")) for word in sys.argv[1:])))
