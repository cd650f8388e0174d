"""Live offers for other programs: ``/api/v1/offers``, schema.org JobPosting as JSON. See docs/api.md."""

import base64
import binascii
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any, Self

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from job_offers import openapi
from job_offers.forms.board import BoardForm
from job_offers.freshness import checked_for_change
from job_offers.job_posting import job_posting
from job_offers.models import BoardEntry, Offer
from job_offers.search import PER_PAGE, matching, with_texts
from pup_portal.throttling import rate_limited
from translations.models import Status, Translation

LANGUAGES = ("uk", "pl")
ASKED_A_MINUTE = 120
_KEPT_SECONDS = 300
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Cursor:
    """The offer after which a page begins. Offers that come meanwhile push nothing onto the next page twice."""

    moment: datetime
    offer: int

    def __str__(self) -> str:
        microseconds = (self.moment - _EPOCH) // timedelta(microseconds=1)
        return base64.urlsafe_b64encode(f"{microseconds}.{self.offer}".encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises ``ValueError`` for what ``str()`` never gave."""
        try:
            packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            microseconds, offer = (int(part) for part in packed.decode("ascii").split("."))
            moment = _EPOCH + timedelta(microseconds=microseconds)
        except (binascii.Error, OverflowError) as error:
            raise ValueError from error
        if not 0 < offer < 2**63:
            raise ValueError
        return cls(moment, offer)

    @property
    def older(self) -> Q:
        return Q(published_at__lt=self.moment) | Q(published_at=self.moment, offer__lt=self.offer)


class CursorField(forms.CharField):
    def to_python(self, value: Any) -> Cursor | None:  # type: ignore[override]
        if not value:
            return None
        try:
            return Cursor.read(str(value)[:100])
        except ValueError:
            raise forms.ValidationError(_("Take the address of the next page from the answer.")) from None


class ApiForm(BoardForm):
    """The filters of the board; here a wrong value is an error, not passed over. The newest offers come first."""

    sort = None  # type: ignore[assignment]
    lang = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES], required=False)
    cursor = CursorField(required=False, strip=False)


def answers_programs(view: View) -> View:
    """Tell in JSON, too, that a caller has asked too often; the header says how many seconds to wait."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code != 429:
            return response
        after = response.headers["Retry-After"]
        sentence = _("Too many requests. Ask again in %(seconds)s seconds.") % {"seconds": after}
        return _json({"error": sentence}, status=429, headers={"Retry-After": after})

    return told


@login_not_required
@require_safe
@answers_programs
@rate_limited("api", limit=ASKED_A_MINUTE, seconds=60)
@cache_control(public=True, max_age=_KEPT_SECONDS)
@checked_for_change
def offer_list(request: HttpRequest) -> HttpResponseBase:
    asked = request.GET.get("lang", "")
    language = asked if asked in LANGUAGES else LANGUAGES[0]
    with translation.override(language):
        form = ApiForm(request.GET)
        if not form.is_valid() or (unknown := _unknown(request, form)):
            return _refused(form, unknown if form.is_valid() else [])
        return _json(_answer(request, form, language))


@login_not_required
@require_safe
@answers_programs
@rate_limited("api", limit=ASKED_A_MINUTE, seconds=60)
@cache_control(public=True, max_age=_KEPT_SECONDS)
@checked_for_change
def description(request: HttpRequest) -> HttpResponseBase:
    """What may be asked here and what is answered, for programs that write programs."""
    with translation.override("en"):
        return _json(openapi.description(ApiForm(), request.build_absolute_uri("/api/v1")))


def _answer(request: HttpRequest, form: ApiForm, language: str) -> dict[str, Any]:
    keys = matching(form.query, board=form.board)
    first = _first(keys, form.cleaned_data["cursor"])
    page = BoardEntry.objects.filter(pk__in=keys[first : first + PER_PAGE])
    rows = list(with_texts(page).order_by("-published_at", "-offer_id"))
    statuses = Translation.objects.for_subjects(Offer, (entry.pk for entry in rows))
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": len(keys),
        "next": _address(request, rows[-1]) if rows and len(keys) > first + PER_PAGE else None,
        "itemListElement": [
            job_posting(entry.offer, language, statuses.get(entry.pk, Status.MISSING)) for entry in rows
        ],
    }


def _first(keys: list[int], cursor: Cursor | None) -> int:
    """Where in ``keys`` the page after ``cursor`` begins, also when its offer has left the board."""
    if cursor is None:
        return 0
    if cursor.offer in keys:
        return keys.index(cursor.offer) + 1
    older = BoardEntry.objects.filter(cursor.older, pk__in=keys).order_by("-published_at", "-offer_id")
    key = older.values_list("pk", flat=True).first()
    return len(keys) if key is None else keys.index(key)


def _address(request: HttpRequest, last: BoardEntry) -> str:
    parameters = request.GET.copy()
    parameters["cursor"] = str(Cursor(last.published_at, last.pk))
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def _unknown(request: HttpRequest, form: ApiForm) -> list[str]:
    return sorted(set(request.GET) - set(form.fields))


def _refused(form: ApiForm, unknown: Iterable[str]) -> JsonResponse:
    errors = {name: [str(error) for error in found] for name, found in form.errors.items()}
    errors |= {name[:60]: [_("There is no such parameter.")] for name in unknown}
    sentence = _("The request cannot be answered: %(names)s.") % {"names": ", ".join(errors)}
    return _json({"error": sentence, "parameters": errors}, status=400)


def _json(content: dict[str, Any], **options: Any) -> JsonResponse:
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False}, **options)
