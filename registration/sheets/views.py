"""Pages of importing people: hand over, name the columns, look at every row, take all over or none."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from pup_portal.sheets import sheet_response
from pup_portal.throttling import member_of_staff, rate_limited
from registration.models import SheetImport, SheetRow, SheetStage, SheetWork
from registration.sheets import preview, services
from registration.sheets.forms import MappingForm, SheetForm

_GOING_ON = (SheetStage.CHECKING, SheetStage.IMPORTING)


def _found(request: DeskRequest, sheet_id: UUID, *, kind: AccessKind | None = None) -> SheetImport:
    rows = SheetImport.objects.visible_to(request.user).for_list()
    sheet = get_object_or_404(rows, public_id=sheet_id)
    record(request, kind=kind, subjects=[sheet])
    return sheet


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
@rate_limited("sheet", limit=60, seconds=600, by=member_of_staff)
def sheet_list(request: DeskRequest) -> HttpResponse:
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if form.is_valid():
        try:
            sheet = services.take_sheet(file=form.cleaned_data["file"], by=request.user)
        except DomainError as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect(sheet)
    page = page_of(request, SheetImport.objects.visible_to(request.user).for_list())
    status = 422 if form.is_bound else 200
    return render(request, "registration/sheets/sheet_list.html", {"form": form, "page": page}, status=status)


@require_safe
@requires(Act.EDIT_CLIENTS)
@vary_on_headers("HX-Request")
def sheet_detail(request: DeskRequest, sheet_id: UUID) -> HttpResponse:
    sheet = _found(request, sheet_id)
    if sheet.stage == SheetStage.UPLOADED:
        mapping = preview.suggested_mapping(sheet)
        return _mapping_page(request, sheet, MappingForm(headings=sheet.headings, mapping=mapping))
    if sheet.stage == SheetStage.CHECKED:
        return _preview_page(request, sheet)
    work = sheet.works.order_by("-pk").first()
    is_going_on = sheet.stage in _GOING_ON and not (work and work.state == SheetWork.State.FAILED)
    context = {"sheet": sheet, "work": work, "is_going_on": is_going_on, "rows": sheet.rows.count()}
    if request.htmx and is_going_on:
        return render(request, "registration/sheets/sheet_progress.html#progress", context)
    response = render(request, "registration/sheets/sheet_progress.html", context)
    if request.htmx:
        response.headers["HX-Refresh"] = "true"  # it is over: show the whole page with what came of it
    return response


def _preview_page(request: DeskRequest, sheet: SheetImport) -> HttpResponse:
    if request.htmx:  # the page of progress asked: show the whole page instead
        return HttpResponse(headers={"HX-Refresh": "true"})
    which = request.GET.get("rows", "")
    rows = preview.CHOICES.get(which, preview.CHOICES[""])(sheet.rows.all())
    page = page_of(request, rows.select_related("looks_like").order_by("number"))
    record(request, kind=AccessKind.LIST, subjects=[row.looks_like for row in page if row.looks_like])
    context = {
        "sheet": sheet,
        "page": page,
        "lines": preview.lines(sheet, page),
        "headings": preview.headings(sheet),
        "counts": preview.counts(sheet),
        "which": which if which in preview.CHOICES else "",
    }
    return render(request, "registration/sheets/sheet_preview.html", context)


def _mapping_page(request: DeskRequest, sheet: SheetImport, form: MappingForm) -> HttpResponse:
    context = {"sheet": sheet, "columns": preview.columns(sheet, form), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "registration/sheets/sheet_mapping.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def sheet_map(request: DeskRequest, sheet_id: UUID) -> HttpResponse:
    """Name the columns; also once more, after the check has shown that one was named wrongly."""
    sheet = _found(request, sheet_id)
    mapping = preview.suggested_mapping(sheet)
    form = MappingForm(request.POST or None, headings=sheet.headings, mapping=mapping)
    if not form.is_valid():
        return _mapping_page(request, sheet, form)
    try:
        services.map_sheet(sheet=sheet, mapping=form.mapping)
    except services.BadMapping as refusal:
        form.add_error(None, str(refusal))
        return _mapping_page(request, sheet, form)
    except services.NotNow as refusal:
        messages.error(request, str(refusal))
    return redirect(sheet)


@require_POST
@requires(Act.EDIT_CLIENTS)
def rows_decide(request: DeskRequest, sheet_id: UUID) -> HttpResponse:
    """Leave rows out or take them back: one, all that are bad, all that look like somebody known."""
    sheet = _found(request, sheet_id)
    number = request.POST.get("row", "")
    one = [int(number)] if number.isascii() and number.isdecimal() and len(number) < 7 else []
    decisions: dict[str, Callable[[], object]] = {
        "bad": lambda: services.leave_out_bad(sheet=sheet),
        "alike": lambda: services.leave_out_alike(sheet=sheet),
        "out": lambda: services.leave_out(sheet=sheet, numbers=one),
        "in": lambda: services.leave_out(sheet=sheet, numbers=one, is_left_out=False),
    }
    return _done(request, sheet, decisions.get(request.POST.get("decision", ""), lambda: None))


@require_POST
@requires(Act.EDIT_CLIENTS)
def sheet_import(request: DeskRequest, sheet_id: UUID) -> HttpResponse:
    sheet = _found(request, sheet_id)
    return _done(request, sheet, lambda: services.import_sheet(sheet=sheet))


@require_POST
@requires(Act.EDIT_CLIENTS)
def sheet_again(request: DeskRequest, sheet_id: UUID) -> HttpResponse:
    sheet = _found(request, sheet_id)
    return _done(request, sheet, lambda: services.check_again(sheet=sheet))


@require_POST
@requires(Act.EDIT_CLIENTS)
def sheet_cancel(request: DeskRequest, sheet_id: UUID) -> HttpResponse:
    sheet = _found(request, sheet_id)
    return _done(request, sheet, lambda: services.cancel_sheet(sheet=sheet))


def _done(request: DeskRequest, sheet: SheetImport, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except DomainError as refusal:
        messages.error(request, str(refusal))
    which = request.POST.get("rows", "")
    return redirect(
        f"{sheet.get_absolute_url()}?rows={which}" if which in preview.CHOICES and which else sheet
    )


@require_safe
@requires(Act.EDIT_CLIENTS)
def bad_rows(request: DeskRequest, sheet_id: UUID) -> FileResponse:
    """The rows with mistakes as a sheet with the same headings, to be mended and handed over again."""
    sheet = _found(request, sheet_id, kind=AccessKind.EXPORT)
    return sheet_response(
        filename="rows-to-mend.xlsx",
        title=_("Rows to mend"),
        headings=[*sheet.headings, _("What is wrong")],
        rows=_to_mend(sheet),
    )


def _to_mend(sheet: SheetImport) -> Iterator[list[str]]:
    for row in SheetRow.objects.filter(sheet=sheet).bad().order_by("number").iterator(500):
        yield [*preview.cells_of(row), preview.what_is_wrong(sheet, row)]
