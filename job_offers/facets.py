"""The choices of the board's filters, each with the number of offers it would leave."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from job_offers.counting import PAY_STEPS, Counts
from job_offers.forms.board import NO_EXPERIENCE, BoardForm
from job_offers.models import Offer
from job_offers.search import Sort
from reference.models import Term, Vocabulary

ONE_CHOICE = frozenset({"lodging", "experience"})  # their only choice says what they are


@dataclass(frozen=True)
class Option:
    """One choice of a facet, and how many offers it would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool


def facet_options(form: BoardForm, counts: Counts) -> dict[str, list[Option]]:
    """The choices of each facet that would leave something, or that are made already."""
    query = form.query
    places = counts.of("place")
    return {
        "place": [
            Option(terc, place.name, places[place.pk], place.pk == query.place)
            for terc, place in form.places.items()
            if places[place.pk] or place.pk == query.place
        ],
        "contract": _term_options(form, Vocabulary.CONTRACT, counts.of("contract"), query.contracts),
        "shift": _term_options(form, Vocabulary.SHIFT, counts.of("shift"), query.shifts),
        "lodging": [Option("on", _("with lodging"), counts.of("lodging")[1], query.lodging)],
        "experience": [
            Option(NO_EXPERIENCE, _("no experience needed"), counts.of("experience")[1], query.no_experience)
        ],
        "pay": _pay_options(form, counts.of("pay"), query.pay),
        "polish": _polish_options(counts.of("polish"), query.polish),
    }


def sort_options(form: BoardForm) -> list[Option]:
    return [Option(sort.value, str(sort.label), 0, sort.value == form.query.sort) for sort in Sort]


def _term_options(
    form: BoardForm, vocabulary: Vocabulary, counts: Counter[int], chosen: tuple[int, ...]
) -> list[Option]:
    terms: dict[Any, Term] = form.terms
    return [
        Option(code, term.name, counts[term.pk], term.pk in chosen)
        for (kind, code), term in terms.items()
        if kind == vocabulary and (counts[term.pk] or term.pk in chosen)
    ]


def _pay_options(form: BoardForm, bands: Counter[int], chosen: int | None) -> list[Option]:
    labels = dict(form.fields["pay"].choices)  # type: ignore[attr-defined]
    return [
        Option(str(step), labels[str(step)], count, step == chosen)
        for step in PAY_STEPS
        if (count := sum(number for band, number in bands.items() if band >= step)) or step == chosen
    ]


def _polish_options(ranks: Counter[int], chosen: int | None) -> list[Option]:
    """Who knows more Polish may take every offer that needs less."""
    return [
        Option(level.value, str(level.label), count, rank == chosen)
        for rank, level in enumerate(Offer.PolishLevel)
        if (count := sum(number for needed, number in ranks.items() if needed <= rank)) or rank == chosen
    ]


@dataclass(frozen=True)
class InForce:
    """A condition the reader has set, in words; the board's address without it, and the offers it would show."""

    label: str
    address_without: str
    count_without: int


def in_force(form: BoardForm, asked: QueryDict, counts: Counts) -> list[InForce]:
    """The conditions that narrow the list now, each to be dropped by one link."""
    options = facet_options(form, counts)
    found = []
    for name in form.query.filters:
        chosen = ", ".join(option.label for option in options[name] if option.is_chosen)
        label = chosen if name in ONE_CHOICE else f"{form.fields[name].label}: {chosen}"
        found.append(InForce(label, _address_without(asked, name), counts.without[name]))
    return found


def _address_without(asked: QueryDict, name: str) -> str:
    rest = asked.copy()
    for dropped in (name, "page"):
        rest.pop(dropped, None)
    return f"{reverse('board:offer-list')}?{rest.urlencode()}"
