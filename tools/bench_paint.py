"""When a reader with a cheap phone and a poor signal sees the board and an offer, and whether anything moves then.

``make bench`` or ``python -m tools.bench_paint ROUNDS``: Chromium with the screen of a phone, 400 kbit/s, 400 ms before every
answer and a processor slowed down four times visits the portal's production web server, turn by turn with a plain page of the
same frame. Every visit begins with an empty cache, but that of an offer opened from the board. Exits with 1 when the median of
the first contentful paint of a page is over ``PAINT`` seconds, or when what a page shows moves by more than ``SHIFT`` without
the reader's doing, in any of the rounds. Only medians are held against the limit: a busy machine delays single paints.

The browser's emulation delays every answer, but opens connections in no time. ``--here`` measures the portal at SITE_URL.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pup_portal import embedded
from pup_portal.embedded.children import Child
from pup_portal.embedded.cluster import any_free_port
from pup_portal.embedded.preparation import Stamp, compile_stale_catalogues, manage
from pup_portal.embedded.serving import WEB, addresses, wait_until_ready
from pup_portal.embedded.trouble import say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, ViewportSize
    from playwright.sync_api import Page as Tab

CLUSTER = "bench-paint"
OFFERS = 2_000  # about one in fifty of them is live, beside those of the demonstration
ROUNDS = 7
PAINT = 2.5  # seconds
SHIFT = 0.001
BYTES_A_SECOND = 400_000 / 8
NETWORK = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": BYTES_A_SECOND,
    "uploadThroughput": BYTES_A_SECOND,
}
SLOWER = 4
SCREEN: ViewportSize = {"width": 360, "height": 740}
QUIET = 1_000  # milliseconds that the page is watched on after its last request
_READ = """async quiet => {
  const found = { paint: 0, largest: 0, shift: 0, moved: [] };
  const watch = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") found.paint = startTime });
  watch("largest-contentful-paint", ({ startTime }) => { found.largest = startTime });
  watch("layout-shift", ({ value, hadRecentInput, sources }) => {
    if (hadRecentInput) return;
    found.shift += value;
    found.moved.push(...sources.map(({ node }) => node?.className || node?.nodeName || "?"));
  });
  await new Promise(done => setTimeout(done, quiet));
  return found;
}"""


@dataclass(frozen=True)
class Page:
    """A page that is visited first, or from the page ``after``, whose files the browser then has."""

    name: str
    address: str
    after: str = ""


@dataclass(frozen=True)
class Visit:
    """Seconds until the first and the largest paint, what moved and by how much, bytes on the line and requests."""

    paint: float
    largest: float
    shift: float
    moved: tuple[str, ...]
    weight: int
    requests: int


# The whole frame of a public page, and hardly a query.
PLAIN = Page("plain", "/uk/accessibility/")
BOARD = "/uk/offers/"


def main(rounds: int = ROUNDS) -> int:
    os.environ["DEMO"] = "true"
    with embedded.services(name=CLUSTER, durable=False):
        fill()
        with portal() as site:
            return run(site, rounds)


def fill() -> None:
    var = embedded.var_dir()
    stamp = Stamp(var / CLUSTER / "filled.stamp", f"{OFFERS}")
    compile_stale_catalogues()
    manage("migrate", log=var / "bench.log")
    manage("collectstatic", "--noinput", log=var / "bench.log")
    if not stamp.is_current():
        say(f"Filling the database with the demonstration and {OFFERS:,} offers", end=" ")
        manage("demo_data", "--story", "--offers", str(OFFERS), log=var / "bench.log")
        stamp.set()


@contextmanager
def portal() -> Iterator[str]:
    """The address of the portal, served as the demo and production serve it."""
    port = any_free_port()
    folder = embedded.var_dir() / "log"
    folder.mkdir(exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(embedded.defaults(**addresses(port)))
        web = Child(WEB, folder, os.environ)
        stack.callback(web.end)
        wait_until_ready(port, [web.check], "/livez")
        yield f"http://127.0.0.1:{port}"


def run(site: str, rounds: int) -> int:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this measurement needs it

    from tools.chromium import launch_arguments  # noqa: PLC0415

    with sync_playwright() as driver:
        browser = driver.chromium.launch(**launch_arguments())
        pages = [PLAIN, *pages_of(browser, site)]
        for page in pages:  # what the portal loads once is not the reader's wait
            visit(browser, site, page)
        visits = [(page, visit(browser, site, page)) for _ in range(rounds) for page in pages]
        browser.close()
    return report({page: [own for named, own in visits if named == page] for page in pages})


def pages_of(browser: Browser, site: str) -> list[Page]:
    """The board, a search, and the longest offer of the board's first page."""
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(site + BOARD)
    offers = [str(link.get_attribute("href")) for link in tab.locator(".cards h2 a, .cards h3 a").all()]
    lengths = {offer: len(tab.request.get(site + offer).text()) for offer in offers}
    tab.close()
    longest = max(lengths, key=lambda offer: lengths[offer])
    return [
        Page("board", BOARD),
        Page("board, a search", f"{BOARD}?q=робота&lodging=on"),
        Page("an offer", longest),
        Page("an offer, from the board", longest, after=BOARD),
    ]


def visit(browser: Browser, site: str, page: Page) -> Visit:
    context = browser.new_context(viewport=SCREEN, is_mobile=True, has_touch=True)
    tab = context.new_page()
    line = context.new_cdp_session(tab)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", NETWORK)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if page.after:
        _open(tab, site + page.after)
    sizes = _received(line)
    _open(tab, site + page.address)
    found: dict[str, Any] = tab.evaluate(_READ, QUIET)
    context.close()
    if not found["paint"]:
        raise SystemExit(f"{page.address} painted nothing")
    return Visit(
        paint=found["paint"] / 1000,
        largest=found["largest"] / 1000,
        shift=found["shift"],
        moved=tuple(found["moved"]),
        weight=sum(sizes),
        requests=len(sizes),
    )


def _open(tab: Tab, address: str) -> None:
    answer = tab.goto(address, wait_until="load")
    if answer is None or answer.status != 200:
        raise SystemExit(f"{address} answered {answer and answer.status}")
    tab.wait_for_load_state("networkidle")


def _received(line: CDPSession) -> list[int]:
    """The bytes of every answer from now on. What comes out of the browser's own cache has none and is no answer."""
    sizes: list[int] = []

    def note(event: dict[str, Any]) -> None:
        if event["encodedDataLength"]:
            sizes.append(round(event["encodedDataLength"]))

    line.on("Network.loadingFinished", note)
    return sizes


def report(visits: dict[Page, list[Visit]]) -> int:
    plain = _paint(visits[PLAIN])
    faults = []
    print(
        f"{'page':<26}{'first paint':>12}{'slowest':>9}{'ratio':>7}{'largest':>9}{'moved':>8}{'kB':>7}{'requests':>10}"
    )
    for page, own in visits.items():
        paint, shift = _paint(own), max(one.shift for one in own)
        print(
            f"{page.name:<26}{paint:>10.2f} s{max(one.paint for one in own):>7.2f} s{paint / plain:>7.2f}"
            f"{statistics.median(one.largest for one in own):>7.2f} s{shift:>8.4f}"
            f"{max(one.weight for one in own) / 1000:>7.1f}{max(one.requests for one in own):>10}"
        )
        if paint > PAINT:
            faults.append(f"{page.name} shows itself after {paint:.2f} s, more than {PAINT} s")
        if shift > SHIFT:
            moved = sorted({name for one in own for name in one.moved})
            faults.append(f"{page.name} moves by {shift:.4f}: {', '.join(moved)}")
    for fault in faults:
        print(f"  too slow or unsteady: {fault}")
    return 1 if faults else 0


def _paint(visits: list[Visit]) -> float:
    return statistics.median(one.paint for one in visits)


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:] if word != "--here"]
    if "--here" in sys.argv:
        sys.exit(run(os.environ["SITE_URL"], *(words or [ROUNDS])))
    sys.exit(main(*words))
