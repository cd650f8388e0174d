"""Taking people in at a meeting: the quick intake of registration, and the poster that leads to the public one."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Act, requires
from documents.services import order_document
from meetings import interest_poster, services
from meetings.models import Meeting
from meetings.views import found
from pup_portal.http import DeskRequest, sent_key
from pup_portal.throttling import member_of_staff, rate_limited
from registration.enquiries.forms import QuickForm
from registration.enquiries.quick_views import shown_before_saving
from registration.search import Found


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def person_new(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    """Take somebody in who came, and tick them on the list; then the empty page for the next one."""
    meeting = found(request, meeting_id)
    where = {"accommodation": meeting.accommodation_id, "place": meeting.place_id}
    form = QuickForm(request.POST or None, initial=where)
    if not form.is_told():
        return _page(request, meeting, form)
    try:
        services.take_in_at_meeting(
            meeting=meeting,
            values=form.values(),
            by=request.user,
            public_id=sent_key(request),
            unless_similar="anyway" not in request.POST,
        )
    except services.SimilarPeople as similar:
        shown_before_saving(request, similar.found)
        return _page(request, meeting, form, similar.found)
    except services.StepNotPossible as refusal:
        form.add_error(None, str(refusal))
        return _page(request, meeting, form)
    messages.success(request, _("The person is in the register of clients and on the list."))
    after = "meetings:person-new" if "next" in request.POST else "meetings:attendance-list"
    return redirect(after, meeting.public_id)


def _page(
    request: DeskRequest, meeting: Meeting, form: QuickForm, similar: Sequence[Found] = ()
) -> HttpResponse:
    context = {"meeting": meeting, "form": form, "similar": similar, "key": sent_key(request)}
    return render(request, "meetings/person_new.html", context)


@require_POST
@requires(Act.EDIT_MEETINGS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def poster(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    """In Ukrainian: it hangs where people from Ukraine come."""
    document = order_document(
        kind=interest_poster.KIND, subject=found(request, meeting_id), language="uk", by=request.user
    )
    return redirect(document)
