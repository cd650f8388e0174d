"""What must be right before readers see an offer. Each finding is a sentence with a place to put it right."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Act
from job_offers.models import BoardEntry, Offer, Override
from job_offers.pay import part_by_hours, shortfall
from job_offers.screening import wording
from pup_portal.db import DomainError
from translations import coded
from translations.models import Status

MOST_HOURS = 48  # a week on average, with overtime: Labour Code, art. 131 § 1
LONGEST = timedelta(days=366)  # that an offer is seen to be meant for
NEARLY = Decimal("0.15")  # of full time: 35 or 42 hours are called full time in some trades


class Where(StrEnum):
    """Where a finding is put right: on the form of the offer, at its employer, or in its translation."""

    OFFER = "offer"
    EMPLOYER = "employer"
    TRANSLATION = "translation"


@dataclass(frozen=True)
class Finding:
    """``code`` never changes. ``field`` is the form field to go to when the offer itself has to be changed.

    ``better`` may stand in that field instead, at one press. ``found`` is what it rests on, in words or figures that do not depend on the reader's language: an override
    holds as long as it stays the same. ``is_for_role``: it stops some roles and only warns others.
    """

    code: str
    sentence: str | Promise
    is_blocking: bool = True
    where: Where = Where.OFFER
    field: str = ""
    advice: str | Promise = ""
    found: str = ""
    better: str = ""
    is_for_role: bool = False
    override: Override | None = None

    @property
    def digest(self) -> str:
        """The same for the same finding on the same words, and for nothing else."""
        parts = (self.code, self.field, self.found)
        return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()

    @property
    def is_soft(self) -> bool:
        """Whether a person may say that it does not stand against this offer; hard ones are nobody's to pass over."""
        return not self.is_blocking and not self.is_for_role

    @property
    def is_open(self) -> bool:
        return self.override is None


class NotPublishable(DomainError):
    """The offer must not stand on the board as it is; ``findings`` says why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(" ".join(str(finding.sentence) for finding in findings))
        self.findings = findings


def findings(offer: Offer, *, status: Status, by: User, today: date) -> list[Finding]:
    """All that stands against publishing ``offer`` by ``by`` while its translation is at ``status``.

    What somebody has passed over with a reason comes with that ``override``, and last.
    """
    found = [finding for check in _CHECKS for finding in check(offer, today)]
    judged = _overridden(offer, [*found, *_translation(offer, status, by)])
    return sorted(judged, key=lambda finding: not finding.is_open)


def require_publishable(
    offer: Offer, *, status: Status, by: User, today: date, is_first: bool = True
) -> None:
    """Raise ``NotPublishable`` with what stands in the way, if anything does.

    Before the first publication (``is_first``) soft findings stand in the way, too, until somebody who may has
    passed over them with a reason. An offer that readers know already is not taken from them for a soft one.
    """
    found = findings(offer, status=status, by=by, today=today)
    standing = [f for f in found if f.is_blocking or (is_first and f.is_soft and f.is_open)]
    if standing:
        raise NotPublishable(standing)


def _overridden(offer: Offer, found: Iterable[Finding]) -> list[Finding]:
    found = list(found)
    if offer.pk is None or not any(finding.is_soft for finding in found):
        return found
    standing = {row.digest: row for row in Override.objects.filter(offer=offer.pk).select_related("by")}
    return [replace(one, override=standing.get(one.digest)) if one.is_soft else one for one in found]


def require_facts(offer: Offer, *, today: date) -> None:
    """As ``require_publishable``, without the translation: for an offer that is on the board already."""
    blocking = [f for check in _CHECKS for f in check(offer, today) if f.is_blocking]
    if blocking:
        raise NotPublishable(blocking)


def _title(offer: Offer, today: date) -> Iterator[Finding]:
    if not offer.title_pl:
        yield Finding("no-title", gettext_lazy("The position has no name."), field="title_pl")


def _validity(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.valid_until is None:
        sentence = gettext_lazy("It is not said until when the offer is valid.")
        yield Finding("no-validity", sentence, field="valid_until")
    elif offer.valid_until < today:
        sentence = gettext_lazy("The offer was valid until a day that has passed.")
        yield Finding("validity-over", sentence, field="valid_until")
    elif offer.valid_until > today + LONGEST:
        sentence = gettext_lazy(
            "The offer would be valid for more than a year. Check the day with the employer."
        )
        day = offer.valid_until.isoformat()
        yield Finding("validity-far", sentence, is_blocking=False, field="valid_until", found=day)


def _place(offer: Offer, today: date) -> Iterator[Finding]:
    is_remote = offer.work_mode is not None and offer.work_mode.code == "remote"
    if offer.place_id is None and not offer.place_name and not is_remote:
        yield Finding("no-place", gettext_lazy("It is not said where the work is."), field="place")


def _pay(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.lowest_pay is None:
        sentence = gettext_lazy("The pay is not given as a figure, so readers cannot compare it.")
        note = offer.pay_note_pl or ""
        yield Finding("no-pay", sentence, is_blocking=not note, field="pay_from", found=note)
    elif not offer.is_gross:
        sentence = gettext_lazy("The pay is net. Offers are compared by gross pay; ask the employer for it.")
        figures = f"{offer.pay_from} {offer.pay_to} {offer.pay_unit}"
        yield Finding("net-pay", sentence, is_blocking=False, field="is_gross", found=figures)
    elif short := shortfall(offer, today):
        template = _("The pay of %(pay)s is below the minimum wage, which on %(day)s is %(minimum)s.")
        figures_read = {
            "pay": coded.money(short.pay),
            "minimum": coded.money(short.minimum),
            "day": coded.day(short.day),
        }
        yield Finding("pay-below-minimum", template % figures_read, field="pay_from")


def _hours(offer: Offer, today: date) -> Iterator[Finding]:
    hours, part = offer.hours_per_week, part_by_hours(offer)
    if hours is None or part is None:
        return
    if hours > MOST_HOURS:
        sentence = gettext_lazy(
            "More than 48 hours a week are given, overtime included; the Labour Code allows no more."
        )
        yield Finding("too-many-hours", sentence, is_blocking=False, field="hours_per_week", found=str(hours))
    elif offer.working_time is not None and abs(offer.working_time - part) > NEARLY:
        sentence = gettext_lazy("The part of full time and the hours a week say different things.")
        yield Finding(
            "hours-differ",
            sentence,
            is_blocking=False,
            field="hours_per_week",
            found=f"{offer.working_time} {hours}",
        )


def _contact(offer: Offer, today: date) -> Iterator[Finding]:
    """An offer answered through the office is reachable by the office's own phone."""
    through_office = offer.apply_route is None or offer.apply_route.code == "office"
    if not through_office and not (offer.contact_phone or offer.contact_email):
        yield Finding(
            "no-contact",
            gettext_lazy(
                "People are to apply outside the office, but there is neither a phone nor an e-mail."
            ),
            field="contact_phone",
        )
    if not through_office and not offer.shows_employer:
        yield Finding(
            "employer-not-named",
            gettext_lazy(
                "People are to apply to an employer who has not agreed to be named. Record the consent, or let"
                " people apply through the office."
            ),
            where=Where.EMPLOYER if offer.employer_id else Where.OFFER,
            field="apply_route",
        )


def _start(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.ends_on and offer.ends_on < today:
        sentence = gettext_lazy("The work ends on a day that has passed.")
        yield Finding("end-over", sentence, field="ends_on")
    elif offer.starts_on and offer.starts_on < today and not offer.starts_at_once:
        sentence = gettext_lazy("The work started on a day that has passed.")
        yield Finding("start-over", sentence, False, field="starts_on", found=offer.starts_on.isoformat())


def _contract(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.contract_id is None:
        sentence = gettext_lazy("The kind of contract is not given.")
        yield Finding("no-contract", sentence, is_blocking=False, field="contract")
    elif offer.contract and offer.contract.code == "permanent" and offer.ends_on and offer.ends_on >= today:
        sentence = gettext_lazy("A contract for an indefinite time has no last day.")
        yield Finding("permanent-ends", sentence, False, field="ends_on", found=offer.ends_on.isoformat())


def _twin(offer: Offer, today: date) -> Iterator[Finding]:
    if offer.employer_id is None:
        return
    twins = BoardEntry.objects.filter(
        offer__employer=offer.employer_id, offer__title_pl__iexact=offer.title_pl, place=offer.place_id
    )
    found = " ".join(map(str, twins.exclude(offer=offer.pk).order_by("pk").values_list("pk", flat=True)))
    if found:
        sentence = gettext_lazy("This employer has the same position at the same place on the board already.")
        yield Finding("twin", sentence, is_blocking=False, field="title_pl", found=found)


def _wording(offer: Offer, today: date) -> Iterator[Finding]:
    for said in wording.said_in(offer):
        yield Finding(
            f"wording-{said.ground}",
            said.sentence,
            is_blocking=said.is_clear,
            where=Where.TRANSLATION if said.is_ukrainian else Where.OFFER,
            field=said.field,
            advice=said.advice,
            found=said.words,
            better=said.better,
        )


_CHECKS: tuple[Callable[[Offer, date], Iterator[Finding]], ...] = (
    *(_title, _place, _contract, _pay, _hours, _start, _contact, _validity, _wording, _twin),
)


def _translation(offer: Offer, status: Status, by: User) -> Iterator[Finding]:
    if status == Status.REVIEWED:
        return
    is_blocking = not by.may(Act.PUBLISH_UNREVIEWED_OFFERS)
    if not offer.may_be_translated and status == Status.MISSING:
        yield Finding(
            "no-translation-consent",
            gettext_lazy(
                "The employer has not agreed to a Ukrainian version; readers would see Polish only."
            ),
            is_blocking,
            where=Where.EMPLOYER if offer.employer_id else Where.OFFER,
            field="translation_consent",
            is_for_role=True,
        )
    elif status == Status.OUTDATED:
        sentence = gettext_lazy("The Polish text has changed since the Ukrainian one was approved.")
        yield Finding("translation-outdated", sentence, is_blocking, Where.TRANSLATION, is_for_role=True)
    else:
        sentence = gettext_lazy("The Ukrainian text is not approved yet; readers would see Polish.")
        yield Finding("translation-not-approved", sentence, is_blocking, Where.TRANSLATION, is_for_role=True)
