"""How fast the public board answers over many offers, beside a page of the same frame that asks one query.

``make bench`` or ``python -m tools.bench_board STORED:LIVE …`` (by default 10000:10000 100000:20000 1000000:20000
1000000:100000): each step adds offers to a database of its own and asks the same questions, turn by turn with the plain
page. Exits with 1 when the 95th percentile is more than ``RATIO`` times that of the plain page, when it grows too much from
one step to the next, when a page asks more than ``QUERIES`` queries, or when a second has
time for fewer answers that a page is unchanged than for ``CONDITIONAL`` of the plain pages. All this holds for texts that were
not asked before: what the board remembers of them is forgotten before each page. Told beside it are pages whose offers, too,
nobody was shown since the board changed (``cold``), and the same page once more (``again``).
``--here`` measures in the database of DATABASE_URL, which must hold no offers but those of an earlier run.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from pup_portal import embedded
from pup_portal.embedded.preparation import manage

if TYPE_CHECKING:
    from django.test import Client

CLUSTER = "bench-board"
STEPS = ((10_000, 10_000), (100_000, 20_000), (1_000_000, 20_000), (1_000_000, 100_000))
MODELS = (
    3_000  # offers that differ in all their facts; the others repeat them with keys and dates of their own
)
ROUNDS = 8
QUERIES = 6
RATIO = 4.0
STORED_GROWTH = 1.5  # the live ones being as many
LIVE_GROWTH = 3.0  # five times as many live ones
CONDITIONAL = 0.8
PLAIN = "/uk/accessibility/"
WORDS = (
    "зварювальник",
    "кухар Кельці",
    "pakowanie",
    "водій без досвіду",
    "прибирання з житлом",
    "kuhar",
    "сварщик",
)
QUESTIONS = (
    *(
        "",
        "page=7",
        "sort=pay",
        "lodging=on",
        "place=266101&within=20",
        "place=260403",
        "group=51",
        "group=93&pay=5000",
    ),
    *("contract=permanent&shift=two&polish=a2", "experience=none&lodging=on&near=on", "polish=none&sort=pay"),
    *(
        "childcare=on",
        "travel=on&place=266101",
        "pay=6000&page=3",
        "shift=one&shift=two",
        "pay=10000&lodging=on",
    ),
    *(f"q={quote(words)}" for words in WORDS),
    *(f"q={quote('магазин')}&{rest}" for rest in ("lodging=on", "place=266101&within=30", "sort=pay")),
    f"q={quote('спаввач')}",
)


@dataclass(frozen=True)
class Figures:
    """Of one step: seconds at the 95th percentile, the most queries, unchanged answers and plain pages a second."""

    stored: int
    live: int
    board: float
    cold: float
    again: float
    plain: float
    slowest: str
    queries: int
    unchanged: float
    plain_a_second: float
    reading: float

    @property
    def ratio(self) -> float:
        return self.board / self.plain


def main(*steps: str) -> int:
    asked = [(int(stored), int(live)) for stored, _, live in (step.partition(":") for step in steps)]
    if os.environ.get("DATABASE_URL"):
        raise SystemExit("This measurement fills a database of its own: unset DATABASE_URL, or say --here.")
    os.environ["DEMO"] = "true"
    with embedded.services(name=CLUSTER, durable=False):
        manage("migrate", log=embedded.var_dir() / "bench.log")
        manage("collectstatic", "--noinput", log=embedded.var_dir() / "bench.log")
        return run(asked or STEPS, afresh=True)


def run(steps: list[tuple[int, int]] | tuple[tuple[int, int], ...], *, afresh: bool = False) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
    import django  # noqa: PLC0415 - the settings are known only now

    django.setup()
    from tools import board_rows  # noqa: PLC0415

    if afresh:  # an earlier run has left what it made
        board_rows.empty()
    figures = []
    for stored, live in steps:
        began = time.perf_counter()
        board_rows.fill(stored, live, models=MODELS)
        print(
            f"{stored:,} offers, {live:,} live: filled in {time.perf_counter() - began:,.0f} s",
            file=sys.stderr,
        )
        figures.append(measure(stored, live))
    return report(figures)


def measure(stored: int, live: int) -> Figures:
    import logging  # noqa: PLC0415

    from django.test import Client  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from job_offers import snapshot  # noqa: PLC0415

    logging.disable()
    snapshot.forget()
    client = Client(headers={"host": "127.0.0.1"})
    addresses = [f"/{'pl' if place % 4 == 3 else 'uk'}/offers/?{one}" for place, one in enumerate(QUESTIONS)]
    for address in (PLAIN, *addresses):  # what is loaded once is not the page's cost
        _visit(client, address)
    turns = [(address, _turn(client, address)) for _ in range(ROUNDS) for address in addresses]
    by_address = {
        address: statistics.median(turn.first for named, turn in turns if named == address)
        for address in addresses
    }
    return Figures(
        stored=stored,
        live=live,
        board=_p95([turn.first for _address, turn in turns]),
        cold=_p95([turn.cold for _address, turn in turns]),
        again=_p95([turn.again for _address, turn in turns]),
        plain=_p95([turn.plain for _address, turn in turns]),
        slowest=max(by_address, key=lambda address: by_address[address]),
        queries=max(_queries(client, address) for address in addresses),
        unchanged=_unchanged(client, addresses[0]),
        plain_a_second=1 / statistics.median(turn.plain for _address, turn in turns),
        reading=snapshot.current(timezone.localdate()).took,
    )


@dataclass(frozen=True)
class Turn:
    """Seconds of a page of which the board remembers nothing, of one whose text nobody asked for before, of the same again,
    of the plain page.
    """

    cold: float
    first: float
    again: float
    plain: float


def _turn(client: Client, address: str) -> Turn:
    _forget(cards=True)
    cold = _visit(client, address)
    _forget()
    return Turn(cold, _visit(client, address), _visit(client, address), _visit(client, PLAIN))


def _forget(*, cards: bool = False) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from job_offers import snapshot  # noqa: PLC0415

    board = snapshot.current(timezone.localdate())
    board.texts.clear()
    if cards:
        board.cards.clear()


def _visit(client: Client, address: str) -> float:
    began = time.perf_counter()
    response = client.get(address)
    taken = time.perf_counter() - began
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return taken


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def _queries(client: Client, address: str) -> int:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    _forget(cards=True)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def _unchanged(client: Client, address: str) -> float:
    """How many times a second the page says that it is what it was."""
    tag = client.get(address).headers["ETag"]
    began = time.perf_counter()
    for _ in range(100):
        if client.get(address, headers={"if-none-match": tag}).status_code != 304:
            raise SystemExit(f"{address} is not what it was a moment ago")
    return 100 / (time.perf_counter() - began)


def report(all_figures: list[Figures]) -> int:
    print(
        f"{'stored':>10}{'live':>9}{'board p95':>11}{'cold':>9}{'again':>9}{'plain p95':>11}{'ratio':>7}{'queries':>9}{'304/s':>8}{'plain':>7}{'read s':>8}  slowest"
    )
    faults = []
    for one in all_figures:
        print(
            f"{one.stored:>10,}{one.live:>9,}{one.board * 1000:>9.1f}ms{one.cold * 1000:>7.1f}ms{one.again * 1000:>7.1f}ms{one.plain * 1000:>9.1f}ms{one.ratio:>7.1f}"
            f"{one.queries:>9}{one.unchanged:>8.0f}{one.plain_a_second:>7.0f}{one.reading:>8.2f}  {one.slowest}"
        )
        faults += _faults(one)
    for before, after in pairwise(all_figures):
        limit = STORED_GROWTH if before.live == after.live else LIVE_GROWTH
        growth = after.board / before.board
        print(
            f"{before.stored:,}/{before.live:,} to {after.stored:,}/{after.live:,}: {growth:.2f} times (at most {limit})"
        )
        if growth > limit:
            faults.append(f"grows {growth:.2f} times")
    for fault in faults:
        print(f"  too slow: {fault}")
    return 1 if faults else 0


def _faults(one: Figures) -> list[str]:
    rules = {
        f"{one.ratio:.1f} times the plain page at {one.live:,} live": one.ratio > RATIO,
        f"{one.queries} queries": one.queries > QUERIES,
        "unchanged pages": one.unchanged < CONDITIONAL * one.plain_a_second,
    }
    return [fault for fault, is_so in rules.items() if is_so]


if __name__ == "__main__":
    words = sys.argv[1:]
    if "--here" in words:
        own = [tuple(map(int, word.split(":"))) for word in words if word != "--here"]
        sys.exit(run(own or STEPS))  # type: ignore[arg-type]
    sys.exit(main(*words))
