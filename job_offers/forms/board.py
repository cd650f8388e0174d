from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from job_offers import distances, snapshot
from job_offers.models import Employer, Offer
from job_offers.search import BoardQuery, Sort
from job_offers.snapshot import PAY_STEPS, Snapshot
from pup_portal.text import one_line
from reference import occupation_groups
from reference.models import Place, Vocabulary
from translations import coded

MAX_TEXT = 100
NO_EXPERIENCE = "none"
YES_OR_ANY = ("lodging", "childcare", "travel", "near")
_RANKS = {level.value: rank for rank, level in enumerate(Offer.PolishLevel)}


def distance(limit: int) -> str:
    return gettext("up to %(number)s km") % {"number": limit}


def _alphabetically(named: tuple[str, Place]) -> tuple[str, int]:
    """In the alphabet of the active language, as ``Place.objects.in_order()``."""
    place = named[1]
    return (place.sort_uk if get_language() == "uk" else place.sort_pl), place.pk


class QueryField(forms.CharField):
    """Whatever a reader or a robot sends, cut and cleaned of what is no text; never an error."""

    def to_python(self, value: Any) -> str:
        return one_line(str(value or "")[: 4 * MAX_TEXT])[:MAX_TEXT]


class PublicEmployerField(forms.CharField):
    """An employer who agreed to be named, by the key that stands on a printed sign; anything else asks for nothing."""

    def to_python(self, value: Any) -> Employer | None:  # type: ignore[override]
        try:
            key = UUID(str(value or ""))
        except ValueError:
            return None
        return Employer.objects.filter(consent_to_publish_at__isnull=False, public_id=key).first()


class BoardForm(forms.Form):
    """The state of the board, which is its address. Choices stay in memory: no value reaches the database
    that is not one of them. ``board`` is the board as it was when the reader asked."""

    q = QueryField(label=_("What work are you looking for?"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    within = forms.TypedChoiceField(label=_("Distance"), coerce=int, empty_value=None, required=False)
    group = forms.TypedChoiceField(label=_("Kind of work"), coerce=int, empty_value=None, required=False)
    contract = forms.MultipleChoiceField(label=_("Contract"), required=False)
    shift = forms.MultipleChoiceField(label=_("Shifts"), required=False)
    lodging = forms.BooleanField(label=_("with lodging"), required=False)
    experience = forms.ChoiceField(
        label=_("Experience"), choices=[("", ""), (NO_EXPERIENCE, _("no experience needed"))], required=False
    )
    childcare = forms.BooleanField(label=_("hours that fit childcare"), required=False)
    travel = forms.BooleanField(label=_("the journey is paid"), required=False)
    near = forms.BooleanField(label=_("near public transport"), required=False)
    pay = forms.TypedChoiceField(label=_("Pay from"), coerce=int, empty_value=None, required=False)
    polish = forms.ChoiceField(label=_("I know Polish"), required=False)
    employer = PublicEmployerField(label=_("Employer"), required=False)
    sort = forms.ChoiceField(label=_("Order"), choices=Sort, required=False)

    def __init__(self, *args: Any, board: Snapshot | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.board = board or snapshot.current(timezone.localdate())
        self.places = dict(sorted(self.board.places.items(), key=_alphabetically))
        self.terms = self.board.terms
        self._offer("place", [("", ""), *((terc, place.name) for terc, place in self.places.items())])
        for name in (Vocabulary.CONTRACT, Vocabulary.SHIFT):
            self._offer(
                name, [(code, term.name) for (kind, code), term in self.terms.items() if kind == name]
            )
        self._offer("within", [("", ""), *((str(step), distance(step)) for step in distances.STEPS)])
        self._offer("group", [("", ""), *occupation_groups.names().items()])
        self._offer("pay", [("", ""), *((str(step), coded.money(step)) for step in PAY_STEPS)])
        self._offer("polish", [("", ""), *Offer.PolishLevel.choices])

    @cached_property
    def query(self) -> BoardQuery:
        """What was asked; call after ``is_valid()``. Values that are no choice ask for nothing."""
        asked = self.cleaned_data
        values = {
            "place": self._places(),
            "group": frozenset({asked["group"]} if asked.get("group") else ()),
            "contract": self._keys(Vocabulary.CONTRACT),
            "shift": self._keys(Vocabulary.SHIFT),
            "pay": frozenset(step for step in PAY_STEPS if asked.get("pay") and step >= asked["pay"]),
            "polish": frozenset(range(_RANKS.get(asked.get("polish", ""), -1) + 1)),
            "experience": frozenset({1} if asked.get("experience") == NO_EXPERIENCE else ()),
            **{name: frozenset({1} if asked.get(name) else ()) for name in YES_OR_ANY},
        }
        return BoardQuery(
            text=asked.get("q", ""),
            filters={name: accepted for name, accepted in values.items() if accepted},
            employer=self.whose.pk if self.whose else None,
            sort=asked.get("sort") or Sort.BEST,
        )

    def asked(self) -> str:
        """The conditions in force as the board's address has them, spelled one way; empty for the whole board.

        Call after ``is_valid()``. Without the order: letters and feeds have one of their own.
        """
        pairs = [
            (name, str(value.public_id if isinstance(value, Employer) else value))
            for name, values in sorted(self.cleaned_data.items())
            if name != "sort"
            for value in (sorted(values) if isinstance(values, list) else [values])
            if value not in ("", None, False)
        ]
        return urlencode([(name, "on" if value == "True" else value) for name, value in pairs])

    def in_words(self) -> str:
        """The conditions in force as a person reads them, in the active language; empty for the whole board."""
        said = []
        for name, value in self.cleaned_data.items():
            field = self.fields[name]
            if name == "sort" or value in ("", None, False, []):
                continue
            labels = {str(code): str(label) for code, label in getattr(field, "choices", ())}
            chosen = value if isinstance(value, list) else [value]
            said.append(
                str(field.label)
                if value is True
                else ", ".join(labels.get(str(one), str(one)) for one in chosen)
            )
        return "; ".join(said)

    @property
    def centre(self) -> Place | None:
        """The place that was chosen."""
        return self.places.get(self.cleaned_data.get("place", ""))

    @property
    def whose(self) -> Employer | None:
        """Whose offers are asked for."""
        return self.cleaned_data.get("employer")

    def _places(self) -> frozenset[int]:
        centre, limit = self.centre, self.cleaned_data.get("within")
        if centre is None:
            return frozenset()
        return distances.within(centre, limit, self.places.values()) if limit else frozenset({centre.pk})

    def _keys(self, vocabulary: Vocabulary) -> frozenset[int]:
        return frozenset(self.terms[vocabulary, code].pk for code in self.cleaned_data.get(vocabulary, ()))

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
