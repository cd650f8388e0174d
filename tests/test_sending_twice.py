"""A form sent twice, also at the same moment, writes one record; two people taking one person in are told."""

from uuid import uuid4

import pytest

from cv_builder.services import create_cv
from job_offers.services.employers import create_employer
from job_offers.services.offers import create_offer
from meetings.services import plan_meeting
from pup_portal.http import sent_key
from registration.services import SimilarPeople, take_in_client
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.meetings.factories import meeting_values
from tests.reference.factories import PlaceFactory
from tests.registration.factories import ClientFactory

PERSON = {"surname_latin": "Shevchenko", "given_names_latin": "Olena", "no_pesel_reason": "not_asked"}


def _meeting(by):
    values = meeting_values() | {"place": PlaceFactory(), "lead": by}
    return lambda key: plan_meeting(values=values, by=by, public_id=key)


def _cv(by):
    person = ClientFactory(created_by=by)
    return lambda key: create_cv(client=person, public_id=key, values={"title_pl": "Kucharka"}, by=by)


MAKERS = {
    "client": lambda by: lambda key: take_in_client(values=PERSON, by=by, public_id=key),
    "meeting": _meeting,
    "employer": lambda by: lambda key: create_employer(facts={"name": "Bar"}, by=by, public_id=key),
    "offer": lambda by: lambda key: create_offer(facts={"title_pl": "Kucharz"}, by=by, public_id=key),
    "cv": _cv,
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", MAKERS)
def test_second_sending_waits_for_the_first_and_gives_its_record(kind):
    make, key = MAKERS[kind](UserFactory()), uuid4()

    made, again = one_after_the_other(lambda: make(key), lambda: make(key))

    assert again == made
    assert made.public_id == key
    assert type(made)._default_manager.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_once_do_not_both_take_the_same_person_in():
    first, second = UserFactory.create_batch(2)

    taken, told = one_after_the_other(
        lambda: take_in_client(values=PERSON, by=first, unless_similar=True),
        lambda: take_in_client(values=PERSON, by=second, unless_similar=True),
    )

    assert isinstance(told, SimilarPeople)
    assert [found.client for found in told.found] == [taken]


@pytest.mark.parametrize("sent", ["", "no key", "5656e41b"])
def test_a_form_without_a_key_gets_one(rf, sent):
    first, second = (sent_key(rf.post("/", {"key": sent})) for _time in range(2))

    assert first != second
