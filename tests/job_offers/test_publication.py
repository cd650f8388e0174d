"""An offer's way to the board and off it, and the checks that stand before it."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers import board, checks, lapse, periodic
from job_offers.lifecycle import NotPossible, advance
from job_offers.models import TRANSITIONS, BoardEntry, Offer
from job_offers.services import publication as services
from job_offers.tasks import expire_offers
from pup_portal.celery import app as celery_app
from reference.models import LegalRule
from tests.days import days_ago
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, PublishedFactory, translate
from translations import registry
from translations import services as translations
from translations.models import Status

pytestmark = pytest.mark.django_db

State = Offer.State


def in_state(state, **values):
    """An offer that has come to ``state`` the way offers do."""
    if state in {State.DRAFT, State.READY}:
        return OfferFactory(state=state, **values)
    offer = PublishedFactory(**values)
    if state == State.FILLED:
        return services.fill_offer(offer=offer, by=UserFactory())
    if state == State.WITHDRAWN:
        return services.withdraw_offer(offer=offer, reason="pomyłka", by=UserFactory())
    if state != State.PUBLISHED:
        advance(offer, state)
        offer.save()
        board.take_off([offer.pk])
    return offer


@pytest.mark.parametrize("then", State)
@pytest.mark.parametrize("now", State)
def test_offer_moves_only_as_the_table_says(now, then):
    offer = Offer(state=now)

    if then in TRANSITIONS[now]:
        advance(offer, then)
        assert offer.state == then
    else:
        with pytest.raises(NotPossible, match="from there it cannot become"):
            advance(offer, then)


def test_ready_offer_is_published_and_stands_on_the_board():
    manager, offer = UserFactory(role=Role.MANAGER), OfferFactory()

    services.mark_ready(offer=offer, by=manager)
    offer = services.publish_offer(offer=offer, by=manager)

    assert (offer.state, offer.published_by, offer.confirmed_on) == (
        "published",
        manager,
        timezone.localdate(),
    )
    assert BoardEntry.objects.get().offer == offer


def test_publishing_twice_changes_nothing():
    manager, offer = UserFactory(role=Role.MANAGER), OfferFactory(state=State.READY)
    first = services.publish_offer(offer=offer, by=manager)

    second = services.publish_offer(offer=offer, by=UserFactory())

    assert (second.published_at, second.published_by, second.version) == (
        first.published_at,
        manager,
        first.version,
    )


def test_marking_ready_twice_changes_nothing():
    offer = services.mark_ready(offer=OfferFactory(), by=UserFactory())

    assert services.mark_ready(offer=offer, by=UserFactory()).version == offer.version


def test_translator_is_led_to_the_offer():
    offer = OfferFactory()

    assert registry.of(Offer).preview(offer) == offer.get_absolute_url()


def test_preview_is_the_public_page_with_other_words_and_stores_nothing(client):
    offer = OfferFactory(title_pl="Kucharz", title_uk="Кухар")
    owed = translations.owe_draft(subject=offer)
    title = owed.segments.get(field="title")
    client.force_login(UserFactory())

    response = client.post(
        f"/en/desk/translations/{owed.public_id}/preview/", {f"segment-{title.pk}": "Кухарка"}
    )

    assert '<html lang="uk">' in response.text
    assert '<h1 lang="uk">Кухарка</h1>' in response.text
    assert "Preview: nothing is stored or published." in response.text
    assert "poster" not in response.text
    assert Offer.objects.get().title_uk == "Кухар"


def test_draft_is_not_published():
    with pytest.raises(NotPossible, match="Mark the offer as ready first"):
        services.publish_offer(offer=OfferFactory(), by=UserFactory())


@pytest.mark.parametrize(
    ("role", "is_reviewed", "is_published"),
    [
        (Role.BROKER, False, False),
        (Role.BROKER, True, True),
        (Role.COORDINATOR, False, True),
        (Role.MANAGER, False, True),
    ],
)
def test_broker_publishes_only_what_is_reviewed(client, role, is_reviewed, is_published):
    offer = OfferFactory(state=State.READY)
    if is_reviewed:
        translate(offer, by=UserFactory(), title="Пакувальник")
    client.force_login(UserFactory(role=role))

    client.post(reverse("job_offers:offer-publish", args=[offer.public_id]))

    offer.refresh_from_db()
    assert (offer.state == State.PUBLISHED) is is_published


def test_refusal_to_publish_tells_every_reason(client):
    offer = OfferFactory(state=State.READY, pay_from=1000, place=None, valid_until=None)
    client.force_login(UserFactory())

    response = client.post(f"/en/desk/offers/{offer.public_id}/publish/", follow=True)

    text = response.content.decode()
    for reason in ("below the minimum wage", "where the work is", "until when the offer is valid"):
        assert reason in text


def test_confirmed_offer_stays_until_the_new_day():
    offer, day = PublishedFactory(confirmed_on=date(2026, 1, 1)), timezone.localdate() + timedelta(days=60)

    offer = services.confirm_offer(offer=offer, by=UserFactory(), valid_until=day)

    assert (offer.state, offer.confirmed_on, offer.valid_until) == ("published", timezone.localdate(), day)
    assert offer.board_entry.valid_until == day


@pytest.mark.parametrize("state", [State.UNCONFIRMED, State.EXPIRED])
def test_confirmed_offer_returns_to_the_board(state):
    offer = in_state(state)

    offer = services.confirm_offer(
        offer=offer, by=UserFactory(), valid_until=timezone.localdate() + timedelta(days=9)
    )

    assert (offer.state, offer.closed_on) == ("published", None)
    assert BoardEntry.objects.filter(offer=offer).exists()


def test_expired_offer_does_not_return_with_a_day_that_has_passed():
    offer = in_state(State.EXPIRED)

    with pytest.raises(checks.NotPublishable, match="a day that has passed"):
        services.confirm_offer(offer=offer, by=UserFactory(), valid_until=date(2026, 1, 1))


@pytest.mark.parametrize("state", [State.DRAFT, State.READY, State.FILLED, State.WITHDRAWN])
def test_only_an_offer_that_was_published_is_confirmed(state):
    with pytest.raises(NotPossible):
        services.confirm_offer(offer=in_state(state), by=UserFactory())


def test_filled_and_withdrawn_offers_leave_the_board_and_repeating_changes_nothing():
    filled, withdrawn, by = PublishedFactory(), PublishedFactory(), UserFactory()

    for _ in range(2):
        services.fill_offer(offer=filled, by=by)
        services.withdraw_offer(offer=withdrawn, reason="pomyłka", by=by)

    filled.refresh_from_db()
    withdrawn.refresh_from_db()
    assert (filled.state, filled.version) == ("filled", 2)
    assert (withdrawn.state, withdrawn.withdrawn_reason, withdrawn.version) == ("withdrawn", "pomyłka", 2)
    assert not BoardEntry.objects.exists()


def test_withdrawing_needs_a_reason():
    with pytest.raises(services.ReasonMissing):
        services.withdraw_offer(offer=PublishedFactory(), reason=" ", by=UserFactory())


def test_ready_offer_goes_back_to_draft_and_only_it():
    offer = services.return_to_draft(offer=OfferFactory(state=State.READY), by=UserFactory())

    assert services.return_to_draft(offer=offer, by=UserFactory()).state == State.DRAFT
    with pytest.raises(NotPossible):
        services.return_to_draft(offer=PublishedFactory(), by=UserFactory())


@pytest.mark.parametrize("state", [State.FILLED, State.WITHDRAWN])
def test_closed_offer_is_taken_up_again_as_a_draft(state):
    offer = services.reopen_offer(offer=in_state(state), by=UserFactory())

    assert (offer.state, offer.closed_on, offer.withdrawn_reason) == ("draft", None, "")
    assert services.reopen_offer(offer=offer, by=UserFactory()).version == offer.version


def test_live_offer_is_not_reopened():
    with pytest.raises(NotPossible):
        services.reopen_offer(offer=PublishedFactory(), by=UserFactory())


@pytest.mark.parametrize(
    ("name", "start", "data", "end"),
    [
        ("offer-ready", State.DRAFT, {}, "ready"),
        ("offer-draft", State.READY, {}, "draft"),
        ("offer-publish", State.READY, {}, "published"),
        ("offer-confirm", State.UNCONFIRMED, {"valid_until": "2199-01-01"}, "published"),
        ("offer-confirm", State.UNCONFIRMED, {"valid_until": "x"}, "unconfirmed"),
        ("offer-fill", State.PUBLISHED, {}, "filled"),
        ("offer-withdraw", State.PUBLISHED, {"reason": "pomyłka"}, "withdrawn"),
        ("offer-withdraw", State.PUBLISHED, {"reason": ""}, "published"),
        ("offer-reopen", State.FILLED, {}, "draft"),
        ("offer-fill", State.DRAFT, {}, "draft"),
    ],
)
def test_each_button_does_its_work_and_returns_to_the_offer(client, name, start, data, end):
    offer = in_state(start)
    client.force_login(UserFactory())

    response = client.post(reverse(f"job_offers:{name}", args=[offer.public_id]), data)

    offer.refresh_from_db()
    assert response.headers["Location"] == offer.get_absolute_url()
    assert offer.state == end


def test_offer_past_its_day_expires_and_leaves_the_board():
    yesterday = timezone.localdate() - timedelta(days=1)
    offer, lasting = PublishedFactory(valid_until=yesterday), PublishedFactory()
    unconfirmed = in_state(State.UNCONFIRMED, valid_until=yesterday)
    BoardEntry.objects.create(
        offer=offer, valid_until=yesterday, published_at=offer.published_at, words="'a':1"
    )

    expire_offers()
    expire_offers()

    for over in (offer, unconfirmed):
        over.refresh_from_db()
        assert (over.state, over.closed_on) == ("expired", timezone.localdate())
    assert offer.version == 2
    assert [entry.offer for entry in BoardEntry.objects.all()] == [lasting]


def test_offer_nobody_confirmed_for_long_waits_for_the_employer():
    today = timezone.localdate()
    stale = PublishedFactory(confirmed_on=today - timedelta(days=31))
    never = PublishedFactory(confirmed_on=None, published_at=days_ago(40))
    fresh = PublishedFactory(confirmed_on=today - timedelta(days=30))

    moved = lapse.lapse(today)

    assert moved == {State.EXPIRED: 0, State.UNCONFIRMED: 2}
    states = dict(Offer.objects.values_list("pk", "state"))
    assert states == {stale.pk: "unconfirmed", never.pk: "unconfirmed", fresh.pk: "published"}
    assert [entry.offer for entry in BoardEntry.objects.all()] == [fresh]


def test_office_says_after_how_many_days_an_offer_lapses():
    LegalRule.objects.filter(key__code="offer-confirmation").update(value=7)
    assert lapse.confirmation_days(timezone.localdate()) == 7

    LegalRule.objects.filter(key__code="offer-confirmation").delete()
    assert lapse.confirmation_days(timezone.localdate()) == 30


def test_beat_looks_for_lapsed_offers_every_hour():
    periodic.schedule(celery_app)

    entry = celery_app.conf.beat_schedule["expire offers"]

    assert entry["task"] == "job_offers.tasks.expire_offers"


def test_only_a_published_offer_gets_a_board_entry():
    with pytest.raises(ValueError, match="only a published offer"):
        board.entry_of(OfferFactory(), Status.MISSING)


def test_many_offers_expire_in_batches(monkeypatch):
    monkeypatch.setattr("job_offers.lapse.BATCH", 2)
    PublishedFactory.create_batch(5, valid_until=timezone.localdate() - timedelta(days=1))

    assert lapse.lapse(timezone.localdate())[State.EXPIRED] == 5


def test_history_says_who_published():
    offer, manager = OfferFactory(state=State.READY), UserFactory(role=Role.MANAGER)

    services.publish_offer(offer=offer, by=manager)

    event = apps.get_model("job_offers", "OfferEvent").objects.filter(pgh_obj=offer).latest("pgh_id")
    assert event.state == "published"
    assert event.pgh_context.metadata["user"] == manager.pk
