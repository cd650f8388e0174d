"""What a change of the glossary does to texts that are approved already."""

import pytest
from django.urls import reverse

from tests.factories import UserFactory
from tests.translations.factories import TermFactory, approve, reviewed
from translations import glossary_services as services
from translations import impact, morphology
from translations.glossary_services import Wording
from translations.models import GlossaryConcern, GlossaryTerm, Translation

pytestmark = pytest.mark.django_db


def published(uk: str, pl: str = "Naprawa dronistek.") -> Translation:
    return reviewed(["Пакувальник", uk], title_pl="Pakowacz", body_pl=pl)


def dronistka(**values: object) -> GlossaryTerm:
    return TermFactory.build(**({"pl": "dronistka", "uk": "дроністка", "is_required": True} | values))


def save(term: GlossaryTerm, *wordings: Wording) -> GlossaryTerm:
    return services.save_term(term=term, wordings=list(wordings), by=UserFactory())


def foresee(term: GlossaryTerm, *wordings: Wording) -> impact.Impact:
    (told,) = services.foresee(terms=[(term, list(wordings))])
    return told


def questioned() -> list[Translation]:
    return [concern.translation for concern in GlossaryConcern.objects.all()]


def test_a_new_official_word_puts_texts_without_it_in_question():
    without = published("Ремонт апаратів.")
    published("Ремонт дроністок.", "Mycie dronistki")
    published("Ремонт апаратів.", "Mycie okien")

    told = foresee(dronistka())
    save(dronistka())

    assert [(flagged.segment.translation, flagged.finding.code) for flagged in told.new] == [
        (without, "term-missing")
    ]
    assert questioned() == [without]
    assert GlossaryConcern.objects.get().translation.is_reviewed


def test_looking_ahead_stores_nothing():
    published("Ремонт апаратів.")

    foresee(dronistka(), Wording("апарат", "forbidden"))

    assert not GlossaryTerm.objects.filter(pl="dronistka").exists()
    assert questioned() == []


def test_a_forbidden_word_puts_texts_with_it_in_question_and_an_allowed_one_takes_them_off():
    translation = published("Ремонт апаратів.")
    term = save(dronistka(is_required=False), Wording("апарат", "forbidden"))
    assert questioned() == [translation]

    save(term, Wording("апарат", "allowed"))

    assert questioned() == []


def test_what_was_marked_before_is_no_news_and_stays_marked():
    published("Ремонт апаратів.")
    term = save(dronistka())
    term.note = "Рідкісне слово"

    told = foresee(term)
    save(term)

    assert told.new == []
    assert len(told.lasting) == len(questioned()) == 1


@pytest.mark.parametrize("status", ["proposed", "retired"])
def test_a_term_that_does_not_act_questions_nothing(status):
    published("Ремонт апаратів.")
    term = save(dronistka())

    term.status = status
    save(term)

    assert questioned() == []


def test_approving_again_takes_the_text_off_the_list(client):
    translation = published("Ремонт апаратів.")
    save(dronistka())
    client.force_login(UserFactory())
    address = reverse("translations:list") + "?status=in-question"
    before = list(client.get(address).context["page"])

    approve(translation, ["Пакувальник", "Ремонт дроністок."])

    assert before == [translation]
    assert list(client.get(address).context["page"]) == []


def test_only_the_newest_sentences_are_read_and_the_rest_is_told(monkeypatch):
    monkeypatch.setattr(impact, "MOST", 1)
    published("Ремонт апаратів.")
    newest = published("Ремонт приладів.")

    told = foresee(dronistka())

    assert told.is_capped
    assert [flagged.segment.translation for flagged in told.new] == [newest]


@pytest.mark.parametrize("count", [1, 20])
def test_looking_ahead_asks_the_same_for_any_number_of_texts(django_assert_num_queries, count):
    for _ in range(count):
        published("Ремонт апаратів.")

    with django_assert_num_queries(4):  # sentences, occupations, terms, renderings
        told = foresee(dronistka())

    assert len(told.new) == count


def test_many_terms_are_looked_ahead_together_each_with_its_own_effect():
    published("Ремонт апаратів.", "Naprawa dronistek i gamonistek.")
    new, other, proposed = (
        dronistka(),
        dronistka(pl="gamonistka", uk="гамоністка"),
        dronistka(status="proposed"),
    )

    told = services.foresee(terms=[(new, []), (other, []), (proposed, [])])

    assert [[flagged.finding.hint for flagged in one.new] for one in told] == [
        ["dronistka → дроністка"],
        ["gamonistka → гамоністка"],
        [],
    ]


def test_a_text_that_another_term_of_the_same_file_makes_right_is_not_marked():
    published("Ремонт літальних апаратів.", "Naprawa dronistek latających.")
    longer = dronistka(pl="dronistka latająca", uk="літальний апарат")

    told = services.foresee(terms=[(dronistka(), []), (longer, [])])

    assert [one.new for one in told] == [[], []]


@pytest.mark.parametrize("count", [1, 20])
def test_looking_ahead_asks_the_same_for_any_number_of_terms(django_assert_num_queries, count):
    terms = [(dronistka(pl=f"dronistka{chr(97 + number)}"), []) for number in range(count)]

    with django_assert_num_queries(4):  # sentences, occupations, terms, renderings
        services.foresee(terms=terms)


def test_many_terms_are_looked_for_in_batches_that_share_what_is_read(monkeypatch):
    monkeypatch.setattr(impact, "MOST", 2)
    monkeypatch.setattr(impact, "BATCH", 1)
    for _ in range(2):
        published("Ремонт апаратів.")
    published("Ремонт приладів.", "Naprawa gamonistek.")

    told = services.foresee(terms=[(dronistka(), []), (dronistka(pl="gamonistka", uk="гамоністка"), [])])

    assert [(len(one.new), one.is_capped) for one in told] == [(1, True), (1, False)]


def test_an_import_marks_what_its_terms_put_in_question():
    translation = published("Ремонт апаратів.")

    services.import_terms(terms=[(dronistka(), []), (dronistka(pl="żuk", uk="жук"), [])], by=UserFactory())

    assert questioned() == [translation]


def test_a_term_of_signs_only_holds_nothing():
    assert foresee(dronistka(pl="…")).new == []


def test_the_forms_of_a_word_are_those_of_its_class():
    assert {"umowa", "umowy", "umowami"} <= morphology.forms("umowa/noun")
    assert "pakuje" not in morphology.forms("pakować/gerund")
    assert "pakowania" in morphology.forms("pakować/gerund")
    assert morphology.forms("dronistka/unknown") == {"dronistka"}


@pytest.mark.parametrize("pl", ["O'Neill", "O’Neill", "x'y'z"])
def test_an_apostrophe_in_a_term_is_looked_for_like_any_sign(pl):
    published("Ремонт апаратів.", f"Naprawa {pl}.")

    (told,) = services.foresee(terms=[(dronistka(pl=pl, uk="О’Ніл"), [])])

    assert len(told.new) == 1
