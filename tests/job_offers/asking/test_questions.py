"""Asking the desk about an offer: two fields on any phone, and a call to make in the inbox."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from job_offers.asking.public_views import ASKED_AT_ONCE
from job_offers.models import Offer, OfferQuestion
from pup_portal import person_data
from registration.enquiries import services as enquiries
from registration.enquiries.emptying import forget_due
from registration.enquiries.vocabulary import ClosingReason, EnquiryKind, EnquiryState
from registration.models import Enquiry
from tests.factories import UserFactory
from tests.job_offers.asking.factories import asked
from tests.job_offers.factories import OfferFactory, PublishedFactory
from tests.registration.enquiries.factories import EnquiryFactory
from tests.registration.enquiries.stamped import Clock
from tests.registration.factories import ClientFactory
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

TYPED = {"surname": "Ірина Коваль", "phone": "050 555 01 88"}


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def form_of(offer, language="uk"):
    return f"/{language}/offers/{offer.public_id}/ask/"


def send(client, offer, clock, **typed):
    stamp = clock.typed()["stamp"]
    return client.post(f"{form_of(offer)}send/", TYPED | {"stamp": stamp} | typed)


def test_who_asks_gets_a_number_and_the_desk_a_call_to_make(client, clock):
    offer = PublishedFactory(title_pl="Kucharz")

    sent = send(client, offer, clock)

    enquiry = Enquiry.objects.get()
    assert (enquiry.kind, enquiry.surname, enquiry.phone, enquiry.language) == (
        EnquiryKind.ASK, "Ірина Коваль", "+380505550188", "uk",
    )  # fmt: skip
    assert enquiry.offer_question.offer == offer
    assert enquiry.number_text in text_of(client.get(sent["Location"]))


def test_the_form_asks_for_a_name_and_a_phone_and_nothing_more(client):
    page = client.get(form_of(PublishedFactory()))

    assert list(page.context["form"].fields) == ["surname", "phone"]
    assert "<script" not in text_of(page).split("<main", 1)[1].split("</main>", 1)[0]
    assert not page.cookies.get("session")


def test_the_offers_page_leads_to_the_form(client):
    offer = PublishedFactory()

    assert form_of(offer) in text_of(client.get(f"/uk/offers/{offer.public_id}/"))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"surname": ""}, "surname"),
        ({"surname": "buy cheap watches 24/7"}, "surname"),
        ({"phone": ""}, "phone"),
        ({"phone": "12"}, "phone"),
    ],
)
def test_mistakes_are_explained_and_nothing_typed_is_lost(client, clock, typed, field):
    response = send(client, PublishedFactory(), clock, **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Enquiry.objects.exists()


def test_sent_too_fast_it_is_sent_once_more(client, clock):
    offer = PublishedFactory()
    stamp = client.get(form_of(offer)).context["stamp"]

    too_fast = client.post(f"{form_of(offer)}send/", TYPED | {"stamp": stamp})
    clock.wait(seconds=10)
    sent = client.post(f"{form_of(offer)}send/", TYPED | {"stamp": too_fast.context["stamp"]})

    assert (too_fast.status_code, sent.status_code) == (422, 302)
    assert Enquiry.objects.count() == 1


def test_a_program_that_never_saw_the_form_leaves_nothing(client):
    response = client.post(f"{form_of(PublishedFactory())}send/", TYPED | {"stamp": "forged"})

    assert response.status_code == 422
    assert not Enquiry.objects.exists()


def test_who_fills_in_the_hidden_field_is_put_aside(client, clock):
    offer = PublishedFactory()
    page = text_of(client.get(form_of(offer)))
    (trap,) = re.findall(r'<input id="id_(\w+)" name="\1"[^>]*tabindex="-1"', page)

    send(client, offer, clock, **{trap: "x"})

    assert Enquiry.objects.get().state == EnquiryState.SPAM


def test_a_form_sent_twice_is_one_question(client, clock):
    offer = PublishedFactory()
    typed = TYPED | {"stamp": clock.typed()["stamp"]}

    first, second = (client.post(f"{form_of(offer)}send/", typed) for _time in range(2))

    assert first["Location"] == second["Location"]
    assert OfferQuestion.objects.count() == 1


def test_a_flood_from_one_address_is_stopped(client, clock, monkeypatch):
    counted = cache.incr
    monkeypatch.setattr(cache, "incr", lambda key: counted(key) + ASKED_AT_ONCE - 1)
    offer = PublishedFactory()

    first, second = send(client, offer, clock), send(client, offer, clock)

    assert (first.status_code, second.status_code) == (302, 429)


def test_a_full_inbox_sends_people_to_the_phone(client, clock, monkeypatch):
    monkeypatch.setattr(enquiries, "MOST_WAITING", 1)
    EnquiryFactory.create_batch(2)

    assert send(client, PublishedFactory(), clock).status_code == 503


def test_a_form_of_another_site_is_refused(clock):
    browser = Browser(enforce_csrf_checks=True)

    assert send(browser, PublishedFactory(), clock).status_code == 403


def test_nobody_asks_about_what_is_gone_or_was_never_public(client, clock):
    gone, draft = PublishedFactory(state=Offer.State.FILLED, closed_on=timezone.localdate()), OfferFactory()

    assert client.get(form_of(gone))["Location"] == f"/uk/offers/{gone.public_id}/"
    assert send(client, gone, clock).status_code == 302
    assert client.get(form_of(draft)).status_code == 404
    assert not Enquiry.objects.exists()


def test_the_inbox_says_which_offer(client):
    offer = PublishedFactory(title_pl="Kucharz")
    enquiry = asked(offer)
    client.force_login(UserFactory(role="adviser"))

    pages = [
        text_of(client.get(reverse("inbox:enquiry-list"))),
        text_of(client.get(enquiry.get_absolute_url())),
    ]

    assert all(f'<a href="{offer.get_absolute_url()}">Kucharz</a>' in page for page in pages)


def test_who_is_taken_in_looks_for_that_work(client):
    enquiry = asked(PublishedFactory(title_pl="Kucharz"))
    client.force_login(UserFactory(role="coordinator"))

    page = client.get(reverse("inbox:enquiry-take-in", args=[enquiry.public_id]))

    assert page.context["form"].initial["looks_for"] == "Kucharz"


@pytest.mark.parametrize("count", [1, 20])
def test_the_inbox_asks_once_for_all_offers(client, django_assert_max_num_queries, count):
    for _number in range(count):
        asked()
    client.force_login(UserFactory(role="coordinator"))
    client.get(reverse("inbox:enquiry-list"))

    with django_assert_max_num_queries(10):
        page = client.get(reverse("inbox:enquiry-list"))

    assert len(page.context["rows"]) == count


def test_a_person_is_handed_over_what_they_asked_about_and_may_have_it_forgotten():
    person = ClientFactory()
    offer = PublishedFactory(title_pl="Kucharz")
    enquiry = asked(offer)
    enquiries.link_enquiry(enquiry=enquiry, client=person, by=UserFactory())

    (row,) = person_data.export(person.pk)["job_offers.offerquestion"]
    held = next(one for one in person_data.registered() if one.model is OfferQuestion)
    held.erase(person.pk)

    assert row == {
        "enquiry__number": enquiry.number,
        "offer__title_pl": "Kucharz",
        "offer__public_id": offer.public_id,
    }
    assert not OfferQuestion.objects.exists()
    assert Offer.objects.filter(pk=offer.pk).exists()


def test_a_forgotten_enquiry_takes_its_question_along(monkeypatch):
    enquiry = asked()
    enquiries.mark_spam(enquiry=enquiry, by=UserFactory())
    monkeypatch.setattr("registration.enquiries.emptying.SPAM_KEPT", timedelta(days=-1))

    forget_due()

    assert not OfferQuestion.objects.exists()


def test_who_takes_a_question_back_is_forgotten_at_once():
    enquiry = asked()

    enquiries.close_enquiry(enquiry=enquiry, reason=ClosingReason.WITHDRAWN, by=UserFactory())

    enquiry.refresh_from_db()
    assert (enquiry.surname, enquiry.phone) == ("", "")
