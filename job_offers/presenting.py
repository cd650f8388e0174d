"""Offers as the pages show them: cards and tables of facts, with every word already chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from job_offers import facts
from job_offers.models import BoardEntry, Offer
from job_offers.texts import OfferText


@dataclass(frozen=True)
class Card:
    """An offer in a list: its title in the reader's language where that is reviewed, and what people decide on."""

    offer: Offer
    title: str
    language: str
    pay: str
    place: str
    hours: str
    contract: str
    start: str

    @property
    def is_polish_only(self) -> bool:
        return self.language == "pl"


def cards(entries: Iterable[BoardEntry]) -> list[Card]:
    return [_card(entry) for entry in entries]


def fact_rows(offer: Offer, text: OfferText) -> list[tuple[str, str]]:
    """The facts of an offer with their names, in the active language; what is not known is left out."""
    rows = (
        (_("Pay"), ". ".join(filter(None, [facts.pay(offer), text.pay_note]))),
        (_("Place"), facts.place(offer)),
        (_("Hours"), facts.hours(offer)),
        (_("Contract"), facts.contract(offer)),
        (_("Start"), facts.period(offer)),
        (_("Employer"), facts.employer(offer)),
        (_("Address"), facts.address(offer)),
        (_("Number of posts"), facts.posts(offer)),
        (_("The employer gives"), ", ".join(facts.benefits(offer))),
        (_("Knowledge of Polish"), facts.polish(offer)),
        (_("Other languages"), facts.languages(offer)),
        (_("Experience"), facts.experience(offer)),
        (_("Education"), offer.education.name if offer.education else ""),
        (_("Licences"), facts.licences(offer)),
    )
    return [(name, value) for name, value in rows if value]


def _card(entry: BoardEntry) -> Card:
    offer = entry.offer
    is_ukrainian = entry.is_translated and bool(offer.title_uk) and get_language() == "uk"
    return Card(
        offer=offer,
        title=(offer.title_uk or "") if is_ukrainian else offer.title_pl,
        language="uk" if is_ukrainian else "pl",
        pay=facts.pay(offer),
        place=facts.place(offer),
        hours=facts.hours(offer),
        contract=facts.contract(offer),
        start=facts.start(offer),
    )
