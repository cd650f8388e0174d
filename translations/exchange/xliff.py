"""XLIFF 1.2 and 2.0: the texts of one translation, for work in another tool."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext_noop
from lxml import etree

from translations.exchange import xml
from translations.exchange.pairs import Unreadable

VERSIONS = ("1.2", "2.0")
MOST_UNITS = 5_000
_NAMESPACES = {
    "1.2": "urn:oasis:names:tc:xliff:document:1.2",
    "2.0": "urn:oasis:names:tc:xliff:document:2.0",
}


@dataclass(frozen=True)
class Unit:
    """One segment. ``name`` says which; a text of the file in one line."""

    name: str
    pl: str
    uk: str
    is_reviewed: bool = False


def write(units: Iterable[Unit], *, version: str, original: str) -> bytes:
    """The XLIFF file of ``version`` with ``units``; ``original`` names what is translated."""
    namespace = _NAMESPACES[version]
    root = etree.Element(f"{{{namespace}}}xliff", nsmap={None: namespace}, version=version)
    (_write_1 if version == "1.2" else _write_2)(root, namespace, original, units)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read(stream: IO[bytes]) -> list[Unit]:
    """The units of an XLIFF file of either version. Raises ``Unreadable``, and then nothing was read."""
    units: list[Unit] = []
    is_xliff = False
    for event, element in xml.elements(stream, "xliff", "file", "trans-unit", "unit"):
        kind = xml.name(element)
        if event == "start":
            is_xliff = is_xliff or kind == "xliff"
            _refuse_another_language(element)
        elif is_xliff and kind in {"trans-unit", "unit"}:
            units.append(_unit(element))
        if len(units) > MOST_UNITS:
            raise Unreadable(gettext_noop("The file has more sentences than any one text."))
    if not is_xliff:
        raise Unreadable(gettext_noop("This is no XLIFF file."))
    return units


def _write_1(root: Any, namespace: str, original: str, units: Iterable[Unit]) -> None:
    languages = {"source-language": "pl", "target-language": "uk"}
    file = etree.SubElement(
        root, f"{{{namespace}}}file", original=original, datatype="plaintext", **languages
    )
    body = etree.SubElement(file, f"{{{namespace}}}body")
    for unit in units:
        element = etree.SubElement(body, f"{{{namespace}}}trans-unit", id=unit.name)
        _add(element, namespace, unit, state="final" if unit.is_reviewed else "needs-review-translation")


def _write_2(root: Any, namespace: str, original: str, units: Iterable[Unit]) -> None:
    root.set("srcLang", "pl")
    root.set("trgLang", "uk")
    file = etree.SubElement(root, f"{{{namespace}}}file", id="text", original=original)
    for unit in units:
        element = etree.SubElement(file, f"{{{namespace}}}unit", id=unit.name)
        state = "initial" if not unit.uk else "final" if unit.is_reviewed else "translated"
        segment = etree.SubElement(element, f"{{{namespace}}}segment", state=state)
        _add(segment, namespace, unit)


def _add(parent: Any, namespace: str, unit: Unit, **target: str) -> None:
    etree.SubElement(parent, f"{{{namespace}}}source").text = unit.pl
    if unit.uk:
        etree.SubElement(parent, f"{{{namespace}}}target", **target).text = unit.uk


def _refuse_another_language(element: Any) -> None:
    said = element.get("target-language") or element.get("trgLang") or "uk"
    if said.split("-")[0].split("_")[0].casefold() != "uk":
        raise Unreadable(gettext_noop("The file holds a translation into another language than Ukrainian."))


def _unit(element: Any) -> Unit:
    """A unit, whose sentence another tool may have cut into several segments."""
    parts = [child for child in element if xml.name(child) in {"segment", "ignorable"}] or [element]
    polish, ukrainian = (" ".join(filter(None, _texts(parts, tag))) for tag in ("source", "target"))
    return Unit(element.get("id", ""), polish, ukrainian)


def _texts(parts: Iterable[Any], tag: str) -> Iterator[str]:
    """Direct children only: what another tool proposes beside (``alt-trans``) is not the translation."""
    for part in parts:
        for child in part:
            if xml.name(child) == tag:
                yield xml.text_of(child)
