"""How a Ukrainian text says a term: beyond the sentences, the single rules."""

import pytest

from translations.glossary import Entry, Hit
from translations.renderings import Kind, Rendering, glossary_findings, rendered


def hit(uk: str, **more: object) -> Hit:
    return Hit(Entry.of("termin", uk, **more), 0, 6)


@pytest.mark.parametrize(
    ("uk", "text", "is_said"),
    [
        ("договір доручення", "за договором доручення", True),
        ("договір доручення", "доручення, за договором", True),
        ("договір доручення", "договори короткого письмового доручення", True),
        ("договір доручення", "договори короткого письмового усного доручення", False),
        ("договір доручення", "Договір. Доручення", False),
        ("договір доручення", "договір • доручення", False),
        ("договір доручення", "договір містить доручення", False),
        ("договір доручення", "договір без доручення", False),
        ("договір доручення", "договір", False),
        ("договір доручення", "", False),
        ("без досвіду", "робота без досвіду", True),
        ("без досвіду", "робота без професійного досвіду", True),
        ("без досвіду", "з досвідом без вимог", False),
        ("без досвіду", "без. Досвід потрібен", False),
        ("не потрібний", "зовсім не потрібна", True),
        ("не потрібний", "потрібна, а не бажана", False),
        ("потрібний", "не потрібний", False),
        ("чоловік / дружина", "разом із дружиною", True),
        ("паспорт (ID-картка)", "два паспорти", True),
        ("категорія B", "кат. B", True),
        ("категорія B", "категорії В", True),  # a Cyrillic В
        ("обов’язки", "Обов'язки", True),
        ("принтерівник", "двох принтерівників", True),
        ("робота на складі", "робота складом", True),
        ("для", "для", False),  # nothing but a small word cannot be told
    ],
)
def test_a_rendering_counts_in_any_form_and_order_but_within_one_clause(uk, text, is_said):
    assert (rendered(hit(uk), text).kind == Kind.PREFERRED) is is_said


def test_a_rendering_tells_what_it_is_and_where():
    text = "Підпишемо договір про надання послуг."
    term = hit("договір доручення", allowed=("договір про надання послуг",), forbidden=("контракт",))

    assert rendered(term, text) == Rendering(Kind.ALLOWED, "договір про надання послуг", (10, 36))
    assert rendered(term, "Контракти є.") == Rendering(Kind.FORBIDDEN, "контракт", (0, 9))
    assert rendered(term, "Умови.") == Rendering(Kind.MISSING)


def test_the_rendering_of_most_words_wins():
    term = hit("договір", allowed=("договір доручення",))

    assert rendered(term, "договір доручення").kind == Kind.ALLOWED


def test_a_missing_official_word_is_a_finding_and_a_missing_phrase_is_none():
    official, phrase = hit("трудовий договір", is_required=True), hit("приємна атмосфера")

    assert [finding[:4] for finding in glossary_findings([official, official], "контракт")] == [
        ("term-missing", "termin", "termin → трудовий договір", (0, 6))
    ]
    assert list(glossary_findings([phrase], "контракт")) == []
    assert list(glossary_findings([official], "за трудовим договором")) == []


def test_a_false_friend_is_told_with_the_right_word_even_beside_it():
    term = hit("стать", forbidden=("секс",), is_required=True)

    (finding,) = glossary_findings([term], "Стать, а не секс; сексом")

    assert finding[:4] == ("false-friend", "сексом", "termin → стать", (18, 24))


def test_a_false_friend_of_one_term_may_be_the_right_word_of_another():
    internship = hit("стажування", forbidden=("стаж",))
    years = Hit(Entry.of("staż pracy", "трудовий стаж"), 0, 10)

    assert list(glossary_findings([internship, years], "Стажування, трудовий стаж")) == []
    assert [code for code, *_ in glossary_findings([internship], "Трудовий стаж")] == ["false-friend"]


def test_words_of_a_false_friend_count_only_side_by_side():
    term = hit("міні-ярмарок вакансій", forbidden=("біржа праці",))

    assert rendered(term, "на біржах праці").kind == Kind.FORBIDDEN
    assert rendered(term, "біржа важкої праці").kind == Kind.MISSING
