"""Wording that chooses people by what they are: found in real-looking Polish and Ukrainian, and left alone elsewhere."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers.screening import rules, rules_uk
from job_offers.screening.clauses import clauses
from job_offers.screening.grounds import EXPLANATIONS, Ground
from job_offers.screening.screening import Hit, screen
from tools import bench_screening

CORPUS = bench_screening.sentences()


def grounds(text):
    return {(hit.ground.value, hit.is_clear) for hit in screen(text)}


def test_each_part_of_the_corpus_is_as_large_as_it_was_written():
    sizes = Counter((one.part, one.expected != "none") for one in CORPUS)

    assert sizes.items() >= {
        (("tuned", True), 45),
        (("tuned", False), 45),
        (("held", True), 22),
        (("held", False), 23),
        (("classes", True), 542),
        (("classes", False), 303),
        (("second", True), 62),
        (("second", False), 60),
        (("second-held", True), 28),
        (("second-held", False), 30),
        (("third", True), 60),
        (("third", False), 60),
        (("fourth", True), 40),
        (("fourth", False), 40),
    }
    assert {one.part for one in CORPUS} <= set(bench_screening.PARTS)


@pytest.mark.parametrize("part", bench_screening.parts())
def test_misses_and_false_alarms_stay_within_their_bounds(part, capsys):
    assert bench_screening.report(part) == 0


@pytest.mark.parametrize("part", bench_screening.parts())
def test_rules_that_find_nothing_are_seen(part, monkeypatch, capsys):
    monkeypatch.setattr(rules, "RULES", ())

    assert bench_screening.report(part) == 1


@pytest.mark.parametrize("part", bench_screening.parts())
def test_an_alarm_at_everything_is_seen(part, monkeypatch, capsys):
    everything = Hit(Ground.SEX, True, "wszystko")
    monkeypatch.setattr("job_offers.screening.screening.screen", lambda text: [everything])

    assert bench_screening.report(part) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Praca lekka. Szukamy młodej, dynamicznej kobiety do biura.", "Szukamy młodej, dynamicznej kobiety"),
        ("Wymagania:\n- kobieta\n- dokładność", "kobieta"),
        ("Kierowca kat. B, do 35 lat, niekarany", "do 35 lat"),
        ("Panią do 30-stki zatrudnię", "Panią do 30-stki zatrudnię"),
        ("Kandydatka nieplanująca ciąży", "nieplanująca ciąży"),
    ],
)
def test_words_found_are_those_of_the_text(text, words):
    assert words in [hit.words for hit in screen(text)]


@pytest.mark.parametrize("form", ["kobietę", "kobiety", "kobiet"])
def test_any_form_of_the_word_is_found(form):
    assert grounds(f"Zatrudnimy {form} od zaraz.") == {("sex", True)}


def test_clear_case_outweighs_a_doubtful_one_of_the_same_ground():
    assert grounds("Dołącz do młodego zespołu.\nWiek do 30 lat.") == {("age", True)}


def test_several_grounds_are_told_each_once():
    text = "Młoda, dynamiczna kobieta do 35 lat, bez zobowiązań rodzinnych. Tylko kobiety!"

    assert Counter(hit.ground.value for hit in screen(text)) == {"sex": 1, "age": 1, "family": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Тільки жінки до 35 років.", {("sex", True), ("age", True)}),
        ("Шукаємо чоловіка для роботи на складі.", {("sex", True)}),
        ("Потрібні тільки хлопці, дівчат не беремо.", {("sex", True)}),
        ("Тільки громадяни Польщі.", {("nationality", True)}),
        ("Неодружена, без дітей.", {("family", True)}),
        ("Резюме з фото.", {("looks", False)}),
        ("Лише для студентів.", {("student", False)}),
        ("Робота для чоловіків і жінок.", set()),
        ("Потрібен досвід від 2 років.", set()),
        ("Догляд за літньою жінкою вдома.", set()),
        ("Запрошуємо також українців.", set()),
        ("Вік понад 50 років не є перешкодою.", set()),
    ],
)
def test_ukrainian_wording(text, expected):
    assert grounds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wiek powyżej 50 lat nie jest przeszkodą.",
        "Zaświadczenie nie starsze niż 30 dni.",
        "Opiekun/ka starszej pani – praca z zamieszkaniem.",
        "Nie zatrudniamy osób poniżej 18 lat.",
        "Osoba do 30 lat – staż refundowany z programu dla młodych bez doświadczenia.",
    ],
)
def test_what_the_law_allows_or_asks_does_not_block(text):
    assert not any(is_clear for _ground, is_clear in grounds(text))


def test_abbreviation_does_not_end_a_clause():
    assert len(list(clauses("Wzrost min. 175 cm, ul. Próbna 1. Umowa na rok."))) == 2


def test_every_ground_has_a_rule_and_an_explanation():
    ruled = {rule.ground for rule in rules.RULES}

    assert ruled == set(Ground) == set(EXPLANATIONS)
    assert {rule.ground for rule in rules_uk.RULES} <= ruled


@given(st.text(max_size=80))
def test_no_text_breaks_the_screening(text):
    assert all(hit.words in text for hit in screen(text))


@given(st.sampled_from(CORPUS), st.sampled_from(["\n", " • ", "\n\n- "]))
def test_a_harmless_sentence_after_it_changes_nothing(sentence, join):
    beside = sentence.text + join + "Umowa o pracę."

    assert {hit.ground for hit in screen(sentence.text)} <= {hit.ground for hit in screen(beside)}
