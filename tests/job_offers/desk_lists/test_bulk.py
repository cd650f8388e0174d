"""Many offers at once: each is done whole or refused with its reason."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from job_offers.desk_lists.acts import BulkAct
from job_offers.models import Offer
from job_offers.services import bulk
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory
from translations.models import Translation

pytestmark = pytest.mark.django_db

READY, PUBLISH, TRANSLATE, WITHDRAW = (
    BulkAct(value) for value in ("ready", "publish", "translate", "withdraw")
)


def state_of(offer):
    return Offer.objects.get(pk=offer.pk).state


def test_each_offer_is_done_or_refused_alone():
    manager = UserFactory(role=Role.MANAGER)
    good = OfferFactory(state="ready", contact_phone="+48415550103")
    bad = OfferFactory(state="ready", pay_from=100)
    draft = OfferFactory()

    outcomes = bulk.act_on_many(offers=[good, bad, draft], act=PUBLISH, by=manager)

    assert [bool(one.refusal) for one in outcomes] == [False, True, True]
    assert "below the minimum wage" in outcomes[1].refusal
    assert [state_of(one) for one in (good, bad, draft)] == ["published", "ready", "draft"]


def test_withdrawing_many_needs_a_reason_for_each():
    by = UserFactory()
    offers = [OfferFactory(), PublishedFactory()]

    without = bulk.act_on_many(offers=offers, act=WITHDRAW, by=by)
    with_reason = bulk.act_on_many(offers=offers, act=WITHDRAW, by=by, reason="Zakład zamknięty")

    assert [one.refusal for one in without] == ["Say why the offer is withdrawn."] * 2
    assert [one.refusal for one in with_reason] == ["", ""]
    assert {state_of(one) for one in offers} == {"withdrawn"}


def test_translation_is_owed_only_where_the_employer_agreed():
    agreed, not_agreed = OfferFactory(), OfferFactory(employer=EmployerFactory(consents=False))

    outcomes = bulk.act_on_many(offers=[agreed, not_agreed], act=TRANSLATE, by=UserFactory())

    assert [one.refusal for one in outcomes] == ["", "The employer has not agreed to a Ukrainian version."]
    assert list(Translation.objects.of(Offer).values_list("object_id", flat=True)) == [agreed.pk]


@pytest.mark.parametrize(("role", "act"), [(Role.MANAGER, READY), (Role.ADVISER, WITHDRAW)])
def test_role_without_the_right_does_nothing(role, act):
    offer = OfferFactory()

    with pytest.raises(bulk.BulkRefused, match="role"):
        bulk.act_on_many(offers=[offer], act=act, by=UserFactory(role=role), reason="powód")

    assert state_of(offer) == "draft"


def test_too_many_at_once_are_refused(monkeypatch):
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 1)

    with pytest.raises(bulk.BulkRefused, match="too many"):
        bulk.act_on_many(offers=OfferFactory.create_batch(2), act=READY, by=UserFactory())


def test_page_does_the_chosen_ones_and_reports_each_refusal(client):
    client.force_login(UserFactory(role=Role.BROKER))
    first, second, left = OfferFactory(), PublishedFactory(title_pl="Kucharz"), OfferFactory()

    response = client.post(
        reverse("job_offers:offer-bulk"),
        {"act": "ready", "offer": [first.public_id, second.public_id], "back": "state=draft&page=3"},
        follow=True,
    )

    told = [str(message) for message in response.context["messages"]]
    assert response.redirect_chain[0][0].endswith("?state=draft")
    assert told[0] == "Done with 1 offer."
    assert told[1].startswith("Kucharz: ")
    assert [state_of(one) for one in (first, second, left)] == ["ready", "published", "draft"]


@pytest.mark.parametrize(
    "sent", [{}, {"act": "ready"}, {"act": "ready", "offer": ["x"]}, {"act": "paint", "offer": []}]
)
def test_page_without_a_choice_says_so(client, sent):
    client.force_login(UserFactory())

    response = client.post(reverse("job_offers:offer-bulk"), sent, follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Choose offers, and what to do with them."
    ]


def test_manager_is_offered_what_a_manager_may_do(client):
    OfferFactory()
    client.force_login(UserFactory(role=Role.MANAGER))

    response = client.get(reverse("job_offers:offer-list"))

    assert [value for value, _label in response.context["acts"]] == ["publish", "withdraw"]


def test_too_many_are_refused_on_the_page(client, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 0)
    client.force_login(UserFactory())

    response = client.post(
        reverse("job_offers:offer-bulk"),
        {"act": "ready", "offer": [OfferFactory().public_id]},
        follow=True,
    )

    assert "too many offers" in response.content.decode()
