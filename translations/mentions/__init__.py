"""Facts named in a Polish or Ukrainian text: amounts, dates, hours, phones, addresses, contracts.

Two mentions say the same when their kind and ``value`` are equal, however they are written: "1 500,50 zł"
and "1500,50 злотих", "od 8 do 16" and "з 8:00 до 16:00", "1 czerwca 2026" and "01.06.2026".
"""

import re
import unicodedata

from translations.mentions import amounts, contacts, dates, number_words, shares, terms
from translations.mentions.mention import POOLED, Kind, Mention, Pattern, number_value
from translations.mentions.terms import KINDS_OF_CONTRACT, LENGTHS_OF_CONTRACT

__all__ = [
    "KINDS_OF_CONTRACT",
    "LENGTHS_OF_CONTRACT",
    "POOLED",
    "Kind",
    "Mention",
    "mentions",
    "normalised",
    "number_value",
]

_APOSTROPHE = re.compile(r"(?<=\w)[\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}](?=\w)")
# In this order; what an earlier pattern took, a later one no longer sees.
_PATTERNS: list[Pattern] = [
    *contacts.PATTERNS,
    *dates.PATTERNS,
    *contacts.PHONES,
    *shares.PATTERNS,
    *amounts.UNITS,
    *amounts.MONEY,
    *amounts.HOURS,
    *terms.LEVELS,
    *terms.WORDS,
    *amounts.NUMBERS,
    *terms.TAX,
    *number_words.PATTERNS,
]


def normalised(text: str) -> str:
    """``text`` composed (NFC) and with one kind of apostrophe; every place in a composed text stays where it was."""
    return _APOSTROPHE.sub("'", unicodedata.normalize("NFC", text))


def mentions(text: str) -> list[Mention]:
    """All facts named in ``text``, in order, none overlapping another."""
    found: list[Mention] = []
    free = text
    for kind, expression, read, is_word in _PATTERNS:
        for match in expression.finditer(free):
            value = read(match)
            if value is not None:
                found.append(Mention(kind, value, match.group(), match.start(), match.end(), is_word))
                free = free[: match.start()] + "\0" * len(match.group()) + free[match.end() :]
    return sorted((mention for mention in found if mention.value), key=lambda mention: mention.start)
