from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pup_portal.background import MAX_ATTEMPTS, OwedWork
from tests.factories import UserFactory
from tests.translations.callers import apply
from tests.translations.factories import (
    NoticeFactory,
    approve,
    drafted,
    in_order,
    owed,
    reviewed,
    reviewer,
    texts_for,
)
from tests.translations.models import Notice
from translations import drafting, registry, services
from translations.models import TRANSITIONS, MemoryEntry, Segment, Status, Translation

pytestmark = pytest.mark.django_db

GOOD = ["Пакувальник", "Пакування виробів.", "Клеїмо коробки 8 годин."]


def change_polish(translation: Translation, body: str) -> Translation:
    notice = translation.subject
    notice.body_pl = body
    notice.save()
    services.source_changed(subject=notice, by=UserFactory())
    translation.refresh_from_db()
    return translation


def test_an_owed_draft_has_the_polish_in_segments_at_once():
    translation = owed(title_pl="Pakowacz", body_pl="- Pakowanie.\n- Mycie.")

    assert [(s.field, s.before, s.source_pl) for s in in_order(translation)] == [
        ("title", "", "Pakowacz"),
        ("body", "- ", "Pakowanie."),
        ("body", "\n- ", "Mycie."),
    ]
    assert (translation.status, translation.state, translation.title_pl) == ("missing", "owed", "Pakowacz")


def test_owing_again_changes_nothing(django_capture_on_commit_callbacks):
    translation = owed()

    again = services.owe_draft(subject=translation.subject, by=UserFactory())

    assert again == translation
    assert (again.version, translation.segments.count()) == (0, 3)


def test_owing_again_tries_open_sentences_again():
    translation = drafted()

    services.owe_draft(subject=translation.subject)

    translation.refresh_from_db()
    assert (translation.state, translation.attempts, translation.finished_at) == ("owed", 0, None)


def test_owing_a_complete_translation_again_asks_for_no_work():
    translation = reviewed(GOOD)

    services.owe_draft(subject=translation.subject)

    translation.refresh_from_db()
    assert (translation.state, translation.status) == ("done", "reviewed")


def test_owing_after_the_polish_changed_follows_it():
    translation = owed()
    Notice.objects.update(body_pl="Mycie okien.")

    services.owe_draft(subject=Notice.objects.get())

    assert [segment.source_pl for segment in in_order(translation)] == ["Pakowacz", "Mycie okien."]


def test_many_drafts_are_owed_in_a_handful_of_queries(django_assert_num_queries):
    notices = NoticeFactory.create_batch(30)
    services.owe_draft(subject=notices[0])

    with django_assert_num_queries(5):  # savepoint, what is known, two inserts, release
        new = services.owe_drafts(subjects=notices)

    assert new == 29
    assert Translation.objects.count() == 30
    assert Segment.objects.count() == 90


def test_many_drafts_need_as_few_queries_for_few(django_assert_num_queries):
    notices = NoticeFactory.create_batch(2)
    ContentType.objects.get_for_model(Notice)

    with django_assert_num_queries(5):
        services.owe_drafts(subjects=notices, by=UserFactory.build(pk=7))


def test_only_registered_models_are_translated():
    with pytest.raises(registry.NotTranslatable):
        services.owe_draft(subject=UserFactory())


def test_a_saved_draft_says_who_wrote_it():
    translation, author = owed(), UserFactory()

    saved = services.save_draft(
        translation=translation,
        texts=texts_for(translation, ["Пакувальник", "", "⟦Kleimy⟧"]),
        version=0,
        by=author,
    )

    title, first, second = in_order(translation)
    assert (saved.status, saved.drafted_by, saved.version) == ("draft", author, 1)
    assert (title.text_uk, title.origin, title.is_complete) == ("Пакувальник", "person", True)
    assert (first.text_uk, first.origin, first.is_complete) == ("", "", False)
    assert (second.text_uk, second.is_complete) == ("⟦Kleimy⟧", False)


def test_saving_what_is_stored_changes_nothing():
    translation = drafted()
    texts = {segment.pk: segment.text_uk for segment in translation.segments.all()}

    saved = services.save_draft(
        translation=translation, texts=texts, version=translation.version, by=UserFactory()
    )

    assert (saved.version, saved.is_drafted_by_machine) == (translation.version, True)


def test_a_text_written_on_an_old_page_is_refused_and_the_stored_one_kept():
    translation = drafted()
    services.save_draft(
        translation=translation,
        texts=texts_for(translation, GOOD),
        version=translation.version,
        by=reviewer(),
    )

    with pytest.raises(services.EditConflict):
        services.save_draft(
            translation=translation,
            texts=texts_for(translation, ["А", "Б", "В"]),
            version=translation.version,
            by=reviewer(),
        )

    assert [segment.text_uk for segment in in_order(translation)] == GOOD


def test_approving_hands_the_text_to_its_owner():
    translation = drafted(body_pl="- Pakowanie wyrobów.\r\n- Kleimy pudła przez 8 godzin.")

    approve(translation, GOOD)

    notice = Notice.objects.get()
    assert (translation.status, translation.reviewed_by.username) == ("reviewed", notice.applied_by)
    assert notice.title_uk == "Пакувальник"
    assert notice.body_uk == "- Пакування виробів.\r\n- Клеїмо коробки 8 годин."
    assert translation.is_reviewed
    assert translation.drafted_by == translation.reviewed_by
    assert not translation.segments.filter(is_complete=False).exists()


def test_a_wrong_fact_stops_the_approval_and_the_text_is_kept_as_a_draft():
    translation = drafted()

    with pytest.raises(services.NotFaithful) as refusal:
        approve(translation, ["Пакувальник", "Пакування виробів.", "Клеїмо коробки 9 годин."])

    wrong = in_order(translation)[2]
    assert [finding.code for finding in refusal.value.findings[wrong.pk]] == [
        "lost-quantity",
        "added-quantity",
    ]
    translation.refresh_from_db()
    assert (wrong.text_uk, translation.status, translation.reviewed_by) == (
        "Клеїмо коробки 9 годин.",
        "draft",
        None,
    )
    assert Notice.objects.get().title_uk == ""
    assert not MemoryEntry.objects.exists()


def test_a_wrong_fact_in_a_published_text_changes_nothing():
    translation = reviewed(GOOD)

    with pytest.raises(services.NotFaithful):
        approve(translation, ["Пакувальник", "Пакування виробів.", "Клеїмо коробки 9 годин."])

    translation.refresh_from_db()
    assert (translation.status, in_order(translation)[2].text_uk) == ("reviewed", GOOD[2])


def test_a_model_that_is_gone_cannot_be_approved():
    translation = drafted()
    gone = ContentType.objects.create(app_label="gone", model="gone")
    Translation.objects.update(content_type=gone)
    translation.refresh_from_db()

    with pytest.raises(registry.NotTranslatable):
        services.approve(translation=translation, texts={}, version=translation.version, by=reviewer())


def test_a_failing_owner_undoes_the_whole_approval(monkeypatch):
    def broken(notice, texts, by):
        apply(notice, texts, by)
        raise RuntimeError

    translation = drafted()
    monkeypatch.setitem(
        registry._registered,
        Notice,
        registry.Translatable(Notice, ("title", "body"), str, broken, lambda notice: ()),
    )

    with pytest.raises(RuntimeError):
        approve(translation, GOOD)

    translation.refresh_from_db()
    assert (translation.status, Notice.objects.get().title_uk) == ("draft", "")


def test_approval_on_an_old_page_is_refused():
    translation = drafted()

    with pytest.raises(services.EditConflict):
        services.approve(translation=translation, texts={}, version=translation.version - 1, by=reviewer())


def test_approval_is_refused_when_the_polish_changed_unnoticed():
    translation = drafted()
    Notice.objects.update(body_pl="Inny tekst.")

    with pytest.raises(services.SourceChanged):
        approve(translation, GOOD)


def test_an_approved_text_is_changed_only_by_approving_again():
    translation = reviewed(GOOD)

    with pytest.raises(services.AlreadyReviewed):
        services.save_draft(
            translation=translation,
            texts=texts_for(translation, ["А", "Б", "В"]),
            version=translation.version,
            by=reviewer(),
        )
    approve(translation, ["Пакувальниця", *GOOD[1:]])

    assert (translation.status, Notice.objects.get().title_uk) == ("reviewed", "Пакувальниця")


def test_a_text_without_sentences_can_be_approved():
    translation = drafted(title_pl="", body_pl=" \n")

    approve(translation, [])

    assert (translation.status, Notice.objects.get().body_uk) == ("reviewed", "")


def test_a_change_of_the_polish_marks_only_what_changed():
    translation = reviewed(GOOD)

    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 10 godzin. Zapraszamy!")

    title, same, changed, new = in_order(translation)
    assert (translation.status, translation.state) == ("outdated", "owed")
    assert [segment.is_complete for segment in (title, same, changed, new)] == [True, True, False, False]
    assert (changed.text_uk, changed.previous_pl) == (GOOD[2], "Kleimy pudła przez 8 godzin.")
    assert (new.text_uk, new.previous_pl) == ("", "")


def test_a_number_that_changed_in_an_approved_sentence_is_proposed_from_the_memory():
    translation = reviewed(GOOD)
    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 10 godzin.")

    drafting.draft(translation.pk)

    changed = in_order(translation)[2]
    assert (changed.text_uk, changed.origin, changed.is_complete) == (
        "Клеїмо коробки 10 годин.",
        "memory",
        False,
    )
    translation.refresh_from_db()
    assert translation.status == "outdated"


def test_an_approved_change_is_no_longer_marked():
    translation = change_polish(reviewed(GOOD), "Pakowanie wyrobów. Kleimy pudła przez 10 godzin.")

    approve(translation, [*GOOD[:2], "Клеїмо коробки 10 годин."])

    assert translation.status == "reviewed"
    assert not translation.segments.exclude(previous_pl="").exists()


def test_a_change_taken_back_needs_no_work():
    translation = reviewed(GOOD)
    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 10 godzin.")

    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 8 godzin.")

    assert not translation.segments.filter(is_complete=False).exists()
    assert not translation.segments.exclude(previous_pl="").exists()


def test_sentences_that_change_places_keep_their_text():
    translation = reviewed(GOOD)
    keys = [segment.pk for segment in in_order(translation)]

    change_polish(translation, "Kleimy pudła przez 8 godzin. Nowe zdanie o czymś innym. Pakowanie wyrobów.")

    after = in_order(translation)
    assert [segment.text_uk for segment in after] == [GOOD[0], GOOD[2], "", GOOD[1]]
    assert [after[1].pk, after[3].pk] == [keys[2], keys[1]]


def test_a_removed_sentence_goes_with_its_text():
    translation = change_polish(reviewed(GOOD), "Pakowanie wyrobów.")

    assert [segment.text_uk for segment in in_order(translation)] == GOOD[:2]


def test_what_did_not_change_leaves_the_approval_alone():
    translation = reviewed(GOOD)

    services.source_changed(subject=translation.subject)

    translation.refresh_from_db()
    assert translation.status == "reviewed"


def test_a_subject_without_translation_needs_none():
    assert services.source_changed(subject=NoticeFactory()) is None


def test_a_change_while_the_machine_works_takes_the_work_away_from_it():
    translation = owed()
    running = Translation.objects.filter(pk=translation.pk)
    running.update(
        state=OwedWork.State.RUNNING,
        lease=translation.public_id,
        leased_until=timezone.now() + timedelta(minutes=5),
        attempts=MAX_ATTEMPTS,
    )

    change_polish(translation, "Mycie okien.")

    assert (translation.state, translation.lease, translation.attempts) == ("owed", None, 0)


def test_statuses_of_many_subjects_come_in_one_query(django_assert_num_queries):
    done, open_ = reviewed(GOOD), owed()
    without = NoticeFactory()

    with django_assert_num_queries(1):
        found = Translation.objects.for_subjects(Notice, [done.object_id, open_.object_id, without.pk])

    assert found == {done.object_id: Status.REVIEWED, open_.object_id: Status.MISSING}


def test_every_status_leads_where_the_table_says():
    translation = Translation()
    for status in Status:
        for target in Status:
            translation.status = status
            if target in TRANSITIONS[status]:
                services._advance(translation, target)
            else:
                with pytest.raises(ValueError, match="may not become"):
                    services._advance(translation, target)


def test_texts_of_the_past_stay_in_the_history():
    translation = reviewed(GOOD)
    segment = in_order(translation)[0]

    approve(translation, ["Пакувальниця", *GOOD[1:]])

    told = list(segment.events.order_by("pgh_id").values_list("text_uk", flat=True))
    assert (
        told == ["", "Пакувальник", "Пакувальник", "Пакувальниця"][: len(told)] or told[-1] == "Пакувальниця"
    )
    assert "Пакувальник" in told


def test_a_change_noticed_at_the_approval_is_followed_as_the_polish_stands_now():
    translation = drafted()
    assert translation.subject.body_pl != "Inny tekst."  # as the page had read it
    Notice.objects.update(body_pl="Inny tekst.")

    with CaptureQueriesContext(connection) as queries:
        services.follow_source(translation=translation, by=reviewer())

    assert in_order(translation)[1].source_pl == "Inny tekst."
    (subject,) = (one["sql"] for one in queries if f'FROM "{Notice._meta.db_table}"' in one["sql"])
    assert subject.endswith(f'FOR UPDATE OF "{Notice._meta.db_table}"')
