"""The editor of one section: two languages side by side, checked line by line on save."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from reference.views.pages import FormPage, change_page, form_page
from registration.models import TemplateSection, TemplateVersion
from registration.wordings import services, showing
from registration.wordings.forms import SectionForm

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
TEMPLATE = "registration/wordings/section_edit.html"


@GET_POST
@requires(Act.EDIT_SETTINGS)
def section_add(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = get_object_or_404(TemplateVersion.objects.select_related("template"), public_id=public_id)
    form = SectionForm(request.POST or None)
    page = FormPage(
        _("New section"),
        showing.home(version),
        _("The section is added."),
        template=TEMPLATE,
        more=_around(version, form),
    )
    return form_page(request, form, page, save=lambda values: services.add_section(version=version, **values))


@GET_POST
@requires(Act.EDIT_SETTINGS)
def section_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    section = _section(public_id)
    form = SectionForm(request.POST or None, instance=section)
    page = FormPage(
        str(section),
        f"{showing.home(section.version)}#section-{section.public_id}",
        _("The section is saved."),
        template=TEMPLATE,
        more=_around(section.version, form),
    )
    return change_page(
        request, form, page, save=lambda values: services.change_section(section=section, **values)
    )


@require_POST
@requires(Act.EDIT_SETTINGS)
def section_move(request: DeskRequest, public_id: UUID) -> HttpResponse:
    section = _section(public_id)
    try:
        services.move_section(section=section, up=request.POST.get("to") == "up")
    except DomainError as error:
        messages.error(request, str(error))
    return redirect(f"{showing.home(section.version)}#section-{section.public_id}")


@GET_POST
@requires(Act.EDIT_SETTINGS)
def section_remove(request: DeskRequest, public_id: UUID) -> HttpResponse:
    section = _section(public_id)
    if request.method != "POST":
        return render(request, "registration/wordings/section_remove.html", {"section": section})
    try:
        services.remove_section(section=section)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The section is removed."))
    return redirect(reverse("paper_templates:version", args=[section.version.public_id]))


def _section(public_id: UUID) -> TemplateSection:
    return get_object_or_404(TemplateSection.objects.select_related("version__template"), public_id=public_id)


def _around(version: TemplateVersion, form: SectionForm) -> dict[str, Any]:
    return {"version": version, "offered": showing.offered(), "faulty_lines": form.faulty_lines}
