"""Handing a sheet of people over, naming its columns, deciding about its rows."""

import json
from collections.abc import Sequence
from pathlib import PurePath

from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal import sheet_reading
from pup_portal.background import send_on_commit
from pup_portal.db import DomainError, refused
from registration.models import SheetImport, SheetMapping, SheetRow, SheetStage, SheetWork
from registration.sheets.columns import KEYS, NAMES, key_of, pesel_in
from registration.sheets.working import cells_of, forget_file

BATCH = 500
_OPEN = (SheetStage.UPLOADED, SheetStage.CHECKED)


class NotNow(DomainError):
    """The sheet is in another stage: a colleague was faster, or the work is not done yet."""


class BadMapping(DomainError):
    """These columns do not make people."""


class RowsLeft(DomainError):
    """Something must be decided before the sheet is taken over."""


@transaction.atomic
def take_sheet(*, file: File, by: User) -> SheetImport:
    """Read ``file`` and keep its rows sealed; the file itself is not kept.

    Raises ``sheet_reading.UnreadableSheet``.
    """
    headings, rows = sheet_reading.read(file)
    if not rows:
        raise sheet_reading.UnreadableSheet(_("Below the headings the sheet is empty."))
    name = PurePath(file.name or "").name[-200:] or "sheet"
    sheet = SheetImport.objects.create(original_name=name, headings=list(headings), uploaded_by=by)
    SheetRow.objects.bulk_create(
        [SheetRow(sheet=sheet, number=number, cells=json.dumps(cells)) for number, cells in rows],
        batch_size=BATCH,
    )
    return sheet


@transaction.atomic
def map_sheet(*, sheet: SheetImport, mapping: Sequence[str]) -> SheetImport:
    """Say what each column holds, remember it for sheets like this one, and owe the check.

    Raises ``BadMapping`` or ``NotNow``. Naming the columns again checks everything again.
    """
    sheet = _locked(sheet, *_OPEN)
    named = [key for key in mapping if key]
    if len(mapping) != len(sheet.headings) or not set(named) <= KEYS:
        raise BadMapping(_("Choose from the list what each column holds."))
    if len(named) != len(set(named)):
        raise BadMapping(_("Two columns cannot hold the same."))
    if not set(named) & NAMES:
        raise BadMapping(_("Say which column holds the surname."))
    sheet.mapping, sheet.stage = list(mapping), SheetStage.CHECKING
    sheet.save(update_fields=["mapping", "stage"])
    SheetMapping.objects.update_or_create(
        key=key_of(sheet.headings), defaults={"mapping": list(mapping), "used_at": timezone.now()}
    )
    sheet.rows.update(is_left_out=False)
    _owe(sheet, SheetWork.Step.CHECK)
    return sheet


@transaction.atomic
def leave_out(*, sheet: SheetImport, numbers: Sequence[int], is_left_out: bool = True) -> None:
    """Take the rows with these numbers over or not."""
    sheet = _locked(sheet, SheetStage.CHECKED)
    sheet.rows.filter(number__in=numbers).update(is_left_out=is_left_out)


@transaction.atomic
def leave_out_bad(*, sheet: SheetImport) -> int:
    return _locked(sheet, SheetStage.CHECKED).rows.bad().update(is_left_out=True)


@transaction.atomic
def leave_out_alike(*, sheet: SheetImport) -> int:
    return _locked(sheet, SheetStage.CHECKED).rows.alike().update(is_left_out=True)


@transaction.atomic
def import_sheet(*, sheet: SheetImport) -> SheetImport:
    """Owe the taking over of every row that is not left out; raises ``RowsLeft`` while one of them is bad
    or two have the same PESEL.
    """
    sheet = _locked(sheet, SheetStage.CHECKED)
    if sheet.rows.wanted().bad().exists():
        raise RowsLeft(
            _("Rows with mistakes are still in. Leave them out, or mend the file and hand it over again.")
        )
    if not sheet.rows.wanted().exists():
        raise RowsLeft(_("Every row is left out: there is nobody to take in."))
    _refuse_twins(sheet)
    sheet.stage = SheetStage.IMPORTING
    sheet.save(update_fields=["stage"])
    _owe(sheet, SheetWork.Step.IMPORT)
    return sheet


@transaction.atomic
def check_again(*, sheet: SheetImport) -> SheetImport:
    """After work on the sheet has failed: back to the check, with the columns as they were named."""
    sheet = _locked(sheet, SheetStage.CHECKING, SheetStage.IMPORTING)
    if not sheet.works.filter(state=SheetWork.State.FAILED).exists():
        raise NotNow(_("The work on this sheet is going on."))
    sheet.works.filter(state=SheetWork.State.FAILED).delete()
    sheet.stage = SheetStage.CHECKING
    sheet.save(update_fields=["stage"])
    _owe(sheet, SheetWork.Step.CHECK)
    return sheet


@transaction.atomic
def cancel_sheet(*, sheet: SheetImport) -> None:
    """Give the sheet up and delete its rows; nobody was taken in from it."""
    sheet = _locked(sheet, *_OPEN, SheetStage.CHECKING, SheetStage.CANCELLED)
    sheet.stage = SheetStage.CANCELLED
    sheet.save(update_fields=["stage"])
    sheet.rows.all().delete()
    forget_file([sheet.pk])


def _refuse_twins(sheet: SheetImport) -> None:
    """Only rows that the check found alike are opened. Of several with one PESEL all but the first point at the first."""
    alike = sheet.rows.filter(same_as__isnull=False)
    rows = sheet.rows.wanted().filter(Q(pk__in=alike.values("pk")) | Q(number__in=alike.values("same_as")))
    first: dict[str, int] = {}
    for row in rows.order_by("number"):
        pesel = pesel_in(sheet.mapping, cells_of(row))
        if pesel in first:
            text = _("Rows %(first)s and %(second)s have the same PESEL. Leave one of them out.")
            raise RowsLeft(text % {"first": first[pesel], "second": row.number})
        if pesel:
            first[pesel] = row.number


def _locked(sheet: SheetImport, *stages: SheetStage) -> SheetImport:
    held = SheetImport.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if held.stage not in stages:
        raise NotNow(_("This cannot be done now: %(stage)s.") % {"stage": held.get_stage_display()})
    return held


def _owe(sheet: SheetImport, step: SheetWork.Step) -> None:
    with refused(sheetwork_is_one_at_a_time=NotNow(_("The work on this sheet is going on."))):
        work = SheetWork.objects.create(sheet=sheet, step=step)
    send_on_commit(work)
