import pytest
from django.db import transaction

from pup_portal.background import models_of_owed_work
from tests.factories import UserFactory
from tests.translations.factories import GOOD, drafted, in_order, owed, reviewed, texts_for
from translations import drafting, services
from translations.models import MemoryEntry, Translation
from translations.tasks import draft_translation

pytestmark = pytest.mark.django_db


def test_the_task_drafts_from_memory_and_glossary_and_marks_the_rest(django_capture_on_commit_callbacks):
    reviewed(["Офіціант", "Обслуговування 20 гостей."], title_pl="Kelner", body_pl="Obsługa 20 gości.")
    translation = owed(
        title_pl="Pakowacz",
        body_pl="Obsługa 30 gości. Mycie okien. 41 555 01 23\nKleimy. Mycie okien i klejenie.",
    )

    with django_capture_on_commit_callbacks(execute=True):
        done = draft_translation(translation.pk)

    drafts = [(segment.text_uk, segment.origin, segment.is_complete) for segment in in_order(translation)]
    assert done is True
    assert drafts == [
        ("Пакувальник", "glossary", True),
        ("Обслуговування 30 гостей.", "memory", True),
        ("Миття вікон.", "glossary", True),
        ("41 555 01 23", "coded", True),
        ("", "", False),
        ("Миття вікон ⟦i klejenie⟧.", "glossary", False),
    ]
    translation.refresh_from_db()
    assert (translation.status, translation.state, translation.is_drafted_by_machine) == (
        "draft",
        "done",
        True,
    )
    assert MemoryEntry.objects.get(template_pl__startswith="Obsługa").use_count == 1


def test_a_second_delivery_changes_nothing():
    translation = drafted()

    again = draft_translation(translation.pk)

    translation.refresh_from_db()
    assert again is False
    assert translation.version == 1


def test_the_machine_never_writes_over_a_person():
    translation = owed()
    mine = texts_for(translation, ["Мій заголовок", "", ""])
    services.save_draft(translation=translation, texts=mine, version=0, by=UserFactory())

    draft_translation(translation.pk)

    title, first, _ = in_order(translation)
    translation.refresh_from_db()
    assert (title.text_uk, title.origin) == ("Мій заголовок", "person")
    assert first.text_uk == "Пакування виробів."
    assert not translation.is_drafted_by_machine


def test_the_memory_never_replaces_what_a_person_left_half_done():
    reviewed(["Офіціант", "Обслуговування 20 гостей."], title_pl="Kelner", body_pl="Obsługa 20 gości.")
    translation = owed(title_pl="Kelner", body_pl="Obsługa 30 gości.")
    half = texts_for(translation, ["", "Обслуга ⟦30 gości⟧"])
    services.save_draft(translation=translation, texts=half, version=0, by=UserFactory())

    draft_translation(translation.pk)

    title, body = in_order(translation)
    assert (title.text_uk, title.origin) == ("Офіціант", "memory")
    assert (body.text_uk, body.origin) == ("Обслуга ⟦30 gości⟧", "person")


def test_the_memory_replaces_the_machine_s_own_half_draft():
    translation = drafted(title_pl="Kelner", body_pl="Mycie okien i podłóg w hali.")
    reviewed(
        ["Офіціант", "Миття вікон і підлоги в цеху."],
        title_pl="Kelner",
        body_pl="Mycie okien i podłóg w hali.",
    )

    services.owe_draft(subject=translation.subject)
    draft_translation(translation.pk)

    assert in_order(translation)[1].text_uk == "Миття вікон і підлоги в цеху."


def test_the_machine_never_writes_over_what_was_typed_while_it_worked():
    translation = owed()
    proposals = drafting.propose(translation)
    mine = texts_for(translation, ["Мій заголовок", "", ""])
    services.save_draft(translation=translation, texts=mine, version=0, by=UserFactory())

    drafting._store(translation.pk, proposals.by_segment)

    assert in_order(translation)[0].text_uk == "Мій заголовок"


def test_a_page_opened_before_the_draft_cannot_empty_it():
    translation = owed()

    draft_translation(translation.pk)

    with pytest.raises(services.EditConflict):
        services.save_draft(translation=translation, texts={}, version=0, by=UserFactory())


def test_a_draft_that_found_nothing_still_waits_for_review():
    translation = drafted(title_pl="Xyz", body_pl="Kleimy pudła.")

    assert (translation.status, translation.state) == ("draft", "done")
    assert [segment.text_uk for segment in in_order(translation)] == ["", ""]


def test_drafting_asks_the_database_no_more_for_a_longer_text(django_assert_num_queries):
    for count in (1, 20):
        translation = owed(title_pl="Pakowacz", body_pl="\n".join(f"Mycie okien {n}" for n in range(count)))
        with django_assert_num_queries(17):
            draft_translation(translation.pk)


def test_translations_are_known_to_the_sweep():
    assert Translation in models_of_owed_work()


@pytest.mark.parametrize("is_approved", [True, False])
def test_the_machine_writes_nothing_into_what_is_finished_meanwhile(is_approved):
    translation = reviewed(GOOD) if is_approved else drafted()
    title, *_rest = in_order(translation)
    before = title.text_uk
    late = drafting.Proposal("Інше слово", title.Origin.MACHINE, instead_of=before)

    with transaction.atomic():
        drafting._store(translation.pk, {title.pk: late})

    title.refresh_from_db()
    assert title.text_uk == before
