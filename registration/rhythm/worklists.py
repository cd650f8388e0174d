"""What the worklists hold: filtered rows of ``Deadlines``, their sheet, and what the card and today's page say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from registration.models import Care, Client, Deadlines, DeadlinesQuerySet
from registration.rhythm.forms import SOON_DAYS, FilterForm
from registration.rhythm.vocabulary import FollowUp

MOST_EXPORTED = 5_000
DOCUMENT_DAYS, STATUS_DAYS = 60, 90
TODAY_DAYS = 7


def to_contact(user: User, asked: Mapping[str, Any]) -> DeadlinesQuerySet:
    """Those of the clients ``user`` may see who must be contacted, as the cleaned ``FilterForm`` asks."""
    today = timezone.localdate()
    rows = Deadlines.objects.visible_to(user).to_contact()
    match asked.get("due") or FilterForm.SOON:
        case FilterForm.SOON:
            rows = rows.filter(contact_on__lte=today + timedelta(days=SOON_DAYS))
        case FilterForm.OVERDUE:
            rows = rows.overdue(today)
    narrowed = {
        "looked_after_by": asked.get("whose"),
        "place": asked.get("place"),
        "client__accommodation": asked.get("site"),
        "client__preferred_contact": asked.get("way"),
    }
    return rows.filter(**{name: value for name, value in narrowed.items() if value})


def to_follow_up(user: User, kind: FollowUp) -> DeadlinesQuerySet:
    rows, today = Deadlines.objects.visible_to(user), timezone.localdate()
    match kind:
        case FollowUp.PESEL:
            return rows.without_pesel()
        case FollowUp.DOCUMENT:
            return rows.with_document_until(today + timedelta(days=DOCUMENT_DAYS))
        case FollowUp.STATUS:
            return rows.with_status_until(today + timedelta(days=STATUS_DAYS))


def of_today(user: User) -> DeadlinesQuerySet:
    """Who must be contacted within a week: of one's own clients if any must, else of everybody's."""
    rows = Deadlines.objects.visible_to(user).to_contact(
        until=timezone.localdate() + timedelta(days=TODAY_DAYS)
    )
    own = rows.filter(looked_after_by=user)
    return own if own.exists() else rows


def headings() -> list[str]:
    return [
        _("Contact by"),
        _("Person"),
        _("Phone"),
        _("Preferred contact"),
        _("Place of stay"),
        _("Last contact"),
        _("Whose client"),
    ]


def cells(rows: list[Deadlines]) -> Iterator[list[object]]:
    for row in rows:
        client = row.client
        yield [
            row.contact_on,
            client.name,
            client.phone_text,
            client.get_preferred_contact_display(),
            client.stay,
            row.last_contact_on,
            row.looked_after_by.full_name if row.looked_after_by else "",
        ]


@dataclass(frozen=True)
class Rhythm:
    """What the card of a person says about contacts, and by which days something else is due."""

    days: Deadlines | None
    care: Care | None
    today: date

    @property
    def is_overdue(self) -> bool:
        return bool(self.days and self.days.contact_on and self.days.contact_on < self.today)

    @property
    def has_plan(self) -> bool:
        return self.care is not None and self.care.has_plan_on(self.today)

    @property
    def status_ends_soon(self) -> bool:
        return self._within("status_end_on", STATUS_DAYS)

    @property
    def document_ends_soon(self) -> bool:
        return self._within("document_on", DOCUMENT_DAYS)

    @property
    def document_has_ended(self) -> bool:
        return self._within("document_on", -1)

    @property
    def is_late_for_pesel(self) -> bool:
        return self._within("pesel_on", -1)

    def _within(self, name: str, days: int) -> bool:
        day = getattr(self.days, name, None)
        return day is not None and day <= self.today + timedelta(days=days)


def rhythm_of(client: Client) -> Rhythm:
    """Read with the client by ``for_card``: no query of its own."""
    days, care = getattr(client, "deadlines", None), getattr(client, "care", None)
    return Rhythm(days, care, timezone.localdate())
