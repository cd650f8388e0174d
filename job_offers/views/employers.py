"""Employers and their workplaces at the desk."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from job_offers.forms.conflicts import differences, with_version
from job_offers.forms.employers import EmployerForm, WorkplaceForm
from job_offers.likeness import similar_employers
from job_offers.models import CallBack, Employer, FieldVisit, Offer, Workplace
from job_offers.services import employers as services
from job_offers.services.conflicts import EditConflict
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, sent_key, words_of

LATEST = 5  # visits on the page of an employer; the history tells all


@require_safe
@vary_on_headers("HX-Request")
@requires(Act.SEE_OFFERS)
def employer_list(request: DeskRequest) -> HttpResponse:
    text = words_of(request)
    rows = Employer.objects.visible_to(request.user)
    if text:
        rows = rows.matching(text)
    context = {
        "page": page_of(request, rows.for_list()),
        "text": text,
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    template = "job_offers/employer_list.html#rows" if request.htmx else "job_offers/employer_list.html"
    return render(request, template, context)


@require_safe
@requires(Act.SEE_OFFERS)
def employer_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    employer = _visible(request, public_id)
    offers = Offer.objects.visible_to(request.user).filter(employer=employer).for_list()
    context = {
        "visits": FieldVisit.objects.visible_to(request.user).filter(employer=employer).for_list()[:LATEST],
        "calls": CallBack.objects.visible_to(request.user).open().filter(employer=employer).for_list(),
        "employer": employer,
        "languages": ", ".join(term.name for term in employer.languages_at_work.all()),
        "workplaces": employer.workplaces.all(),
        "willingness": f"{_('yes')},{_('no')},{_('not asked yet')}",
        "page": page_of(request, offers),
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    return render(request, "job_offers/employer_detail.html", context)


@require_safe
@requires(Act.EDIT_OFFERS)
def employer_similar(request: DeskRequest) -> HttpResponse:
    """Employers much like the one being typed in, as a part of the page; a hint that blocks nothing."""
    name = words_of(request, "employer_name") or words_of(request, "name")
    nip = "".join(letter for letter in words_of(request, "nip") if letter.isdigit())
    context = {"similar": similar_employers(name=name, nip=nip), "visit_url": ""}
    return render(request, "job_offers/_similar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def employer_create(request: DeskRequest) -> HttpResponse:
    form = EmployerForm(request.POST or None)
    similar: list[Employer] = []
    if request.method == "POST" and form.is_valid():
        try:
            employer = services.create_employer(
                facts=form.facts,
                by=request.user,
                public_id=sent_key(request),
                unless_similar="anyway" not in request.POST,
            )
        except services.SimilarEmployers as question:
            similar = question.found
        except services.DuplicateEmployer as refusal:
            form.add_error("nip", str(refusal))
        else:
            messages.success(request, _("The employer is saved."))
            return redirect(employer)
    context = {"form": form, "key": sent_key(request), "similar": similar}
    return render(request, "job_offers/employer_create.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def employer_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    employer = _visible(request, public_id)
    form = EmployerForm(request.POST or None, instance=employer)
    conflict: list[Any] = []
    if request.method == "POST" and form.is_valid():
        try:
            services.update_employer(
                employer=employer,
                facts=form.facts,
                version=form.cleaned_data["version"] or 0,
                by=request.user,
            )
        except EditConflict as refusal:
            employer = _visible(request, public_id)
            form = EmployerForm(with_version(request.POST, employer.version), instance=employer)
            form.add_error(None, str(refusal))
            conflict = differences(form, _visible(request, public_id))
        except services.DuplicateEmployer as refusal:
            form.add_error("nip", str(refusal))
        else:
            messages.success(request, _("The employer is saved."))
            return redirect(employer)
    context = {"form": form, "employer": employer, "conflict": conflict}
    return render(request, "job_offers/employer_edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def workplace_create(request: DeskRequest, public_id: UUID) -> HttpResponse:
    return _workplace(request, _visible(request, public_id), None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def workplace_edit(request: DeskRequest, public_id: UUID, workplace_id: UUID) -> HttpResponse:
    employer = _visible(request, public_id)
    workplace = get_object_or_404(Workplace, employer=employer, public_id=workplace_id)
    return _workplace(request, employer, workplace)


def _workplace(request: DeskRequest, employer: Employer, workplace: Workplace | None) -> HttpResponse:
    form = WorkplaceForm(request.POST or None, instance=workplace or Workplace(employer=employer))
    if form.is_valid():
        try:
            services.save_workplace(employer=employer, workplace=workplace, facts=form.cleaned_data)
        except DomainError as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("The workplace is saved."))
            return redirect(employer)
    context = {"form": form, "employer": employer, "workplace": workplace}
    return render(request, "job_offers/workplace_edit.html", context)


def _visible(request: DeskRequest, public_id: UUID) -> Employer:
    return get_object_or_404(Employer.objects.visible_to(request.user).for_detail(), public_id=public_id)
