"""What every view shares: the request of a signed-in member of staff, and headers Django has no setting for."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.functional import cached_property
from django_htmx.middleware import HtmxDetails

from pup_portal.db import DomainError
from pup_portal.security_events import SecurityEvent, tell
from pup_portal.text import one_line

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from accounts.models import User

PER_PAGE = 25
MOST_COUNTED = 1_000
_LONGEST_NUMBER = 7  # digits of a page number worth looking for
LONGEST_SEARCH = 100
# Pages of staff, also while nobody is signed in: a refusal, a form to sign in with.
_STAFF_ADDRESS = re.compile(r"/[a-z]{2}/(desk|accounts)(/|\Z)")
_FORM_AROUND_A_FILE = 64 * 1024


class DeskRequest(HttpRequest):
    """A request that has passed the sign-in middleware."""

    user: "User"
    htmx: HtmxDetails


def page_of[M: Model](request: HttpRequest, rows: QuerySet[M], *, per_page: int = PER_PAGE) -> Page[M]:
    """The asked page of ``rows``; a wrong number gives the nearest counted page, never an error."""
    number = request.GET.get("page", "")
    asked = int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 1
    return CappedPaginator(rows, per_page, asked).get_page(number)


class CappedPaginator(Paginator):
    """Pages of rows that are counted no further than needed: a long list costs no more than a short one.

    Rows are counted up to ``MOST_COUNTED``, and always beyond the page ``asked`` for, so every page is reached.
    """

    object_list: QuerySet[Any]

    def __init__(self, rows: QuerySet[Any], per_page: int, asked: int) -> None:
        super().__init__(rows, per_page)
        self.limit = max(MOST_COUNTED, (asked + 1) * per_page)

    @cached_property
    def count(self) -> int:
        """How many rows there are, or one more than the limit."""
        return self.object_list.order_by()[: self.limit + 1].count()

    @property
    def is_capped(self) -> bool:
        """Whether there are more rows than were counted."""
        return self.count > self.limit


@contextmanager
def telling(request: HttpRequest, done: "StrOrPromise" = "") -> Iterator[None]:
    """Tell on the next page what came of a button: ``done``, or why the service refused."""
    try:
        yield
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        if done:
            messages.success(request, str(done))


def words_of(request: HttpRequest, name: str = "q") -> str:
    """What was typed into a search box: one line of bounded length that any column can be compared with."""
    return one_line(request.GET.get(name, "")[: 4 * LONGEST_SEARCH])[:LONGEST_SEARCH]


def seen_version(request: HttpRequest) -> int:
    """The version of the record that the sent page showed; 0, which no record has, when it says none."""
    version = request.POST.get("version", "")
    return int(version) if version.isascii() and version.isdecimal() and len(version) < 9 else 0


def sent_key(request: HttpRequest) -> UUID:
    """The key of the form for a new record, which makes a double click harmless; a new one for a new form."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()


def page_key(request: HttpRequest) -> str:
    """The random name of the opened page that sends the form, so that it is no stranger to itself; else nothing."""
    try:
        return str(UUID(request.POST.get("page", "")))
    except ValueError:
        return ""


class BoundedUpload(FileUploadHandler):
    """Refuse a request too large for any page before a byte of it is written to disk.

    Who has not signed in has no file to send: forms of theirs are small.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name
        content_length: int,
        boundary: Any,  # bytes, whatever the stubs say
        encoding: str | None = None,
    ) -> None:
        has_session = self.request is not None and settings.SESSION_COOKIE_NAME in self.request.COOKIES
        limit = settings.IMPORT_MAX_BYTES if has_session else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if content_length > limit + _FORM_AROUND_A_FILE:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps the file."""


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Add the headers Django has no setting for; what staff are sent, no cache may keep.

    Signed in is who holds a session cookie: asking for the user would ask the database, also for ``/livez``.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        has_session = {settings.SESSION_COOKIE_NAME} & (request.COOKIES.keys() | response.cookies.keys())
        if has_session or _STAFF_ADDRESS.match(request.path_info):
            response.headers["Cache-Control"] = "no-store, private"
        if _signs_out(request):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return middleware


def programs_use_https(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Refuse what ``FOR_PROGRAMS`` names over plain HTTP, where pages are redirected."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        path = request.path_info.removeprefix("/")
        is_plain = settings.SECURE_SSL_REDIRECT and not request.is_secure()
        if is_plain and any(re.search(pattern, path) for pattern in settings.FOR_PROGRAMS):
            tell(SecurityEvent.PLAIN_HTTP_REFUSED, request)
            return JsonResponse({"error": "Ask over HTTPS."}, status=403)
        return get_response(request)

    return middleware


def _signs_out(request: HttpRequest) -> bool:
    match = request.resolver_match
    return request.method == "POST" and match is not None and match.view_name == "account_logout"
