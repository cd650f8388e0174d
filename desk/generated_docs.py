"""Pages of docs/ made from the code, so that they cannot tell yesterday's truth."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import translation

from accounts.field_access import FIELD_ACTS, MASKED
from accounts.permissions import GRANTABLE, ROLE_ACTS, Act, Role
from desk import data_ranks, event_docs, limit_docs, personal_fields, rule_docs
from job_offers.models import TRANSITIONS as OFFER
from job_offers.models import VISIT_TRANSITIONS as VISIT
from job_offers.self_service.vocabulary import TRANSITIONS as LEFT_OFFER
from meetings.vocabulary import TRANSITIONS as MEETING
from registration.enquiries.vocabulary import TRANSITIONS as ENQUIRY
from registration.models.papers import PAPER_TRANSITIONS as PAPER
from registration.vocabulary import RIGHTS_TRANSITIONS as RIGHTS
from registration.vocabulary import TRANSITIONS as CLIENT
from translations.models import TRANSITIONS as TRANSLATION

_MACHINES: dict[str, Mapping[Any, Iterable[Any]]] = {
    "Client": CLIENT,
    "Enquiry": ENQUIRY,
    "Paper": PAPER,
    "Request about a person's data": RIGHTS,
    "Offer left by an employer": LEFT_OFFER,
    "Offer": OFFER,
    "Field visit": VISIT,
    "Translation": TRANSLATION,
    "Meeting": MEETING,
}


def pages() -> dict[str, str]:
    """The text of each generated page, by its file name."""
    with translation.override("en"):
        return {
            "roles.md": _roles(),
            "states.md": _states(),
            "privacy-fields.md": personal_fields.page(),
            "data-ranks.md": data_ranks.page(),
            "validation.md": rule_docs.page(),
            "limits.md": limit_docs.page(),
            "security-events.md": event_docs.page(),
        }


def _roles() -> str:
    rows = [["", *(str(role.label) for role in Role)], ["---"] * (len(Role) + 1)]
    rows += [[str(act.label), *(_mark(act, role) for role in Role)] for act in Act]
    return (
        "# Who may do what\n\nMade from `accounts/permissions.py` by `manage.py write_docs`.\n"
        "✓: the role brings it; (✓): an administrator may give it to a person of this role.\n\n"
        + "".join(f"| {' | '.join(row)} |\n" for row in rows)
        + "".join(_fields(model) for model in FIELD_ACTS)
    )


def _fields(model: str) -> str:
    """Which roles are shown each field of ``model``; a masked one by its last signs."""
    rows = [["field", *(str(role.label) for role in Role)], ["---"] * (len(Role) + 1)]
    rows += [
        [field, *(_shown(model, field, act, role) for role in Role)]
        for field, act in sorted(FIELD_ACTS[model].items())
    ]
    return (
        f"\n## Fields of {model}\n\nMade from `accounts/field_access.py`. ••: the last signs only; the whole value "
        "is revealed for a reason, which the access log keeps.\n\n"
        + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    )


def _shown(model: str, field: str, act: Act | None, role: Role) -> str:
    if act is None or act not in ROLE_ACTS[role]:
        return ""
    return "••" if field in MASKED.get(model, ()) else "✓"


def _mark(act: Act, role: Role) -> str:
    if act in ROLE_ACTS[role]:
        return "✓"
    return "(✓)" if role in GRANTABLE.get(act, frozenset()) else ""


def _states() -> str:
    drawings = (_drawing(name, table) for name, table in _MACHINES.items())
    return "# States\n\nMade from the tables of transitions by `manage.py write_docs`.\n" + "".join(drawings)


def _drawing(name: str, table: Mapping[Any, Iterable[Any]]) -> str:
    steps = [
        f"    {start.value} --> {end.value}\n" for start in table for end in sorted(table[start], key=str)
    ]
    return f"\n## {name}\n\n```mermaid\nstateDiagram-v2\n{''.join(steps)}```\n"
