"""Visits at employers' on an agent's phone: choosing whom, planning, noting, and the route of a day."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.models import User
from accounts.permissions import Act, requires
from documents import holders
from documents.models import Upload
from documents.services import store_upload
from job_offers.models import Employer, FieldVisit
from job_offers.services.conflicts import EditConflict
from job_offers.services.employers import SimilarEmployers
from job_offers.visits import filing, services, whereabouts
from job_offers.visits.agents import agents
from job_offers.visits.forms import CancelForm, HoldForm, NoteForm, PlanForm, RouteForm
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, seen_version, sent_key, words_of
from pup_portal.throttling import member_of_staff, rate_limited

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
NEAREST = 10  # employers offered to choose from: what a thumb scrolls


@require_safe
@requires(Act.SEE_OFFERS)
def visit_list(request: DeskRequest) -> HttpResponse:
    rows = FieldVisit.objects.visible_to(request.user).for_list()
    context = {"page": page_of(request, rows), "may_edit": request.user.may(Act.EDIT_OFFERS)}
    return render(request, "job_offers/visits/visit_list.html", context)


@require_safe
@requires(Act.SEE_OFFERS)
def route(request: DeskRequest) -> HttpResponse:
    """The planned visits of a day, in the order in which the agent goes."""
    form = RouteForm(request.GET)
    form.is_valid()
    agent = form.cleaned_data.get("agent") or _usual_agent(request.user)
    day = form.cleaned_data.get("day") or timezone.localdate()
    rows = FieldVisit.objects.visible_to(request.user).route(agent, day).for_list()
    stops = [(visit, whereabouts.of_visit(visit)) for visit in rows.prefetch_related("employer__contacts")]
    context = {
        "form": RouteForm(initial={"day": day, "agent": agent.public_id}),
        "agent": agent,
        "day": day,
        "stops": stops,
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    return render(request, "job_offers/visits/route.html", context)


@require_safe
@vary_on_headers("HX-Request")
@requires(Act.EDIT_OFFERS)
def visit_pick(request: DeskRequest) -> HttpResponse:
    """Whom to visit: an employer found by name or number, or a new one."""
    text = words_of(request)
    found = Employer.objects.visible_to(request.user).select_related("place")
    found = found.matching(text).order_by("name_key", "pk") if text else found.none()
    context = {"text": text, "found": found[:NEAREST], "is_plan": request.GET.get("for") == "plan"}
    template = "job_offers/visits/visit_pick.html"
    return render(request, f"{template}#rows" if request.htmx else template, context)


@GET_POST
@requires(Act.EDIT_OFFERS)
@rate_limited("visit", limit=120, seconds=600, by=member_of_staff)
def visit_note(request: DeskRequest) -> HttpResponse:
    """A visit that was held, entered after the fact."""
    employer = _asked_employer(request)
    form = NoteForm(request.POST or None, request.FILES or None, employer=employer, initial=_named(request))

    def save(unless_similar: bool) -> FieldVisit:
        return services.record_visit(
            target=form.target,
            agent=request.user,
            day=form.cleaned_data["day"],
            report=form.report,
            by=request.user,
            unless_similar=unless_similar,
            key=sent_key(request),
        )

    context = {"form": form, "employer": employer, "title": _("Note a visit"), "is_plan": False}
    return _new_visit(request, form, context, save)


@GET_POST
@requires(Act.EDIT_OFFERS)
def visit_plan(request: DeskRequest) -> HttpResponse:
    employer = _asked_employer(request)
    form = PlanForm(request.POST or None, employer=employer, by=request.user, initial=_named(request))

    def save(unless_similar: bool) -> FieldVisit:
        return services.plan_visit(
            target=form.target,
            agent=form.cleaned_data["agent"],
            day=form.cleaned_data["day"],
            notes=form.cleaned_data["notes"],
            by=request.user,
            unless_similar=unless_similar,
            key=sent_key(request),
        )

    context = {"form": form, "employer": employer, "title": _("Plan a visit"), "is_plan": True}
    return _new_visit(request, form, context, save)


@require_safe
@requires(Act.SEE_OFFERS)
def visit_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    visit = visible(request, public_id)
    context = {
        "visit": visit,
        "where": whereabouts.of_visit(visit),
        "photos": Upload.objects.about(visit).kept().for_list(),
        "may_edit": request.user.may(Act.EDIT_OFFERS),
        "may_change": holders.may_change(request.user, visit),
        "cancel_form": CancelForm(),
        "willingness": f"{_('yes')},{_('no')},{_('not asked')}",
    }
    return render(request, "job_offers/visits/visit_detail.html", context)


@GET_POST
@requires(Act.EDIT_OFFERS)
@rate_limited("visit", limit=120, seconds=600, by=member_of_staff)
def visit_hold(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """What was said at a planned visit; of a held one, its correction."""
    visit = visible(request, public_id)
    form = HoldForm(request.POST or None, request.FILES or None, visit=visit)
    version = seen_version(request) if form.is_bound else visit.version
    if form.is_valid():
        try:
            services.hold_visit(
                visit=visit,
                day=form.cleaned_data["day"],
                report=form.report,
                version=version,
                by=request.user,
            )
        except EditConflict as refusal:
            form.add_error(None, str(refusal))
            version = visible(request, public_id).version  # saving again is then a decision
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, visit, form)
    return render(
        request, "job_offers/visits/visit_hold.html", {"form": form, "visit": visit, "version": version}
    )


@require_POST
@requires(Act.EDIT_OFFERS)
def visit_cancel(request: DeskRequest, public_id: UUID) -> HttpResponse:
    visit, form = visible(request, public_id), CancelForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why the visit is cancelled."))
        return redirect(visit)
    try:
        services.cancel_visit(visit=visit, reason=form.cleaned_data["reason"], by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The visit is cancelled."))
    return redirect(visit)


@require_POST
@requires(Act.EDIT_OFFERS)
def visit_move(request: DeskRequest, public_id: UUID) -> HttpResponse:
    visit = visible(request, public_id)
    try:
        services.move_visit(visit=visit, up=request.POST.get("to") == "up")
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect(route_of(visit))


def visible(request: DeskRequest, public_id: UUID) -> FieldVisit:
    """The visit, or 404 for whoever may not see it."""
    rows = FieldVisit.objects.visible_to(request.user).for_list()
    return get_object_or_404(
        rows.select_related("employer__place", "workplace__place", "agent", "recorded_by", "cancelled_by"),
        public_id=public_id,
    )


def route_of(visit: FieldVisit) -> str:
    """The address of the route the visit is on."""
    return f"{reverse('visits:route')}?day={visit.day:%Y-%m-%d}&agent={visit.agent.public_id}"


def _usual_agent(user: User) -> User:
    """Oneself; whoever goes to no employer looks at a colleague's route."""
    return user if user.may(Act.EDIT_OFFERS) else agents().first() or user


def _new_visit(
    request: DeskRequest, form: forms.Form, context: dict[str, Any], save: Callable[[bool], FieldVisit]
) -> HttpResponse:
    """Show the form; once it is right, save it. Similar employers are asked about once before a new one is written down."""
    similar: list[Employer] = []
    if form.is_valid():
        try:
            visit = save("anyway" not in request.POST)
        except SimilarEmployers as question:
            similar = question.found
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, visit, form)
    context |= {"key": sent_key(request), "similar": similar}
    return render(request, "job_offers/visits/visit_form.html", context)


def _saved(request: DeskRequest, visit: FieldVisit, form: forms.Form) -> HttpResponse:
    """The photo comes last: a bad one must not cost the agent what was typed."""
    messages.success(request, _("The visit is saved."))
    photo = form.cleaned_data.get("photo")
    if photo:
        try:
            store_upload(subject=visit, file=photo, kind=filing.KIND, by=request.user)
        except DomainError as refusal:
            messages.error(request, _("The photo is not kept: %(why)s") % {"why": refusal})
    return redirect(visit)


def _named(request: DeskRequest) -> dict[str, Any]:
    """What was searched for is probably the name of the new employer."""
    return {"employer_name": words_of(request)}


def _asked_employer(request: DeskRequest) -> Employer | None:
    """The employer of ``?employer=``; an address that names no employer is a wrong address."""
    asked = request.GET.get("employer")
    if not asked:
        return None
    try:
        key = UUID(asked)
    except ValueError:
        key = uuid4()  # nobody's
    return get_object_or_404(Employer.objects.visible_to(request.user), public_id=key)
