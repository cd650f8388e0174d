"""An employer leaves an offer: any phone, no account, no scripts; programs stay outside."""

import pytest
from django.core.cache import cache

from job_offers.models import EmployerEnquiry, Offer
from job_offers.self_service import services
from job_offers.self_service.public_views import SENT_AT_ONCE, TRAP
from job_offers.self_service.vocabulary import ClosedBecause, EnquiryState
from registration.enquiries import stamps
from tests.factories import UserFactory
from tests.job_offers.factories import place
from tests.job_offers.self_service.factories import enquiry
from tests.registration.enquiries.stamped import Clock
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

FORM = "/pl/employers/new-offer/"
SEND = "/pl/employers/new-offer/send/"
WRITTEN = {
    "title": "Pomoc kuchenna",
    "posts": "2",
    "employer_name": "Bar Próbny",
    "phone": "41 555 01 44",
}


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def typed(clock):
    def type_in(**more):
        stamp = stamps.new()
        clock.wait(seconds=60)
        return WRITTEN | {"stamp": stamp} | more

    return type_in


def test_an_employer_leaves_an_offer_and_gets_a_number(client, typed):
    where = place("Chęciny")

    sent = client.post(
        SEND,
        typed(
            nip="959-191-29-72",
            contact_name="Jan Próbny",
            email="bar@example.org",
            place=where.terc,
            description="Zmywanie,\nobieranie warzyw.",
            pay_from="31,40",
            pay_unit="hour",
            has_lodging="on",
            agrees_to_publish="on",
            agrees_to_translate="on",
        ),
    )

    left = EmployerEnquiry.objects.get()
    assert (left.employer_name, left.nip, left.phone) == ("Bar Próbny", "9591912972", "+48415550144")
    assert (left.title, left.posts, left.place, left.language) == ("Pomoc kuchenna", 2, where, "pl")
    assert (str(left.pay_from), left.pay_unit, left.has_lodging) == ("31.40", "hour", True)
    assert left.number_text in text_of(client.get(sent["Location"]))


def test_the_page_of_the_number_tells_nothing_else(client, typed):
    sent = client.post(SEND, typed(contact_name="Jan Próbny"))

    page = text_of(client.get(sent["Location"]))

    assert not [word for word in ("Bar Próbny", "Jan Próbny", "0144", "kuchenna") if word in page]


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_the_form_speaks_the_readers_language_and_needs_no_script(client, language):
    page = text_of(client.get(f"/{language}/employers/new-offer/"))

    assert f'href="/{language}/privacy/"' in page
    assert "<script" not in page.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": " "}, "title"),
        ({"employer_name": ""}, "employer_name"),
        ({"phone": ""}, "phone"),
        ({"phone": "555"}, "phone"),
        ({"nip": "1234567890"}, "nip"),
        ({"email": "bar(at)example"}, "email"),
        ({"posts": "0"}, "posts"),
        ({"posts": "100000"}, "posts"),
        ({"place": "999999"}, "place"),
        ({"pay_from": "dużo"}, "pay_from"),
        ({"pay_from": "-5", "pay_unit": "hour"}, "pay_from"),
        ({"pay_from": "50", "pay_to": "40", "pay_unit": "hour"}, "pay_to"),
        ({"pay_from": "50"}, "pay_unit"),
        ({"pay_from": "99999999999", "pay_unit": "hour"}, "pay_from"),
        ({"description": "Więcej na www.spam.example.net"}, "description"),
        ({"description": "a" * 3001}, "description"),
    ],
)
def test_mistakes_are_explained_and_nothing_typed_is_lost(client, typed, more, field):
    response = client.post(SEND, typed(**{"contact_name": "Jan Próbny"} | more))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"]["contact_name"].value() == "Jan Próbny"
    assert not EmployerEnquiry.objects.exists()


def test_what_is_wrong_with_an_answer_stands_behind_its_question(client, typed):
    page = client.post(SEND, typed(title="")).content.decode()

    assert ">Jakie to stanowisko? " in page
    assert "?:" not in page


def test_a_form_sent_twice_is_one_offer(client, typed):
    form = typed()

    first, second = client.post(SEND, form), client.post(SEND, form)

    assert first["Location"] == second["Location"]
    assert EmployerEnquiry.objects.count() == 1


def test_a_form_sent_too_fast_is_sent_once_more(client, clock):
    stamp = client.get(FORM).context["stamp"]

    asked = client.post(SEND, WRITTEN | {"stamp": stamp})
    clock.wait(seconds=10)
    client.post(SEND, WRITTEN | {"stamp": asked.context["stamp"]})

    assert asked.status_code == 422
    assert EmployerEnquiry.objects.count() == 1


def test_a_forged_stamp_gives_a_new_one(client):
    response = client.post(SEND, WRITTEN | {"stamp": "forged"})

    assert response.status_code == 422
    assert response.context["stamp"] != "forged"


def test_who_fills_in_everything_is_a_program_and_is_told_nothing(client, typed):
    response = client.post(SEND, typed(**{TRAP: "https://spam.example.net"}))

    assert response.status_code == 302
    assert EmployerEnquiry.objects.get().state == EnquiryState.SPAM


def test_a_flood_is_stopped_and_told_to_wait(client, typed):
    cache.clear()
    statuses = [client.post(SEND, typed()).status_code for _time in range(SENT_AT_ONCE + 1)]

    assert statuses[-1] == 429
    assert set(statuses[:-1]) == {302}


def test_a_full_inbox_says_so(client, typed, monkeypatch):
    monkeypatch.setattr(services, "MOST_WAITING", 0)
    client.post(SEND, typed())

    assert client.post(SEND, typed()).status_code == 503


def test_coming_back_to_the_sending_address_shows_the_form(client):
    assert client.get(SEND)["Location"] == FORM


def test_the_page_of_an_erased_offer_is_gone(client):
    left = enquiry()
    services.close_enquiry(enquiry=left, reason=ClosedBecause.WITHDRAWN, by=UserFactory())

    assert client.get(f"{FORM}{left.public_id}/").status_code == 404
    assert not Offer.objects.exists()


@pytest.mark.parametrize("field", ["title", "employer_name", "description"])
def test_no_address_of_a_web_page_gets_into_the_inbox(client, typed, field):
    answer = client.post(SEND, typed(**{field: "Praca www.spam.example"}))

    assert answer.status_code == 422
    assert not EmployerEnquiry.objects.exists()


@pytest.mark.parametrize("nip", ["0000000000", "000-000-00-00"])
def test_a_nip_of_zeros_is_none(client, typed, nip):
    assert client.post(SEND, typed(nip=nip)).status_code == 422
