"""Work that failed or waits too long, of every kind, in one list. Shows no personal data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from pup_portal.background import OwedWork, models_of_owed_work, rows_of
from pup_portal.http import page_of

_COLUMNS = ("pk", "state", "attempts", "owed_at", "last_error")


@dataclass(frozen=True)
class Entry:
    """One row of unfinished work as the page shows it. ``work`` names it in the form that retries it."""

    work: str
    kind: str
    state: OwedWork.State
    attempts: int
    owed_at: datetime
    last_error: str

    @property
    def has_failed(self) -> bool:
        return self.state == OwedWork.State.FAILED

    @property
    def reason(self) -> str:
        """The stored sentence in the reader's language, or a sentence around the bare kind of an error."""
        if not self.last_error:
            return gettext("No worker has taken it yet.")
        if self.last_error.isidentifier():
            return gettext("Unexpected error: %(kind)s") % {"kind": self.last_error}
        return gettext(self.last_error)


def stuck_page(request: HttpRequest) -> Page[Any]:
    """The asked page of ``Entry``: what failed first, then what has waited longest."""
    page = page_of(request, _stuck_rows())
    kinds = {model._meta.label_lower: str(model._meta.verbose_name) for model in models_of_owed_work()}
    page.object_list = [_entry(row, kinds) for row in page.object_list]
    return page


def failed_count() -> int:
    """How many rows of owed work were given up."""
    return sum(rows_of(model).filter(state=OwedWork.State.FAILED).count() for model in models_of_owed_work())


def find_work(name: str) -> OwedWork:
    """The row that ``Entry.work`` names, or 404."""
    label, _separator, number = name.rpartition(":")
    model = {model._meta.label_lower: model for model in models_of_owed_work()}.get(label)
    row = rows_of(model).filter(pk=number).first() if model and number.isdecimal() else None
    if row is None:
        raise Http404
    return row


def _stuck_rows() -> QuerySet[Any, dict[str, Any]]:
    """Plain values of all models at once, so that the list costs two queries however many kinds there are."""
    now = timezone.now()
    failed_first = Case(When(state=OwedWork.State.FAILED, then=0), default=1, output_field=IntegerField())
    first, *others = [
        rows_of(model)
        .stuck(now)
        .order_by()
        .values(*_COLUMNS, label=Value(model._meta.label_lower), place=failed_first)
        for model in models_of_owed_work()
    ]
    return first.union(*others, all=True).order_by("place", "owed_at", "label", "pk")


def _entry(row: dict[str, Any], kinds: dict[str, str]) -> Entry:
    return Entry(
        work=f"{row['label']}:{row['pk']}",
        kind=kinds[row["label"]],
        state=OwedWork.State(row["state"]),
        attempts=row["attempts"],
        owed_at=row["owed_at"],
        last_error=row["last_error"],
    )
