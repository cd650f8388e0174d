"""Figures for Prometheus: requests as they pass, and owed work as the database has it."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from hmac import compare_digest
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseForbidden
from django.utils import timezone
from django.views.decorators.http import require_safe
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from pup_portal.background import OwedWork, models_of_owed_work, rows_of

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
_STATES = (OwedWork.State.OWED, OwedWork.State.RUNNING, OwedWork.State.FAILED)
_OF_A_PROXY = ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP")

REQUESTS = Counter("pup_requests", "Requests answered.", ["view", "method", "status"])
SECONDS = Histogram(
    "pup_request_seconds",
    "Time to answer, in seconds.",
    ["view"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)


def measured(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Count every request by the name of its view; an address nobody answers has none."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        started = time.monotonic()
        response = get_response(request)
        view = request.resolver_match.view_name if request.resolver_match else ""
        method = request.method if request.method in _METHODS else "other"
        REQUESTS.labels(view, method, response.status_code).inc()
        SECONDS.labels(view).observe(time.monotonic() - started)
        return response

    return middleware


class OwedWorkCollector(Collector):
    """Asks the database at each scrape, so it is right whatever process answers."""

    def collect(self) -> Iterator[Metric]:
        rows = GaugeMetricFamily("pup_owed_work", "Rows of unfinished work.", labels=["model", "state"])
        oldest = GaugeMetricFamily(
            "pup_owed_work_overdue_seconds",
            "For how long the longest waiting row could have been done.",
            labels=["model"],
        )
        for model in models_of_owed_work():
            found = _unfinished(model)
            for state in _STATES:
                rows.add_metric([model._meta.label_lower, state], found[state])
            oldest.add_metric([model._meta.label_lower], _seconds_since(found["due"]))
        yield rows
        yield oldest


def _unfinished(model: type[OwedWork]) -> dict[str, Any]:
    return (
        rows_of(model)
        .unfinished()
        .aggregate(
            due=Min("run_after", filter=Q(state=OwedWork.State.OWED)),
            **{state: Count("pk", filter=Q(state=state)) for state in _STATES},
        )
    )


def _seconds_since(moment: datetime | None) -> float:
    return max(0.0, (timezone.now() - moment).total_seconds()) if moment else 0.0


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures; only for whoever holds the token or, where none is set, asks from this machine."""
    if not _is_allowed(request):
        return HttpResponseForbidden()
    return HttpResponse(_written(), content_type=CONTENT_TYPE_LATEST)


def _is_allowed(request: HttpRequest) -> bool:
    if any(header in request.headers for header in _OF_A_PROXY):
        return False
    if settings.METRICS_TOKEN:
        sent = request.headers.get("Authorization", "")
        return compare_digest(sent.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:  # a Unix socket: behind a proxy
        return False


def _written() -> bytes:
    """Of all server processes when they share PROMETHEUS_MULTIPROC_DIR, else of this one."""
    owed = CollectorRegistry(auto_describe=False)
    owed.register(OwedWorkCollector())
    if not settings.PROMETHEUS_MULTIPROC_DIR:
        return generate_latest(REGISTRY) + generate_latest(owed)
    MultiProcessCollector(owed, path=settings.PROMETHEUS_MULTIPROC_DIR)
    return generate_latest(owed)
