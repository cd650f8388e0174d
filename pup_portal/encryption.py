"""Single values sealed with AES-256-GCM, and digests by which sealed values are found again.

A sealed value is text: ``v1:<key id>:<base64 of nonce, ciphertext and tag>``. It is bound to its column and to
its row: copied to another place it does not open. The design and what it answers: docs/decisions/0005.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VERSION = "v1"
NONCE_BYTES = 12
# How a sealed value looks, for constraints of the database too: nothing that a person types is as long.
SEALED_PATTERN = r"^v1:[a-z0-9]{1,16}:[A-Za-z0-9_=-]{40,}$"
_SEALED = re.compile(SEALED_PATTERN)


class CannotOpen(Exception):
    """A sealed value cannot be read. The message names keys and columns, never a value."""


class NotSealed(CannotOpen):
    """What is stored does not look like a sealed value."""


class UnknownKey(CannotOpen):
    """FIELD_KEYS does not hold the key that the value was sealed with."""


class NotAuthentic(CannotOpen):
    """The value was altered, or belongs to another row or column, or its key is another one."""


def seal(text: str, *, binding: str, row: UUID) -> str:
    """Encrypt ``text`` for the column ``binding`` of the row with the public id ``row``."""
    return seal_with(writing_key(), text, binding=binding, row=row)


def seal_with(key_id: str, text: str, *, binding: str, row: UUID) -> str:
    """``seal`` with a certain key of FIELD_KEYS."""
    nonce = os.urandom(NONCE_BYTES)
    ciphertext = _cipher(settings.FIELD_KEYS[key_id]).encrypt(nonce, text.encode(), _place(binding, row))
    return f"{VERSION}:{key_id}:{base64.urlsafe_b64encode(nonce + ciphertext).decode('ascii')}"


def unseal(sealed: str, *, binding: str, row: UUID) -> str:
    """Give back the text that was sealed for this very place, or raise a ``CannotOpen``."""
    key_id = key_of(sealed)
    if key_id not in settings.FIELD_KEYS:
        raise UnknownKey(f"{binding}: sealed with the key “{key_id}”, which FIELD_KEYS does not hold")
    try:
        content = base64.b64decode(sealed.rpartition(":")[2], altchars=b"-_", validate=True)
        nonce, ciphertext = content[:NONCE_BYTES], content[NONCE_BYTES:]
        plain = _cipher(settings.FIELD_KEYS[key_id]).decrypt(nonce, ciphertext, _place(binding, row))
    except (InvalidTag, binascii.Error):
        raise NotAuthentic(f"{binding}: altered, of another row or column, or of another key") from None
    return plain.decode()


def key_of(sealed: str) -> str:
    """The id of the key that ``sealed`` was made with, or raise ``NotSealed``."""
    if not _SEALED.match(sealed):
        raise NotSealed("a stored value that should be sealed is not")
    return sealed.split(":")[1]


def writing_key() -> str:
    """The id of the key that new values are sealed with: the first of FIELD_KEYS."""
    return str(next(iter(settings.FIELD_KEYS)))


def digest(text: str, *, binding: str) -> bytes:
    """HMAC-SHA-256 of ``text`` for one column: 32 bytes, the same for the same text and INDEX_KEY."""
    return hmac.digest(settings.INDEX_KEY, f"{binding}\0{text}".encode(), hashlib.sha256)


def _place(binding: str, row: UUID) -> bytes:
    """The associated data: what a value is bound to."""
    return f"{VERSION}|{binding}|{row}".encode()


@lru_cache(maxsize=16)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
