"""What a password must not be. There are no rules about kinds of characters and none about age."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LONGEST_LINE = 128


class MaximumLengthValidator:
    """Long sentences are welcome; a megabyte is an attack on the hashing."""

    def __init__(self, max_length: int) -> None:
        self.max_length = max_length

    def validate(self, password: str, user: object = None) -> None:
        if len(password) > self.max_length:
            raise ValidationError(self._text(), code="password_too_long")

    def get_help_text(self) -> str:
        return self._text()

    def _text(self) -> str:
        return ngettext("At most %(count)d character.", "At most %(count)d characters.", self.max_length) % {
            "count": self.max_length
        }


class BreachedPasswordValidator:
    """Refuses what stands in ``BREACHED_PASSWORDS_FILE``; without a file, Django's list of common ones remains."""

    def validate(self, password: str, user: object = None) -> None:
        path = settings.BREACHED_PASSWORDS_FILE
        if path and is_breached(password, path):
            raise ValidationError(
                _("This password is known from a data breach. Choose another one."), code="password_breached"
            )

    def get_help_text(self) -> str:
        return _("Not a password known from a data breach.")


def is_breached(password: str, path: Path) -> bool:
    """Whether ``path`` names the SHA-1 of ``password``, or the beginning of it.

    Lines are ``<hash in upper-case hex>[:<count>]``, sorted by their bytes. The file (40 GB) is searched by
    halves where it lies: some thirty short reads.
    """
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        low, high = 0, file.seek(0, os.SEEK_END)
        while low < high:
            middle = (low + high) // 2
            start, line = _line_at(file, middle)
            known = line.split(b":")[0].strip().upper()
            if known and digest.startswith(known):
                return True
            if known and known < digest:
                low = start + len(line)
            else:
                high = min(middle, start)
    return False


def _line_at(file: BinaryIO, offset: int) -> tuple[int, bytes]:
    """The line that holds the byte at ``offset``, and where it starts."""
    back = max(0, offset - LONGEST_LINE)
    file.seek(back)
    before = file.read(offset - back)
    start = back + before.rfind(b"\n") + 1
    file.seek(start)
    return start, file.readline(2 * LONGEST_LINE)
