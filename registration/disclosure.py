"""Which of a person's fields a member of staff may read, and how much of them."""

from dataclasses import dataclass

from accounts.models import User
from accounts.permissions import Act
from registration.models import Client

SHOWN_DIGITS = 4
IDENTIFIERS = frozenset({"pesel", "document_kind", "document_number", "document_expires_on"})
ADDRESS = frozenset({"street_address", "place", "accommodation"})


@dataclass(frozen=True)
class Disclosure:
    """What the page of one person may hold; what is not allowed is absent, not hidden."""

    has_address: bool
    has_identifiers: bool
    pesel_masked: str
    pesel: str
    document_masked: str
    document: str


def disclosed(client: Client, user: User) -> Disclosure:
    whole = user.may(Act.SEE_CLIENT_IDENTIFIERS)
    some = whole or user.may(Act.SEE_MASKED_IDENTIFIERS)
    return Disclosure(
        has_address=user.may(Act.SEE_CLIENT_ADDRESS),
        has_identifiers=some,
        pesel_masked=masked(client.pesel or "") if some else "",
        pesel=(client.pesel or "") if whole else "",
        document_masked=masked(client.document_number) if some else "",
        document=client.document_number if whole else "",
    )


def withheld_from(user: User) -> frozenset[str]:
    """Names of the fields whose values ``user`` may not read in full, in the history for instance."""
    hidden: frozenset[str] = frozenset()
    if not user.may(Act.SEE_CLIENT_IDENTIFIERS):
        hidden |= IDENTIFIERS
    if not user.may(Act.SEE_CLIENT_ADDRESS):
        hidden |= ADDRESS
    return hidden


def masked(text: str) -> str:
    """The last four signs; of a short text, none."""
    shown = text[-SHOWN_DIGITS:] if len(text) > SHOWN_DIGITS else ""
    return "•" * (len(text) - len(shown)) + shown
