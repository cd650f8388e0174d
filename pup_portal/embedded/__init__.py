"""The one-machine default: what a real installation is given as servers, started under ``var/``.

Only this package writes to ``os.environ``: it stands where a person or a container would set variables.
"""

import base64
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pup_portal.embedded.cluster import APPLICATION, OWNER, Cluster, write_private
from pup_portal.embedded.sharing import used
from pup_portal.embedded.trouble import explained

_ROOT = Path(__file__).resolve().parents[2]


def var_dir() -> Path:
    """Where everything lives that is not in the repository."""
    return Path(os.environ.get("VAR_DIR") or _ROOT / "var").resolve()


@contextmanager
def services(*, name: str = "postgres", durable: bool = True) -> Iterator[Cluster | None]:
    """Make DATABASE_URL and its companions available; do nothing where it is already set.

    Joins the cluster ``name`` under ``var/``, or starts it for the duration of the block, and gives it;
    gives nothing where the database is the caller's. Raises ``CannotStart``, an exit with a sentence that
    says what to do.
    """
    if os.environ.get("DATABASE_URL"):
        yield None
        return
    cluster = Cluster(var_dir() / name, durable)
    with ExitStack() as stack:
        with explained(var_dir()):
            stack.enter_context(used(cluster))
            addresses = {"DATABASE_URL": cluster.url(APPLICATION), "DATABASE_OWNER_URL": cluster.url(OWNER)}
            stack.enter_context(defaults(**addresses, **own_keys(), HTTPS="false"))
        yield cluster


@contextmanager
def defaults(**values: str) -> Iterator[None]:
    """Set what the environment does not say, for the duration of the block."""
    missing = {name: value for name, value in values.items() if not os.environ.get(name)}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:
            os.environ.pop(name, None)


def own_keys() -> dict[str, str]:
    """The keys of this machine's demo and development data: random, made once, ours alone."""
    return {
        "SECRET_KEY": _kept("secret-key", lambda: secrets.token_urlsafe(50)),
        "FIELD_KEYS": _kept("field-keys", lambda: f"k1:{_key()}"),
        "INDEX_KEY": _kept("index-key", _key),
    }


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode("ascii")


def _kept(name: str, make: Callable[[], str]) -> str:
    path = var_dir() / name
    if not path.exists():
        write_private(path, make())
    return path.read_text(encoding="ascii")
