"""Letters about new offers: asked for on the board, agreed to by a link, ended by one click."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client as Browser
from django.utils import timezone

from job_offers.alerts import links, services
from job_offers.alerts.public_views import ASKED_AT_ONCE
from job_offers.models import Alert
from messaging.delivery import deliver
from messaging.models import Message
from pup_portal import person_data
from tests.job_offers.alerts.factories import alert, confirmed
from tests.registration.enquiries.stamped import Clock
from tests.registration.factories import ClientFactory
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

FORM, SEND = "/uk/offers/alerts/", "/uk/offers/alerts/send/"


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def send(client, clock, **typed):
    typed = {"email": "olena@example.org", "query": "q=кухар&lodging=on"} | typed
    return client.post(SEND, {"stamp": clock.typed()["stamp"]} | typed)


def path_of(address):
    return re.sub(r"^https?://[^/]+", "", address)


def test_a_reader_asks_reads_a_letter_and_agrees(client, clock, settings):
    settings.SITE_URL = "https://portal.example.org"

    asked = send(client, clock)
    letter = Message.objects.get()
    (link,) = re.findall(r"https://portal.example.org(\S+/confirm/\S+)", letter.body)
    opened = client.get(link)
    before = Alert.objects.get().confirmed_at
    agreed = client.post(link)

    made = Alert.objects.get()
    assert asked["Location"] == "/uk/offers/alerts/sent/"
    assert (opened.status_code, before) == (200, None)  # programs that open links agree to nothing
    assert agreed.status_code == 200
    assert (made.email, made.query, made.language) == ("olena@example.org", "lodging=on&q=кухар", "uk")
    assert made.next_on == timezone.localdate() + timedelta(days=1)
    assert "кухар" in letter.body


def test_the_board_leads_to_the_form_with_its_search(client):
    board = text_of(client.get("/uk/offers/", {"q": "кухар", "lodging": "on", "colour": "red"}))
    (address,) = re.findall(r'href="(/uk/offers/alerts/[^"]*)"', board)

    page = client.get(address.replace("&amp;", "&"))

    assert "colour" not in address
    assert page.context["asked"] == f"lodging=on&q={quote('кухар')}"
    assert "кухар" in page.context["search"]


def test_the_address_is_sealed_and_found_by_its_index():
    made = alert("Olena@Example.org")

    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM job_offers_alert WHERE id = %s", [made.pk])
        (stored,) = cursor.fetchone()

    assert "lena" not in stored.lower()
    assert Alert.objects.get().email == "Olena@Example.org"


def test_asked_again_it_is_one_alert_and_one_letter_a_day():
    for email in ("olena@example.org", "OLENA@example.org"):
        alert(email, "q=кухар")

    assert Alert.objects.count() == 1
    assert Message.objects.count() == 1


def test_who_agreed_gets_no_other_letter_to_agree():
    made = confirmed()
    Message.objects.all().delete()

    alert()

    assert not Message.objects.exists()
    assert Alert.objects.get().confirmed_at == made.confirmed_at


@pytest.mark.parametrize(("limit", "ask"), [("MOST_UNCONFIRMED", alert), ("MOST_OF_ONE_ADDRESS", confirmed)])
def test_an_address_has_its_share(monkeypatch, limit, ask):
    monkeypatch.setattr(services, limit, 2)
    for number in range(2):
        ask(query=f"q={number}")

    services.ask_for_alert(email="olena@example.org", query="q=2", language="uk")

    assert Alert.objects.count() == 2


def test_nobody_learns_whether_an_address_is_known(client, clock):
    confirmed()

    known, unknown = send(client, clock), send(client, clock, email="new@example.org")

    assert known["Location"] == unknown["Location"]


@pytest.mark.parametrize(
    "email", ["", "x", "a@b", "a" * 250 + "@example.org", "a@example.org\nBcc: b@example.org"]
)
def test_what_is_no_address_is_refused(client, clock, email):
    response = send(client, clock, email=email)

    assert response.status_code == 422
    assert not Alert.objects.exists()


def test_a_search_that_is_too_long_is_refused(client, clock, monkeypatch):
    monkeypatch.setattr("job_offers.alerts.forms.LONGEST_QUERY", 5)

    response = send(client, clock)

    assert response.status_code == 422
    assert not Alert.objects.exists()


def test_a_program_leaves_nothing(client, clock):
    forged = client.post(SEND, {"email": "olena@example.org", "stamp": "forged"})
    caught = send(client, clock, website="x")

    assert (forged.status_code, caught.status_code) == (422, 302)
    assert not Alert.objects.exists()


def test_sent_too_fast_it_is_sent_once_more(client, clock):
    stamp = client.get(FORM).context["stamp"]

    response = client.post(SEND, {"email": "olena@example.org", "stamp": stamp})

    assert response.status_code == 422
    assert response.context["stamp"] == stamp


def test_a_flood_from_one_address_is_stopped(client, clock, monkeypatch):
    counted = cache.incr
    monkeypatch.setattr(cache, "incr", lambda key: counted(key) + ASKED_AT_ONCE - 1)

    assert [send(client, clock).status_code for _time in range(2)] == [302, 429]


def test_an_old_link_agrees_to_nothing(client, clock):
    link = path_of(links.to_confirm(alert()))

    clock.wait(seconds=links.CONFIRM_HOLDS.total_seconds() + 1)

    assert client.post(link).status_code == 410
    assert Alert.objects.get().confirmed_at is None


def test_a_link_is_for_one_purpose_only(client):
    made = alert()
    confirm, stop = (path_of(address) for address in (links.to_confirm(made), links.to_stop(made)))
    crossed = confirm.replace(confirm.split("/")[-2], stop.split("/")[-2])

    assert client.post(crossed).status_code == 410
    assert client.post(stop.replace(stop.split("/")[-2], confirm.split("/")[-2])).status_code == 404
    assert Alert.objects.get().confirmed_at is None


@pytest.mark.parametrize("token", ["x", "00", "x:y:z"])
def test_a_forged_link_does_nothing(client, token):
    alert()

    assert client.post(f"/uk/offers/alerts/confirm/{token}/").status_code == 410
    assert client.post(f"/uk/offers/alerts/stop/{token}/").status_code == 404
    assert Alert.objects.count() == 1


def test_a_link_of_a_stopped_alert_says_so(client):
    made = alert()
    link = path_of(links.to_confirm(made))
    services.stop_alert(public_id=made.public_id)

    assert client.post(link).status_code == 410


def test_agreeing_twice_changes_nothing(client):
    made = alert()
    link = path_of(links.to_confirm(made))
    client.post(link)
    first = Alert.objects.values_list("confirmed_at", "told_until", "next_on").get()

    client.post(link)

    assert Alert.objects.values_list("confirmed_at", "told_until", "next_on").get() == first


def test_the_link_of_a_letter_tells_later_what_became_of_it(client):
    made = confirmed()
    link = path_of(links.to_confirm(made))

    told = client.get(link)
    client.post(path_of(links.to_stop(made)))

    assert told.templates[0].name == "job_offers/alerts/alert_confirmed.html"
    assert client.get(link).status_code == 410


def test_the_mail_programs_button_ends_it_without_a_page(settings):
    made = confirmed()
    deliver(Message.objects.get().pk)
    (letter,) = mail.outbox
    address = letter.extra_headers["List-Unsubscribe"].strip("<>")

    answer = Browser(enforce_csrf_checks=True).post(path_of(address), {"List-Unsubscribe": "One-Click"})

    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert answer.status_code == 200
    assert not Alert.objects.filter(pk=made.pk).exists()
    assert not Message.objects.exists()


def test_the_link_in_the_letter_asks_first_and_ends_it_then(client):
    link = path_of(links.to_stop(confirmed()))

    opened = client.get(link)
    still = Alert.objects.count()
    answers = [client.post(link).status_code for _time in range(2)]

    assert (opened.status_code, still, answers) == (200, 1, [200, 200])
    assert not Alert.objects.exists()


def test_a_client_is_handed_over_the_alerts_of_their_address_and_may_have_them_forgotten():
    person = ClientFactory(email="Olena@example.org")
    alert("olena@example.org", "q=кухар")
    alert("other@example.org")

    (row,) = person_data.export(person.pk)["job_offers.alert"]
    held = next(one for one in person_data.registered() if one.model is Alert)
    held.erase(person.pk)

    assert (row["email"], row["query"]) == ("olena@example.org", "q=кухар")
    assert [one.email for one in Alert.objects.all()] == ["other@example.org"]


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"confirmed_at": timezone.now}, "alert_has_a_day_when_confirmed"),
        (
            {"confirmed_at": lambda: timezone.now() - timedelta(days=9), "next_on": timezone.localdate},
            "alert_is_confirmed_after_it_was_asked_for",
        ),
    ],
)
def test_the_database_refuses_what_makes_no_sense(values, name):
    made = alert()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Alert.objects.filter(pk=made.pk).update(**{column: value() for column, value in values.items()})


def test_the_database_keeps_one_alert_of_a_search():
    made = alert()

    with pytest.raises(IntegrityError, match="alert_once_for_a_search"), transaction.atomic():
        Alert.objects.create(email=made.email.upper(), query=made.query, language="pl")


def test_the_database_takes_no_plain_address():
    made = alert()

    with (
        pytest.raises(IntegrityError, match="alert_email_is_sealed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE job_offers_alert SET email = 'a@example.org' WHERE id = %s", [made.pk])
