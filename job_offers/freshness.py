"""Whether what the board shows may have changed, asked in two cheap queries instead of by making the page anew.

Every change of an offer, an employer, a translation or a word of the vocabularies leaves a line in the history, by
trigger, also from bulk writes. The newest line of each history is the state of the board, together with what this
process holds of it in memory, which may be older. Of two changes at one moment the later line may be seen first: so
the state is another one with every hour that begins.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.db.models import Value
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import condition

from job_offers import snapshot
from job_offers.models import Employer, Offer, OfferApplyLanguage, OfferLanguage, OfferLicence, Workplace
from pup_portal.history import event_models
from pup_portal.release import release
from reference.models import Occupation, OfficeProfile, Place, Term
from translations.models import Translation

type View = Callable[..., HttpResponseBase]

SOURCES = (
    *(Offer, OfferLanguage, OfferLicence, OfferApplyLanguage, Employer, Workplace),
    *(Translation, Place, Term, Occupation, OfficeProfile),
)


def checked_for_change(view: View) -> View:
    """Answer 304 while nothing on the board has changed. Staff's pages show who they are, so they are always made.

    Put it innermost, under what sets ``Cache-Control`` and ``Vary``.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            return view(request, *args, **kwargs)
        state, moment = state_of_the_board()
        board = snapshot.current(timezone.localdate())
        tag = _digest(
            state, board.digest, release(), request.get_full_path(), request.headers.get("HX-Request", "")
        )
        ask = condition(etag_func=lambda *_, **__: f'W/"{tag}"', last_modified_func=lambda *_, **__: moment)
        return ask(view)(request, *args, **kwargs)

    return checked


def state_of_the_board() -> tuple[str, datetime]:
    """Words that differ whenever readers may see something else, and the moment of the last change."""
    lines = [
        event._default_manager.order_by("-pgh_id").values_list(
            Value(event._meta.label), "pgh_id", "pgh_created_at"
        )[:1]
        for source in SOURCES
        for event in event_models(source)
    ]
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    newest = sorted(lines[0].union(*lines[1:], all=True))
    state = ",".join(f"{label}:{number}" for label, number, _moment in newest)
    return f"{state},{hour.isoformat()}", max([hour, *(moment for *_, moment in newest)])


def _digest(*words: str) -> str:
    return hashlib.blake2b("\0".join(words).encode(), digest_size=16).hexdigest()
