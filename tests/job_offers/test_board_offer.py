"""The page of one offer, its print and what is left of it when it is over."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.utils import timezone

from documents.making import make
from documents.models import Document
from job_offers.models import Offer, OfferLanguage
from job_offers.services.offers import update_offer
from job_offers.services.publication import withdraw_offer
from reference.models import Occupation, OfficeProfile
from reference.profile import forget_profile
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, place, term

pytestmark = pytest.mark.django_db


def page(client, offer, language="uk"):
    return client.get(f"/{language}/offers/{offer.public_id}/")


def words_of(response):
    return response.content.decode().replace("\xa0", " ")


def full_offer(**values):
    offer = PublishedFactory(
        **{
            "title_pl": "Kucharz",
            "title_uk": "Кухар",
            "pay_from": 5200,
            "pay_to": 6000,
            "place": place("Chęciny"),
            "street_address": "ul. Próbna 5",
            "working_time": 1,
            "hours_per_week": 40,
            "shift": term("shift", "two"),
            "posts": 3,
            "posts_disabled": 1,
            "experience_months": 18,
            "polish_level": "a1",
            "education": term("education", "primary"),
            "has_meals": True,
            "starts_on": timezone.localdate() + timedelta(days=9),
            "ends_on": timezone.localdate() + timedelta(days=99),
        }
        | values
    )
    offer.licences.add(term("licence", "sanitary"))
    offer.apply_languages.add(term("language", "uk"))
    OfferLanguage.objects.create(
        offer=offer, language=term("language", "en"), speech=term("language_level", "a2")
    )
    return offer


def test_offer_page_tells_every_fact_in_ukrainian(client):
    offer = full_offer(works_on_days_off=True)

    text = words_of(page(client, offer))

    for fact in (
        *("Кухар", "від 5 200 до 6 000 злотих на місяць (брутто)", "Хенціни", "ul. Próbna 5"),
        *("повна зайнятість", "40 годин на тиждень", "дві зміни", "1 рік, 6 місяців"),
        *("основна освіта", "санітарна книжка", "англійська (A2", "tel:+48415550102", "українська"),
        offer.employer.name,
    ):
        assert fact in text


def test_typed_points_are_lists_and_typed_markup_is_only_letters(client):
    offer = full_offer()
    Offer.objects.filter(pk=offer.pk).update(
        duties_uk="На кухні\n- варити борщ\n- <script>alert(1)</script> & мити\nЩодня",
        requirements_uk="• охайність\n<b>досвід</b>",
    )

    text = "".join(line.strip() for line in words_of(page(client, offer)).splitlines())

    assert (
        "<p>На кухні</p><ul><li>варити борщ</li><li>&lt;script&gt;alert(1)&lt;/script&gt; &amp; мити</li></ul>"
        in text
    )
    assert "<p>Щодня</p>" in text
    assert "<ul><li>охайність</li></ul><p>&lt;b&gt;досвід&lt;/b&gt;</p>" in text
    assert "<script>alert" not in text


@pytest.mark.parametrize(("language", "notice"), [("uk", "not_yet"), ("en", "no_english"), ("pl", "")])
def test_unreviewed_offer_is_polish_with_a_sentence_why(client, language, notice):
    offer = PublishedFactory(title_pl="Kucharz", duties_pl="Gotowanie.")

    response = page(client, offer, language)

    assert response.context["text"].notice == notice
    assert '<h1 lang="pl">Kucharz</h1>' in response.content.decode()
    assert ("inset" in response.content.decode()) == bool(notice)


def test_offer_without_consent_to_translate_says_so(client):
    offer = PublishedFactory(employer=EmployerFactory(consents=False))

    assert page(client, offer).context["text"].notice == "no_consent"


def test_offer_whose_polish_changed_says_that_the_translation_is_being_renewed(client):
    offer = full_offer()
    update_offer(
        offer=offer, facts={"duties_pl": "Gotowanie obiadów."}, version=offer.version, by=UserFactory()
    )

    response = page(client, offer)

    assert response.context["text"].notice == "changed"
    assert response.context["text"].title == "Kucharz"


def test_reviewed_offer_has_the_polish_text_to_unfold(client):
    text = words_of(page(client, full_offer()))

    assert "Пакування виробів." in text
    assert "Pakowanie wyrobów." in text


def test_employer_who_did_not_agree_is_not_named_and_readers_go_through_the_office(client):
    OfficeProfile.objects.create(hotline_phone="+48415550100")
    employer = EmployerFactory(name="Zakład Tajny", consents=False)
    offer = PublishedFactory(
        employer=employer,
        street_address="ul. Tajna 1",
        contact_phone="+48415550199",
        contact_email="t@example.org",
    )

    text = words_of(page(client, offer))

    for secret in ("Tajny", "Tajna", "+48415550199", "t@example.org"):
        assert secret not in text
    assert "tel:+48415550100" in text


def test_offer_of_the_feed_names_its_source(client):
    offer = PublishedFactory(
        employer=None,
        employer_name="kontakt przez PUP",
        source="feed",
        source_id="0" * 32,
        source_number="StPr/26/0001",
        source_url="https://oferty.praca.gov.pl/portal/lista-ofert/szczegoly-oferty/0",
        source_office="Powiatowy Urząd Pracy w Kielcach",
    )

    text = words_of(page(client, offer))

    assert "ePraca" in text
    assert "StPr/26/0001" in text
    assert offer.source_url in text


def test_hostile_text_of_an_offer_is_shown_as_text(client):
    offer = PublishedFactory(title_pl="<script>alert(1)</script>", duties_pl='"><img src=x onerror=alert(1)>')

    text = page(client, offer, "pl").content.decode()

    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_offer_page_carries_what_a_messenger_shows(client):
    text = words_of(page(client, full_offer()))

    assert '<meta property="og:title" content="Кухар">' in text


@pytest.mark.parametrize("licences", [1, 20])
def test_offer_page_query_count(client, django_assert_num_queries, licences):
    offer = full_offer()
    offer.licences.set(term("licence", "sanitary").__class__.objects.of("licence")[:licences])
    client.get("/uk/offers/")
    forget_profile()  # the approval has read it

    # state of the board and its version, offer, licences, languages ×2, translation, office
    with django_assert_num_queries(8):
        page(client, offer)


@pytest.mark.parametrize("make_offer", [OfferFactory, lambda: Offer(public_id=uuid4())])
def test_offer_that_was_never_public_does_not_exist(client, make_offer):
    offer = make_offer()

    assert page(client, offer).status_code == 404
    assert client.get(f"/uk/offers/{offer.public_id}/poster.pdf").status_code == 404


@pytest.mark.parametrize("state", ["unconfirmed", "expired", "filled", "withdrawn"])
def test_offer_that_is_over_leads_to_similar_ones(client, state):
    cook = Occupation.objects.get(code="512001")
    over = PublishedFactory(title_pl="Kucharz", occupation=cook, place=place("Chęciny"))
    PublishedFactory(title_pl="Spawacz", place=place("Łagów"))
    PublishedFactory(title_pl="Blisko", place=place("Chęciny"))
    PublishedFactory(title_pl="Inny kucharz", occupation=cook, place=place("Łagów"))
    closed = {"closed_on": timezone.localdate()} if state != "unconfirmed" else {}
    reason = {"withdrawn_reason": "pomyłka"} if state == "withdrawn" else {}
    Offer.objects.filter(pk=over.pk).update(state=state, **closed, **reason)
    over.board_entry.delete()

    response = page(client, over)

    assert response.status_code == 410
    assert [card.title for card in response.context["cards"]] == ["Inny kucharz", "Blisko"]
    assert "pomyłka" not in response.content.decode()
    assert client.get(f"/uk/offers/{over.public_id}/poster.pdf").status_code == 410


def test_offer_that_is_over_without_place_or_occupation_still_helps(client):
    over = PublishedFactory(place=None, place_name="Radom")
    withdraw_offer(offer=over, reason="pomyłka", by=UserFactory())

    response = page(client, over)

    assert response.status_code == 410
    assert list(response.context["cards"]) == []


def test_poster_is_made_once_and_served_as_pdf(client, django_capture_on_commit_callbacks):
    OfficeProfile.objects.create()
    offer = full_offer()
    address = f"/uk/offers/{offer.public_id}/poster.pdf"

    assert client.get(address).status_code == 202
    assert client.get(address).status_code == 202
    (document,) = Document.objects.all()
    make(document.pk)
    response = client.get(address)

    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


def test_poster_holds_both_languages_and_the_way_back_to_the_board(client, settings):
    settings.SITE_URL = "https://portal.example.org"
    OfficeProfile.objects.create()
    offer = full_offer()

    client.get(f"/uk/offers/{offer.public_id}/poster.pdf")

    html = Document.objects.get().html.replace("\xa0", " ")
    assert '<h1 lang="uk">Кухар</h1>' in html
    assert "<h2>Kucharz</h2>" in html
    assert f"https://portal.example.org/uk/offers/{offer.public_id}/" in html
    assert urlsplit("https://portal.example.org/").netloc in html


@pytest.mark.parametrize(("role", "may"), [("broker", True), ("administrator", False)])
def test_desk_may_open_the_print_of_an_offer_that_left_the_board(client, role, may):
    offer = full_offer()
    client.get(f"/uk/offers/{offer.public_id}/poster.pdf")
    withdraw_offer(offer=offer, reason="pomyłka", by=UserFactory())

    assert Document.objects.get().may_be_opened_by(UserFactory(role=role)) is may
