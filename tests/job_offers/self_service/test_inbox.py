"""The brokers' inbox of offers that employers left."""

from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import Employer, EmployerEnquiry, Offer
from job_offers.self_service import finding, services
from job_offers.self_service.vocabulary import TRANSITIONS, ClosedBecause, EnquiryState
from job_offers.services.employers import DuplicateEmployer
from job_offers.tasks import forget_employer_enquiries
from tests.days import days_ago
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory
from tests.job_offers.self_service.factories import LEFT, enquiry
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

LIST = "/en/desk/employers/inbox/"


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def act(client, left, name, **typed):
    return client.post(
        reverse(f"job_offers:employer-enquiry-{name}", args=[left.public_id]), typed, follow=True
    )


def test_what_was_left_becomes_a_draft_of_a_new_employer(client, broker):
    left = enquiry(posts=3, pay_from=5000, pay_unit="month", agrees_to_translate=True, agrees_to_publish=True)

    page = act(client, left, "take")

    offer, employer = Offer.objects.get(), Employer.objects.get()
    left.refresh_from_db()
    assert page.redirect_chain[-1][0] == reverse("job_offers:offer-edit", args=[offer.public_id])
    assert (offer.state, offer.source, offer.title_pl, offer.posts) == (
        "draft",
        "employer",
        "Pomoc kuchenna",
        3,
    )
    assert (offer.contact_phone, offer.employer, offer.entered_by) == (left.phone, employer, broker)
    assert (employer.name, employer.nip) == ("Bar Próbny", "9591912972")
    assert (employer.consent_to_translate_said_by, employer.consent_to_publish_by) == ("Jan Próbny", broker)
    assert (left.state, left.offer, left.handled_by) == (EnquiryState.TAKEN, offer, broker)


def test_who_agreed_to_nothing_has_agreed_to_nothing(broker):
    offer = services.take_enquiry(enquiry=enquiry(), by=broker)

    assert not offer.may_be_translated
    assert not offer.employer.is_public_identity


def test_a_known_employer_is_not_changed_by_what_a_stranger_typed(client, broker):
    known = EmployerFactory(name="Bar Próbny sp. z o.o.", consents=False)
    left = enquiry(nip="", agrees_to_publish=True)

    act(client, left, "take", employer=str(known.public_id))

    known.refresh_from_db()
    assert Offer.objects.get().employer == known
    assert (known.name, known.nip, known.is_public_identity) == ("Bar Próbny sp. z o.o.", "", False)


def test_a_new_employer_with_a_known_nip_is_refused_and_nothing_is_written(client, broker):
    EmployerFactory(nip=LEFT["nip"])
    left = enquiry()

    page = act(client, left, "take")

    left.refresh_from_db()
    assert "An employer with this NIP exists already." in text_of(page)
    assert left.state == EnquiryState.NEW
    assert not Offer.objects.exists()
    with pytest.raises(DuplicateEmployer):
        services.take_enquiry(enquiry=left, by=broker)


def test_taking_twice_gives_the_first_offer(broker):
    left = enquiry()

    first = services.take_enquiry(enquiry=left, by=broker)
    second = services.take_enquiry(enquiry=left, by=UserFactory())

    assert first == second
    assert Offer.objects.count() == 1


@pytest.mark.parametrize("employer", ["x", str(UUID(int=0))])
def test_a_wrong_choice_writes_nothing(client, broker, employer):
    page = act(client, enquiry(), "take", employer=employer)

    assert "Choose the employer once more." in text_of(page)
    assert not Offer.objects.exists()


def test_likely_employers_are_named_with_the_reason(client, broker):
    by_nip = EmployerFactory(name="Gastronomia Testowa", nip=LEFT["nip"])
    by_name = EmployerFactory(name="„Bar Próbny” s.c.")
    EmployerFactory(name="Bar Zupełnie Inny")
    left = enquiry()

    found = finding.likely_employers(left)

    assert {one.employer: [str(reason) for reason in one.reasons] for one in found} == {
        by_nip: ["the same NIP"],
        by_name: ["a similar name"],
    }
    assert "the same NIP" in text_of(client.get(left.get_absolute_url()))


def test_an_offer_we_have_is_named(client, broker):
    known = OfferFactory(title_pl="POMOC KUCHENNA", contact_phone=LEFT["phone"])
    OfferFactory(title_pl="Pomoc kuchenna")
    OfferFactory(
        title_pl="Pomoc kuchenna", contact_phone=LEFT["phone"], state="filled", closed_on="2026-01-01"
    )

    page = client.get(enquiry().get_absolute_url())

    assert list(page.context["offers"]) == [known]


@pytest.mark.parametrize("reason", ClosedBecause)
def test_closing_says_why_and_forgets_who_takes_it_back(client, broker, reason):
    left = enquiry()

    act(client, left, "close", reason=reason)
    act(client, left, "close", reason=reason)

    left.refresh_from_db()
    assert (left.state, left.closed_because) == (EnquiryState.CLOSED, reason)
    assert (left.phone == "") is (reason == ClosedBecause.WITHDRAWN)
    assert left.title == "Pomoc kuchenna"


def test_closing_needs_a_reason(client, broker):
    page = act(client, left := enquiry(), "close")

    left.refresh_from_db()
    assert page.status_code == 422
    assert left.state == EnquiryState.NEW


def test_spam_is_put_aside_and_can_be_brought_back(client, broker):
    left = enquiry()

    act(client, left, "spam")
    act(client, left, "spam")
    assert left.title not in text_of(client.get(LIST))
    assert left.title in text_of(client.get(LIST, {"state": "spam"}))
    act(client, left, "reopen")
    act(client, left, "reopen")

    left.refresh_from_db()
    assert left.state == EnquiryState.NEW


@pytest.mark.parametrize("name", ["spam", "close", "take", "reopen"])
def test_what_a_colleague_did_first_stays(client, broker, name):
    left = enquiry()
    if name == "take":
        services.mark_spam(enquiry=left, by=broker)
    else:
        services.take_enquiry(enquiry=left, by=broker)
    before = EmployerEnquiry.objects.get().state

    page = act(client, left, name, reason="double")

    assert EmployerEnquiry.objects.get().state == before
    assert "This has been dealt with already" in text_of(page)


def test_what_was_erased_is_not_brought_back(client, broker):
    left = enquiry()
    services.close_enquiry(enquiry=left, reason=ClosedBecause.WITHDRAWN, by=broker)

    assert "nothing is left" in text_of(act(client, left, "reopen"))


@pytest.mark.parametrize("count", [1, 20])
def test_query_count_of_the_inbox(client, broker, django_assert_num_queries, count):
    for _time in range(count):
        enquiry()
    client.get(LIST)

    with django_assert_num_queries(7):
        client.get(LIST)


def test_an_unknown_state_shows_what_waits(client, broker):
    left = enquiry()

    assert left.title in text_of(client.get(LIST, {"state": "burning"}))
    assert left.title in text_of(client.get(LIST, {"state": "all"}))
    assert "Nothing here" in text_of(client.get(LIST, {"state": "taken"}))


def test_the_unknown_is_not_found(client, broker):
    assert client.get(f"{LIST}{uuid4()}/").status_code == 404


def test_only_what_employers_send_is_taken():
    with pytest.raises(ValueError, match="state"):
        services.receive_enquiry(values=LEFT | {"state": "taken"}, key=uuid4())


def test_old_spam_is_deleted_and_old_contacts_are_forgotten(broker):
    spam, taken, new = enquiry(), enquiry(nip=""), enquiry()
    services.mark_spam(enquiry=spam, by=broker)
    services.take_enquiry(enquiry=taken, by=broker)
    EmployerEnquiry.objects.exclude(pk=new.pk).update(handled_at=days_ago(181))
    EmployerEnquiry.objects.filter(pk=new.pk).update(sent_at=days_ago(999))

    assert forget_employer_enquiries() == 2
    assert forget_employer_enquiries() == 0

    taken.refresh_from_db()
    assert not EmployerEnquiry.objects.filter(pk=spam.pk).exists()
    assert (taken.phone, taken.contact_name, taken.offer is None) == ("", "", False)
    assert EmployerEnquiry.objects.get(pk=new.pk).phone == LEFT["phone"]
    told = apps.get_model("job_offers", "EmployerEnquiryEvent").objects
    assert not told.filter(pgh_obj=spam.pk).exists()
    assert not told.filter(pgh_obj=taken.pk, phone__gt="").exists()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("employerenquiry_number_is_eight_digits", {"number": "12"}),
        ("employerenquiry_says_who_and_what", {"phone": ""}),
        ("employerenquiry_says_who_and_what", {"title": ""}),
        ("employerenquiry_phone_is_e164", {"phone": "555"}),
        ("employerenquiry_has_posts", {"posts": 0}),
        ("employerenquiry_pay_makes_sense", {"pay_from": 2, "pay_to": 1, "pay_unit": "hour"}),
        ("employerenquiry_pay_makes_sense", {"pay_from": 2}),
        ("employerenquiry_pay_makes_sense", {"pay_to": -2, "pay_unit": "hour"}),
        ("employerenquiry_has_an_offer_when_taken", {"state": "taken"}),
        ("employerenquiry_has_a_reason_when_closed", {"closed_because": "double"}),
        ("employerenquiry_is_handled_by_somebody", {"handled_at": timezone.now()}),
    ],
)
def test_enquiry_is_refused(name, values):
    left = enquiry()

    with pytest.raises(IntegrityError, match=name):
        EmployerEnquiry.objects.filter(pk=left.pk).update(**values)


def test_only_known_reasons_are_kept():
    left = services.close_enquiry(enquiry=enquiry(), reason=ClosedBecause.DOUBLE, by=UserFactory())

    with pytest.raises(IntegrityError, match="employerenquiry_words_are_known"):
        EmployerEnquiry.objects.filter(pk=left.pk).update(closed_because="burnt")


def test_states_lead_where_the_table_says():
    left = enquiry()

    assert {state for state in EnquiryState if left.may_become(state)} == TRANSITIONS[EnquiryState.NEW]


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ({"pay_from": 5000, "pay_to": None}, "from PLN 5,000 per month (gross)"),
        ({"pay_from": None, "pay_to": 6000}, "to PLN 6,000 per month (gross)"),
    ],
)
def test_pay_with_one_end_is_told_in_words(client, broker, ends, words):
    left = enquiry(pay_unit="month", **ends)

    assert words in text_of(client.get(f"{LIST}{left.public_id}/")).replace("\xa0", " ")
