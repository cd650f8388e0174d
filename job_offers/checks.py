"""What must be right before readers see an offer. Each finding is a sentence with a place to put it right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Act
from job_offers.models import BoardEntry, Offer
from job_offers.pay import shortfall
from pup_portal.db import DomainError
from translations import coded
from translations.models import Status


class Where(StrEnum):
    """Where a finding is put right: on the form of the offer, at its employer, or in its translation."""

    OFFER = "offer"
    EMPLOYER = "employer"
    TRANSLATION = "translation"


@dataclass(frozen=True)
class Finding:
    """``field`` is the form field to go to when the offer itself has to be changed."""

    sentence: str | Promise
    is_blocking: bool = True
    where: Where = Where.OFFER
    field: str = ""


class NotPublishable(DomainError):
    """The offer must not stand on the board as it is; ``findings`` says why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(" ".join(str(finding.sentence) for finding in findings))
        self.findings = findings


def findings(offer: Offer, *, status: Status, by: User, today: date) -> list[Finding]:
    """All that stands against publishing ``offer`` by ``by`` while its translation is at ``status``."""
    found = [finding for check in _CHECKS for finding in check(offer, today)]
    return [*found, *_translation(offer, status, by)]


def require_publishable(offer: Offer, *, status: Status, by: User, today: date) -> None:
    """Raise ``NotPublishable`` with the blocking findings, if there are any."""
    blocking = [f for f in findings(offer, status=status, by=by, today=today) if f.is_blocking]
    if blocking:
        raise NotPublishable(blocking)


def require_facts(offer: Offer, *, today: date) -> None:
    """As ``require_publishable``, without the translation: for an offer that is on the board already."""
    blocking = [f for check in _CHECKS for f in check(offer, today) if f.is_blocking]
    if blocking:
        raise NotPublishable(blocking)


def _title(offer: Offer, today: date) -> Iterator[Finding]:
    if not offer.title_pl:
        yield Finding(gettext_lazy("The position has no name."), field="title_pl")


def _validity(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.valid_until is None:
        yield Finding(gettext_lazy("It is not said until when the offer is valid."), field="valid_until")
    elif offer.valid_until < today:
        yield Finding(gettext_lazy("The offer was valid until a day that has passed."), field="valid_until")


def _place(offer: Offer, today: date) -> Iterator[Finding]:
    is_remote = offer.work_mode is not None and offer.work_mode.code == "remote"
    if offer.place_id is None and not offer.place_name and not is_remote:
        yield Finding(gettext_lazy("It is not said where the work is."), field="place")


def _pay(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.lowest_pay is None:
        sentence = gettext_lazy("The pay is not given as a figure, so readers cannot compare it.")
        yield Finding(sentence, is_blocking=not offer.pay_note_pl, field="pay_from")
    elif not offer.is_gross:
        yield Finding(
            gettext_lazy("The pay is net. Offers are compared by gross pay; ask the employer for it."),
            is_blocking=False,
            field="is_gross",
        )
    elif short := shortfall(offer, today):
        template = _("The pay of %(pay)s is below the minimum wage, which on %(day)s is %(minimum)s.")
        figures = {
            "pay": coded.money(short.pay),
            "minimum": coded.money(short.minimum),
            "day": coded.day(short.day),
        }
        yield Finding(template % figures, field="pay_from")


def _contact(offer: Offer, today: date) -> Iterator[Finding]:
    """An offer answered through the office is reachable by the office's own phone."""
    through_office = offer.apply_route is None or offer.apply_route.code == "office"
    if not through_office and not (offer.contact_phone or offer.contact_email):
        yield Finding(
            gettext_lazy(
                "People are to apply outside the office, but there is neither a phone nor an e-mail."
            ),
            field="contact_phone",
        )
    if not through_office and not offer.shows_employer:
        yield Finding(
            gettext_lazy(
                "People are to apply to an employer who has not agreed to be named. Record the consent, or let"
                " people apply through the office."
            ),
            where=Where.EMPLOYER if offer.employer_id else Where.OFFER,
            field="apply_route",
        )


def _start(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.ends_on and offer.ends_on < today:
        yield Finding(gettext_lazy("The work ends on a day that has passed."), field="ends_on")
    elif offer.starts_on and offer.starts_on < today and not offer.starts_at_once:
        sentence = gettext_lazy("The work started on a day that has passed.")
        yield Finding(sentence, is_blocking=False, field="starts_on")


def _contract(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.contract_id is None:
        sentence = gettext_lazy("The kind of contract is not given.")
        yield Finding(sentence, is_blocking=False, field="contract")


def _twin(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.employer_id is None:
        return
    twins = BoardEntry.objects.filter(
        offer__employer=offer.employer_id, offer__title_pl__iexact=offer.title_pl, place=offer.place_id
    )
    if twins.exclude(offer=offer.pk).exists():
        sentence = gettext_lazy("This employer has the same position at the same place on the board already.")
        yield Finding(sentence, is_blocking=False, field="title_pl")


_CHECKS: tuple[Callable[[Offer, date], Iterator[Finding]], ...] = (
    *(_title, _place, _contract, _pay, _start, _contact, _validity, _twin),
)


def _translation(offer: Offer, status: Status, by: User) -> Iterator[Finding]:
    if status == Status.REVIEWED:
        return
    is_blocking = not by.may(Act.PUBLISH_UNREVIEWED_OFFERS)
    if not offer.may_be_translated and status == Status.MISSING:
        yield Finding(
            gettext_lazy(
                "The employer has not agreed to a Ukrainian version; readers would see Polish only."
            ),
            is_blocking=is_blocking,
            where=Where.EMPLOYER if offer.employer_id else Where.OFFER,
            field="translation_consent",
        )
    elif status == Status.OUTDATED:
        sentence = gettext_lazy("The Polish text has changed since the Ukrainian one was approved.")
        yield Finding(sentence, is_blocking=is_blocking, where=Where.TRANSLATION)
    else:
        sentence = gettext_lazy("The Ukrainian text is not approved yet; readers would see Polish.")
        yield Finding(sentence, is_blocking=is_blocking, where=Where.TRANSLATION)
