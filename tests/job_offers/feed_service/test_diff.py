"""The page that tells what an import made of which offer."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from job_offers.models import FeedChange, Offer
from tests.factories import UserFactory
from tests.job_offers.feed_taking import offer, take

pytestmark = pytest.mark.django_db

DEARER = {"warunkiPracyIPlacy__wynagrodzenieBrutto": "od 5 000 PLN"}
LODGED = {"warunkiPracyIPlacy__zakwaterowanie": False}


@pytest.fixture
def desk(client):
    client.force_login(UserFactory(role=Role.BROKER))
    return client


def look(desk, owed, kind=""):
    return desk.get(reverse("job_offers:import-changes", args=[owed.public_id]), {"kind": kind})


def keys(response) -> list[str]:
    return [row.change.offer.source_id[-1] for row in response.context["rows"]]


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def test_new_changed_gone_and_refused_are_told_with_their_counts(desk):
    take(offer(1), offer(2), offer(3))

    second = take(offer(1), offer(2, **DEARER), offer(4), offer(5, hash=""))

    assert {kind: keys(look(desk, second, kind)) for kind in ("new", "changed", "gone")} == {
        "new": ["4"],
        "changed": ["2"],
        "gone": ["3"],
    }
    refused = look(desk, second, "refused")
    assert [row.reason for row in refused.context["rows"]] == ["The offer has no identifier."]
    assert [count for _kind, _label, count in refused.context["kinds"]] == [1, 1, 1, 1]


def test_changed_fields_are_told_before_and_after_and_decisive_ones_are_marked(desk):
    take(offer(1), offer(2))
    Offer.objects.update(place_name="zmienione przy biurku")  # somebody at the desk, before the file came

    second = take(offer(1, **DEARER), offer(2, **LODGED))

    response = look(desk, second, "changed")
    pay, lodging = response.context["rows"]
    told = {field.label: (digits(field.before), digits(field.after)) for field in pay.fields}
    assert told == {"Pay from": ("4806", "5000")}
    assert (pay.is_decisive, lodging.is_decisive) == (True, False)
    assert response.content.decode().count("look at the Ukrainian text") == 1


def test_what_came_later_is_not_told_of_an_earlier_import(desk):
    take(offer(1))
    second = take(offer(1, **DEARER))

    third = take(offer(1, **DEARER, **LODGED))

    (row,) = look(desk, second, "changed").context["rows"]
    assert [field.label for field in row.fields] == ["Pay from"]
    (row,) = look(desk, third, "changed").context["rows"]
    assert [field.label for field in row.fields] == ["Lodging"]


def test_change_of_words_that_are_no_fact_says_so(desk):
    take(offer(1))
    second = take(offer(1, wymagania__wymaganiaKonieczne={"jezyki": [], "wyksztalcenia": ["podstawowe"]}))

    (row,) = look(desk, second, "changed").context["rows"]

    assert "Polish really needed" in {field.label for field in row.fields}
    third = take(
        offer(
            1,
            wymagania__wymaganiaKonieczne={"jezyki": [], "wyksztalcenia": ["podstawowe"]},
            warunkiPracyIPlacy__kodKraju="RPd016|135",
        )
    )
    page = look(desk, third, "changed").content.decode()
    assert "Only words of the original changed" in page


def test_unchanged_offer_is_told_nowhere_and_an_unknown_kind_shows_the_changed(desk):
    take(offer(1))

    second = take(offer(1))

    response = look(desk, second, "nonsense")
    assert (response.context["kind"], response.context["rows"]) == ("changed", [])
    assert "none of this kind" in response.content.decode()
    assert not FeedChange.objects.filter(feed_import=second).exists()


def test_gone_offers_are_told_when_a_person_has_confirmed_them(desk):
    take(*(offer(number) for number in range(1, 31)))
    second = take(offer(1))
    assert keys(look(desk, second, "gone")) == []

    desk.post(reverse("job_offers:import-withdraw", args=[second.public_id]))

    assert "2" in keys(look(desk, second, "gone"))
    assert FeedChange.objects.filter(feed_import=second, kind="gone").count() == 29
    assert str(FeedChange.objects.filter(kind="gone").first()).startswith("gone")


@pytest.mark.parametrize("count", [1, 20])
def test_changes_query_count(desk, django_assert_num_queries, count):
    take(*(offer(number) for number in range(count)))
    second = take(*(offer(number, **DEARER) for number in range(count)))
    look(desk, second, "changed")

    with django_assert_num_queries(9):  # session (4), user, import, count, changes with offers, events
        response = look(desk, second, "changed")

    assert len(response.context["rows"]) == count
