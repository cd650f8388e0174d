"""Phrases taken over from Russian or Polish are told with the Ukrainian ones, and nothing else is."""

import csv
from itertools import pairwise

import pytest

from tests.translations.corpus import pairs
from translations.checks import Severity, check
from translations.checks.loanwords import LOANWORDS, findings
from translations.glossary import Entry, Glossary
from translations.mentions import normalised
from translations.starter import starter_entries

FEWEST = 150
with LOANWORDS.open(encoding="utf-8", newline="") as file:
    LISTED = list(csv.DictReader(file))


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.place, finding.hint) for finding in findings(normalised(text), ())]


@pytest.mark.parametrize(
    ("text", "place", "better"),
    [
        ("Просимо прийняти участь у зустрічі", "прийняти участь", "брати участь"),
        ("Ви прийматимете участь у навчанні", "прийматимете участь", "брати участь"),
        ("на протязі 3 місяців", "на протязі", "протягом; упродовж"),
        ("Години співпадають із графіком", "співпадають", "збігатися"),
        ("у слідуючому місяці", "слідуючому", "наступний; такий"),
        ("Згідно договору", "Згідно", "згідно з (і орудний відмінок)"),
        ("Робота по вихідним", "по вихідним", "у вихідні"),
        ("миючі засоби", "миючі", "мийний"),
        ("Відносяться до людей", "Відносяться", "ставитися; належати; стосуватися"),
        ("При наявності досвіду", "При наявності", "за наявності; якщо є"),
        ("учбових закладів", "учбових", "навчальний"),
        ("Знання польського язика", "польського язика", "польська мова"),
        ("робота в якості водія", "в якості водія", "як; робота на посаді"),
        ("Працюємо у любий день", "у любий день", "будь-який"),
        ("Обіди у столовій", "у столовій", "у їдальні"),
        ("номер банкового рахунку", "банкового рахунку", "банківський"),
        ("без досвіду та навиків", "навиків", "навичка"),
        ("Видаємо перчатки", "перчатки", "рукавичка"),
        ("добрі заробки", "заробки", "заробіток; зарплата"),
        ("за електронним адресом", "електронним адресом", "електронною адресою"),
        ("на електронному адресу", "електронному адресу", "електронної адреси; електронній адресі"),
        ("Дякуючи програмі", "Дякуючи", "завдяки"),
        ("5000 злотів", "злотів", "злотих"),
        ("адреса прописки", "прописки", "зареєстроване місце проживання"),
        ("на споткання", "споткання", "зустріч"),
        ("самою кращою командою", "самою кращою", "найкращий"),
        ("по п’ятницям", "по п'ятницям", "щоп’ятниці; у п’ятниці"),
    ],
)
def test_a_loan_is_found_in_any_form(text, place, better):
    assert told(text) == [(place, f"→ {better}")]


@pytest.mark.parametrize(
    "text",
    [
        "Згідно з договором",
        "Брати участь у протязі бракує місця",
        "приймати документи, участь обов’язкова",
        "Ресторан «Комната» шукає кухаря",
        "по понеділках і вівторках",
        "вихідним днем є неділя",
        "за телефоном або поштою",
        "рахувати гроші",
        "область Київська, робота в Польщі",
        "мова польська",
        "Надішліть резюме на електронну адресу",
        "Вкажіть адресу проживання",
        "список електронних адрес",
        "лист за електронними адресами",
        "місце праці та відпочинку",
        "пошук праці в Польщі",
        "Відпуск за рецептом",
        "Вона справляється з роботою",
        "миємо столовий посуд, серветка столова",
        "у столовій ложці 15 грамів",
        "складає внесок роботодавця",
        "той самий новий цех",
        "Саме великі підприємства шукають людей",
        "Любі друзі",
        "Дякуючи вам за довіру",
        "Дякуючи за увагу",
        "упевненість у якості продукції",
        "Працюйте, не дивлячись на телефон",
        "пов’язка на руку",
        "скло у рамах вікон",
        "сварка з сусідами",
    ],
)
def test_what_only_looks_like_a_loan_passes(text):
    assert told(text) == []


@pytest.mark.parametrize("row", LISTED, ids=[row["words"] for row in LISTED])
def test_every_listed_phrase_is_found_as_it_is_listed(row):
    written = " ".join(word.split("/")[0] for word in row["words"].split())

    found = told(written)

    assert (normalised(written), f"→ {row['better']}") in found
    assert row["kind"] in {"russianism", "polonism"}
    assert row["source"]


@pytest.mark.parametrize("row", LISTED, ids=[row["words"] for row in LISTED])
def test_no_better_word_is_itself_listed(row):
    assert told(row["better"]) == []


def test_the_list_is_long_and_lists_nothing_twice():
    words = sorted(row["words"] for row in LISTED)

    assert len(words) >= FEWEST
    assert all(first != second for first, second in pairwise(words))


def test_the_glossary_uses_none_of_the_phrases():
    renderings = [text for entry in starter_entries() for text in (entry.uk, *entry.allowed)]

    assert [found for text in renderings if (found := told(text))] == []


def test_good_translations_hold_none_of_the_phrases():
    assert [found for pair in pairs() if (found := told(pair.uk))] == []


def test_a_loan_is_a_warning_beside_the_other_findings():
    source, text = "Proszę wziąć udział w spotkaniu", "Просимо прийняти участь у зустрічі"

    (finding,) = check(source, text)

    assert (finding.code, finding.severity) == ("russianism", Severity.WARNING)
    assert finding.sentence == "Probably taken over from Russian: прийняти участь → брати участь"
    assert text[slice(*finding.at_uk)] == "прийняти участь"


def test_what_the_glossary_tells_already_is_not_told_again():
    source, text = "adres zameldowania", "адреса прописки"
    glossary = Glossary([Entry.of(source, "адреса реєстрації", forbidden=(text,))])

    assert [finding.code for finding in check(source, text)] == ["russianism"]
    assert [finding.code for finding in check(source, text, glossary.hits(source))] == ["false-friend"]
