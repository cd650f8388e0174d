"""A draft put together from the glossary: what is known is written, what is not stays Polish between marks.

Nothing is guessed. Terms come in their dictionary form, so a person still has to make sentences of them: where
another form may be needed, the term stands between marks too, and the text is not complete. Numbers, dates,
phones and addresses are carried over as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from translations import coded, gaps, morphology
from translations.glossary import Glossary, Hit
from translations.mentions import Kind, Mention, mentions, number_value

_CONJUNCTIONS = {"i": "і", "oraz": "та", "lub": "або", "albo": "або"}
_TAX = {"brutto": "брутто", "netto": "нетто"}
_BEFORE_AN_AMOUNT = {"od": "від", "do": "до"}
_BEFORE_A_TIME = {"od": "з", "do": "до"}
_BEFORE_A_PHONE = {"tel": "тел.", "telefon": "телефон"}
_SAID_IN_WORDS = frozenset({Kind.CONTRACT, Kind.PER, Kind.WEEKDAY, Kind.LICENCE})
_FIGURES = re.compile(r"\d[\d/.,]*")
_GENITIVE_AFTER = frozenset({"od", "do", "powyżej", "około", "ok", "ponad"})


@dataclass(frozen=True)
class Draft:
    """``is_known`` when any of it could be written; ``is_verbatim`` when no word had to be translated."""

    text: str
    is_known: bool
    is_verbatim: bool


@dataclass(frozen=True)
class _Run:
    """A word, term or fact of the text. ``uk`` is its rendering, ``None`` when that is not known."""

    start: int
    end: int
    uk: str | None
    is_joint: bool = False  # a conjunction: worth writing only between things that are known


def assemble(text: str, glossary: Glossary) -> Draft:
    """Draft one Polish segment."""
    hits = [hit for hit in glossary.hits(text) if not hit.is_split]
    facts = [fact for fact in carried_over(text) if not _is_part(fact, hits)]
    hits = [hit for hit in hits if not any(_overlap(hit, fact) for fact in facts)]
    runs = [_Run(hit.start, hit.end, like(text[hit.start :], hit.entry.uk)) for hit in hits]
    runs += [_Run(fact.start, fact.end, rendered(text, fact)) for fact in facts]
    runs += _words(text, hits, facts)
    runs = _only_useful(sorted(runs, key=lambda run: run.start))
    if all(run.uk is not None for run in runs):
        runs = _uncertain_marked(text, runs, hits)
    return Draft(
        text=_written(text, runs),
        is_known=any(run.uk is not None and not run.is_joint for run in runs),
        is_verbatim=all(run.uk == text[run.start : run.end] for run in runs),
    )


def carried_over(text: str) -> list[Mention]:
    """The facts of ``text`` that are written alike in both languages, or nearly: none said in words."""
    return [fact for fact in mentions(text) if not fact.is_word and fact.kind not in _SAID_IN_WORDS]


def _is_inside(place: int, spans: list[Hit] | list[Mention]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _is_part(fact: Mention, hits: list[Hit]) -> bool:
    """Whether a term names the fact too: the terms "B2" or "stawka 0%" win, an e-mail beats its words."""
    return any(hit.start <= fact.start and fact.end <= hit.end for hit in hits)


def _overlap(hit: Hit, fact: Mention) -> bool:
    return hit.start < fact.end and fact.start < hit.end


def like(written: str, uk: str) -> str:
    """``uk`` with a capital where the Polish has one."""
    return uk[:1].upper() + uk[1:] if written[:1].isupper() else uk


def rendered(text: str, fact: Mention) -> str | None:
    """A fact in Ukrainian: the currency and the name of a month change, digits never do."""
    if fact.kind == Kind.TAX:
        return _TAX.get(fact.text.casefold())
    if fact.kind == Kind.MONEY and fact.currency == "PLN":
        return _zlotys(text, fact)
    if fact.kind == Kind.DATE and any(letter.isalpha() for letter in fact.text):
        return _day(fact)
    if fact.kind == Kind.SHARE:
        figures = _FIGURES.match(fact.text)
        return f"{figures[0]}{coded.NBSP}ставки" if figures else None
    return fact.text


def _zlotys(text: str, fact: Mention) -> str:
    digits = text[fact.start : fact.number_end]
    if number_value(digits) != fact.value:
        return f"{digits}{coded.NBSP}тис. злотих"
    before = morphology.words(text[: fact.start])
    is_genitive = bool(before) and before[-1].text.casefold() in _GENITIVE_AFTER
    return f"{digits}{coded.NBSP}{coded.zloty_uk(Decimal(fact.value), is_genitive=is_genitive)}"


def _day(fact: Mention) -> str | None:
    """A day with its month in the genitive; a month alone would need a case we do not know."""
    year, month, day = fact.value.rsplit("-", 2)
    written = f"{int(day)} {coded.month_of(int(month), 'uk')} {year}".strip()
    return written if int(day) else None


def _words(text: str, hits: list[Hit], facts: list[Mention]) -> Iterator[_Run]:
    """The words that are neither terms nor facts, nearly all of them unknown."""
    for word in morphology.words(text):
        if _is_inside(word.start, hits) or _is_inside(word.start, facts):
            continue
        small = word.text.casefold()
        uk = _CONJUNCTIONS.get(small) or _preposition(small, text, word.end, facts)
        if small == "r" and any(_is_date_before(text, fact, word.start) for fact in facts):
            uk = "року"
        # The full stop of an abbreviation goes with it; that of the sentence stays.
        is_abbreviated = text[word.end : word.end + 2].rstrip() == "." and bool(text[word.end + 1 :].strip())
        # A figure may begin within a word: "x1,5".
        end = min((fact.start for fact in facts if word.start < fact.start < word.end), default=word.end)
        yield _Run(word.start, end + is_abbreviated, uk, is_joint=small in _CONJUNCTIONS)


def _is_date_before(text: str, fact: Mention, place: int) -> bool:
    return fact.kind == Kind.DATE and fact.end <= place and not text[fact.end : place].strip()


def _preposition(word: str, text: str, end: int, facts: list[Mention]) -> str | None:
    """A word right before a fact: Ukrainian takes another "od" for hours than for amounts."""
    following = next((fact for fact in facts if fact.start >= end), None)
    if following is None or text[end : following.start].strip(" .:") or rendered(text, following) is None:
        return None
    if following.kind == Kind.MONEY:
        return _BEFORE_AN_AMOUNT.get(word)
    if following.kind == Kind.PHONE:
        return _BEFORE_A_PHONE.get(word)
    return _BEFORE_A_TIME.get(word) if following.kind in {Kind.TIME, Kind.DATE} else None


def _only_useful(runs: list[_Run]) -> list[_Run]:
    """Leave a conjunction Polish when what it joins is."""
    known = [None, *(run.uk for run in runs), None]
    return [
        replace(run, uk=None) if run.is_joint and None in (known[place], known[place + 2]) else run
        for place, run in enumerate(runs)
    ]


def _uncertain_marked(text: str, runs: list[_Run], hits: list[Hit]) -> list[_Run]:
    """``runs`` with marks around each term that may need another form than the dictionary's."""
    named = {hit.start: hit for hit in hits}
    before: list[_Run | None] = [None, *runs]
    return [
        replace(run, uk=gaps.mark(run.uk))
        if run.uk and run.start in named and not _is_certain(text, named[run.start], before[place])
        else run
        for place, run in enumerate(runs)
    ]


def _is_certain(text: str, hit: Hit, before: _Run | None) -> bool:
    """Whether the dictionary form is right: Polish has it too, and nothing before the term governs its case."""
    written = text[hit.start : hit.end]
    if not hit.entry.is_as_listed(written):
        return False
    is_free = before is None or before.is_joint or bool(text[before.end : hit.start].strip())
    return is_free or morphology.is_unchanging(morphology.words(written)[0].text)


def _written(text: str, runs: list[_Run]) -> str:
    """``text`` with each run rendered, and each stretch of unknown runs between one pair of marks."""
    if not runs:
        return text
    parts, gap_start = [text[: runs[0].start]], None
    for run, following in pairwise([*runs, _Run(len(text), len(text), "")]):
        between = text[run.end : following.start]
        if run.uk is not None:
            parts.append(run.uk + between)
            continue
        gap_start = run.start if gap_start is None else gap_start
        if following.uk is not None:
            parts.append(gaps.mark(text[gap_start : run.end]) + between)
            gap_start = None
    return "".join(parts)
