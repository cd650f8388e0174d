"""Nothing of an erased person is left: not in a table, not in a file, not in the history."""

import json

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from accounts.access_log import AccessKind, record_by
from accounts.access_models import AccessEntry
from documents.models import Document
from pup_portal import person_data
from registration import personal
from registration import rights_services as services
from registration.models import Client, RightsRequest, RightsWork
from registration.services import change_state
from registration.tasks import do_right
from registration.vocabulary import ClientState, Right
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory
from tests.registration.factories import ClientFactory, client_in
from tests.registration.planted import (
    PESEL,
    PLANTED,
    everything_stored,
    found,
    planted_person,
    sealed_values,
    traces,
)
from tests.registration.rights import approved, manager

pytestmark = pytest.mark.django_db


# Every table of history that holds words of the planted person.
REMEMBERED = {
    f"public.{table}event"
    for table in (
        "registration_client", "registration_statechange", "registration_rightsrequest",
        "registration_restriction", "registration_legalhold", "cv_builder_cv", "cv_builder_experience",
        "cv_builder_education", "meetings_attendance",
    )
}  # fmt: skip


def erased(client):
    request = approved(client)
    do_right(request.work.pk)
    client.refresh_from_db()
    return client


@pytest.mark.django_db(transaction=True)
def test_nothing_of_an_erased_person_is_left_anywhere(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    client = planted_person()
    before, ciphers = traces(), sealed_values(client)

    erased(client)

    assert len(before) >= 12, before
    assert {table for table in before if table.endswith("event")} == REMEMBERED
    assert set(PLANTED) == {word for words in before.values() for word in words}
    assert all(ciphers)
    left = {where for where, text in everything_stored() if any(part in text for part in (*ciphers, PESEL))}
    assert (traces(), left) == ({}, set())


@pytest.mark.django_db(transaction=True)
def test_what_the_reader_of_traces_can_see(settings, tmp_path):
    """The proof above is worth something only if it looks everywhere."""
    settings.VAR_DIR = tmp_path
    default_storage.save("x.txt", __import__("io").BytesIO(b"Znaczek"))
    (tmp_path / "queue").mkdir()
    (tmp_path / "queue" / "task").write_text("Знак")
    cache.set("key", "Kanarkova")
    session = SessionStore()
    session["words"] = "+380505550199" * 50
    session.save()

    seen = traces()

    assert found("") == []
    assert sorted(word for words in seen.values() for word in words) == [
        "+380505550199",
        "Kanarkova",
        "Znaczek",
        "Знак",
    ]


def test_erased_record_keeps_year_gmina_and_statuses():
    client = client_in(ClientState.DEREGISTERED, pesel="85630112345")
    year = timezone.localdate(client.created_at).year

    erased(client)

    assert (client.state, client.name) == ("erased", "erased person")
    assert timezone.localdate(client.created_at) == timezone.datetime(year, 1, 1).date()
    assert [change.to_state for change in client.state_changes.all()] == [
        "deregistered",
        "registered_unemployed",
        "in_registration",
        "enquiry",
    ]
    assert {change.effective_on for change in client.state_changes.all()} == {
        timezone.datetime(year, 1, 1).date()
    }


# What a record says after it was erased: that somebody of this gmina was served, in which year, by whom.
KEPT = {
    "id", "public_id", "state", "place_id", "contact_language", "version",
    "created_at", "created_by_id", "updated_at", "updated_by_id", "erased_at",
}  # fmt: skip
NEVER_TOGETHER = {"no_pesel_reason", "is_restricted", "merged_into_id", "erased_at"}


def filled(client):
    columns = Client.objects.filter(pk=client.pk).values().get()
    return {name for name, value in columns.items() if value not in (None, [], False) and str(value).strip()}


def test_no_column_of_an_erased_record_says_anything_else():
    client = client_in(
        ClientState.DEREGISTERED,
        patronymic="Іванівна",
        birth_date=timezone.datetime(1985, 3, 7).date(),
        birth_date_precision="day",
        birth_place="Львів",
        sex="female",
        citizenships=["UKR"],
        document_kind="passport",
        document_number="ZK987654",
        document_expires_on=timezone.datetime(2030, 3, 7).date(),
        email="olena@example.org",
        preferred_contact="phone",
        accommodation=AccommodationFactory(),
        looks_for="praca w kuchni",
        notes="notatka",
    )
    every_column = {field.attname for field in Client._meta.concrete_fields}
    assert every_column - filled(client) == NEVER_TOGETHER

    personal.erase(client.pk)

    assert filled(client) == KEPT


@pytest.mark.parametrize("case", ["without a PESEL", "restricted", "merged"])
def test_an_erased_record_says_nothing_of_what_was_special(case):
    client = ClientFactory(no_pesel_reason="refused" if case == "without a PESEL" else "not_asked")
    if case == "restricted":
        services.restrict(client=client, reason="Spór", by=manager())
    if case == "merged":
        services.merge_clients(keep=ClientFactory(), gone=client, by=manager())

    personal.erase(client.pk)

    assert filled(client) == KEPT - {"place_id"}


def test_access_log_stays_with_the_number_of_the_record():
    client = ClientFactory()
    record_by(None, kind=AccessKind.VIEW, subjects=[client], purpose="", source="test")

    erased(client)

    assert AccessEntry.objects.about(client).filter(kind=AccessKind.VIEW).count() == 1
    assert AccessEntry.objects.about(client).filter(kind=AccessKind.ERASE).count() == 1


def test_other_people_stay_as_they_were():
    other = planted_person()
    before = traces()

    erased(ClientFactory(surname_latin="Inna", surname_cyrillic="Інна", email="inna@example.org"))

    other.refresh_from_db()
    assert other.surname_latin == "Kanarkova"
    assert {table for table in before if "." in table} <= set(traces())


def test_records_merged_into_the_person_are_erased_with_it():
    keep, gone = ClientFactory(), planted_person()
    services.merge_clients(keep=keep, gone=gone, by=manager())

    erased(keep)

    gone.refresh_from_db()
    assert gone.state == ClientState.ERASED
    assert {where: words for where, words in traces().items() if "." in where} == {}


class Killed(BaseException):
    """The worker is stopped in the middle."""


@pytest.fixture
def killer():
    """Something registered last but one, that dies the first time it is asked to erase."""
    deaths = []

    def erase(person):
        if not deaths:
            deaths.append(person)
            raise Killed

    person_data._registered[Killed] = person_data.PersonData(Killed, lambda person: [], erase, "none")
    yield deaths
    del person_data._registered[Killed]


@pytest.mark.django_db(transaction=True)
def test_erasure_that_was_killed_goes_on_where_it_stopped(killer, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    client = planted_person()
    request = approved(client)

    with pytest.raises(Killed):
        do_right(request.work.pk)
    half = set(traces())
    RightsWork.objects.update(run_after=timezone.now())
    do_right(request.work.pk)

    request.refresh_from_db()
    assert "public.cv_builder_cv" not in half
    assert "public.registration_client" in half
    assert killer == [client.pk]
    assert request.state == "done"
    assert traces() == {}


def test_erasing_twice_changes_nothing():
    client = ClientFactory()
    request = approved(client)

    assert do_right(request.work.pk)
    assert not do_right(request.work.pk)
    for held in person_data.registered():
        held.erase(client.pk)

    client.refresh_from_db()
    assert client.version == 2


def test_restricted_person_can_be_erased_once_it_is_approved():
    client = planted_person()
    services.restrict(client=client, reason="Sprawa w toku", by=manager())

    erased(client)

    assert (client.state, client.is_restricted) == ("erased", False)


def test_registered_person_is_not_erased():
    client = client_in(ClientState.REGISTERED_UNEMPLOYED)
    request = services.ask(client=client, right=Right.ERASE, reason="", by=UserFactory())

    with pytest.raises(services.HasToStay, match="registered with the office"):
        services.approve(request=request, by=manager())


def test_hold_forbids_the_approval_until_it_ends():
    client, boss = ClientFactory(), manager()
    request = services.ask(client=client, right=Right.ERASE, reason="", by=UserFactory())
    hold = services.place_hold(client=client, reason="Kontrola", source="art. 1", holds_until=None, by=boss)

    with pytest.raises(services.HasToStay, match="Legal hold: Kontrola"):
        services.approve(request=request, by=boss)
    services.lift_hold(hold=hold, by=boss)

    assert services.approve(request=request, by=boss).state == "approved"


@pytest.mark.parametrize(("days", "stays"), [(-1, False), (0, True), (30, True)])
def test_dated_hold_ends_by_itself(days, stays):
    client, boss = ClientFactory(), manager()
    until = timezone.localdate() + timezone.timedelta(days=days)
    services.place_hold(client=client, reason="Kontrola", source="art. 1", holds_until=until, by=boss)
    request = services.ask(client=client, right=Right.ERASE, reason="", by=UserFactory())

    if stays:
        with pytest.raises(services.HasToStay, match="Legal hold until"):
            services.approve(request=request, by=boss)
    else:
        assert services.approve(request=request, by=boss).state == "approved"


def test_hold_placed_after_the_approval_ends_the_request_as_refused():
    client, boss = planted_person(), manager()
    request = approved(client)
    services.place_hold(client=client, reason="Kontrola", source="art. 1", holds_until=None, by=boss)

    do_right(request.work.pk)

    request.refresh_from_db()
    client.refresh_from_db()
    assert (request.state, client.surname_latin) == ("refused", "Kanarkova")
    assert "Kontrola" in request.answer


def test_state_changed_after_the_approval_counts_as_well():
    client = client_in(ClientState.DEREGISTERED)
    request = approved(client)
    for step in (ClientState.IN_REGISTRATION, ClientState.REGISTERED_UNEMPLOYED):
        change_state(client=client, to=step, effective_on=timezone.localdate(), by=UserFactory())

    do_right(request.work.pk)

    request.refresh_from_db()
    assert request.state == "refused"


def test_documents_of_others_are_left():
    other = planted_person()

    erased(ClientFactory())

    assert Document.objects.count() == 5
    assert Client.objects.get(pk=other.pk).cvs.count() == 1


def test_history_of_the_portal_names_nobody(settings):
    client = planted_person()
    erased(client)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM registration_clientevent WHERE pgh_obj_id = %s", [client.pk])
        assert cursor.fetchone() == (0,)
    assert RightsRequest.objects.get(client=client, right="erase").state == "done"
    assert json.dumps(list(RightsRequest.objects.values_list("reason", flat=True))) == '["", ""]'
