"""The answer: a status, and a zip that hangs on it (MTOM) or stands in it as base64.

The answer lies in a file and is read in pieces: however large the zip is, little of it is in memory. The XML may
define nothing (no document type, no entities) and may hold little but the zip.
"""

import binascii
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from typing import IO, Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

_PIECE = 64 * 1024
_MOST_PARTS = 10
_MOST_ELEMENTS = 1_000
_LONGEST_TEXT = 300
_LONGEST_HEAD = 16 * 1024
_XML_TYPES = frozenset({"text/xml", "application/soap+xml", "application/xop+xml"})


class Damaged(Exception):
    """This is no whole answer of the service."""


@dataclass(frozen=True)
class _Part:
    head: Message
    start: int
    end: int


def read_reply(content_type: str, body: IO[bytes], archive: IO[bytes]) -> str:
    """The status, in the words of the service; the zip, if one came, is written into ``archive``.

    Both are files on disk. Raises ``Damaged``.
    """
    head = Message()
    head["Content-Type"] = content_type
    body.flush()
    try:
        whole = mmap.mmap(body.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError:
        raise Damaged("nothing came") from None
    with whole:
        if head.get_content_type() in _XML_TYPES:
            return _envelope(_pieces(whole, 0, len(whole)), archive).status
        if head.get_content_type() == "multipart/related":
            return _with_attachment(head, whole, archive)
    raise Damaged("not an answer of the service")


def _with_attachment(head: Message, whole: mmap.mmap, archive: IO[bytes]) -> str:
    parts = list(_parts(whole, str(head.get_param("boundary", ""))))
    by_id = {str(part.head.get("Content-ID", "")).strip("<> \t"): part for part in parts}
    start = str(head.get_param("start", "")).strip("<> \t")
    root = by_id.get(start, parts[0]) if parts else None
    if root is None:
        raise Damaged("no parts")
    seen = _envelope(_pieces(whole, root.start, root.end), archive)
    if seen.reference:
        if seen.reference not in by_id:
            raise Damaged("the attachment is missing")
        _unpack(by_id[seen.reference], whole, archive)
    return seen.status


def _parts(whole: mmap.mmap, boundary: str) -> Iterator[_Part]:
    """The parts between the boundaries, by their places; the last boundary has to be there."""
    if not boundary or len(boundary) > 200:
        raise Damaged("no boundary")
    mark = b"--" + boundary.encode()
    here = whole.find(mark)
    for _number in range(_MOST_PARTS):
        start = here + len(mark)
        if here < 0:
            raise Damaged("the answer is cut off")
        if whole[start : start + 2] == b"--":
            return
        here = whole.find(b"\r\n" + mark, start) + 2
        if here < 2:
            raise Damaged("the answer is cut off")
        head_end = whole.find(b"\r\n\r\n", start, min(here, start + _LONGEST_HEAD))
        if head_end < 0:
            raise Damaged("a part without a head")
        head = BytesHeaderParser().parsebytes(whole[start:head_end].lstrip())
        yield _Part(head, head_end + 4, here - 2)
    raise Damaged("too many parts")


def _pieces(whole: mmap.mmap, start: int, end: int) -> Iterator[bytes]:
    for place in range(start, end, _PIECE):
        yield whole[place : min(place + _PIECE, end)]


def _unpack(part: _Part, whole: mmap.mmap, archive: IO[bytes]) -> None:
    packed = _Base64(archive)
    is_packed = str(part.head.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
    for piece in _pieces(whole, part.start, part.end):
        if is_packed:
            packed.add(piece)
        else:
            archive.write(piece)
    packed.end()


def _envelope(pieces: Iterator[bytes], archive: IO[bytes]) -> "_Envelope":
    seen = _Envelope(archive)
    parser: Any = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(seen)
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.close()
        seen.packed.end()
    except (SAXException, DefusedXmlException, binascii.Error, UnicodeError) as trouble:
        raise Damaged(type(trouble).__name__) from trouble
    if not seen.status:
        raise Damaged("no status")
    return seen


@dataclass
class _Base64:
    """Base64 that comes in pieces, unpacked into a file."""

    file: IO[bytes]
    rest: bytes = b""

    def add(self, piece: bytes) -> None:
        packed = self.rest + b"".join(piece.split())
        whole = len(packed) // 4 * 4
        self.rest = packed[whole:]
        self.file.write(binascii.a2b_base64(packed[:whole], strict_mode=True))

    def end(self) -> None:
        if self.rest:
            raise Damaged("the zip is cut off")


class _Envelope(ContentHandler):
    """What is wanted of the XML: the status, and the zip or what it is called."""

    def __init__(self, archive: IO[bytes]) -> None:
        super().__init__()
        self.status = self.reference = ""
        self.packed = _Base64(archive)
        self._inside = ""
        self._elements = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the name the parser calls
        self._inside = name.rpartition(":")[2].lower()
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise Damaged("too many elements")
        if self._inside == "include":
            self.reference = attrs.get("href", "").removeprefix("cid:").replace("%40", "@")

    def endElement(self, name: str) -> None:  # noqa: N802
        self._inside = ""

    def characters(self, content: str) -> None:
        if self._inside == "status":
            self.status = (self.status + content)[:_LONGEST_TEXT].lstrip()
        elif self._inside == "zawartosc":
            self.packed.add(content.encode("ascii"))
