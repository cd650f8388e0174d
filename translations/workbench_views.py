"""The page of one translation: its sentences beside their Polish, checked, saved, approved."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from translations import (
    alignment,
    editing,
    overrides,
    quality_services,
    registry,
    review_services,
    services,
    suggesting,
    workbench,
)
from translations.forms import SegmentForm, TranslationForm, field_name
from translations.glossary import Glossary
from translations.models import Override, Segment, Translation
from translations.overrides import Overrides, Place
from translations.quality_forms import OverrideForm
from translations.workbench import Asked
from translations.workbench_page import back_to_page, opened, show, show_refused, subject_of, translation_of


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def translation_detail(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = translation_of(request, translation_id)
    turn = opened(request, translation)
    typed = editing.typed(translation)
    form = TranslationForm(
        translation.segments.all(), initial={"version": translation.version} | typed.initial
    )
    asked = Asked(homeless=[row.text_uk for row in typed.homeless])
    return show(request, translation, form, asked=asked, turn=turn)


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def translation_save(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = translation_of(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return show(request, translation, form, status=422)
    pressed = suggesting.pressed(request.POST.get("take", ""))
    taken = suggesting.recalled(translation.segments.all(), suggesting.taken(request.POST) | pressed)
    suggested = {key: taken[key].text for key in pressed if key in taken}
    draft = _page_of(form) | {"texts": form.texts | suggested, "taken": taken}
    try:
        services.save_draft(translation=translation, by=request.user, **draft)
    except DomainError as refusal:
        return show_refused(request, translation_id, refusal)
    if pressed:
        return redirect(f"{translation.get_absolute_url()}#id_segment-{next(iter(pressed))}")
    messages.success(request, _("The draft is saved."))
    return redirect(translation)


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def translation_ready(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = translation_of(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return show(request, translation, form, status=422)
    taken = suggesting.recalled(translation.segments.all(), suggesting.taken(request.POST))
    draft = _page_of(form) | {"texts": form.texts, "taken": taken}
    try:
        review_services.make_ready(translation=translation, by=request.user, **draft)
    except DomainError as refusal:
        return show_refused(request, translation_id, refusal)
    messages.success(request, _("It is saved and waits for the second person."))
    return redirect("translations:list")


@require_POST
@requires(Act.REVIEW_TRANSLATIONS)
def translation_override(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """Ask why a finding is wrong, and carry along what was typed; with the reason, the page again."""
    translation = translation_of(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return show(request, translation, form, status=422)
    because = OverrideForm(request.POST if "because" in request.POST else None)
    try:
        place = Place.read(request.POST.get("finding", ""), form.texts)
        if because.is_valid():
            quality_services.override_finding(
                translation=translation, place=place, because=because.instance, by=request.user
            )
            messages.success(
                request, _("The finding is let through, as long as both texts stay as they are.")
            )
        elif "back" not in request.POST:
            return _ask_why(request, translation, place, because)
    except DomainError as refusal:
        return show_refused(request, translation_id, refusal)
    return back_to_page(request, translation, form)


@require_POST
@requires(Act.REVIEW_TRANSLATIONS)
def translation_override_withdraw(
    request: DeskRequest, translation_id: UUID, override_id: UUID
) -> HttpResponse:
    translation = translation_of(request, translation_id)
    rows = Override.objects.visible_to(request.user).filter(translation=translation)
    override = get_object_or_404(rows, public_id=override_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return show(request, translation, form, status=422)
    quality_services.withdraw_override(override=override, by=request.user)
    messages.success(request, _("The finding stands again."))
    return back_to_page(request, translation, form)


@require_POST
@requires(Act.REVIEW_TRANSLATIONS)
def translation_approve(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = translation_of(request, translation_id)
    form = TranslationForm(translation.segments.all(), request.POST)
    if not form.is_valid():
        return show(request, translation, form, status=422)
    try:
        services.approve(
            translation=translation,
            texts=form.texts,
            taken=suggesting.recalled(translation.segments.all(), suggesting.taken(request.POST)),
            by=request.user,
            **_page_of(form),
        )
    except services.SourceChanged as refusal:
        services.follow_source(translation=translation, by=request.user)
        return show_refused(request, translation_id, refusal)
    except DomainError as refusal:
        return show_refused(request, translation_id, refusal)
    messages.success(request, _("The translation is approved. Readers see it from now on."))
    return redirect("translations:list")


def _page_of(form: TranslationForm) -> dict[str, Any]:
    """What the services ask of the page that was sent: which one it is, and the version it showed."""
    return {"version": form.cleaned_data["version"], "page": form.cleaned_data["token"]}


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
def segment_findings(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """What the checks say of one sentence as it is typed. Nothing is stored."""
    form = SegmentForm(request.POST)
    segment = _segment(request, translation_id)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    ways = workbench.Ways(Glossary.load(), Overrides.of(segment.translation))
    look = ways.look_into(segment.source_pl, text, is_checked=bool(text))
    errors = [str(error) for error in form.errors.get("text", [])]
    context = {
        "translation": segment.translation,
        "segment": segment,
        "may_approve": request.user.may(Act.REVIEW_TRANSLATIONS),
        "look": look,
        "errors": errors,
        "blocking_count": look.blocking_count + len(errors),
    }
    status = 200 if form.is_valid() else 422
    return render(request, "translations/_answer.html", context, status=status)


@require_POST
@requires(Act.DRAFT_TRANSLATIONS)
@vary_on_headers("HX-Request")
def segment_suggestions(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """What the memory suggests for one sentence: alone for a script, else on the page with all that was typed."""
    segment = _segment(request, translation_id)
    translation = translation_of(request, translation_id)
    domain = registry.of(type(subject_of(translation))).domain
    suggestions = suggesting.for_segment(segment, domain=domain)
    if request.htmx:
        context = {"segment": segment, "suggestions": suggestions, "may_save": not translation.is_reviewed}
        return render(request, "translations/_suggestion_list.html", context)
    form = TranslationForm(translation.segments.all(), request.POST)
    return show(request, translation, form, asked=Asked({segment.pk: suggestions}))


@require_POST
@requires(Act.SEE_TRANSLATIONS)
def translation_preview(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """The page as readers will see it, with what is typed. Nothing is stored."""
    translation = translation_of(request, translation_id)
    segments = list(translation.segments.all())
    form = TranslationForm(segments, request.POST)
    subject = subject_of(translation)
    translatable = registry.of(type(subject))
    if translatable.preview_with is None:
        raise Http404
    form.is_valid()  # a text that is too long is left as it is stored
    for segment in segments:
        if field_name(segment) in request.POST:  # who may only look sends nothing typed
            segment.text_uk = form.texts.get(segment.pk, segment.text_uk)
    texts = alignment.ukrainian(segments, translatable.fields)
    return translatable.preview_with(request, subject, texts)


def _segment(request: DeskRequest, translation_id: UUID) -> Segment:
    translation = get_object_or_404(Translation.objects.visible_to(request.user), public_id=translation_id)
    key = request.POST.get("segment", "")
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        raise BadRequest("No sentence is named.")
    segments = Segment.objects.select_related("translation").filter(translation=translation)
    return get_object_or_404(segments, pk=int(key))


def _ask_why(
    request: DeskRequest, translation: Translation, place: Place, because: OverrideForm
) -> HttpResponse:
    segment, finding = overrides.found_at(place, translation)
    context = {
        "translation": translation,
        "segment": segment,
        "finding": finding,
        "text_uk": place.text_uk,
        "form": because,
        "carried": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in {"csrfmiddlewaretoken", "because", *because.fields}
        ],
    }
    status = 422 if because.errors else 200
    return render(request, "translations/translation_override.html", context, status=status)
