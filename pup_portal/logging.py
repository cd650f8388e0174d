"""Structured logs on standard output, without personal data.

What is written of a request: its id, method, address *pattern*, record id, status and the number of the
member of staff; of a security event (``security_events``) also the network it came from. What never is: typed
text (query strings, forms, addresses nobody answers), names, whole network addresses, and the words of an
exception, which may quote any of these; of an exception its kind and the places it passed are kept.
"""

import re
import sys
import traceback
import uuid
from types import TracebackType
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware
from structlog.typing import EventDict, Processor, WrappedLogger

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_QUOTES_PEOPLE = ("args", "exception", "ip", "kwargs", "reason", "result", "user_agent")


class RequestLog(RequestMiddleware):
    """Give each request an id, taken over from the proxy when it is one, and log how it ended."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = super().__call__(request)  # type: ignore[assignment]
        response.headers["X-Request-ID"] = request_id(request)
        return response

    def prepare(self, request: HttpRequest) -> None:
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id(request))

    @staticmethod
    def bind_user_id(request: HttpRequest) -> None:
        """Only a user who is loaded already: logging must not ask a database that may be what failed."""
        user = getattr(request, "_cached_user", None)
        if user is not None and user.is_authenticated:
            structlog.contextvars.bind_contextvars(user_id=user.pk)

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and pattern; tokens and whatever was typed into the address stay out."""
        match = request.resolver_match
        if match is None:
            return f"{request.method} -"
        records = [str(value) for value in match.kwargs.values() if isinstance(value, uuid.UUID)]
        return " ".join([str(request.method), f"/{match.route}", *records])


def request_id(request: HttpRequest) -> str:
    """The id under which the logs know ``request``; safe to show and to send back."""
    known: str | None = getattr(request, "_request_id", None)
    if known is None:
        sent = request.META.get("HTTP_X_REQUEST_ID", "")
        known = sent if _REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex
        request._request_id = known  # type: ignore[attr-defined]
    return known


def without_typed_text(logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
    """Leave out what is known to quote people: Django's own sentences about a request, Celery's arguments."""
    record = event.get("_record")
    if hasattr(record, "request") or hasattr(record, "status_code"):
        event["event"] = getattr(record, "name", "")
        event["code"] = getattr(record, "status_code", None)
    for key in _QUOTES_PEOPLE:
        event.pop(key, None)
    if event.get("event") == "task_failed":
        event.pop("error", None)
    return event


def exception_without_words(logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
    """Replace an exception by its kind and the places it passed: its words may quote a person."""
    error = _exception_in(event.pop("exc_info", None))
    event.pop("exc_text", None)
    if error is not None:
        event["error"] = type(error).__name__
        event["places"] = _places(error.__traceback__)
        if causes := _causes(error):
            event["caused_by"] = [type(cause).__name__ for cause in causes]
    return event


def _exception_in(exc_info: Any) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1]
    return sys.exception() if exc_info else None


def _causes(error: BaseException) -> list[BaseException]:
    causes: list[BaseException] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(causes) < 5:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes


def _places(frames: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(frames)[-12:]]


_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure(*, level: str, for_people: bool) -> dict[str, Any]:
    """Set structlog up and return Django's LOGGING: JSON lines, or coloured full text while developing."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    last: list[Processor] = [
        without_typed_text,
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        *(
            [structlog.dev.ConsoleRenderer()]
            if for_people
            else [exception_without_words, structlog.processors.JSONRenderer(ensure_ascii=False)]
        ),
    ]
    quiet = {"handlers": ["nowhere"], "level": "CRITICAL", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": last,
                "foreign_pre_chain": _SHARED,
            }
        },
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "structured",
            },
            "nowhere": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["stdout"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": quiet,  # RequestLog tells the same without the address
            "django.server": quiet,
            "security": {"level": "INFO"},  # good sign-ins, too, however quiet the rest is
            "celery.app.trace": quiet,  # django_structlog tells the same without arguments and results
            "celery.worker.strategy": {"level": "WARNING"},
            "fontTools": {"level": "WARNING"},
            "pypdf": quiet,  # its complaints may quote the file
            "weasyprint": {"level": "ERROR"},
        },
    }
