"""A text as people read it, without what only hides words from a program.

Letters of other alphabets that look the same, invisible signs, ornamental letters and letters set apart are brought
to the plain word. Every letter keeps its place in the original text.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_HIDDEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]")
_CLUSTER = re.compile("[\\s\\S][\u0300-\u036f]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TWINS = dict(
    zip(
        "асеіјорхуѕАВЕІЈКМНОРСТХУЅκοαινρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aceijopxysABEIJKMHOPCTXYSkoaivpABEZHIKMNOPTYX",
        strict=True,
    )
)
_TO_LATIN = str.maketrans(_TWINS | {"к": "k", "т": "t", "м": "m", "н": "h", "в": "b"})
_TO_CYRILLIC = str.maketrans({latin: twin for twin, latin in _TWINS.items() if "\u0400" <= twin <= "\u04ff"})
# A digit within a word, where a letter is meant; a capital I among small letters.
_DIGIT = re.compile(r"(?<=[^\W\d_])[0134](?=[^\W\d_])|(?<=[a-z])I(?=[a-z])")
_DIGITS = dict(zip("0134I", "oieal", strict=True))
# Single letters set apart, four or more with the digits among them; a wider gap parts words.
_SPACED = re.compile(r"(?<!\w)\w(?:[ .*_·-]{1,4}\w){3,}(?!\w)")
_GAP = re.compile(r"[ .*_·-]+")
_FEWEST_LETTERS = 4


@dataclass(frozen=True)
class Plain:
    """``text`` to be read; its letter at ``i`` stands from ``starts[i]`` to ``ends[i]`` in the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def without(self, dropped: Iterable[int]) -> "Plain":
        gone = set(dropped)
        kept = [at for at in range(len(self.text)) if at not in gone]
        return Plain(
            "".join(self.text[at] for at in kept),
            [self.starts[at] for at in kept],
            [self.ends[at] for at in kept],
        )


def plain(text: str) -> Plain:
    """``text`` without what hides words."""
    found = _common(text)
    found = Plain(_DIGIT.sub(_letter, _WORD.sub(_one_script, found.text)), found.starts, found.ends)
    gaps = [at for stretch in _SPACED.finditer(found.text) for at in _inner_gaps(stretch)]
    return found.without(gaps) if gaps else found


def _common(text: str) -> Plain:
    """With ornamental, wide and composed letters as common ones, and nothing invisible."""
    if unicodedata.is_normalized("NFKC", text) and not _HIDDEN.search(text):
        return Plain(text, range(len(text)), range(1, len(text) + 1))
    letters: list[tuple[str, int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        common = unicodedata.normalize("NFKC", _HIDDEN.sub("", cluster.group()))
        letters += [(letter, cluster.start(), cluster.end()) for letter in common]
    return Plain(
        "".join(letter for letter, _, _ in letters),
        [start for _, start, _ in letters],
        [end for _, _, end in letters],
    )


def _one_script(found: re.Match[str]) -> str:
    """The word in one alphabet, if all its letters of the other have a twin there."""
    word = found.group()
    if word.isascii() or len({_is_foreign(letter) for letter in word}) == 1:
        return word
    latin = word.translate(_TO_LATIN)
    if not any(map(_is_foreign, latin)):
        return latin
    cyrillic = word.translate(_TO_CYRILLIC)
    return cyrillic if all(map(_is_foreign, cyrillic)) else word


def _is_foreign(letter: str) -> bool:
    return "\u0370" <= letter <= "\u04ff"


def _letter(found: re.Match[str]) -> str:
    return _DIGITS[found.group()]


def _inner_gaps(stretch: re.Match[str]) -> list[int]:
    """Where the signs stand that set letters of one word apart."""
    if sum(letter.isalpha() for letter in stretch.group()) < _FEWEST_LETTERS:
        return []
    gaps = list(_GAP.finditer(stretch.string, stretch.start(), stretch.end()))
    narrow = min(len(gap.group()) for gap in gaps)
    return [at for gap in gaps if len(gap.group()) == narrow for at in range(gap.start(), gap.end())]
