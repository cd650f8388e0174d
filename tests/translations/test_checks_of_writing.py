"""Places to be filled in, apostrophes and punctuation: each fault is found and named, good writing passes."""

import pytest

from translations.checks import Severity, check


def told(source: str, text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in check(source, text)]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Dzień dobry, {imie}!", "Добрий день, {imie}!", []),
        ("Dzień dobry, {imie}!", "Добрий день!", [("lost-placeholder", "{imie}")]),
        ("Dzień dobry!", "Добрий день, {name}!", [("added-placeholder", "{name}")]),
        (
            "Oferta {{ offer.title }}",
            "Пропозиція {{ offer }}",
            [("lost-placeholder", "{{ offer.title }}"), ("added-placeholder", "{{ offer }}")],
        ),
        ("Razem %(count)s osób", "Разом осіб", [("lost-placeholder", "%(count)s")]),
        ("Razem %s i %s", "Разом %s", [("lost-placeholder", "%s")]),
        ("Premia 20% stawki", "Премія 20% ставки", []),
        ("Oferta", "Пропозиція ⟨0:many⟩", [("added-placeholder", "⟨0:many⟩")]),
        ("Oferta", "Пропозиція [X0X]", [("added-placeholder", "[X0X]")]),
        ("Oferta", 'Пропозиція <x id="0"/>', [("added-placeholder", '<x id="0"/>')]),
        ("Imię ........ Data ____", "Ім’я ............ Дата ______", []),
        ("Imię ........", "Ім’я", [("lost-placeholder", "........")]),
        ("Zadzwoń...", "Зателефонуйте...", []),
    ],
)
def test_places_to_be_filled_in_are_the_same(source, text, expected):
    assert told(source, text) == expected
    assert all(
        finding.severity == Severity.BLOCKING
        for finding in check(source, text)
        if finding.code.endswith("placeholder")
    )


@pytest.mark.parametrize(
    ("word", "better"),
    [("здоровя", "здоров’я"), ("Обовязки", "Обов’язки"), ("пять", "п’ять"), ("компютер", "комп’ютер")],
)
def test_a_missing_apostrophe_is_told_with_the_right_word(word, better):
    (finding,) = [
        finding for finding in check("Praca", f"Робота: {word}") if finding.code == "missing-apostrophe"
    ]

    assert (finding.place, finding.hint, finding.severity) == (word, f"→ {better}", Severity.WARNING)
    assert f"Робота: {word}"[slice(*finding.at_uk)] == word


@pytest.mark.parametrize("word", ["свято", "цвях", "бюро", "різдвяний", "Зяблик", "Ньюпорт", "Кузнєцов"])
def test_a_word_without_an_apostrophe_may_be_right(word):
    assert told("Praca", word) == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Praca stała.", "Постійна робота", [("other-end", ".")]),
        ("Praca stała.", "Постійна робота!", [("other-end", "!")]),
        ("Praca stała.", "Постійна робота…", []),
        ("Praca stała", "Постійна робота.", []),
        ("Masz czas?", "Маєте час.", [("other-end", "?")]),
        ("Wymagania:", "Вимоги", [("other-end", ":")]),
        ("12 zł za godz.", "12 злотих за годину", []),
        ("książeczka sanepid.", "санітарна книжка", []),
        ("Firma „Nowa”", "Фірма „Nowa”", [("odd-quotes", "„Nowa”")]),
        ('Firma "Nowa"', 'Фірма "Nowa"', [("odd-quotes", '"Nowa"')]),
        ("Firma „Nowa”", "Фірма «Nowa»", []),
        ('Monitor 19"', 'Монітор 19"', []),
        ("Kawa, herbata", "Кава , чай", [("space-before-mark", "Кава ,")]),
        ("Zapraszamy!", "Запрошуємо !", [("space-before-mark", "Запрошуємо !")]),
        ("Zapraszamy :)", "Запрошуємо :)", []),
        ("Kawa, herbata", "Кава,чай", [("no-space-after-mark", "Кава,чай")]),
        ("Praca! Płaca", "Робота!Зарплата", [("no-space-after-mark", "Робота!Зарплата")]),
        ("Od 8:30, 5,5 zł", "З 8:30, 5,5 злотого", []),
        ("www.example.org/a,b", "www.example.org/a,b", []),
        ("Kawa, herbata", "Кава,, чай", [("doubled-mark", "Кава,,")]),
        ("Kawa.", "Кава..", [("doubled-mark", "Кава..")]),
        ("Kawa...", "Кава...", []),
        ("Kawa i herbata", "Кава  і чай", [("doubled-mark", "Кава  і")]),
    ],
)
def test_faults_of_punctuation_are_warned_of(source, text, expected):
    assert told(source, text) == expected
    assert {finding.severity for finding in check(source, text)} <= {Severity.WARNING}
