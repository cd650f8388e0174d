"""Realistic errors of a translator, one in one place of a good pair: what the checks are measured with.

A kind is a function ``(text_uk, dice) -> text`` that gives the text with one error, or ``None`` where the text
gives no occasion for it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from tests.translations.corpus import Pair

type Mutation = Callable[[str, Random], str | None]

FACTS: dict[str, Mutation] = {}
SCRIPT: dict[str, Mutation] = {}

_MONEY = r"\d[\d ,.\u00a0]*(?=[\s\u00a0]*(?:злот|зл|тис|PLN))"
_PHONE = r"(?:\+48[ -]?)?\(?\d{2,3}\)?[ /-]\d{3}[ -]\d{2,3}(?:[ -]\d{2,3})?|\b\d{3}[ -]?\d{3}[ -]?\d{3}\b"
_MONTHS = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]


def _kind(table: dict[str, Mutation]) -> Callable[[Mutation], Mutation]:
    def keep(function: Mutation) -> Mutation:
        table[function.__name__] = function
        return function

    return keep


def _one(expression: str, text: str, dice: Random, *, flags: int = 0) -> re.Match[str] | None:
    found = list(re.finditer(expression, text, flags))
    return dice.choice(found) if found else None


def _put(match: re.Match[str], new: str) -> str:
    return match.string[: match.start()] + new + match.string[match.end() :]


def _other_digit(written: str, dice: Random) -> str:
    places = [place for place, sign in enumerate(written) if sign.isdigit()]
    place = dice.choice(places)
    digit = dice.choice([other for other in "123456789" if other != written[place]])
    return written[:place] + digit + written[place + 1 :]


def _swapped(pairs: dict[str, str], text: str, dice: Random) -> str | None:
    match = _one(rf"(?<!\w)(?:{'|'.join(map(re.escape, pairs))})(?!\w)", text, dice)
    return _put(match, pairs[match.group()]) if match else None


def _both_ways(*pairs: tuple[str, str]) -> dict[str, str]:
    return dict(pairs) | {second: first for first, second in pairs}


@_kind(FACTS)
def digit_of_pay(text: str, dice: Random) -> str | None:
    match = _one(_MONEY, text, dice)
    return _put(match, _other_digit(match.group(), dice)) if match else None


@_kind(FACTS)
def digits_of_pay_exchanged(text: str, dice: Random) -> str | None:
    match = _one(_MONEY, text, dice)
    if not match:
        return None
    digits = [place for place, sign in enumerate(match.group()) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if match.group()[a] != match.group()[b]]
    if not pairs:
        return None
    first, second = dice.choice(pairs)
    signs = list(match.group())
    signs[first], signs[second] = signs[second], signs[first]
    return _put(match, "".join(signs))


@_kind(FACTS)
def currency(text: str, dice: Random) -> str | None:
    match = _one(r"злот\w+", text, dice)
    return _put(match, dice.choice(["євро", "гривень"])) if match else None


@_kind(FACTS)
def gross_and_net(text: str, dice: Random) -> str | None:
    return _swapped(_both_ways(("брутто", "нетто")) | {"на руки": "брутто"}, text, dice)


@_kind(FACTS)
def tax_left_out(text: str, dice: Random) -> str | None:
    match = _one(r"\s(?:брутто|нетто)(?!\w)", text, dice)
    return _put(match, "") if match and len(re.findall("брутто|нетто", text)) == 1 else None


@_kind(FACTS)
def period_of_pay(text: str, dice: Random) -> str | None:
    match = _one(r"(?<=\d )(?:злот\w+|зл)(?: (?:брутто|нетто))? (?:за годину|на місяць)", text, dice)
    pairs = _both_ways(("за годину", "на місяць"))
    return _put(match, _swapped(pairs, match.group(), dice) or "") if match else None


@_kind(FACTS)
def hour(text: str, dice: Random) -> str | None:
    match = _one(r"\b\d{1,2}:\d\d\b", text, dice)
    if not match:
        return None
    shown, minutes = match.group().split(":")
    return _put(match, f"{(int(shown) + dice.randint(1, 11)) % 24}:{minutes}")


@_kind(FACTS)
def half_an_hour(text: str, dice: Random) -> str | None:
    match = _one(r"(?<=\d:)(?:00|30)\b", text, dice)
    return _put(match, "30" if match.group() == "00" else "00") if match else None


@_kind(FACTS)
def day_of_a_date(text: str, dice: Random) -> str | None:
    match = _one(rf"\b\d{{1,2}}(?=\.\d\d\.\d{{2,4}}|\s(?:{'|'.join(_MONTHS)}))", text, dice)
    return _put(match, f"{(int(match.group()) % 28) + 1}") if match else None


@_kind(FACTS)
def month_of_a_date(text: str, dice: Random) -> str | None:
    match = _one(rf"(?<=\d )(?:{'|'.join(_MONTHS)})", text, dice)
    return _put(match, dice.choice([name for name in _MONTHS if name != match.group()])) if match else None


@_kind(FACTS)
def year_of_a_date(text: str, dice: Random) -> str | None:
    match = _one(r"\b20[23]\d\b", text, dice)
    return _put(match, str(int(match.group()) + dice.choice([-1, 1]))) if match else None


@_kind(FACTS)
def digit_of_a_phone(text: str, dice: Random) -> str | None:
    match = _one(_PHONE, text, dice)
    return _put(match, match.group()[:-2] + _other_digit(match.group()[-2:], dice)) if match else None


@_kind(FACTS)
def letter_of_an_email(text: str, dice: Random) -> str | None:
    match = _one(r"[\w.+-]{3,}(?=@)", text, dice)
    return _put(match, match.group()[:-1] + ("x" if match.group()[-1] != "x" else "y")) if match else None


@_kind(FACTS)
def page_of_an_address(text: str, dice: Random) -> str | None:
    match = _one(r"(?:www\.|https?://)\w+", text, dice)
    return _put(match, match.group() + "s") if match else None


@_kind(FACTS)
def number_of_a_house(text: str, dice: Random) -> str | None:
    match = _one(r"(?<=ul\. )([\w.'-]+ ){1,3}\d+", text, dice)
    return (
        _put(match, re.sub(r"\d+\Z", lambda found: str(int(found[0]) + 1), match.group())) if match else None
    )


@_kind(FACTS)
def name_of_a_street(text: str, dice: Random) -> str | None:
    match = _one(r"(?<=ul\. )[A-ZŁŚŻŹ][\w-]{4,}(?= \d)", text, dice)
    return _put(match, "Krakowska" if match.group()[:4] != "Krak" else "Lubelska") if match else None


@_kind(FACTS)
def postcode(text: str, dice: Random) -> str | None:
    match = _one(r"\b\d\d-\d{3}(?= )", text, dice)
    return _put(match, match.group()[:-1] + ("1" if match.group()[-1] != "1" else "2")) if match else None


@_kind(FACTS)
def number_of_posts(text: str, dice: Random) -> str | None:
    match = _one(r"\b\d+(?=\s(?:місц|осіб|особ|працівник|посад|людей))", text, dice)
    return _put(match, str(int(match.group()) + dice.choice([1, 2, 10]))) if match else None


@_kind(FACTS)
def number_in_words(text: str, dice: Random) -> str | None:
    others = {"два": "три", "дві": "три", "три": "чотири", "двох": "трьох", "трьох": "двох", "чотири": "три"}
    return _swapped(others | {"п’ять": "шість", "двозмінн": "тризмінн"}, text, dice)


@_kind(FACTS)
def duration(text: str, dice: Random) -> str | None:
    match = _one(r"\b\d+(?=\s(?:місяц|тижн|рок|років|днів|дні|годин|хвилин))", text, dice)
    return _put(match, str(int(match.group()) + dice.choice([1, 2, 5]))) if match else None


@_kind(FACTS)
def share_of_a_post(text: str, dice: Random) -> str | None:
    return _swapped(
        _both_ways(("1/2 ставки", "3/4 ставки"), ("пів ставки", "чверть ставки"))
        | {"повна ставка": "пів ставки", "повну ставку": "пів ставки"},
        text,
        dice,
    )


@_kind(FACTS)
def kind_of_contract(text: str, dice: Random) -> str | None:
    pairs = _both_ways(
        ("трудовий договір", "договір доручення"), ("Трудовий договір", "Договір доручення"),
        ("трудовим договором", "договором доручення"), ("невизначений час", "визначений час"),
    )  # fmt: skip
    return _swapped(pairs, text, dice)


@_kind(FACTS)
def language_level(text: str, dice: Random) -> str | None:
    match = _one(r"\b[ABC][12]\b", text, dice)
    return (
        _put(match, dice.choice([level for level in ("A1", "A2", "B1", "B2") if level != match.group()]))
        if match
        else None
    )


@_kind(FACTS)
def driving_licence(text: str, dice: Random) -> str | None:
    match = _one(r"(?<=категорії )[BCT](?:\+E)?(?!\w)", text, dice)
    return (
        _put(match, dice.choice([name for name in ("B", "C", "C+E", "D") if name != match.group()]))
        if match
        else None
    )


@_kind(FACTS)
def day_of_the_week(text: str, dice: Random) -> str | None:
    pairs = _both_ways(
        ("понеділка", "вівторка"), ("п’ятниці", "суботи"), ("понеділок", "вівторок"), ("суботу", "неділю"),
        ("пт", "сб"), ("пн", "вт"),
    )  # fmt: skip
    return _swapped(pairs, text, dice)


@_kind(FACTS)
def from_and_to(text: str, dice: Random) -> str | None:
    match = _one(r"(?<!\w)(?:від|до) (?=\d[\d ,.]*(?:злот|зл))", text, dice)
    if not match or re.search(r"(?:від|з) \d[\d ,.:]*(?:злот\w+ )?до \d", text):
        return None
    return _put(match, "до " if match.group() == "від " else "від ")


@_kind(FACTS)
def negation_left_out(text: str, dice: Random) -> str | None:
    match = _one(
        r"(?<!\w)[Нн]е (?=потріб|вимага|обов|палит|є |працю)|(?<!\w)[Бб]ез (?=досвід|шкідлив|вихід)",
        text,
        dice,
    )
    return _put(match, "") if match else None


@_kind(FACTS)
def negation_added(text: str, dice: Random) -> str | None:
    match = _one(r"(?<!\w)(?:потрібн\w+|вимагає\w+|обов’язков\w+|надаємо|забезпечуємо)", text, dice)
    before = match.string[: match.start()].rstrip().casefold() if match else ""
    return _put(match, f"не {match.group()}") if match and not before.endswith("не") else None


@_kind(FACTS)
def figure_left_out(text: str, dice: Random) -> str | None:
    match = _one(r"\s(?:до|від|з|близько|на)?\s?\d+(?:[.,:]\d+)?(?=\s[^\W\d])", text, dice)
    return _put(match, "") if match else None


@_kind(SCRIPT)
def russian_letter(text: str, dice: Random) -> str | None:
    match = _one("(?<=[а-яіїєґ])[ие](?=[а-яіїєґ])", text, dice)
    return _put(match, {"и": "ы", "е": "э"}[match.group()]) if match else None


@_kind(SCRIPT)
def latin_look_alike(text: str, dice: Random) -> str | None:
    match = _one("(?<=[а-яіїєґ])[аеорсіх]|[аеорсіх](?=[а-яіїєґ])", text, dice)
    return _put(match, "aeopcix"["аеорсіх".index(match.group())]) if match else None


@_kind(SCRIPT)
def cyrillic_look_alike(text: str, dice: Random) -> str | None:
    match = _one(
        "(?<=[a-z])[aeopcxi](?=[a-zĄ-ż])",
        re.sub(r"\S+@\S+|www\S+|http\S+", lambda m: " " * len(m[0]), text),
        dice,
    )
    if not match:
        return None
    return text[: match.start()] + "аеорсхі"["aeopcxi".index(match.group())] + text[match.end() :]


def polish_word_left(pair: Pair, dice: Random) -> str | None:
    """A Polish word of the sentence instead of a Ukrainian one."""
    polish = re.findall(r"(?<!\w)[a-ząćęłńóśźż]{5,}(?!\w)", pair.pl)
    match = _one(r"(?<!\w)[а-яіїєґ’']{5,}(?!\w)", pair.uk, dice)
    return _put(match, dice.choice(polish)) if match and polish else None


@dataclass(frozen=True)
class Mutant:
    kind: str
    pair: Pair
    text: str


def mutants(pairs: list[Pair], *, per_kind: int, seed: int) -> Iterator[Mutant]:
    """Up to ``per_kind`` of each kind, of pairs drawn by ``seed``."""
    kinds = {**FACTS, **SCRIPT}
    for kind in [*kinds, "polish_word_left"]:
        dice, made = Random(f"{seed}-{kind}"), 0
        for pair in dice.sample(pairs, len(pairs)):
            text = polish_word_left(pair, dice) if kind not in kinds else kinds[kind](pair.uk, dice)
            if text is not None and text != pair.uk:
                yield Mutant(kind, pair, text)
                made += 1
            if made == per_kind:
                break
