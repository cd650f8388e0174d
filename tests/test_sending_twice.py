"""A form sent twice, also at the same moment, writes one record; two people taking one person in are told."""

from datetime import date
from functools import partial
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from cv_builder.models import Cv
from cv_builder.services import create_cv
from job_offers.services.employers import create_employer
from job_offers.services.offers import create_offer
from meetings.services import plan_meeting
from pup_portal.db import SentForAnother
from pup_portal.http import sent_key
from registration.intake.services import save_entry
from registration.models import Child, Consent, Contact, PaperPurpose, PaperSet
from registration.papers import proposing
from registration.papers.forms import SetForm
from registration.papers.services import make_paper, make_set
from registration.services import SimilarPeople, take_in_client
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.meetings.factories import meeting_values
from tests.reference.factories import PlaceFactory
from tests.registration.factories import ClientFactory
from tests.registration.papers.factories import application

PERSON = {"surname_latin": "Shevchenko", "given_names_latin": "Olena", "no_pesel_reason": "not_asked"}


def _meeting(by):
    values = meeting_values() | {"place": PlaceFactory(), "lead": by}
    return lambda key: plan_meeting(values=values, by=by, public_id=key)


def _cv(by):
    person = ClientFactory(created_by=by)
    return lambda key: create_cv(client=person, public_id=key, values={"title_pl": "Kucharka"}, by=by)


def _paper(by):
    person, version = ClientFactory(created_by=by), application()
    return lambda key: make_paper(
        client=person, version=version, purpose=PaperPurpose.OTHER, by=by, public_id=key
    )


def _papers(by):
    person, versions = ClientFactory(created_by=by), [application()]
    return lambda key: make_set(
        client=person, purpose=PaperPurpose.OTHER, versions=versions, by=by, public_id=key
    )


MAKERS = {
    "client": lambda by: lambda key: take_in_client(values=PERSON, by=by, public_id=key),
    "meeting": _meeting,
    "employer": lambda by: lambda key: create_employer(facts={"name": "Bar"}, by=by, public_id=key),
    "offer": lambda by: lambda key: create_offer(facts={"title_pl": "Kucharz"}, by=by, public_id=key),
    "cv": _cv,
    "paper": _paper,
    "set of papers": _papers,
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


def _proposed(person):
    form = SetForm(None, proposals=proposing.offered(PaperPurpose.SUPPORT, timezone.localdate()))
    return {"purpose": "support", "papers": form.fields["papers"].initial}


def _day():
    return timezone.localdate().isoformat()


DOORS = {
    "registration:consent-give": lambda _person: {
        "purpose": "messages", "language": "uk", "way": "paper", "given_on": _day(), "holds_until": "",
    },
    "registration:contact-add": lambda _person: {
        "means": "in_person", "begun_by": "client", "was_reached": "on", "happened_on": _day(),
    },
    "registration:paper-new": _proposed,
    "cv_builder:cv-new": lambda _person: {"title_pl": "Kucharka", "title_uk": ""},
}  # fmt: skip
MADE = dict(zip(DOORS, (Consent, Contact, PaperSet, Cv), strict=True))


def _door(name, person):
    if name == "cv_builder:cv-new":
        return f"{reverse(name)}?client={person.public_id}"
    return reverse(name, args=[person.public_id])


@pytest.mark.django_db
@pytest.mark.parametrize("name", DOORS)
def test_key_of_another_persons_form_is_refused_with_a_sentence(client, name):
    client.force_login(UserFactory(role=Role.COORDINATOR))
    first, second = ClientFactory(), ClientFactory(surname_latin="Bondar", phone="")
    sent = {"key": str(uuid4())}

    made = client.post(_door(name, first), DOORS[name](first) | sent)
    refused = client.post(_door(name, second), DOORS[name](second) | sent)

    assert made.status_code == 302
    assert refused.status_code in (200, 409)
    assert "This form was sent before for somebody else. Open it anew." in refused.content.decode()
    assert [row.client for row in MADE[name].objects.all()] == [first]


@pytest.mark.django_db
def test_entry_of_somebody_else_is_no_place_for_mine():
    by, typed = UserFactory(role=Role.COORDINATOR), {"birth_date": date(2015, 6, 5)}
    first, second, number = ClientFactory(), ClientFactory(surname_latin="Bondar", phone=""), uuid4()
    save = partial(save_entry, list_name="children", public_id=number, values=typed, seen_version=0, by=by)
    save(client=first)

    with pytest.raises(SentForAnother):
        save(client=second)

    assert [child.client for child in Child.objects.all()] == [first]


@pytest.mark.parametrize("sent", ["", "no key", "5656e41b"])
def test_a_form_without_a_key_gets_one(rf, sent):
    first, second = (sent_key(rf.post("/", {"key": sent})) for _time in range(2))

    assert first != second
