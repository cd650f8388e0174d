"""What ``manage.py check`` looks at besides Django's own list."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import OperationalError, ProgrammingError

from pup_portal import keyring

_SAME_ROLE = "The application signs in to the database as the owner of its tables."
_HINT = "Set DATABASE_URL to a role that owns nothing and DATABASE_OWNER_URL to the owner; see .env.example."


def application_is_not_the_owner(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Append-only tables bind only a role that owns nothing."""
    if _one_role():
        return [checks.Warning(_SAME_ROLE, hint=_HINT, id="pup_portal.W001")]
    return []


def application_is_not_the_owner_in_production(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    if _one_role():
        return [checks.Error(_SAME_ROLE, hint=_HINT, id="pup_portal.E001")]
    return []


def keys_are_those_of_the_database(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """For ``check --database default`` and ``migrate``; before the first migration there is nothing to ask."""
    if not databases:
        return []
    try:
        found = keyring.troubles()
    except (OperationalError, ProgrammingError):
        return []
    hint = "Bring back the keys from their safe copy; see “Keys” in docs/operations.md."
    return [checks.Error(sentence, hint=hint, id="pup_portal.E002") for sentence in found]


def _one_role() -> bool:
    return bool(settings.DATABASE_OWNER["USER"] == settings.DATABASE_ROLE)
