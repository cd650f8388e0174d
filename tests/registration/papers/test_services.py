"""Making, reading back, signing and voiding papers."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from documents.models import Upload
from pup_portal.encryption import SEALED_PATTERN
from registration import rights_services
from registration.models import Confirmation, Paper, PaperPurpose, PaperSet, PaperState
from registration.models.papers import PAPER_TRANSITIONS
from registration.papers import services
from registration.papers.services import ReadBack, make_set, record_read_back, sign_papers, void_paper
from registration.services import edit_client
from registration.vocabulary import ContactLanguage
from tests.factories import UserFactory
from tests.pup_portal.files import handed_over, pdf
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.papers.factories import application, card, made, made_set
from tests.registration.wordings.factories import version_in_force

pytestmark = pytest.mark.django_db


def known(**values):
    return ClientFactory(pesel=PESEL, no_pesel_reason="", **values)


def restricted(client):
    rights_services.restrict(client=client, reason="Spór o dane", by=UserFactory())


def changed(client, **values):
    client.refresh_from_db()
    return edit_client(client=client, values=values, seen_version=client.version, by=UserFactory())


def read_back(*, minutes=0, **values):
    moment = timezone.now() + timedelta(minutes=minutes)
    said = {"language": ContactLanguage.UKRAINIAN, "confirmation": Confirmation.ALL_TRUE, "at": moment}
    return ReadBack(**said | values)


def signed(*papers, content=None, on=None):
    sign_papers(
        papers=papers,
        file=handed_over(content or pdf(), "signed.pdf"),
        signed_on=on or timezone.localdate(),
        by=UserFactory(),
    )
    for paper in papers:
        paper.refresh_from_db()


def state_of(paper):
    paper.refresh_from_db()
    return paper.state


def test_paper_keeps_what_it_names_sealed_and_nothing_else():
    paper = made(known(notes="tajemnica", email="olena@example.org"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM registration_paper WHERE id = %s", [paper.pk])
        (stored,) = cursor.fetchone()
    assert stored.startswith("v1:")
    assert re.match(SEALED_PATTERN, stored)
    assert paper.packed["pesel"] == [PESEL, PESEL, True]
    assert "email" not in paper.packed


def test_paper_made_again_with_nothing_changed_is_the_same_paper():
    client, version = known(), application()
    by = UserFactory()

    papers = {made(client, version, by=by).pk for _time in range(2)}

    assert papers == set(Paper.objects.values_list("pk", flat=True))


def test_newer_paper_takes_the_place_of_the_one_before():
    client = known()
    version = version_in_force(body_pl="Wypełnia {{ filled_by }}", body_uk="Заповнює {{ filled_by }}")
    first = made(client, version, by=UserFactory(full_name="Anna Nowak"))

    second = made(client, version, by=UserFactory(full_name="Jan Kowal"))

    assert second.supersedes == first
    assert state_of(first) == PaperState.OUTDATED


def test_form_sent_twice_makes_one_set():
    client, versions, key = known(), [application(), version_in_force()], made_key()
    by = UserFactory()

    sets = {
        make_set(client=client, purpose=PaperPurpose.OTHER, versions=versions, by=by, public_id=key).pk
        for _time in range(2)
    }

    assert len(sets) == 1
    assert Paper.objects.count() == 2


def made_key():
    return PaperSet().public_id


def test_set_asked_for_again_is_the_set_that_is_there():
    client, versions, by = known(), [application(), version_in_force()], UserFactory()

    sets = {
        make_set(client=client, purpose=PaperPurpose.OTHER, versions=versions, by=by).pk for _time in range(2)
    }

    assert sets == set(PaperSet.objects.values_list("pk", flat=True))


def test_larger_set_takes_the_papers_of_the_smaller_along():
    client, one, other, by = known(), application(), version_in_force(), UserFactory()
    make_set(client=client, purpose=PaperPurpose.OTHER, versions=[one], by=by)

    larger = make_set(client=client, purpose=PaperPurpose.OTHER, versions=[other, one], by=by)

    assert [paper.version for paper in larger.papers.order_by("position")] == [other, one]
    assert list(PaperSet.objects.all()) == [larger]


def test_set_needs_a_paper():
    with pytest.raises(services.NothingChosen):
        make_set(client=known(), purpose=PaperPurpose.OTHER, versions=[], by=UserFactory())


def test_wording_of_another_day_is_refused():
    past = version_in_force(valid_from=timezone.localdate() + timedelta(days=1))

    with pytest.raises(services.NotInForce):
        made(known(), past)


def test_papers_of_a_restricted_person_are_not_made():
    client = known()
    restricted(client)

    with pytest.raises(services.PapersClosed):
        made(client)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"phone": "+48415550199"}, PaperState.OUTDATED),
        ({"pesel": None, "no_pesel_reason": "waiting"}, PaperState.OUTDATED),
        ({"notes": "nothing that a paper says"}, PaperState.UNSIGNED),
        ({"email": "new@example.org"}, PaperState.UNSIGNED),
    ],
)
def test_change_of_what_a_paper_says_makes_it_outdated(values, state):
    client = known()
    paper = made(client)

    changed(client, **values)

    assert state_of(paper) == state


def test_change_leaves_signed_and_void_papers_alone():
    client = known()
    kept, void = made(client), made(client)
    signed(kept)
    void_paper(paper=void, reason="Pomyłka", by=UserFactory())

    changed(client, phone="+48415550199")

    assert (state_of(kept), state_of(void)) == (PaperState.SIGNED, PaperState.VOID)


def test_change_costs_one_query_for_who_has_no_unsigned_papers(django_assert_num_queries):
    client = known()

    with django_assert_num_queries(1):
        services.outdating.mark_outdated(client)


def test_reading_back_is_written_down_once():
    paper, said, by = made(known()), read_back(interpreter="Iryna Bondar"), UserFactory()

    for _time in range(2):
        record_read_back(papers=[paper], read_back=said, by=by)

    paper.refresh_from_db()
    assert (paper.read_back_by, paper.interpreter, paper.read_back_at) == (by, "Iryna Bondar", said.at)
    assert Paper.pgh_event_model.objects.filter(pgh_obj_id=paper.pk).count() == 2


@pytest.mark.parametrize("minutes", [-60, 5])
def test_paper_is_read_back_after_it_was_filled_in_and_before_now(minutes):
    paper = made(known())

    with pytest.raises(services.DayNotPossible):
        record_read_back(papers=[paper], read_back=read_back(minutes=minutes), by=UserFactory())

    paper.refresh_from_db()
    assert paper.read_back_at is None


def test_signed_paper_is_not_read_back_again():
    paper = made(known())
    signed(paper)

    with pytest.raises(services.NotPossible):
        record_read_back(papers=[paper], read_back=read_back(), by=UserFactory())


def test_signing_keeps_the_scan_and_says_who_and_when():
    held = made_set(known())
    papers = list(held.papers.all())

    signed(*papers)
    signed(*papers)

    scan = Upload.objects.get()
    assert scan.kind == "signed"
    assert {(paper.state, paper.scan) for paper in papers} == {(PaperState.SIGNED, scan)}


def test_signed_paper_is_not_signed_with_another_scan():
    paper = made(known())
    signed(paper)

    with pytest.raises(services.NotPossible):
        signed(paper, content=pdf(pages=2))


def test_paper_with_text_without_polish_cannot_be_signed():
    paper = made(known(looks_for="шукаю роботу"))

    with pytest.raises(services.NotFinal):
        signed(paper)

    assert not paper.is_final
    assert Upload.objects.count() == 0


def test_text_that_the_wording_hides_does_not_hold_a_paper_up():
    paper = made(known(document_kind="other", document_number="АБ 123456"))

    assert paper.is_final


@pytest.mark.parametrize("days", [-1, 1])
def test_day_of_signing_is_between_filling_in_and_today(days):
    with pytest.raises(services.DayNotPossible):
        signed(made(known()), on=timezone.localdate() + timedelta(days=days))


def test_paper_signed_before_the_record_changed_is_attached_afterwards():
    client = known()
    paper = made(client)
    changed(client, phone="+48415550199")

    signed(paper)

    assert state_of(paper) == PaperState.SIGNED


def test_paper_outdated_yesterday_cannot_have_been_signed_today():
    client = known()
    paper = made(client)
    changed(client, phone="+48415550199")
    Paper.objects.update(outdated_at=timezone.now() - timedelta(days=1))

    with pytest.raises(services.DayNotPossible):
        signed(paper)


def test_void_paper_stays_void_with_its_first_reason():
    paper = made(known())

    for reason in ("Pomyłka", "Inny powód"):
        void_paper(paper=paper, reason=reason, by=UserFactory())

    paper.refresh_from_db()
    assert (paper.state, paper.void_reason) == (PaperState.VOID, "Pomyłka")
    with pytest.raises(services.NotPossible):
        signed(paper)


def test_number_of_a_card_is_random_and_kept_by_the_card_made_again():
    client, version, by = known(), card(), UserFactory()

    first, again = made(client, version, by=by), made(client, version, by=by)
    other = made(ClientFactory(), version)

    assert first == again
    assert first.token != other.token
    assert first.packed["card_code"][0].replace("-", "") == first.token


def test_every_state_has_its_transitions():
    assert set(PAPER_TRANSITIONS) == set(PaperState)
    assert PAPER_TRANSITIONS[PaperState.VOID] == frozenset()


def broken(constraint, **columns):
    """Whether the database refuses ``columns`` of a paper by the name of the constraint."""
    paper = made(known())
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(**columns)
    return constraint in str(refusal.value.__cause__.diag.constraint_name)


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("paper_state_is_known", {"state": "lost"}),
        ("paper_read_back_is_whole", {"read_back_language": "uk"}),
        ("paper_signed_on_at_and_by_when_signed", {"state": "signed"}),
        ("paper_outdated_since_a_moment", {"state": "outdated"}),
        ("paper_void_at_by_and_why_when_void", {"state": "void"}),
        ("paper_says_what_it_said", {"data_hash": "0" * 64}),
        ("paper_says_what_it_said", {"is_final": False}),
    ],
)
def test_database_refuses(constraint, columns):
    assert broken(constraint, **columns)


def test_database_refuses_papers_without_data_and_sets_without_purpose():
    paper = made(known())
    fields = {"client": paper.client, "version": paper.version, "filled_by": paper.filled_by}

    for constraint, row in [
        ("paper_keeps_its_data_with_the_hash", Paper(data="", data_hash="", **fields)),
        ("paper_is_unsigned_once_per_content", Paper(data="{}", data_hash=paper.data_hash, **fields)),
        (
            "paper_signed_is_final",
            Paper(
                data="{}", data_hash="1", state="signed", is_final=False, signed_on=timezone.localdate(),
                signed_at=timezone.now(), signed_by=paper.filled_by, **fields,
            ),
        ),
        ("paperset_purpose_is_known", PaperSet(client=paper.client, purpose="x", made_by=paper.filled_by)),
    ]:  # fmt: skip
        with pytest.raises(IntegrityError) as refusal, transaction.atomic():
            row.save()
        assert refusal.value.__cause__.diag.constraint_name == constraint


def test_papers_are_left_as_they_are_while_the_use_of_the_data_is_restricted():
    held = made_set(known())
    restricted(held.client)

    for rows, change, trigger in [
        (Paper.objects, {"interpreter": "Iryna"}, "paper_is_frozen_with_the_client"),
        (PaperSet.objects, {"purpose": "card"}, "paperset_is_frozen_with_the_client"),
    ]:
        with pytest.raises(IntegrityError) as refusal, transaction.atomic():
            rows.update(**change)
        assert refusal.value.__cause__.diag.constraint_name == trigger
