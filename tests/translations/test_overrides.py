"""Findings that a reviewer lets through with a reason: what that does, and for how long."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    OverrideFactory,
    approve,
    drafted,
    in_order,
    reviewed,
    reviewer,
    texts_for,
)
from tests.translations.models import Notice
from translations import memory, overrides, quality_services, services
from translations.models import MemoryEntry, Override
from translations.overrides import NothingToOverride, Overrides, Place

pytestmark = pytest.mark.django_db

SHIFT = "Клеїмо коробки всю зміну."  # of "Kleimy pudła przez 8 godzin.": the checks miss the hours
WRONG = [*GOOD[:2], SHIFT]


def place_of(translation, text: str = SHIFT, *, segment: int = 2, code: str = "lost-quantity") -> Place:
    """Where the finding ``code`` stands on a page on which ``text`` is typed."""
    row = in_order(translation)[segment]
    found = Overrides.of(translation).check(row.source_pl, text)
    return Place(row.pk, next(finding.key for finding in found if finding.code == code), text)


def let_through(translation, place: Place | None = None, *, by=None, **because) -> Override:
    return quality_services.override_finding(
        translation=translation,
        place=place or place_of(translation),
        because=Override(**{"why": Override.Why.SAME} | because),
        by=by or reviewer(),
    )


def test_a_blocking_finding_that_is_let_through_stops_nothing():
    translation = drafted()

    let_through(translation)
    approve(translation, WRONG)

    assert translation.status == "reviewed"
    assert Notice.objects.get().body_uk.endswith(SHIFT)


def test_without_a_reason_it_stops_the_approval():
    translation = drafted()

    with pytest.raises(services.NotFaithful):
        approve(translation, WRONG)


def test_what_is_let_through_is_told_with_both_texts_and_the_reason():
    translation, anna = drafted(), reviewer()

    override = let_through(
        translation, by=anna, why=Override.Why.OTHER, reason="Zmiana ma u nich osiem godzin."
    )

    assert (override.code, override.place, override.is_blocking) == ("lost-quantity", "8", True)
    assert (override.source_pl, override.text_uk) == ("Kleimy pudła przez 8 godzin.", SHIFT)
    assert (override.overridden_by, override.words) == (anna, "Zmiana ma u nich osiem godzin.")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"why": "same"}, "Both texts say the same"),
        ({"why": "name", "reason": "ulica"}, "It is a name and stays as it is – ulica"),
        ({"why": "other", "reason": "dziesięć liter"}, "dziesięć liter"),
    ],
)
def test_a_reason_reads_as_one_sentence(values, words):
    assert Override(**values).words == words


def test_another_ukrainian_text_is_checked_again():
    translation = drafted()
    let_through(translation)

    with pytest.raises(services.NotFaithful):
        approve(translation, [*GOOD[:2], "Клеїмо коробки цілу зміну."])


def test_the_old_text_typed_again_needs_no_new_reason():
    translation = drafted()
    let_through(translation)
    with pytest.raises(services.NotFaithful):
        approve(translation, [*GOOD[:2], "Клеїмо коробки цілу зміну."])

    approve(translation, WRONG)

    assert translation.status == "reviewed"


def test_another_polish_text_is_checked_again():
    translation = drafted()
    let_through(translation)
    approve(translation, WRONG)
    notice = translation.subject
    notice.body_pl = "Pakowanie wyrobów. Kleimy pudła przez 8 godzin na hali."
    notice.save()
    services.source_changed(subject=notice)

    with pytest.raises(services.NotFaithful):
        approve(translation, WRONG)


def test_a_sentence_that_only_moved_stays_let_through():
    translation = drafted()
    let_through(translation)
    approve(translation, WRONG)
    notice = translation.subject
    notice.body_pl = "Kleimy pudła przez 8 godzin. Pakowanie wyrobów."
    notice.save()
    services.source_changed(subject=notice)

    approve(translation, [GOOD[0], SHIFT, GOOD[1]])

    assert translation.status == "reviewed"


def test_one_finding_let_through_leaves_the_others():
    translation = drafted()
    text = "Клеїмо коробки всю зміну, їх 20."
    let_through(translation, place_of(translation, text))

    with pytest.raises(services.NotFaithful) as refusal:
        approve(translation, [*GOOD[:2], text])

    (found,) = refusal.value.findings.values()
    assert [finding.code for finding in found if finding.is_blocking] == ["added-quantity"]
    assert found[0].is_blocking


def test_it_is_let_through_in_one_translation_only():
    first, second = drafted(), drafted()
    let_through(first)

    with pytest.raises(services.NotFaithful):
        approve(second, WRONG)


def test_the_memory_takes_over_no_pair_that_a_check_would_stop():
    translation = drafted()
    let_through(translation)

    approve(translation, WRONG)

    assert MemoryEntry.objects.filter(template_uk=SHIFT).exists()
    assert "Kleimy pudła przez 8 godzin." not in memory.recall(["Kleimy pudła przez 8 godzin."])


def test_letting_through_twice_keeps_the_first_reason():
    translation = drafted()
    first = let_through(translation)

    second = let_through(translation, why=Override.Why.NAME)

    assert (second, second.why) == (first, "same")


def test_a_finding_taken_back_stops_again():
    translation, anna = drafted(), reviewer()
    override = let_through(translation)

    withdrawn = quality_services.withdraw_override(override=override, by=anna)

    assert withdrawn.withdrawn_by == anna
    with pytest.raises(services.NotFaithful):
        approve(translation, WRONG)


def test_taking_back_twice_keeps_who_was_first():
    override, first = OverrideFactory(), reviewer()
    quality_services.withdraw_override(override=override, by=first)

    again = quality_services.withdraw_override(override=override, by=reviewer())

    assert again.withdrawn_by == first


def test_what_was_taken_back_may_be_let_through_anew():
    translation = drafted()
    first = let_through(translation)
    quality_services.withdraw_override(override=first, by=reviewer())

    second = let_through(translation, why=Override.Why.NAME)

    assert second != first
    assert [row.why for row in Override.objects.standing()] == ["name"]


def test_taking_back_leaves_what_is_published():
    translation = drafted()
    override = let_through(translation)
    approve(translation, WRONG)

    quality_services.withdraw_override(override=override, by=reviewer())

    translation.refresh_from_db()
    assert translation.status == "reviewed"


@pytest.mark.parametrize(("text", "code"), [("", "empty"), ("Клеїмо ⟦pudła⟧ 8 годин.", "untranslated")])
def test_no_reason_makes_a_text_of_what_is_none(text, code):
    translation = drafted()

    with pytest.raises(NothingToOverride):
        let_through(translation, place_of(translation, text, code=code))


def test_a_finding_that_is_gone_is_not_let_through():
    translation = drafted()
    place = place_of(translation)

    with pytest.raises(NothingToOverride):
        let_through(translation, place._replace(text_uk=GOOD[2]))
    translation.segments.filter(pk=place.segment).update(source_pl="Kleimy pudła.")
    with pytest.raises(NothingToOverride):
        let_through(translation, place)
    translation.segments.all().delete()
    with pytest.raises(NothingToOverride):
        let_through(translation, place)


@pytest.mark.parametrize("value", ["", "x:key", "8:key", "-7:key", f"{'9' * 30}:key", "٧:key"])
def test_a_button_names_a_sentence_of_its_page(value):
    with pytest.raises(NothingToOverride):
        Place.read(value, {7: "Текст"})


def test_a_button_tells_its_finding():
    assert Place.read("7:abc", {7: "Текст"}) == Place(7, "abc", "Текст")


def test_a_key_depends_on_both_texts_and_the_finding_and_not_on_how_they_were_typed():
    row = in_order(drafted())[2]
    finding = Overrides({}).check(row.source_pl, SHIFT)[0]

    keys = {
        overrides.key_of(finding, source, text)
        for source, text in [
            (row.source_pl, SHIFT),
            (row.source_pl, f" {SHIFT}\r\n"),
            (f"{row.source_pl} ", SHIFT),
        ]
    }

    assert keys == {finding.key}
    assert overrides.key_of(finding, row.source_pl, f"{SHIFT}!") not in keys
    assert overrides.key_of(finding, f"{row.source_pl}!", SHIFT) not in keys


def test_what_is_let_through_is_remembered_when_it_is_taken_back():
    override = OverrideFactory()

    quality_services.withdraw_override(override=override, by=reviewer())

    assert override.events.count() == 2


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("override_why_is_known", {"why": "perhaps"}),
        ("override_another_reason_is_told", {"why": "other", "reason": "bo tak"}),
        ("override_another_reason_is_told", {"why": "other", "reason": "  bo tak          "}),
        ("override_withdrawn_at_and_by_together", {"withdrawn_at": timezone.now()}),
    ],
)
def test_the_database_refuses_an_override_that_cannot_be(constraint, values):
    translation = drafted()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        OverrideFactory(translation=translation, **values)


def test_the_database_refuses_two_standing_for_one_finding():
    override = OverrideFactory()

    with pytest.raises(IntegrityError, match="override_stands_once"), transaction.atomic():
        OverrideFactory(translation=override.translation, key=override.key)
    OverrideFactory(
        translation=override.translation,
        key=override.key,
        withdrawn_at=timezone.now(),
        withdrawn_by=UserFactory(),
    )


@pytest.mark.django_db(transaction=True)
def test_two_reviewers_at_once_leave_one_override():
    translation = drafted()
    place, people, made = place_of(translation), [reviewer(), reviewer()], []

    def work(by) -> None:
        made.append(let_through(translation, place, by=by))
        connection.close()

    with transaction.atomic():  # both wait for the translation's row, then go on one after the other
        services.Translation.objects.select_for_update().get(pk=translation.pk)
        threads = [threading.Thread(target=work, args=(person,)) for person in people]
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert len(made) == 2
    assert made[0] == made[1]
    assert Override.objects.count() == 1


def test_approving_a_reviewed_text_with_a_finding_let_through_keeps_it_published():
    translation = reviewed(GOOD)
    let_through(translation)

    approve(translation, WRONG)

    assert texts_for(translation, WRONG) == {row.pk: row.text_uk for row in translation.segments.all()}
