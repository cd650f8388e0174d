"""What a version says, as one short number: two versions with the same number print the same words."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

_PRINTED = ("layout", "heading_pl", "heading_uk", "body_pl", "body_uk")


def fingerprint(version: Any, sections: Iterable[Any]) -> str:
    """SHA-256 of all that is printed of a version with these ``sections``, as 64 hexadecimal digits."""
    said = [[str(getattr(section, name)) for name in _PRINTED] for section in sections]
    content = json.dumps([version.title_pl, version.title_uk, said], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
