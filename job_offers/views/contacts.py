"""The people at an employer's, on the employer's page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Act, requires
from job_offers.forms.contacts import ContactForm
from job_offers.models import Employer, EmployerContact
from job_offers.services import contacts as services
from job_offers.services.conflicts import EditConflict
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, seen_version, sent_key

TEMPLATE = "job_offers/contact_edit.html"


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def contact_create(request: DeskRequest, public_id: UUID) -> HttpResponse:
    employer = _employer(request, public_id)
    form = ContactForm(request.POST or None)
    if form.is_valid():
        try:
            services.add_contact(
                employer=employer, facts=form.cleaned_data, by=request.user, public_id=sent_key(request)
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The contact person is saved."))
            return redirect(employer)
    context = {"form": form, "employer": employer, "contact": None, "key": sent_key(request), "version": 0}
    return render(request, TEMPLATE, context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def contact_edit(request: DeskRequest, public_id: UUID, contact_id: UUID) -> HttpResponse:
    employer = _employer(request, public_id)
    contact = _contact(employer, contact_id)
    form = ContactForm(request.POST or None, instance=contact)
    version = seen_version(request) if form.is_bound else contact.version
    if form.is_valid():
        try:
            services.change_contact(
                contact=contact, facts=form.cleaned_data, version=version, by=request.user
            )
        except EditConflict as refusal:
            form.add_error(None, str(refusal))
            version = _contact(employer, contact_id).version  # saving again is then a decision
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The contact person is saved."))
            return redirect(employer)
    context = {"form": form, "employer": employer, "contact": contact, "key": "", "version": version}
    return render(request, TEMPLATE, context)


@require_POST
@requires(Act.EDIT_OFFERS)
def contact_remove(request: DeskRequest, public_id: UUID, contact_id: UUID) -> HttpResponse:
    employer = _employer(request, public_id)
    services.remove_contact(contact=_contact(employer, contact_id), by=request.user)
    messages.success(request, _("The contact person is removed and forgotten."))
    return redirect(employer)


def _employer(request: DeskRequest, public_id: UUID) -> Employer:
    return get_object_or_404(Employer.objects.visible_to(request.user), public_id=public_id)


def _contact(employer: Employer, contact_id: UUID) -> EmployerContact:
    return get_object_or_404(EmployerContact, employer=employer, public_id=contact_id)
