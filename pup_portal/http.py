"""What every view shares: the request of a signed-in member of staff, and headers Django has no setting for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django_htmx.middleware import HtmxDetails

from pup_portal.text import one_line

if TYPE_CHECKING:
    from accounts.models import User

PER_PAGE = 25
LONGEST_SEARCH = 100


class DeskRequest(HttpRequest):
    """A request that has passed the sign-in middleware."""

    user: "User"
    htmx: HtmxDetails


def page_of[M: Model](request: HttpRequest, rows: QuerySet[M], *, per_page: int = PER_PAGE) -> Page[M]:
    """The asked page of ``rows``; a wrong number gives the nearest page, never an error."""
    return Paginator(rows, per_page=per_page).get_page(request.GET.get("page"))


def words_of(request: HttpRequest, name: str = "q") -> str:
    """What was typed into a search box: one line of bounded length that any column can be compared with."""
    return one_line(request.GET.get(name, "")[: 4 * LONGEST_SEARCH])[:LONGEST_SEARCH]


def seen_version(request: HttpRequest) -> int:
    """The version of the record that the sent page showed; 0, which no record has, when it says none."""
    version = request.POST.get("version", "")
    return int(version) if version.isascii() and version.isdecimal() and len(version) < 9 else 0


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Add the headers Django has no setting for; what a signed-in person was sent, no cache may keep.

    Signed in is who holds a session cookie: asking for the user would ask the database, also for ``/livez``.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if {settings.SESSION_COOKIE_NAME} & (request.COOKIES.keys() | response.cookies.keys()):
            response.headers["Cache-Control"] = "no-store, private"
        return response

    return middleware
