"""Merging two records, and taking a merge apart: nothing is lost on either way."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.permissions import Role
from documents.models import Document
from documents.services import order_document
from meetings import services as meetings
from pup_portal import person_data
from registration import accesses, personal
from registration import services as clients
from registration.merging import journal, keeping, services
from registration.models import Client, LikelyPair, Merge, MergeStep, RevealNote
from registration.vocabulary import Right
from tests.cv_builder.factories import CvFactory
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.meetings.factories import listed, planned
from tests.registration import rights
from tests.registration.factories import PESEL, ClientFactory, client_in
from tests.registration.merging.factories import asked, manager, merged, pair_of

pytestmark = pytest.mark.django_db

MARKS = {"version", "updated_at", "updated_by_id"}
NOW = timezone.now()


@pytest.fixture
def two():
    """Two records of one person, with something of every app at each."""
    by = UserFactory(role=Role.COORDINATOR)
    keep = ClientFactory(created_by=by, notes="Prosi o telefon", email="olena@example.org")
    gone = client_in(
        "registered_unemployed", by=by, surname_latin="Szewczenko", phone="+380505550199", notes="Drugi zapis"
    )
    both, alone = planned(), planned()
    listed(both, client=keep)
    meetings.mark_present(attendance=listed(both, client=gone), is_present=True)
    listed(alone, client=gone)
    for client in (keep, gone):
        CvFactory(client=client)
        UploadFactory(subject=client)
    rights.asked(gone, Right.EXPORT)
    RevealNote.objects.create(client=gone, words="Pomyłka w adresie", written_by=by)
    pair_of(keep, gone)
    pair_of(gone, ClientFactory(created_by=by))
    return keep, gone


def state_of(*people):
    """Every row about ``people`` without the marks that each change leaves, and the keys they are found by."""
    numbers = [client.pk for client in people]
    rows = {
        place: {name: value for name, value in columns.items() if name not in MARKS}
        for place, columns in journal.rows_about(*numbers).items()
    }
    found_by = {client.pk: set(client.name_keys.values_list("kind", "key")) for client in people}
    return rows, found_by


def fresh(client):
    return Client.objects.get(pk=client.pk)


def test_chosen_fields_come_from_the_other_record(two):
    keep, gone = two

    merged(
        asked(
            keep,
            gone,
            chosen={"latin": "gone", "pesel": "gone", "state": "gone", "stay": "gone", "notes": "both"},
        )
    )

    kept = fresh(keep)
    assert (kept.surname_latin, kept.pesel, kept.state) == ("Szewczenko", PESEL, "registered_unemployed")
    assert (kept.phone, kept.email) == (keep.phone, "olena@example.org")
    assert (kept.street_address, kept.registered_by) == (
        fresh(gone).street_address,
        fresh(gone).registered_by,
    )
    assert kept.notes == "Prosi o telefon\n\nDrugi zapis"
    assert fresh(gone).merged_into == keep
    assert Client.objects.with_pesel(PESEL).active().get() == keep


def test_everything_about_the_other_record_moves(two):
    keep, gone = two

    merged(asked(keep, gone))

    assert [place[0]._meta.label_lower for place in journal.rows_about(gone.pk)] == ["registration.client"]
    assert keep.attendances.count() == 2
    assert keep.cvs.count() == 2
    assert not LikelyPair.objects.about(gone.pk).exists()


def test_undoing_restores_both_records_exactly(two):
    keep, gone = two
    before = state_of(keep, gone)
    request = merged(
        asked(keep, gone, chosen={"latin": "gone", "pesel": "gone", "state": "gone", "notes": "both"})
    )

    services.undo(request=request, by=manager())

    assert state_of(keep, gone) == before
    assert not MergeStep.objects.exists()
    request.refresh_from_db()
    assert (request.state, request.undone_at is not None) == ("undone", True)


def test_records_with_the_same_printed_paper_are_merged_and_taken_apart():
    keep, gone = ClientFactory(), ClientFactory()
    twins = [
        order_document(kind=accesses.KIND, subject=client, language="pl", by=manager())
        for client in (keep, gone)
    ]
    alone = order_document(kind=accesses.KIND, subject=gone, language="uk", by=manager())
    before = state_of(keep, gone)

    request = merged(asked(keep, gone))
    held = set(Document.objects.about(keep))
    services.undo(request=request, by=manager())

    assert len({twin.input_hash for twin in twins}) == 1
    assert held == {twins[0], alone}
    assert state_of(keep, gone) == before


def test_undoing_keeps_what_was_written_since_elsewhere(two):
    keep, gone = two
    request = merged(asked(keep, gone, chosen={"latin": "gone"}))
    changed = clients.edit_client(
        client=keep, values={"email": "nowa@example.org"}, seen_version=fresh(keep).version, by=manager()
    )
    later = listed(planned(), client=changed)

    services.undo(request=request, by=manager())

    assert (fresh(keep).email, fresh(keep).surname_latin) == ("nowa@example.org", keep.surname_latin)
    later.refresh_from_db()
    assert later.client == keep
    assert fresh(gone).is_active


def test_undoing_refuses_to_overwrite_what_was_written_since(two):
    keep, gone = two
    request = merged(asked(keep, gone, chosen={"latin": "gone"}))
    clients.edit_client(
        client=keep, values={"surname_latin": "Nowa"}, seen_version=fresh(keep).version, by=manager()
    )
    before = state_of(keep, gone)

    with pytest.raises(services.CannotUndo, match="surname, Latin as in the document"):
        services.undo(request=request, by=manager())

    assert state_of(keep, gone) == before
    assert request.steps.exists()


def test_a_row_deleted_since_stays_deleted(two):
    keep, gone = two
    request = merged(asked(keep, gone))
    RevealNote.objects.all().delete()

    services.undo(request=request, by=manager())

    assert not RevealNote.objects.exists()
    assert fresh(gone).is_active


def test_undoing_refuses_when_the_place_of_a_removed_row_is_taken(two):
    """Only a constraint of the database knows this; whoever undoes is told in a sentence."""
    keep, gone = two
    request = merged(asked(keep, gone))
    step = request.steps.filter(model="meetings.attendance", after="").get()
    meeting = journal.read(step).before["meeting_id"]
    Client.objects.filter(pk=gone.pk).update(is_restricted=False)
    line = keep.attendances.exclude(meeting=meeting).get()
    type(line).objects.filter(pk=line.pk).update(client=gone)
    type(line).objects.filter(client=keep, meeting=meeting).update(client=gone)

    with pytest.raises(services.CannotUndo):
        services.undo(request=request, by=manager())


def test_undoing_twice_changes_nothing(two):
    request = merged(asked(*two))
    first = services.undo(request=request, by=manager())

    again = services.undo(request=request, by=manager())

    assert again.undone_by == first.undone_by


def test_undoing_is_over_after_thirty_days(two):
    request = merged(asked(*two))
    Merge.objects.filter(pk=request.pk).update(decided_at=timezone.now() - timedelta(days=30, minutes=1))

    with pytest.raises(services.NotPossible, match="no longer"):
        services.undo(request=request, by=manager())

    assert keeping.forget_journals() > 0
    assert not MergeStep.objects.exists()


def test_journal_of_a_merge_that_can_be_undone_stays(two):
    merged(asked(*two))

    assert keeping.forget_journals() == 0
    assert MergeStep.objects.exists()


def test_a_record_merged_further_is_undone_in_order(two):
    keep, gone = two
    first, last = merged(asked(keep, gone)), ClientFactory()
    second = merged(asked(last, keep))

    with pytest.raises(services.NotPossible, match="later merge first"):
        services.undo(request=first, by=manager())
    services.undo(request=second, by=manager())
    services.undo(request=first, by=manager())

    assert [fresh(client).is_active for client in (keep, gone, last)] == [True, True, True]


def test_merging_twice_changes_nothing(two):
    request = merged(asked(*two))
    count = MergeStep.objects.count()

    again = merged(request)

    assert (again.state, MergeStep.objects.count()) == ("done", count)


def test_merge_is_done_by_another(two):
    """``merge_is_done_by_another``: the constraint decides, whatever the page has allowed."""
    boss = manager()
    request = asked(*two, by=boss)

    with pytest.raises(services.SamePerson):
        merged(request, by=boss)
    with pytest.raises(services.SamePerson):
        services.refuse(request=request, by=boss, answer="Nie")

    assert fresh(two[1]).is_active


def test_records_changed_after_the_page_was_opened_are_not_merged(two):
    request = asked(*two)

    with pytest.raises(services.ChangedMeanwhile):
        services.merge(request=request, seen_versions=(1, 99), by=manager())

    request.refresh_from_db()
    assert request.state == "asked"


CLOSED = {
    "restricted": lambda client: rights.services.restrict(client=client, reason="Spór", by=manager()),
    "held": rights.held,
    "erased": lambda client: personal.erase(client.pk),
    "merged": lambda client: merged(asked(ClientFactory(), client)),
}


@pytest.mark.parametrize("how", CLOSED)
@pytest.mark.parametrize("side", ["keep", "gone"])
def test_closed_records_are_neither_asked_about_nor_merged(how, side):
    keep, gone = ClientFactory(), ClientFactory()
    request = asked(keep, gone) if how != "merged" else None
    CLOSED[how](keep if side == "keep" else gone)

    with pytest.raises(services.NotPossible):
        asked(keep, gone)
    if request:
        with pytest.raises(services.NotPossible):
            merged(request)


@pytest.mark.parametrize("how", ["restricted", "held", "erased"])
def test_a_record_closed_since_is_not_taken_apart(how):
    keep, gone = ClientFactory(), ClientFactory()
    request = merged(asked(keep, gone))
    CLOSED[how](keep)

    with pytest.raises(services.NotPossible):
        services.undo(request=request, by=manager())


def test_erasing_a_person_takes_the_journal_along(two):
    keep, gone = two
    request = merged(asked(keep, gone))

    for held in person_data.registered():
        held.erase(keep.pk)

    request.refresh_from_db()
    assert not MergeStep.objects.exists()
    assert (request.reason, request.answer) == ("", "")


def test_a_record_is_not_merged_into_itself():
    client = ClientFactory()

    with pytest.raises(services.NotPossible, match="itself"):
        asked(client, client)


def test_what_was_called_two_people_holds_for_the_merged_record():
    keep, gone, another = ClientFactory(), ClientFactory(), ClientFactory()
    services.call_different(pair=pair_of(gone, another), by=manager())

    merged(asked(keep, gone))

    pair = LikelyPair.objects.get()
    assert (pair.one, pair.other, pair.state) == (keep, another, "different")


def test_asking_twice_is_refused_and_withdrawing_makes_room(two):
    first = asked(*two)

    with pytest.raises(services.AskedAlready):
        asked(*two)
    services.withdraw(request=first, by=first.asked_by)
    second = asked(*two)

    assert Merge.objects.waiting().get() == second
    with pytest.raises(services.NotPossible):
        services.refuse(request=first, by=manager(), answer="Nie")


def test_calling_two_people_different_and_back():
    pair, by = pair_of(), manager()

    settled = services.call_different(pair=pair, by=by)
    again = services.call_different(pair=pair, by=manager())

    assert (settled.state, again.settled_by) == ("different", by)
    assert services.look_again(pair=pair).state == "open"
    assert services.look_again(pair=pair).settled_by is None


def violated(make):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make()
    return refusal.value.__cause__.diag.constraint_name


def test_constraints_of_pairs():
    one, other, by = ClientFactory(), ClientFactory(), UserFactory()

    assert violated(lambda: pair_of(other, one)) == "likelypair_older_first"
    assert violated(lambda: pair_of(one, other, score=101)) == "likelypair_score_is_of_100"
    assert violated(lambda: pair_of(one, other, state="different")) == (
        "likelypair_settled_at_and_by_when_settled"
    )
    assert violated(lambda: pair_of(one, other, settled_at=NOW, settled_by=by)) == (
        "likelypair_settled_at_and_by_when_settled"
    )
    pair_of(one, other)
    assert violated(lambda: pair_of(one, other)) == "likelypair_is_found_once"


def test_constraints_of_merges():
    keep, gone, by, boss = ClientFactory(), ClientFactory(), UserFactory(), manager()
    decided = {"decided_at": NOW, "decided_by": boss}

    def make(**values):
        base = {"keep": keep, "gone": gone, "asked_by": by}
        return lambda: Merge.objects.create(**base | values)

    assert violated(make(state="lost", **decided)) == "merge_state_is_known"
    assert violated(make(gone=keep)) == "merge_is_of_two_records"
    assert violated(make(state="done")) == "merge_decided_at_and_by_when_decided"
    assert violated(make(state="done", decided_at=NOW, decided_by=by)) == "merge_is_done_by_another"
    assert violated(make(state="undone", **decided)) == "merge_undone_at_and_by_when_undone"
    request = make()()
    assert violated(make()) == "merge_is_asked_once"

    def step(**values):
        return lambda: MergeStep.objects.create(merge=request, model="x.y", number=1, **values)

    assert violated(step()) == "mergestep_changes_something"
    step(after="{}")()
    assert violated(step(after="{}")) == "mergestep_once_for_a_row"
