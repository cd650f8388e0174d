"""The desk's inbox: what waits, who it may be, and every way an enquiry ends."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from accounts.access_models import AccessEntry
from accounts.permissions import Role
from documents.models import Document
from registration.enquiries.vocabulary import TRANSITIONS, ClosingReason, EnquiryState
from registration.models import Client, Enquiry
from registration.rights_services import restrict
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory, OfficeProfileFactory, PlaceFactory
from tests.registration.enquiries.factories import EnquiryFactory
from tests.registration.factories import ClientFactory
from tests.registration.pages import text_of
from tests.searching import asked_at

pytestmark = pytest.mark.django_db

INBOX = "/en/desk/inbox/"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def at(enquiry, part):
    return reverse(f"inbox:enquiry-{part}", args=[enquiry.public_id])


def listed(client, address=INBOX):
    return list(client.get(address).context["page"])


@pytest.mark.parametrize("count", [1, 20])
def test_inbox_query_count(client, coordinator, django_assert_num_queries, count):
    site, place = AccommodationFactory(), PlaceFactory()
    EnquiryFactory.create_batch(count, accommodation=site, place=place)

    with django_assert_num_queries(
        10
    ):  # session, user, office, gminas, count, page, access log; the session: 3
        response = client.get(INBOX)

    assert len(response.context["page"]) == count


def test_what_waits_stands_in_the_inbox_newest_first(client, coordinator):
    first, second = EnquiryFactory.create_batch(2)
    EnquiryFactory(state=EnquiryState.SPAM)

    assert listed(client) == [second, first]


@pytest.mark.parametrize("state", ["new", "spam", "all", "nonsense"])
def test_inbox_is_narrowed_by_state(client, coordinator, state):
    new, spam = EnquiryFactory(), EnquiryFactory(state=EnquiryState.SPAM)

    shown = listed(client, f"{INBOX}?state={state}")

    assert set(shown) == {"new": {new}, "spam": {spam}, "all": {new, spam}, "nonsense": {new}}[state]


def test_inbox_is_narrowed_by_gmina_of_stay_or_site_and_by_language(client, coordinator):
    place = PlaceFactory()
    there = EnquiryFactory(place=place, language="ru")
    on_site = EnquiryFactory(accommodation=AccommodationFactory(place=place))
    EnquiryFactory()

    assert set(listed(client, f"{INBOX}?place={place.terc}")) == {there, on_site}
    assert listed(client, f"{INBOX}?place={place.terc}&language=ru") == [there]


@pytest.mark.parametrize(
    "words", ["{number}", "{spaced}", "0505550188", "+380 50 555 01 88", "ковал", "Коваль ірина"]
)
def test_an_enquiry_is_found_by_number_phone_or_name_whatever_its_state(client, coordinator, words):
    enquiry = EnquiryFactory(state=EnquiryState.SPAM)
    EnquiryFactory(surname="Бондар", phone="+380505550199")

    address = asked_at(client, INBOX, words.format(number=enquiry.number, spaced=enquiry.number_text))

    assert listed(client, address) == [enquiry]
    assert "0188" not in address


def test_likely_senders_are_shown_to_whoever_may_see_them(client, coordinator):
    known = ClientFactory(
        surname_cyrillic="Коваль", given_names_cyrillic="Ірина", phone="", created_by=coordinator
    )
    ClientFactory(surname_cyrillic="Бондар", surname_latin="Bondar", phone="", created_by=coordinator)
    enquiry = EnquiryFactory(surname="Kowal", given_names="Iryna")

    response = client.get(enquiry.get_absolute_url())

    assert [match.client for match in response.context["senders"]] == [known]
    assert AccessEntry.objects.by(coordinator).about(known).exists()
    assert AccessEntry.objects.by(coordinator).about(enquiry).exists()


def test_other_enquiries_from_the_same_phone_are_shown(client, coordinator):
    enquiry, other, _else = EnquiryFactory(), EnquiryFactory(), EnquiryFactory(phone="+380505550199")

    assert list(client.get(enquiry.get_absolute_url()).context["others"]) == [other]


def test_an_enquiry_is_taken_in_with_what_the_person_wrote(client, coordinator):
    site = AccommodationFactory()
    enquiry = EnquiryFactory(accommodation=site, looks_for="Пекарня", stay="Кімната 12", language="ru")
    form = client.get(at(enquiry, "take-in")).context["form"]

    response = client.post(
        at(enquiry, "take-in"),
        {field.name: field.value() for field in form if field.value() is not None},
    )

    taken = Client.objects.get()
    enquiry.refresh_from_db()
    assert response["Location"] == taken.get_absolute_url()
    assert (taken.cyrillic_name, taken.phone, taken.accommodation) == ("Ірина Коваль", "+380505550188", site)
    assert (taken.looks_for.split(), taken.contact_language) == (["Пекарня", "Кімната", "12"], "ru")
    assert (enquiry.state, enquiry.client, enquiry.handled_by) == (EnquiryState.TAKEN, taken, coordinator)


def test_similar_people_are_shown_before_an_enquiry_is_taken_in(client, coordinator):
    known = ClientFactory(phone="+380505550188", created_by=coordinator)
    enquiry = EnquiryFactory()
    typed = {"surname": "Коваль", "phone": "+380505550188"}

    warned = client.post(at(enquiry, "take-in"), typed)
    client.post(at(enquiry, "take-in"), typed | {"anyway": "1"})

    assert [match.client for match in warned.context["similar"]] == [known]
    assert Client.objects.count() == 2


def test_taking_in_twice_makes_one_client(client, coordinator):
    enquiry, typed = EnquiryFactory(), {"surname": "Коваль"}

    first, second = (client.post(at(enquiry, "take-in"), typed)["Location"] for _time in range(2))

    assert first == second == Client.objects.get().get_absolute_url()


def test_a_mistake_while_taking_in_changes_nothing(client, coordinator):
    enquiry = EnquiryFactory()

    response = client.post(at(enquiry, "take-in"), {"surname": "", "phone": "1"})

    assert set(response.context["form"].errors) == {"surname", "phone"}
    assert Enquiry.objects.get().state == EnquiryState.NEW


def test_an_enquiry_is_joined_to_a_client_whose_record_stays_as_it_is(client, coordinator):
    known = ClientFactory(created_by=coordinator)
    enquiry = EnquiryFactory()

    response = client.post(at(enquiry, "link"), {"client": str(known.public_id)})

    enquiry.refresh_from_db()
    assert response["Location"] == known.get_absolute_url()
    assert enquiry.client == known
    assert Client.objects.get().version == known.version


@pytest.mark.parametrize("key", ["", "x", "4d0ee2a4-8a8e-4b4b-9f7e-6b6a4b1f0a11"])
def test_nobody_is_joined_to_somebody_who_is_not_there(client, coordinator, key):
    enquiry = EnquiryFactory()

    response = client.post(at(enquiry, "link"), {"client": key}, follow=True)

    assert "Choose the person first." in text_of(response)
    assert Enquiry.objects.get().client is None


def test_nothing_is_joined_to_a_restricted_record(client, coordinator):
    known = ClientFactory(created_by=coordinator)
    restrict(client=known, reason="art. 18", by=coordinator)
    enquiry = EnquiryFactory()

    response = client.post(at(enquiry, "link"), {"client": str(known.public_id)}, follow=True)

    assert "restricted" in text_of(response)
    assert Enquiry.objects.get().client is None


@pytest.mark.parametrize("reason", [value for value in ClosingReason if value != ClosingReason.WITHDRAWN])
def test_an_enquiry_is_closed_for_a_reason(client, coordinator, reason):
    enquiry = EnquiryFactory()

    response = client.post(at(enquiry, "close"), {"reason": reason.value})

    enquiry.refresh_from_db()
    assert response["Location"] == INBOX
    assert (enquiry.state, enquiry.closing_reason, enquiry.surname) == (EnquiryState.CLOSED, reason, "Коваль")


def test_who_takes_the_message_back_is_forgotten_at_once(client, coordinator):
    enquiry = EnquiryFactory(looks_for="Пекарня")

    client.post(at(enquiry, "close"), {"reason": "withdrawn"})

    enquiry.refresh_from_db()
    assert (enquiry.surname, enquiry.given_names, enquiry.phone, enquiry.looks_for) == ("", "", "", "")
    assert enquiry.erased_at is not None
    assert not Enquiry.pgh_event_model.objects.exclude(surname="").exists()
    client.post(at(enquiry, "reopen"))
    assert Enquiry.objects.get().state == EnquiryState.CLOSED


@pytest.mark.parametrize("reason", ["", "because"])
def test_closing_needs_a_reason_from_the_list(client, coordinator, reason):
    enquiry = EnquiryFactory()

    response = client.post(at(enquiry, "close"), {"reason": reason})

    assert response.status_code == 422
    assert Enquiry.objects.get().state == EnquiryState.NEW


def test_spam_is_put_aside_and_can_come_back(client, coordinator):
    enquiry = EnquiryFactory()

    client.post(at(enquiry, "spam"))
    aside = Enquiry.objects.get()
    client.post(at(enquiry, "reopen"))
    back = Enquiry.objects.get()

    assert (aside.state, aside.handled_by) == (EnquiryState.SPAM, coordinator)
    assert (back.state, back.handled_by) == (EnquiryState.NEW, coordinator)  # its time counts anew


WAYS = {
    EnquiryState.TAKEN: ("take-in", {"surname": "Коваль", "anyway": "1"}),
    EnquiryState.CLOSED: ("close", {"reason": "answered"}),
    EnquiryState.SPAM: ("spam", {}),
    EnquiryState.NEW: ("reopen", {}),
}


@pytest.mark.parametrize("start", EnquiryState)
@pytest.mark.parametrize("end", EnquiryState)
def test_every_step_goes_where_the_table_says(client, coordinator, start, end):
    enquiry = EnquiryFactory()
    if start != EnquiryState.NEW:
        client.post(at(enquiry, WAYS[start][0]), WAYS[start][1])

    response = client.post(at(enquiry, WAYS[end][0]), WAYS[end][1], follow=True)

    is_possible = start == end or end in TRANSITIONS[start]
    assert Enquiry.objects.get().state == (end if is_possible else start)
    assert ("dealt with already" in text_of(response)) is not is_possible


def test_an_enquiry_of_a_restricted_client_is_read_only_by_who_answers_for_papers(client, coordinator):
    known = ClientFactory(created_by=coordinator)
    enquiry = EnquiryFactory()
    client.post(at(enquiry, "link"), {"client": str(known.public_id)})
    restrict(client=known, reason="art. 18", by=coordinator)

    response = client.post(at(enquiry, "reopen"), follow=True)

    assert "restricted" in text_of(response)
    assert Enquiry.objects.get().client == known


def test_the_card_of_today_shows_who_has_waited_longest(client, coordinator):
    first, _second = EnquiryFactory.create_batch(2)

    cards = {str(card.title): card for card in client.get("/en/desk/").context["cards"]}

    card = cards["People who want to be contacted"]
    assert (card.count, card.lines[0].name) == (2, first.name)
    assert AccessEntry.objects.by(coordinator).about(first).exists()


@pytest.mark.parametrize("role", [Role.BROKER, Role.COUNSELLOR, Role.MANAGER])
def test_the_card_is_absent_for_who_takes_nobody_in(client, role):
    EnquiryFactory()
    client.force_login(UserFactory(role=role))

    assert "Коваль" not in text_of(client.get("/en/desk/"))


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
@pytest.mark.parametrize("has_site", [True, False])
def test_a_poster_leads_to_the_form(client, coordinator, language, has_site):
    office = OfficeProfileFactory()
    site = AccommodationFactory() if has_site else None

    client.post(
        f"{INBOX}poster/", {"language": language, "accommodation": str(site.public_id) if site else ""}
    )

    document = Document.objects.get()
    assert document.subject == (site or office)
    assert f"/{language}/register-interest/" in document.html
    with override(language):
        assert site is None or site.name in document.html
    assert document.may_be_opened_by(coordinator)
    assert not document.may_be_opened_by(UserFactory(role=Role.BROKER))


def test_a_poster_waits_for_the_name_of_the_office(client, coordinator):
    response = client.post(f"{INBOX}poster/", {"language": "uk"})

    assert "Fill in the office in the settings first" in text_of(response)
    assert not Document.objects.exists()
