"""A restricted person's data: shown to who answers for papers, changed by nobody, not even by raw SQL."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from cv_builder import services as cv_services
from cv_builder.models import Cv
from meetings import services as meeting_services
from meetings.models import Attendance
from registration import rights_services as services
from registration.freezing import Restricted
from registration.models import Client, LegalHold, Restriction, RightsRequest, RightsWork
from registration.services import NotEditable, edit_client
from registration.vocabulary import Right
from tests.cv_builder.factories import CvFactory, ready_cv
from tests.factories import UserFactory
from tests.meetings.factories import listed, planned
from tests.registration.factories import ClientFactory
from tests.registration.rights import approved, asked, held, manager

pytestmark = pytest.mark.django_db


def restricted(client=None):
    return services.restrict(client=client or ClientFactory(), reason="Spór", by=UserFactory())


def test_restriction_is_kept_with_who_when_and_why():
    by, boss = UserFactory(), manager()
    client = services.restrict(client=ClientFactory(), reason="Spór", by=by)
    services.restrict(client=client, reason="Drugi raz", by=by)
    services.lift_restriction(client=client, reason="Powiadomiona listem", by=boss)
    client = services.lift_restriction(client=client, reason="Drugi raz", by=boss)

    (kept,) = Restriction.objects.all()

    assert (kept.reason, kept.set_by, kept.lift_reason, kept.lifted_by) == (
        "Spór",
        by,
        "Powiadomiona listem",
        boss,
    )
    assert not client.is_restricted


def test_lifting_leaves_an_earlier_restriction_as_it_was():
    client, first, second = ClientFactory(), manager(), manager()
    services.lift_restriction(client=restricted(client), reason="Pierwszy list", by=first)
    services.lift_restriction(client=restricted(client), reason="Drugi list", by=second)

    kept = Restriction.objects.order_by("pk").values_list("lift_reason", "lifted_by")

    assert list(kept) == [("Pierwszy list", first.pk), ("Drugi list", second.pk)]


def test_what_a_page_read_before_does_not_count():
    client, boss = ClientFactory(), manager()
    read_before = Client.objects.get(pk=client.pk)
    restricted(client)

    services.restrict(client=read_before, reason="Drugi raz", by=boss)
    services.lift_restriction(client=Client(pk=client.pk), reason="List", by=boss)

    assert Restriction.objects.get().lift_reason == "List"


CLOSED = {
    "ask": lambda client, by: asked(client, Right.EXPORT, by=by),
    "restrict": lambda client, by: services.restrict(client=client, reason="Spór", by=by),
    "lift": lambda client, by: services.lift_restriction(client=client, reason="List", by=by),
    "hold": lambda client, by: held(client, by=by),
}


@pytest.mark.parametrize("step", CLOSED)
def test_record_that_was_merged_meanwhile_takes_no_step(step):
    keep, gone, boss = ClientFactory(), ClientFactory(), manager()
    read_before = Client.objects.get(pk=gone.pk)
    services.merge_clients(keep=keep, gone=gone, by=boss)

    with pytest.raises(services.StepNotPossible, match="closed"):
        CLOSED[step](read_before, boss)


def test_services_refuse_to_change_anything():
    client = ClientFactory()
    cv = CvFactory(client=client)
    line = listed(planned(), client=client)
    restricted(client)
    client.refresh_from_db()
    cv.refresh_from_db()
    by = UserFactory()

    with pytest.raises(NotEditable):
        edit_client(client=client, values={"notes": "x"}, seen_version=client.version, by=by)
    for change in (
        lambda: cv_services.create_cv(client=client, public_id=cv.public_id, values={}, by=by),
        lambda: cv_services.mark_draft(cv=cv, by=by),
        lambda: cv_services.remove_cv(cv=cv),
        lambda: cv_services.order_cv(cv=cv, language="uk", anonymous=True, by=by),
        lambda: meeting_services.mark_present(attendance=line, is_present=True),
        lambda: meeting_services.unlist_person(attendance=line),
        lambda: listed(planned(), client=client),
    ):
        with pytest.raises(Restricted, match="restricted"):
            change()


WRITES = {
    "client_is_frozen_while_restricted": [
        "UPDATE registration_client SET notes = 'x' WHERE id = %(client)s",
        "UPDATE registration_client SET state = 'supported' WHERE id = %(client)s",
        "UPDATE registration_client SET state = 'erased', erased_at = now() WHERE id = %(client)s",
    ],
    "cv_is_frozen_while_restricted": [
        "UPDATE cv_builder_cv SET title_pl = 'x' WHERE client_id = %(client)s",
        "DELETE FROM cv_builder_cv WHERE client_id = %(client)s",
    ],
    "attendance_is_frozen_while_restricted": [
        "UPDATE meetings_attendance SET is_present = true WHERE client_id = %(client)s",
        "DELETE FROM meetings_attendance WHERE client_id = %(client)s",
    ],
}


@pytest.mark.parametrize(
    ("name", "statement"), [(name, text) for name, texts in WRITES.items() for text in texts]
)
def test_database_refuses_raw_sql(name, statement):
    client = ClientFactory()
    CvFactory(client=client)
    listed(planned(), client=client)
    restricted(client)

    with (
        pytest.raises(IntegrityError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, {"client": client.pk})

    assert refusal.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize("make", [CvFactory, lambda client: listed(planned(), client=client)])
def test_database_refuses_additions(make):
    client = ClientFactory()
    restricted(client)
    stale = Client.objects.get(pk=client.pk)
    stale.is_restricted = False  # as somebody who read the record before sees it

    with pytest.raises(IntegrityError, match="restricted"), transaction.atomic():
        make(client=stale)


def test_same_writes_pass_once_it_is_lifted():
    client = ClientFactory()
    cv = CvFactory(client=client)
    listed(planned(), client=client)
    services.lift_restriction(client=restricted(client), reason="", by=manager())

    for statement in (
        "UPDATE registration_client SET notes = 'x' WHERE id = %s",
        "DELETE FROM cv_builder_cv_licences WHERE cv_id IN (SELECT id FROM cv_builder_cv WHERE client_id = %s)",
        "DELETE FROM meetings_attendance WHERE client_id = %s",
    ):
        with connection.cursor() as cursor:
            cursor.execute(statement, [client.pk])
    cv_services.remove_cv(cv=cv)

    assert (Cv.objects.count(), Attendance.objects.count()) == (0, 0)


def test_restricted_person_is_not_offered_to_brokers(client):
    cv = ready_cv()
    broker, adviser = UserFactory(role=Role.BROKER), UserFactory(role=Role.ADVISER)
    before = Cv.objects.shown_without_name_to(broker).count()

    restricted(cv.client)

    assert (before, Cv.objects.shown_without_name_to(broker).count()) == (1, 0)
    assert list(Client.objects.visible_to(broker)) == []
    assert list(Client.objects.visible_to(adviser)) == [cv.client]


def test_page_says_why_a_cv_cannot_be_changed(client):
    cv = ready_cv()
    restricted(cv.client)
    client.force_login(UserFactory(role=Role.ADVISER))

    response = client.post(reverse("cv_builder:cv-draft", args=[cv.public_id]))

    assert response.status_code == 409
    assert "The use of this person&#x27;s data is restricted" in response.content.decode()
    assert Cv.objects.get().is_ready


def test_merging_gives_everything_to_the_record_that_stays():
    by, keep, gone = manager(), ClientFactory(), ClientFactory(surname_latin="Dawna", surname_cyrillic="")
    older = ClientFactory()
    services.merge_clients(keep=gone, gone=older, by=by)
    meeting, other = planned(), planned()
    listed(meeting, client=keep)
    meeting_services.mark_present(attendance=listed(meeting, client=gone), is_present=True)
    listed(other, client=gone)
    CvFactory(client=gone)
    asked(gone, Right.EXPORT)
    services.place_hold(client=gone, reason="Kontrola", source="art. 1", holds_until=None, by=by)

    services.merge_clients(keep=keep, gone=gone, by=by)

    gone.refresh_from_db()
    older.refresh_from_db()
    assert (gone.state, gone.merged_into, older.merged_into) == ("merged", keep, keep)
    assert {line.meeting: line.is_present for line in keep.attendances.all()} == {meeting: True, other: False}
    assert [gone.attendances.count(), gone.cvs.count(), gone.state_changes.count()] == [0, 0, 0]
    assert [keep.cvs.count(), keep.rights_requests.count(), keep.legal_holds.count()] == [1, 1, 1]
    assert gone.name_keys.count() == 0


@pytest.mark.parametrize("page", ["client-edit", "client-state", "file-add"])
def test_forms_of_a_restricted_record_are_not_offered(client, page):
    person = restricted()
    client.force_login(UserFactory(role=Role.COORDINATOR))

    response = client.get(reverse(f"registration:{page}", args=[person.public_id]), follow=True)

    assert response.redirect_chain == [(person.get_absolute_url(), 302)]
    assert "The use of this person&#x27;s data is restricted" in response.content.decode()


@pytest.mark.parametrize("which", ["restricted", "itself", "merged"])
def test_merging_is_refused(which):
    keep, gone = ClientFactory(), ClientFactory()
    if which == "restricted":
        restricted(gone)
    if which == "merged":
        services.merge_clients(keep=keep, gone=gone, by=manager())

    with pytest.raises(services.StepNotPossible):
        services.merge_clients(keep=keep, gone=keep if which == "itself" else gone, by=manager())


NOW = timezone.now()


def violated(make):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make()
    return refusal.value.__cause__.diag.constraint_name


def test_constraints_of_requests():
    client, one, other = ClientFactory(), UserFactory(), UserFactory()
    decided = {"decided_at": NOW, "decided_by": other}

    def request(**values):
        base = {"client": client, "right": "export", "asked_by": one}
        return lambda: RightsRequest.objects.create(**base | values)

    assert violated(request(right="forget")) == "rightsrequest_right_is_known"
    assert violated(request(state="lost", **decided)) == "rightsrequest_state_is_known"
    assert violated(request(asked_by=None)) == "rightsrequest_asked_by_staff_or_rule"
    assert violated(request(rule="x")) == "rightsrequest_asked_by_staff_or_rule"
    assert violated(request(state="done")) == "rightsrequest_decided_at_and_by_when_decided"
    assert violated(request(state="done", decided_at=NOW, decided_by=one)) == (
        "rightsrequest_is_decided_by_another"
    )
    first = request()()
    assert violated(request()) == "rightsrequest_is_open_once"
    assert (
        violated(lambda: RightsWork.objects.create(request=first, file="x.zip")) == "rightswork_file_expires"
    )


def test_constraints_of_restrictions_and_holds():
    client, by = ClientFactory(), UserFactory()
    hold = {"client": client, "placed_by": by}

    assert violated(lambda: Restriction.objects.create(client=client, set_by=by, lifted_at=NOW)) == (
        "restriction_lifted_at_and_by_together"
    )
    Restriction.objects.create(client=client, set_by=by)
    assert violated(lambda: Restriction.objects.create(client=client, set_by=by)) == (
        "restriction_is_one_at_a_time"
    )
    assert violated(lambda: LegalHold.objects.create(**hold, lifted_at=NOW)) == (
        "legalhold_lifted_at_and_by_together"
    )


def test_whoever_asked_cannot_approve():
    boss = manager()
    request = asked(ClientFactory(), Right.ERASE, by=boss)

    with pytest.raises(services.SamePerson):
        services.approve(request=request, by=boss)

    request.refresh_from_db()
    assert request.state == "asked"
    assert not RightsWork.objects.exists()


def test_deciding_twice_changes_nothing():
    request = approved(ClientFactory(), Right.EXPORT)

    again = services.approve(request=request, by=manager())

    assert again.decided_by == request.decided_by
    assert RightsWork.objects.count() == 1
    with pytest.raises(services.StepNotPossible):
        services.withdraw(request=request, by=request.asked_by)


def test_two_who_approve_what_they_both_read_as_waiting_owe_it_once():
    request = asked(ClientFactory(), Right.EXPORT)
    read_by_both = RightsRequest.objects.get(pk=request.pk)
    first = services.approve(request=request, by=manager())

    second = services.approve(request=read_by_both, by=manager())

    assert second.decided_by == first.decided_by
    assert RightsWork.objects.count() == 1


@pytest.mark.parametrize("decide", [services.approve, services.refuse])
def test_whoever_asked_decides_neither_way(decide):
    boss = manager()
    request = asked(ClientFactory(), Right.EXPORT, by=boss)

    with pytest.raises(services.SamePerson):
        decide(request=request, by=boss, answer="Sam sobie")


def test_same_is_not_asked_for_twice():
    client = ClientFactory()
    asked(client, Right.EXPORT)

    with pytest.raises(services.AskedAlready):
        asked(client, Right.EXPORT)

    assert asked(client, Right.ERASE).is_waiting


# What may be written on a restricted record: the restriction itself, who did what when, what follows from a frozen
# column by a constraint, and the ciphers, which change with the keys.
FREE = {
    "id", "public_id", "is_restricted", "version", "created_at", "created_by", "updated_at", "updated_by",
    "merged_into", "registered_at", "registered_by", "erased_at",
    "pesel", "pesel_index", "document_number", "document_index", "sort_key",
}  # fmt: skip
ANOTHER = {
    "varchar": "'x'", "text": "'x'", "bigint": "999999", "date": "'2001-02-03'",
}  # fmt: skip


def another(field):
    kind = field.db_type(connection)
    return "'{x}'" if kind.endswith("[]") else ANOTHER[kind.partition("(")[0].partition(" ")[0]]


@pytest.mark.parametrize("name", [f.name for f in Client._meta.concrete_fields if f.name not in FREE])
def test_no_column_of_a_restricted_record_changes(name):
    client, field = ClientFactory(), Client._meta.get_field(name)
    restricted(client)
    statement = f"UPDATE registration_client SET {field.column} = {another(field)} WHERE id = %s"

    with (
        pytest.raises(IntegrityError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [client.pk])

    assert refusal.value.__cause__.diag.constraint_name == "client_is_frozen_while_restricted"
