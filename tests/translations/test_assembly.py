import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations import checks
from translations.assembly import assemble
from translations.engines import inner
from translations.glossary import Entry, Glossary

TERMS = [
    ("pakowanie wyrobów", "пакування виробів"),
    ("prawo jazdy", "посвідчення водія"),
    ("umowa zlecenie", "договір доручення"),
    ("wynagrodzenie", "винагорода за працю"),
    ("praca", "робота"),
]
GLOSSARY = Glossary(Entry.of(pl, uk) for pl, uk in TERMS)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Pakowanie wyrobów.", "Пакування виробів."),
        ("pakowania wyrobów", "⟦пакування виробів⟧"),
        ("pakowanie wyrobów, klejenie pudeł", "пакування виробів, ⟦klejenie pudeł⟧"),
        ("klejenie, cięcie pudeł; praca", "⟦klejenie, cięcie pudeł⟧; робота"),
        ("praca i umowa zlecenie", "робота і договір доручення"),
        ("praca i klejenie", "робота ⟦i klejenie⟧"),
        ("Praca od 8:00 do 16:00", "Робота з 8:00 до 16:00"),
        ("Praca w godz. 8.00", "Робота ⟦w godz.⟧ 8.00"),
        ("Wynagrodzenie od 4 806 do 5 201 zł brutto", "Винагорода за працю від 4 806 до 5 201 злотого брутто"),
        ("Wynagrodzenie 4 802 zł", "Винагорода за працю 4 802 злоті"),
        ("Wynagrodzenie 2 tys. zł", "Винагорода за працю 2 тис. злотих"),
        ("Wynagrodzenie 500 EUR", "Винагорода за працю 500 EUR"),
        ("Umowa zlecenie od 1 czerwca 2026 r. do 31.12.2026 r.", "Договір доручення з 1 червня 2026 року до 31.12.2026 року."),
        ("od czerwca 2026", "⟦od czerwca 2026⟧"),
        ("1/2 etatu, umowa zlecenie", "1/2 ставки, договір доручення"),
        ("0,75 etatu", "0,75 ставки"),
        ("pół etatu", "⟦pół etatu⟧"),
        ("soboty (x1,5)", "⟦soboty (x⟧1,5)"),
        ("tel. 41 555 01 23", "тел. 41 555 01 23"),
        ("praca@example.org", "praca@example.org"),
        ("www.example.org/praca", "www.example.org/praca"),
        ("na rękę 20 zł", "⟦na rękę⟧ 20 злотих"),
        ("Kleimy pudła", "⟦Kleimy pudła⟧"),
    ],
)  # fmt: skip
def test_what_is_known_is_written_and_the_rest_is_marked(source, draft):
    assert assemble(source, GLOSSARY).text.replace("\N{NO-BREAK SPACE}", " ") == draft


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Umowy zlecenia", "⟦Договір доручення⟧"),
        ("praca, umowy zlecenia", "робота, ⟦договір доручення⟧"),
        ("Praca: umowa zlecenie", "Робота: договір доручення"),
        ("praca, umowa zlecenie i pakowanie wyrobów", "робота, договір доручення і пакування виробів"),
        ("praca prawo jazdy", "робота ⟦посвідчення водія⟧"),
        ("8:00-16:00 praca", "8:00-16:00 ⟦робота⟧"),
        ("8:00-16:00, praca", "8:00-16:00, робота"),
        ("Umowa zlecenie na czas określony", "Договір доручення на визначений строк"),
        ("UoP", "Трудовий договір"),
        ("um. o pracę", "трудовий договір"),
    ],
)
def test_a_term_that_may_need_another_form_stands_between_marks(source, draft):
    more = [
        ("na czas określony", "на визначений строк", ()),
        ("umowa o pracę", "трудовий договір", ("UoP", "um. o pracę")),
    ]
    glossary = Glossary(
        [*(Entry.of(pl, uk) for pl, uk in TERMS), *(Entry.of(pl, uk, also_pl=also) for pl, uk, also in more)]
    )

    assert assemble(source, glossary).text == draft


def test_where_polish_is_left_anyway_terms_stand_as_they_are():
    assert assemble("Kleimy na umowy zlecenia", GLOSSARY).text == "⟦Kleimy na⟧ договір доручення"


def test_an_aside_is_never_swallowed_by_the_term_before_it():
    named = Glossary([Entry("Kierowca", "Водій", (), is_anywhere=False), Entry.of("umowa (UoP)", "договір")])

    assert assemble("Kierowca (nocą)", named).text == "Водій (⟦nocą⟧)"
    assert assemble("umowa (UoP)", named).text == "договір"


def test_a_draft_says_what_it_is_worth():
    unknown = assemble("Kleimy pudła i kartony", GLOSSARY)
    verbatim = assemble("41 555 01 23, 8:00", GLOSSARY)
    known = assemble("praca", GLOSSARY)

    assert (unknown.is_known, unknown.is_verbatim) == (False, False)
    assert (verbatim.is_known, verbatim.is_verbatim) == (True, True)
    assert (known.is_known, known.is_verbatim) == (True, False)


def test_a_text_without_words_is_carried_over():
    draft = assemble("-----", GLOSSARY)

    assert (draft.text, draft.is_known, draft.is_verbatim) == ("-----", False, True)


@given(
    amount=st.integers(0, 10**6),
    hour=st.integers(0, 23),
    day=st.dates(),
    phone=st.integers(0, 99),
)
def test_no_fact_is_ever_changed_by_a_draft(amount, hour, day, phone):
    source = (
        f"Praca od {hour}:30, klejenie {amount} zł brutto do {day:%d.%m.}{day.year:04},"
        f" tel. 41 555 01 {phone:02}, praca@example.org"
    )

    found = checks.check(source, assemble(source, GLOSSARY).text)

    assert {finding.code for finding in found} == {"untranslated"}


def test_a_word_inside_of_a_term_is_never_swallowed():
    draft = assemble("mycie dużych okien", Glossary([Entry.of("mycie okien", "миття вікон")]))

    assert "dużych" in draft.text


def test_a_draft_that_would_say_something_wrong_is_not_offered():
    wrong = Glossary([Entry.of("umowa o pracę", "договір доручення")])

    assert inner.assembled("Umowa o pracę", wrong) is None
    assert inner.assembled("Klejenie pudeł, umowa o pracę", wrong) is None
    assert inner.assembled("Klejenie pudeł, umowa zlecenie", GLOSSARY) is not None
