"""TMX 1.4: memories of other tools, read as a stream and written as one.

A place is written as ``<ph x="0" type="pup-few"/>``, which other tools keep as a placeholder.
"""

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any
from xml.sax.saxutils import escape

from django.utils.translation import gettext_noop

from translations import places
from translations.exchange import xml
from translations.exchange.pairs import BadPair, Pair, Unreadable, checked

_MARK = "pup-"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="PUP Portal" creationtoolversion="1" segtype="sentence" o-tmf="PUP Portal" adminlang="en" srclang="pl" datatype="plaintext"/>
<body>
"""
_UNIT = """<tu tuid="{number}">
{domain}<tuv xml:lang="pl"><seg>{pl}</seg></tuv>
<tuv xml:lang="uk"><seg>{uk}</seg></tuv>
</tu>
"""


def read(stream: IO[bytes]) -> Iterator[Pair | BadPair]:
    """The pairs of a TMX file, one for each unit. Raises ``Unreadable``, at the latest where the damage is."""
    place, is_tmx = 0, False
    for event, element in xml.elements(stream, "tmx", "tu"):
        if event == "start":
            is_tmx = is_tmx or xml.name(element) == "tmx"
            continue
        if not is_tmx:
            break
        if xml.name(element) == "tu":
            place += 1
            yield _pair(place, element)
    if not is_tmx:
        raise Unreadable(gettext_noop("This is no TMX file."))


def write(pairs: Iterable[Pair]) -> Iterator[str]:
    """The text of a TMX file with ``pairs``, bit by bit."""
    yield _HEADER
    for pair in pairs:
        domain = f'<prop type="x-domain">{_escaped(pair.domain)}</prop>\n' if pair.domain else ""
        yield _UNIT.format(number=pair.place, domain=domain, pl=_marked(pair.pl), uk=_marked(pair.uk))
    yield "</body>\n</tmx>\n"


def _pair(place: int, unit: Any) -> Pair | BadPair:
    texts: dict[str, str] = {}
    for variant in unit:
        language = _language(variant)
        if xml.name(variant) != "tuv" or not language:
            continue
        segment = next((child for child in variant if xml.name(child) == "seg"), None)
        if segment is not None:  # of several texts of one language the first
            texts.setdefault(language, xml.text_of(segment, _place))
    if not texts:
        return BadPair(place, "no-language")
    return checked(place, texts.get("pl", ""), texts.get("uk", ""), _domain(unit))


def _language(variant: Any) -> str:
    """The language without country: ``pl-PL``, ``PL`` and ``pl_PL`` are Polish. TMX 1.1 says ``lang``."""
    said = variant.get(f"{xml.XML}lang") or variant.get("lang") or ""
    return re.split(r"[-_]", said.strip())[0].casefold()


def _domain(unit: Any) -> str:
    said = (prop.text or "" for prop in unit if xml.name(prop) == "prop" and prop.get("type") == "x-domain")
    return next(said, "").strip()[:40]


def _place(code: Any) -> str | None:
    kind, number = code.get("type", ""), code.get("x", "")
    if xml.name(code) != "ph" or not kind.startswith(_MARK) or not number.isdecimal():
        return None
    return f"{places.OPEN}{number}:{kind.removeprefix(_MARK)}{places.CLOSE}"


def _marked(text: str) -> str:
    return places.PLACE.sub(r'<ph x="\1" type="pup-\2"/>', _escaped(text))


def _escaped(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text), {'"': "&quot;"})
