"""Characters an engine may be sent in a month, taken before the request and given back when it failed.

The row of the month is locked while it is compared and written, so workers together never take more.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from translations.models import EngineUse


@dataclass(frozen=True)
class Charge:
    """Characters taken from an engine's budget of one month."""

    engine: str
    month: date
    characters: int


def month_of(day: date) -> date:
    return day.replace(day=1)


def this_month() -> date:
    """By the office's clock, not by that of Greenwich."""
    return month_of(timezone.localdate())


def charge(engine: str, characters: int, *, limit: int | None) -> Charge | None:
    """Take ``characters`` for one request; ``None`` when the month's ``limit`` does not hold them."""
    month = this_month()
    EngineUse.objects.bulk_create([EngineUse(engine=engine, month=month)], ignore_conflicts=True)
    with transaction.atomic():
        use = EngineUse.objects.select_for_update(of=("self",)).get(engine=engine, month=month)
        if limit is not None and use.characters + characters > limit:
            return None
        use.characters += characters
        use.requests += 1
        use.save(update_fields=["characters", "requests"])
    return Charge(engine, month, characters)


def give_back(charge: Charge) -> None:
    """The request failed: nothing was translated, so nothing was spent."""
    rows = EngineUse.objects.filter(engine=charge.engine, month=charge.month)
    rows.update(characters=F("characters") - charge.characters, failures=F("failures") + 1)
