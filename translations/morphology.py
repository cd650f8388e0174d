"""Polish words and their dictionary forms.

A key is the dictionary form with its class: ``umowy`` → ``umowa/noun``, ``pakowania`` → ``pakować/gerund``,
so that a verb is not taken for its noun. The analyser costs some 30 µs a word and is not safe between
threads: it is asked once per word and process, under a lock.
"""

import re
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

import morfeusz2

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_CLASSES = {
    "subst": "noun", "depr": "noun", "ger": "gerund", "adj": "adjective", "adja": "prefix",
    "adjp": "adjective", "adjc": "adjective", "pact": "participle", "ppas": "participle", "fin": "verb",
    "praet": "verb", "inf": "verb", "impt": "verb", "imps": "verb", "bedzie": "verb",
}  # fmt: skip
_OUT_OF_USE = frozenset({"daw.", "przest."})
_DEGREES = frozenset({"com", "sup", "pact", "ppas"})
_DESCRIBING = ("/adjective", "/participle")
_SHORTEST_STEM = 4
_ENDING = re.compile(r"(?:ami|ach|owie|owi|iem|ego|emu|ych|ich|ym|im|ej|ów|em|om|ie|[aąeęioóuy])$")
_FLEETING = re.compile(r"i?e([ck])$")
_analyser = morfeusz2.Morfeusz(generate=False)
_lock = Lock()


class Word(NamedTuple):
    text: str
    start: int
    end: int


def words(text: str, start: int = 0) -> list[Word]:
    """The words of ``text`` from ``start`` on with their places; an apostrophe inside does not end a word."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start)]


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """Every dictionary form ``word`` may have; an unknown word is its own."""
    found = {
        f"{lemma.split(':')[0].casefold()}/{_class(tag)}"
        for start, _, (_, lemma, tag, *_) in _readings(word)
        if start == 0 and tag != "ign"
    }
    return frozenset(found or {f"{word.casefold()}/unknown"})


@lru_cache(maxsize=50_000)
def is_name(word: str) -> bool:
    """Whether the dictionary knows ``word`` as a name only: of a place, a person, a firm."""
    labels = [
        set(labels)
        for start, _, (_, _, tag, labels, usage) in _readings(word)
        if start == 0 and tag != "ign" and _OUT_OF_USE.isdisjoint(usage)
    ]
    return bool(labels) and not any("nazwa_pospolita" in found or not found for found in labels)


@lru_cache(maxsize=50_000)
def term_keys(word: str) -> frozenset[str]:
    """``keys``, and for a word no dictionary has also its stem, so that its other forms share one."""
    found = keys(word)
    return found if is_polish(word) else found | {f"{_stem(word.casefold())}/stem"}


def is_polish(word: str) -> bool:
    """Whether the dictionary knows ``word``."""
    return not any(key.endswith("/unknown") for key in keys(word))


def is_describing(word: str) -> bool:
    """Whether the Polish ``word`` may be an adjective or a participle, and not a negated one."""
    return any(key.endswith(_DESCRIBING) for key in keys(word))


def is_unchanging(word: str) -> bool:
    """Whether the Polish ``word`` is a preposition or an adverb: what it begins has one form only."""
    found = keys(word)
    return any(key.endswith("/prep") for key in found) or all(key.endswith("/adv") for key in found)


@lru_cache(maxsize=10_000)
def degrees(word: str) -> frozenset[str]:
    """What a form of ``word`` says that its dictionary form does not: more, most, who acts, who is acted on."""
    marks = (set(tag.split(":")) for start, _, (_, _, tag, *_) in _readings(word) if start == 0)
    return frozenset().union(*marks) & _DEGREES


@lru_cache(maxsize=10_000)
def is_first_name(word: str) -> bool:
    return word[:1].isupper() and any("imię" in kinds for _, _, (_, _, _, kinds, _) in _readings(word))


@lru_cache(maxsize=2_000)
def forms(key: str) -> frozenset[str]:
    """All written forms of the dictionary form that ``key`` names; of an unknown word, the word."""
    lemma, _, kind = key.rpartition("/")
    with _lock:
        generated = _generator().generate(lemma)
    return frozenset(form.casefold() for form, _, tag, *_ in generated if _class(tag) == kind) | {lemma}


def all_forms(lemma: str) -> frozenset[str]:
    """All written forms of the words whose dictionary form is ``lemma``, in small letters and with it."""
    with _lock:
        generated = [form for name in {lemma, lemma.capitalize()} for form, *_ in _generator().generate(name)]
    return frozenset(form.casefold() for form in generated) | {lemma}


@cache
def _generator() -> morfeusz2.Morfeusz:
    """Needed only where terms are changed, so it is made there."""
    return morfeusz2.Morfeusz(analyse=False, generate=True)


def _readings(word: str) -> list[tuple[int, int, tuple[str, str, str, list[str], list[str]]]]:
    with _lock:
        return _analyser.analyse(word)


def _class(tag: str) -> str:
    """The class in a tag. A negated form is a class of its own: "nieokreślony" is no form of "określony"."""
    kind, *marks = tag.split(":")
    return f"{_CLASSES.get(kind, kind)}{'-not' if 'neg' in marks else ''}"


def _stem(word: str) -> str:
    """``word`` without its ending and the vowel that comes and goes; a short word stays."""
    stem = _FLEETING.sub(r"\1", _ENDING.sub("", word))
    return stem if len(stem) >= _SHORTEST_STEM else word
