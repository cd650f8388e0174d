"""Everything that changes consents and their texts."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, refused, sent_before
from pup_portal.tracking import acting
from registration.consents.vocabulary import ConsentPurpose, ConsentWay
from registration.locking import locked
from registration.models import Client, Consent, ConsentText


class GivenAlready(DomainError):
    """The person has this consent open."""


class NoText(DomainError):
    """No text for the purpose held on the day."""


class WrongDays(DomainError):
    """The days of a consent or a text do not fit together."""


class AgreedTo(DomainError):
    """Somebody has agreed to the text, so it never changes."""


@transaction.atomic
def give_consent(
    *, client: Client, values: Mapping[str, Any], by: User, public_id: UUID | None = None
) -> Consent:
    """Write down that the person agreed to the text that held on the day, once per ``public_id``.

    ``values``: ``purpose``, ``language``, ``way``, ``given_on``, ``holds_until``. Raises ``NoText``, ``GivenAlready``,
    ``WrongDays`` or ``NotEditable``.
    """
    client = locked(client)
    known = sent_before(Consent.objects.filter(client=client), public_id)
    if known is not None:
        return known
    purpose, given_on = ConsentPurpose(values["purpose"]), values["given_on"]
    text = ConsentText.objects.on(given_on).filter(purpose=purpose).first()
    if text is None:
        raise NoText(_("No text for this purpose held on that day."))
    if given_on > timezone.localdate():
        raise WrongDays(_("This day is in the future."))
    own = {"public_id": public_id} if public_id else {}
    consent = Consent(client=client, text=text, recorded_by=by, **own, **values)
    already = GivenAlready(_("The person has given this consent already."))
    if Consent.objects.on(given_on).filter(client=client, purpose=purpose).exists():
        raise already  # also one withdrawn later: the new one would outlive the withdrawal
    broken = {
        "consent_holds_once_for_a_purpose": already,
        "consent_holds_after_it_is_given": WrongDays(
            _("A consent must hold at least on the day it is given.")
        ),
    }
    with acting(by), refused(**broken):
        consent.save(force_insert=True)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, withdrawn_on: date, way: ConsentWay, by: User) -> Consent:
    """End the consent from that day on; at any time, also while the use of the data is restricted.

    Withdrawing again changes nothing. Raises ``WrongDays`` for a day before it was given, or a future one.
    """
    consent = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if consent.withdrawn_on is not None:
        return consent
    if withdrawn_on > timezone.localdate():
        raise WrongDays(_("This day is in the future."))
    consent.withdrawn_on, consent.withdrawal_way = withdrawn_on, way
    consent.withdrawal_recorded_at, consent.withdrawal_recorded_by = timezone.now(), by
    names = ["withdrawn_on", "withdrawal_way", "withdrawal_recorded_at", "withdrawal_recorded_by"]
    early = WrongDays(_("A consent cannot be withdrawn before it was given."))
    with acting(by), refused(consent_withdrawal_is_whole=early):
        consent.save(update_fields=names)
    return consent


@transaction.atomic
def add_text(*, by: User, **values: Any) -> ConsentText:
    """Put a text for a purpose in force from a day, today or later; it supersedes the one before.

    Raises ``WrongDays``.
    """
    if values["valid_from"] < timezone.localdate():
        raise WrongDays(_("A text cannot begin in the past: people may have agreed to the one before."))
    text = ConsentText(written_by=by, **values)
    with acting(by), refused(**_refusals()):
        text.save(force_insert=True)
    return text


@transaction.atomic
def change_text(*, text: ConsentText, text_pl: str, text_uk: str, by: User) -> ConsentText:
    """Mend the words of a text that nobody has agreed to yet, or raise ``AgreedTo``."""
    text = ConsentText.objects.select_for_update(of=("self",)).get(pk=text.pk)
    text.text_pl, text.text_uk = text_pl, text_uk
    with acting(by), refused(**_refusals()):
        text.save(update_fields=["text_pl", "text_uk"])
    return text


def _refusals() -> dict[str, DomainError]:
    return {
        "consenttext_agreed_to_stays": AgreedTo(
            _("Somebody has agreed to this text. Write a new one that holds from another day.")
        ),
        "consenttext_one_begins_on_a_day": WrongDays(_("Another text for this purpose begins on this day.")),
        "consenttext_is_there_in_both_languages": DomainError(_("Enter the text in both languages.")),
    }
