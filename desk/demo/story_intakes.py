"""Intakes of invented people: one told to the end, one interrupted in the middle."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from reference.models import LegalRuleKey, Term
from registration.intake.services import Seen, save_entry, save_section, say_nothing
from registration.models import Client, Intake

_FAMILY: dict[str, Any] = {
    "marital_status": "married",
    "spouse_status": "neither",
    "dependent_children": 2,
    "is_lone_parent": False,
    "has_large_family_card": False,
    "is_carer": False,
}
_WISHES: dict[str, Any] = {
    "contract_kinds": ["permanent", "fixed_term", "mandate"],
    "shifts": ["one", "two"],
    "working_time": "any",
    "distance_km": 20,
    "needs_transport": True,
    "needs_childcare": True,
    "wishes_uk": "Зранку, поки діти у школі.",
    "wishes_pl": "Rano, kiedy dzieci są w szkole.",
}


def tell_intakes(clients: list[Client], by: User) -> int:
    """Fill the intakes of the first two of ``clients`` who may be changed, once; say how many there are."""
    open_ones = [client for client in clients if client.is_active and not client.is_restricted][:2]
    if len(open_ones) < 2 or Intake.objects.exists():
        return Intake.objects.count()
    whole, begun = open_ones
    _answers(whole, {"purpose": "unemployed", **_FAMILY, **_WISHES}, by)
    for list_name, values in _entries():
        save_entry(
            client=whole, list_name=list_name, public_id=uuid.uuid4(), values=values, seen_version=0, by=by
        )
    _answers(begun, {"purpose": "job_seeker", "marital_status": "single"}, by)
    say_nothing(client=begun, list_name="licences", is_nothing=True, by=by)
    return Intake.objects.count()


def _answers(client: Client, values: dict[str, Any], by: User) -> None:
    seen = Seen(client=client.version, intake=0)
    save_section(client=client, of_client={}, of_intake=values, seen=seen, by=by)


def _entries() -> list[tuple[str, dict[str, Any]]]:
    term = Term.objects.coded
    return [
        ("children", {"birth_date": date(2014, 9, 3)}),
        ("children", {"birth_date": date(2018, 4, 22)}),
        (
            "schools",
            {
                "level": term("education", "secondary_vocational"),
                "school_uk": "Технікум легкої промисловості",
                "school_pl": "Technikum przemysłu lekkiego",
                "field_uk": "кравецтво",
                "field_pl": "krawiectwo",
                "country": "UKR",
                "year_to": 2004,
            },
        ),
        (
            "jobs",
            {
                "position_uk": "швачка",
                "position_pl": "szwaczka",
                "employer_uk": "Швейна фабрика",
                "country": "UKR",
                "started_on": date(2004, 9, 1),
                "started_precision": "month",
                "ended_on": date(2022, 1, 1),
                "ended_precision": "year",
                "basis": "employment",
                "working_time": "full",
            },
        ),
        ("occupations", {"kind": "practised", "wording_uk": "швачка", "wording_pl": "szwaczka"}),
        ("languages", {"language": term("language", "uk"), "is_native": True}),
        ("languages", {"language": term("language", "pl"), "level": term("language_level", "a2")}),
        ("licences", {"licence": term("licence", "driving_b"), "evidence": "documented"}),
        ("situations", {"kind": LegalRuleKey.objects.get(code="situation-ukr-status")}),
        ("presented_documents", {"kind": "identity", "seen_on": timezone.localdate() - timedelta(days=1)}),
    ]
