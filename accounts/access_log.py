"""Writing the access log: one statement a page, before the page is shown.

A view calls ``record`` after it has found the person and before it renders. What cannot be written raises
``AccessNotRecorded``, and the reader gets a page that says so (503) instead of the person's data.
"""

import ipaddress
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from accounts.access_models import AccessEntry, AccessKind
from accounts.models import User
from pup_portal.callers import address_of
from pup_portal.logging import request_id

__all__ = ["AccessKind", "AccessNotRecorded", "is_recorded", "record", "record_by", "record_once"]

ONCE_IN = timedelta(minutes=10)

# The database fills in the number and the moment: the application cannot choose them.
_INSERT = """
INSERT INTO accounts_accessentry
    (actor_id, actor_role, kind, purpose, page, address, request_id, subject_model, subject_number)
SELECT %s, %s, %s, %s, %s, %s::inet, %s, subject.model, subject.number
FROM unnest(%s::text[], %s::bigint[]) AS subject (model, number)
"""


class AccessNotRecorded(Exception):
    """The access log could not be written, so nothing may be shown."""


def record(
    request: HttpRequest, *, kind: AccessKind | None = None, subjects: Iterable[Model], purpose: str = ""
) -> None:
    """Write that the reader of ``request`` is about to see ``subjects``; without any, that they looked.

    Without a ``kind`` it is a change when a form was sent, else a view.
    ``purpose`` never quotes what was typed into a search. Call it outside of ``atomic``: a log row that is
    rolled back was never written.
    """
    user = request.user if request.user.is_authenticated else None
    match = request.resolver_match
    kind = kind or (AccessKind.CHANGE if request.method == "POST" else AccessKind.VIEW)
    _insert(
        [
            user.pk if user else None,
            user.role if user else "",
            kind.value,
            purpose[:300],
            match.view_name[:100] if match else "",
            _address(request),
            request_id(request),
        ],
        subjects,
    )
    request.is_access_recorded = True  # type: ignore[attr-defined]


def record_once(
    request: HttpRequest, *, kind: AccessKind, subjects: Iterable[Model], purpose: str = ""
) -> None:
    """As ``record``, for a page that answers while its reader types: who stands there is written once in a while.

    Whoever was shown to this reader on this page within ``ONCE_IN`` has a row already; an answer that shows
    nobody new writes none. The log itself is asked, so that no second memory can say otherwise.
    """
    match = request.resolver_match
    shown = {(subject._meta.label_lower, subject.pk): subject for subject in subjects}
    if not shown or match is None or not request.user.is_authenticated:
        return
    rows = AccessEntry.objects.by(request.user).filter(
        at__gte=timezone.now() - ONCE_IN,
        kind=kind,
        page=match.view_name[:100],
        subject_number__in=[number for _model, number in shown],
    )
    written = set(rows.values_list("subject_model", "subject_number"))
    if new := [subject for key, subject in shown.items() if key not in written]:
        record(request, kind=kind, subjects=new, purpose=purpose)


def is_recorded(request: HttpRequest) -> bool:
    """Whether the view has let the reader in: what is then not found, a file not made yet, is no refusal."""
    return getattr(request, "is_access_recorded", False)


def record_by(
    actor: User | None, *, kind: AccessKind, subjects: Iterable[Model], purpose: str, source: str
) -> None:
    """Write what was done outside of a page, by a command or a task named ``source``."""
    role = actor.role if actor else ""
    _insert([actor.pk if actor else None, role, kind.value, purpose[:300], source[:100], None, ""], subjects)


def _insert(values: list[Any], subjects: Iterable[Model]) -> None:
    who = dict.fromkeys((subject._meta.label_lower, subject.pk) for subject in subjects)
    seen = list(who) or [("", None)]
    try:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [*values, [model for model, _pk in seen], [pk for _model, pk in seen]])
    except DatabaseError as error:
        raise AccessNotRecorded from error


def _address(request: HttpRequest) -> str | None:
    try:
        return str(ipaddress.ip_address(address_of(request)))
    except ValueError:  # a socket has no address
        return None
