"""The pages on which rights are asked for and decided."""

import pytest
from django.urls import reverse

from accounts.access_log import AccessKind
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from registration import rights_services as services
from registration.models import Client, LegalHold, Restriction, RightsRequest, RightsWork
from registration.vocabulary import Right
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.rights import approved, asked, exported, held

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return ClientFactory()


def url(name, *args):
    return reverse(f"registration:{name}", args=args)


@pytest.fixture
def adviser(client):
    user = UserFactory(role=Role.ADVISER)
    client.force_login(user)
    return user


@pytest.fixture
def boss(client):
    user = UserFactory(role=Role.MANAGER)
    client.force_login(user)
    return user


def test_adviser_asks_and_the_page_says_what_waits(client, person, adviser):
    response = client.post(
        url("rights-ask", person.public_id, "erase"), {"reason": "List z 3 maja"}, follow=True
    )

    request = RightsRequest.objects.get()
    page = response.content.decode()
    assert (request.right, request.reason, request.asked_by) == ("erase", "List z 3 maja", adviser)
    assert "The request waits for the manager." in page
    assert "List z 3 maja" in page
    assert "Ask for erasure" not in page
    assert "Withdraw" in page


@pytest.mark.parametrize("data", [{"reason": " "}, {"reason": "x" * 501}])
def test_reason_is_needed(client, person, adviser, data):
    response = client.post(url("rights-ask", person.public_id, "export"), data)

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not RightsRequest.objects.exists()


def test_asking_again_says_so(client, person, adviser):
    asked(person)

    response = client.post(url("rights-ask", person.public_id, "export"), {"reason": "x"})

    assert "The same is asked for already." in response.content.decode()


def test_right_that_does_not_exist_is_not_found(client, person, adviser):
    assert client.get(url("rights-ask", person.public_id, "forget")).status_code == 404


def test_request_is_withdrawn_once(client, person, adviser):
    request = asked(person, by=adviser)

    for _twice in range(2):
        client.post(url("rights-withdraw", person.public_id, request.public_id))

    request.refresh_from_db()
    assert request.state == "withdrawn"


def test_decided_request_cannot_be_withdrawn(client, person, adviser):
    request = approved(person, Right.EXPORT)

    response = client.post(url("rights-withdraw", person.public_id, request.public_id))

    assert response.status_code == 409
    assert "cannot follow" in response.content.decode()


def test_manager_approves_and_the_work_is_owed(client, person, boss):
    request = asked(person, Right.ERASE)
    page = client.get(url("rights-decide", person.public_id, request.public_id)).content.decode()

    client.post(url("rights-decide", person.public_id, request.public_id), {"decision": "approve"})

    request.refresh_from_db()
    assert "An erasure cannot be undone." in page
    assert (request.state, request.decided_by) == ("approved", boss)
    assert RightsWork.objects.get().request == request


def test_refusal_needs_its_reason(client, person, boss):
    request = asked(person)
    address = url("rights-decide", person.public_id, request.public_id)

    first = client.post(address, {"decision": "refuse"})
    client.post(address, {"decision": "refuse", "answer": "Nie potwierdzono tożsamości"})

    request.refresh_from_db()
    assert "Say why it is refused." in first.content.decode()
    assert (request.state, request.answer) == ("refused", "Nie potwierdzono tożsamości")


def test_hold_is_told_before_and_after_the_button(client, person, boss):
    held(person, by=boss)
    request = asked(person, Right.ERASE)
    address = url("rights-decide", person.public_id, request.public_id)

    before = client.get(address).content.decode()
    after = client.post(address, {"decision": "approve"}).content.decode()

    assert "Legal hold: Kontrola" in before
    assert "Legal hold: Kontrola" in after
    assert not RightsWork.objects.exists()


def test_request_of_another_person_is_not_found(client, person, boss):
    other = asked(ClientFactory())

    assert client.get(url("rights-decide", person.public_id, other.public_id)).status_code == 404


def test_decision_asks_for_a_fresh_proof(client, person, boss, settings):
    settings.CONFIRMATION_REQUIRED = True
    settings.CONFIRMATION_SECONDS = 600
    request = asked(person)

    response = client.post(url("rights-decide", person.public_id, request.public_id), {"decision": "approve"})

    request.refresh_from_db()
    assert "reauthenticate" in response["Location"]
    assert request.state == "asked"


def test_restriction_is_set_by_an_adviser_and_lifted_by_the_manager(client, person, adviser):
    client.post(url("rights-restrict", person.public_id), {"reason": "Spór o dane"})
    shown = client.get(url("rights", person.public_id)).content.decode()
    client.force_login(UserFactory(role=Role.MANAGER))
    client.post(url("rights-lift", person.public_id), {"reason": "List wysłany"})

    restriction = Restriction.objects.get()
    assert "use of the data is restricted" in shown
    assert "Lift the restriction" not in shown
    assert (restriction.reason, restriction.lift_reason) == ("Spór o dane", "List wysłany")
    assert not Client.objects.get().is_restricted


def test_hold_is_placed_and_lifted(client, person, boss):
    client.post(
        url("rights-hold", person.public_id),
        {"reason": "Kontrola", "source": "art. 1", "holds_until": "2020-01-01"},
    )
    refused = LegalHold.objects.count()
    client.post(url("rights-hold", person.public_id), {"reason": "Kontrola", "source": "art. 1"})
    hold = LegalHold.objects.get()
    client.post(url("hold-lift", person.public_id, hold.public_id))

    hold.refresh_from_db()
    assert refused == 0
    assert hold.lifted_by == boss


def test_hold_of_another_person_is_not_found(client, person, boss):
    other = held(ClientFactory(), by=boss)

    response = client.post(url("hold-lift", person.public_id, other.public_id))

    other.refresh_from_db()
    assert (response.status_code, other.lifted_at) == (404, None)


def test_lifting_again_leaves_who_lifted_first(client, person, boss):
    hold = held(person, by=boss)
    for reader in (boss, UserFactory(role=Role.MANAGER)):
        client.force_login(reader)
        client.post(url("hold-lift", person.public_id, hold.public_id))

    hold.refresh_from_db()
    assert hold.lifted_by == boss


def test_record_that_was_merged_offers_no_step(client, person, boss):
    services.merge_clients(keep=ClientFactory(), gone=person, by=boss)

    pages = []
    for role in (Role.ADVISER, Role.MANAGER):
        client.force_login(UserFactory(role=role))
        pages.append(client.get(url("rights", person.public_id)).content.decode())

    for step in ("Ask for", "Restrict the use", "Place a legal hold"):
        assert all(step not in page for page in pages)


def test_page_of_one_person_offers_the_copy_while_it_is_kept(client, person, boss):
    request = exported(person)

    page = client.get(url("rights", person.public_id)).content.decode()

    assert url("rights-file", person.public_id, request.public_id) in page.replace("/en/", "/en/")
    assert "Fetch the copy" in page


def test_every_look_is_logged(client, person, boss):
    client.get(url("rights", person.public_id))

    assert AccessEntry.objects.about(person).filter(kind=AccessKind.VIEW, actor=boss).count() == 1


def test_list_is_logged_with_everybody_on_it(client, person, boss):
    asked(person)

    client.get(url("rights-list"))

    assert AccessEntry.objects.about(person).filter(kind=AccessKind.LIST, actor=boss).count() == 1


@pytest.mark.parametrize("role", [Role.BROKER, Role.ADMINISTRATOR])
def test_requests_are_for_who_answers_for_papers(person, role):
    asked(person)

    assert not RightsRequest.objects.visible_to(UserFactory(role=role)).exists()


@pytest.mark.parametrize("count", [1, 20])
def test_list_query_count(client, boss, django_assert_max_num_queries, count):
    for _number in range(count):
        asked(ClientFactory())
    client.get(url("rights-list"))

    with django_assert_max_num_queries(9):
        response = client.get(url("rights-list"))

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_page_query_count(client, person, boss, django_assert_max_num_queries, count):
    for _number in range(count):
        RightsRequest.objects.filter(pk=exported(person).pk).update(state="done")
        held(person, by=boss)
    client.get(url("rights", person.public_id))

    with django_assert_max_num_queries(13):
        client.get(url("rights", person.public_id))


def test_list_shows_what_waits_unless_asked_for_all(client, boss):
    asked(ClientFactory(surname_latin="Czeka"))
    RightsRequest.objects.filter(pk=exported(ClientFactory(surname_latin="Gotowa")).pk).update(state="done")
    gone = approved(ClientFactory(surname_latin="Dawna"))
    Client.objects.filter(pk=gone.client_id).update(state="supported", surname_latin="Inna")

    waiting = client.get(url("rights-list")).content.decode()
    everything = client.get(url("rights-list") + "?state=all").content.decode()

    assert ("Czeka" in waiting, "Gotowa" in waiting) == (True, False)
    assert ("Czeka" in everything, "Gotowa" in everything, "Inna" in everything) == (True, True, True)


def test_manager_finds_the_requests_on_the_first_page(client, boss):
    request = asked(ClientFactory(surname_latin="Czeka"))

    page = client.get("/en/desk/").content.decode()

    assert url("rights-decide", request.client.public_id, request.public_id) in page
