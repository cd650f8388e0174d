"""XML from strangers, read as a stream. What could reach out of the file or swell in memory is refused."""

import re
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext_noop
from lxml import etree

from translations.exchange.pairs import LONGEST, Unreadable

XML = "{http://www.w3.org/XML/1998/namespace}"
DEEPEST = 40
MOST_AT_ONCE = 20_000  # elements kept in memory: of one pair with all that stands around it
_TEXT_LIMIT = 20 * LONGEST
# The DTD that TMX names by custom. It is never read: its name is only let pass.
_USUAL_DTD = re.compile(r"(?:[\w.:/-]*/)?tmx\d\d\.dtd\Z")
# Elements whose content is another tool's formatting, not text.
_CODES = frozenset({"ph", "bpt", "ept", "it", "ut", "bx", "ex", "x", "sc", "ec", "cp"})
_SPACES = re.compile(r"\s+")


def elements(stream: IO[bytes], *tags: str) -> Iterator[tuple[str, Any]]:
    """Each start and end of an element of ``tags`` (names without namespace), as ``(event, element)``.

    An element is emptied once the caller has seen its end. Raises ``Unreadable``.
    """
    wanted, depth, kept, is_first = frozenset(tags), 0, 0, True
    parser = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parser:
            if is_first:
                _refuse_definitions(element)
                is_first = False
            depth += 1 if event == "start" else -1
            kept += event == "start"
            _refuse_swollen(depth, kept)
            if name(element) in wanted:
                yield event, element
                if event == "end":
                    _forget(element)
                    kept = depth
    except etree.XMLSyntaxError:
        raise Unreadable(gettext_noop("The file is damaged: it is not correct XML.")) from None
    except (LookupError, UnicodeError):
        raise Unreadable(gettext_noop("The file is written in an unknown way (encoding).")) from None


def name(element: Any) -> str:
    """The name of an element without its namespace; of anything else none."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def text_of(element: Any, place_for: Any = None) -> str:
    """The text of a segment in one line, without codes of formatting.

    ``place_for(element)`` may give a text in place of an inline element. Raises ``Unreadable`` for an entity.
    """
    parts: list[str] = []
    _collect(element, parts, place_for)
    text = "".join(parts)
    if len(text) > _TEXT_LIMIT:
        text = text[:_TEXT_LIMIT]
    return _SPACES.sub(" ", text).strip()


def _collect(element: Any, parts: list[str], place_for: Any) -> None:
    parts.append(element.text or "")
    for child in element:
        if not isinstance(child.tag, str):
            raise Unreadable(
                gettext_noop("The file defines words of its own (entities). Such files are not read.")
            )
        replaced = place_for(child) if place_for else None
        if replaced is not None:
            parts.append(replaced)
        elif name(child) not in _CODES:
            _collect(child, parts, place_for)
        parts.append(child.tail or "")


def _refuse_definitions(root: Any) -> None:
    """Refuse a document type other than the usual one, and every definition of entities."""
    info = root.getroottree().docinfo
    if info.internalDTD is None:
        return
    if any(True for _ in info.internalDTD.iterentities()):
        raise Unreadable(
            gettext_noop("The file defines words of its own (entities). Such files are not read.")
        )
    if info.system_url and not _USUAL_DTD.match(info.system_url):
        raise Unreadable(
            gettext_noop("The file wants another file to be read (DTD). Such files are not read.")
        )


def _refuse_swollen(depth: int, kept: int) -> None:
    if depth > DEEPEST:
        raise Unreadable(gettext_noop("The file is nested deeper than any such file."))
    if kept > MOST_AT_ONCE:
        raise Unreadable(gettext_noop("The file holds too much that is no sentence."))


def _forget(element: Any) -> None:
    """Let go of what was read, or a large file fills the memory."""
    element.clear()
    for inner in (element, *element.iterancestors()):
        parent = inner.getparent()
        while parent is not None and inner.getprevious() is not None:
            del parent[0]
