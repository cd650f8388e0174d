"""How many times slower the important pages are than one that reads nothing, over a full database.

``make bench`` or ``python -m tools.bench OFFERS CLIENTS``. Milliseconds differ between machines; the ratio to
the plain page, measured turn by turn in the same run, hardly does. Exits with 1 when a page is over its limit.
"""

from __future__ import annotations

import logging
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pup_portal import embedded
from pup_portal.embedded.preparation import Stamp, manage
from pup_portal.embedded.trouble import say

ROUNDS = 30


@dataclass(frozen=True)
class Page:
    name: str
    address: str
    limit: float
    login: bool = False
    words: str = ""  # typed into its search box


# The whole frame of a public page, and hardly a query.
PLAIN = Page("plain", "/uk/accessibility/", 1)

PAGES = [
    Page("board, first page", "/uk/offers/", 12),
    Page("board, a word in Ukrainian", "/uk/offers/?q=зварювальник", 12),
    Page("board, filters", "/uk/offers/?q=робота&lodging=on", 12),
    Page("offers as data", "/api/v1/offers", 12),
    Page("desk, today", "/pl/desk/", 12, login=True),
    Page("desk, clients", "/pl/desk/clients/", 12, login=True),
    Page("desk, a surname in Latin letters", "/pl/desk/clients/", 15, login=True, words="Shevchenko"),
    Page("desk, offers", "/pl/desk/offers/", 15, login=True),
]


def main(offers: int = 20_000, clients: int = 20_000) -> int:
    os.environ["DEMO"] = "true"
    with embedded.services(name="bench-postgres"):
        fill(offers, clients)
        return report(measure())


def fill(offers: int, clients: int) -> None:
    var = embedded.var_dir()
    stamp = Stamp(var / "bench-postgres" / "filled.stamp", f"{offers} {clients}")
    manage("migrate", log=var / "bench.log")
    manage("collectstatic", "--noinput", log=var / "bench.log")  # pages name their style sheets by it
    if not stamp.is_current():
        say(f"Filling the database with {offers} offers and {clients} clients", end=" ")
        words = ("--story", "--offers", str(offers), "--clients", str(clients))
        manage("demo_data", *words, log=var / "bench.log")
        stamp.set()


def measure() -> dict[str, tuple[float, float]]:
    """Seconds of each page and of the plain one, both as medians of turns taken alternately."""
    visit = visitor()
    times: dict[str, tuple[float, float]] = {}
    for page in PAGES:
        visit(page)  # what is loaded once is not the page's cost
        visit(PLAIN)
        turns = [(visit(page), visit(PLAIN)) for _ in range(ROUNDS)]
        own, plain = zip(*turns, strict=True)
        times[page.name] = statistics.median(own), statistics.median(plain)
    return times


def visitor() -> Callable[[Page], float]:
    """A function that asks for a page, or for what its search box answers, and gives the seconds it took."""
    import django  # noqa: PLC0415 - the settings are known only now

    os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
    django.setup()
    logging.disable()
    from django.test import Client  # noqa: PLC0415

    from accounts.models import User  # noqa: PLC0415

    stranger, coordinator = Client(), Client()
    coordinator.force_login(User.objects.get(username="koordynator"))

    def visit(page: Page) -> float:
        browser, address = (coordinator if page.login else stranger), page.address
        if page.words:
            address = browser.post(address, {"q": page.words}, headers={"host": "127.0.0.1"})["Location"]
        began = time.perf_counter()
        response = browser.get(address, headers={"host": "127.0.0.1"})
        taken = time.perf_counter() - began
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
        return taken

    return visit


def report(times: dict[str, tuple[float, float]]) -> int:
    slow = 0
    print(f"{'page':<34}{'ms':>8}{'plain ms':>10}{'ratio':>8}{'limit':>8}")
    for page in PAGES:
        own, plain = times[page.name]
        mark = "  too slow" if own / plain > page.limit else ""
        slow += bool(mark)
        print(
            f"{page.name:<34}{own * 1000:>8.1f}{plain * 1000:>10.1f}{own / plain:>8.1f}{page.limit:>8.0f}{mark}"
        )
    return 1 if slow else 0


def numbers(words: Sequence[str]) -> list[int]:
    return [int(word.replace(",", "")) for word in words]


if __name__ == "__main__":
    sys.exit(main(*numbers(sys.argv[1:])))
