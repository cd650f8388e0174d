"""Facts and terms leave for an engine as tokens and come back as the office writes them.

What must not be translated is not sent: amounts, dates, phones, addresses and the glossary's terms become
tokens of the kind the engine leaves alone. An answer in which a token is missing, doubled or broken is
refused; nobody guesses where the fact belonged.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translations import assembly
from translations.glossary import Glossary, Hit

_LETTER = re.compile(r"[^\W\d_]")


class TokensDiffer(ValueError):
    """The answer has not exactly the tokens of the question."""


@dataclass(frozen=True)
class Style:
    """How an engine's tokens are written, and what they may have become when they come back."""

    token: str
    found: re.Pattern[str]
    marks: re.Pattern[str]
    escape: Callable[[str], str] = str
    unescape: Callable[[str], str] = str


# Elements without content, for engines that read XML.
XML = Style(
    '<x id="{}"/>',
    re.compile(r'<x\s+id="(\d{1,3})"\s*(?:/>|>\s*</x\s*>)'),
    re.compile(r"[<>]"),
    escape=lambda text: html.escape(text, quote=False),
    unescape=html.unescape,
)
# For engines that read plain text. They put spaces in, and make the X Cyrillic.
BRACKETS = Style(
    "[X{}X]",
    re.compile(r"\[\s?[XХxх]\s?(\d{1,3})\s?[XХxх]\s?\]"),
    re.compile(r"[\[\]]|[XХxх]\s?\d"),
)
# eTranslation documents this pair; some of its engines drop it together with what it has done.
MARKED = Style(
    "[notranslate]X{}X[/notranslate]",
    re.compile(r"(?:\[notranslate\]\s?)?\b[XХ](\d{1,3})[XХ]\b(?:\s?\[/notranslate\])?"),
    re.compile(r"[\[\]]|[XХxх]\s?\d"),
)


@dataclass(frozen=True)
class Protected:
    """``sent`` goes to the engine; ``kept`` is what its tokens stand for, by number."""

    source: str
    sent: str
    kept: tuple[str, ...]

    @property
    def characters(self) -> int:
        return len(self.sent)


@dataclass(frozen=True)
class _Place:
    start: int
    end: int
    uk: str


def protect(source: str, glossary: Glossary, style: Style) -> Protected | None:
    """``source`` with tokens; ``None`` when nothing is left to translate, or a token could be mistaken."""
    if style.marks.search(style.escape(source)) or style.found.search(source):
        return None
    places = _places(source, glossary.hits(source))
    pieces, end, is_left = [], 0, False
    for number, place in enumerate(places):
        between = source[end : place.start]
        is_left = is_left or bool(_LETTER.search(between))
        pieces += [style.escape(between), style.token.format(number)]
        end = place.end
    rest = source[end:]
    if not is_left and not _LETTER.search(rest):
        return None
    return Protected(source, "".join([*pieces, style.escape(rest)]), tuple(place.uk for place in places))


def restore(answer: str, kept: Sequence[str], style: Style) -> tuple[str, str]:
    """``answer`` with what the tokens stand for, and what the engine itself wrote, without them.

    Raises ``TokensDiffer``.
    """
    found = list(style.found.finditer(answer))
    if sorted(int(token[1]) for token in found) != list(range(len(kept))):
        raise TokensDiffer
    text, own, end = "", "", 0
    for token in found:
        between = _own(answer[end : token.start()], style)
        text = _joined(_joined(text, between), kept[int(token[1])])
        own, end = f"{own}{between} ", token.end()
    rest = _own(answer[end:], style)
    return _joined(text, rest), own + rest


def _own(text: str, style: Style) -> str:
    if style.marks.search(text):
        raise TokensDiffer  # a broken token
    return style.unescape(text)


def _joined(left: str, right: str) -> str:
    """Put a space between two words: engines lose those beside a token."""
    return f"{left} {right}" if left[-1:].isalnum() and right[:1].isalnum() else left + right


def _places(source: str, hits: list[Hit]) -> list[_Place]:
    """What is protected, in its order. A fact inside of a term goes with it, as when a draft is assembled."""
    facts = [
        (fact, uk)
        for fact in assembly.carried_over(source)
        if not any(hit.start <= fact.start and fact.end <= hit.end for hit in hits)
        and (uk := assembly.rendered(source, fact)) is not None
    ]
    terms = [
        hit for hit in hits if not any(hit.start < fact.end and fact.start < hit.end for fact, _uk in facts)
    ]
    places = [_Place(fact.start, fact.end, uk) for fact, uk in facts]
    places += [
        _Place(hit.start, hit.end, assembly.like(source[hit.start :], hit.entry.uk))
        for hit in terms
        if not hit.is_split  # a token would swallow what stands inside
    ]
    return sorted(places, key=lambda place: place.start)
