"""The signs between the words of a Ukrainian text: how it ends, its quotation marks, the spaces at its marks."""

import re
from collections.abc import Iterator

from translations import full_stops
from translations.checks.findings import Finding
from translations.mentions import Kind, Mention

_ENDS = "?!:"
_LAST_WORD = re.compile(r"([^\W\d_]{5,})\.\Z")
_END = re.compile(r"[.?!:;,…][)”»\"]?\Z")
# "Так" and „Так”; not 19" and not the seconds of an angle.
_ODD_QUOTES = re.compile(r"(?<![\w″])[„“”\"](?=\w)[^„“”\"«»\n]*[“”\"]|„|“")
_SPACE_BEFORE = re.compile(r"(?<=\w)[ \t\u00a0]+(?:[,!?.](?=[\s)»]|\Z)|[;:](?=[\s»]|\Z))")  # not " :)"
_SPACE_MISSING = re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])|(?<=[^\W\d_]{2})[!?:](?=[^\W\d_])")
_TWICE = re.compile(r",,|;;|(?<!\.)\.\.(?!\.)|(?<=\w) {2,}(?=\w)")
_ADDRESSES = frozenset({Kind.URL, Kind.EMAIL})


def findings(source_pl: str, text_uk: str, mentions: list[Mention]) -> Iterator[Finding]:
    """``mentions``, found in ``text_uk``, tell where an address stands, whose signs are its own."""
    yield from _ending(source_pl.rstrip(), text_uk.rstrip())
    aside = [(mention.start, mention.end) for mention in mentions if mention.kind in _ADDRESSES]
    for code, fault in (
        ("odd-quotes", _ODD_QUOTES),
        ("space-before-mark", _SPACE_BEFORE),
        ("no-space-after-mark", _SPACE_MISSING),
        ("doubled-mark", _TWICE),
    ):
        for match in fault.finditer(text_uk):
            if not any(start <= match.start() < end for start, end in aside):
                yield Finding(code, _around(match), at_uk=match.span())


def _ending(source_pl: str, text_uk: str) -> Iterator[Finding]:
    for sign in _ENDS:
        if source_pl.endswith(sign) != text_uk.endswith(sign):
            yield Finding("other-end", sign)
            return
    last = _LAST_WORD.search(source_pl)
    if last and not full_stops.is_abbreviation(last[1]) and not _END.search(text_uk):
        yield Finding("other-end", ".")


def _around(match: re.Match[str]) -> str:
    """The mark with the words that touch it, so that it can be found in the text."""
    before = re.search(r"\w*\Z", match.string[: match.start()])
    after = re.match(r"\w*", match.string[match.end() :])
    return (before[0] if before else "") + match.group() + (after[0] if after else "")
