"""What anybody may read about meetings, without an account."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from meetings.calendar import calendar_of
from meetings.models import Meeting
from meetings.vocabulary import MeetingState
from pup_portal.http import page_of


def content_language() -> str:
    """The language of the meetings' own texts on this page: there is no English one, so Polish stands in."""
    return "uk" if get_language() == "uk" else "pl"


@login_not_required
@require_safe
@conditional_page
def meeting_list(request: HttpRequest) -> HttpResponse:
    page = page_of(request, Meeting.objects.public().for_list())
    context = {"page": page, "content_language": content_language(), "cancelled": MeetingState.CANCELLED}
    return render(request, "meetings/public_list.html", context)


@login_not_required
@require_safe
@conditional_page
def meeting_detail(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """A meeting that is over answers 410 with a way to the next ones: old posters still lead here."""
    meeting = get_object_or_404(Meeting.objects.ever_announced().for_list(), public_id=meeting_id)
    if not meeting.is_public:
        return render(request, "meetings/public_over.html", status=410)
    context = {
        "meeting": meeting,
        "content_language": content_language(),
        "is_cancelled": meeting.state == MeetingState.CANCELLED,
    }
    return render(request, "meetings/public_detail.html", context)


@login_not_required
@require_safe
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    meetings = list(Meeting.objects.public().for_list())
    urls = {
        meeting.pk: request.build_absolute_uri(
            reverse("public_meetings:meeting-detail", args=[meeting.public_id])
        )
        for meeting in meetings
    }
    response = HttpResponse(calendar_of(meetings, url_of=urls), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="meetings.ics"'
    return response
