"""The head of every printed paper: the office and its logo."""

from pathlib import PurePath
from typing import Any

from documents.images import PrintImage
from reference.models import OfficeProfile
from reference.profile import current_profile

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def letterhead() -> dict[str, Any]:
    """``office`` and ``office_logo`` for ``documents/print_base.html``."""
    office = current_profile()
    return {"office": office, "office_logo": _logo(office)}


def _logo(office: OfficeProfile) -> PrintImage | None:
    """The logo, or nothing: a missing or odd file must not stop a paper from being printed."""
    content_type = _TYPES.get(PurePath(office.logo.name or "").suffix.lower())
    if content_type is None:
        return None
    try:
        with office.logo.open("rb") as file:
            return PrintImage(file.read(), content_type)
    except (OSError, ValueError):
        return None
