"""Trades by any of their names, and words by their sound."""

import pytest

from job_offers import sounds, trades, wishes

PLACES = {"266101": ("Kielce", "Кельці"), "260403": ("Chęciny", "Хенціни")}


@pytest.mark.parametrize(
    ("titles", "code", "expected"),
    [
        (["Kucharz/kucharka", "Кухар"], "", {"cook"}),
        (["Pomoc kucharza"], "", {"kitchen"}),
        (["Spawacz-ślusarz"], "", {"welder", "locksmith"}),
        (["Kierowca C+E"], "", {"lorry"}),
        (["Kierowca kat. B"], "", {"van"}),
        (["Kierowca"], "", {"lorry", "van", "bus", "forklift"}),
        (["Kierowca"], "833203", {"lorry"}),
        (["Pracownik pralni"], "", {"laundry"}),
        (["Kucharka w szkole"], "", {"cook"}),
        (["Dyrektor"], "", set()),
        ([""], "512001", {"cook"}),
    ],
)
def test_trades_of_an_offer(titles, code, expected):
    assert trades.of_offer(titles, code) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            ("зварювальник", "zvarjuvalnyk"),
            ("зварювальник", "zvaryuvalnyk"),
            ("прибиральниця", "prybyralnytsia"),
        ),
        *(
            ("спавач", "spawacz"),
            ("швачка", "shvachka"),
            ("швачка", "szwaczka"),
            ("магазиньєр", "magazynier"),
        ),
        *(("кухар", "kuhar"), ("кухар", "kucharz"[:-1]), ("водій", "vodij")),
    ],
)
def test_words_that_sound_alike_meet(one, other):
    assert sounds.sounds(one) & sounds.sounds(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("djlsq", "водій"),
        ("re[fh", "кухар"),
        ("ызфцфся", "spawacz"),
        ("cd'nf", "свєта"),
        ("123", "123"),
        ("", ""),
    ],
)
def test_word_of_the_other_keyboard(typed, meant):
    assert sounds.other_keyboard(typed) == meant


def test_sentence_is_taken_apart():
    wish = wishes.read("робота на кухні без досвіду з житлом Кельце", PLACES)

    assert [names for names, _said in wish.named] == [frozenset({"cook", "kitchen", "dishwasher"})]
    assert (wish.words, wish.conditions, wish.places) == (
        (),
        frozenset({"no_experience", "lodging"}),
        frozenset({"266101"}),
    )


@pytest.mark.parametrize("text", ["", "шукаю роботу", "🚀", "на"])
def test_text_that_asks_for_nothing(text):
    assert wishes.read(text, PLACES).is_empty


def test_words_without_a_trade_must_all_be_there():
    wish = wishes.read("archiwista biblioteka", PLACES)

    assert (wish.named, wish.words) == ((), ("archiwista", "biblioteka"))
    assert ") & (" in (wish.literal or "")


def test_wishes_ask_only_for_what_the_board_knows():
    """Every wish of the file stands for a facet (see ``search``), every trade has a name."""
    known = {
        "lodging",
        "no_experience",
        "no_polish",
        "childcare",
        "one",
        "travel",
        "near_transport",
        "place:266101",
    }

    assert {row["wish"] for row in trades.rows("wishes.csv")} == known
    assert all(row["names"] or row["topics"] for row in trades.rows("trades.csv"))
