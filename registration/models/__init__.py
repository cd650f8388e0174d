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

__all__ = [
    "Client",
    "ClientQuerySet",
    "NameKey",
    "NameWord",
    "StateChange",
    "offered_after",
    "only_ukraine",
]
