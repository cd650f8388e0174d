"""The offer's page: where it is, how to call, how to pass it on, and what engines read."""

import json
import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from job_offers.job_posting import as_script
from job_offers.models import Offer
from job_offers.passing_on import map_of, messengers
from reference.models import Occupation
from tests.job_offers.factories import EmployerFactory, PublishedFactory, WorkplaceFactory, place, term
from tests.job_offers.test_board_offer import full_offer, page, words_of

pytestmark = pytest.mark.django_db

# What engines demand of a JobPosting, and what they show when it is there.
REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "jobLocation"}
RECOMMENDED = {"validThrough", "employmentType", "baseSalary", "identifier", "directApply"}


def posting_in(response):
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode())
    return json.loads(text)


def test_facts_stand_in_a_table_with_a_drawing_that_nobody_hears(client):
    response = page(client, full_offer())

    shown = re.findall(
        r'<th scope="row"><svg class="icon"[^>]*aria-hidden="true".*?</svg>\s*(.*?)</th>',
        words_of(response),
        re.S,
    )
    assert shown == [fact.name for fact in response.context["rows"]]


def test_every_fact_has_a_drawing(client):
    response = page(client, full_offer(works_on_days_off=True))

    drawings = re.findall(r'<th scope="row"><svg.*?</svg>', response.content.decode(), re.S)

    assert all("<path" in drawing for drawing in drawings)


def test_a_translation_says_by_whom_and_when_it_was_checked(client):
    translated, polish = full_offer(), PublishedFactory()

    assert page(client, translated).context["checked_on"] == timezone.localdate()
    assert 'class="checked"' in words_of(page(client, translated))
    assert page(client, translated, "pl").context["checked_on"] is None
    assert 'class="checked"' not in words_of(page(client, polish))


def test_the_map_shows_the_workplace_the_street_or_the_town():
    employer = EmployerFactory()
    site = WorkplaceFactory(employer=employer, latitude=Decimal("50.87000"), longitude=Decimal("20.63000"))
    at_site = PublishedFactory(employer=employer, workplace=site)
    street = PublishedFactory(street_address="ul. Próbna 5", place=place("Chęciny"))
    town = PublishedFactory(place=place("Chęciny"))
    nowhere = PublishedFactory(place=None, place_name="Radom")

    assert map_of(at_site).web.endswith("#map=17/50.87000/20.63000")
    assert map_of(at_site).phone == "geo:50.87000,20.63000?z=17"
    assert "query=ul.+Pr%C3%B3bna+5" in map_of(street).web
    assert map_of(street).phone.startswith("geo:0,0?q=ul.%20Pr")
    assert f"mlat={place('Chęciny').latitude}" in map_of(town).web
    assert map_of(nowhere) is None


def test_the_map_does_not_give_away_who_is_not_to_be_known():
    employer = EmployerFactory(consents=False)
    site = WorkplaceFactory(employer=employer, latitude=Decimal("50.87000"), longitude=Decimal("20.63000"))
    offer = PublishedFactory(employer=employer, workplace=site, street_address="ul. Tajna 1")

    assert map_of(offer).web.startswith(f"https://www.openstreetmap.org/?mlat={offer.place.latitude}&")


def test_messengers_are_plain_links_with_the_address_in_them(client):
    links = dict(messengers("Кухар & co", "https://portal.example.org/uk/offers/x/"))

    assert links["Telegram"] == (
        "https://t.me/share/url?url=https%3A%2F%2Fportal.example.org%2Fuk%2Foffers%2Fx%2F"
        "&text=%D0%9A%D1%83%D1%85%D0%B0%D1%80%20%26%20co"
    )
    assert links["Viber"].startswith("viber://forward?text=%D0%9A")
    assert links["WhatsApp"].startswith("https://wa.me/?text=%D0%9A")


def test_the_page_asks_no_other_site_for_anything(client):
    text = page(client, full_offer()).content.decode()

    loaded = re.findall(r'<(?:img|script|link|iframe|source|use)\b[^>]*?(?:src|href)="([^"]*)"', text)

    assert loaded
    assert [address for address in loaded if not address.startswith(("/", "http://testserver/"))] == []


def test_engines_read_a_whole_job_posting(client):
    posting = posting_in(page(client, full_offer()))

    assert posting["@context"] == "https://schema.org"
    assert posting.keys() >= REQUIRED | RECOMMENDED
    assert posting["directApply"] is False
    assert posting["baseSalary"]["value"]["unitText"] == "MONTH"
    assert posting["validThrough"] == str(timezone.localdate() + timedelta(days=30))


def test_text_of_an_offer_does_not_leave_the_data_for_engines(client):
    offer = PublishedFactory(title_pl="</script><script>alert(1)</script>")

    response = page(client, offer, "pl")

    assert "<script>alert" not in response.content.decode()
    assert posting_in(response)["title"] == "</script><script>alert(1)</script>"
    assert "&" not in as_script({"title": "a & b"})


def test_what_is_gone_leads_to_kindred_work_near_by(client):
    cook, helper = (Occupation.objects.filter(code__startswith=code).first() for code in ("512001", "5120"))
    kin = Occupation.objects.filter(code__startswith="51").exclude(code__startswith="512").first()
    over = PublishedFactory(occupation=cook, place=place("Chęciny"))
    far_kin = PublishedFactory(occupation=kin, place=place("Łagów"), title_pl="Daleki krewny")
    near_kin = PublishedFactory(occupation=kin, place=place("Kielce"), title_pl="Bliski krewny")
    same = PublishedFactory(occupation=helper, place=place("Łagów"), title_pl="Ta sama praca")
    PublishedFactory(title_pl="Zupełnie co innego", place=place("Łagów"))
    Offer.objects.filter(pk=over.pk).update(state="filled", closed_on=timezone.localdate())

    response = page(client, over, "pl")

    titles = [card.title for card in response.context["cards"]]
    assert titles == [offer.title_pl for offer in (same, near_kin, far_kin)]


def test_a_posting_of_a_fixed_term_by_the_hour(client):
    offer = PublishedFactory(contract=term("contract", "mandate"), pay_from=32, pay_unit="hour")

    posting = posting_in(page(client, offer))

    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "unitText": "HOUR", "minValue": 32.0,
    }  # fmt: skip


@pytest.mark.parametrize("street", ["", "ul. Próbna 5"])
def test_the_page_leads_to_the_map_once(client, street):
    offer = PublishedFactory(place=place("Chęciny"), street_address=street, identity_consent=True)

    text = client.get(f"/uk/offers/{offer.public_id}/").content.decode()

    assert text.count('href="https://www.openstreetmap.org/') == 1
