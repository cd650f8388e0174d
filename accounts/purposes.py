"""What the codes in the purpose of an access mean: each app tells from its ``AppConfig.ready()``.

The log keeps codes, which every reader then meets in their own language; it never quotes what was typed.
"""

from collections.abc import Mapping

from django.utils.functional import Promise

from accounts import access_notes
from accounts.access_models import AccessEntry, AccessKind

type Words = Mapping[str, str | Promise]

_told: dict[str, dict[str, str | Promise]] = {}


def tell(kind: AccessKind, words: Words) -> None:
    """Entries of ``kind`` may have these codes as their purpose, several of them apart by spaces."""
    _told.setdefault(kind.value, {}).update(words)


def text_of(entry: AccessEntry) -> str:
    """The purpose in the reader's language: known codes in words, then what stands behind ``: `` as it was given."""
    purpose, _number = access_notes.parts_of(entry.purpose)
    codes, colon, given = purpose.partition(": ")  # words are from before there were notes
    words = [_told.get(entry.kind, {}).get(code) for code in codes.split()]
    told = ", ".join(map(str, words)) if words and all(words) else codes
    return f"{told}{colon}{given}"
