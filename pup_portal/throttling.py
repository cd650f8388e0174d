"""How often one caller may do something: a counter per fixed window in Django's cache.

Keys are hashed, so the cache holds neither names nor network addresses.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase

from pup_portal.callers import address_of
from pup_portal.errors import too_many_requests

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Limit:
    """How often a view may be asked, and by whom that is counted; docs/limits.md is made from it."""

    count: int
    seconds: int
    per: str


def throttled(key: str, *, limit: int, seconds: int) -> bool:
    """Count one more of ``key``; whether that is more than ``limit`` in the running window of ``seconds``.

    Windows are fixed, so a caller at their border may do twice as much; with the database as cache two
    calls at the same instant may count as one. Good against floods, not a lock.
    """
    counter = _counter(key, seconds)
    cache.add(counter, 0, timeout=seconds)
    try:
        count = cache.incr(counter)
    except ValueError:  # the window ended between the two lines
        return limit < 1
    cache.touch(counter, seconds)  # the database cache forgets the time limit when it counts
    return count > limit


def rate_limited(
    name: str, *, limit: int, seconds: int, by: Callable[[HttpRequest], str] | None = None
) -> Callable[[View], View]:
    """Answer 429, with a page that says how long to wait, from the ``limit`` + 1st request of a window on.

    Callers are told apart by network address, or by what ``by`` returns. Every request counts; put the
    decorator under ``require_POST``, or give GET and POST views of their own, where only one of them costs.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            caller = (by or address_of)(request)
            if throttled(f"{name}:{caller}", limit=limit, seconds=seconds):
                return too_many_requests(request, retry_after=seconds_left(seconds))
            return view(request, *args, **kwargs)

        limited.limit = Limit(limit, seconds, "member of staff" if by is member_of_staff else "address")  # type: ignore[attr-defined]
        return limited

    return decorate


def member_of_staff(request: HttpRequest) -> str:
    """For ``by``: the desk's people share one network address."""
    return str(request.user.pk)


def seconds_left(seconds: int) -> int:
    """Until the running window of ``seconds`` ends; at least 1."""
    return seconds - int(time.time()) % seconds


def _counter(key: str, seconds: int) -> str:
    window = int(time.time()) // seconds
    digest = hashlib.blake2b(
        f"{key}:{seconds}:{window}".encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16
    )
    return f"throttle:{digest.hexdigest()}"
