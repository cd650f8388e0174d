"""``make demo``: the whole portal on this machine, in the foreground, until Ctrl-C.

Everything it starts ends with it, however it ends: Ctrl-C and SIGTERM end the children in order; when it is
killed, the kernel signals them; and the next start ends whatever may still be left.
"""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import psycopg

from pup_portal.embedded import defaults, own_keys, services, var_dir
from pup_portal.embedded.children import MARK, Child, Program, end_leftovers, watch
from pup_portal.embedded.cluster import Cluster, is_free
from pup_portal.embedded.locks import FileLock, holder
from pup_portal.embedded.preparation import (
    ROOT,
    Stamp,
    command,
    compile_stale_catalogues,
    files_in,
    fingerprint,
    manage,
    step,
)
from pup_portal.embedded.serving import WEB, addresses, wait_until_ready
from pup_portal.embedded.trouble import CannotStart, explained, say

LOGINS = {
    "koordynator": "coordinator",
    "doradca": "client adviser",
    "posrednik": "job broker",
    "doradca-zawodowy": "career counsellor",
    "kierownik": "manager",
    "administrator": "administrator",
}
PASSWORD = "demo-pup-2026"  # noqa: S105 - printed for everyone; it opens the demo only
_DATA = ("postgres", "media", "queue")


def run() -> None:
    """Prepare what is not yet prepared, start everything, and stay until told to stop."""
    port = _port()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    signal.signal(signal.SIGINT, _stop)
    var = var_dir()
    with explained(var):
        (var / "log").mkdir(parents=True, exist_ok=True)
    with _alone(var), ExitStack() as stack:
        _end_leftovers(var)
        _check_port(port)
        say("· Starting the database … ", end="")
        cluster = stack.enter_context(services())
        say("ok")
        stack.enter_context(_environment(port, var))
        _prepare(var, cluster)
        checks = [child.check for child in _start(var, stack)]
        if cluster is not None:
            checks.append(cluster.check)
        say("· Waiting until everything answers … ", end="")
        wait_until_ready(port, checks)
        say("ok")
        _announce(port, var)
        watch(checks)


def reset() -> None:
    """Forget the embedded data: database, files, queue. Never touches a server named by DATABASE_URL."""
    var = var_dir()
    with explained(var):
        var.mkdir(parents=True, exist_ok=True)
        with _alone(var):
            if Cluster(var / "postgres").is_running():
                raise CannotStart(
                    f"The database in {var} is in use. End the other commands of this folder first."
                )
            _end_leftovers(var)
            for folder in (var / name for name in _DATA if (var / name).exists()):
                shutil.rmtree(folder)
    say("The demo's data is forgotten; the next start makes it anew.")


@contextmanager
def _alone(var: Path) -> Iterator[None]:
    lock = FileLock(var / "demo.lock")
    if not lock.try_take():
        lock.release()
        raise CannotStart(
            f"The demo of this folder already runs (process {holder(lock.path)}). Stop it with Ctrl-C first."
        )
    lock.sign(os.getpid())
    try:
        yield
    finally:
        lock.release()


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise CannotStart("PORT must be a number from 1 to 65535, as in: PORT=8001 make demo")
    return int(text)


def _check_port(port: int) -> None:
    if not is_free(port):
        raise CannotStart(
            f"Port {port} is taken by another program. Choose another: PORT={port + 1} make demo"
        )


def _end_leftovers(var: Path) -> None:
    if left := end_leftovers(var):
        say(f"· Ended {left} processes that a killed run had left")


def _environment(port: int, var: Path) -> AbstractContextManager[None]:
    """What the demo sets where the caller has not: everything a real installation must decide."""
    return defaults(
        **own_keys(),
        DEMO="true",
        HTTPS="false",
        **addresses(port),
        # No host may be asked; the address lets the page of engines show one that is on and rests.
        LIBRETRANSLATE_URL="http://translate.example.org",
        LIBRETRANSLATE_IS_LOCAL="true",
        **{MARK: str(var)},
    )


def _prepare(var: Path, cluster: Cluster | None) -> None:
    """Bring catalogues, static files, tables and demo data up to date."""
    step("Texts in three languages", compile_stale_catalogues)
    _collect_static(var)
    _migrate(var, cluster)
    _fill(var, cluster)


def _collect_static(var: Path) -> None:
    stamp = Stamp(var / "static.stamp", fingerprint([ROOT / "uv.lock", *files_in(ROOT / "static", "**/*")]))
    if stamp.is_current() and (var / "static").is_dir():
        return
    words = ("collectstatic", "--noinput", "--clear")
    step("Style sheets, scripts and fonts", lambda: manage(*words, log=var / "log" / "static.log"))
    stamp.set()


def _migrate(var: Path, cluster: Cluster | None) -> None:
    """Always on a server of the caller's; on ours only when a migration is new since the last time."""
    home = cluster.home if cluster else None
    stamp = Stamp((home or var) / "migrated.stamp", fingerprint(files_in(ROOT, "*/migrations/*.py")))
    if home is None or not stamp.is_current():
        step("Tables of the database", lambda: manage("migrate", log=var / "log" / "migrate.log"))
        stamp.set()


def _fill(var: Path, cluster: Cluster | None) -> None:
    """Tell the demo's story once. The command finds by itself what an interrupted start has left undone."""
    stamp = Stamp((cluster.home if cluster else var) / "demo-data.stamp", "told")
    if cluster is not None and stamp.is_current():
        return
    if _is_in_use():
        say("· The database has people of its own, so no demo data was added")
        return
    step("Demo data", lambda: manage("demo_data", "--story", log=var / "log" / "demo-data.log"))
    stamp.set()


def _is_in_use() -> bool:
    """Say whether the database is a real office's: it has staff, and not the demo's."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        names = {name for (name,) in connection.execute("SELECT username FROM accounts_user")}
    return bool(names) and names.isdisjoint(LOGINS)


def _start(var: Path, stack: ExitStack) -> list[Child]:
    """Start web, worker and beat; the stack ends them in the opposite order."""
    worker = command(
        "celery", "-A", "pup_portal", "worker", "--concurrency=2", "--without-gossip", "--without-mingle"
    )
    programs = [
        # Killed outright when we are: its own quick end can hang on work in progress, and owed work survives.
        Program("worker", worker, grace=10, quick="KILL"),
        Program("beat", command("celery", "-A", "pup_portal", "beat", "--pidfile="), grace=5),
        WEB,
    ]
    children = []
    stack.callback(lambda: say("Everything is stopped."))
    for program in programs:
        child = Child(program, var / "log", os.environ)
        stack.callback(child.end)
        children.append(child)
    return children


def _announce(port: int, var: Path) -> None:
    say(f"\nSign in at http://127.0.0.1:{port}/pl/desk/ with the password {PASSWORD} as:")
    for name, role in LOGINS.items():
        say(f"    {name:<18}{role}")
    say(f"Logs, and the e-mails that the demo only prints: {var / 'log'}")
    say("Ctrl-C stops everything and keeps the data; make demo-reset forgets it.\n")
    say(f"READY http://127.0.0.1:{port}")


def _stop(number: int, _: object) -> None:
    """The first signal unwinds; those that follow must not interrupt the unwinding."""
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    say("\nStopping …")
    sys.exit(0)
