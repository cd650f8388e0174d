"""Why somebody uncovers what the record withholds: a choice, and words where the choice says little."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.access_notes import with_note
from accounts.models import User
from pup_portal.typed import WordsField
from registration.models import Client, RevealNote


class RevealReason(models.TextChoices):
    IDENTITY = "identity", _("checking who the person is")
    PAPERS = "papers", _("filling in an application or a form")
    OTHER_OFFICE = "other_office", _("answering another office")
    CORRECTION = "correction", _("correcting the record")
    OTHER = "other", _("another reason")


HEALTH = "health"  # a code that stands before the reason
WHAT = {HEALTH: _("health and special situations")}


class RevealForm(forms.Form):
    """The reason, whose code the access log keeps for good; words go into a note that can be erased."""

    reason = forms.ChoiceField(label=_("reason"), choices=RevealReason, widget=forms.RadioSelect)
    details = WordsField(
        label=_("in a few words"),
        help_text=_("Needed for another reason. Write no numbers or names here."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.label = capfirst(str(field.label))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("reason") == RevealReason.OTHER and not values.get("details"):
            self.add_error("details", _("Say what the number is needed for."))
        return values


@transaction.atomic
def purpose_of(*, client: Client, reason: str, details: str, by: User) -> str:
    """What the log keeps: the code of the choice, which every language reads, and the number of a note."""
    if not details:
        return reason
    note = RevealNote.objects.create(client=client, words=details, written_by=by)
    return with_note(reason, note.public_id)


def words_of(numbers: Iterable[UUID]) -> dict[UUID, str]:
    return dict(RevealNote.objects.filter(public_id__in=numbers).values_list("public_id", "words"))


def export(person: int) -> Iterator[dict[str, Any]]:
    notes = RevealNote.objects.filter(client=person).order_by("pk")
    yield from map(dict, notes.values("words", "written_at"))


def erase(person: int) -> None:
    RevealNote.objects.filter(client=person).delete()


def merge(keep: int, gone: int) -> None:
    RevealNote.objects.filter(client=gone).update(client=keep)
