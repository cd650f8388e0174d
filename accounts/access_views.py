"""The access log for those who answer for it, and one's own acts for everybody."""

from collections.abc import Iterator

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import access_reading, purposes
from accounts.access_forms import AccessFilterForm
from accounts.access_log import AccessKind, record
from accounts.access_models import AccessEntry, AccessEntryQuerySet
from accounts.confirmation import freshly_confirmed
from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest
from pup_portal.keyset import slice_of
from pup_portal.sheets import sheet_response

MOST_EXPORTED = 50_000


@require_safe
@requires(Act.SEE_ACCESS_LOG)
def log_list(request: DeskRequest) -> HttpResponse:
    form = AccessFilterForm(request.GET or None)
    return _page(request, "accounts/access_list.html", _asked_for(request, form), form=form)


@require_safe
@requires(Act.USE_DESK)
def own_list(request: DeskRequest) -> HttpResponse:
    return _page(request, "accounts/access_own.html", AccessEntry.objects.by(request.user))


@require_safe
@requires(Act.SEE_ACCESS_LOG)
@freshly_confirmed
def log_export(request: DeskRequest) -> FileResponse:
    """What the list shows, as a sheet; persons are record numbers for every reader."""
    rows = _asked_for(request, AccessFilterForm(request.GET or None))
    record(request, kind=AccessKind.EXPORT, subjects=[], purpose=_("access log"))
    headings = [
        _("When"),
        _("Who"),
        _("Role"),
        _("What"),
        _("Record"),
        _("Purpose"),
        _("Page"),
        _("From"),
        _("Request"),
    ]
    return sheet_response(
        filename="access-log.xlsx", title=_("Access log"), headings=headings, rows=_cells(rows)
    )


def _asked_for(request: DeskRequest, form: AccessFilterForm) -> AccessEntryQuerySet:
    rows = AccessEntry.objects.visible_to(request.user)
    if not form.is_bound:
        return rows
    return access_reading.filtered(rows, form.cleaned_data) if form.is_valid() else rows.none()


def _page(
    request: DeskRequest, template: str, rows: AccessEntryQuerySet, *, form: AccessFilterForm | None = None
) -> HttpResponse:
    """Names on a page of the log are shown like any other names, so seeing them is logged as well."""
    part = slice_of(request, rows.for_list())
    lines = access_reading.lines(part.rows, reader=request.user)
    if people := access_reading.people_in(lines):
        record(request, kind=AccessKind.LIST, subjects=people)
    context = {"lines": lines, "older": part.older, "form": form, "is_narrowed": bool(request.GET)}
    return render(request, template, context)


def _cells(rows: AccessEntryQuerySet) -> Iterator[list[object]]:
    for entry in rows.for_list()[:MOST_EXPORTED].iterator(chunk_size=2000):
        yield [
            entry.at,
            entry.actor.full_name if entry.actor else "",
            entry.get_actor_role_display(),
            entry.get_kind_display(),
            access_reading.record_text(entry),
            purposes.text_of(entry),
            entry.page,
            entry.address or "",
            entry.request_id,
        ]
