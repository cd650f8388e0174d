"""How fast a person is found among very many, and how often in spite of a misspelling.

``make bench`` or ``python -m tools.bench_search CLIENTS CLIENTS``: the same questions are asked of two databases of
invented people, a small and a large one, which are kept for the next run. Each question is a full name as somebody
else may have written it (``tools.misspelling``), and the very person meant must be among the first five. More
than five people whose names sound the same cannot be told apart by a name: there the question holds the date of
birth, too, as it would at the desk. Exits with 1 when people are missed, when the search grows with the number of
people, or when it asks the database too often.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from itertools import batched
from random import Random
from typing import TYPE_CHECKING, Any

from pup_portal import embedded
from pup_portal.embedded.cluster import APPLICATION, DATABASE, OWNER, Cluster
from pup_portal.embedded.preparation import manage
from tools import bench_people
from tools.bench import numbers

if TYPE_CHECKING:
    from registration.models import Client

CLUSTER = "bench-search"
QUESTIONS = 2_000
TURN = 20  # questions to one database before the next is asked
FIRST = 5
RECALL = 0.98
GROWTH = 2.0
QUERIES = 3
FETCHES = 60.0  # how many bare fetches by primary key a search may cost


@dataclass(frozen=True)
class Figures:
    """Of one database: seconds of the middle question and at the 95th percentile, and what was found."""

    clients: int
    search: float
    search_middle: float
    fetch: float
    fetch_middle: float
    found: int
    asked: int
    queries: int
    missed: dict[str, int]
    examples: list[str]

    @property
    def recall(self) -> float:
        return self.found / self.asked

    @property
    def ratio(self) -> float:
        return self.search / self.fetch


def main(small: int = 10_000, large: int = 1_000_000) -> int:
    if os.environ.get("DATABASE_URL"):
        raise SystemExit("This measurement fills databases of its own: unset DATABASE_URL.")
    os.environ["DEMO"] = "true"
    with embedded.services(name=CLUSTER, durable=False):
        manage("migrate", log=embedded.var_dir() / "bench.log")
        return report(turn_by_turn((small, large)))


def turn_by_turn(counts: Sequence[int]) -> list[Figures]:
    """The figures of each number of clients. Some questions are asked of one database, then as many of the next:
    what else the machine does meanwhile slows all of them alike.
    """
    with ExitStack() as stack:
        running = [stack.enter_context(_database_of(count)) for count in counts]
        answers: list[dict[str, Any]] = [{} for _one in running]
        while not all(answers):
            answers = [_next_answer(one) for one in running]
    return [Figures(**answer) for answer in answers]


@contextmanager
def _database_of(count: int) -> Iterator[subprocess.Popen[str]]:
    """A process over a database of its own with ``count`` clients, ready to be asked."""
    cluster, name = Cluster(embedded.var_dir() / CLUSTER), f"pup_search_{count}"
    bench_people.allow_storing(cluster)
    with cluster.connect() as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(f"CREATE DATABASE {name} TEMPLATE {DATABASE} OWNER {OWNER}")
    addresses = {
        variable: cluster.url(role).replace(f"/{DATABASE}", f"/{name}")
        for variable, role in (("DATABASE_URL", APPLICATION), ("DATABASE_OWNER_URL", OWNER))
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tools.bench_search", "--one", str(count)],
        env=os.environ | addresses,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _next_answer(process)  # it is filled
        yield process
    finally:
        process.kill()
        process.wait()


def _next_answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    """Let the process do its next turn: its figures after the last one, nothing before."""
    if process.stdin is None or process.stdout is None:
        raise TypeError("A process is asked by its pipes.")
    process.stdin.write("\n")
    process.stdin.flush()
    for line in process.stdout:  # what migrating says stands there, too
        if line.startswith("{"):
            answer: dict[str, Any] = json.loads(line)
            return answer
    raise SystemExit("The measurement ended before its time; what went wrong stands above.")


def one(count: int) -> int:
    """Fill the database of this process with ``count`` clients unless it holds them, and measure when asked to."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
    manage("migrate", log=embedded.var_dir() / "bench.log")
    import django  # noqa: PLC0415 - the settings are known only now

    django.setup()
    bench_people.fill(count)
    measuring, asked = Measuring(count), list(questions())
    for question in asked[:TURN]:
        measuring.ask(*question)
    measuring.begin()
    for turn in ((), *batched(asked, TURN)):  # the first answer only says that all is ready
        _await_turn()
        for question in turn:
            measuring.ask(*question)
        print("\n{}", flush=True)
    _await_turn()
    figures = measuring.figures([text for _client, text, _kind in asked[:100]])
    print(f"\n{json.dumps(asdict(figures))}", flush=True)
    return 0


def _await_turn() -> None:
    """Wait to be asked; end when whoever asks is gone."""
    if not sys.stdin.readline():
        raise SystemExit(1)


class Measuring:
    """What the questions asked so far took, and who was missed."""

    def __init__(self, clients: int) -> None:
        self._clients = clients
        self.begin()

    def begin(self) -> None:
        """Forget what was measured: what is loaded once is not the search's cost."""
        self._missed: Counter[str] = Counter()
        self._searches: list[float] = []
        self._fetches: list[float] = []
        self._examples: list[str] = []

    def ask(self, client: Client, text: str, kind: str) -> None:
        from registration import search  # noqa: PLC0415
        from registration.models import Client  # noqa: PLC0415

        people = Client.objects.active()
        what = search.asked(text, with_identifiers=True)
        hits, seconds = _timed(partial(search.find, what, people, limit=FIRST))
        self._searches.append(seconds)
        self._fetches.append(_timed(partial(Client.objects.get, pk=client.pk))[1])
        if client.pk not in {hit.client.pk for hit in hits}:
            self._missed[kind] += 1
            self._examples.append(f"{client.given_names_cyrillic} {client.surname_cyrillic}: {text} ({kind})")

    def figures(self, counted: list[str]) -> Figures:
        """What was measured, and the most queries that one of the ``counted`` texts takes."""
        return Figures(
            clients=self._clients,
            search=statistics.quantiles(self._searches, n=20)[-1],
            search_middle=statistics.median(self._searches),
            fetch=statistics.quantiles(self._fetches, n=20)[-1],
            fetch_middle=statistics.median(self._fetches),
            found=len(self._searches) - self._missed.total(),
            asked=len(self._searches),
            queries=_most_queries(counted),
            missed=dict(self._missed),
            examples=self._examples,
        )


def questions() -> Iterator[tuple[Client, str, str]]:
    """A client drawn from all, what somebody types to find them, and the kind of the misspelling."""
    from registration import names  # noqa: PLC0415
    from registration.models import Client, NameKey  # noqa: PLC0415
    from tools.misspelling import misspelled  # noqa: PLC0415

    dice = Random(3)  # noqa: S311 - the same questions in every run
    last = Client.objects.order_by("-pk").values_list("pk", flat=True)[0]
    active = Client.objects.active()
    for _question in range(QUESTIONS):
        client = active.filter(pk__gte=dice.randint(1, last)).order_by("pk").first() or active.earliest("pk")
        full_name = client.cyrillic_name
        text, spelling, typo = misspelled(full_name, dice)
        given, surname = (names.sounds(word)[0] for word in names.words(full_name)[:2])
        alike = NameKey.objects.filter(kind=NameKey.Kind.PAIR, key=names.pair(given, surname))
        if alike[: FIRST + 1].count() > FIRST:
            text, spelling = f"{text} {client.birth_date:%d.%m.%Y}", f"{spelling}, with the birthday"
        yield client, text, f"{spelling}: {typo}"


def _most_queries(texts: list[str]) -> int:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from registration import search  # noqa: PLC0415
    from registration.models import Client  # noqa: PLC0415

    most = 0
    for text in texts:
        with CaptureQueriesContext(connection) as queries:
            search.find(search.asked(text, with_identifiers=True), Client.objects.active(), limit=FIRST)
        most = max(most, len(queries))
    return most


def _timed[T](look_up: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    found = look_up()
    return found, time.perf_counter() - began


def report(both: list[Figures]) -> int:
    """Say what was measured: each search beside ``Client.objects.get(pk=…)`` of the person meant, turn by turn."""
    print(f"{'':>10}{'search, ms':>18}{'get by key, ms':>20}{'p95 of search':>17}")
    print(
        f"{'clients':>10}{'middle':>9}{'p95':>9}{'middle':>11}{'p95':>9}{'/ p95 of get':>17}{'found':>15}{'queries':>9}"
    )
    for of in both:
        print(
            f"{of.clients:>10,}{of.search_middle * 1000:>9.1f}{of.search * 1000:>9.1f}"
            f"{of.fetch_middle * 1000:>11.2f}{of.fetch * 1000:>9.2f}{of.ratio:>17.0f}"
            f"{of.found:>7} ({of.recall:.1%}){of.queries:>9}"
        )
    for kind, count in sorted(both[-1].missed.items()):
        print(f"  missed {count:>3}  {kind}")
    for example in both[-1].examples if os.environ.get("EXAMPLES") else []:
        print(f"    {example}")
    growth = both[-1].search / both[0].search
    print(
        f"p95 grows {growth:.2f} times (at most {GROWTH}); must be: {RECALL:.0%} found among the first {FIRST},"
        f" {QUERIES} queries, {FETCHES:.0f} gets by key"
    )
    return int(any([growth > GROWTH, *(_is_bad(of) for of in both)]))


def _is_bad(of: Figures) -> bool:
    return of.recall < RECALL or of.queries > QUERIES or of.ratio > FETCHES


def _arguments(words: list[str]) -> Any:
    return one(int(words[1])) if words[:1] == ["--one"] else main(*numbers(words))


if __name__ == "__main__":
    sys.exit(_arguments(sys.argv[1:]))
