"""Nearly the same Polish, found in the memory without any extension of the database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from tests.factories import UserFactory
from translations import candidates, memory, places
from translations.models import MemoryEntry, Scope, Segment

pytestmark = pytest.mark.django_db


def remember(source: str, text: str, **where: object) -> None:
    memory.remember([Segment(source_pl=source, text_uk=text)], by=UserFactory(), **where)


def test_a_sentence_with_one_other_word_is_suggested_with_its_own_numbers():
    remember(
        "Pakowanie mięsa w chłodni, 4666 zł brutto", "Пакування м’яса в холодильнику, 4666 злотих брутто"
    )

    [found] = memory.similar("Pakowanie ryb w chłodni, 4806 zł brutto")

    assert found.source_pl == "Pakowanie mięsa w chłodni, 4806 zł brutto"
    assert found.text_uk == "Пакування м’яса в холодильнику, 4806 злотих брутто"
    assert 80 <= found.score < 100


def test_the_same_template_is_a_whole_match():
    remember("Płaca 4666 zł", "Зарплата 4666 злотих")

    assert [found.score for found in memory.similar("Płaca 4806 zł")] == [100]


def test_a_number_of_another_plural_is_a_near_match_only():
    remember("Wolne miejsca: 7", "7 вільних місць")

    [found] = memory.similar("Wolne miejsca: 2")

    assert (found.text_uk, found.score) == ("2 вільних місць", 99)


def test_a_place_that_has_no_fact_becomes_a_gap():
    remember("Praca od 8:00 na produkcji", "Робота з 8:00 на виробництві")

    [found] = memory.similar("Praca na produkcji")

    assert found.text_uk == "Робота з ⟦?⟧ на виробництві"


@pytest.mark.parametrize(
    "source", ["Mycia okien wystawowych", "Mycie okna wystawowego", "Myciee okien wystawowych"]
)
def test_inflected_and_mistyped_words_are_found(source):
    remember("Mycie okien wystawowych", "Миття вітрин")

    assert memory.similar(source)


def test_what_is_too_different_is_not_suggested():
    remember("Praca w sklepie od poniedziałku", "Робота в магазині від понеділка")

    assert memory.similar("Praca przy zbiorze truskawek u rolnika") == []


@pytest.mark.parametrize("source", ["", "…", "123", "⟨"])
def test_a_text_without_words_is_like_nothing(source):
    remember("Praca", "Робота")

    assert memory.similar(source) == []


def test_the_best_three_come_first():
    for count in range(1, 6):
        remember("Sprzątanie biur i korytarzy " + "bardzo " * count, f"Прибирання {'дуже ' * count}")

    found = memory.similar("Sprzątanie biur i korytarzy")

    assert [match.source_pl.count("bardzo") for match in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("domain", "scope", "is_active", "is_found"),
    [
        ("offers", Scope.OFFICE, True, True),
        ("papers", Scope.OFFICE, True, True),
        ("papers", Scope.DOMAIN, True, False),
        ("offers", Scope.DOMAIN, True, True),
        ("papers", Scope.FILE, True, True),
        ("offers", Scope.OFFICE, False, False),
    ],
)
def test_an_entry_is_suggested_where_it_serves(domain, scope, is_active, is_found):
    remember("Mycie okien", "Миття вікон", domain=domain)
    MemoryEntry.objects.update(scope=scope, is_active=is_active)

    assert bool(memory.similar("Mycie okien", domain="offers")) is is_found


@pytest.mark.parametrize("count", [1, 20])
def test_many_sentences_are_looked_up_in_two_queries(count, django_assert_num_queries):
    remember("Mycie okien", "Миття вікон")
    memory.similar("Mycie")  # how common features are, is asked once

    with django_assert_num_queries(2):
        memory.similar_to_all([f"Mycie okien numer {'x' * number}" for number in range(count)])


def test_common_features_are_not_asked_for_when_there_are_rare_ones(monkeypatch):
    monkeypatch.setattr(candidates, "_frequencies", lambda _period: {1: 900_000.0, 2: 800_000.0})

    assert candidates.rare([1, 2, 3, 4]) == [3, 4]
    assert candidates.rare([1, 2]) == [2, 1]


def test_the_database_s_own_counts_are_read(transactional_db):
    assert isinstance(candidates._frequencies(-1), dict)


_WORDS = st.lists(
    st.sampled_from(
        ["praca", "w", "sklepie", "magazyn", "mięso", "chłodnia", "od", "zaraz", "brutto", "Kielce"]
    ),
    min_size=2,
    max_size=8,
)


@given(_WORDS, _WORDS)
def test_the_score_is_the_share_of_equal_letters(first, second):
    before, after = " ".join(first), " ".join(second)
    MemoryEntry.objects.all().delete()
    remember(before, "робота")

    found = memory.similar(after)

    expected = int(fuzz.ratio(before.casefold(), after.casefold()))
    if before == after:
        assert found[0].score == 100
    elif found:
        assert found[0].score == min(99, expected)
    else:
        assert expected < memory.SIMILAR_FROM or not set(first) & set(second)


@given(
    st.lists(st.integers(1, 99_999), min_size=1, max_size=4, unique=True),
    st.text(alphabet="abcdef ", min_size=1, max_size=30),
)
def test_a_template_filled_with_its_own_facts_is_the_text(numbers, words):
    text = places.tidy(words + " " + " ".join(f"{words.strip()} nr {number}," for number in numbers))

    for template in places.of_polish(text):
        assert places.filled(template.text, template.facts) == text
