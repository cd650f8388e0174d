"""Very many invented people in a database of their own, stored by several processes, a batch at a time.

Each batch is one transaction that also notes that it is stored: a filling that was killed goes on where it
was, and the people are the same as if it had not been. The database is a throw-away one: foreign keys and
histories are left out, which are no part of what is measured; every other constraint holds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from pup_portal.embedded.cluster import APPLICATION, Cluster

if TYPE_CHECKING:
    from registration.models import Client

BATCH = 5_000
MOST_PROCESSES = 4
NEWS_SECONDS = 30
# Nobody but this tool knows the table; it stands beside the people it tells of.
_BATCHES = f"""
    CREATE TABLE IF NOT EXISTS bench_batch (number int PRIMARY KEY, is_stored bool NOT NULL DEFAULT false);
    GRANT SELECT, UPDATE ON bench_batch TO {APPLICATION};
"""


def allow_storing(cluster: Cluster) -> None:
    """Let the application's role of this throw-away cluster store rows without their triggers."""
    with cluster.connect() as server:
        server.execute(f"GRANT SET ON PARAMETER session_replication_role TO {APPLICATION}")


def fill(count: int, *, processes: int | None = None) -> None:
    """Store what is missing of ``count`` people in the database of this process."""
    began, owed = time.perf_counter(), _begin(count)
    if owed:
        _let_indexes("remove")
        workers = [
            subprocess.Popen([sys.executable, "-m", "tools.bench_people"], env=os.environ)
            for _worker in range(processes or min(MOST_PROCESSES, os.cpu_count() or 1))
        ]
        try:
            _await(workers, count, began)
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()
    _let_indexes("add")
    if owed:
        _settle()
        _tell(
            f"{count:,} people are stored; {owed * BATCH:,} of them in {time.perf_counter() - began:,.0f} s"
        )


def _begin(count: int) -> int:
    """Note which batches there are; say how many are still to be stored."""
    from django.db import connection  # noqa: PLC0415 - the settings are known only now

    from accounts.models import User  # noqa: PLC0415
    from pup_portal.db import as_owner  # noqa: PLC0415

    if count % BATCH:
        raise SystemExit(f"People are stored by {BATCH:,}: ask for a multiple of it.")
    User.objects.get_or_create(username="bench", defaults={"full_name": "Anna Miara", "role": "coordinator"})
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(_BATCHES)
        cursor.execute(
            "INSERT INTO bench_batch SELECT generate_series(1, %s) ON CONFLICT DO NOTHING", [count // BATCH]
        )
    return _owed()


def _owed() -> int:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bench_batch WHERE NOT is_stored")
        return int(cursor.fetchone()[0])


def _await(workers: list[subprocess.Popen[bytes]], count: int, began: float) -> None:
    at_first = _owed()
    while running := [worker for worker in workers if worker.poll() is None]:
        with suppress(subprocess.TimeoutExpired):
            running[0].wait(NEWS_SECONDS)
        owed, seconds = _owed(), time.perf_counter() - began
        if owed < at_first and any(worker.poll() is None for worker in workers):
            speed = (at_first - owed) * BATCH / seconds
            stored, left = count - owed * BATCH, owed * BATCH / speed / 60
            _tell(f"{stored:,} of {count:,} people, {speed:,.0f} a second, {left:,.0f} minutes left")
    if _owed():
        raise SystemExit("People could not be stored. What is stored stays; the next run goes on from there.")


def store() -> None:
    """Take one batch after another until none is owed: the work of one process."""
    from django.db import connection, transaction  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    is_done = False
    while not is_done:
        with transaction.atomic():
            is_done = not _store_one()


def _store_one() -> bool:
    """Store a batch that nobody is at; say whether there was one."""
    from django.db import connection  # noqa: PLC0415

    from registration.bulk import create_clients  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE bench_batch SET is_stored = true WHERE number = (SELECT number FROM bench_batch"
            " WHERE NOT is_stored ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING number"
        )
        taken = cursor.fetchone()
    if taken:
        for _stored in create_clients(invented(taken[0])):
            pass  # the generator stores as it goes
    return taken is not None


def invented(batch: int) -> Iterator[Client]:
    """People as registers hold them: most in both scripts, some in one, a few Latin spellings from old passports."""
    from django.utils import timezone  # noqa: PLC0415

    from accounts.models import User  # noqa: PLC0415
    from desk.demo.people import people  # noqa: PLC0415
    from registration.names import to_latin  # noqa: PLC0415
    from tools.misspelling import Names, in_russian_latin  # noqa: PLC0415

    numbers = range((batch - 1) * BATCH + 1, batch * BATCH + 1)
    drawn = Names(Random(f"names of {batch}"))  # noqa: S311 - the same people in every run
    dice = Random(f"scripts of {batch}")  # noqa: S311
    by = User.objects.get(username="bench")
    for client in people(numbers, seed=1, now=timezone.now(), by=[by]):
        given, surname, patronymic = drawn.one()
        script = dice.random()
        spell: Callable[[str], str] = in_russian_latin if script < 0.06 else to_latin
        client.given_names_cyrillic, client.surname_cyrillic, client.patronymic = given, surname, patronymic
        client.given_names_latin, client.surname_latin = spell(given), spell(surname)
        if script > 0.95:
            client.given_names_latin = client.surname_latin = ""
        yield client


def _let_indexes(word: str) -> None:
    """Keys are stored several times faster without their indexes, which are built at the end."""
    from django.db import connection  # noqa: PLC0415

    from pup_portal.db import as_owner  # noqa: PLC0415
    from registration.models import NameKey  # noqa: PLC0415

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '256MB'")
        there = connection.introspection.get_constraints(cursor, NameKey._meta.db_table)
        with connection.schema_editor() as editor:
            for kind, made in (("constraint", NameKey._meta.constraints), ("index", NameKey._meta.indexes)):
                for one in made:  # an interrupted filling left them removed
                    if (one.name in there) is (word == "remove"):
                        getattr(editor, f"{word}_{kind}")(NameKey, one)


def _settle() -> None:
    from django.db import connection  # noqa: PLC0415

    from pup_portal.db import as_owner  # noqa: PLC0415

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _tell(news: str) -> None:
    print(news, file=sys.stderr, flush=True)


if __name__ == "__main__":
    import django

    django.setup()
    store()
