"""How much of a person's fields the pages of a member of staff hold. Who may see what: accounts/field_access.py."""

from dataclasses import dataclass

from accounts import field_access
from accounts.field_access import CLIENT, INTAKE
from accounts.models import User
from registration.models import Client

SHOWN_DIGITS = 4
MASKED = field_access.MASKED[CLIENT]


@dataclass(frozen=True)
class Disclosure:
    """What the page of one person may hold; what is not allowed is absent, not hidden."""

    has_address: bool
    has_identifiers: bool
    may_reveal: bool
    pesel: str
    document: str
    may_ask_of_health: bool  # whether or not anything is known of it


def disclosed(client: Client, user: User) -> Disclosure:
    """The numbers come masked: ``reveal_views`` shows them whole, for a reason, one page at a time."""
    has_identifiers = field_access.may_see(user, CLIENT, "pesel")
    return Disclosure(
        has_address=field_access.may_see(user, CLIENT, "street_address"),
        has_identifiers=has_identifiers,
        may_reveal=user.may(field_access.REVEALED_BY) and bool(client.pesel_index or client.document_index),
        pesel=masked(client.pesel or "") if has_identifiers else "",
        document=masked(client.document_number) if has_identifiers else "",
        may_ask_of_health=user.may(field_access.REVEALED_BY)
        and not field_access.may_see(user, INTAKE, "health_basis"),
    )


def withheld_from(user: User) -> frozenset[str]:
    """Names of the fields that ``user`` may not read, in the history for instance."""
    return field_access.withheld_from(user, CLIENT)


def masked(text: str) -> str:
    """The last four signs; of a short text, none."""
    shown = text[-SHOWN_DIGITS:] if len(text) > SHOWN_DIGITS else ""
    return "•" * (len(text) - len(shown)) + shown
