"""Letters and links to employers, the list of offers to confirm, and the answers at the desk."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers import lapse
from job_offers.confirming import links, services
from job_offers.confirming.letters import ASKED_BEFORE
from job_offers.confirming.vocabulary import Answer, Outcome
from job_offers.models import EmployerLink, Offer
from job_offers.tasks import ask_employers
from messaging.models import Message
from tests.days import days_ago
from tests.factories import UserFactory
from tests.job_offers.confirming.answering import asked, page_of
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def due_day():
    """The last confirmation of an offer about which its employer is asked today."""
    today = timezone.localdate()
    return today - timedelta(days=lapse.confirmation_days(today)) + ASKED_BEFORE


def test_the_letter_holds_a_link_that_works_and_is_forgotten_once_sent(client, broker):
    offer = PublishedFactory(title_pl="Kucharz", contact_email="praca@example.org")

    client.post(reverse("job_offers:link-mail", args=[offer.public_id]))

    letter = Message.objects.get()
    (path,) = re.findall(r"http://[^/]+(/pl/employers/confirm/\S+)", letter.body)
    assert (letter.to_address, letter.forgets_text, letter.language) == ("praca@example.org", True, "pl")
    assert "Kucharz" in letter.subject
    assert client.get(path).context["offer"] == offer
    assert EmployerLink.objects.get().made_by == broker


def test_the_letter_goes_to_the_employer_when_the_offer_names_no_address(client, broker):
    offer = PublishedFactory(employer=EmployerFactory(email="biuro@example.org"))

    client.post(reverse("job_offers:link-mail", args=[offer.public_id]))

    assert Message.objects.get().to_address == "biuro@example.org"


def test_without_an_address_nothing_is_made_and_the_page_says_what_to_do(client, broker):
    offer = PublishedFactory()

    page = client.post(reverse("job_offers:link-mail", args=[offer.public_id]), follow=True)

    assert not EmployerLink.objects.exists()
    assert not Message.objects.exists()
    assert "has an e-mail address" in text_of(page)


def test_a_link_is_shown_once_to_be_sent_by_hand(client, broker):
    offer = PublishedFactory()
    address = reverse("job_offers:link-show", args=[offer.public_id])

    shown = client.post(address).context["address"]

    assert shown.startswith("http")
    assert client.get(re.sub(r"^https?://[^/]+", "", shown)).status_code == 200
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("state", ["draft", "filled"])
@pytest.mark.parametrize("name", ["link-show", "link-mail"])
def test_no_link_for_an_offer_nobody_could_confirm(client, broker, state, name):
    offer = OfferFactory(state=state, closed_on=timezone.localdate() if state == "filled" else None)

    page = client.post(reverse(f"job_offers:{name}", args=[offer.public_id]), follow=True)

    assert not EmployerLink.objects.exists()
    assert "Only an offer that was published is confirmed." in text_of(page)


def test_employers_are_asked_some_days_before_the_offer_leaves_the_board():
    due = PublishedFactory(confirmed_on=due_day(), contact_email="praca@example.org")
    PublishedFactory(confirmed_on=due_day() + timedelta(days=1), contact_email="praca@example.org")
    PublishedFactory(confirmed_on=due_day(), source="feed", source_id="a", contact_email="praca@example.org")
    PublishedFactory(confirmed_on=due_day())
    OfferFactory(contact_email="praca@example.org")

    assert ask_employers() == 1

    assert EmployerLink.objects.get().offer == due
    assert Message.objects.get().to_address == "praca@example.org"


def test_an_employer_is_asked_once_after_each_confirmation():
    offer = PublishedFactory(confirmed_on=due_day(), contact_email="praca@example.org")
    ask_employers()

    assert ask_employers() == 0

    long_ago = days_ago(100)
    EmployerLink.objects.update(made_at=long_ago, expires_at=long_ago + links.WORKS_FOR)
    assert ask_employers() == 1
    assert offer.employer_links.count() == 2


def test_who_was_asked_by_hand_is_not_asked_again_by_the_portal():
    offer = PublishedFactory(confirmed_on=due_day(), contact_email="praca@example.org")
    services.make_link(offer=offer, by=UserFactory())

    assert ask_employers() == 0


def test_the_list_begins_with_the_offer_longest_without_a_word(client, broker):
    today = timezone.localdate()
    PublishedFactory(title_pl="Nowa", confirmed_on=today)
    PublishedFactory(title_pl="Stara", confirmed_on=today - timedelta(days=40), entered_by=broker)
    Offer.objects.filter(title_pl="Stara").update(state="unconfirmed")
    PublishedFactory(title_pl="Z bazy", source="feed", source_id="a")
    OfferFactory(title_pl="Szkic")

    page = client.get(reverse("job_offers:confirmation-list"))
    mine = client.get(reverse("job_offers:confirmation-list"), {"whose": "mine"})

    assert [(offer.title_pl, days) for offer, days in page.context["listed"]] == [("Stara", 40), ("Nowa", 0)]
    assert [offer.title_pl for offer, _days in mine.context["listed"]] == ["Stara"]


@pytest.mark.parametrize("count", [1, 20])
def test_query_count_of_the_list(client, broker, django_assert_num_queries, count):
    PublishedFactory.create_batch(count)
    client.get(reverse("job_offers:confirmation-list"))

    with django_assert_num_queries(9):
        client.get(reverse("job_offers:confirmation-list"))


@pytest.mark.parametrize("count", [1, 20])
def test_query_count_of_the_answers(client, broker, django_assert_num_queries, count):
    for _time in range(count):
        _link, token = asked()
        services.take_answer(token=token, answer=Answer.FILLED, note="Dziękujemy.")
    client.get(reverse("job_offers:answer-list"))

    with django_assert_num_queries(7):
        client.get(reverse("job_offers:answer-list"))


def test_an_answer_with_a_remark_is_seen_to_by_a_broker(client, broker):
    link, token = asked(title_pl="Murarz")
    services.take_answer(token=token, answer=Answer.STILL, posts=1, note="Zmieniły się godziny.")

    before = text_of(client.get(reverse("job_offers:answer-list")))
    client.post(reverse("job_offers:answer-looked-at", args=[link.public_id]))
    client.post(reverse("job_offers:answer-looked-at", args=[link.public_id]))

    link.refresh_from_db()
    assert "Zmieniły się godziny." in before
    assert link.looked_by == broker
    assert "Murarz" not in text_of(client.get(reverse("job_offers:answer-list")))
    assert "Murarz" in text_of(client.get(reverse("job_offers:answer-list"), {"which": "all"}))


def test_an_answer_that_was_done_at_once_leaves_nothing_to_do(client, broker):
    link, token = asked()
    services.take_answer(token=token, answer=Answer.FILLED)

    page = client.post(reverse("job_offers:answer-looked-at", args=[link.public_id]), follow=True)

    assert "leaves nothing to do" in text_of(page)
    assert EmployerLink.objects.get().looked_at is None


def test_empty_pages_say_what_would_stand_there(client, broker):
    assert "Nothing to confirm" in text_of(client.get(reverse("job_offers:confirmation-list")))
    assert "No answer waits" in text_of(client.get(reverse("job_offers:answer-list")))


def test_the_offer_page_offers_the_link_only_while_it_can_be_confirmed(client, broker):
    on_board, draft = PublishedFactory(), OfferFactory()
    address = reverse("job_offers:link-show", args=[on_board.public_id])

    assert address in text_of(client.get(on_board.get_absolute_url()))
    assert "link/show" not in text_of(client.get(draft.get_absolute_url()))


NOW = timezone.now()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("employerlink_works_for_a_while", {"expires_at": NOW - timedelta(days=99)}),
        ("employerlink_answer_is_whole", {"answered_at": NOW}),
        ("employerlink_answer_is_whole", {"note": "x"}),
        ("employerlink_answer_is_whole", {"answered_at": NOW, "answer": "burn", "outcome": "done"}),
        (
            "employerlink_posts_when_still_open",
            {"answered_at": NOW, "answer": "filled", "outcome": "done", "posts": 1},
        ),
        (
            "employerlink_posts_when_still_open",
            {"answered_at": NOW, "answer": "still", "outcome": "done", "posts": 0},
        ),
        ("employerlink_looked_at_by_somebody", {"looked_at": NOW}),
    ],
)
def test_link_is_refused(name, values):
    link, _token = asked()

    with pytest.raises(IntegrityError, match=name):
        EmployerLink.objects.filter(pk=link.pk).update(**values)


def test_outcomes_and_answers_have_words():
    assert all(label for _code, label in [*Answer.choices, *Outcome.choices])


def test_page_of_an_answered_link_names_no_person(client):
    link, token = asked(contact_phone="+48415550199")
    services.take_answer(token=token, answer=Answer.FILLED)

    page = text_of(client.get(page_of(token)))

    assert "0199" not in page
    assert link.offer.title_pl in page
