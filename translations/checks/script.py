"""The letters of a Ukrainian text: Polish words left in, Russian letters, Latin look-alikes.

A look-alike cannot be seen on paper, but search, a screen reader and "read to me" all stumble over it.
"""

import re
from collections.abc import Iterator

from translations import gaps, morphology, ukrainian
from translations.checks.findings import Finding, Span
from translations.mentions import Kind, Mention
from translations.spelling import printed

UKRAINIAN = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
RUSSIAN_ONLY = frozenset("ыэъё")
LOOK_ALIKES = frozenset("aceiopxy")
POLISH_ONLY = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")

_WORD = re.compile(r"[^\W\d_]+")
_ODD_APOSTROPHE = re.compile(r"\w*[^\W\d_][`´″\"\N{PRIME}\N{LEFT SINGLE QUOTATION MARK}‛][яюєїЯЮЄЇ]\w*")
_APOSTROPHE_LEFT_OUT = re.compile(r"\w*?[бвгґджзкмнпрстфхцчшщ][яюєї]\w*", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=[бвгґджзкмнпрстфхцчшщ])(?=[яюєї])", re.IGNORECASE)
_NEVER_WITHOUT = re.compile("(?<=[аеиіоуяюєї])[бпвмф][яї]", re.IGNORECASE)
# How Polish is kept on purpose: in brackets, in quotation marks, with its legal form, as a code to be quoted.
_KEPT = re.compile(
    r"\([^)\u0400-\u052f]*\)|«[^»]*»|„[^”]*”|“[^”]*”|\"[^\"]*\"|[Ss]p\. ?(?:z o\. ?o\.|j\.|k\.)|S\.?[AC]\.|(?<!\w)e-?mail|(?<!\w)e-[a-z]+|(?<!\w)(?:lok|m)\. ?(?=\d)|(?<!\w)sms(?!\w)",
    re.IGNORECASE,
)
_LATIN_FACTS = frozenset(
    {Kind.URL, Kind.EMAIL, Kind.ADDRESS, Kind.POSTCODE, Kind.PHONE, Kind.MONEY, Kind.LEVEL, Kind.LICENCE}
)
_LATIN = r"[A-Za-z\u00c0-\u017f]+"
_NAME = re.compile(rf"{_LATIN}(?:[ &-](?:i |w |we |z |na )?{_LATIN})+")

_QUOTES = frozenset('«„“"')
_ABBREVIATION_LENGTH = 4
_STEM = 5  # letters that a name keeps in every case


def findings(source_pl: str, text_uk: str, mentions: list[Mention]) -> Iterator[Finding]:
    """A finding for each word of ``text_uk`` whose letters are wrong.

    ``mentions``, found in ``text_uk``, are left out: e-mail addresses and streets are Latin. So are gaps, and what
    ``_KEPT`` describes.
    """
    polish = _WORD.findall(source_pl)
    aside = [match.span() for match in (*_KEPT.finditer(text_uk), *gaps.GAP.finditer(text_uk))]
    aside += [(mention.start, mention.end) for mention in mentions if mention.kind in _LATIN_FACTS]
    aside += _names(source_pl, text_uk)
    for match in _WORD.finditer(text_uk):
        code = _cyrillic_fault(match.group())
        if not code and _is_latin(match.group()) and not _is_within(match.start(), aside):
            code = _latin_fault(match, polish)
        if code:
            yield Finding(code, match.group(), at_uk=match.span())
    for match in _ODD_APOSTROPHE.finditer(text_uk):
        yield Finding("odd-apostrophe", match.group(), at_uk=match.span())
    for match in _APOSTROPHE_LEFT_OUT.finditer(text_uk):
        if better := _with_apostrophe(match.group()):
            yield Finding("missing-apostrophe", match.group(), f"→ {better}", at_uk=match.span())


def _with_apostrophe(word: str) -> str:
    """ "здоров’я" for "здоровя"; empty when the dictionary has no such word, or this one may be right.

    The dictionary lists some mistakes, too: "обовязки" and "б'юро". Between them spelling itself decides.
    """
    if ukrainian.is_known(word.casefold()) and not _NEVER_WITHOUT.search(word):
        return ""
    others = (f"{word[: place.start()]}'{word[place.start() :]}" for place in _BETWEEN.finditer(word))
    return next((printed(other) for other in others if ukrainian.is_known(other.casefold())), "")


def _names(source_pl: str, text_uk: str) -> Iterator[Span]:
    """Two or more Latin words in a row that stand so in the Polish, each with a capital: a name."""
    for match in _NAME.finditer(text_uk):
        words = [word for word in re.split("[ &-]", match.group()) if len(word) > 2 or word[0].isupper()]
        if (
            match.group() in source_pl
            and len(words) > 1
            and all(word[0].isupper() and _is_latin(word) for word in words)
        ):
            yield match.span()


def _is_latin(word: str) -> bool:
    return word.isascii() or not POLISH_ONLY.isdisjoint(word)


def _is_within(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _cyrillic_fault(word: str) -> str:
    cyrillic = {letter for letter in word.casefold() if "\u0400" <= letter <= "\u052f"}
    if cyrillic and any(letter.isascii() or letter in POLISH_ONLY for letter in word):
        return "mixed-alphabets"
    if cyrillic & RUSSIAN_ONLY:
        return "russian-letter"
    return "foreign-letter" if cyrillic - UKRAINIAN else ""


def _latin_fault(match: re.Match[str], polish: list[str]) -> str:
    """A Latin word may stay when it is an abbreviation or a name; one of the Polish sentence was forgotten."""
    word, text = match.group(), match.string
    if len(word) == 1:
        return _look_alike(word, text[: match.start()].rstrip(" ")[-1:], text[match.end() : match.end() + 1])
    if _is_abbreviation(word, polish) or _is_name(word, polish, text[match.end() :].lstrip()[:1]):
        return ""
    if word in polish and (word.islower() or morphology.is_polish(word.casefold())):
        return "polish-word"
    if POLISH_ONLY & set(word):
        return "polish-word"
    return "" if word in polish else "latin-word"


def _is_abbreviation(word: str, polish: list[str]) -> bool:
    """PHP, pH, JavaScript; capitals tell nothing where all of the Polish is in capitals."""
    if word.isupper():
        return len(word) <= _ABBREVIATION_LENGTH or (word in polish and not _is_shouted(polish))
    return word in polish and not word.islower() and not word.istitle()


def _is_name(word: str, polish: list[str], following: str) -> bool:
    """Whether ``word`` names a place, a person or a firm: by the dictionary, or as the Polish writes it."""
    name = word.title() if word.isupper() else word
    if not name.istitle():
        return False
    is_of_firm = word in polish and following in _QUOTES
    return is_of_firm or morphology.is_name(name) or _is_named(name, polish[1:])


def _look_alike(letter: str, before: str, after: str) -> str:
    """A small Latin letter alone; not in "z o.o.", "27a" and "120x60"."""
    is_alone = letter in LOOK_ALIKES and letter.islower() and after not in {".", ")"} and not before.isdigit()
    return "look-alike" if is_alone else ""


def _is_named(word: str, polish: list[str]) -> bool:
    """Whether the Polish names ``word``, perhaps in another case: "w Busku-Zdroju", «Busko-Zdrój»."""
    if word in polish:
        return True
    keys = morphology.keys(word)
    return any(
        name.istitle() and (name[:_STEM] == word[:_STEM] or not keys.isdisjoint(morphology.keys(name)))
        for name in polish
    )


def _is_shouted(polish: list[str]) -> bool:
    """Whether the Polish is written in capitals, so that they tell nothing."""
    return sum(word.isupper() for word in polish) * 2 > len(polish)
