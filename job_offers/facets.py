"""The choices of the board's filters, each with the number of offers it would leave."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from job_offers import distances
from job_offers.counting import Counts
from job_offers.forms.board import NO_EXPERIENCE, BoardForm, distance
from job_offers.models import Offer
from job_offers.search import Sort
from job_offers.snapshot import PAY_STEPS
from reference import occupation_groups
from reference.models import Term, Vocabulary

# Their only choice says what they are; by name, the value of the choice.
ONE_CHOICE = {"lodging": "on", "experience": NO_EXPERIENCE, "childcare": "on", "travel": "on", "near": "on"}
COUNTED_AT_NONE = frozenset({*ONE_CHOICE, "contract", "shift"})
_SELECTED, _CHECKED = SafeString(" selected"), SafeString(" checked")


@dataclass(frozen=True)
class Option:
    """One choice of a facet, and how many offers it would leave."""

    name: str
    value: str
    label: str
    count: int
    is_chosen: bool

    @property
    def text(self) -> str:
        return f"{self.label} ({self.count})" if self.count or self.name in COUNTED_AT_NONE else self.label

    @property
    def selected(self) -> str:
        return _SELECTED if self.is_chosen else ""

    @property
    def checked(self) -> str:
        return _CHECKED if self.is_chosen else ""


def facet_options(form: BoardForm, counts: Counts) -> dict[str, list[Option]]:
    """The choices of each facet that would leave something, or that are made already."""
    single = {name: _single_option(form, counts, name) for name in ONE_CHOICE}
    return {
        "place": _place_options(form, counts.of("place")),
        "within": _distance_options(form, counts.of("place")),
        "group": _group_options(form, counts.of("group")),
        "contract": _term_options(form, Vocabulary.CONTRACT, counts),
        "shift": _term_options(form, Vocabulary.SHIFT, counts),
        "pay": _pay_options(form, counts.of("pay")),
        "polish": _polish_options(form, counts.of("polish")),
        **{name: [option] for name, option in single.items()},
        "ease": [single[name] for name in ("lodging", "experience")],
        "journey": [single[name] for name in ("childcare", "near", "travel")],
        "employer": [
            Option("employer", str(form.whose.public_id), form.whose.name, counts.total, is_chosen=True)
        ]
        if form.whose
        else [],
    }


def sort_options(form: BoardForm) -> list[Option]:
    return [Option("sort", sort.value, str(sort.label), 0, sort.value == form.query.sort) for sort in Sort]


def _single_option(form: BoardForm, counts: Counts, name: str) -> Option:
    return Option(name, ONE_CHOICE[name], _yes_label(name), counts.of(name)[1], name in form.query.filters)


def _yes_label(name: str) -> str:
    return {
        "lodging": _("with lodging"),
        "experience": _("no experience needed"),
        "childcare": _("hours that fit childcare"),
        "travel": _("the journey is paid"),
        "near": _("near public transport"),
    }[name]


def _place_options(form: BoardForm, numbers: Counter[int]) -> list[Option]:
    chosen = form.centre
    return [
        Option("place", terc, place.name, numbers[place.pk], place == chosen)
        for terc, place in form.places.items()
        if numbers[place.pk] or place == chosen
    ]


def _distance_options(form: BoardForm, numbers: Counter[int]) -> list[Option]:
    """Nothing to choose before a place is."""
    centre, chosen = form.centre, form.cleaned_data.get("within")
    if centre is None:
        return []
    return [
        Option(
            "within",
            str(step),
            distance(step),
            sum(numbers[pk] for pk in distances.within(centre, step, form.places.values())),
            step == chosen,
        )
        for step in distances.STEPS
    ]


def _group_options(form: BoardForm, numbers: Counter[int]) -> list[Option]:
    chosen = form.cleaned_data.get("group")
    return [
        Option("group", code, name, numbers[int(code)], int(code) == chosen)
        for code, name in occupation_groups.names().items()
        if numbers[int(code)] or int(code) == chosen
    ]


def _term_options(form: BoardForm, vocabulary: Vocabulary, counts: Counts) -> list[Option]:
    terms: dict[Any, Term] = form.terms
    numbers, chosen = counts.of(vocabulary), form.query.filters.get(vocabulary, frozenset())
    return [
        Option(vocabulary.value, code, term.name, numbers[term.pk], term.pk in chosen)
        for (kind, code), term in terms.items()
        if kind == vocabulary and (numbers[term.pk] or term.pk in chosen)
    ]


def _pay_options(form: BoardForm, bands: Counter[int]) -> list[Option]:
    labels = dict(form.fields["pay"].choices)  # type: ignore[attr-defined]
    chosen = form.cleaned_data.get("pay")
    return [
        Option("pay", str(step), labels[str(step)], count, step == chosen)
        for step in PAY_STEPS
        if (count := sum(number for band, number in bands.items() if band >= step)) or step == chosen
    ]


def _polish_options(form: BoardForm, ranks: Counter[int]) -> list[Option]:
    """Who knows more Polish may take every offer that needs less."""
    chosen = form.cleaned_data.get("polish")
    return [
        Option("polish", level.value, str(level.label), count, level.value == chosen)
        for rank, level in enumerate(Offer.PolishLevel)
        if (count := sum(number for needed, number in ranks.items() if needed <= rank))
        or level.value == chosen
    ]


@dataclass(frozen=True)
class InForce:
    """A condition the reader has set, in words; the board's address without it, and the offers it would show."""

    label: str
    address_without: str
    count_without: int


def in_force(
    form: BoardForm, asked: QueryDict, counts: Counts, options: dict[str, list[Option]]
) -> list[InForce]:
    """The conditions that narrow the list now, each to be dropped by one link."""
    found = []
    for name in (*form.query.filters, *(["employer"] if form.whose else [])):
        names = ("place", "within") if name == "place" else (name,)
        chosen = ", ".join(option.label for one in names for option in options[one] if option.is_chosen)
        label = chosen if name in ONE_CHOICE else f"{form.fields[name].label}: {chosen}"
        found.append(InForce(label, _address_without(asked, *names), counts.without[name]))
    return found


def _address_without(asked: QueryDict, *names: str) -> str:
    rest = asked.copy()
    for dropped in (*names, "page"):
        rest.pop(dropped, None)
    return f"{reverse('board:offer-list')}?{rest.urlencode()}"
