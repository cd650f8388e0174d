"""Whether somebody has signed in with this browser before.

A signed cookie keeps one mark for each of the browser's last members of staff. A mark says nothing to anybody
but us: it is a keyed hash of the number of an account.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from accounts.models import User

SALT = "accounts.devices"
PEOPLE_KEPT = 20  # at a shared desk
SECONDS_KEPT = 400 * 86_400  # the longest that browsers allow


def is_known(request: HttpRequest, user: User) -> bool:
    return _mark(user) in _marks(request)


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    mark = _mark(user)
    marks = [mark, *(other for other in _marks(request) if other != mark)][:PEOPLE_KEPT]
    response.set_signed_cookie(
        settings.DEVICE_COOKIE_NAME,
        ".".join(marks),
        salt=SALT,
        max_age=SECONDS_KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> list[str]:
    value = request.get_signed_cookie(settings.DEVICE_COOKIE_NAME, default="", salt=SALT)
    return value.split(".") if value else []


def _mark(user: User) -> str:
    return salted_hmac(SALT, str(user.pk), algorithm="sha256").hexdigest()[:20]
