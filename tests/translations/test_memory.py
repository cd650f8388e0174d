import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import UserFactory
from translations import checks, memory
from translations.models import MemoryEntry, Scope, Segment

pytestmark = pytest.mark.django_db


def remember(source: str, text: str, **where: object) -> None:
    memory.remember([Segment(source_pl=source, text_uk=text)], by=UserFactory(), **where)


def recalled(source: str, domain: str = "") -> str | None:
    found = memory.recall([source], domain=domain).get(source)
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


def test_uses_are_counted(django_capture_on_commit_callbacks):
    remember("Praca", "Робота")

    with django_capture_on_commit_callbacks(execute=True):
        memory.count_uses([memory.recall(["Praca"])["Praca"].key])

    assert MemoryEntry.objects.get().use_count == 1


@pytest.mark.parametrize(
    ("source", "text", "other", "expected"),
    [
        (
            "Firma „Alfa” szuka 5 osób",
            "Фірма «Alfa» шукає 5 осіб",
            "Firma „Beta Kielce” szuka 6 osób",
            "Фірма «Beta Kielce» шукає 6 осіб",
        ),
        (
            "Pisz na biuro@example.org",
            "Пишіть на biuro@example.org",
            "Pisz na praca@example.org",
            "Пишіть на praca@example.org",
        ),
        # A quotation that is translated is no name; the number beside it still changes.
        (
            "Umowa „O dzieło” na 5 osób",
            "Договір «Підряду» на 5 осіб",
            "Umowa „O dzieło” na 6 osób",
            "Договір «Підряду» на 6 осіб",
        ),
    ],
)
def test_names_and_addresses_come_out_as_they_are_in_the_new_text(source, text, other, expected):
    remember(source, text)

    assert recalled(other) == expected


def test_the_own_domain_goes_before_a_newer_entry_of_another():
    remember("Kierownik", "Керівник", domain="papers")
    remember("Kierownik", "Завідувач", domain="offers")

    assert recalled("Kierownik", "papers") == "Керівник"
    assert recalled("Kierownik", "offers") == "Завідувач"
    assert recalled("Kierownik", "texts") == "Завідувач"  # the newest


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({}, True),
        ({"scope": Scope.DOMAIN}, False),
        ({"scope": Scope.FILE}, False),
        ({"is_active": False}, False),
    ],
)
def test_only_what_serves_here_is_filled_in_by_itself(changes, is_found):
    remember("Kierownik", "Керівник", domain="papers")
    MemoryEntry.objects.update(**changes)

    assert (recalled("Kierownik", "offers") is not None) is is_found


def test_an_approval_switches_an_entry_on_again():
    remember("Kierownik", "Керівник", domain="offers")
    MemoryEntry.objects.update(
        is_active=False, scope=Scope.FILE, origin=MemoryEntry.Origin.IMPORTED, file_name="stare.tmx"
    )

    remember("Kierownik", "Керівник", domain="offers")

    entry = MemoryEntry.objects.get()
    assert (entry.is_active, entry.scope, entry.origin, entry.file_name) == (True, "office", "approved", "")


@pytest.mark.parametrize(
    ("source", "text", "is_personal", "is_remembered"),
    [
        ("Proszę dzwonić, 8 do 8: 41 555 01 23", "Телефонуйте: 41 555 01 23", True, False),
        ("Proszę dzwonić, 8 do 8: 41 555 01 23", "Телефонуйте: 41 555 01 23", False, True),
        ("Proszę dzwonić 41 555 01 23", "Телефонуйте 41 555 01 23", True, True),  # in a place, so not kept
        ("Pisz: a@example.org, 8 i 8", "Пишіть: a@example.org", True, False),
        ("PESEL 22610112345 i 22610112345", "PESEL 22610112345", False, False),
        ("PESEL 22610112345", "ПЕСЕЛЬ 22610112345", False, True),
    ],
)
def test_what_names_a_person_is_not_remembered(source, text, is_personal, is_remembered):
    remember(source, text, is_personal=is_personal)

    assert MemoryEntry.objects.exists() is is_remembered
    assert not MemoryEntry.objects.filter(template_pl__contains="22610112345").exists()
    if is_personal:
        assert not MemoryEntry.objects.filter(template_uk__regex=r"555|@").exists()


@given(
    st.sampled_from(["Praca 8 h, 5 osób", "Płaca 4806 zł brutto", "Praca w Kielcach"]),
    st.text(alphabet="абвгґдеє 0123456789ыabc⟦⟧", min_size=1, max_size=25).filter(str.strip),
)
def test_what_is_recalled_never_has_a_blocking_finding(source, text):
    MemoryEntry.objects.all().delete()
    remember(source, text)

    found = recalled(source)

    assert found is None or not any(finding.is_blocking for finding in checks.check(source, found))
