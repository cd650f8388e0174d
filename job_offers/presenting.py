"""Offers as the pages show them: cards and tables of facts, with every word already chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from job_offers import facts
from job_offers.models import BoardEntry, Offer
from job_offers.texts import OfferText


@dataclass(frozen=True)
class Tag:
    label: str
    colour: str


@dataclass(frozen=True)
class Card:
    """An offer in a list: its title in the reader's language where that is reviewed, and what people decide on.

    These are the pay, the place, the hours and the contract; tags say what takes an obstacle away.
    """

    offer: Offer
    title: str
    language: str
    address: str
    pay: str
    place: str
    hours: str
    contract: str
    tags: list[Tag]

    @property
    def is_polish_only(self) -> bool:
        return self.language == "pl"

    @property
    def facts(self) -> list[str]:
        return [fact for fact in (self.place, self.hours, self.contract) if fact]


def cards(entries: Iterable[BoardEntry]) -> list[Card]:
    return [_card(entry) for entry in entries]


@dataclass(frozen=True)
class Fact:
    """A fact with its name and the drawing that stands before it (see ``job_offers/_icon.html``)."""

    icon: str
    name: str
    value: str
    is_on_map: bool = False


def fact_rows(offer: Offer, text: OfferText) -> list[tuple[str, str]]:
    """The facts of an offer with their names, in the active language; what is not known is left out."""
    return [(fact.name, fact.value) for fact in drawn_facts(offer, text)]


def drawn_facts(offer: Offer, text: OfferText) -> list[Fact]:
    """The same facts, each with its drawing."""
    address = facts.address(offer)
    rows = (
        Fact("pay", _("Pay"), ". ".join(filter(None, [facts.pay(offer), text.pay_note]))),
        Fact("place", _("Place"), facts.place(offer), is_on_map=not address),
        Fact("hours", _("Hours"), ". ".join(filter(None, [facts.hours(offer), text.timetable]))),
        Fact("contract", _("Contract"), facts.contract(offer)),
        Fact("start", _("Start"), facts.period(offer)),
        Fact("employer", _("Employer"), facts.employer(offer)),
        Fact("place", _("Address"), address, is_on_map=True),
        Fact("posts", _("Number of posts"), facts.posts(offer)),
        Fact(
            "gives",
            _("The employer gives"),
            ", ".join(filter(None, [*facts.benefits(offer), text.benefits_note])),
        ),
        Fact("speech", _("Knowledge of Polish"), facts.polish(offer)),
        Fact("speech", _("Other languages"), facts.languages(offer)),
        Fact("skill", _("Experience"), facts.experience(offer)),
        Fact("school", _("Education"), offer.education.name if offer.education else ""),
        Fact("contract", _("Licences"), facts.licences(offer)),
        Fact("skill", _("Welcome, but not required"), text.wishes),
        Fact("posts", _("For whom"), facts.audience(offer)),
    )
    return [fact for fact in rows if fact.value]


def _card(entry: BoardEntry) -> Card:
    offer = entry.offer
    language = "uk" if entry.is_translated and offer.title_uk and get_language() == "uk" else "pl"
    return Card(
        offer=offer,
        title=(offer.title_uk if language == "uk" else "") or offer.title_pl,
        language=language,
        address=reverse("board:offer-detail", args=[offer.public_id]),
        pay=facts.pay(offer),
        place=facts.place(offer),
        hours=facts.hours(offer),
        contract=facts.contract(offer),
        tags=list(_tags(entry, language)),
    )


def _tags(entry: BoardEntry, language: str) -> Iterator[Tag]:
    if entry.has_lodging:
        yield Tag(_("lodging"), "green")
    if entry.needs_no_experience:
        yield Tag(_("no experience needed"), "green")
    if entry.polish_rank == 0:
        yield Tag(_("no Polish needed"), "green")
    if entry.fits_childcare:
        yield Tag(_("hours that fit childcare"), "green")
    if language == "pl" and get_language() == "uk":
        yield Tag(_("in Polish so far"), "grey")
