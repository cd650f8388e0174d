import pytest

from tests.factories import UserFactory
from translations import memory
from translations.models import MemoryEntry, Segment

pytestmark = pytest.mark.django_db


def remember(source: str, text: str) -> None:
    memory.remember([Segment(source_pl=source, text_uk=text)], by=UserFactory())


def recalled(source: str) -> str | None:
    found = memory.recall([source]).get(source)
    return found.text if found else None


def test_an_approved_sentence_is_found_again_with_other_numbers():
    remember("Płaca 4666 zł, tel. 41 555 01 23", "Тел. 41 555 01 23, зарплата 4666 злотих")

    assert recalled("Płaca 4 806 zł, tel. 41 555 99 99") == "Тел. 41 555 99 99, зарплата 4 806 злотих"


@pytest.mark.parametrize(("number", "is_found"), [(5, True), (20, True), (2, False), (21, False), (1, False)])
def test_a_number_that_wants_another_plural_is_not_served(number, is_found):
    remember("Wolne miejsca: 7", "7 вільних місць")

    assert (recalled(f"Wolne miejsca: {number}") is not None) is is_found


@pytest.mark.parametrize(
    ("source", "text", "other"),
    [
        ("8 godzin, 8 osób", "8 осіб, 8 годин", "8 godzin, 9 osób"),  # which 8 is which?
        ("od 8 do 16", "з 8:00 до 16:00", "od 7 do 15"),  # written in another way
        ("od 1 czerwca 2026", "з 1 червня 2026", "od 1 lipca 2026"),
        ("2 zmiany", "дві зміни", "3 zmiany"),
        ("poziom A2", "рівень A2", "poziom B2"),
        ("płaca brutto", "зарплата брутто", "płaca netto"),
    ],
)
def test_a_sentence_whose_facts_cannot_be_exchanged_serves_only_itself(source, text, other):
    remember(source, text)

    assert recalled(source) == text
    assert recalled(other) is None


def test_white_space_and_composition_do_not_matter():
    remember("Praca  na\N{NO-BREAK SPACE}zmiany", "Позмінна робота")

    assert recalled("Praca na zmiany") == "Позмінна робота"


def test_the_newest_approval_wins():
    remember("Mycie okien", "Миття вікон")
    remember("Mycie okien", "Прибирання: вікна")

    assert recalled("Mycie okien") == "Прибирання: вікна"
    assert MemoryEntry.objects.count() == 1


def test_two_segments_of_the_same_polish_are_stored_once():
    pairs = [Segment(source_pl="Praca", text_uk="Робота"), Segment(source_pl="Praca", text_uk="Праця")]

    memory.remember(pairs, by=UserFactory())

    assert recalled("Praca") == "Праця"


def test_what_would_fail_the_checks_is_not_served():
    MemoryEntry.objects.create(
        key=memory.key_of("Praca 8 h"),
        template_pl="Praca 8 h",
        template_uk="Робота 9 годин",
        reviewed_by=UserFactory(),
        reviewed_at="2026-01-01T00:00Z",
    )

    assert recalled("Praca 8 h") is None


def test_a_sentence_with_the_memory_s_own_signs_is_not_remembered():
    remember("Kod ⟨0:few⟩", "Код ⟨0:few⟩")

    assert not MemoryEntry.objects.exists()


def test_all_sentences_are_looked_up_in_one_query(django_assert_num_queries):
    remember("Praca", "Робота")

    with django_assert_num_queries(1):
        found = memory.recall(["Praca", *(f"Zdanie {number}" for number in range(40))])

    assert set(found) == {"Praca"}


def test_uses_are_counted():
    remember("Praca", "Робота")

    memory.count_uses([memory.recall(["Praca"])["Praca"].key])

    assert MemoryEntry.objects.get().use_count == 1
