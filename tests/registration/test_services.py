from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.permissions import Role
from pup_portal.encrypted_fields import Sealed
from registration import bulk, personal, services
from registration.models import Client, NameKey, NameWord, StateChange
from registration.vocabulary import CLOSED, TRANSITIONS, ClientState, DatePrecision, DocumentKind, NoPesel
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory
from tests.registration.factories import PESEL, READY, ClientFactory, client_in
from tests.registration.intake.factories import filled_intake

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def coordinator():
    return UserFactory(role=Role.COORDINATOR)


def test_taken_in_person_is_an_enquiry_with_its_first_status(coordinator):
    client = services.take_in_client(
        values={"surname_cyrillic": "Шевченко", "no_pesel_reason": NoPesel.WAITING}, by=coordinator
    )

    assert (client.state, client.created_by, client.version) == (ClientState.ENQUIRY, coordinator, 1)
    assert [change.to_state for change in client.state_changes.all()] == [ClientState.ENQUIRY]


def test_place_follows_from_the_accommodation(coordinator):
    hotel = AccommodationFactory()

    client = services.take_in_client(
        values={"surname_latin": "Shevchenko", "no_pesel_reason": NoPesel.WAITING, "accommodation": hotel},
        by=coordinator,
    )

    assert client.place == hotel.place


def test_only_columns_of_forms_can_be_set(coordinator):
    with pytest.raises(ValueError, match="state"):
        services.take_in_client(values={"surname_latin": "A", "state": "erased"}, by=coordinator)


def test_pesel_of_another_client_is_refused(coordinator):
    ClientFactory(**READY)
    other = ClientFactory()

    with pytest.raises(services.PeselTaken):
        services.take_in_client(values={"surname_latin": "B"} | READY, by=coordinator)
    with pytest.raises(services.PeselTaken):
        services.edit_client(client=other, values=READY, seen_version=1, by=coordinator)
    assert Client.objects.count() == 2


def test_edit_stores_and_counts_versions(coordinator):
    client = ClientFactory()

    edited = services.edit_client(
        client=client, values={"surname_latin": "Adamenko"}, seen_version=1, by=coordinator
    )

    edited.refresh_from_db()
    assert (edited.version, edited.updated_by, edited.surname_latin) == (2, coordinator, "Adamenko")
    assert edited.sort_key != client.sort_key


def test_edit_that_changes_nothing_is_no_version(coordinator):
    client = ClientFactory()

    edited = services.edit_client(
        client=client, values={"surname_latin": "Shevchenko"}, seen_version=1, by=coordinator
    )

    assert edited.version == 1


def test_edit_of_an_older_version_is_refused(coordinator):
    client = ClientFactory()
    services.edit_client(client=client, values={"notes": "a"}, seen_version=1, by=coordinator)

    with pytest.raises(services.ChangedMeanwhile) as refusal:
        services.edit_client(client=client, values={"notes": "b"}, seen_version=1, by=coordinator)

    client.refresh_from_db()
    assert (refusal.value.version, client.notes) == (2, "a")


@pytest.mark.parametrize("closed", ["restricted", "erased"])
def test_closed_record_is_not_edited(coordinator, closed):
    client = ClientFactory()
    if closed == "erased":
        personal.erase(client.pk)
    else:
        Client.objects.update(is_restricted=True)

    with pytest.raises(services.NotEditable):
        services.edit_client(client=client, values={"notes": "b"}, seen_version=1, by=coordinator)


@pytest.mark.parametrize("now", [state for state in ClientState if state not in CLOSED])
@pytest.mark.parametrize("to", list(ClientState))
def test_states_follow_the_table(coordinator, now, to):
    client = ClientFactory(**READY)
    filled_intake(client)
    registered = {"registered_at": timezone.now(), "registered_by": coordinator}
    Client.objects.update(state=now, **registered)
    allowed = to in TRANSITIONS[now] and to not in CLOSED

    if allowed or to == now:
        services.change_state(client=client, to=to, effective_on=TODAY, by=coordinator, reason="tak")
    else:
        with pytest.raises(services.StateNotPossible):
            services.change_state(client=client, to=to, effective_on=TODAY, by=coordinator)

    client.refresh_from_db()
    assert client.state == (to if allowed else now)
    assert client.state_changes.count() == (2 if allowed else 1)


def test_registering_needs_what_the_law_asks_for(coordinator):
    client = ClientFactory(surname_latin="", given_names_latin="", citizenships=[])
    services.change_state(client=client, to=ClientState.IN_REGISTRATION, effective_on=TODAY, by=coordinator)

    with pytest.raises(services.NotReady) as refusal:
        services.change_state(
            client=client, to=ClientState.REGISTERED_UNEMPLOYED, effective_on=TODAY, by=coordinator
        )

    assert {str(label) for label in refusal.value.missing} >= {
        "surname, Latin as in the document",
        "citizenships",
        "place of stay or address",
        "identity document",
        "marital status",
    }


def test_registering_without_pesel_by_document(coordinator):
    client = client_in(
        ClientState.IN_REGISTRATION,
        by=coordinator,
        pesel=None,
        no_pesel_reason=NoPesel.WAITING,
        birth_date=date(1985, 3, 12),
        birth_date_precision=DatePrecision.DAY,
        birth_place="Львів",
        sex="female",
        document_kind=DocumentKind.INTERNAL_PASSPORT,
        document_number="КА 123456",
    )
    filled_intake(client)

    client = services.change_state(
        client=client, to=ClientState.REGISTERED_JOB_SEEKER, effective_on=TODAY, by=coordinator
    )

    assert client.is_registered
    assert client.registered_by == coordinator


def test_erasing_leaves_nothing_of_the_person(coordinator):
    client = ClientFactory(
        surname_cyrillic="Рідкісненко", surname_latin="Ridkisnenko", notes="x", patronymic="Іванівна", **READY
    )
    other = ClientFactory()
    services.change_state(
        client=client, to=ClientState.SUPPORTED, effective_on=TODAY, by=coordinator, reason="z"
    )

    personal.erase(client.pk)
    personal.erase(client.pk)

    client.refresh_from_db()
    assert (client.state, client.surname_cyrillic, client.pesel, client.notes) == ("erased", "", None, "")
    assert list(client.events.all()) == []
    assert list(client.name_keys.all()) == []
    assert set(client.state_changes.values_list("reason", flat=True)) == {""}
    assert set(NameWord.objects.values_list("sound", flat=True)) == {"sevcenko", "olena"}
    assert other.name_keys.exists()
    assert client not in Client.objects.visible_to(coordinator)
    assert "Ridkisnenko" not in str(list(personal.export(client.pk)))


def test_export_holds_the_record_and_its_statuses(coordinator):
    client = ClientFactory(**READY)

    record, status = personal.export(client.pk)

    assert (record["surname_cyrillic"], record["pesel"]) == ("Шевченко", PESEL)
    assert status["to_state"] == ClientState.ENQUIRY


def test_bulk_makes_the_same_rows_as_one_by_one(coordinator):
    one = ClientFactory(created_by=coordinator)
    twin = Client(
        created_by=coordinator,
        updated_by=coordinator,
        **{name: getattr(one, name) for name in services.EDITABLE},
    )

    assert list(bulk.create_clients([twin])) == [1]

    keys = [
        set(NameKey.objects.filter(client=client).values_list("kind", "key"))
        for client in Client.objects.order_by("pk")
    ]
    assert keys[0] == keys[1] != set()
    assert Client.objects.filter(sort_key=one.sort_key).count() == 2
    assert StateChange.objects.count() == 2


def test_bulk_counts_batches(coordinator, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)
    people = (
        Client(surname_latin="A", no_pesel_reason="not_asked", created_by=coordinator, updated_by=coordinator)
        for _number in range(3)
    )

    assert list(bulk.create_clients(people)) == [2, 3]


SEAL = Sealed("v1:k1:" + "A" * 52)
BROKEN = {
    "client_state_is_known": {"state": "away"},
    "client_has_a_name": {"surname_latin": "", "surname_cyrillic": ""},
    "client_pesel_or_reason": {"no_pesel_reason": ""},
    "client_pesel_is_sealed": {"pesel": Sealed(PESEL), "pesel_index": b"i" * 32, "no_pesel_reason": ""},
    "client_pesel_with_its_index": {"pesel": SEAL, "no_pesel_reason": ""},
    "client_document_number_is_sealed": {
        "document_kind": "passport",
        "document_number": Sealed("AA123456"),
        "document_index": b"i" * 32,
    },
    "client_document_number_with_its_index": {"document_kind": "passport", "document_number": SEAL},
    "client_phone_is_e164": {"phone": "050 555 01 01"},
    "client_birth_date_with_precision": {"birth_date": date(1985, 3, 12), "birth_date_precision": "month"},
    "client_document_kind_and_number_together": {"document_kind": "passport"},
    "client_registered_at_and_by_together": {"registered_at": timezone.now()},
    "client_registered_since_a_moment": {"state": "registered_unemployed"},
    "client_merged_into_when_merged": {"state": "merged"},
    "client_erased_at_when_erased": {"state": "erased"},
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_database_refuses(constraint):
    client = ClientFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Client.objects.filter(pk=client.pk).update(**BROKEN[constraint])


def test_database_refuses_a_pesel_twice():
    held = ClientFactory(**READY)
    client = ClientFactory()

    with pytest.raises(IntegrityError, match="client_pesel_is_unique"), transaction.atomic():
        Client.objects.filter(pk=client.pk).update(
            pesel=SEAL, pesel_index=held.pesel_index, no_pesel_reason=""
        )


def test_statechange_goes_somewhere(coordinator):
    client = ClientFactory()

    with pytest.raises(IntegrityError, match="statechange_goes_somewhere"), transaction.atomic():
        StateChange.objects.create(
            client=client,
            from_state="enquiry",
            to_state="enquiry",
            effective_on=TODAY,
            changed_by=coordinator,
        )


@pytest.mark.django_db(transaction=True)
def test_second_editor_waits_and_is_told(coordinator):
    client = ClientFactory(created_by=coordinator)

    def noted(notes):
        return services.edit_client(client=client, values={"notes": notes}, seen_version=1, by=coordinator)

    _, told = one_after_the_other(lambda: noted("first"), lambda: noted("second"))

    client.refresh_from_db()
    assert isinstance(told, services.ChangedMeanwhile)
    assert client.notes == "first"


@pytest.mark.django_db(transaction=True)
def test_second_change_of_state_waits_and_sees_the_first(coordinator):
    client = ClientFactory(created_by=coordinator)

    def supported():
        return services.change_state(
            client=client, to=ClientState.SUPPORTED, effective_on=TODAY, by=coordinator
        )

    _, second = one_after_the_other(supported, supported)

    assert second.version == 2
    assert client.state_changes.count() == 2


@pytest.mark.django_db(transaction=True)
def test_erasing_waits_for_a_namesake_being_taken_in(coordinator):
    client = ClientFactory(created_by=coordinator)

    one_after_the_other(lambda: ClientFactory(created_by=coordinator), lambda: personal.erase(client.pk))

    assert NameWord.objects.filter(sound="sevcenko").exists()
