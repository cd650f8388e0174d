"""A person's rights over rows of sheets that wait and look like them, and rows that waited too long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from pup_portal.person_data import Row
from registration.models import SheetImport, SheetRow, SheetStage, SheetWork
from registration.sheets.working import forget_file

KEPT = timedelta(days=7)


def export(person: int) -> Iterator[dict[str, Any]]:
    """In which waiting sheets somebody stands who looks like the person; the row may be another's, so only where."""
    rows = SheetRow.objects.filter(looks_like=person).order_by("pk")
    yield from (Row(SheetRow, dict(row)) for row in rows.values("sheet__original_name", "number"))


def erase(person: int) -> None:
    """A row that looks like the person goes: taken over, it would bring back what was erased."""
    SheetRow.objects.filter(looks_like=person).delete()


def merge(keep: int, gone: int) -> None:
    SheetRow.objects.filter(looks_like=gone).update(looks_like=keep)


@transaction.atomic
def forget_old() -> int:
    """Give up sheets on which nobody decided in a week, also those that could not be taken over; how many."""
    going_on = SheetWork.objects.filter(
        step=SheetWork.Step.IMPORT, state__in=[SheetWork.State.OWED, SheetWork.State.RUNNING]
    )
    rows = SheetImport.objects.filter(uploaded_at__lt=timezone.now() - KEPT).exclude(
        stage__in=[SheetStage.IMPORTED, SheetStage.CANCELLED]
    )
    over = SheetImport.objects.filter(stage__in=[SheetStage.IMPORTED, SheetStage.CANCELLED])
    forget_file(over.exclude(original_name="").values_list("pk", flat=True))
    waiting = rows.exclude(pk__in=going_on.values("sheet")).select_for_update(of=("self",)).order_by("pk")
    old = list(waiting.values_list("pk", flat=True))
    SheetRow.objects.filter(sheet__in=old).delete()
    forget_file(old)
    return SheetImport.objects.filter(pk__in=old).update(stage=SheetStage.CANCELLED)
