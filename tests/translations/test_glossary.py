import pytest

from tests.factories import UserFactory
from tests.translations.factories import TermFactory
from translations import glossary_services, starter
from translations.glossary import Entry, Glossary, lemma_keys
from translations.models import GlossaryTerm

pytestmark = pytest.mark.django_db


@pytest.fixture
def glossary() -> Glossary:
    return Glossary.load()


def named(glossary: Glossary, text: str) -> list[str]:
    return [hit.entry.pl for hit in glossary.hits(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Zawieramy umowy zlecenia.", ["umowa zlecenie"]),
        ("na podstawie umowy o pracę na czas określony", ["na podstawie", "umowa o pracę na czas określony"]),
        ("oferty@example.org", []),
        ("Stanowisko: spawacz", ["stanowisko", "spawacz"]),
        ("stanowisko spawacza", ["spawacz"]),
        ("Z prawem jazdy", ["prawo jazdy"]),
        ("bez książeczki sanitarno-epidemiologicznej", ["książeczka sanitarno-epidemiologiczna"]),
        ("Wynagrodzeniem brutto", ["wynagrodzenie brutto"]),
        ("Powiatowego Urzędu Pracy", ["powiatowy urząd pracy (PUP)"]),
        ("PAKOWACZ/PAKOWACZKA", ["pakowacz", "pakowaczka"]),
        ("utrzymania porządku i mycia okien", ["utrzymanie porządku", "mycie okien"]),
        ("pracodawcom, pracownikami", ["pracodawca", "pracownik"]),
        ("stażu pracy", ["staż pracy"]),
        ("podstawowe", ["podstawowe"]),
        ("Podstawowe obowiązki", ["obowiązki"]),
        ("robotnik gospodarczy", ["Robotnik gospodarczy"]),
        ("pakuje i utrzymuje", []),
        ("umowa, zlecenie", ["umowa"]),
        ("", []),
    ],
)
def test_a_term_is_found_in_any_form_and_only_as_a_whole(glossary, text, terms):
    assert named(glossary, text) == terms


def test_a_hit_tells_its_place(glossary):
    (hit,) = glossary.hits("  Wymagania: ")

    assert "  Wymagania: "[hit.start : hit.end] == "Wymagania"


def test_the_starter_glossary_is_loaded_once_and_never_over_a_change():
    term = GlossaryTerm.objects.get(pl="pracodawca")
    term.uk = "наймодавець"
    glossary_services.save_term(term=term, by=UserFactory())

    added = starter.load_glossary(GlossaryTerm)

    assert added == 0
    assert GlossaryTerm.objects.get(pl="pracodawca").uk == "наймодавець"


def test_every_starter_term_is_found_by_its_own_name(glossary):
    lost = [term.pl for term in GlossaryTerm.objects.all() if term.pl not in named(glossary, term.pl)]

    assert lost == []


def test_a_term_is_searched_in_either_language_and_in_any_form():
    def found(words: str) -> set[str]:
        return set(GlossaryTerm.objects.matching(words, lemma_keys(words)).values_list("pl", flat=True))

    assert "umowa zlecenie" in found("umowy zlecenia")
    assert "umowa zlecenie" in found("договір доручення")
    assert "umowa zlecenie" in found("про надання послуг")
    assert "umowa zlecenie" not in found("umowy o dzieło")
    assert found("nicniema") == set()
    assert found("?!") == set()


def test_a_saved_term_can_be_found_and_its_change_is_remembered():
    term = glossary_services.save_term(term=TermFactory.build(pl="nowe słowo"), by=UserFactory())
    term.uk = "нове слово"
    glossary_services.save_term(term=term, by=UserFactory(pk=4242))

    first, second = term.events.order_by("pgh_id")

    assert GlossaryTerm.objects.matching("nowego słowa", lemma_keys("nowego słowa")).get() == term
    assert (first.uk, second.uk) == ("пробний термін", "нове слово")
    assert second.pgh_context.metadata == {"user": 4242}


def test_a_term_is_listed_once():
    with pytest.raises(glossary_services.TermExists):
        glossary_services.save_term(term=TermFactory.build(pl="pracodawca"), by=UserFactory())


def test_a_hit_tells_whether_other_words_stand_inside():
    glossary = Glossary(
        [Entry.of("mycie okien", "миття вікон"), Entry.of("umowa zlecenie", "договір", is_loose=True)]
    )

    found = glossary.hits(
        "Mycie dużych okien, mycie okien, umowa na krótkie zlecenie, umowa na to i to zlecenie"
    )

    assert [hit.is_split for hit in found] == [True, False, True]


def test_a_new_installation_forbids_a_soviet_word():
    term = GlossaryTerm.objects.with_renderings().get(pl="adres zameldowania")

    assert "адреса прописки" in term.forbidden
    assert "зареєстроване місце проживання" in term.allowed
