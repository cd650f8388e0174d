"""The sessions of a member of staff: which are open, and how they end."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.browsers import browser_name
from accounts.models import User

STARTED = "signed_in_at"
PROVED = "second_factor_proved"  # by setting one up; a sign-in leaves allauth's own record
MOST_SHOWN = 50


@dataclass(frozen=True)
class OpenSession:
    """``handle`` names the session to a form without giving its key away."""

    handle: str
    browser: str
    address: str
    signed_in_at: datetime
    last_seen_at: datetime
    is_current: bool


def note_start(request: HttpRequest) -> None:
    """The clock of a session starts with its first request after the sign-in."""
    request.session.setdefault(STARTED, time.time())


def is_over(request: HttpRequest) -> bool:
    return time.time() - request.session[STARTED] > settings.SESSION_ABSOLUTE_SECONDS


def open_sessions(user: User, *, current_key: str | None = None) -> list[OpenSession]:
    """Newest first. What a new password has ended is not shown, even where its rows are still there."""
    rows = UserSession.objects.filter(user=user).order_by("-created_at")[:MOST_SHOWN]
    keys = [row.session_key for row in rows]
    stored = Session.objects.filter(expire_date__gt=timezone.now()).in_bulk(keys)
    return [
        _described(row, stored[row.session_key], current_key)
        for row in rows
        if row.session_key in stored and _is_valid(stored[row.session_key], user)
    ]


def end_one(user: User, handle: str) -> bool:
    """End the session of ``user`` that ``handle`` names; say whether there was one."""
    for key in UserSession.objects.filter(user=user).values_list("session_key", flat=True):
        if constant_time_compare(_handle(key), handle):
            _forget([key])
            return True
    return False


def end_all(user: User) -> None:
    """Every session dies with its next request, listed or not."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
    _forget(list(UserSession.objects.filter(user=user).values_list("session_key", flat=True)))


def end_others(request: HttpRequest, user: User) -> None:
    """All but the one of ``request``, which gets a new key."""
    current = request.session.session_key
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
    keys = UserSession.objects.filter(user=user).exclude(session_key=current)
    _forget(list(keys.values_list("session_key", flat=True)))
    update_session_auth_hash(request, user)
    UserSession.objects.filter(user=user, session_key=current).delete()
    UserSession.objects.create_from_request(request)


def _forget(keys: list[str]) -> None:
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()


def _described(row: UserSession, stored: Session, current_key: str | None) -> OpenSession:
    started = stored.get_decoded().get(STARTED)
    return OpenSession(
        handle=_handle(row.session_key),
        browser=browser_name(row.user_agent),
        address=row.ip,
        signed_in_at=datetime.fromtimestamp(started, UTC) if started else row.created_at,
        last_seen_at=stored.expire_date - timedelta(seconds=settings.SESSION_COOKIE_AGE),
        is_current=row.session_key == current_key,
    )


def _is_valid(stored: Session, user: User) -> bool:
    return constant_time_compare(stored.get_decoded().get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())


def _handle(session_key: str) -> str:
    return salted_hmac("accounts.sessions", session_key, algorithm="sha256").hexdigest()[:32]
