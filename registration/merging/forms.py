"""Shapes of what is asked and decided about two records."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pup_portal.typed import WordsField
from registration.merging.fields import BOTH, GONE, KEEP, Choice, differing
from registration.models import Client

_REASON = forms.Textarea({"rows": 2})


class AskForm(forms.Form):
    """Of which record each differing field is taken, and why these are one person."""

    reason = WordsField(label=_("how you know that this is one person"), max_length=500, widget=_REASON)

    def __init__(self, *args: Any, keep: Client, gone: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differing = differing(keep, gone)
        for choice in self.differing:
            self.fields[choice.key] = forms.ChoiceField(
                label=capfirst(str(choice.label)),
                choices=_sides(choice, keep, gone),
                initial=choice.proposed(keep, gone),
                widget=forms.RadioSelect,
            )
        self.fields["reason"].label = capfirst(str(self.fields["reason"].label))
        self.order_fields([*(choice.key for choice in self.differing), "reason"])

    @property
    def chosen(self) -> dict[str, str]:
        """What is not simply kept."""
        sides = {choice.key: self.cleaned_data[choice.key] for choice in self.differing}
        return {key: side for key, side in sides.items() if side != KEEP}


class DecisionForm(forms.Form):
    """Merging or refusing; a refusal needs its reason."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("merge", _("Merge the two records")), ("refuse", _("Refuse"))],
        widget=forms.RadioSelect,
    )
    answer = WordsField(label=_("Answer"), required=False, max_length=500, widget=_REASON)
    keep_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    gone_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("decision") == "refuse" and not values.get("answer"):
            self.add_error("answer", _("Say why."))
        return values

    @property
    def seen_versions(self) -> tuple[int, int]:
        return self.cleaned_data["keep_version"], self.cleaned_data["gone_version"]


def _sides(choice: Choice, keep: Client, gone: Client) -> list[tuple[str, str]]:
    nothing = str(_("nothing"))
    sides = [(KEEP, choice.shown(keep) or nothing), (GONE, choice.shown(gone) or nothing)]
    if choice.is_text and not choice.is_empty(keep) and not choice.is_empty(gone):
        sides.append((BOTH, str(_("both texts, one after the other"))))
    return sides
