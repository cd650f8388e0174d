"""The list of people at a meeting: a page for a phone in a hotel corridor, and the sheet on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from documents.services import order_document
from meetings import services, sheet
from meetings.forms import AttendanceForm
from meetings.models import Attendance, Meeting
from meetings.views import found
from pup_portal.asked import to_answer, words_asked
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, telling
from pup_portal.throttling import member_of_staff, rate_limited
from registration import search
from registration.models import Client

MOST_FOUND = 8


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_MEETINGS)
def attendance_list(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    """Look a person up and add them, or write down a name; tick who came."""
    meeting = found(request, meeting_id)
    if "q" in request.POST:
        return to_answer(request)
    form = AttendanceForm(request.POST or None, user=request.user, initial={"is_present": True})
    if form.is_valid():
        try:
            services.list_person(meeting=meeting, values=form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The person is on the list."))
            return redirect("meetings:attendance-list", meeting.public_id)
    return _page(request, meeting, form)


def _page(request: DeskRequest, meeting: Meeting, form: AttendanceForm) -> HttpResponse:
    query = words_asked(request)
    asked = search.asked(query, with_identifiers=request.user.may(Act.SEE_CLIENT_IDENTIFIERS))
    clients = Client.objects.visible_to(request.user).active()
    people = list(Attendance.objects.of(meeting).visible_to(request.user).for_list())
    matches = search.find(asked, clients, limit=MOST_FOUND)
    record(
        request,
        kind=AccessKind.SEARCH if asked else AccessKind.LIST,
        subjects=[*(line.subject for line in people), *(match.client for match in matches)],
        purpose=asked.told,
    )
    context = {
        "meeting": meeting,
        "form": form,
        "q": query,
        "is_asked": bool(asked),
        "matches": matches,
        "people": people,
        "may_take_in": request.user.may(Act.EDIT_CLIENTS),
    }
    status = 422 if form.is_bound else 200
    return render(request, "meetings/attendance_list.html", context, status=status)


def _line(request: DeskRequest, attendance_id: UUID) -> Attendance:
    lines = Attendance.objects.visible_to(request.user).select_related("meeting", "client")
    line = get_object_or_404(lines, public_id=attendance_id)
    record(request, kind=AccessKind.CHANGE, subjects=[line.subject])
    return line


@require_POST
@requires(Act.EDIT_MEETINGS)
def attendance_mark(request: DeskRequest, attendance_id: UUID) -> HttpResponse:
    line = _line(request, attendance_id)
    with telling(request):
        services.mark_present(attendance=line, is_present="present" in request.POST)
    return redirect("meetings:attendance-list", line.meeting.public_id)


@require_POST
@requires(Act.EDIT_MEETINGS)
def attendance_remove(request: DeskRequest, attendance_id: UUID) -> HttpResponse:
    line = _line(request, attendance_id)
    with telling(request, _("The person is off the list.")):
        services.unlist_person(attendance=line)
    return redirect("meetings:attendance-list", line.meeting.public_id)


@require_POST
@requires(Act.EDIT_MEETINGS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def attendance_sheet(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    meeting = found(request, meeting_id)
    record(request, kind=AccessKind.PRINT, subjects=sheet.people(meeting))
    document = order_document(kind=sheet.KIND, subject=meeting, language="pl", by=request.user)
    return redirect(document)
