"""Which text of an offer a reader gets. Only reviewed Ukrainian is shown as a translation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone

from job_offers.models import Offer
from translations.models import Status, Translation


class Notice(StrEnum):
    """Why a reader gets Polish instead of their language."""

    NONE = ""
    NOT_YET = "not_yet"
    CHANGED = "changed"
    NO_CONSENT = "no_consent"
    NO_ENGLISH = "no_english"


@dataclass(frozen=True)
class OfferText:
    """The words of an offer in one language, empty where there are none."""

    language: str
    notice: Notice
    title: str
    duties: str
    requirements: str
    pay_note: str
    apply_note: str
    required_documents: str
    wishes: str = ""
    timetable: str = ""
    benefits_note: str = ""

    @property
    def is_translation(self) -> bool:
        return self.language == "uk"


@dataclass(frozen=True)
class Checked:
    """How far the Ukrainian text of an offer is, and the day a person approved it."""

    status: Status
    on: date | None


def checked(offer: Offer) -> Checked:
    rows = Translation.objects.of(Offer).filter(object_id=offer.pk)
    status, moment = rows.values_list("status", "reviewed_at").first() or (Status.MISSING, None)
    return Checked(Status(status), timezone.localdate(moment) if moment else None)


def status_of(offer: Offer) -> Status:
    """How far the Ukrainian text of the offer is."""
    return checked(offer).status


def for_reader(offer: Offer, language: str, status: Status) -> OfferText:
    """The text to show to a reader of ``language`` (uk, pl or en) while the translation is at ``status``."""
    if language == "uk" and status == Status.REVIEWED and offer.title_uk:
        return _in(offer, "uk", Notice.NONE)
    return _in(offer, "pl", _notice(offer, language, status))


def polish(offer: Offer) -> OfferText:
    return _in(offer, "pl", Notice.NONE)


def ukrainian(offer: Offer) -> OfferText:
    """What stands in the Ukrainian columns, for the desk, whatever its status."""
    return _in(offer, "uk", Notice.NONE)


def _notice(offer: Offer, language: str, status: Status) -> Notice:
    if language == "pl":
        return Notice.NONE
    if language == "en":
        return Notice.NO_ENGLISH
    if not offer.may_be_translated and status != Status.OUTDATED:
        return Notice.NO_CONSENT
    return Notice.CHANGED if status == Status.OUTDATED else Notice.NOT_YET


def _in(offer: Offer, language: str, notice: Notice) -> OfferText:
    def text(stem: str) -> str:
        return getattr(offer, f"{stem}_{language}") or ""

    return OfferText(
        language=language,
        notice=notice,
        title=text("title"),
        duties=text("duties"),
        requirements=text("requirements"),
        pay_note=text("pay_note"),
        apply_note=text("apply_note"),
        required_documents=text("required_documents"),
        wishes=text("wishes"),
        timetable=text("timetable"),
        benefits_note=text("benefits_note"),
    )
