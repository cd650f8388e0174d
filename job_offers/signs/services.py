"""The register of signs, and the wording they bear."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import JobSign, SignText, Workplace
from pup_portal.db import DomainError, refused, take_turns
from pup_portal.tracking import acting


class SignNotPossible(DomainError):
    """The sign cannot be put up or taken down like this; the text says why."""


class WordingRefused(DomainError):
    """The wording cannot be written like this; the text says why."""


@transaction.atomic
def put_up_sign(
    *, workplace: Workplace, text: SignText, consent_said_by: str, put_up_on: date, by: User
) -> JobSign:
    """Register a sign that was put up, with who of the employer's people agreed to it. Raises ``SignNotPossible``."""
    if put_up_on > timezone.localdate():
        raise SignNotPossible(_("This day is in the future."))
    sign = JobSign(
        workplace=workplace, text=text, consent_said_by=consent_said_by, put_up_on=put_up_on, put_up_by=by
    )
    errors = {
        "jobsign_hangs_once": SignNotPossible(_("A sign of this version hangs there already.")),
        "jobsign_somebody_agreed": SignNotPossible(_("Say who of the employer’s people agreed.")),
    }
    with acting(by), refused(**errors):
        sign.save()
    return sign


@transaction.atomic
def take_down_sign(*, sign: JobSign, taken_down_on: date, by: User) -> JobSign:
    """Register that a sign is gone; doing it again changes nothing. Raises ``SignNotPossible``."""
    sign = JobSign.objects.select_for_update(of=("self",)).get(pk=sign.pk)
    if not sign.is_up:
        return sign
    if taken_down_on > timezone.localdate():
        raise SignNotPossible(_("This day is in the future."))
    sign.taken_down_on, sign.taken_down_by = taken_down_on, by
    early = SignNotPossible(_("A sign is taken down on the day it was put up or later."))
    with acting(by), refused(jobsign_taken_down_after_it_was_put_up=early):
        sign.save(update_fields=["taken_down_on", "taken_down_by"])
    return sign


@transaction.atomic
def add_text(*, by: User, **values: Any) -> SignText:
    """Write the next version of the sign, for new signs from a day on, today or later. Raises ``WordingRefused``."""
    if values["valid_from"] < timezone.localdate():
        raise WordingRefused(_("A version cannot begin in the past: signs of the one before were printed."))
    take_turns("versions of the sign")
    number = (SignText.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    text = SignText(number=number, written_by=by, **values)
    with acting(by), refused(**_refusals()):
        text.save(force_insert=True)
    return text


@transaction.atomic
def change_text(*, text: SignText, by: User, **words: str) -> SignText:
    """Mend the words of a version that no sign bears yet. Raises ``WordingRefused``."""
    text = SignText.objects.select_for_update(of=("self",)).get(pk=text.pk)
    for name, value in words.items():
        setattr(text, name, value)
    with acting(by), refused(**_refusals()):
        text.save(update_fields=list(words))
    return text


def _refusals() -> dict[str, DomainError]:
    return {
        "signtext_in_use_stays": WordingRefused(
            _("A sign bears these words. Write a new version that holds from another day.")
        ),
        "job_offers_signtext_valid_from_key": WordingRefused(_("Another version begins on this day.")),
        "signtext_is_there_in_both_languages": WordingRefused(_("Enter the text in both languages.")),
    }
