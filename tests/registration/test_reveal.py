"""PESEL and document number: masked everywhere, whole on one page, for a reason, written down."""

import io
import time

import pytest
from allauth.account.internal.flows import login
from django.db import IntegrityError
from django.urls import reverse
from openpyxl import load_workbook

from accounts.access_models import AccessEntry, AccessKind
from accounts.permissions import Role
from accounts.purposes import text_of
from pup_portal import person_data
from registration import reveal
from registration.models import Intake, RevealNote
from registration.services import edit_client
from registration.vocabulary import DocumentKind
from tests.factories import UserFactory
from tests.registration.factories import PESEL, READY, ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.searching import searched

pytestmark = pytest.mark.django_db

DOCUMENT = "КА 987654"


@pytest.fixture
def record():
    return ClientFactory(document_kind=DocumentKind.INTERNAL_PASSPORT, document_number=DOCUMENT, **READY)


@pytest.fixture
def address(record):
    return reverse("registration:client-reveal", args=[record.public_id])


def signed_in(client, role):
    user = UserFactory(role=role)
    client.force_login(user)
    return user


def revealed(record):
    return list(
        AccessEntry.objects.about(record).filter(kind=AccessKind.REVEAL).values_list("actor_id", "purpose")
    )


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADVISER, Role.MANAGER])
def test_numbers_are_shown_for_a_reason_and_the_log_keeps_it(client, record, address, role):
    user = signed_in(client, role)

    asked = client.get(address)
    shown = client.post(address, {"reason": "papers", "details": "wniosek o zasiłek"})

    assert PESEL not in asked.content.decode()
    assert PESEL in shown.content.decode()
    assert DOCUMENT in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    note = RevealNote.objects.get(client=record)
    assert revealed(record) == [(user.pk, f"papers #{note.public_id}")]
    assert (note.words, note.written_by) == ("wniosek o zasiłek", user)


def test_reason_without_words_needs_no_note(client, record, address):
    user = signed_in(client, Role.COORDINATOR)

    client.post(address, {"reason": "identity"})

    assert revealed(record) == [(user.pk, "identity")]
    assert not RevealNote.objects.exists()


def log_page(client, role):
    signed_in(client, role)
    return client.get("/en/desk/settings/access-log/").content.decode()


def test_words_are_read_in_the_log_by_who_may_see_the_person(client, record, address):
    signed_in(client, Role.COORDINATOR)
    client.post(address, {"reason": "papers", "details": "wniosek o zasiłek"})

    manager, administrator = log_page(client, Role.MANAGER), log_page(client, Role.ADMINISTRATOR)

    assert "filling in an application or a form: wniosek o zasiłek" in manager
    assert "filling in an application or a form" in administrator
    assert "wniosek" not in administrator


def test_sheet_of_the_log_holds_the_code_and_no_words(client, record, address):
    signed_in(client, Role.COORDINATOR)
    client.post(address, {"reason": "papers", "details": "wniosek o zasiłek"})
    signed_in(client, Role.MANAGER)

    sheet = client.get("/en/desk/settings/access-log/export.xlsx", {"kind": "reveal"})

    cells = [
        cell for row in load_workbook(io.BytesIO(sheet.getvalue())).active.values for cell in row if cell
    ]
    assert "filling in an application or a form" in cells
    assert not [cell for cell in cells if "wniosek" in str(cell)]


def test_words_are_handed_over_and_go_with_the_person_while_the_log_stays(client, record, address):
    signed_in(client, Role.COORDINATOR)
    client.post(address, {"reason": "other", "details": "mąż pyta o PESEL"})
    before = revealed(record)

    exported = person_data.export(record.pk)["registration.revealnote"]
    reveal.erase(record.pk)
    reveal.erase(record.pk)

    assert [row["words"] for row in exported] == ["mąż pyta o PESEL"]
    assert not RevealNote.objects.exists()
    assert revealed(record) == before
    page = log_page(client, Role.MANAGER)
    assert "another reason" in page
    assert "mąż" not in page


def test_words_go_over_to_the_record_another_is_merged_with(client, record, address):
    signed_in(client, Role.COORDINATOR)
    client.post(address, {"reason": "other", "details": "dwa razy wpisana"})
    kept = ClientFactory()

    reveal.merge(kept.pk, record.pk)

    assert RevealNote.objects.get().client == kept


def test_database_refuses_a_note_without_words(record):
    with pytest.raises(IntegrityError, match="revealnote_has_words"):
        RevealNote.objects.create(client=record, words="", written_by=UserFactory())


@pytest.mark.parametrize(
    ("typed", "field"),
    [({}, "reason"), ({"reason": "curiosity"}, "reason"), ({"reason": "other"}, "details")],
)
def test_without_a_reason_nothing_is_shown(client, record, address, typed, field):
    signed_in(client, Role.COORDINATOR)

    response = client.post(address, {"details": ""} | typed)

    assert list(response.context["form"].errors) == [field]
    assert PESEL not in response.content.decode()
    assert revealed(record) == []


def test_reading_the_page_again_shows_nothing(client, record, address):
    signed_in(client, Role.COORDINATOR)
    client.post(address, {"reason": "identity"})

    again = client.get(f"{address}?reason=identity")

    assert PESEL not in again.content.decode()
    assert DOCUMENT not in again.content.decode()
    assert len(revealed(record)) == 1


@pytest.mark.parametrize("role", [Role.BROKER, Role.COUNSELLOR, Role.ADMINISTRATOR])
def test_others_are_refused(client, record, address, role):
    signed_in(client, role)

    response = client.post(address, {"reason": "identity"})

    assert response.status_code == 403
    assert PESEL not in response.content.decode()
    assert revealed(record) == []


def test_an_old_sign_in_is_asked_again(client, record, address, settings):
    settings.CONFIRMATION_REQUIRED = True
    user = signed_in(client, Role.COORDINATOR)

    stale = client.post(address, {"reason": "identity"})
    session = client.session
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    fresh = client.post(address, {"reason": "identity"})

    assert stale.status_code == 302
    assert "reauthenticate" in stale.headers["Location"]
    assert PESEL in fresh.content.decode()
    assert len(revealed(record)) == 1


def test_person_without_numbers_has_nothing_to_reveal(client):
    signed_in(client, Role.COORDINATOR)
    nobody = ClientFactory()

    html = client.get(nobody.get_absolute_url()).content.decode()
    page = client.post(reverse("registration:client-reveal", args=[nobody.public_id]), {"reason": "identity"})

    assert "reveal" not in html
    assert "not asked yet" in page.content.decode()


def edit_page(record):
    return reverse("registration:client-edit", args=[record.public_id])


def unchanged(client, record):
    form = client.get(edit_page(record)).context["form"]
    values = {field.name: field.value() for field in form if field.value() not in (None, False)}
    return {"version": record.version} | values


def saved(client, record, **typed):
    response = client.post(edit_page(record), unchanged(client, record) | typed)
    record = type(record).objects.get(pk=record.pk)
    return response, record


def test_edit_form_is_not_filled_with_the_numbers(client, record):
    signed_in(client, Role.ADVISER)

    html = client.get(edit_page(record)).content.decode()

    assert PESEL not in html
    assert "987654" not in html
    assert f"Stored: •••••••{PESEL[-4:]}" in html


def test_edit_keeps_numbers_that_are_not_touched(client, record):
    signed_in(client, Role.ADVISER)

    response, after = saved(client, record, notes="n")

    assert response.status_code == 302
    assert (after.pesel, after.document_number, after.notes) == (PESEL, DOCUMENT, "n")


def test_edit_replaces_numbers(client, record):
    signed_in(client, Role.ADVISER)

    _response, after = saved(client, record, pesel="85630154325", document_number="AA 111222")

    assert (after.pesel, after.document_number) == ("85630154325", "AA 111222")
    assert type(after).objects.with_pesel("85630154325").get() == after
    assert not type(after).objects.with_pesel(PESEL).exists()
    assert type(after).objects.with_document("aa111222").get() == after


def test_pesel_is_removed_with_a_reason_only(client, record):
    signed_in(client, Role.ADVISER)

    refused, kept = saved(client, record, clear_pesel="on")
    _response, after = saved(client, record, clear_pesel="on", no_pesel_reason="not_at_hand")

    assert list(refused.context["form"].errors) == ["no_pesel_reason"]
    assert kept.pesel == PESEL
    assert (after.pesel, after.pesel_index, after.no_pesel_reason) == (None, None, "not_at_hand")


def test_document_is_removed_with_a_reason_that_the_history_tells(client, record):
    signed_in(client, Role.ADVISER)

    refused, kept = saved(client, record, clear_document="on")
    _response, after = saved(client, record, clear_document="on", clear_reason="cudzy paszport")
    history = client.get(reverse("registration:client-history", args=[record.public_id])).content.decode()

    assert list(refused.context["form"].errors) == ["clear_reason"]
    assert kept.document_number == DOCUMENT
    assert (after.document_number, after.document_index, after.document_kind) == ("", None, "")
    assert "cudzy paszport" in history
    assert "•••••7654" in history
    assert DOCUMENT not in history


@pytest.mark.parametrize(
    ("number", "clear"), [("pesel", "clear_pesel"), ("document_number", "clear_document")]
)
def test_new_number_and_removal_contradict(client, record, number, clear):
    signed_in(client, Role.ADVISER)

    typed = {"pesel": "85630154325", "document_number": "AA 1"}[number]
    response, after = saved(client, record, **{number: typed, clear: "on", "clear_reason": "x"})

    assert clear in response.context["form"].errors
    assert (after.pesel, after.document_number) == (PESEL, DOCUMENT)


def test_kind_without_a_number_is_refused(client, record):
    signed_in(client, Role.ADVISER)

    response, _after = saved(client, record, document_kind="")

    assert list(response.context["form"].errors) == ["__all__"]


def test_two_editors_see_each_others_numbers_masked(client, record):
    user = signed_in(client, Role.ADVISER)
    mine = unchanged(client, record) | {"pesel": "85630154325", "clear_document": "on", "clear_reason": "x"}
    other = {"pesel": "85630167895"}

    edit_client(client=record, values=other, seen_version=1, by=user)
    warned = client.post(edit_page(record), mine)

    clash = next(clash for clash in warned.context["clashes"] if clash.label == "PESEL")
    assert warned.status_code == 409
    assert (clash.theirs, clash.mine, clash.both) == ("•••••••7895", "•••••••4325", True)
    assert "85630167895" not in warned.content.decode()
    form = warned.context["form"]
    assert (form["pesel"].value(), form["clear_document"].value(), form["clear_reason"].value()) == (
        "85630154325",
        True,
        "x",
    )


def test_untouched_number_never_undoes_what_another_typed(client, record):
    user = signed_in(client, Role.ADVISER)
    mine = unchanged(client, record) | {"notes": "moje"}

    edit_client(client=record, values={"pesel": "85630167895"}, seen_version=1, by=user)
    warned = client.post(edit_page(record), mine)
    form = warned.context["form"]
    again = {field.name: field.value() for field in form if field.value() not in (None, False)}
    client.post(edit_page(record), again | {"version": warned.context["version"]})

    after = type(record).objects.get(pk=record.pk)
    assert (after.pesel, after.notes) == ("85630167895", "moje")


@pytest.mark.parametrize("number", [PESEL, "ka987654", "КА 987-654"])
@pytest.mark.parametrize(
    ("role", "is_found"),
    [(Role.COORDINATOR, True), (Role.ADVISER, True), (Role.COUNSELLOR, False), (Role.BROKER, False)],
)
def test_number_finds_its_person_for_those_who_work_with_it(client, record, number, role, is_found):
    signed_in(client, role)

    in_list = searched(client, "/en/desk/clients/", number).content.decode()
    in_search = searched(client, "/en/desk/search/", number).content.decode()

    assert (record.get_absolute_url() in in_list) is is_found
    assert (record.get_absolute_url() in in_search) is is_found


def test_manager_reads_of_health_for_a_reason_on_a_page_of_its_own(client, record):
    filled_intake(record)
    Intake.objects.filter(client=record).update(health_basis="decision", health_limits_uk="спина")
    manager = signed_in(client, Role.MANAGER)
    address = reverse("registration:client-reveal-health", args=[record.public_id])

    card = client.get(record.get_absolute_url()).content.decode()
    numbers = client.post(
        reverse("registration:client-reveal", args=[record.public_id]), {"reason": "papers"}
    )
    asked, unsaid = client.get(address), client.post(address, {"reason": ""})
    shown = client.post(address, {"reason": "other", "details": "skarga"})

    hidden = (card, numbers.content.decode(), asked.content.decode(), unsaid.content.decode())
    assert [("спина" in page) for page in hidden] == [False] * 4
    assert address in card
    assert "спина" in shown.content.decode()
    assert PESEL not in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    note = RevealNote.objects.get()
    assert set(revealed(record)) == {
        (manager.pk, "papers"),
        (manager.pk, f"health other #{note.public_id}"),
    }
    entry = (
        AccessEntry.objects.about(record).filter(kind=AccessKind.REVEAL, purpose__startswith="health").get()
    )
    assert text_of(entry) == "health and special situations, another reason"


def test_special_situations_are_shown_for_a_reason_and_nothing_is_said_plainly(client, record):
    filled_intake(record)
    kinds = [str(situation.kind) for situation in record.situations.all()]
    signed_in(client, Role.MANAGER)
    nobody = ClientFactory(surname_latin="Bondar", phone="")

    shown, empty = (
        client.post(
            reverse("registration:client-reveal-health", args=[person.public_id]), {"reason": "identity"}
        ).content.decode()
        for person in (record, nobody)
    )

    assert kinds
    assert "From the intake" in shown
    assert "The intake says nothing of it." in empty


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADVISER, Role.BROKER, Role.COUNSELLOR])
def test_only_who_does_not_fill_it_in_is_offered_the_page_about_health(client, record, role):
    signed_in(client, role)

    assert "reveal/health" not in client.get(record.get_absolute_url()).content.decode()
