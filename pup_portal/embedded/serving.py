"""The web server that the demo and the measurements start, and whether it answers."""

import http.client
import time
from collections.abc import Callable, Sequence

from pup_portal.embedded.children import Program
from pup_portal.embedded.preparation import command
from pup_portal.embedded.trouble import CannotStart

WEB = Program(
    "web", command("gunicorn", "-c", "deploy/gunicorn.conf.py", "pup_portal.wsgi"), grace=10, quick="QUIT"
)
_PATIENCE_SECONDS = 120


def addresses(port: int) -> dict[str, str]:
    """The variables of a portal that answers to this machine only, at ``port``."""
    return {
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "BIND": f"127.0.0.1:{port}",
    }


def wait_until_ready(port: int, checks: Sequence[Callable[[], None]], path: str = "/readyz") -> None:
    """Come back once ``path`` answers well; raise ``CannotStart``, or what one of the checks raises."""
    until = time.monotonic() + _PATIENCE_SECONDS
    answer = ""
    while time.monotonic() < until:
        for check in checks:
            check()
        answer = _trouble(port, path)
        if not answer:
            return
        time.sleep(0.25)
    raise CannotStart(f"The portal was not ready after {_PATIENCE_SECONDS} s. It says: {answer}")


def _trouble(port: int, path: str) -> str:
    """Empty when all is well, else what is not."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read(2000).decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()
    return "" if response.status == 200 else body
