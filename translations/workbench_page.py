"""The page of one translation, opened or shown again with what was typed on it."""

from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Act
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from reference.profile import current_profile
from translations import editing, editing_services, services, workbench
from translations.forms import TranslationForm
from translations.models import Editing, Translation
from translations.workbench import NOTHING, Asked

# These refuse only who has seen the stored text: the page goes on from it.
_AFTER_A_LOOK = (services.SourceChanged, services.NotFaithful, services.NeedsSecondPerson)


class Turn(NamedTuple):
    """Who edits the translation, and whether it is done on the page being shown."""

    held: Editing | None
    is_mine: bool


def translation_of(request: DeskRequest, translation_id: UUID) -> Translation:
    rows = Translation.objects.visible_to(request.user).select_related("drafted_by", "reviewed_by")
    translation = get_object_or_404(rows, public_id=translation_id)
    subject_of(translation)
    return translation


def subject_of(translation: Translation) -> Model:
    """The translated record, already read; a translation whose record is gone is gone with it."""
    if translation.subject is None:
        raise Http404
    subject: Model = translation.subject
    return subject


def opened(request: DeskRequest, translation: Translation) -> Turn:
    """Make the page being shown the one that is edited, unless somebody else is at it.

    What was typed is read after this: until then the page opened before may still write.
    """
    if request.method == "HEAD" or not _may_type(request, translation):
        return Turn(None, is_mine=False)
    held = editing_services.open_for_editing(translation=translation, by=request.user)
    return Turn(held, is_mine=held.holder_id == request.user.pk)


def show(
    request: DeskRequest,
    translation: Translation,
    form: TranslationForm,
    *,
    status: int = 200,
    asked: Asked = NOTHING,
    turn: Turn | None = None,
) -> HttpResponse:
    """The page, which from now on is the one that is edited, unless somebody else is at it or ``turn`` says so."""
    held, is_mine = turn or opened(request, translation)
    may_approve = request.user.may(Act.REVIEW_TRANSLATIONS)
    version = _version(translation, form, asked)
    asked = replace(asked, is_seen=version == translation.version)
    context = {
        "translation": translation,
        "form": form,
        "version": version,
        "workbench": workbench.lay_out(translation, subject_of(translation), form, asked),
        "held": held,
        "is_mine": is_mine,
        "may_save": _may_draft(request, translation) and is_mine,
        "may_approve": may_approve and is_mine,
        "may_hand_over": is_mine and (current_profile().needs_second_person or not may_approve),
        "may_type": _may_type(request, translation) and (is_mine or form.is_bound),
        "homeless": asked.homeless or (form.homeless_texts if form.is_bound else []),
    }
    return render(request, "translations/translation_detail.html", context, status=status)


def show_refused(request: DeskRequest, translation_id: UUID, refusal: DomainError) -> HttpResponse:
    """The page again with all that was typed; after a conflict, beside what is stored now."""
    messages.error(request, str(refusal))
    translation = translation_of(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    asked = Asked(
        has_conflict=isinstance(refusal, services.EditConflict), is_seen=isinstance(refusal, _AFTER_A_LOOK)
    )
    turn = (
        Turn(refusal.held, is_mine=False) if isinstance(refusal, editing.TakenOver) and refusal.held else None
    )
    return show(request, translation, form, status=409, asked=asked, turn=turn)


def back_to_page(request: DeskRequest, translation: Translation, form: TranslationForm) -> HttpResponse:
    """The page anew, or with what is typed and not yet stored."""
    if set(form.changed_data) <= {"version", "token"}:
        return redirect(translation)
    return show(request, translation, form)


def _may_draft(request: DeskRequest, translation: Translation) -> bool:
    return request.user.may(Act.DRAFT_TRANSLATIONS) and not translation.is_reviewed


def _may_type(request: DeskRequest, translation: Translation) -> bool:
    return _may_draft(request, translation) or request.user.may(Act.REVIEW_TRANSLATIONS)


def _version(translation: Translation, form: TranslationForm, asked: Asked) -> int:
    """The stored text that whoever sees this page has seen: what it was when they began to type, unless the
    stored one is shown as well. Saving on an older one is then a conflict, and nothing is overwritten unseen."""
    if not form.is_bound or asked.has_conflict or asked.is_seen:
        return translation.version
    form.is_valid()
    version: int = form.cleaned_data.get("version", 0)
    return version
