"""The pages shown when something goes wrong: helpful, in the reader's language, and silent about the inside.

Every page gets ``request_id``, by which the office finds the case in the logs.
A request too broken to be read, and a fault of ours, get pages in all three languages at once.
"""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from pup_portal.db import DomainError
from pup_portal.logging import request_id
from pup_portal.security_events import SecurityEvent, tell

log = structlog.get_logger(__name__)


class RefusedByARule:
    """What no view has foreseen and is no fault of ours: a page with its sentence (409).

    It is a rule of the desk, or a record that somebody removed between the page's look at it and its change.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, ObjectDoesNotExist) and request.method == "POST":
            log.warning("record_gone", kind=type(exception).__qualname__)
            sentence = _("Somebody has removed this record since you opened it.")
            return _page(request, "409.html", 409, sentence=sentence)
        if not isinstance(exception, DomainError) or not str(exception):
            return None
        tell(SecurityEvent.RULE_BROKEN, request, kind=type(exception).__name__)
        return _page(request, "409.html", 409, sentence=str(exception))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    tell(SecurityEvent.MALFORMED_REQUEST, request, kind=type(exception).__name__ if exception else "")
    return _bare_page(request, "400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """``missing_act`` says which right is missing, when ``requires`` refused."""
    tell(SecurityEvent.ACT_REFUSED, request)
    missing = exception.args[0] if exception and exception.args else ""
    return _page(request, "403.html", 403, missing_act=missing)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "404.html", 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    tell(SecurityEvent.FOREIGN_FORM, request)
    return _page(request, "csrf.html", 403)


def too_many_requests(request: HttpRequest, *, retry_after: int = 60) -> HttpResponse:
    """``retry_after`` is in seconds; the page says it in minutes."""
    tell(SecurityEvent.LIMIT_HIT, request)
    response = _page(request, "429.html", 429, minutes=max(1, -(-retry_after // 60)))
    response.headers["Retry-After"] = str(retry_after)
    return response


def not_logged(request: HttpRequest) -> HttpResponse:
    """The access log could not be written, so the page is kept back."""
    tell(SecurityEvent.NOT_LOGGED, request)
    return _bare_page(request, "503.html", 503)


def server_error(request: HttpRequest) -> HttpResponse:
    return _bare_page(request, "500.html", 500)


def _page(request: HttpRequest, template: str, status: int, **context: object) -> HttpResponse:
    return render(request, template, {"request_id": request_id(request), **context}, status=status)


def _bare_page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Without context processors, so without session, user and database: any of them may be what failed.

    Nor does it ask the manifest of static files: the style sheets are named as they are before hashing.
    """
    context = {
        "request_id": request_id(request),
        "phone": settings.ERROR_PAGE_PHONE,
        "static_url": settings.STATIC_URL,
    }
    return HttpResponse(render_to_string(template, context), status=status)
