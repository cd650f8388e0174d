"""Positions named for women alone, marked as meant for women and men at one press."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from job_offers import checks
from job_offers.desk_lists.acts import BulkAct
from job_offers.models import Offer
from job_offers.screening.screening import for_everybody, screen
from job_offers.services import bulk, offers
from job_offers.texts import status_of
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, PublishedFactory, translate
from translations.models import Status

pytestmark = pytest.mark.django_db

LONGEST = Offer._meta.get_field("title_pl").max_length


@pytest.mark.parametrize(
    "name", ["Szwaczka", "SPRZĄTACZKA BIUROWA", "Szwaczka maszynowa – Kielce", "Kasjerka"]
)
def test_name_for_women_alone_is_marked_and_then_harmless(name):
    marked = for_everybody(name)

    assert marked == f"{name} (k/m)"
    assert screen(name)
    assert not screen(marked)
    assert for_everybody(marked) == ""


@pytest.mark.parametrize(
    "name",
    ["", "Szwaczka / szwacz", "Szwaczka (m/k)", "Kierowca", "Pielęgniarka", "Praca w szwalni", "Швачка"],
)
def test_other_names_are_left_alone(name):
    assert for_everybody(name) == ""


def test_pair_in_another_text_is_enough():
    assert for_everybody("Szwaczka", beside="Zatrudnimy szwacza lub szwaczkę.") == ""


def test_finding_offers_the_better_name_where_the_name_is_at_fault():
    named, text = OfferFactory(title_pl="Szwaczka"), OfferFactory(requirements_pl="Tylko kobiety.")

    assert [finding.better for finding in found_in(named)] == ["Szwaczka (k/m)"]
    assert [finding.better for finding in found_in(text)] == [""]


def test_name_without_room_for_the_mark_is_left_to_a_person():
    offer = OfferFactory(title_pl="Szwaczka " + "x" * (LONGEST - len("Szwaczka ")))

    assert [finding.better for finding in found_in(offer)] == [""]
    with pytest.raises(offers.NothingToName):
        offers.name_for_everybody(offer=offer, by=UserFactory())


def test_naming_is_an_edit_like_any_other():
    by = UserFactory()
    offer = PublishedFactory(title_pl="Szwaczka", title_uk="Швачка")
    translate(offer, by=by)

    named = offers.name_for_everybody(offer=offer, by=by)

    assert (named.title_pl, named.version) == ("Szwaczka (k/m)", offer.version + 1)
    assert named.is_live
    assert status_of(named) == Status.OUTDATED  # the Ukrainian name is for a person to judge
    assert named.events.order_by("-pgh_id").first().pgh_context.metadata["user"] == by.pk
    with pytest.raises(offers.NothingToName):
        offers.name_for_everybody(offer=named, by=by)


def test_button_stands_beside_the_finding_and_names_the_position(client):
    offer = OfferFactory(title_pl="Szwaczka")
    client.force_login(UserFactory())
    address = reverse("job_offers:offer-name", args=[offer.public_id])
    before = client.get(offer.get_absolute_url()).content.decode()

    client.post(address)
    again = client.post(address, follow=True).content.decode()

    offer.refresh_from_db()
    assert offer.title_pl == "Szwaczka (k/m)"
    assert f'action="{address}"' in before
    assert "Name it “Szwaczka (k/m)”" in before
    assert f'action="{address}"' not in again
    assert "is not one for women alone" in again


def test_who_may_not_edit_sees_no_button(client):
    offer = OfferFactory(title_pl="Szwaczka")
    client.force_login(UserFactory(role=Role.ADVISER))

    page = client.get(offer.get_absolute_url()).content.decode()

    assert "Szwaczka" in page
    assert "Name it" not in page


def test_many_are_named_at_once_and_the_others_say_why_not():
    women, everybody = OfferFactory(title_pl="Szwaczka"), OfferFactory(title_pl="Spawacz")

    outcomes = bulk.act_on_many(offers=[women, everybody], act=BulkAct.NAME, by=UserFactory())

    women.refresh_from_db()
    assert women.title_pl == "Szwaczka (k/m)"
    assert [bool(outcome.refusal) for outcome in outcomes] == [False, True]


def found_in(offer):
    return [
        finding
        for finding in checks.findings(
            offer, status=Status.REVIEWED, by=UserFactory(), today=offer.valid_until
        )
        if finding.code == "wording-sex"
    ]
