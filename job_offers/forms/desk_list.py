"""What is asked of the desk's list of offers, and done with what it shows."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from job_offers.desk_lists.queries import kept_query
from job_offers.desk_lists.work_lists import WorkList
from job_offers.models import Offer
from pup_portal.typed import WordsField
from reference.models import Place

_LONGEST = 500


class OfferFilterForm(forms.Form):
    """What the desk's list of offers is narrowed to. A wrong value narrows nothing."""

    OPEN = "open"

    q = forms.CharField(label=_("Position, employer or number"), max_length=100, required=False)
    state = forms.ChoiceField(
        label=_("State"), choices=[(OPEN, _("all open ones")), *Offer.State.choices], required=False
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), label=_("Place"), to_field_name="terc", required=False
    )
    work = forms.ChoiceField(
        label=_("What waits"), choices=[("", _("everything")), *WorkList.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]


class SaveFilterForm(forms.Form):
    """``query`` is the address of the list after the question mark; only what the list knows of it is kept."""

    name = WordsField(label=_("Name of the filter"), max_length=60)
    query = forms.CharField(widget=forms.HiddenInput, max_length=_LONGEST, required=False)

    def clean_query(self) -> str:
        return kept_query(QueryDict(self.cleaned_data["query"]))


class DeleteFilterForm(forms.Form):
    kept = forms.UUIDField()


class BulkForm(forms.Form):
    """Which offers, by ``public_id``, and what to do with them; ``back`` is the list to return to."""

    act = forms.ChoiceField(label=_("With the chosen offers"))
    reason = WordsField(label=_("Reason, when they are withdrawn"), max_length=200, required=False)
    offer = forms.TypedMultipleChoiceField(coerce=UUID)
    back = forms.CharField(widget=forms.HiddenInput, max_length=_LONGEST, required=False)

    def __init__(self, *args: Any, acts: Iterable[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"].choices = list(acts)  # type: ignore[attr-defined]
        sent = self.data.getlist("offer") if isinstance(self.data, QueryDict) else []
        self.fields["offer"].choices = [(key, key) for key in sent if _is_key(key)]  # type: ignore[attr-defined]

    def clean_back(self) -> str:
        return kept_query(QueryDict(self.cleaned_data["back"]))


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
