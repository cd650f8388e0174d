"""Facts and terms leave as tokens and come back as the office writes them, or the answer is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.engines.acceptance import Unfit, accepted
from translations.engines.protection import BRACKETS, MARKED, XML, TokensDiffer, protect, restore
from translations.glossary import Entry, Glossary
from translations.mentions import mentions

STYLES = {"xml": XML, "brackets": BRACKETS, "marked": MARKED}
GLOSSARY = Glossary(
    [
        Entry.of("umowa zlecenie", "договір доручення"),
        Entry.of("mycie", "миття"),
        Entry.of("praca nocna", "нічна робота", is_loose=True),
    ]
)
EMPTY = Glossary([])


def every_style(test):
    return pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())(test)


@every_style
def test_facts_and_terms_become_tokens(style):
    ready = protect("Dajemy umowę zlecenie i 4806 zł od 01.06.2026, tel. 41 555 01 23.", GLOSSARY, style)

    assert ready.kept == ("договір доручення", "4806\xa0злотих", "01.06.2026", "41 555 01 23")
    assert [number for number in range(4) if style.token.format(number) in ready.sent] == [0, 1, 2, 3]
    assert not any(fact.text in ready.sent for fact in mentions("4806 zł 01.06.2026 41 555 01 23"))


@every_style
def test_an_answer_comes_back_with_what_the_tokens_stand_for(style):
    answer = f"Тут {style.token.format(1)} і {style.token.format(0)}."

    assert restore(answer, ["перше", "друге"], style) == ("Тут друге і перше.", "Тут   і  .")


@every_style
@given(words=st.lists(st.sampled_from(["Kleimy", "i", "<b>", "&", "pudła", "5", "8:00", "A&B"]), max_size=9))
def test_an_engine_that_changes_nothing_gives_the_text_back(style, words):
    source = "Pakujemy " + " ".join(words)
    ready = protect(source, EMPTY, style)

    if ready is not None:
        assert restore(ready.sent, ready.kept, style)[0] == source


@pytest.mark.parametrize(
    ("style", "answer"),
    [
        (XML, 'Ціна <x id="0"></x> сьогодні'),
        (XML, 'Ціна <x  id="0" /> сьогодні'),
        (BRACKETS, "Ціна [ X0X ] сьогодні"),
        (BRACKETS, "Ціна [Х0Х] сьогодні"),
        (BRACKETS, "Ціна[x0x]сьогодні"),
        (MARKED, "Ціна X0X сьогодні"),
        (MARKED, "Ціна Х0Х[/notranslate] сьогодні"),
    ],
)
def test_what_engines_do_to_tokens_is_understood(style, answer):
    assert restore(answer, ["77"], style)[0] == "Ціна 77 сьогодні"


@every_style
@pytest.mark.parametrize("answer", ["Ціна {0} сьогодні", "Ціна {0} {1} {0}", "Ціна {0} {2}", "Ціна"])
def test_lost_doubled_and_foreign_tokens_are_refused(style, answer):
    tokens = [style.token.format(number) for number in range(3)]

    with pytest.raises(TokensDiffer):
        restore(answer.format(*tokens), ["1", "2"], style)


@pytest.mark.parametrize(
    ("style", "rest"),
    [(XML, '<x id="1'), (XML, "<x/>"), (BRACKETS, "[X1"), (BRACKETS, "X 1]"), (MARKED, "[/no")],
)
def test_a_broken_token_beside_the_good_ones_is_refused(style, rest):
    with pytest.raises(TokensDiffer):
        restore(f"Ціна {style.token.format(0)} {rest}", ["1"], style)


def test_words_inside_of_a_loose_term_are_left_to_the_engine():
    beside = protect("Kleimy pudła, praca nocna.", GLOSSARY, XML)
    apart = protect("Kleimy pudła, praca w porze nocna.", GLOSSARY, XML)

    assert (beside.kept, apart.kept) == (("нічна робота",), ())


def test_markup_of_the_text_itself_survives_xml():
    ready = protect("Kleimy pudła & worki.", EMPTY, XML)

    assert ready.sent == "Kleimy pudła &amp; worki."
    assert restore("Клеїмо коробки &amp; мішки.", ready.kept, XML)[0] == "Клеїмо коробки & мішки."


@pytest.mark.parametrize("source", ["Mycie", "41 555 01 23", "4806 zł", "—", "Mycie: 4806 zł"])
def test_what_is_all_facts_and_terms_needs_no_engine(source):
    assert protect(source, GLOSSARY, XML) is None


@pytest.mark.parametrize(
    ("source", "style"),
    [("Kleimy [X1X]", BRACKETS), ("Kleimy [pilnie]", BRACKETS), ("Kleimy [notranslate]", MARKED)],
)
def test_what_could_be_taken_for_a_token_is_not_sent(source, style):
    assert protect(source, EMPTY, style) is None


PL = "Kleimy pudła i worki w hali przez cały dzień pracy."
GOOD = "Клеїмо коробки й мішки в цеху протягом усього робочого дня."


@pytest.mark.parametrize("answer", [GOOD, f"  {GOOD}\n", "Клеїмо коробки й п'ємо чай у цеху весь день."])
def test_a_translation_is_accepted(answer):
    assert accepted(PL, answer, (), XML, EMPTY).startswith("Клеїмо коробки й")


def test_an_accepted_text_is_spelled_as_it_is_printed():
    assert accepted("Mamy rodzinę.", "Маємо сім'ю.", (), XML, EMPTY) == "Маємо сім’ю."


def test_a_space_that_must_not_break_stays():
    text = accepted("Dajemy premię 5 zł.", 'Даємо премію <x id="0"/>.', ("5\xa0злотих",), XML, EMPTY)

    assert text == "Даємо премію 5\xa0злотих."


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "😀",
        f"{GOOD} 🤖",
        "Клеїмо короб",
        "Клеїмо коробки й мішки в цеху в цеху цеху цеху протягом усього дня.",
        GOOD * 40,
        "We glue boxes and bags in the hall all day long.",
        PL,
        "Мы клеим коробки и мешки в цеху весь рабочий день.",
        "Ние лепим кутии и чували в залата през целия работен ден, както и торби за пазаруване на едро в склада.",
        f"{GOOD} 77",
        "Клеїмо коробки й мішки w hali протягом усього дня, дзвоніть: +380 50 555 01 23.",
        "Клеїмо коробки\x00 й мішки в цеху протягом усього робочого дня.",
    ],
)
def test_what_is_no_ukrainian_translation_is_refused(answer):
    with pytest.raises(Unfit):
        accepted(PL, answer, (), XML, EMPTY)
