"""What the page of one translation sends while it is edited: words to keep, its closing, a take-over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from translations import editing, editing_services
from translations.editing_forms import PageForm, TypedForm
from translations.forms import TranslationForm, field_name
from translations.models import Translation
from translations.workbench import Asked
from translations.workbench_page import opened, show, show_refused, translation_of


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def translation_typed(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """Keep what is typed: 204, or a part of a page that says why not (409 taken over, 422 unreadable)."""
    translation = _translation(request, translation_id)
    form = TypedForm(request.POST)
    if not form.is_valid():
        return _say(request, translation, _("What you typed could not be kept: a text is too long."), 422)
    try:
        kept = editing_services.keep_typed(
            translation=translation,
            page=form.cleaned_data["token"],
            sequence=form.cleaned_data["sequence"],
            texts=form.texts,
            by=request.user,
        )
    except DomainError as refusal:
        return _say(request, translation, str(refusal), 409)
    return HttpResponse(status=204, headers={"Translation-Version": str(kept.version)})


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def translation_take_over(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """Go on here. Words typed on the refused page come along, and are shown beside what is there by now."""
    translation = translation_of(request, translation_id)
    carried = any(name.startswith("segment-") for name in request.POST)
    try:
        editing_services.take_over(translation=translation, by=request.user)
    except DomainError as refusal:
        if carried:
            return show_refused(request, translation_id, refusal)
        messages.error(request, str(refusal))
        return redirect(translation)
    messages.success(request, _("You work on this translation now. All that was typed is here."))
    return _show_carried(request, translation) if carried else redirect(translation)


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def translation_let_go(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """Sent as the page closes; whatever it holds, there is nobody left to answer."""
    translation = _translation(request, translation_id)
    form = PageForm(request.POST)
    if form.is_valid():
        editing_services.let_go(translation=translation, page=form.cleaned_data["token"], by=request.user)
    return HttpResponse(status=204)


def _show_carried(request: DeskRequest, translation: Translation) -> HttpResponse:
    turn = opened(request, translation)
    typed = editing.typed(translation)
    segments = list(translation.segments.all())
    there = {field_name(segment): segment.text_uk for segment in segments} | typed.initial
    form = TranslationForm(segments, there | request.POST.dict())
    asked = Asked(has_conflict=True, homeless=[row.text_uk for row in typed.homeless], others=typed.texts)
    asked.homeless.extend(form.homeless_texts)
    return show(request, translation, form, asked=asked, turn=turn)


def _translation(request: DeskRequest, translation_id: UUID) -> Translation:
    return get_object_or_404(Translation.objects.visible_to(request.user), public_id=translation_id)


def _say(request: DeskRequest, translation: Translation, sentence: str, status: int) -> HttpResponse:
    context = {"translation": translation, "sentence": sentence, "may_take_over": status == 409}
    return render(request, "translations/_not_kept.html", context, status=status)
