"""A real browser against the portal, inside the transaction of an ordinary test.

The server answers in threads of this process and over the test's own database connection, so a browser test
sees the rows its factories made, and the rollback at its end forgets them: nothing is emptied, and data that
migrations brought stays. What must really be committed (background work) takes pytest-django's live_server.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.db import connections
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response
from pytest_playwright_axe.axe import MIN_AXE_PATH

from accounts.models import User

# Whose turn it is on the test's connection: the portal's, or the test's own while pages still ask for something.
TURN = threading.Lock()
_AXE = MIN_AXE_PATH.read_text(encoding="utf-8")
_AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


class _QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        pass


class _Server(ThreadedWSGIServer):
    def _close_connections(self) -> None:
        """The connection is the test's; closing it would end the test's transaction."""


class _OneAtATime:
    """The portal, answering one request after the other: they share the test's connection.

    Outside of ``open`` nobody is answered: a page may send its last words when its test is over.
    """

    def __init__(self) -> None:
        self._portal = WSGIHandler()
        self._is_open = False

    def __call__(self, environ: dict[str, object], start_response: Callable[..., object]) -> object:
        with TURN:
            if self._is_open:
                return self._portal(environ, start_response)
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return []

    @contextmanager
    def open(self) -> Iterator[None]:
        self._is_open = True
        yield
        with TURN:
            self._is_open = False


@dataclass(frozen=True)
class Site:
    address: str
    portal: _OneAtATime


@contextmanager
def serving() -> Iterator[Site]:
    connection = connections["default"]
    connection.inc_thread_sharing()
    # Between requests Django closes a connection that is inside a transaction; here it always is.
    connection.close_if_unusable_or_obsolete = lambda: None  # type: ignore[method-assign]
    server = _Server(("127.0.0.1", 0), _QuietHandler, connections_override={"default": connection})
    portal = _OneAtATime()
    server.set_app(portal)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_port}", portal)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        del connection.close_if_unusable_or_obsolete
        connection.dec_thread_sharing()
        connection.close()  # none but the one that takes the database down may be connected to it then


def use_session(context: BrowserContext, client: Client, site: str) -> None:
    """Let the browser be whoever ``client`` is signed in as, or nobody."""
    context.clear_cookies()
    context.add_cookies(
        [{"name": name, "value": cookie.value, "url": site} for name, cookie in client.cookies.items()]
    )


def sign_in(context: BrowserContext, user: User, site: str) -> None:
    client = Client()
    with TURN:
        client.force_login(user)
    use_session(context, client, site)


def axe(page: Page) -> list[str]:
    """What axe-core finds on ``page``, in one run. (The plugin's own run opens a second page for every scan.)"""
    page.evaluate(_AXE)
    violations = page.evaluate("options => axe.run(document, options)", _AXE_OPTIONS)["violations"]
    return [
        f"axe {violation['id']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]


@contextmanager
def complaints(page: Page) -> Iterator[list[str]]:
    """Everything the page's console, its security policy and the network find fault with meanwhile."""
    found: list[str] = []

    def on_console(line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            found.append(line.text)

    def on_response(response: Response) -> None:
        if response.status >= 400:
            found.append(f"{response.status} {response.url}")

    heard = {
        "console": on_console,
        "pageerror": lambda error: found.append(str(error)),
        "response": on_response,
    }
    for event, listener in heard.items():
        page.on(event, listener)
    yield found
    for event, listener in heard.items():
        page.remove_listener(event, listener)
