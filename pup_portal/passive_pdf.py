"""Whether a PDF only shows pages. One that asks for a password, runs something or carries files is refused.

Every object of the file is looked at, also those that no page refers to and those packed into streams.
Names are compared as the parser reads them, so spelling one with escapes (``/J#61vaScript``) hides nothing.
"""

import io
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError
from pup_portal.lazily import lazily

if TYPE_CHECKING:
    import pypdf
else:
    pypdf = lazily("pypdf")

MOST_OBJECTS = 100_000
DEEPEST = 100
# Keys that only what acts or carries has (ISO 32000-2).
_KEYS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent", "/Rendition"})
# /S of an action: everything that does more than show a place in this file or a web page.
_ACTIONS = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition",
        "/RichMediaExecute", "/Sound", "/Movie", "/Hide",
    }
)  # fmt: skip
# The same words as plain bytes: another viewer may find an object where our parser finds none.
_BYTES = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
_TYPES = frozenset({"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"})


class ActivePdf(DomainError):
    """The PDF can do more than show pages, or cannot be looked into."""


def pages_of(content: bytes) -> int:
    """How many pages the PDF shows, at least one. Raises ``ActivePdf`` when it is not only pages."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise ActivePdf(_("The PDF is protected with a password. Save it without one and add it again."))
        is_active = any(word in content for word in _BYTES) or any(map(_acts, _values(reader)))
        count = len(reader.pages)
    except ActivePdf:
        raise
    except Exception:  # a broken file may break its reader in any way
        raise _damaged() from None
    if is_active:
        raise ActivePdf(
            _(
                "The PDF holds scripts, attachments or a form that runs. Print it, scan the print and add the scan."
            )
        )
    if not count:
        raise _damaged()
    return count


def _damaged() -> ActivePdf:
    return ActivePdf(_("The PDF is damaged and cannot be opened. Print it or save it anew and add it again."))


def _acts(value: Any) -> bool:
    if not isinstance(value, pypdf.generic.DictionaryObject):
        return False
    if not _KEYS.isdisjoint(value.keys()):
        return True
    kinds = {str(value[key]) for key in ("/Type", "/Subtype") if key in value}
    return ("/S" in value and str(value["/S"]) in _ACTIONS) or not _TYPES.isdisjoint(kinds)


def _values(reader: "pypdf.PdfReader") -> Iterator[Any]:
    """Every object of the file and every dictionary and list in it; references are not followed."""
    for value in chain([reader.trailer], _objects(reader)):
        yield from _inside(value, DEEPEST)


def _objects(reader: "pypdf.PdfReader") -> Iterator[Any]:
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise _damaged()
    for number, generation in sorted(numbers):
        if number:  # 0 heads the list of free ones
            yield reader.get_object(pypdf.generic.IndirectObject(number, generation, reader))


def _inside(value: Any, depth: int) -> Iterator[Any]:
    if not depth:
        raise _damaged()
    yield value
    if isinstance(value, pypdf.generic.DictionaryObject):
        parts = list(dict.values(value))
    elif isinstance(value, pypdf.generic.ArrayObject):
        parts = list(list.__iter__(value))
    else:
        return
    for part in parts:
        if isinstance(part, pypdf.generic.DictionaryObject | pypdf.generic.ArrayObject):
            yield from _inside(part, depth - 1)
