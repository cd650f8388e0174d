"""Readers say that something is wrong with an offer; brokers look at it, the worst first."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from job_offers.asking import services
from job_offers.asking.public_views import REPORTED_AT_ONCE
from job_offers.asking.vocabulary import Outcome, Problem
from job_offers.models import Offer, ProblemReport
from job_offers.tasks import forget_reports
from tests.days import days_ago
from tests.factories import UserFactory
from tests.job_offers.asking.factories import reported
from tests.job_offers.factories import OfferFactory, PublishedFactory
from tests.registration.enquiries.stamped import Clock
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

LIST = "job_offers:problem-list"


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def form_of(offer):
    return f"/uk/offers/{offer.public_id}/problem/"


def send(client, offer, clock, **typed):
    stamp = clock.typed()["stamp"]
    return client.post(f"{form_of(offer)}send/", {"problem": "no_answer", "stamp": stamp} | typed)


def look(client, offer, newest, outcome=Outcome.IN_ORDER):
    address = reverse("job_offers:problem-look", args=[offer.public_id])
    return client.post(address, {"newest": newest, "outcome": outcome})


@pytest.mark.parametrize("problem", Problem)
def test_a_reader_says_what_is_wrong_and_not_who_they_are(client, clock, problem):
    offer = PublishedFactory()

    sent = send(client, offer, clock, problem=problem, words="Там інше")

    report = ProblemReport.objects.get()
    assert (report.offer, report.problem, report.words, report.language) == (offer, problem, "Там інше", "uk")
    assert client.get(sent["Location"]).status_code == 200
    assert not {"name", "phone", "email"} & {field.name for field in ProblemReport._meta.get_fields()}


def test_the_offers_page_leads_to_the_form(client):
    offer = PublishedFactory()

    assert form_of(offer) in text_of(client.get(f"/uk/offers/{offer.public_id}/"))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"problem": ""}, "problem"),
        ({"problem": "x"}, "problem"),
        ({"problem": "other", "words": " "}, "words"),
        ({"words": "www.spam.example.net"}, "words"),
        ({"words": "дзвоніть 050 555 01 88"}, "words"),
        ({"words": "anna@example.org"}, "words"),
        ({"words": "а" * 301}, "words"),
    ],
)
def test_mistakes_are_explained(client, clock, typed, field):
    response = send(client, PublishedFactory(), clock, **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not ProblemReport.objects.exists()


def test_figures_of_pay_are_no_phone(client, clock):
    send(client, PublishedFactory(), clock, problem="pay_differs", words="4806 zł, а не 5200 zł")

    assert ProblemReport.objects.get().words == "4806 zł, а не 5200 zł"


def test_a_report_sent_twice_is_one(client, clock):
    offer = PublishedFactory()
    typed = {"problem": "taken", "stamp": clock.typed()["stamp"]}

    for _time in range(2):
        assert client.post(f"{form_of(offer)}send/", typed).status_code == 302

    assert ProblemReport.objects.count() == 1


def test_a_program_leaves_nothing(client, clock):
    offer = PublishedFactory()

    forged = client.post(f"{form_of(offer)}send/", {"problem": "taken", "stamp": "forged"})
    caught = send(client, offer, clock, website="x")

    assert (forged.status_code, caught.status_code) == (422, 302)
    assert not ProblemReport.objects.exists()


def test_a_flood_from_one_address_is_stopped(client, clock, monkeypatch):
    counted = cache.incr
    monkeypatch.setattr(cache, "incr", lambda key: counted(key) + REPORTED_AT_ONCE - 1)
    offer = PublishedFactory()

    first, second = send(client, offer, clock), send(client, offer, clock)

    assert (first.status_code, second.status_code) == (302, 429)


@pytest.mark.parametrize("limit", ["MOST_OF_ONE_OFFER", "MOST_WAITING"])
def test_more_of_the_same_is_thanked_and_not_kept(client, clock, monkeypatch, limit):
    monkeypatch.setattr(services, limit, 1)
    offer = PublishedFactory()

    answers = [send(client, offer, clock).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert ProblemReport.objects.count() == 1


def test_a_gone_offer_is_still_reported_and_one_never_published_is_not(client, clock):
    gone, draft = PublishedFactory(state=Offer.State.FILLED, closed_on=timezone.localdate()), OfferFactory()

    assert send(client, gone, clock).status_code == 302
    assert client.get(form_of(draft)).status_code == 404
    assert client.get(f"{form_of(gone)}send/")["Location"] == form_of(gone)


def test_reports_of_one_offer_stand_together_and_who_asks_for_money_first(client):
    often, serious = PublishedFactory(title_pl="Kucharz"), PublishedFactory(title_pl="Spawacz")
    for words in ("вчора", "сьогодні"):
        reported(often, words=words)
    reported(serious, Problem.ASKS_MONEY)
    client.force_login(UserFactory(role="broker"))

    page = client.get(reverse(LIST))

    assert [one.offer for one in page.context["listed"]] == [serious, often]
    assert [one.is_serious for one in page.context["listed"]] == [True, False]
    assert [report.words for report in page.context["listed"][1].reports] == ["сьогодні", "вчора"]
    assert text_of(page).count("tag-red") == 1


def test_looking_closes_what_was_seen_and_no_more(client):
    offer = PublishedFactory()
    first, newest = reported(offer), reported(offer)
    later, elsewhere = reported(offer), reported()
    broker = UserFactory(role="broker")
    client.force_login(broker)

    for _time in range(2):
        look(client, offer, newest.public_id, Outcome.CORRECTED)

    closed = ProblemReport.objects.exclude(looked_at=None)
    assert set(closed) == {first, newest}
    assert {(row.looked_by, row.outcome) for row in closed} == {(broker, Outcome.CORRECTED)}
    assert set(ProblemReport.objects.waiting()) == {later, elsewhere}


@pytest.mark.parametrize(("newest", "outcome"), [("x", "in_order"), (uuid4(), "x"), (uuid4(), "in_order")])
def test_a_wrong_form_closes_nothing(client, newest, outcome):
    report = reported()
    client.force_login(UserFactory(role="broker"))

    look(client, report.offer, newest, outcome)

    assert ProblemReport.objects.waiting().count() == 1


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_as_many_queries_for_many(client, django_assert_num_queries, count):
    for _number in range(count):
        reported()
    client.force_login(UserFactory(role="coordinator"))
    client.get(reverse(LIST))

    with django_assert_num_queries(8):  # the frame of a desk page, count, offers, reports
        page = client.get(reverse(LIST))

    assert len(page.context["listed"]) == count


def test_an_empty_list_says_so(client):
    client.force_login(UserFactory(role="coordinator"))

    assert "Nothing is reported" in text_of(client.get("/en/desk/offers/problems/"))


def test_todays_page_shows_the_worst(client):
    report = reported(PublishedFactory(title_pl="Spawacz"), Problem.ASKS_MONEY)
    reported(report.offer)
    client.force_login(UserFactory(role="broker"))

    page = text_of(client.get(reverse("desk:today")))

    assert "Spawacz" in page
    assert str(Problem.ASKS_MONEY.label) in page


def test_what_was_looked_at_long_ago_is_forgotten():
    old, fresh, waiting = reported(), reported(), reported()
    by = UserFactory()
    for report, days in ((old, 366), (fresh, 300)):
        services.look_at_reports(offer=report.offer, newest=report.public_id, outcome=Outcome.IN_ORDER, by=by)
        ProblemReport.objects.filter(pk=report.pk).update(looked_at=days_ago(days))

    forget_reports()

    assert set(ProblemReport.objects.all()) == {fresh, waiting}


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"problem": "x"}, "problemreport_words_are_known"),
        ({"problem": "other", "words": ""}, "problemreport_other_is_said_in_words"),
        ({"outcome": "in_order"}, "problemreport_is_looked_at_by_somebody"),
    ],
)
def test_the_database_refuses_what_makes_no_sense(values, name):
    report = reported()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ProblemReport.objects.filter(pk=report.pk).update(**values)
