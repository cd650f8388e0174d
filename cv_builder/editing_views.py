"""Filling a CV in, one part at a time. Every part is saved by itself."""

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access_log import record
from accounts.permissions import Act, requires
from cv_builder import services
from cv_builder.editing import EditedMeanwhile, fingerprint, shown_values
from cv_builder.forms import FORMS, SideBySideForm
from cv_builder.models import Cv, Entry
from cv_builder.sections import SECTIONS, Section
from pup_portal.http import DeskRequest

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_POST
@requires(Act.EDIT_CVS)
def section_edit(request: DeskRequest, cv_id: UUID, section_key: str) -> HttpResponse:
    cv, section = _cv(request, cv_id), _section(section_key, is_list=False)
    page = {"cv": cv, "section": section, "entry": None, "address": request.path}
    if request.method != "POST":
        form = FORMS[section.key](instance=cv)
        return _form_page(request, form, page, seen=fingerprint(cv, section.fields))

    form, seen = FORMS[section.key](request.POST, instance=cv), request.POST.get("seen", "")
    if not form.is_valid():
        return _form_page(request, form, page, seen=seen)
    try:
        services.save_section(cv=cv, section=section, values=form.cleaned_data, seen=seen, by=request.user)
    except EditedMeanwhile as conflict:
        return _conflict_page(request, form, page, conflict, stored=Cv.objects.get(pk=cv.pk))
    return _saved(request, cv)


@require_safe
@requires(Act.EDIT_CVS)
def entry_add(request: DeskRequest, cv_id: UUID, section_key: str) -> HttpResponse:
    """An empty form. Its entry has an address already, so that saving it twice adds one."""
    cv, section = _cv(request, cv_id), _section(section_key, is_list=True)
    address = reverse("cv_builder:entry-edit", args=[cv.public_id, section.key, uuid.uuid4()])
    page = {"cv": cv, "section": section, "entry": None, "address": address}
    return _form_page(request, FORMS[section.key](), page, seen="")


@GET_POST
@requires(Act.EDIT_CVS)
def entry_edit(request: DeskRequest, cv_id: UUID, section_key: str, entry_id: UUID) -> HttpResponse:
    """One entry. Posting to an address where none is yet adds it: it is new, or was removed meanwhile."""
    cv, section = _cv(request, cv_id), _section(section_key, is_list=True)
    entry = _entry(section, cv=cv, entry_id=entry_id)
    page = {"cv": cv, "section": section, "entry": entry, "address": request.path}
    form_class = FORMS[section.key]
    if request.method != "POST":
        if entry is None:
            raise Http404
        return _form_page(
            request, form_class(instance=entry), page, seen=fingerprint(entry, form_class.base_fields)
        )

    form, seen = form_class(request.POST, instance=entry), request.POST.get("seen", "")
    if not form.is_valid():
        return _form_page(request, form, page, seen=seen)
    try:
        services.save_entry(
            cv=cv, section=section, public_id=entry_id, values=form.cleaned_data, seen=seen, by=request.user
        )
    except EditedMeanwhile as conflict:
        stored = _entry(section, cv=cv, entry_id=entry_id)
        return _conflict_page(request, form, page, conflict, stored=stored)
    except services.LanguageTwice as twice:
        form.add_error("language", str(twice))
        return _form_page(request, form, page, seen=seen)
    return _saved(request, cv)


@require_POST
@requires(Act.EDIT_CVS)
def entry_move(request: DeskRequest, cv_id: UUID, section_key: str, entry_id: UUID) -> HttpResponse:
    cv, section = _cv(request, cv_id), _section(section_key, is_list=True)
    up = request.POST.get("to") == "up"
    services.move_entry(cv=cv, section=section, public_id=entry_id, up=up, by=request.user)
    return redirect(f"{cv.get_absolute_url()}#{section.key}")


@GET_POST
@requires(Act.EDIT_CVS)
def entry_remove(request: DeskRequest, cv_id: UUID, section_key: str, entry_id: UUID) -> HttpResponse:
    cv, section = _cv(request, cv_id), _section(section_key, is_list=True)
    if request.method != "POST":
        entry = _entry(section, cv=cv, entry_id=entry_id)
        if entry is None:
            raise Http404
        context = {"cv": cv, "section": section, "entry": entry}
        return render(request, "cv_builder/entry_remove.html", context)
    services.remove_entry(cv=cv, section=section, public_id=entry_id, by=request.user)
    messages.success(request, _("The entry is removed."))
    return redirect(f"{cv.get_absolute_url()}#{section.key}")


def _cv(request: DeskRequest, cv_id: UUID) -> Cv:
    cv = get_object_or_404(Cv.objects.visible_to(request.user).for_page(), public_id=cv_id)
    record(request, subjects=[cv.client])
    return cv


def _section(key: str, *, is_list: bool) -> Section:
    section = SECTIONS.get(key)
    if section is None or section.is_list is not is_list:
        raise Http404
    return section


def _entry(section: Section, *, cv: Cv, entry_id: UUID) -> Entry | None:
    """The entry of this CV; ``None`` when there is none, 404 when the address belongs to another CV."""
    entry = section.entry_model._default_manager.filter(public_id=entry_id).first()
    if entry is not None and entry.cv_id != cv.pk:
        raise Http404
    return entry


def _form_page(
    request: DeskRequest, form: SideBySideForm, page: dict[str, Any], *, seen: str, **more: Any
) -> HttpResponse:
    context = {"form": form, "seen": seen, "conflict": "", "stored": []} | page | more
    return render(request, "cv_builder/part_edit.html", context)


def _conflict_page(
    request: DeskRequest,
    form: SideBySideForm,
    page: dict[str, Any],
    conflict: EditedMeanwhile,
    *,
    stored: Cv | Entry | None,
) -> HttpResponse:
    """What was typed stays in the form; what is stored now stands above it. The next save is a decision."""
    seen = fingerprint(stored, form.fields) if stored else ""
    differing = shown_values(stored, form.fields, unlike=form.cleaned_data) if stored else []
    return _form_page(request, form, page, seen=seen, conflict=str(conflict), stored=differing)


def _saved(request: DeskRequest, cv: Cv) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect(cv)
