"""Words and phrases taken over from Russian or Polish where Ukrainian has its own.

``data/loanwords.csv`` holds them in dictionary form, which stands for every form; a word written in another
form counts only so: "приймати участь" is found in "прийматимете участь", "по вихідним" only as it is. A slash
parts words of which any may stand there; ``not_before`` are words that make the phrase right: "згідно з".
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from translations import morphology, ukrainian
from translations.checks.findings import Finding, Span
from translations.morphology import Word

LOANWORDS = Path(__file__).parents[1] / "data" / "loanwords.csv"
_QUOTED = re.compile(r"«[^»]*»|„[^”]*”|“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True)
class Loan:
    """A phrase by the keys each of its words may have; ``kind`` is the code of its finding."""

    kind: str
    words: tuple[frozenset[str], ...]
    not_before: frozenset[str]
    better: str


def findings(text_uk: str, told: Iterable[Span]) -> Iterator[Finding]:
    """A warning for each phrase, unless it stands in a name or where something else is ``told`` already."""
    words = morphology.words(text_uk)
    known, aside = _by_word(), [match.span() for match in _QUOTED.finditer(text_uk)] + list(told)
    place = 0
    while place < len(words):
        loans = (loan for key in ukrainian.told(words[place].text).keys for loan in known.get(key, ()))
        fitting = [loan for loan in loans if _fits(loan, text_uk, words[place:])]
        loan = max(fitting, key=lambda loan: len(loan.words), default=None)
        last = words[place + (len(loan.words) if loan else 1) - 1]
        if loan and not any(start < last.end and words[place].start < end for start, end in aside):
            span = words[place].start, last.end
            yield Finding(loan.kind, text_uk[slice(*span)], f"→ {loan.better}", at_uk=span)
        place += len(loan.words) if loan else 1


def _fits(loan: Loan, text: str, words: list[Word]) -> bool:
    """Whether ``words`` begin with the phrase, with nothing but spaces inside of it."""
    count = len(loan.words)
    if len(words) < count:
        return False
    is_there = all(
        keys & ukrainian.told(word.text).keys for keys, word in zip(loan.words, words, strict=False)
    )
    is_joint = all(text[before.end : after.start].isspace() for before, after in pairwise(words[:count]))
    is_right = words[count : count + 1] and words[count].text.casefold() in loan.not_before
    return is_there and is_joint and not is_right


@cache
def _by_word() -> dict[str, list[Loan]]:
    """The phrases by every key of their first word."""
    found = defaultdict(list)
    with LOANWORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = tuple(frozenset(_keys(word)) for word in row["words"].split())
            loan = Loan(row["kind"], words, frozenset(row["not_before"].split()), row["better"])
            for key in words[0]:
                found[key].append(loan)
    return dict(found)


def _keys(words: str) -> Iterator[str]:
    """What is looked for in a word: as it is written here, and the stem where no dictionary has it."""
    for word in words.split("/"):
        yield word
        yield from (key for key in ukrainian.told(word).keys if key.endswith("/stem"))
