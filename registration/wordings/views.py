"""The office's papers: their list, the days of their versions, and what may be done with each."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.history import history_of
from pup_portal.http import DeskRequest, page_of
from reference.views.pages import FormPage, change_page, form_page, may_edit
from registration.models import PaperTemplate, TemplateVersion
from registration.papers.checking import check
from registration.wordings import services, showing
from registration.wordings.forms import FirstDayForm, LastDayForm, NewTemplateForm, TemplateForm, VersionForm

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(Act.SEE_SETTINGS)
def template_list(request: DeskRequest) -> HttpResponse:
    page = page_of(request, PaperTemplate.objects.for_list(timezone.localdate()))
    return render(request, "registration/wordings/list.html", {"page": page, "may_edit": may_edit(request)})


@GET_POST
@requires(Act.EDIT_SETTINGS)
def template_create(request: DeskRequest) -> HttpResponse:
    form = NewTemplateForm(request.POST or None)
    page = FormPage(
        _("New paper"), reverse("paper_templates:list"), _("The paper is added. Write its first version.")
    )
    return form_page(
        request, form, page, save=lambda values: services.add_template(by=request.user, **values)
    )


@require_safe
@requires(Act.SEE_SETTINGS)
def template_detail(request: DeskRequest, template_id: UUID) -> HttpResponse:
    template = get_object_or_404(PaperTemplate, public_id=template_id)
    context = {
        "template": template,
        "page": page_of(request, template.versions.for_timeline()),
        "today": timezone.localdate(),
        "may_edit": may_edit(request),
    }
    return render(request, "registration/wordings/detail.html", context)


@GET_POST
@requires(Act.EDIT_SETTINGS)
def template_edit(request: DeskRequest, template_id: UUID) -> HttpResponse:
    template = get_object_or_404(PaperTemplate, public_id=template_id)
    page = FormPage(
        template.title,
        reverse("paper_templates:detail", args=[template_id]),
        _("The paper is saved."),
        intro=_("These names are for the desk. What is printed above a paper belongs to its version."),
        history=reverse("paper_templates:history", args=[template_id]),
    )
    form = TemplateForm(request.POST or None, instance=template)
    return change_page(
        request, form, page, save=lambda values: services.change_template(template=template, **values)
    )


@require_safe
@requires(Act.SEE_SETTINGS)
def template_history(request: DeskRequest, template_id: UUID) -> HttpResponse:
    template = get_object_or_404(PaperTemplate, public_id=template_id)
    back = reverse("paper_templates:detail", args=[template_id])
    context = {"title": template.title, "back": back, "history": history_of(request, template)}
    return render(request, "reference/history.html", context)


@require_safe
@requires(Act.SEE_SETTINGS)
def version_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = get_object_or_404(TemplateVersion.objects.with_sections(), public_id=public_id)
    context = {
        "version": version,
        "samples": showing.samples(version),
        "problems": check(version) if version.is_draft else [],
        "today": timezone.localdate(),
        "may_edit": may_edit(request),
    }
    return render(request, "registration/wordings/version.html", context)


@require_safe
@requires(Act.SEE_SETTINGS)
def version_history(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = _version(public_id)
    context = {"title": version.title, "back": showing.home(version), "history": history_of(request, version)}
    return render(request, "reference/history.html", context)


@GET_POST
@requires(Act.EDIT_SETTINGS)
def version_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = _version(public_id)
    page = FormPage(_("Title and source"), showing.home(version), _("The version is saved."))
    form = VersionForm(request.POST or None, instance=version)
    return change_page(
        request, form, page, save=lambda values: services.change_version(version=version, **values)
    )


@GET_POST
@requires(Act.EDIT_SETTINGS)
def version_force(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = _version(public_id)
    page = FormPage(
        _("Put in force: %(title)s") % {"title": version.title},
        showing.home(version),
        _("From this day on the paper says what this version says."),
        intro=_(
            "The version in force until then ends the day before. Afterwards nothing in this version changes."
        ),
    )
    form = FirstDayForm(request.POST or None)
    return form_page(
        request, form, page, save=lambda values: services.put_in_force(version=version, **values)
    )


@GET_POST
@requires(Act.EDIT_SETTINGS)
def version_retire(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = _version(public_id)
    page = FormPage(
        _("Retire: %(title)s") % {"title": version.title},
        showing.home(version),
        _("The last day of this version is saved."),
        intro=_("After this day the paper cannot be made, until another version is in force."),
    )
    form = LastDayForm(request.POST or None)
    return form_page(request, form, page, save=lambda values: services.retire(version=version, **values))


@require_POST
@requires(Act.EDIT_SETTINGS)
def version_copy(request: DeskRequest, public_id: UUID) -> HttpResponse:
    draft = services.copy_version(version=_version(public_id), by=request.user)
    return redirect(showing.home(draft))


@require_POST
@requires(Act.SEE_SETTINGS)
def version_preview(request: DeskRequest, public_id: UUID) -> HttpResponse:
    return redirect(services.order_preview(version=_version(public_id), by=request.user))


@require_POST
@requires(Act.EDIT_SETTINGS)
def version_take_back(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = _version(public_id)
    try:
        services.take_back(version=version)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("This version is a draft again."))
    return redirect(showing.home(version))


@GET_POST
@requires(Act.EDIT_SETTINGS)
def version_delete(request: DeskRequest, public_id: UUID) -> HttpResponse:
    version = _version(public_id)
    if request.method != "POST":
        return render(request, "registration/wordings/version_delete.html", {"version": version})
    try:
        services.delete_draft(version=version)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect(showing.home(version))
    messages.success(request, _("The draft is deleted."))
    return redirect("paper_templates:detail", template_id=version.template.public_id)


def _version(public_id: UUID) -> TemplateVersion:
    return get_object_or_404(TemplateVersion.objects.select_related("template"), public_id=public_id)
