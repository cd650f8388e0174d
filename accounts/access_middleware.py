"""Refusals on a person's record are logged too, and a page that could not be logged is not shown."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from accounts.access_log import AccessKind, AccessNotRecorded, is_recorded, record
from accounts.addresses import people_at
from pup_portal import errors
from pup_portal.security_events import SecurityEvent, tell


class AccessLogMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        refused = response.status_code == 403 or (response.status_code == 404 and not is_recorded(request))
        if refused and request.user.is_authenticated:
            try:
                _record_denial(request)
            except AccessNotRecorded:
                return errors.not_logged(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.not_logged(request) if isinstance(exception, AccessNotRecorded) else None


def _record_denial(request: HttpRequest) -> None:
    people = people_at(request.resolver_match.kwargs) if request.resolver_match else []
    if people:
        tell(SecurityEvent.RECORD_REFUSED, request)
        record(request, kind=AccessKind.DENIAL, subjects=people)
