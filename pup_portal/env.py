"""Typed reads of the process environment. No other module touches ``os.environ``.

A missing or malformed variable stops the start with its name; the value stays out of the message,
because it may be a secret.
"""

import base64
import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_KEY_BYTES = 32


def required[T](name: str, parse: Callable[[str], T]) -> T:
    if not os.environ.get(name):
        raise ImproperlyConfigured(f"{name} is not set; see .env.example")
    return _parsed(name, parse)


def optional[T](name: str, parse: Callable[[str], T], *, default: T) -> T:
    """An empty value counts as absent: compose passes unset variables as empty strings."""
    return _parsed(name, parse) if os.environ.get(name) else default


def boolean(raw: str) -> bool:
    return {"true": True, "false": False}[raw.lower()]


def seconds(raw: str) -> int:
    number = int(raw)
    if number < 0:
        raise ValueError
    return number


def positive(raw: str) -> int:
    number = int(raw)
    if number < 1:
        raise ValueError
    return number


def words(raw: str) -> list[str]:
    return [word.strip() for word in raw.split(",") if word.strip()]


def hosts(raw: str) -> frozenset[str]:
    """``host`` or ``host:port``, in small letters; no scheme, no path, no wildcard."""
    found = words(raw.lower())
    if not all(
        re.fullmatch(r"([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?|[0-9a-f:]+", host) for host in found
    ):
        raise ValueError
    return frozenset(found)


def path(raw: str) -> Path:
    return Path(raw)


def url(raw: str) -> str:
    if not urlsplit(raw).scheme:
        raise ValueError
    return raw


def scanner(raw: str) -> str:
    """``unix:///run/clamav/clamd.ctl`` or ``tcp://clamav:3310``."""
    address = urlsplit(raw)
    is_socket = address.scheme == "unix" and not address.netloc and address.path.startswith("/")
    if not is_socket and not (address.scheme == "tcp" and address.hostname and address.port):
        raise ValueError
    return raw


def feed_criteria(raw: str) -> list[str]:
    """Labour offices by their codes of five digits, voivodeships by two, or ``all``: at most twenty, each once."""
    found = words(raw)
    if not all(re.fullmatch(r"[0-9]{5}|[0-9]{2}|all", word) for word in found):
        raise ValueError
    if not 1 <= len(found) <= 20 or len(set(found)) != len(found):
        raise ValueError
    return found


def log_level(raw: str) -> str:
    if raw not in {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}:
        raise ValueError
    return raw


def key(raw: str) -> bytes:
    """A key of 256 bits in base64."""
    made = base64.b64decode(raw, validate=True)
    if len(made) != _KEY_BYTES:
        raise ValueError
    return made


def keys(raw: str) -> dict[str, bytes]:
    """``id:base64,id:base64``, in this order; an id is 1 to 16 small letters and digits."""
    pairs = [word.split(":", 1) for word in words(raw)]
    made = {name: key(rest) for name, rest in pairs if re.fullmatch(r"[a-z0-9]{1,16}", name)}
    if not made or len(made) != len(pairs) or len(set(made.values())) != len(made):
        raise ValueError
    return made


def _parsed[T](name: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(os.environ[name])
    except (KeyError, ValueError):
        raise ImproperlyConfigured(f"{name} is not a valid {parse.__name__}") from None
