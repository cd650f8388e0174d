"""What a start must not get past."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error


def breached_passwords_file(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A list that cannot be searched would refuse nothing, and nobody would notice."""
    path = settings.BREACHED_PASSWORDS_FILE
    if path is None:
        return []
    try:
        with path.open("rb") as file:
            first = file.readline(64).split(b":")[0].strip()
            int(first, 16)
    except (OSError, ValueError):
        text = "BREACHED_PASSWORDS_FILE is not a readable list of hexadecimal SHA-1 hashes."
        return [Error(text, hint="Unpack it; see docs/operations.md.", id="accounts.E001")]
    return []
