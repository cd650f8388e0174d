"""Sensitive acts ask who sits at the desk: the password or the second factor once more.

The proof is kept by allauth in the session. A sign-in counts as one, until ``CONFIRMATION_SECONDS`` later.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _

type View = Callable[..., HttpResponseBase]


def freshly_confirmed(view: View) -> View:
    """Open ``view`` only when its reader has proved who they are within ``CONFIRMATION_SECONDS``.

    Else they are asked, and come back to the page: to this one after a GET, to the one the form stood on
    after a POST. What they had typed is kept nowhere, so guard the page of a form, too.
    Stands under ``requires``: first who may, then who it is.
    """

    @wraps(view)
    def confirmed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_confirmed(request):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            messages.info(request, _("Confirm that it is you, then press the button once more."))
        return _ask(request)

    confirmed.freshly_confirmed = True  # type: ignore[attr-defined]
    return confirmed


def is_confirmed(request: HttpRequest) -> bool:
    if not settings.CONFIRMATION_REQUIRED:
        return True
    proofs = get_authentication_records(request, request.user)
    return bool(proofs) and time.time() - proofs[-1]["at"] < settings.CONFIRMATION_SECONDS


def _ask(request: HttpRequest) -> HttpResponse:
    where = f"{reverse('account_reauthenticate')}?{urlencode({REDIRECT_FIELD_NAME: _way_back(request)})}"
    if request.headers.get("HX-Request") == "true":  # htmx would put the page into a corner of this one
        return HttpResponse(status=204, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)


def _way_back(request: HttpRequest) -> str:
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if request.method in {"GET", "HEAD"} and not request.headers.get("HX-Request"):
        return request.get_full_path()
    if url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}):
        parts = urlsplit(page)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return reverse(settings.LOGIN_REDIRECT_URL)
