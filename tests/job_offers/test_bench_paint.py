"""What ``tools.bench_paint`` sees through its slow line, and what it calls too slow or unsteady."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from tools.bench_paint import PLAIN, SHIFT, Page, Visit, report, visit

QUICK = Visit(paint=1.0, largest=1.5, shift=0.0, moved=(), weight=20_000, requests=3)
BOARD = Page("board", "/uk/offers/")


def told(capsys, *visits):
    status = report({PLAIN: [QUICK], BOARD: list(visits)})
    return status, capsys.readouterr().out


def test_quick_and_steady_pages_pass_beside_the_plain_one(capsys):
    status, text = told(capsys, QUICK, replace(QUICK, paint=1.5), replace(QUICK, paint=2.0))

    assert status == 0
    assert text.splitlines()[2].split() == [
        *("board", "1.50", "s", "2.00", "s", "1.50", "1.50", "s", "0.0000", "20.0", "3")
    ]


@pytest.mark.parametrize(("paints", "status"), [((2.4, 2.5, 9.0), 0), ((1.0, 2.51, 2.6), 1)])
def test_the_median_of_the_first_paints_counts(capsys, paints, status):
    assert told(capsys, *(replace(QUICK, paint=paint) for paint in paints))[0] == status


def test_one_visit_that_moves_fails_and_tells_what_moved(capsys):
    status, text = told(capsys, QUICK, QUICK, replace(QUICK, shift=0.02, moved=("cards", "FOOTER")))

    assert status == 1
    assert "board moves by 0.0200: FOOTER, cards" in text


class UnsteadySite(BaseHTTPRequestHandler):
    """A page that waits for a style sheet of 20 kB, and another that pushes its text down after half a second."""

    ANSWERS = {
        "/still/": ("text/html", '<link rel="stylesheet" href="/sheet.css"><p>Робота'),
        "/moving/": (
            "text/html",
            '<h1>Кельці</h1><div id="late"></div><p class="pushed">Робота<script>setTimeout(() => late.style.height = "300px", 500)</script>',
        ),
        "/sheet.css": ("text/css", "p { color: red }" + " " * 20_000),
    }

    def do_GET(self) -> None:
        kind, text = self.ANSWERS[self.path]
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(f"<!doctype html>{text}".encode() if kind == "text/html" else text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        pass


@pytest.fixture
def unsteady_site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), UnsteadySite) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.browser
def test_the_slow_line_is_felt_and_the_next_page_has_the_files_of_the_first(
    browser: Browser, unsteady_site: str
):
    first = visit(browser, unsteady_site, Page("still", "/still/"))
    again = visit(browser, unsteady_site, Page("still", "/moving/", after="/still/"))
    kept = visit(browser, unsteady_site, Page("still", "/still/", after="/still/"))

    assert first.paint > 0.4 + 0.4 + 20_000 * 8 / 400_000  # two answers, one after the other, and the sheet
    assert (first.shift, first.requests, first.weight > 20_000) == (0, 2, True)
    assert again.requests == 1
    assert kept.weight < 1_000


@pytest.mark.browser
def test_text_that_is_pushed_down_is_seen_by_name(browser: Browser, unsteady_site: str):
    moving = visit(browser, unsteady_site, Page("moving", "/moving/"))

    assert moving.shift > SHIFT
    assert moving.moved == ("pushed",)
