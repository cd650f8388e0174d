"""What registration keeps: people, the keys they are found by, and what becomes of their rights."""

from registration.models.clients import (
    Client,
    ClientQuerySet,
    NameKey,
    NameWord,
    StateChange,
    offered_after,
    only_ukraine,
)
from registration.models.rights import (
    LegalHold,
    Restriction,
    RetentionNotice,
    RevealNote,
    RightsRequest,
    RightsWork,
)

__all__ = [
    "Client",
    "ClientQuerySet",
    "LegalHold",
    "NameKey",
    "NameWord",
    "Restriction",
    "RetentionNotice",
    "RevealNote",
    "RightsRequest",
    "RightsWork",
    "StateChange",
    "offered_after",
    "only_ukraine",
]
