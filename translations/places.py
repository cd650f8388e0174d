"""Texts with typed places instead of what may differ between two uses of one sentence.

"Wynagrodzenie 4666 zł" and "Wynagrodzenie 4806 zł" are one template. A number keeps its Ukrainian plural
category in the template, so that "2 місця" never serves for "5 місць"; a place is made only of a fact that
is written alike in both languages, once in each. A name in quotation marks is such a fact, too.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from translations import gaps
from translations.mentions import Kind, Mention, mentions
from translations.plurals import category

# One more whenever facts are found or places are made in another way: the memory is then keyed anew (rekeying.py).
RULES = 1
OPEN, CLOSE = "⟨", "⟩"
PLACE = re.compile(rf"{OPEN}(\d+):([a-z]+){CLOSE}")
NAME = "name"
# A month in words is written in another way in each language; words and levels are part of the sentence.
_EXCHANGED = frozenset({"url", "email", "phone", "date", "money", "time", "number", "address", "postcode"})
_QUOTED = re.compile(r"(?<=[„“”\"«‚])(?=[^\W\d_])[^„“”\"«»‚⟨⟩\n]{2,60}(?=[“”\"»‘’])")


class Fact(NamedTuple):
    """A stretch of a text that may be another one next time."""

    start: int
    end: int
    kind: str
    text: str

    @property
    def identity(self) -> str:
        """What makes it the same in both languages: the signs, without spaces."""
        return re.sub(r"\s", "", self.text)


class Template(NamedTuple):
    """A Polish text with places, and what stood in each of them."""

    text: str
    facts: list[Fact]


def of_pair(source_pl: str, text_uk: str) -> tuple[str, str]:
    """The most general templates that the pair allows; the texts themselves when it allows none."""
    for with_names in (True, False):
        polish, ukrainian = _facts(source_pl, with_names), _facts(text_uk, with_names)
        numbers = {fact.identity: number for number, fact in enumerate(polish)}
        if len(numbers) == len(polish) and sorted(numbers) == sorted(fact.identity for fact in ukrainian):
            numbered = [numbers[fact.identity] for fact in ukrainian]
            return tidy(_cut(source_pl, polish, range(len(polish)))), _cut(text_uk, ukrainian, numbered)
    return tidy(source_pl), text_uk


def of_polish(source_pl: str) -> list[Template]:
    """Every template under which the approved translation of ``source_pl`` may stand, the most general first."""
    readings: list[list[Fact]] = [_facts(source_pl, True), _facts(source_pl, False), []]
    found = {tidy(_cut(source_pl, facts, range(len(facts)))): facts for facts in readings}
    return [Template(text, facts) for text, facts in found.items()]


def filled(template: str, facts: list[Fact]) -> str:
    """``template`` with ``facts`` in its places; a place that has no fact of its kind becomes a gap."""

    def fact_for(place: re.Match[str]) -> str:
        number = int(place[1])
        if number < len(facts) and _is_alike(facts[number].kind, place[2]):
            return facts[number].text
        return gaps.mark("?")

    return PLACE.sub(fact_for, template)


def tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def agree(template_pl: str, template_uk: str) -> bool:
    """Whether both texts have the same places, each once, and no sign of a place beside them."""
    polish, ukrainian = (PLACE.findall(template) for template in (template_pl, template_uk))
    rest = PLACE.sub("", template_pl + template_uk)
    numbers = [int(number) for number, _ in polish]
    is_clean = OPEN not in rest and CLOSE not in rest
    return is_clean and numbers == list(range(len(polish))) and sorted(polish) == sorted(ukrainian)


def _is_alike(kind: str, other: str) -> bool:
    """Categories of number differ by their grammar only: a reviewer corrects the ending."""
    return kind == other or {kind, other} <= _CATEGORIES


def _facts(text: str, with_names: bool) -> list[Fact]:
    """What may differ between two uses of one sentence: facts written in digits, names in quotation marks."""
    names = list(_names(text)) if with_names else []
    facts = [
        Fact(mention.start, mention.number_end, _kind(mention), text[mention.start : mention.number_end])
        for mention in mentions(text)
        if _is_exchanged(mention)
        and not any(name.start < mention.end and mention.start < name.end for name in names)
    ]
    return sorted(facts + names)


def _names(text: str) -> Iterator[Fact]:
    for match in _QUOTED.finditer(text):
        if match.group()[0].isupper():
            yield Fact(match.start(), match.end(), NAME, match.group())


def _is_exchanged(mention: Mention) -> bool:
    is_named_month = mention.kind == Kind.DATE and any(letter.isalpha() for letter in mention.text)
    return not mention.is_word and mention.kind.value in _EXCHANGED and not is_named_month


def _kind(mention: Mention) -> str:
    if mention.kind in {Kind.MONEY, Kind.NUMBER}:
        return category(Decimal(mention.value), "uk").value
    return mention.kind.value


def _cut(text: str, facts: list[Fact], numbers: "range | list[int]") -> str:
    for fact, number in reversed(list(zip(facts, numbers, strict=True))):
        text = f"{text[: fact.start]}{OPEN}{number}:{fact.kind}{CLOSE}{text[fact.end :]}"
    return text


_CATEGORIES = frozenset({"one", "few", "many", "fraction"})


class Piece(NamedTuple):
    """A stretch of a template as a page shows it: ``kind`` is that of a place, or nothing for words."""

    kind: str
    text: str


def pieces(template: str) -> list[Piece]:
    """``template`` cut into words and places; a place is shown by a word for its kind."""
    found, end = [], 0
    for place in PLACE.finditer(template):
        found += [
            Piece("", template[end : place.start()]),
            Piece(place[2], str(_LABELS.get(place[2], place[2]))),
        ]
        end = place.end()
    return [piece for piece in [*found, Piece("", template[end:])] if piece.text]


_LABELS = {
    **dict.fromkeys(_CATEGORIES, _("number")),
    NAME: _("proper name"),
    "date": _("date"),
    "time": _("time"),
    "phone": _("phone"),
    "email": _("e-mail"),
    "url": _("web address"),
    "address": _("address"),
    "postcode": _("postal code"),
}
