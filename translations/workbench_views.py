"""The page of one translation: its sentences beside their Polish, saved, approved."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from translations import memory_services, services, suggesting, workbench
from translations.forms import TranslationForm
from translations.models import Translation


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def translation_detail(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = _translation(request, translation_id)
    form = TranslationForm(translation.segments.all(), initial={"version": translation.version})
    return _show(request, translation, form)


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def translation_save(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = _translation(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return _show(request, translation, form, status=422)
    draft: dict[str, Any] = {"texts": form.texts, "version": form.cleaned_data["version"], "by": request.user}
    taken = suggesting.taken(request.POST.get("take", ""))
    try:
        if taken:
            memory_services.take_suggestion(translation=translation, taken=taken, **draft)
        else:
            services.save_draft(translation=translation, **draft)
    except DomainError as refusal:
        return _show_refused(request, translation_id, refusal)
    if taken:
        return redirect(f"{translation.get_absolute_url()}#id_segment-{taken[0]}")
    messages.success(request, _("The draft is saved."))
    return redirect(translation)


@require_POST
@requires(Act.REVIEW_TRANSLATIONS)
def translation_approve(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = _translation(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return _show(request, translation, form, status=422)
    try:
        services.approve(
            translation=translation,
            texts=form.texts,
            version=form.cleaned_data["version"],
            by=request.user,
        )
    except services.SourceChanged as refusal:
        services.source_changed(subject=_subject(translation), by=request.user)
        return _show_refused(request, translation_id, refusal)
    except DomainError as refusal:
        return _show_refused(request, translation_id, refusal)
    messages.success(request, _("The translation is approved. Readers see it from now on."))
    return redirect("translations:list")


def _translation(request: DeskRequest, translation_id: UUID) -> Translation:
    rows = Translation.objects.visible_to(request.user).select_related("drafted_by", "reviewed_by")
    translation = get_object_or_404(rows, public_id=translation_id)
    _subject(translation)
    return translation


def _subject(translation: Translation) -> Model:
    """The translated record, already read; a translation whose record is gone is gone with it."""
    if translation.subject is None:
        raise Http404
    subject: Model = translation.subject
    return subject


def _show_refused(request: DeskRequest, translation_id: UUID, refusal: DomainError) -> HttpResponse:
    """The page again with all that was typed; after a conflict, beside what is stored now."""
    messages.error(request, str(refusal))
    translation = _translation(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    has_conflict = isinstance(refusal, services.EditConflict)
    return _show(request, translation, form, status=409, has_conflict=has_conflict)


def _show(
    request: DeskRequest,
    translation: Translation,
    form: TranslationForm,
    *,
    status: int = 200,
    has_conflict: bool = False,
) -> HttpResponse:
    may_save = request.user.may(Act.DRAFT_TRANSLATIONS) and not translation.is_reviewed
    may_approve = request.user.may(Act.REVIEW_TRANSLATIONS)
    context = {
        "translation": translation,
        "form": form,
        "workbench": workbench.lay_out(translation, _subject(translation), form, has_conflict=has_conflict),
        "may_save": may_save,
        "may_approve": may_approve,
        "may_type": may_save or may_approve,
        "has_conflict": has_conflict,
    }
    return render(request, "translations/translation_detail.html", context, status=status)
