"""The public pre-intake: anybody, any phone, no account, no scripts; programs stay outside."""

import re

import pytest
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import reverse

from registration.enquiries import services
from registration.enquiries.public_views import SENT_AT_ONCE
from registration.enquiries.vocabulary import ClosingReason, EnquiryState
from registration.models import Enquiry
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.enquiries.factories import EnquiryFactory
from tests.registration.enquiries.stamped import FORM, SEND, Clock
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def test_who_leaves_a_phone_gets_a_number_to_quote(client, clock):
    place = PlaceFactory()
    typed = clock.typed(place=place.terc, looks_for="Робота в пекарні,\nдвоє дітей.")

    sent = client.post(SEND, typed)

    enquiry = Enquiry.objects.get()
    page = client.get(sent["Location"])
    assert (enquiry.surname, enquiry.given_names, enquiry.phone) == ("Коваль", "Ірина", "+380505550188")
    assert (enquiry.place, enquiry.language, enquiry.state) == (place, "uk", EnquiryState.NEW)
    assert enquiry.looks_for.splitlines() == ["Робота в пекарні,", "двоє дітей."]
    assert enquiry.number_text in text_of(page)


def test_the_page_of_the_number_tells_nothing_else(client, clock):
    sent = client.post(SEND, clock.typed())

    page = text_of(client.get(sent["Location"]))

    assert not [word for word in ("Коваль", "Ірина", "0188") if word in page]
    assert Enquiry.objects.get().number not in sent["Location"]


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_the_form_speaks_the_readers_language_and_asks_to_be_called_in_it(client, language):
    page = client.get(f"/{language}/register-interest/")

    assert page.context["form"]["language"].value() == language
    assert f'href="/{language}/privacy/"' in text_of(page)


def test_the_form_needs_no_script_and_keeps_no_session(client, settings):
    page = client.get(FORM)

    assert "<script" not in text_of(page).split("<main", 1)[1].split("</main>", 1)[0]
    assert settings.SESSION_COOKIE_NAME not in page.cookies


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"surname": ""}, "surname"),
        ({"surname": "buy cheap watches 24/7"}, "surname"),
        ({"given_names": "Irуna"}, "given_names"),  # the fourth letter is Cyrillic
        ({"phone": ""}, "phone"),
        ({"phone": "555"}, "phone"),
        ({"language": "xx"}, "language"),
        ({"place": "999999"}, "place"),
        ({"looks_for": "Робота: https://spam.example.net/"}, "looks_for"),
        ({"stay": "www.spam.example.net"}, "stay"),
        ({"looks_for": "а" * 1001}, "looks_for"),
    ],
)
def test_mistakes_are_explained_and_nothing_typed_is_lost(client, clock, typed, field):
    response = client.post(SEND, clock.typed(**typed))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Коваль" in text_of(response) or field == "surname"
    assert not Enquiry.objects.exists()


def test_who_has_no_phone_says_where_they_live(client, clock):
    client.post(SEND, clock.typed(phone="", stay="Готель біля вокзалу, кімната 12"))

    assert Enquiry.objects.get().whereabouts == "Готель біля вокзалу, кімната 12"


def test_the_poster_of_a_site_fills_the_place_in(client, clock):
    site = AccommodationFactory()
    page = client.get(FORM, {"site": str(site.public_id)})

    client.post(SEND, clock.typed(phone="", site=str(site.public_id)))

    assert site.name in text_of(page)
    assert "place" not in page.context["form"].fields
    assert Enquiry.objects.get().accommodation == site


@pytest.mark.parametrize("site", ["x", "4d0ee2a4-8a8e-4b4b-9f7e-6b6a4b1f0a11", "'--"])
def test_a_code_of_an_old_poster_still_opens_the_form(client, site):
    assert "place" in client.get(FORM, {"site": site}).context["form"].fields


def test_sites_where_people_live_are_not_listed_to_the_public(client):
    site = AccommodationFactory(name_pl="Hotel Nieogłoszony", name_uk="Готель Неоголошений")

    page = text_of(client.get(FORM))

    assert site.name_pl not in page
    assert site.name_uk not in page


def test_a_form_sent_twice_is_one_enquiry(client, clock):
    typed = clock.typed()

    first, second = client.post(SEND, typed), client.post(SEND, typed)

    assert first["Location"] == second["Location"]
    assert Enquiry.objects.count() == 1


@pytest.mark.parametrize(("seconds", "is_kept"), [(1, True), (30 * 3600, False)])
def test_a_form_sent_too_fast_or_too_late_is_sent_once_more(client, clock, seconds, is_kept):
    stamp = client.get(FORM).context["stamp"]
    clock.wait(seconds=seconds)

    asked = client.post(SEND, _typed() | {"stamp": stamp})
    clock.wait(seconds=10)
    sent = client.post(SEND, _typed() | {"stamp": asked.context["stamp"]})

    assert asked.status_code == 422
    assert (asked.context["stamp"] == stamp) is is_kept
    assert "Коваль" in text_of(asked)
    assert sent.status_code == 302
    assert Enquiry.objects.count() == 1


def _typed():
    return {"surname": "Коваль", "phone": "050 555 01 88"}


@pytest.mark.parametrize("stamp", ["", "forged", None])
def test_a_program_that_never_saw_the_form_leaves_nothing(client, clock, stamp):
    response = client.post(SEND, _typed() | ({"stamp": stamp} if stamp is not None else {}))

    assert response.status_code == 422
    assert not Enquiry.objects.exists()


def test_who_fills_in_the_hidden_field_is_put_aside_and_told_nothing(client, clock):
    page = text_of(client.get(FORM))
    (trap,) = re.findall(r'<input id="id_(\w+)" name="\1"[^>]*tabindex="-1"', page)

    caught = client.post(SEND, clock.typed(**{trap: "https://spam.example.net"}))

    assert Enquiry.objects.get().state == EnquiryState.SPAM
    assert client.get(caught["Location"]).status_code == 200


def test_a_flood_from_one_address_is_stopped(client, clock, monkeypatch):
    counted = cache.incr
    monkeypatch.setattr(cache, "incr", lambda key: counted(key) + SENT_AT_ONCE - 1)

    first, second = client.post(SEND, clock.typed()), client.post(SEND, clock.typed())

    assert (first.status_code, second.status_code) == (302, 429)
    assert Enquiry.objects.count() == 1


def test_looking_at_the_form_counts_for_nothing(client, monkeypatch):
    monkeypatch.setattr(cache, "incr", lambda key: 10**6)

    assert client.get(FORM).status_code == 200


def test_a_full_inbox_sends_people_to_the_phone(client, clock, monkeypatch):
    monkeypatch.setattr(services, "MOST_WAITING", 1)
    EnquiryFactory.create_batch(2)

    response = client.post(SEND, clock.typed())

    assert response.status_code == 503
    assert Enquiry.objects.count() == 2


def test_a_form_of_another_site_is_refused(clock):
    browser = Browser(enforce_csrf_checks=True)

    assert browser.post(SEND, clock.typed()).status_code == 403
    assert not Enquiry.objects.exists()


def test_the_address_of_sending_leads_back_to_the_form(client):
    assert client.get(SEND)["Location"] == FORM


def test_an_unknown_or_forgotten_enquiry_is_not_found(client):
    enquiry = EnquiryFactory()
    address = reverse("interest:interest-sent", args=[enquiry.public_id])
    services.close_enquiry(enquiry=enquiry, reason=ClosingReason.WITHDRAWN, by=UserFactory())

    assert client.get(address).status_code == 404
