"""What offers tell the translators: who waits, what was only a slip, and that a change is drafted at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers import feed, lapse
from job_offers.models import FeedImport, Offer
from job_offers.services import employers, offers, publication
from pup_portal import background
from pup_portal.background import OwedWork
from pup_portal.celery import app as celery_app
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, translate
from translations import engines, tasks
from translations import services as translations
from translations.models import Segment, Status, Translation, Urgency

pytestmark = pytest.mark.django_db


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


@pytest.fixture
def broker_queue(monkeypatch):
    """What reaches the broker, as (task, key). Celery is the boundary; the test plays the worker."""
    queue: list[tuple[str, int]] = []
    monkeypatch.setattr(celery_app, "send_task", lambda task, args: queue.append((task, args[0])))
    monkeypatch.setattr(background._Broker, "silent_until", 0.0)
    return queue


def of(offer: Offer) -> Translation:
    return Translation.objects.of(Offer).get(object_id=offer.pk)


def urgency_of(offer: Offer) -> Urgency:
    return Urgency(of(offer).urgency)


def edit(client, offer: Offer, **changed: object):
    """Open the form of the offer, change it, send it, and read the page that comes."""
    address = reverse("job_offers:offer-edit", args=[offer.public_id]).replace("/uk/", "/en/")
    form = client.get(address).context["form"]
    shown = {field.html_name: field.value() for field in form}
    data = {name: value for name, value in shown.items() if value is not None and value is not False}
    response = client.post(address, data | changed, follow=True)
    assert response.redirect_chain, response.context["form"].errors
    return response


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_each_step_of_an_offer_says_who_waits_for_its_text(broker):
    manager = UserFactory(role=Role.MANAGER)
    offer = OfferFactory()
    translations.owe_draft(subject=offer)
    steps = [urgency_of(offer)]

    for move in (
        lambda: publication.mark_ready(offer=offer, by=broker),
        lambda: publication.publish_offer(offer=offer, by=manager),
        lambda: publication.fill_offer(offer=offer, by=broker),
        lambda: publication.reopen_offer(offer=offer, by=broker),
        lambda: publication.withdraw_offer(offer=offer, reason="Pomyłka.", by=broker),
    ):
        move()
        steps.append(urgency_of(offer))

    assert steps == [
        Urgency.REST,
        Urgency.PUBLICATION,
        Urgency.READERS,
        Urgency.NONE,
        Urgency.REST,
        Urgency.NONE,
    ]


def test_an_offer_written_down_published_is_urgent_from_the_start():
    offer = PublishedFactory()

    translations.owe_draft(subject=offer)

    assert urgency_of(offer) == Urgency.READERS


@pytest.mark.parametrize(
    ("values", "state", "urgency"),
    [
        ({"valid_until": timezone.localdate() - timedelta(days=1)}, "expired", Urgency.NONE),
        ({"confirmed_on": timezone.localdate() - timedelta(days=99)}, "unconfirmed", Urgency.REST),
    ],
)
@pytest.mark.parametrize("count", [1, 20])
def test_offers_that_lapse_are_waited_for_no_longer(
    django_assert_max_num_queries, values, state, urgency, count
):
    lapsed = PublishedFactory.create_batch(count)
    translations.owe_drafts(subjects=lapsed)
    Offer.objects.update(**values)

    with django_assert_max_num_queries(20):
        lapse.lapse(timezone.localdate())

    assert {(offer.state, urgency_of(offer)) for offer in Offer.objects.all()} == {(state, urgency)}


def test_an_employer_who_takes_the_consent_back_is_translated_no_longer(broker):
    employer = EmployerFactory()
    offer = PublishedFactory(employer=employer)
    translations.owe_draft(subject=offer)

    for said_by, urgency in (("", Urgency.NONE), ("właściciel", Urgency.READERS)):
        employer.refresh_from_db()
        employers.update_employer(
            employer=employer,
            facts={"consent_to_translate_said_by": said_by},
            version=employer.version,
            by=broker,
        )
        assert urgency_of(offer) == urgency


def test_no_draft_is_owed_of_a_text_without_consent_until_it_is_given_again(broker):
    employer = EmployerFactory()
    offer = PublishedFactory(employer=employer)
    translations.owe_draft(subject=offer)
    tasks.draft_translation(of(offer).pk)

    def consent(said_by: str) -> None:
        employer.refresh_from_db()
        facts = {"consent_to_translate_said_by": said_by}
        employers.update_employer(employer=employer, facts=facts, version=employer.version, by=broker)
        states.append(of(offer).state)

    states: list[str] = []
    consent("")
    offer.refresh_from_db()
    offers.update_offer(offer=offer, facts={"duties_pl": "Xyz."}, version=offer.version, by=broker)
    states.append(of(offer).state)
    consent("właściciel")

    assert states == ["done", "done", "owed"]


def test_engines_outside_are_not_asked_once_the_consent_is_taken_back(monkeypatch):
    offer = PublishedFactory()
    translation = translations.owe_draft(subject=offer)
    Translation.objects.update(urgency=Urgency.NONE)
    asked: list[bool] = []
    known = engines.suggest_for

    def spy(*args, is_outside=True, **values):
        asked.append(is_outside)
        return known(*args, is_outside=is_outside, **values)

    monkeypatch.setattr(engines, "suggest_for", spy)
    tasks.draft_translation(translation.pk)

    assert asked == [False, False]


def test_an_offer_gone_from_the_feed_is_waited_for_no_longer():
    owed = FeedImport.objects.create(
        original_name="x.json", size=1, started_at=timezone.now(), units=["26"], uploaded_by=UserFactory()
    )
    seen = timezone.now() - timedelta(days=1)
    offer = PublishedFactory(
        source="feed", source_id="x", feed_unit="26", feed_seen_at=seen, employer=None, identity_consent=True,
        translation_consent=True,
    )  # fmt: skip
    translations.owe_draft(subject=offer)

    assert feed.withdraw(owed) == 1

    assert urgency_of(offer) == Urgency.NONE


def test_a_slip_corrected_on_the_form_leaves_the_translation_valid(client, broker):
    offer = PublishedFactory(title_uk="Пакувальник", duties_pl="Pakowanie wyrobów")

    response = edit(client, offer, duties_pl="Pakowanie wyrobów!", is_minor="on")

    assert said(response) == ["The offer is saved.", "The translation stays valid."]
    translation = of(offer)
    assert (translation.status, translation.minor_by) == ("reviewed", broker)
    assert offer.board_entry.is_translated


def test_more_than_a_slip_is_named_sentence_by_sentence(client, broker):
    offer = PublishedFactory(duties_pl="Praca od 8 do 16.")
    translate(offer, by=UserFactory(), duties="Робота з 8 до 16.", title="Пакувальник")

    response = edit(client, offer, duties_pl="Praca od 8 do 18.", is_minor="on")

    assert said(response)[1] == (
        "This is more than a small correction; to be translated again: „Praca od 8 do 18.”"
    )
    assert of(offer).status == "outdated"


def test_a_sentence_taken_out_is_more_than_a_slip(client, broker):
    offer = PublishedFactory(title_uk="Пакувальник", requirements_pl="Pakowanie wyrobów.")

    response = edit(client, offer, requirements_pl="", is_minor="on")

    assert said(response)[1].startswith("A sentence is gone, which is more than a small correction")
    assert of(offer).status == "outdated"


def test_without_the_box_every_change_counts(client, broker):
    offer = PublishedFactory(title_uk="Пакувальник")

    response = edit(client, offer, duties_pl="Pakowanie wyrobów!")

    assert said(response) == ["The offer is saved."]
    assert of(offer).status == "outdated"


@pytest.mark.parametrize("has_draft", [True, False])
def test_the_box_is_offered_only_where_an_approval_can_stay(client, broker, has_draft):
    offer = OfferFactory()
    if has_draft:
        translations.owe_draft(subject=offer)
    address = reverse("job_offers:offer-edit", args=[offer.public_id])

    assert "is_minor" not in client.get(address).context["form"].fields
    assert "is_minor" not in client.get(reverse("job_offers:offer-create")).context["form"].fields


def test_a_changed_published_offer_is_sent_to_a_worker_at_once_and_drafted(
    client, broker, broker_queue, django_capture_on_commit_callbacks
):
    offer = PublishedFactory(title_uk="Пакувальник")
    broker_queue.clear()

    with django_capture_on_commit_callbacks(execute=True):
        edit(client, offer, duties_pl="Kierowca")
    translation = of(offer)
    assert (translation.status, translation.state, translation.urgency) == (
        Status.OUTDATED,
        OwedWork.State.OWED,
        Urgency.READERS,
    )
    assert translation.run_after <= timezone.now()
    assert set(broker_queue) == {("translations.tasks.draft_translation", translation.pk)}

    tasks.draft_translation(translation.pk)

    translation.refresh_from_db()
    assert translation.state == OwedWork.State.DONE
    assert Segment.objects.get(translation=translation, field="duties").text_uk != ""


def test_a_change_the_broker_did_not_take_is_sent_by_the_sweep_within_a_minute(
    client, broker, broker_queue, monkeypatch, settings, django_capture_on_commit_callbacks
):
    offer = PublishedFactory(title_uk="Пакувальник")

    def is_down(task, args):
        raise ConnectionError

    taken = celery_app.send_task
    monkeypatch.setattr(celery_app, "send_task", is_down)
    with django_capture_on_commit_callbacks(execute=True):
        edit(client, offer, duties_pl="Kierowca")
    monkeypatch.setattr(celery_app, "send_task", taken)
    monkeypatch.setattr(background._Broker, "silent_until", 0.0)
    broker_queue.clear()

    background.sweep()

    assert ("translations.tasks.draft_translation", of(offer).pk) in broker_queue
    assert settings.BACKGROUND_SWEEP_SECONDS + background.BROKER_PAUSE_SECONDS < 60


def test_a_change_made_while_the_machine_is_at_work_is_drafted_as_well(
    broker, broker_queue, django_capture_on_commit_callbacks
):
    offer = PublishedFactory(title_uk="Пакувальник")
    Translation.objects.update(
        state=OwedWork.State.RUNNING,
        finished_at=None,
        lease=offer.public_id,
        leased_until=timezone.now() + timedelta(minutes=9),
    )

    with django_capture_on_commit_callbacks(execute=True):
        offers.update_offer(offer=offer, facts={"duties_pl": "Kierowca"}, version=offer.version, by=broker)

    assert tasks.draft_translation(of(offer).pk)
