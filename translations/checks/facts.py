"""Facts that one text of a pair names and the other does not, or says otherwise."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from translations.checks.findings import Finding
from translations.mentions import KINDS_OF_CONTRACT, LENGTHS_OF_CONTRACT, POOLED, Kind, Mention
from translations.mentions.mention import any_of

type Mentions = list[Mention]

# Named in words, repeated or left out freely: only what contradicts is an error.
_IN_WORDS = frozenset({Kind.CONTRACT, Kind.PER, Kind.WEEKDAY})
COMPARED = ("quantity", *(kind.value for kind in Kind if kind not in POOLED | _IN_WORDS))
_NEAR = 30  # signs between an amount and what is said of it
_LIMITS = {
    **dict.fromkeys(
        ("od", "min.", "minimum", "minimalnie", "co najmniej", "powyżej", "ponad", "nie mniej niż", "від", "з", "із",
         "щонайменше", "мінімум", "понад", "більше", "не менше", "не менше ніж", "не менш як"), "from"),
    **dict.fromkeys(
        ("do", "maks.", "max.", "max", "maksymalnie", "poniżej", "nie więcej niż", "mniej niż", "до", "максимум",
         "не більше", "не більше ніж", "щонайбільше", "менше", "менше ніж"), "to"),
}  # fmt: skip
_LIMIT = re.compile(
    rf"(?<!\w)({any_of(_LIMITS)})(?:\s+(?:kwoty|sumy|ok\.|około|суми|приблизно|близько))?\s*\Z", re.IGNORECASE
)


def findings(polish: Mentions, ukrainian: Mentions, texts: tuple[str, str]) -> Iterator[Finding]:
    """``texts`` are the Polish and the Ukrainian text that the mentions were found in."""
    differing = list(_lost_and_added(polish, ukrainian))
    yield from differing or _said_unequally_often(polish, ukrainian)
    yield from _contradicting_words(polish, ukrainian)
    yield from _foreign_currencies(polish, ukrainian)
    yield from _about_amounts(polish, ukrainian, texts)


def _lost_and_added(polish: Mentions, ukrainian: Mentions) -> Iterator[Finding]:
    polish, ukrainian = _compared(polish), _compared(ukrainian)
    for code, said, elsewhere in (("lost", polish, ukrainian), ("added", ukrainian, polish)):
        opposite, known = _surplus(elsewhere, said), _facts(elsewhere)
        repeated = [other for other in opposite if other.is_word or other.fact in _facts(said)]
        for mention in _surplus(said, elsewhere):
            if mention.is_word:
                is_wrong = _is_contradicted(mention, opposite)
            else:
                is_wrong = mention.fact not in known or _is_contradicted(mention, repeated)
            if is_wrong:
                yield _at(f"{code}-{mention.fact[0]}", mention, is_polish=code == "lost")


def _facts(mentions: Mentions) -> set[tuple[str, str]]:
    return {mention.fact for mention in mentions}


def _at(code: str, mention: Mention, *, is_polish: bool) -> Finding:
    span = (mention.start, mention.end)
    return Finding(code, mention.text, at_pl=span if is_polish else None, at_uk=None if is_polish else span)


def _compared(mentions: Mentions) -> Mentions:
    return [mention for mention in mentions if mention.kind not in _IN_WORDS]


def _surplus(said: Mentions, elsewhere: Mentions) -> Mentions:
    """The mentions whose fact is named more often than ``elsewhere``, as many of the last as there are too many."""
    left = Counter(mention.fact for mention in said)
    left.subtract(Counter(mention.fact for mention in elsewhere))
    found = []
    for mention in reversed(said):
        if left[mention.fact] > 0:
            left[mention.fact] -= 1
            found.append(mention)
    return found[::-1]


def _is_contradicted(mention: Mention, opposite: Mentions) -> bool:
    """Whether the other text says another value instead.

    A number in words may well be left out, and "one" rarely counts anything; but "two shifts" are not "three",
    and "12–22" is not "22–22".
    """
    return not _is_one(mention) and any(
        other.fact[0] == mention.fact[0] and not _is_one(other) for other in opposite
    )


def _is_one(mention: Mention) -> bool:
    return mention.is_word and mention.fact == ("quantity", "1")


def _said_unequally_often(polish: Mentions, ukrainian: Mentions) -> Iterator[Finding]:
    in_pl, in_uk = (Counter(mention.fact for mention in said) for said in (polish, ukrainian))
    digits = {mention.fact: mention for mention in polish if not mention.is_word}
    for (pool, value), mention in digits.items():
        if pool == "quantity" and 0 < in_uk[pool, value] != in_pl[pool, value]:
            yield _at("repeated-fact", mention, is_polish=True)


def _contradicting_words(polish: Mentions, ukrainian: Mentions) -> Iterator[Finding]:
    """Kinds and lengths of contracts, and days of the week: one named instead of another."""
    for group in (KINDS_OF_CONTRACT, LENGTHS_OF_CONTRACT):
        of_pl, of_uk = (_among(Kind.CONTRACT, group, said) for said in (polish, ukrainian))
        if _surplus(of_pl, of_uk):
            yield from (_at("other-contract", mention, is_polish=False) for mention in _surplus(of_uk, of_pl))
        if not of_uk:
            yield from (_at("lost-contract", mention, is_polish=True) for mention in of_pl[:1])
    of_pl, of_uk = (
        [mention for mention in said if mention.kind == Kind.WEEKDAY] for said in (polish, ukrainian)
    )
    if _surplus(of_pl, of_uk):
        yield from (_at("other-weekday", mention, is_polish=False) for mention in _surplus(of_uk, of_pl))


def _among(kind: Kind, values: frozenset[str], said: Mentions) -> Mentions:
    return [mention for mention in said if mention.kind == kind and mention.value in values]


def _foreign_currencies(polish: Mentions, ukrainian: Mentions) -> Iterator[Finding]:
    """A text that names no currency means złoty."""
    expected = {"PLN", *(mention.currency for mention in polish)}
    for mention in ukrainian:
        if mention.currency and mention.currency not in expected:
            yield _at("other-currency", mention, is_polish=False)


def _about_amounts(polish: Mentions, ukrainian: Mentions, texts: tuple[str, str]) -> Iterator[Finding]:
    """Where both texts say something of the same amount, and not the same."""
    said: list[tuple[str, Callable[[Mentions, str], dict[str, set[str]]]]] = [
        ("other-tax", lambda mentions, text: _beside(mentions, Kind.TAX)),
        ("other-period", lambda mentions, text: _beside(mentions, Kind.PER)),
        ("other-limit", _limits),
    ]
    for code, read in said:
        if code == "other-tax" and _values(Kind.TAX, polish) != _values(Kind.TAX, ukrainian):
            continue  # it is said already
        expected, found = read(polish, texts[0]), read(ukrainian, texts[1])
        for mention in ukrainian:
            of_pl, of_uk = expected.get(mention.value), found.get(mention.value)
            if mention.kind in POOLED and of_pl and of_uk and of_pl.isdisjoint(of_uk):
                yield _at(code, mention, is_polish=False)


def _values(kind: Kind, mentions: Mentions) -> set[str]:
    return {mention.value for mention in mentions if mention.kind == kind}


def _beside(mentions: Mentions, kind: Kind) -> dict[str, set[str]]:
    """What mentions of ``kind`` say of each amount: the next one before another amount, else the one before."""
    found: dict[str, set[str]] = {}
    relevant = [mention for mention in mentions if mention.kind in {kind, Kind.MONEY}]
    for place, mention in enumerate(relevant):
        if mention.kind != Kind.MONEY:
            continue
        after = relevant[place + 1 : place + 2] if _is_near(mention, relevant[place + 1 : place + 2]) else []
        before = relevant[place - 1 : place] if place and not after else []
        for other in after or before:
            if other.kind == kind and mention.start - other.end <= _NEAR:
                found.setdefault(mention.value, set()).add(other.value)
    return found


def _is_near(mention: Mention, following: Mentions) -> bool:
    return any(other.kind != Kind.MONEY and other.start - mention.end <= _NEAR for other in following)


def _limits(mentions: Mentions, text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for mention in mentions:
        limit = _LIMIT.search(text, 0, mention.start) if mention.kind in POOLED else None
        if limit:
            found.setdefault(mention.value, set()).add(_LIMITS[limit[1].casefold()])
    return found
