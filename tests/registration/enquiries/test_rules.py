"""What the database refuses, what the rights of a person reach, and what goes when its time is over."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from pup_portal import person_data
from reference.models import LegalRuleKey
from registration import personal
from registration.enquiries import numbers, services
from registration.enquiries.emptying import forget_due
from registration.enquiries.vocabulary import ClosingReason, EnquiryState
from registration.models import Client, Enquiry
from registration.rights_services import restrict
from registration.tasks import forget_enquiries
from tests.days import days_ago
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.reference.factories import LegalRuleFactory
from tests.registration.enquiries.factories import EnquiryFactory
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db

EVENTS = Enquiry.pgh_event_model


@pytest.mark.parametrize(
    ("constraint", "broken"),
    [
        ("enquiry_words_are_known", {"kind": "letter"}),
        ("enquiry_number_is_eight_digits", {"number": "123"}),
        ("enquiry_is_of_somebody", {"surname": ""}),
        ("enquiry_can_be_answered", {"phone": ""}),
        ("enquiry_phone_is_e164", {"phone": "0505550188"}),
        ("enquiry_has_a_client_when_taken", {"state": "taken"}),
        ("enquiry_has_a_reason_when_closed", {"closing_reason": "answered"}),
        ("enquiry_is_handled_by_somebody", {"handled_at": timezone.now()}),
    ],
)
def test_database_refuses_an_enquiry_that_cannot_be(constraint, broken):
    enquiry = EnquiryFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Enquiry.objects.filter(pk=enquiry.pk).update(**broken)


def test_service_refuses_what_is_no_part_of_an_enquiry():
    with pytest.raises(ValueError, match="state"):
        services.receive_enquiry(values={"surname": "Коваль", "state": "taken"}, key=uuid4())


def test_a_number_that_is_taken_is_not_given_again(monkeypatch):
    first, second = numbers.new_number(), numbers.new_number()
    drawn = iter([first] * 20 + [first, second] * 10)
    monkeypatch.setattr(services, "new_number", lambda: next(drawn))

    assert [EnquiryFactory().number for _time in range(2)] == [first, second]


def test_nothing_is_joined_to_a_closed_record():
    by, gone, kept = UserFactory(), ClientFactory(), ClientFactory()
    personal.merge(kept.pk, gone.pk)

    with pytest.raises(services.ClientClosed):
        services.link_enquiry(enquiry=EnquiryFactory(), client=gone, by=by)


def joined(client):
    by = UserFactory()
    return services.link_enquiry(enquiry=EnquiryFactory(looks_for="Пекарня"), client=client, by=by)


@pytest.mark.parametrize("write", ["update", "delete", "reopen"])
def test_enquiry_is_frozen_while_restricted(write):
    person = ClientFactory()
    enquiry = joined(person)
    restrict(client=person, reason="art. 18", by=UserFactory())
    rows = Enquiry.objects.filter(pk=enquiry.pk)
    writes = {
        "update": lambda: rows.update(phone="+380505550199"),
        "delete": rows.delete,
        "reopen": lambda: rows.update(state="new", client=None, handled_at=None, handled_by=None),
    }

    with pytest.raises(IntegrityError, match="enquiry_is_frozen_while_restricted"), transaction.atomic():
        writes[write]()


def test_a_joined_enquiry_is_handed_over_and_goes_with_the_person():
    person, other = ClientFactory(), EnquiryFactory()
    enquiry = joined(person)

    (told,) = person_data.export(person.pk)["registration.enquiry"]
    for held in person_data.registered():
        if held.model is Enquiry:
            held.erase(person.pk)
            held.erase(person.pk)

    enquiry.refresh_from_db()
    other.refresh_from_db()
    assert (told["number"], told["surname"], told["looks_for"]) == (enquiry.number, "Коваль", "Пекарня")
    assert (enquiry.surname, enquiry.phone, enquiry.looks_for, enquiry.client) == ("", "", "", person)
    assert set(EVENTS.objects.values_list("pgh_obj_id", flat=True)) == {other.pk}
    assert other.surname == "Коваль"


def test_a_merged_record_gives_its_enquiries_to_the_other():
    kept, gone = ClientFactory(), ClientFactory()
    enquiry = joined(gone)

    with transaction.atomic():
        person_data.merge(keep=kept.pk, gone=gone.pk)

    enquiry.refresh_from_db()
    assert enquiry.client == kept


def confirmed_rule(**values):
    return LegalRuleFactory(
        key=LegalRuleKey.objects.get(code="retention-inbox"),
        **{"value": 6, "text": "", "unit": "months", "is_confirmed": True, "source": "JRWA"} | values,
        valid_from=date(2020, 1, 1),
        valid_to=None,
    )


def sent(days, **values):
    return EnquiryFactory(sent_at=days_ago(days), **values)


def test_what_nobody_took_up_goes_when_the_office_says_so():
    confirmed_rule()
    old, fresh = sent(200), sent(100)
    handled = services.close_enquiry(enquiry=sent(200), reason=ClosingReason.ANSWERED, by=UserFactory())
    taken = services.link_enquiry(enquiry=sent(400), client=ClientFactory(), by=UserFactory())

    assert forget_enquiries() == 1

    assert set(Enquiry.objects.all()) == {fresh, handled, taken}
    assert not EVENTS.objects.filter(pgh_obj_id=old.pk).exists()
    assert forget_enquiries() == 0


@pytest.mark.parametrize(
    "values", [None, {"is_confirmed": False}, {"value": None, "unit": "text", "text": "?"}]
)
def test_without_a_confirmed_rule_nothing_but_spam_goes(values):
    if values is not None:
        confirmed_rule(**values)
    kept, spam = sent(4000), sent(31, state=EnquiryState.SPAM)
    fresh_spam = sent(29, state=EnquiryState.SPAM)

    assert forget_due() == 1

    assert set(Enquiry.objects.all()) == {kept, fresh_spam}
    assert not Enquiry.objects.filter(pk=spam.pk).exists()


@pytest.mark.parametrize(("day", "is_gone"), [(date(2026, 7, 30), False), (date(2026, 7, 31), True)])
def test_a_period_ends_on_its_day(day, is_gone):
    confirmed_rule()
    enquiry = EnquiryFactory()
    moment = timezone.make_aware(timezone.datetime(2026, 1, 31, 23, 59))
    Enquiry.objects.filter(pk=enquiry.pk).update(sent_at=moment)

    forget_due(day)

    assert Enquiry.objects.exists() is not is_gone


def test_reopening_starts_the_time_anew():
    confirmed_rule()
    enquiry = sent(4000)
    services.close_enquiry(enquiry=enquiry, reason=ClosingReason.UNREACHABLE, by=UserFactory())
    services.reopen_enquiry(enquiry=enquiry, by=UserFactory())

    assert forget_due() == 0


@pytest.mark.django_db(transaction=True)
def test_spam_brought_back_at_the_last_moment_is_not_forgotten():
    spam = sent(31, state=EnquiryState.SPAM)

    _brought_back, gone = one_after_the_other(
        lambda: services.reopen_enquiry(enquiry=spam, by=UserFactory()), forget_due
    )

    assert gone == 0
    assert Enquiry.objects.filter(pk=spam.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_once_take_one_person_in_once():
    first, second = UserFactory.create_batch(2)
    enquiry = EnquiryFactory()
    values = {"surname_cyrillic": "Коваль", "no_pesel_reason": "not_asked"}

    made, again = one_after_the_other(
        lambda: services.take_in_enquiry(enquiry=enquiry, values=values, by=first),
        lambda: services.take_in_enquiry(enquiry=enquiry, values=values, by=second),
    )

    assert made == again
    assert Client.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_second_sending_of_one_form_waits_for_the_first():
    key, values = uuid4(), {"surname": "Коваль", "phone": "+380505550188"}

    made, again = one_after_the_other(
        lambda: services.receive_enquiry(values=values, key=key),
        lambda: services.receive_enquiry(values=values, key=key),
    )

    assert made == again
    assert Enquiry.objects.count() == 1
