"""What is kept of an approval: when the work was owed, what the text was made of, which checks spoke."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    MADE_OF,
    ApprovalFactory,
    approve,
    drafted,
    in_order,
    owed,
    reviewed,
    reviewer,
    texts_for,
)
from tests.translations.models import Notice
from tests.translations.test_overrides import WRONG, let_through
from translations import memory, services
from translations.models import Approval, CheckFired, PublishedShare, Segment, Translation

pytestmark = pytest.mark.django_db

WITH_WARNING = ["Пакувальник", "Пакування виробів виробів.", GOOD[2]]  # a word twice


def made_of(approval: Approval) -> dict[str, int]:
    return {name: count for name in MADE_OF if (count := getattr(approval, name))}


def fired() -> list[tuple[str, str]]:
    return list(CheckFired.objects.order_by("pk").values_list("code", "outcome"))


def change_polish(translation: Translation, body: str) -> None:
    notice = translation.subject
    notice.body_pl = body
    notice.save()
    services.source_changed(subject=notice)


def test_an_approval_is_written_down_once():
    translation = drafted()
    version = translation.version

    approve(translation, GOOD)

    approval = Approval.objects.get()
    assert (approval.translation, approval.version, approval.domain) == (
        translation,
        version,
        "translations_tests",
    )
    assert (approval.owed_at, approval.approved_by) == (translation.owed_at, translation.reviewed_by)
    assert approval.owed_at <= approval.approved_at <= timezone.now()


def test_what_the_reviewer_typed_is_counted_as_a_persons_work():
    translation = owed()

    approve(translation, GOOD)

    approval = Approval.objects.get()
    assert (made_of(approval), approval.sentences, approval.words) == ({"person": 3}, 3, 8)


def test_what_the_memory_drafted_is_counted_with_and_without_a_correction():
    memory.remember(
        [
            Segment(source_pl="Pakowanie wyrobów.", text_uk=GOOD[1]),
            Segment(source_pl="Kleimy pudła przez 8 godzin.", text_uk="Склеюємо коробки 8 годин."),
        ],
        by=UserFactory(),
    )
    translation = drafted()

    approve(translation, GOOD)

    counts = made_of(Approval.objects.get())
    assert (counts["memory"], counts["memory_edited"]) == (1, 1)
    assert sum(counts.values()) == 3


def test_the_machines_draft_written_over_before_the_approval_is_an_edited_one():
    translation = owed()
    translation.segments.filter(position=0, field="body").update(
        text_uk="Фасування.", origin=Segment.Origin.MACHINE
    )
    translation.refresh_from_db()
    services.save_draft(
        translation=translation,
        texts={in_order(translation)[1].pk: "Фасування виробів."},
        version=translation.version,
        by=UserFactory(),
    )

    approve(translation, GOOD)

    assert made_of(Approval.objects.get()) == {"machine_edited": 1, "person": 2}


def test_after_a_change_of_the_polish_only_the_changed_sentence_counts():
    translation = reviewed(GOOD)
    before = timezone.now()
    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 7 godzin.")

    approve(translation, [*GOOD[:2], "Клеїмо коробки 7 годин."])

    latest = Approval.objects.first()
    assert (made_of(latest), latest.words) == ({"kept": 2, "person": 1}, 5)
    # The clock of the database stands still within a transaction: this one began before the test.
    assert before - timedelta(minutes=5) <= latest.owed_at <= latest.approved_at


def test_sentences_that_only_changed_places_are_kept():
    translation = reviewed(GOOD)
    change_polish(translation, "Kleimy pudła przez 8 godzin. Pakowanie wyrobów.")

    approve(translation, [GOOD[0], GOOD[2], GOOD[1]])

    latest = Approval.objects.first()
    assert (made_of(latest), latest.words) == ({"kept": 3}, 0)


def test_nobody_waited_for_the_correction_of_an_approved_text():
    translation = reviewed(GOOD)

    approve(translation, [*GOOD[:2], "Клеїмо коробки по 8 годин."])

    latest = Approval.objects.first()
    assert (latest.owed_at, made_of(latest)) == (None, {"kept": 2, "person": 1})


def test_waiting_begins_with_the_first_change_of_the_polish_and_not_with_the_last():
    translation = reviewed(GOOD)
    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 7 godzin.")
    first_change = translation.events.model.objects.filter(status="outdated").latest("pgh_id").pgh_created_at
    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 6 godzin.")

    approve(translation, [*GOOD[:2], "Клеїмо коробки 6 годин."])

    assert Approval.objects.first().owed_at <= first_change


def test_a_clock_that_is_ahead_makes_no_work_owed_after_it_was_done():
    translation = drafted()
    Translation.objects.update(owed_at=timezone.now() + timedelta(minutes=1))

    approve(translation, GOOD)

    approval = Approval.objects.get()
    assert approval.owed_at == approval.approved_at


def test_an_approval_outlives_its_translation():
    translation = reviewed(WITH_WARNING)

    translation.subject.delete()

    assert Approval.objects.get().translation is None
    assert fired() == [("repeated-word", "left")]


def test_a_warning_that_is_left_is_counted():
    reviewed(WITH_WARNING)

    assert fired() == [("repeated-word", "left")]
    assert CheckFired.objects.get().approval == Approval.objects.get()


def test_what_stands_unchanged_since_an_earlier_approval_is_not_counted_again():
    translation = reviewed(WITH_WARNING)

    approve(translation, ["Фасувальник", *WITH_WARNING[1:]])

    assert Approval.objects.count() == 2
    assert fired() == [("repeated-word", "left")]


def test_what_stopped_an_approval_is_counted_once_for_the_same_texts():
    translation = drafted()
    for _attempt in range(2):
        with pytest.raises(services.NotFaithful):
            approve(translation, WRONG)

    assert fired() == [("lost-quantity", "stopped")]
    assert not Approval.objects.exists()


def test_what_stopped_an_approval_stays_counted_after_the_correction():
    translation = drafted()
    with pytest.raises(services.NotFaithful):
        approve(translation, WRONG)

    approve(translation, GOOD)

    assert fired() == [("lost-quantity", "stopped")]
    assert CheckFired.objects.get().approval is None


def test_what_was_let_through_is_counted_with_its_reason():
    translation = drafted()
    override = let_through(translation)

    approve(translation, WRONG)

    row = CheckFired.objects.get()
    assert (row.code, row.outcome, row.override) == ("lost-quantity", "overridden", override)


def test_a_refused_version_leaves_no_trace():
    translation = drafted()

    with pytest.raises(services.EditConflict):
        services.approve(translation=translation, texts={}, version=99, by=reviewer())

    assert not Approval.objects.exists()
    assert not CheckFired.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_reviewers_who_approve_at_once_leave_one_row():
    translation = drafted()
    texts, people, refused = texts_for(translation, GOOD), [reviewer(), reviewer()], []

    def work(by) -> None:
        try:
            services.approve(translation=translation, texts=texts, version=translation.version, by=by)
        except services.EditConflict:
            refused.append(by)
        finally:
            connection.close()

    with transaction.atomic():  # both wait for the subject's row
        Notice.objects.select_for_update().get()
        threads = [threading.Thread(target=work, args=(person,)) for person in people]
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert len(refused) == 1
    assert Approval.objects.count() == 1


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("approval_sentences_add_up", {"sentences": 7}),
        ("approval_comes_after_it_was_owed", {"owed_at": timezone.now() + timedelta(days=1)}),
    ],
)
def test_the_database_refuses_an_approval_that_cannot_be(constraint, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ApprovalFactory(**values)


def test_the_database_refuses_two_approvals_of_one_version():
    translation = reviewed(GOOD)
    version = Approval.objects.get().version

    with pytest.raises(IntegrityError, match="approval_is_one_per_version"), transaction.atomic():
        ApprovalFactory(translation=translation, version=version)


def _fire(**values) -> None:
    CheckFired.objects.create(**{"code": "empty", "key": "x", "outcome": "stopped"} | values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("checkfired_outcome_is_known", {"outcome": "lost"}),
        ("checkfired_belongs_to_an_approval_unless_it_stopped_one", {"outcome": "left"}),
    ],
)
def test_the_database_refuses_a_firing_that_cannot_be(constraint, values):
    approval = ApprovalFactory() if values["outcome"] == "lost" else None

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _fire(approval=approval, **values)


def test_the_database_refuses_an_override_of_what_was_left_or_stopped():
    translation = drafted()
    override = let_through(translation)

    with (
        pytest.raises(IntegrityError, match="checkfired_override_let_it_through"),
        transaction.atomic(),
    ):
        _fire(override=override)


def test_the_database_refuses_one_stop_twice():
    translation = drafted()
    _fire(translation=translation)

    with (
        pytest.raises(IntegrityError, match="checkfired_stops_the_same_texts_once"),
        transaction.atomic(),
    ):
        _fire(translation=translation)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("publishedshare_week_is_its_monday", {"week": "2026-11-18"}),
        ("publishedshare_translated_are_published", {"translated": 8}),
    ],
)
def test_the_database_refuses_a_share_that_cannot_be(constraint, values):
    fields = {"week": "2026-11-16", "domain": "x", "published": 7, "translated": 7}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PublishedShare.objects.create(**fields | values)


def test_the_database_refuses_two_counts_of_one_week():
    count = {"week": "2026-11-16", "domain": "x", "published": 7, "translated": 7}
    PublishedShare.objects.create(**count)

    with pytest.raises(IntegrityError, match="publishedshare_is_one_per_week"), transaction.atomic():
        PublishedShare.objects.create(**count)


def test_rows_are_named_for_whoever_looks_into_the_database():
    approval = ApprovalFactory()

    assert str(approval) == "None/1"
    assert str(CheckFired(code="empty", outcome="left")) == "empty: left"
