"""Opening what the national feed sends: a zip of JSON files, or one JSON file, read as a stream.

Nothing is ever unpacked to disk and no whole file is held in memory. The limits are far above a real
snapshot (up to 1,000 offers a file, some twenty thousand offers in all) and far below what hurts.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

import ijson
from django.utils.translation import gettext_noop

from pup_portal.db import DomainError

MAX_FILES = 2_000
MAX_FILE_BYTES = 256 * 1024 * 1024
MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024
MAX_RATIO = 200  # JSON of offers packs some 10–30 times; a bomb, a thousand times and more
MAX_DEPTH = 12
MAX_OFFER_BYTES = 8 * 1024 * 1024
MAX_OPEN_BRACKETS = 300  # the parser's work grows with the square of the nesting
_RATIO_FREE_BYTES = 10 * 1024 * 1024


class UnreadableFeed(DomainError):
    """The file as a whole cannot be used; nothing was changed. ``str()`` of it is a message id."""


@dataclass(frozen=True)
class FeedOffer:
    """One offer and where it stood: file inside the archive, place in it from 1."""

    file: str
    place: int
    content: dict[str, Any]


@dataclass(frozen=True)
class FeedDamage:
    """A place in the feed from which nothing, or nothing more, could be read; ``reason`` is a message id."""

    file: str
    place: int
    reason: str


def read(stream: IO[bytes]) -> Iterator[FeedOffer | FeedDamage]:
    """Give the offers of ``stream`` (seekable) one by one; damage to one file does not stop the others.

    Raises ``UnreadableFeed`` before the first offer when the file as a whole must not be used.
    """
    stream.seek(0)
    head = stream.read(4)
    stream.seek(0)
    if head.startswith(b"PK"):
        yield from _read_archive(stream)
    elif head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        yield from _read_offers("", stream)
    else:
        raise UnreadableFeed(
            gettext_noop("This is neither a zip archive nor a JSON file. Choose the file of the feed.")
        )


def _read_archive(stream: IO[bytes]) -> Iterator[FeedOffer | FeedDamage]:
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFeed(
            gettext_noop("The zip archive is damaged or incomplete. Download it again.")
        ) from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _check_archive(entries)
        for entry in entries:
            yield from _read_entry(archive, entry)


def _check_archive(entries: list[zipfile.ZipInfo]) -> None:
    if not entries:
        raise UnreadableFeed(gettext_noop("The zip archive is empty."))
    if len(entries) > MAX_FILES:
        raise UnreadableFeed(gettext_noop("The zip archive holds too many files to be the offer feed."))
    if any(_is_unsafe(entry) for entry in entries):
        raise UnreadableFeed(
            gettext_noop("The zip archive holds a file with an unsafe name. Nothing was read from it.")
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFeed(gettext_noop("The zip archive is protected by a password. Save it without one."))
    if any(_is_bomb(entry) for entry in entries) or sum(e.file_size for e in entries) > MAX_TOTAL_BYTES:
        raise UnreadableFeed(
            gettext_noop("The zip archive would unpack to far more than an offer feed. It was not read.")
        )


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    return name.is_absolute() or ".." in name.parts or ":" in entry.filename or is_link


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    if entry.file_size > MAX_FILE_BYTES:
        return True
    return entry.file_size > _RATIO_FREE_BYTES and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[FeedOffer | FeedDamage]:
    if not entry.filename.lower().endswith(".json"):
        yield FeedDamage(entry.filename, 0, gettext_noop("Not a JSON file; skipped."))
        return
    try:
        with archive.open(entry) as content:  # zipfile itself stops at the declared size
            yield from _read_offers(entry.filename, content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError):
        yield FeedDamage(entry.filename, 0, gettext_noop("This file of the archive is damaged."))


def _read_offers(file: str, content: IO[bytes]) -> Iterator[FeedOffer | FeedDamage]:
    """Offers of one JSON file: an array of them, or a single one."""
    place = 0
    try:
        for offer in _values(content):
            place += 1
            if isinstance(offer, dict):
                yield FeedOffer(file, place, offer)
            else:
                yield FeedDamage(file, place, gettext_noop("Not an offer: a JSON object was expected here."))
    except _TooComplex:
        yield FeedDamage(
            file, place + 1, gettext_noop("An offer here is far too large. The file was read up to it.")
        )
    except (ijson.JSONError, UnicodeDecodeError, OverflowError):
        reason = gettext_noop(
            "The JSON is broken here. Offers before this place were read, the rest of the file was not."
        )
        yield FeedDamage(file, place + 1, reason)


class _TooComplex(Exception):
    """One value is nested too deep or holds too much."""


def _values(content: IO[bytes]) -> Iterator[Any]:
    """Top-level values: the items of an array, or one object; each bounded in depth and size."""
    source = _BoundedSource(content)
    for value in ijson.items(source, "item" if source.is_array else "", use_float=True):
        if _is_deeper(value, MAX_DEPTH):
            raise _TooComplex
        yield value
        source.forget()


def _is_deeper(value: Any, depth: int) -> bool:
    level = [value]
    while level and depth:
        inner = [one for one in level if isinstance(one, dict | list)]
        level = [part for one in inner for part in (one.values() if isinstance(one, dict) else one)]
        depth -= 1
    return any(isinstance(one, dict | list) for one in level)


class _BoundedSource:
    """A stream that refuses to feed the parser more than one offer may weigh.

    It also drops the byte-order mark that Windows programs put in front of JSON.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._since_offer = self._open = 0
        self._head = stream.read(512).removeprefix(b"\xef\xbb\xbf").lstrip()
        self.is_array = self._head.startswith(b"[")

    def read(self, size: int = -1) -> bytes:
        if size == 0:  # the parser asks what kind of stream this is
            return b""
        chunk, self._head = self._head + self._stream.read(size), b""
        self._since_offer += len(chunk)
        self._open += chunk.count(b"[") + chunk.count(b"{") - chunk.count(b"]") - chunk.count(b"}")
        if self._since_offer > MAX_OFFER_BYTES or self._open > MAX_OPEN_BRACKETS:
            raise _TooComplex
        return chunk

    def forget(self) -> None:
        """An offer is complete: count anew."""
        self._since_offer = self._open = 0
