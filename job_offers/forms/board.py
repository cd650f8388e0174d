from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from job_offers.counting import PAY_STEPS
from job_offers.models import Offer
from job_offers.search import BoardQuery, Sort
from pup_portal.text import one_line
from reference.models import Place, Term, Vocabulary
from translations import coded

MAX_TEXT = 100
NO_EXPERIENCE = "none"
_RANKS = {level.value: rank for rank, level in enumerate(Offer.PolishLevel)}


class QueryField(forms.CharField):
    """Whatever a reader or a robot sends, cut and cleaned of what is no text; never an error."""

    def to_python(self, value: Any) -> str:
        return one_line(str(value or "")[: 4 * MAX_TEXT])[:MAX_TEXT]


class BoardForm(forms.Form):
    """The state of the board, which is its address. Choices stay in memory: no value reaches the database
    that is not one of them."""

    q = QueryField(label=_("What work are you looking for?"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    contract = forms.MultipleChoiceField(label=_("Contract"), required=False)
    shift = forms.MultipleChoiceField(label=_("Shifts"), required=False)
    lodging = forms.BooleanField(label=_("with lodging"), required=False)
    experience = forms.ChoiceField(
        label=_("Experience"), choices=[("", ""), (NO_EXPERIENCE, _("no experience needed"))], required=False
    )
    pay = forms.TypedChoiceField(label=_("Pay from"), coerce=int, empty_value=None, required=False)
    polish = forms.ChoiceField(label=_("I know Polish"), required=False)
    sort = forms.ChoiceField(label=_("Order"), choices=Sort, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {place.terc: place for place in Place.objects.in_order()}
        terms = Term.objects.filter(vocabulary__in=[Vocabulary.CONTRACT, Vocabulary.SHIFT]).order_by(
            "position"
        )
        self.terms = {(term.vocabulary, term.code): term for term in terms}
        self._offer("place", [("", ""), *((terc, place.name) for terc, place in self.places.items())])
        for name in (Vocabulary.CONTRACT, Vocabulary.SHIFT):
            self._offer(
                name, [(code, term.name) for (kind, code), term in self.terms.items() if kind == name]
            )
        self._offer("pay", [("", ""), *((str(step), coded.money(step)) for step in PAY_STEPS)])
        self._offer("polish", [("", ""), *Offer.PolishLevel.choices])

    @property
    def query(self) -> BoardQuery:
        """What was asked; call after ``is_valid()``. Values that are no choice ask for nothing."""
        asked = self.cleaned_data
        place = self.places.get(asked.get("place", ""))
        return BoardQuery(
            text=asked.get("q", ""),
            place=place.pk if place else None,
            contracts=self._keys(Vocabulary.CONTRACT),
            shifts=self._keys(Vocabulary.SHIFT),
            lodging=bool(asked.get("lodging")),
            no_experience=asked.get("experience") == NO_EXPERIENCE,
            pay=asked.get("pay"),
            polish=_RANKS.get(asked.get("polish", "")),
            sort=asked.get("sort") or Sort.BEST,
        )

    def _keys(self, vocabulary: Vocabulary) -> tuple[int, ...]:
        return tuple(self.terms[vocabulary, code].pk for code in self.cleaned_data.get(vocabulary, ()))

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
