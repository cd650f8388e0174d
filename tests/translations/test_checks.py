"""Good pairs pass in silence; one wrong thing in one place is found and named."""

import unicodedata

import pytest

from translations import checks
from translations.checks import Severity, check
from translations.checks.facts import COMPARED
from translations.glossary import Entry, Glossary


def codes(source: str, text: str) -> list[str]:
    return [finding.code for finding in check(source, text)]


GOOD = [
    ("Wynagrodzenie 1 500,50 zł brutto.", "Заробітна плата 1500,50 злотого брутто."),
    ("Praca od 8 do 16.", "Робота з 8:00 до 16:00."),
    ("Praca od 8.00 do 16.30, dwie zmiany.", "Робота з 8:00 до 16:30, 2 зміни."),
    ("2 zmiany po 8 godzin", "Дві зміни по 8 годин"),
    ("Umowa od 1 czerwca 2026 r. do 31.12.2026 r.", "Договір з 01.06.2026 до 31 грудня 2026 року"),
    ("tel. 41 555 01 23, praca@example.org", "тел. +48 41 555 01 23, praca@example.org"),
    ("Prawo jazdy kat. B", "Посвідчення водія категорії B"),
    ("Język polski na poziomie A2", "Польська мова на рівні А2"),
    ("Praca na pół etatu", "Робота на 1/2 ставки"),
    ("Jeden z naszych pracowników oprowadzi.", "Вам усе покаже наш працівник."),
    ("Zgłoszenia do PUP w Kielcach, ul. Kolberga 4", "Звертайтеся до PUP у Кельцях, вул. Kolberga 4"),
    ("Praca w firmie Zakład Przykładowy Sp. z o.o.", "Робота у фірмі «Zakład Przykładowy» Sp. z o.o."),
    ("Spotkanie w świetlicy", "Зустріч у клубі (świetlica)"),
    ("Na rękę 31,40 zł/h", "31,40 злотого на руки за годину"),
    ("Pięć miejsc pracy", "П’ять робочих місць"),
    ("Płaca 4806–5200 zł", "Зарплата від 4 806 до 5 200 злотих"),
    ("Obsługa maszyn CNC i B2B", "Обслуговування верстатів CNC та B2B"),
    ("Pudełko Bez Glutenu, tel. 600 555 012", "«Pudełko Bez Glutenu», тел.: 600 555 012"),
    ("nie mniej niż 5 dni", "щонайменше 5 днів"),
    ("Nikt nie pracuje w niedziele", "У неділю ніхто не працює"),
    ("Niepalący mile widziany", "Бажано, щоб Ви не курили"),
    ("Uzdrowisko w Busku-Zdroju", "Курорт у місті Busko-Zdrój"),
    ("płytki 120x60, ul. Szkolna 2a", "плитка 120x60, ul. Szkolna 2a"),
    ("Programista PHP/JavaScript, numer PESEL", "Програміст PHP/JavaScript, номер PESEL"),
]


@pytest.mark.parametrize(("source", "text"), GOOD)
def test_a_good_pair_has_no_finding(source, text):
    assert check(source, text) == []


@pytest.mark.parametrize(("source", "text"), GOOD)
@pytest.mark.parametrize("form", ["NFD", "NFC"])
def test_the_way_letters_are_composed_changes_nothing(source, text, form):
    assert check(unicodedata.normalize(form, source), unicodedata.normalize(form, text)) == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Płaca 4806 zł", "Зарплата 4860 злотих", ["lost-quantity", "added-quantity"]),
        ("Płaca 4806 zł", "Зарплата 480,6 злотого", ["lost-quantity", "added-quantity"]),
        ("Płaca 4806 zł", "Гарна зарплата", ["lost-quantity"]),
        ("Dobra płaca", "Зарплата 5000 злотих", ["added-quantity"]),
        ("Płaca 4806 zł", "Зарплата 4806 євро", ["other-currency"]),
        ("Płaca 4806 zł brutto", "Зарплата 4806 злотих нетто", ["lost-tax", "added-tax"]),
        ("Płaca 4806 zł brutto", "Зарплата 4806 злотих", ["lost-tax"]),
        ("Od 8 do 16", "З 8:00 до 18:00", ["lost-quantity", "added-quantity"]),
        ("Od 8:30", "З 8:00", ["lost-quantity", "added-quantity"]),
        ("Do 31.12.2026", "До 13.12.2026", ["lost-date", "added-date"]),
        ("1 czerwca 2026", "1 липня 2026", ["lost-date", "added-date"]),
        ("tel. 41 555 01 23", "тел. 41 555 01 32", ["lost-phone", "added-phone"]),
        ("praca@example.org", "praca@exemple.org", ["lost-email", "added-email"]),
        ("www.example.org", "сайт роботодавця", ["lost-url"]),
        ("dwie zmiany", "три зміни", ["lost-quantity", "added-quantity"]),
        ("praca dwuzmianowa", "робота в 3 зміни", ["lost-quantity", "added-quantity"]),
        ("3 miejsca", "2 місця", ["lost-quantity", "added-quantity"]),
        ("polski A2", "польська B2", ["lost-level", "added-level"]),
        ("1/2 etatu", "3/4 ставки", ["lost-share", "added-share"]),
        ("8 godzin, 8 osób", "8 годин", ["repeated-fact"]),
        (
            "12-22, po 12 godz.",
            "22–22, по 12 год.",
            ["lost-quantity", "added-quantity"],
        ),
        ("system dwuzmianowy co 2 tygodnie", "у три зміни що 2 тижні", ["lost-quantity", "added-quantity"]),
        ("5200 brutto", "5200 євро брутто", ["other-currency"]),
        (
            "37 zł/h brutto, potem 44 zł/h",
            "37 злотих за годину брутто, потім 44 злоті на місяць",
            ["other-period"],
        ),
        ("30 zł brutto, 20 zł netto", "30 злотих нетто, 20 злотих брутто", ["other-tax", "other-tax"]),
        ("do 6500 zł", "від 6500 злотих", ["other-limit"]),
        ("min. 31,40 zł", "не менше 31,40 злотого", []),
        ("ul. Warszawska 26", "ul. Warszawska 28", ["lost-address", "added-address"]),
        ("ul. Warszawska 26", "вулиця Варшавська, 26", ["lost-address", "added-quantity"]),
        ("25-511 Kielce", "25-512 Kielce", ["lost-postcode", "added-postcode"]),
        ("prawo jazdy kat. B", "посвідчення водія категорії C", ["lost-licence", "added-licence"]),
        ("umowa o pracę", "договір доручення", ["other-contract"]),
        ("umowa o pracę na czas określony", "трудовий договір на невизначений час", ["other-contract"]),
        ("umowa zlecenie", "договір", ["lost-contract"]),
        ("w soboty i niedziele", "у неділю та неділю", ["other-weekday"]),
        ("od czerwca do września", "з липня до вересня", ["lost-date", "added-date"]),
        ("doświadczenie nie jest wymagane", "потрібен досвід", ["lost-negation"]),
        ("doświadczenie wymagane", "досвід не потрібен", ["added-negation"]),
        ("żadnego doświadczenia nie potrzeba", "жодного досвіду потрібно", ["lost-negation"]),
    ],
)
def test_a_wrong_fact_is_found(source, text, expected):
    assert codes(source, text) == expected


@pytest.mark.parametrize(
    ("source", "text", "code", "place"),
    [
        ("Pakowanie wyrobów", "Пакування wyrobów", "polish-word", "wyrobów"),
        ("Pakowanie wyrobów", "Pakowanie виробів", "polish-word", "Pakowanie"),
        ("PAKOWANIE", "PAKOWANIE", "polish-word", "PAKOWANIE"),
        ("Mycie okien", "Мытье окон", "russian-letter", "Мытье"),
        ("Mycie okien", "Миття ўікон", "foreign-letter", "ўікон"),
        ("Praca w biurze", "Рoбота в офісі", "mixed-alphabets", "Рoбота"),
        ("Praca i płaca", "Робота i зарплата", "look-alike", "i"),
        ("Praca", "Робота, team", "latin-word", "team"),
        ("Zdrowie", "Здоров`я", "odd-apostrophe", "Здоров`я"),
        ("Zdrowie", "⟦zdrowie⟧", "untranslated", "⟦zdrowie⟧"),
    ],
)
def test_a_wrong_letter_is_found(source, text, code, place):
    assert [(finding.code, finding.place) for finding in check(source, text)] == [(code, place)]


@pytest.mark.parametrize("text", ["", "   ", "\N{NO-BREAK SPACE}"])
def test_an_empty_text_is_found(text):
    assert codes("Praca", text) == ["empty"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_the_usual_apostrophes_pass(apostrophe):
    assert codes("Zdrowie", f"Здоров{apostrophe}я") == []


@pytest.mark.parametrize("dash", ["-", "–", "—", "\N{NON-BREAKING HYPHEN}"])
@pytest.mark.parametrize("space", ["", " ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}"])
def test_dashes_and_spaces_of_every_kind_say_the_same(dash, space):
    assert codes("8:00-16:00", f"8:00{space}{dash}{space}16:00") == []


def test_a_false_friend_is_a_warning_with_the_right_word():
    term = Entry.of("płeć", "стать", forbidden=("секс",))
    hits = Glossary([term]).hits("Płci kandydata nie ograniczamy")

    (finding,) = check("Płci kandydata nie ograniczamy", "Секс кандидата не обмежено", hits)

    assert (finding.code, finding.severity) == ("false-friend", Severity.WARNING)
    assert finding.sentence == "Probably a wrong word here: Секс płeć → стать"
    assert check("Płci kandydata nie ograniczamy", "Стать кандидата не обмежено", hits) == []


def test_blocking_findings_come_first_and_each_once():
    found = check("Praca 8 h, 8 h, 5 zł", "Робота team team, 8 год, 6 зл")

    assert [finding.code for finding in found] == [
        "lost-quantity",
        "added-quantity",
        "latin-word",
        "repeated-word",
    ]


def test_every_kind_of_finding_has_its_sentence():
    facts = {f"{what}-{kind}" for what in ("lost", "added") for kind in COMPARED}

    assert facts <= set(checks.SENTENCES)
    assert all(
        "%(place)s" in str(sentence)
        for code, sentence in checks.SENTENCES.items()
        if code not in {"empty", "far-shorter", "far-longer"}
    )


def test_a_rendering_that_denies_by_itself_adds_no_denial():
    hits = Glossary([Entry.of("premia frekwencyjna", "премія за роботу без пропусків")]).hits

    def codes_of(source, text):
        return [finding.code for finding in check(source, text, hits(source))]

    assert codes_of("Jest premia frekwencyjna.", "Є премія за роботу без пропусків.") == []
    assert codes_of("Jest premia frekwencyjna.", "Премії за роботу без пропусків немає.") == [
        "added-negation"
    ]
