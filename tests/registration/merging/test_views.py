"""The pages of duplicates and merges, and the warning while typing."""

import pytest
from django.urls import reverse

from accounts.access_models import AccessEntry
from accounts.permissions import Role
from registration.models import Client, LikelyPair, Merge
from tests.factories import UserFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.merging.factories import asked, merged, pair_of

pytestmark = pytest.mark.django_db

LIST = "/en/desk/clients/duplicates/"
MERGES = "/en/desk/clients/merges/"
SIMILAR = "/en/desk/clients/new/similar/"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def boss(client):
    user = UserFactory(role=Role.MANAGER)
    client.force_login(user)
    return user


def compare_url(pair):
    return reverse("registration:pair-compare", args=[pair.public_id])


@pytest.mark.parametrize("count", [1, 20])
def test_pair_list_query_count(client, coordinator, django_assert_num_queries, count):
    clients = ClientFactory.create_batch(count + 1, created_by=coordinator)
    for other in clients[1:]:
        pair_of(clients[0], other)

    with django_assert_num_queries(9):  # session, user, office, count, page, access log; the session: 3
        response = client.get(LIST)

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_merge_list_query_count(client, coordinator, django_assert_num_queries, count):
    keep = ClientFactory(created_by=coordinator)
    for gone in ClientFactory.create_batch(count, created_by=coordinator):
        asked(keep, gone, by=coordinator)

    with django_assert_num_queries(9):
        response = client.get(MERGES)

    assert len(response.context["page"]) == count


def test_likeliest_pair_comes_first_and_says_why(client, coordinator):
    low, high = pair_of(score=65, reasons=["name"]), pair_of(score=95, reasons=["pesel", "phone"])

    response = client.get(LIST)

    assert list(response.context["page"]) == [high, low]
    assert "95 of 100" in response.content.decode()
    assert "PESEL, phone" in response.content.decode()


def test_pair_called_two_people_leaves_the_list_and_comes_back(client, coordinator):
    pair = pair_of()

    client.post(reverse("registration:pair-different", args=[pair.public_id]))
    without = client.get(LIST).context["page"]
    settled = client.get(LIST, {"state": "different"}).context["page"]
    client.post(reverse("registration:pair-again", args=[pair.public_id]))

    assert (list(without), list(settled)) == ([], [pair])
    assert LikelyPair.objects.waiting().get() == pair


def test_asking_deciding_and_undoing(client, coordinator):
    one = ClientFactory(phone="", created_by=coordinator)
    other = ClientFactory(surname_latin="Szewczenko", created_by=coordinator)
    form = {"latin": "gone", "phone": "gone", "reason": "Pokazała paszport"}

    response = client.post(compare_url(pair_of(one, other)), form, follow=True)
    request = Merge.objects.get()

    assert "The request waits for the manager." in response.content.decode()
    assert (request.keep, request.gone, request.chosen) == (one, other, {"latin": "gone", "phone": "gone"})

    client.force_login(UserFactory(role=Role.MANAGER))
    page = client.get(reverse("registration:merge-decide", args=[request.public_id]))
    hidden = page.context["form"].initial
    client.post(
        reverse("registration:merge-decide", args=[request.public_id]), {"decision": "merge"} | hidden
    )

    assert Client.objects.get(pk=one.pk).surname_latin == "Szewczenko"
    assert AccessEntry.objects.filter(kind="merge").about(other).exists()

    response = client.post(reverse("registration:merge-undo", args=[request.public_id]), follow=True)

    assert "The merge is undone." in response.content.decode()
    assert Client.objects.get(pk=one.pk).surname_latin == "Shevchenko"
    assert Client.objects.get(pk=other.pk).is_active


def merge_url(*people):
    page = "registration:merge-ask" if len(people) > 1 else "registration:merge-choose"
    return reverse(page, args=[person.public_id for person in people])


def test_who_knows_of_a_second_record_finds_it_from_the_card_and_asks(client, coordinator):
    one = ClientFactory(created_by=coordinator)
    other = ClientFactory(surname_latin="Bondar", surname_cyrillic="Бондар", phone="", created_by=coordinator)
    assert merge_url(one) in client.get(one.get_absolute_url()).content.decode()

    found = client.post(merge_url(one), {"q": "Бондар"}, follow=True)
    form = client.get(merge_url(one, other))
    typed = {field.html_name: field.initial for field in form.context["form"] if field.initial}
    response = client.post(merge_url(one, other), typed | {"reason": "Pokazała oba paszporty"}, follow=True)

    assert "Бондар" not in found.request["QUERY_STRING"]
    assert [match.client for match in found.context["found"]] == [other]
    assert merge_url(one, other) in found.content.decode()
    assert (form.context["keep"], form.context["gone"]) == (one, other)
    assert "The request waits for the manager." in response.content.decode()
    request = Merge.objects.get()
    assert (request.keep, request.gone, request.asked_by) == (one, other, coordinator)
    assert one.is_active
    assert AccessEntry.objects.filter(kind="search").about(other).exists()


def test_a_record_is_not_offered_to_itself_nor_a_closed_one(client, coordinator):
    one, other = ClientFactory(created_by=coordinator), ClientFactory(created_by=coordinator)
    merged(asked(one, other))

    found = client.post(merge_url(one), {"q": "Shevchenko"}, follow=True)

    assert found.context["found"] == []
    assert "Nobody found" in found.content.decode()
    assert client.get(merge_url(one, one)).status_code == 404
    assert client.get(merge_url(one, other)).status_code == 404
    assert client.get(merge_url(other, one)).status_code == 404


def test_either_record_may_stay_when_the_other_was_chosen_by_hand(client, coordinator):
    one, other = ClientFactory(created_by=coordinator), ClientFactory(created_by=coordinator)

    page = client.get(f"{merge_url(one, other)}?stays=other")
    client.post(f"{merge_url(one, other)}?stays=other", {"reason": "Pokazała paszport"})

    assert "These are two people" not in page.content.decode()
    assert Merge.objects.get().keep == other


@pytest.mark.parametrize("count", [1, 20])
def test_choosing_query_count(client, coordinator, django_assert_max_num_queries, count):
    one = ClientFactory(created_by=coordinator)
    ClientFactory.create_batch(count, created_by=coordinator)
    page = client.post(merge_url(one), {"q": "Shevchenko"})["Location"]

    with django_assert_max_num_queries(13):
        response = client.get(page)

    assert len(response.context["found"]) == count


def test_other_record_may_stay(client, coordinator):
    pair = pair_of()

    client.post(f"{compare_url(pair)}?stays=other", {"reason": "Pokazała paszport"})

    assert Merge.objects.get().keep == pair.other


def test_unasked_fields_are_refused(client, coordinator):
    one, other = ClientFactory(created_by=coordinator), ClientFactory(phone="", created_by=coordinator)

    response = client.post(compare_url(pair_of(one, other)), {"phone": "both", "reason": "x"})

    assert "phone" in response.context["form"].errors
    assert not Merge.objects.exists()


def test_numbers_stay_masked(client, coordinator):
    one = ClientFactory(pesel=PESEL, no_pesel_reason="", created_by=coordinator)
    pair = pair_of(one, ClientFactory(created_by=coordinator))

    assert PESEL not in client.get(compare_url(pair)).content.decode()


def test_refusing_needs_a_reason(client, boss):
    request = asked()
    url = reverse("registration:merge-decide", args=[request.public_id])
    versions = {"keep_version": 1, "gone_version": 1}

    response = client.post(url, {"decision": "refuse"} | versions)
    client.post(url, {"decision": "refuse", "answer": "Inny rok urodzenia"} | versions)

    assert response.context["form"].errors["answer"] == ["Say why."]
    assert Merge.objects.get().state == "refused"


def test_stale_page_is_told_so(client, boss):
    request = asked()
    url = reverse("registration:merge-decide", args=[request.public_id])

    response = client.post(url, {"decision": "merge", "keep_version": 1, "gone_version": 7})

    assert "was changed meanwhile" in response.content.decode()


def test_request_is_withdrawn_by_who_asks_and_not_after_the_decision(client, coordinator):
    waiting, done = asked(), merged()

    client.post(reverse("registration:merge-withdraw", args=[waiting.public_id]))
    response = client.post(reverse("registration:merge-withdraw", args=[done.public_id]), follow=True)

    assert Merge.objects.get(pk=waiting.pk).state == "withdrawn"
    assert "This request is decided." in response.content.decode()


def test_undoing_that_is_refused_says_why(client, boss):
    request = merged()
    Client.objects.filter(pk=request.keep.pk).update(is_restricted=True)

    response = client.post(reverse("registration:merge-undo", args=[request.public_id]), follow=True)

    assert "restricted" in response.content.decode()
    assert Merge.objects.get().state == "done"


def test_pair_of_a_closed_record_is_not_found(client, coordinator):
    pair = pair_of()
    merged(asked(pair.one, pair.other))
    again = pair_of(pair.one, pair.other)

    assert client.get(compare_url(again)).status_code == 404


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"surname": "Шевченко"}, False),
        ({"surname": "Шевченко", "given_names": "Олена"}, True),
        ({"surname": "Szewczenko", "given_names": "Olena"}, True),
        ({"phone": "0505550101"}, True),
        ({"phone": "05055"}, False),
        ({"surname": "Ткач", "given_names": "Ігор"}, False),
        ({}, False),
    ],
)
def test_similar_people_are_shown_while_typing(client, coordinator, typed, shown):
    olena = ClientFactory(created_by=coordinator)

    response = client.post(SIMILAR, typed)

    assert [match.client for match in response.context["similar"]] == ([olena] if shown else [])
    assert AccessEntry.objects.about(olena).count() == int(shown)
    assert Client.objects.count() == 1
