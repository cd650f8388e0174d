"""The meetings of the demonstration: at the places where the team really travels, before and after today."""

import json
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from meetings.models import Meeting
from meetings.services import (
    announce_meeting,
    cancel_meeting,
    close_meeting,
    hold_meeting,
    list_person,
    mark_present,
    plan_meeting,
)
from reference.models import Accommodation, Place
from registration.models import Client

_MEETINGS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "meetings.json").read_text("utf-8"))
_TEXTS = {
    "refugees": {
        "title_pl": "Praca i pomoc urzędu pracy: spotkanie dla osób z Ukrainy",
        "title_uk": "Робота й допомога управління праці: зустріч для людей з України",
        "description_pl": "Opowiemy, jak znaleźć pracę i jak się zarejestrować. Pomożemy wypełnić dokumenty "
        "i przygotować życiorys. Można przyjść z dziećmi. Mówimy po ukraińsku.",
        "description_uk": "Розповімо, як знайти роботу та як зареєструватися. Допоможемо заповнити документи "
        "й підготувати резюме. Можна прийти з дітьми. Розмовляємо українською.",
    },
    "local_authorities": {
        "title_pl": "Spotkanie z samorządem gminy",
        "title_uk": "Зустріч із самоврядуванням ґміни",
        "description_pl": "Omówimy, gdzie mieszkają osoby z Ukrainy i jakiej pracy szukają.",
        "description_uk": "Обговоримо, де живуть люди з України та яку роботу вони шукають.",
    },
}


@transaction.atomic
def plan(staff: dict[Role, User], clients: list[Client]) -> int:
    """Plan all meetings and bring each to where it stands today, unless they are there."""
    if Meeting.objects.exists():
        return Meeting.objects.count()
    by = staff[Role.COORDINATOR]
    for number, facts in enumerate(_MEETINGS):
        meeting = plan_meeting(values=_values(facts, by), by=by)
        _bring_to(meeting, facts, clients[number * 4 :][: facts["people"]], by)
    return len(_MEETINGS)


def _values(facts: dict[str, Any], by: User) -> dict[str, Any]:
    kind = facts.get("kind", "refugees")
    day = timezone.localdate() + timedelta(days=facts["days"])
    starts_at = timezone.make_aware(datetime.combine(day, time(facts["hour"])))
    site = facts.get("site")
    return {
        **_TEXTS[kind],
        "kind": kind,
        "place": Place.objects.get(name_pl=facts["gmina"]),
        "accommodation": Accommodation.objects.get(name_pl=site) if site else None,
        "venue_pl": facts.get("venue_pl", ""),
        "venue_uk": facts.get("venue_uk", ""),
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "lead": by,
    }


def _bring_to(meeting: Meeting, facts: dict[str, Any], clients: list[Client], by: User) -> None:
    if facts["end"] == "planned":
        return
    announce_meeting(meeting=meeting, by=by)
    for number, client in enumerate(clients):
        person = list_person(meeting=meeting, values={"client": client}, by=by)
        if facts["days"] < 0 and number % 4:
            mark_present(attendance=person, is_present=True)
    if facts["end"] == "cancelled":
        cancel_meeting(meeting=meeting, reason_pl=facts["reason_pl"], reason_uk=facts["reason_uk"], by=by)
    if facts["end"] in ("held", "closed"):
        hold_meeting(meeting=meeting, by=by)
    if facts["end"] == "closed":
        close_meeting(meeting=meeting, outcome=facts["outcome_pl"], by=by)
