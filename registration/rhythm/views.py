"""The worklists: who must be contacted, and who is followed up for another reason."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from pup_portal.sheets import sheet_response
from registration.models import DeadlinesQuerySet
from registration.rhythm import worklists
from registration.rhythm.forms import FilterForm
from registration.rhythm.vocabulary import FollowUp


@require_safe
@requires(Act.SEE_PAPERS)
def contact_list(request: DeskRequest) -> HttpResponse:
    form, rows = _asked_for(request)
    page = page_of(request, rows.for_list())
    record(request, kind=AccessKind.LIST, subjects=[row.client for row in page])
    context = {
        "form": form,
        "page": page,
        "today": timezone.localdate(),
        "kinds": FollowUp,
        "may_edit": request.user.may(Act.EDIT_CLIENTS),
        "query": request.GET.urlencode(),
    }
    return render(request, "registration/rhythm/contact_list.html", context)


@require_safe
@requires(Act.SEE_PAPERS)
def contact_export(request: DeskRequest) -> FileResponse:
    """What the list shows, as a sheet, up to a bound."""
    _form, asked = _asked_for(request)
    rows = list(asked.for_list()[: worklists.MOST_EXPORTED])
    record(
        request, kind=AccessKind.EXPORT, subjects=[row.client for row in rows], purpose=_("contacts to make")
    )
    return sheet_response(
        filename="contacts.xlsx",
        title=_("Contacts to make"),
        headings=worklists.headings(),
        rows=worklists.cells(rows),
    )


@require_safe
@requires(Act.SEE_PAPERS)
def follow_up_list(request: DeskRequest, kind: str) -> HttpResponse:
    if kind not in FollowUp.values:
        raise Http404
    page = page_of(request, worklists.to_follow_up(request.user, FollowUp(kind)).for_list())
    record(request, kind=AccessKind.LIST, subjects=[row.client for row in page])
    context = {
        "page": page,
        "kind": FollowUp(kind),
        "kinds": FollowUp,
        "today": timezone.localdate(),
        "document_days": worklists.DOCUMENT_DAYS,
        "status_days": worklists.STATUS_DAYS,
    }
    return render(request, "registration/rhythm/follow_up_list.html", context)


def _asked_for(request: DeskRequest) -> tuple[FilterForm, DeadlinesQuerySet]:
    """The filter and its rows; a filter that makes no sense finds nobody, and says so."""
    form = FilterForm(request.GET)
    if form.is_valid():
        return form, worklists.to_contact(request.user, form.cleaned_data)
    return form, worklists.to_contact(request.user, {}).none()
