"""Days and reasons of statuses, mistakes mended, and what a certificate would say."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from reference.models import Term
from registration.models import Client, StateChange
from registration.rhythm import services
from registration.rhythm.steps import DayContradicts, certificate_of, standing
from registration.services import change_state
from registration.vocabulary import ClientState
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.papers.factories import made, version_with
from tests.registration.rhythm.factories import ago, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(UserFactory(role=Role.COORDINATOR))
    return client


def last(client):
    return standing(client)[-1]


def deregistered(person, days_ago, code="took_up_work"):
    return change_state(
        client=person,
        to=ClientState.DEREGISTERED,
        effective_on=ago(days_ago),
        reason_term=Term.objects.get(vocabulary="status_reason", code=code),
        by=UserFactory(),
    )


def test_status_cannot_begin_before_the_one_before_it():
    person = registered(days_ago=10)

    with pytest.raises(DayContradicts, match="cannot begin before that"):
        deregistered(person, 11)

    assert deregistered(person, 10).state == ClientState.DEREGISTERED


def test_who_was_registered_long_before_being_taken_in_keeps_that_day():
    person = change_state(
        client=ClientFactory(), to=ClientState.SUPPORTED, effective_on=ago(400), by=UserFactory()
    )

    assert last(person).effective_on == ago(400)


def test_day_is_corrected_between_its_neighbours_and_the_history_knows_why(desk):
    person = deregistered(registered(days_ago=100), 50)
    step = StateChange.objects.get(client=person, to_state=ClientState.REGISTERED_UNEMPLOYED)
    url = reverse("registration:step-correct", args=[person.public_id])
    typed = {"step": step.pk, "reason": "", "why": "Literówka"}

    late = desk.post(url, typed | {"effective_on": ago(49)})
    early = desk.post(url, typed | {"effective_on": ago(101)})
    desk.post(url, typed | {"effective_on": ago(60)})

    assert "must begin no later" in late.content.decode()
    assert "cannot begin before" in early.content.decode()
    step.refresh_from_db()
    assert step.effective_on == ago(60)
    assert (
        "Literówka"
        in desk.get(reverse("registration:client-history", args=[person.public_id])).content.decode()
    )


def test_step_of_another_person_is_not_offered(desk):
    mine, other = registered(days_ago=5), registered(days_ago=5, document_number="CC1")
    url = reverse("registration:step-correct", args=[mine.public_id])

    response = desk.post(url, {"step": last(other).pk, "effective_on": ago(1), "why": "x"})

    assert set(response.context["form"].errors) == {"step"}
    assert last(other).effective_on == ago(5)


def test_last_status_is_taken_back_with_its_reason(desk):
    person = deregistered(registered(days_ago=100), 50)
    url = reverse("registration:step-take-back", args=[person.public_id])
    version = Client.objects.get(pk=person.pk).version

    stale = desk.post(url, {"why": "Pomyłka", "version": version - 1})
    desk.post(url, {"why": "Pomyłka", "version": version})

    person.refresh_from_db()
    assert "Somebody else changed this record" in stale.content.decode()
    assert (person.state, person.deadlines.contact_on) == (ClientState.REGISTERED_UNEMPLOYED, ago(10))
    assert [step.to_state for step in standing(person)][-1] == ClientState.REGISTERED_UNEMPLOYED
    assert "Pomyłka" in desk.get(person.get_absolute_url()).content.decode()


def test_taking_back_the_only_registration_forgets_when_it_was():
    person = registered(days_ago=3)

    person = services.take_back_step(step=last(person), why="Pomyłka", by=UserFactory())

    assert (person.state, person.registered_at, person.registered_by) == ("in_registration", None, None)


def test_taking_back_a_second_registration_gives_back_the_first(desk):
    person = registered(days_ago=9)
    first, by = person.registered_at, person.registered_by
    person = deregistered(person, 5)
    for state in (ClientState.IN_REGISTRATION, ClientState.REGISTERED_UNEMPLOYED):
        person = change_state(client=person, to=state, effective_on=ago(2), by=UserFactory())
    second = person.registered_at
    url = reverse("registration:step-take-back", args=[person.public_id])

    desk.post(url, {"why": "Pomyłka", "version": person.version})

    person.refresh_from_db()
    assert person.state == ClientState.IN_REGISTRATION
    assert second != first == person.registered_at
    assert person.registered_by == by


def test_papers_that_name_the_status_are_outdated_when_it_is_taken_back():
    person = registered(days_ago=3)
    words = {"body_pl": "Status: {{ status }}", "body_uk": "Статус: {{ status }}"}
    paper = made(person, version_with(words, kind="application"))

    services.take_back_step(step=last(person), why="Pomyłka", by=UserFactory())

    paper.refresh_from_db()
    assert paper.is_outdated


def test_first_status_and_earlier_ones_are_not_taken_back():
    fresh, person = ClientFactory(), registered(days_ago=3)

    for step in (last(fresh), standing(person)[1]):
        with pytest.raises(services.NothingToTakeBack):
            services.take_back_step(step=step, why="x", by=UserFactory())


def test_step_taken_back_meanwhile_is_not_corrected():
    person = registered(days_ago=3)
    step = last(person)
    services.take_back_step(step=step, why="x", by=UserFactory())

    with pytest.raises(services.NothingToTakeBack):
        services.correct_step(
            step=step, effective_on=ago(1), reason_term=None, reason="", why="x", by=UserFactory()
        )


def test_taken_back_needs_who_and_when():
    step = last(registered(days_ago=3))

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        StateChange.objects.filter(pk=step.pk).update(taken_back_by=UserFactory())

    assert refusal.value.__cause__.diag.constraint_name == "statechange_taken_back_at_and_by_together"


def test_reason_from_the_list_stands_on_the_card(desk):
    person = registered(days_ago=10)
    term = Term.objects.get(vocabulary="status_reason", code="took_up_work")

    desk.post(
        reverse("registration:client-state", args=[person.public_id]),
        {"to": "deregistered", "effective_on": ago(0), "reason_term": term.pk, "reason": "Hotel"},
    )

    assert "work taken up; Hotel" in desk.get(person.get_absolute_url()).content.decode()


def test_certificate_tells_the_registered_times():
    person = deregistered(registered(days_ago=100), 50)

    then, now = certificate_of(person, ago(60)), certificate_of(person, ago(0))

    assert then.now.state == ClientState.REGISTERED_UNEMPLOYED
    assert (then.now.since, then.now.until) == (ago(100), ago(50))
    assert now.now is None
    assert now.ends_on is None
    assert [str(spell.reason) for spell in now.spells] == ["work taken up"]


def test_certificate_of_who_is_registered_says_when_the_status_ends():
    today = certificate_of(registered(days_ago=10), ago(0))

    assert (today.now.until, today.ends_on.year) == (None, ago(10).year + 3)
