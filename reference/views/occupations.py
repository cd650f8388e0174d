"""The national classification of occupations, and loading a new edition of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, words_of
from reference import kzis, services
from reference.forms.lookups import OccupationForm, OccupationListForm, OccupationNamesForm
from reference.models import Occupation, OccupationImport
from reference.views.pages import FormPage, change_page, form_page, may_edit

SHOWN = 50


@require_safe
@requires(Act.SEE_SETTINGS)
def occupation_list(request: DeskRequest) -> HttpResponse:
    words = words_of(request)
    occupations = Occupation.objects.found_by(words).in_order()
    context = {"page": page_of(request, occupations), "words": words, "may_edit": may_edit(request)}
    return render(request, "reference/occupation_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def occupation_create(request: DeskRequest) -> HttpResponse:
    page = FormPage(_("New occupation"), reverse("reference:occupation-list"), _("The occupation is saved."))
    form = OccupationForm(request.POST or None)
    return form_page(request, form, page, save=lambda values: services.add_record(Occupation, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def occupation_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    occupation = get_object_or_404(Occupation, public_id=public_id)
    page = FormPage(
        f"{occupation.code} {occupation.name}",
        reverse("reference:occupation-list"),
        _("The occupation is saved."),
        history=reverse("reference:record-history", args=["occupation", public_id]),
    )
    form = OccupationNamesForm(request.POST or None, instance=occupation)
    return change_page(request, form, page, save=lambda values: services.change_record(occupation, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def occupation_import(request: DeskRequest) -> HttpResponse:
    form = OccupationListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file, edition = form.cleaned_data["file"], form.cleaned_data["edition"]
        try:
            waiting = services.receive_occupations(file=file, edition=edition, by=request.user)
        except DomainError as error:
            form.add_error("file", str(error))
        else:
            return redirect("reference:occupation-import-check", waiting.public_id)
    return render(request, "reference/occupation_import.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def occupation_import_check(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """Show what the uploaded list changes; a POST is the yes to it."""
    waiting = get_object_or_404(OccupationImport.objects.select_related("applied_by"), public_id=public_id)
    if request.method == "POST":
        services.apply_occupations(waiting=waiting, by=request.user)
        messages.success(request, _("The list of occupations is loaded."))
        return redirect("reference:occupation-list")
    comparison = kzis.compare(kzis.read_import(waiting), waiting.edition)
    context = {"waiting": waiting, "comparison": comparison, "shown": SHOWN}
    return render(request, "reference/occupation_import_check.html", context)
