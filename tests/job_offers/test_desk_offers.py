"""Offers at the desk: typing in, editing, finding, and what two people at once do to each other."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import Offer, OfferLanguage
from job_offers.services.offers import update_offer
from reference.models import Occupation, Term
from reference.profile import forget_profile
from tests.factories import UserFactory
from tests.job_offers.factories import (
    EmployerFactory,
    OfferFactory,
    PublishedFactory,
    WorkplaceFactory,
    place,
    term,
    translate,
)
from translations.models import Status, Translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def url(name, *args):
    return reverse(f"job_offers:{name}", args=args)


def typed(**values):
    """What a browser sends from the form of an offer."""
    day = timezone.localdate() + timedelta(days=30)
    return {
        "title_pl": "Kucharz",
        "duties_pl": "Gotowanie obiadów.",
        "posts": "2",
        "posts_disabled": "0",
        "pay_from": "5 200,50",
        "pay_unit": "month",
        "is_gross": "on",
        "valid_until": day.isoformat(),
        "key": str(uuid4()),
    } | values


def errors(response):
    return response.context["form"].errors


def test_broker_types_an_offer_in_for_an_employer(client, broker):
    employer = EmployerFactory(name="Bar Próbny")
    workplace = WorkplaceFactory(employer=employer, place=place("Chęciny"), street_address="ul. Próbna 5")
    data = typed(
        occupation="Kucharz (512001)",
        workplace=workplace.pk,
        contract=term("contract", "permanent").pk,
        hours_per_week="37,5",
        working_time="0.75",
        contact_phone="41 555 01 05",
        licences=[term("licence", "sanitary").pk],
        language_1=term("language", "en").pk,
        speech_1=term("language_level", "a2").pk,
        polish_level="a1",
    )

    response = client.post(f"{url('offer-create')}?employer={employer.public_id}", data)

    offer = Offer.objects.get()
    assert response.headers["Location"] == offer.get_absolute_url()
    assert (offer.state, offer.source, offer.entered_by) == ("draft", "desk", broker)
    assert (offer.employer, offer.employer_name) == (employer, "Bar Próbny")
    assert (offer.place, offer.street_address) == (place("Chęciny"), "ul. Próbna 5")
    assert (str(offer.pay_from), str(offer.hours_per_week), str(offer.working_time)) == (
        "5200.50",
        "37.5",
        "0.750",
    )
    assert (offer.contact_phone, offer.occupation.code) == ("+48415550105", "512001")
    assert [(need.language.code, need.speech.code) for need in offer.languages.all()] == [("en", "a2")]
    assert [licence.code for licence in offer.licences.all()] == ["sanitary"]
    assert (offer.title_pl, offer.title_uk) == ("Kucharz", None)


def test_offer_of_an_employer_who_agreed_owes_its_translation(client, broker):
    employer = EmployerFactory()

    client.post(f"{url('offer-create')}?employer={employer.public_id}", typed())

    assert Translation.objects.get().subject == Offer.objects.get()


def test_offer_without_consent_owes_no_translation(client, broker):
    employer = EmployerFactory(consents=False)

    client.post(f"{url('offer-create')}?employer={employer.public_id}", typed())

    assert not Translation.objects.exists()


def test_double_click_saves_one_offer(client, broker):
    data = typed()

    first = client.post(url("offer-create"), data)
    second = client.post(url("offer-create"), data)

    assert Offer.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_form_for_an_employer_begins_with_what_is_known(client, broker):
    employer = EmployerFactory(place=place("Chęciny"), phone="+48415550101")

    form = client.get(f"{url('offer-create')}?employer={employer.public_id}").context["form"]

    assert form["place"].value() == place("Chęciny").pk
    assert form["contact_phone"].value() == "+48 41 555 01 01"
    assert form["translation_consent"].value() is True


@pytest.mark.parametrize("employer", ["x", "%00", "00000000-0000-4000-8000-000000000000"])
def test_unknown_employer_in_the_address_is_not_found(client, broker, employer):
    assert client.get(f"{url('offer-create')}?employer={employer}").status_code == 404


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"title_pl": ""}, "title_pl", "This field is required."),
        (
            {"pay_from": "6000", "pay_to": "5000"},
            "__all__",
            "The lower end of the pay must not be above the upper end.",
        ),
        ({"pay_from": "-1"}, "__all__", "Pay must be above zero."),
        ({"pay_unit": ""}, "__all__", "Say whether the pay is for a month or for an hour."),
        ({"pay_from": "dużo"}, "pay_from", "Enter a number."),
        ({"posts": "0"}, "__all__", "An offer has at least one post."),
        (
            {"posts_disabled": "3"},
            "__all__",
            "There cannot be more posts for persons with a disability than posts.",
        ),
        ({"working_time": "1,5"}, "__all__", "Working time is a part of full time: above 0, at most 1."),
        ({"hours_per_week": "170"}, "__all__", "Enter hours a week between 1 and 168."),
        (
            {"starts_on": "2026-05-02", "ends_on": "2026-05-01"},
            "__all__",
            "Work must not end before it starts.",
        ),
        ({"contact_phone": "12"}, "contact_phone", "Enter a phone number, for example +48 41 555 01 00."),
        (
            {"occupation": "Astronauta"},
            "occupation",
            "No occupation has this code or name. Choose one of those suggested.",
        ),
    ],
)
def test_wrong_entry_is_refused_with_a_sentence_and_nothing_is_lost(client, broker, values, field, sentence):
    response = client.post("/en/desk/offers/new/", typed(**values))

    assert errors(response)[field] == [sentence]
    assert "Gotowanie obiadów." in response.content.decode()
    assert not Offer.objects.exists()


def test_same_language_twice_is_refused(client, broker):
    english = term("language", "en").pk

    response = client.post("/en/desk/offers/new/", typed(language_1=english, language_2=english))

    assert errors(response)["language_1"] == ["Name each language once."]


def test_a_level_without_its_language_is_asked_about(client, broker):
    level = Term.objects.of("language_level").first()

    response = client.post("/en/desk/offers/new/", typed(speech_2=level.pk))

    assert errors(response)["language_2"] == ["Choose the language this level is meant for."]


@pytest.mark.parametrize("written", ["512001", "Kucharz (512001)", "kucharz", "Кухар"])
def test_occupation_is_understood_by_code_and_name(client, broker, written):
    client.post(url("offer-create"), typed(occupation=written))

    assert Offer.objects.get().occupation.code == "512001"


def test_occupation_name_of_two_editions_asks_for_the_code(client, broker):
    Occupation.objects.create(code="999999", edition="2023", name_pl="Kucharz")

    response = client.post("/en/desk/offers/new/", typed(occupation="Kucharz"))

    assert errors(response)["occupation"] == [
        "Several occupations have this name. Enter the six digits of the code."
    ]


@pytest.mark.parametrize(("text", "expected"), [("kuch", 512001), ("5120", 512001), ("\0", None), ("", None)])
def test_occupations_are_suggested(client, broker, text, expected):
    response = client.get(url("occupation-options"), {"occupation": text})

    assert (str(expected) in response.content.decode()) == bool(expected)
    assert response.content.decode().count("<option") <= 12


def test_editing_keeps_what_was_not_touched(client, broker):
    offer = OfferFactory(requirements_pl="Dokładność.", occupation=Occupation.objects.get(code="512001"))
    form = client.get(url("offer-edit", offer.public_id)).context["form"]
    data = {
        field.html_name: field.value()
        for field in form
        if field.value() is not None and field.value() is not False
    }

    response = client.post(url("offer-edit", offer.public_id), data | {"title_pl": "Szef kuchni"})

    assert response.status_code == 302, errors(response)
    offer.refresh_from_db()
    assert (offer.title_pl, offer.requirements_pl) == ("Szef kuchni", "Dokładność.")
    assert (offer.occupation.code, offer.pay_from, offer.version) == ("512001", 9000, 2)


def test_editing_shows_the_languages_written_down(client, broker):
    offer = OfferFactory()
    OfferLanguage.objects.create(offer=offer, language=term("language", "de"), speech=None)

    form = client.get(url("offer-edit", offer.public_id)).context["form"]

    assert form["language_1"].value() == term("language", "de").pk
    assert form["language_2"].value() is None


def test_second_of_two_editors_sees_both_versions_and_decides(client, broker):
    offer = OfferFactory(title_pl="Kucharz", employer=None)
    other = UserFactory()
    mine = typed(title_pl="Kucharz włoski", version=offer.version, pay_from="9000")
    update_offer(offer=offer, facts={"title_pl": "Kucharz polski"}, version=1, by=other)

    refused = client.post(f"/en/desk/offers/{offer.public_id}/edit/", mine)

    offer.refresh_from_db()
    assert offer.title_pl == "Kucharz polski"
    assert "Kucharz polski" in {difference.stored for difference in refused.context["conflict"]}
    assert refused.context["form"]["title_pl"].value() == "Kucharz włoski"

    client.post(
        url("offer-edit", offer.public_id), mine | {"version": refused.context["form"]["version"].value()}
    )

    offer.refresh_from_db()
    assert (offer.title_pl, offer.version) == ("Kucharz włoski", 3)


def test_conflict_shows_only_what_differs_in_the_form_people_read(client, broker):
    offer = OfferFactory(employer=None, pay_from=Decimal("5200.50"))
    mine = typed(title_pl=offer.title_pl, version=offer.version, pay_from="5 200,50", hours_per_week="40")
    update_offer(offer=offer, facts={"hours_per_week": Decimal("37.5")}, version=1, by=UserFactory())

    refused = client.post(f"/en/desk/offers/{offer.public_id}/edit/", mine)

    stored = {difference.label: difference.stored for difference in refused.context["conflict"]}
    assert stored["hours a week"] == "37.50"
    assert "pay from" not in stored


def test_editing_a_published_offer_below_the_minimum_wage_is_refused(client, broker):
    offer = PublishedFactory(employer=None, pay_from=9000)

    response = client.post(
        f"/en/desk/offers/{offer.public_id}/edit/", typed(version=1, pay_from="1000", place=place().pk)
    )

    (sentence,) = errors(response)["__all__"]
    assert sentence.startswith("The pay of")
    offer.refresh_from_db()
    assert offer.pay_from == 9000


def test_changed_polish_makes_the_translation_outdated(client, broker):
    offer = PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    update_offer(offer=offer, facts={"title_pl": "Kucharz włoski"}, version=offer.version, by=broker)

    assert Translation.objects.get().status == Status.OUTDATED
    offer.board_entry.refresh_from_db()
    assert not offer.board_entry.is_translated


def test_list_shows_open_offers_and_filters(client, broker):
    PublishedFactory(title_pl="Kucharz", place=place("Chęciny"))
    OfferFactory(
        title_pl="Spawacz", employer=EmployerFactory(name="Huta Próbna"), source_number="StPr/26/0001"
    )
    OfferFactory(title_pl="Stara", state="filled", closed_on=timezone.localdate())

    def listed(query=""):
        return [str(offer) for offer, _status in client.get(url("offer-list") + query).context["listed"]]

    assert sorted(listed()) == ["Kucharz", "Spawacz"]
    assert listed("?state=filled") == ["Stara"]
    assert listed("?place=260403") == ["Kucharz"]
    assert listed("?q=spaw") == ["Spawacz"]
    assert listed("?q=huta") == ["Spawacz"]
    assert listed("?q=stpr/26/0001") == ["Spawacz"]
    assert sorted(listed("?state=bad&place=bad&page=x")) == ["Kucharz", "Spawacz"]


@pytest.mark.parametrize("query", ["?q=%00", "?place=%00", "?state=%00", "?q=" + "x" * 5000, "?page=%00"])
def test_list_survives_hostile_filters(client, broker, query):
    assert client.get(url("offer-list") + query).status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_list_query_count(client, broker, django_assert_num_queries, count):
    PublishedFactory.create_batch(count, title_uk="Кухар")
    forget_profile()  # the approval has read it

    with django_assert_num_queries(15):  # session ×4, user, count, page, translations, places, office
        response = client.get(url("offer-list"))

    assert len(response.context["listed"]) == count


def test_list_answers_htmx_with_the_rows(client, broker):
    response = client.get(url("offer-list"), headers={"HX-Request": "true"})

    assert response.content.decode().lstrip().startswith('<section id="offers"')
    assert "HX-Request" in response.headers["Vary"]


def test_page_shows_both_languages_and_what_stands_against_publication(client, broker):
    offer = OfferFactory(title_pl="Kucharz", pay_from=1000)
    translate(offer, by=broker, title="Кухар")

    response = client.get(f"/en/desk/offers/{offer.public_id}/")

    text = response.content.decode()
    assert "Kucharz" in text
    assert "Кухар" in text
    (finding,) = response.context["findings"]
    assert "below the minimum wage" in finding.sentence
    assert f"/en/desk/offers/{offer.public_id}/edit/#id_pay_from" in text


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COUNSELLOR])
def test_who_may_only_see_gets_no_buttons(client, role):
    client.force_login(UserFactory(role=role))
    offer = PublishedFactory(employer=EmployerFactory(consents=False), place=None)

    text = client.get(offer.get_absolute_url()).content.decode()

    assert f"{offer.public_id}/edit/" not in text
    assert f"{offer.public_id}/withdraw/" not in text


@pytest.mark.parametrize("count", [1, 20])
def test_page_query_count(client, broker, django_assert_num_queries, count):
    offer = PublishedFactory(title_uk="Кухар")
    offer.licences.set(term("licence", "sanitary").__class__.objects.of("licence")[:count])
    forget_profile()  # the approval has read it

    with django_assert_num_queries(13):  # session ×4, user, offer and its rows, translation, checks, office
        client.get(offer.get_absolute_url())


@pytest.mark.parametrize("state", Offer.State.values)
def test_page_opens_in_every_state(client, broker, state):
    offer = OfferFactory(
        state=state,
        published_at=timezone.now(),
        published_by=broker,
        closed_on=timezone.localdate() if state in {"expired", "filled", "withdrawn"} else None,
        withdrawn_reason="pomyłka" if state == "withdrawn" else "",
    )

    assert client.get(offer.get_absolute_url()).status_code == 200
