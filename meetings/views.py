"""Desk pages about meetings."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from meetings import conflicts, services
from meetings.forms import CancelForm, CloseForm, MeetingForm
from meetings.models import Attendance, Meeting
from meetings.vocabulary import MeetingState
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, seen_version, sent_key, telling


def found(request: DeskRequest, meeting_id: UUID) -> Meeting:
    return get_object_or_404(Meeting.objects.visible_to(request.user).for_list(), public_id=meeting_id)


@require_safe
@requires(Act.SEE_MEETINGS)
def meeting_list(request: DeskRequest) -> HttpResponse:
    meetings = Meeting.objects.visible_to(request.user)
    is_past = request.GET.get("when") == "past"
    rows = (meetings.over() if is_past else meetings.not_over()).with_people().for_list()
    context = {
        "page": page_of(request, rows),
        "is_past": is_past,
        "may_edit": request.user.may(Act.EDIT_MEETINGS),
    }
    return render(request, "meetings/meeting_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_MEETINGS)
def meeting_new(request: DeskRequest) -> HttpResponse:
    form = MeetingForm(request.POST or None, initial={"lead": request.user})
    if form.is_valid():
        meeting = services.plan_meeting(values=form.values(), by=request.user, public_id=sent_key(request))
        messages.success(request, _("The meeting is planned. The public sees it once it is announced."))
        return redirect(meeting)
    context: dict[str, Any] = {
        "form": form,
        "meeting": None,
        "key": sent_key(request),
        "version": 0,
        "clashes": [],
    }
    return render(request, "meetings/meeting_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_MEETINGS)
def meeting_edit(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    form = MeetingForm(request.POST or None, instance=found(request, meeting_id))
    if form.is_valid():
        try:
            services.edit_meeting(meeting=meeting, values=form.values(), seen_version=seen_version(request))
        except services.ChangedMeanwhile:
            return _clash_page(request, form, meeting_id)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The changes are saved."))
            return redirect(meeting)
    version = seen_version(request) if form.is_bound else meeting.version
    context = {"form": form, "meeting": meeting, "version": version, "clashes": []}
    return render(request, "meetings/meeting_form.html", context)


def _clash_page(request: DeskRequest, typed: MeetingForm, meeting_id: UUID) -> HttpResponse:
    """Show what the other person saved beside what was typed; saving again stores what then stands there."""
    meeting = found(request, meeting_id)
    joined, clashes = conflicts.reconcile(meeting, seen_version(request), typed.values())
    form = MeetingForm(instance=found(request, meeting_id), initial=joined)
    context = {"form": form, "meeting": meeting, "version": meeting.version, "clashes": clashes}
    return render(request, "meetings/meeting_form.html", context, status=409)


@require_safe
@requires(Act.SEE_MEETINGS)
def meeting_detail(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    missing = services.missing_translations(meeting)
    people = list(Attendance.objects.of(meeting).visible_to(request.user).for_list())
    if people:
        record(request, kind=AccessKind.LIST, subjects=[line.subject for line in people])
    context = {
        "meeting": meeting,
        "people": people,
        "may_edit": request.user.may(Act.EDIT_MEETINGS),
        "missing": [(name, MeetingForm.base_fields[name].label) for name in missing],
        "states": MeetingState,
    }
    return render(request, "meetings/meeting_detail.html", context)


@require_POST
@requires(Act.EDIT_MEETINGS)
def meeting_announce(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    with telling(request, _("The meeting is announced on the public page.")):
        services.announce_meeting(meeting=meeting, by=request.user)
    return redirect(meeting)


@require_POST
@requires(Act.EDIT_MEETINGS)
def meeting_hold(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    with telling(request, _("The meeting is marked as held.")):
        services.hold_meeting(meeting=meeting, by=request.user)
    return redirect(meeting)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_MEETINGS)
def meeting_close(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    form = CloseForm(request.POST if request.method == "POST" else None, initial={"outcome": meeting.outcome})
    if form.is_valid():
        try:
            services.close_meeting(meeting=meeting, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The meeting is closed."))
            return redirect(meeting)
    return render(request, "meetings/meeting_close.html", {"form": form, "meeting": meeting})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_MEETINGS)
def meeting_cancel(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    form = CancelForm(request.POST if request.method == "POST" else None, meeting=meeting)
    if form.is_valid():
        try:
            services.cancel_meeting(meeting=meeting, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The meeting is called off."))
            return redirect(meeting)
    return render(request, "meetings/meeting_cancel.html", {"form": form, "meeting": meeting})
