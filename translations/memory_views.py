"""The pages of the memory: what is in it, its correction, files in and out."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from pup_portal.background import OwedWork
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from translations import features, memory_services, places
from translations.exchange import Pair, table, tmx
from translations.memory_forms import (
    ExportForm,
    MemoryEntryForm,
    MemoryImportForm,
    MemorySearchForm,
    domain_label,
)
from translations.memory_imports import REASONS
from translations.models import MemoryEntry, MemoryImport

_WRITERS = {"tmx": (tmx.write, "application/xml"), "csv": (table.write, "text/csv; charset=utf-8")}


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def memory_list(request: DeskRequest) -> HttpResponse:
    form = MemorySearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    entries = MemoryEntry.objects.visible_to(request.user).select_related("reviewed_by").defer("features")
    entries = entries.with_words(features.of_words(asked.get("q", "")))
    for column in ("origin", "domain"):
        if asked.get(column):
            entries = entries.filter(**{column: asked[column]})
    page = page_of(request, entries)
    context = {
        "form": form,
        "page": page,
        "rows": [
            (entry, places.pieces(entry.template_pl), places.pieces(entry.template_uk)) for entry in page
        ],
        "labels": {entry.domain: domain_label(entry.domain) for entry in page},
        "is_search": any(asked.values()),
        "may_edit": request.user.may(Act.REVIEW_TRANSLATIONS),
    }
    return render(request, "translations/memory_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVIEW_TRANSLATIONS)
def memory_edit(request: DeskRequest, entry_id: UUID) -> HttpResponse:
    entry = get_object_or_404(MemoryEntry.objects.visible_to(request.user), public_id=entry_id)
    form, stored = MemoryEntryForm(request.POST or None, instance=entry), None
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            memory_services.save_entry(entry=form.instance, by=request.user, version=version)
        except memory_services.EntryChanged as refusal:
            stored = refusal.stored
            form.has_shown(stored)
            form.add_error("template_uk", str(refusal))
        except DomainError as refusal:
            form.add_error("template_pl", str(refusal))
        else:
            messages.success(request, _("The entry is saved."))
            return redirect("translations:memory-list")
    return render(request, "translations/memory_entry.html", {"form": form, "entry": entry, "stored": stored})


@require_POST
@requires(Act.REVIEW_TRANSLATIONS)
def memory_delete(request: DeskRequest, entry_id: UUID) -> HttpResponse:
    entry = get_object_or_404(MemoryEntry.objects.visible_to(request.user), public_id=entry_id)
    memory_services.delete_entry(entry=entry)
    messages.success(request, _("The entry is deleted."))
    return redirect("translations:memory-list")


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def memory_export(request: DeskRequest) -> HttpResponseBase:
    """The whole memory, or that of one domain, as a file that is written while it is sent."""
    form = ExportForm(request.GET)
    if not form.is_valid():
        return redirect("translations:memory-list")
    kind, domain = form.cleaned_data["format"], form.cleaned_data["domain"]
    write, content_type = _WRITERS[kind]
    response = StreamingHttpResponse(write(_pairs(request, domain)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="memory-{timezone.localdate():%Y-%m-%d}.{kind}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVIEW_TRANSLATIONS)
def memory_import_list(request: DeskRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = MemoryImportForm(request.POST, request.FILES) if is_sent else MemoryImportForm()
    if form.is_valid():
        try:
            owed = memory_services.take_file(
                owed=form.instance, file=form.cleaned_data["file"], by=request.user
            )
        except DomainError as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("The file is being read. Nothing is taken over before you say so."))
            return redirect(owed)
    page = page_of(request, MemoryImport.objects.visible_to(request.user).for_list())
    return render(request, "translations/memory_import_list.html", {"form": form, "page": page})


@require_safe
@vary_on_headers("HX-Request")
@requires(Act.REVIEW_TRANSLATIONS)
def memory_import_detail(request: DeskRequest, import_id: UUID) -> HttpResponse:
    owed = _import(request, import_id)
    samples = [
        {**sample, "pl": places.pieces(sample["pl"]), "uk": places.pieces(sample["uk"])}
        for sample in owed.samples
    ]
    is_going_on = owed.state in (OwedWork.State.OWED, OwedWork.State.RUNNING)
    context = {
        "import": owed,
        "is_going_on": is_going_on,
        "may_decide": owed.step == MemoryImport.Step.PREVIEW and owed.state == OwedWork.State.DONE,
        "samples": samples,
        "reasons": [(REASONS[code], count) for code, count in owed.reasons.items()],
        "label": domain_label(owed.domain),
    }
    if request.htmx and is_going_on:
        return render(request, "translations/memory_import_detail.html#progress", context)
    response = render(request, "translations/memory_import_detail.html", context)
    if request.htmx:
        response.headers["HX-Refresh"] = "true"  # it is over: show the whole page
    return response


@require_POST
@requires(Act.REVIEW_TRANSLATIONS)
def memory_import_decide(request: DeskRequest, import_id: UUID) -> HttpResponse:
    """Take the file over, with what differs or without, or throw it away."""
    owed, answer = _import(request, import_id), request.POST.get("answer")
    if answer not in {"keep", "replace", "discard"}:
        return redirect(owed)  # no button of the page: nothing is decided
    try:
        if answer == "discard":
            memory_services.discard(owed=owed)
            messages.success(request, _("The file was thrown away; nothing was changed."))
            return redirect("translations:memory-import-list")
        owed = memory_services.take_over(owed=owed, replaces=answer == "replace", by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect(owed)


def _import(request: DeskRequest, import_id: UUID) -> MemoryImport:
    rows = MemoryImport.objects.visible_to(request.user)
    return get_object_or_404(rows.for_list(), public_id=import_id)


def _pairs(request: DeskRequest, domain: str) -> Iterator[Pair]:
    entries = MemoryEntry.objects.visible_to(request.user).filter(is_active=True).order_by("pk")
    if domain:
        entries = entries.filter(domain=domain)
    rows = entries.values_list("template_pl", "template_uk", "domain").iterator(chunk_size=2_000)
    for place, row in enumerate(rows, 1):
        yield Pair(place, *row)
