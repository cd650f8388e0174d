"""Calls that are owed to employers."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import CallBack
from job_offers.visits.call_services import CallNotPossible, owe_call, settle_call
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory
from tests.job_offers.visits.factories import CallBackFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)
Outcome = CallBack.Outcome


@pytest.fixture
def agent(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def shown(client, **asked):
    return list(client.get(reverse("calls:call-list"), asked).context["page"])


def settle(client, call, **values):
    return client.post(f"/en/desk/calls/{call.public_id}/", values)


def test_calls_are_listed_by_the_day_they_are_due(client, agent):
    later = CallBackFactory(agent=agent, due_on=TOMORROW)
    overdue = CallBackFactory(agent=agent, due_on=TODAY - timedelta(days=1))
    others = CallBackFactory()

    assert shown(client) == [overdue, later]
    assert shown(client, agent="all") == [overdue, others, later]
    assert shown(client, agent=others.agent.public_id) == [others]
    assert shown(client, agent="nikt") == [overdue, later]
    page = client.get("/en/desk/calls/").content.decode()
    assert page.count("overdue</span>") == 1


def test_those_due_by_a_day_are_open_and_have_come():
    due = CallBackFactory()
    CallBackFactory(due_on=TOMORROW)
    settled = CallBackFactory()
    settle_call(call=settled, outcome=Outcome.REACHED, by=settled.agent)

    assert list(CallBack.objects.due(TODAY)) == [due]


def test_owing_a_call_again_moves_its_day(agent):
    employer = EmployerFactory()
    first = owe_call(employer=employer, agent=agent, due_on=TODAY, by=agent, about="o zmiany")

    again = owe_call(employer=employer, agent=agent, due_on=TOMORROW, by=None)

    assert (again.pk, again.due_on, again.about, again.created_by) == (first.pk, TOMORROW, "o zmiany", agent)


def test_offers_and_agents_have_calls_of_their_own(agent):
    offer = OfferFactory()
    for other in (agent, UserFactory(role=Role.BROKER)):
        owe_call(employer=offer.employer, agent=other, due_on=TODAY, by=agent)
        owe_call(employer=offer.employer, agent=other, due_on=TODAY, by=agent, offer=offer)

    assert CallBack.objects.count() == 4


def test_offer_of_another_employer_is_refused(agent):
    with pytest.raises(CallNotPossible, match="another employer"):
        owe_call(employer=EmployerFactory(), agent=agent, due_on=TODAY, by=agent, offer=OfferFactory())


def test_broker_puts_a_call_on_a_colleagues_list(client, agent):
    employer, colleague = EmployerFactory(), UserFactory(role=Role.COORDINATOR)

    client.post(
        reverse("calls:call-owe", args=[employer.public_id]),
        {"due_on": str(TOMORROW), "agent": colleague.pk, "about": "Nowe oferty"},
    )

    call = CallBack.objects.get()
    assert (call.agent, call.due_on, call.about, call.created_by) == (
        colleague,
        TOMORROW,
        "Nowe oferty",
        agent,
    )


def test_call_may_be_about_one_of_the_employers_open_offers(client, agent):
    offer = OfferFactory()
    OfferFactory(employer=offer.employer, state="filled", closed_on=TODAY)
    page = reverse("calls:call-owe", args=[offer.employer.public_id])
    assert list(client.get(page).context["form"].fields["offer"].queryset) == [offer]
    data = {"due_on": str(TODAY), "agent": agent.pk}

    client.post(page, data | {"offer": offer.public_id})
    client.post(page, data | {"offer": OfferFactory().public_id})

    assert CallBack.objects.get().offer == offer


def test_reached_ends_the_call(client, agent):
    call = CallBackFactory(agent=agent)

    response = settle(client, call, outcome="reached", said="Dwie nowe oferty")

    call.refresh_from_db()
    assert response["Location"] == "/en/desk/calls/"
    assert (call.outcome, call.said, call.done_by) == ("reached", "Dwie nowe oferty", agent)
    assert shown(client) == []


def test_not_reached_owes_another_call(client, agent):
    call = CallBackFactory(about="o zmiany")

    settle(client, call, outcome="not_reached", again_on=str(TOMORROW))

    again = CallBack.objects.open().get()
    assert (again.agent, again.due_on, again.about) == (call.agent, TOMORROW, "o zmiany")
    assert CallBack.objects.count() == 2


def test_not_reached_needs_a_day(client, agent):
    call = CallBackFactory()

    response = settle(client, call, outcome="not_reached")

    assert response.context["form"].non_field_errors() == ["Say on which day to call again, today or later."]
    assert CallBack.objects.open().get() == call


def test_employer_who_no_longer_wants_is_recorded_so(client, agent):
    call = CallBackFactory(employer__willing_to_employ_ukrainians=True)

    settle(client, call, outcome="declined")

    call.employer.refresh_from_db()
    assert call.employer.willing_to_employ_ukrainians is False


def test_offer_no_longer_wanted_is_the_next_thing_to_do(client, agent):
    offer = OfferFactory(employer__willing_to_employ_ukrainians=True)
    call = CallBackFactory(employer=offer.employer, offer=offer)

    response = settle(client, call, outcome="declined")

    offer.employer.refresh_from_db()
    assert response["Location"] == f"/en{offer.get_absolute_url()[3:]}"
    assert offer.employer.willing_to_employ_ukrainians is True


def test_settling_again_with_the_same_outcome_does_nothing_and_another_is_told(client, agent):
    call = CallBackFactory()
    settle_call(call=call, outcome=Outcome.NOT_REACHED, again_on=TOMORROW, by=agent)
    settle_call(call=call, outcome=Outcome.NOT_REACHED, again_on=TOMORROW, by=agent)

    response = settle(client, call, outcome="reached")

    assert CallBack.objects.count() == 2
    assert response.context["form"].non_field_errors() == [
        "Somebody has written down what came of this call already."
    ]


@pytest.mark.parametrize("count", [1, 20])
def test_call_list_query_count(client, agent, django_assert_num_queries, count):
    for _ in range(count):
        offer = OfferFactory()
        CallBackFactory(agent=agent, employer=offer.employer, offer=offer)

    with django_assert_num_queries(10):
        assert len(shown(client)) == count


@pytest.mark.django_db(transaction=True)
def test_call_is_owed_once_by_two_at_the_same_moment():
    agent, employer = UserFactory(role=Role.BROKER), EmployerFactory()

    first, second = one_after_the_other(
        *[lambda: owe_call(employer=employer, agent=agent, due_on=TODAY, by=agent)] * 2
    )

    assert first == second


@pytest.mark.django_db(transaction=True)
def test_call_is_settled_once_by_two_at_the_same_moment():
    call = CallBackFactory()

    _, told = one_after_the_other(
        lambda: settle_call(call=call, outcome=Outcome.NOT_REACHED, again_on=TOMORROW, by=call.agent),
        lambda: settle_call(call=call, outcome=Outcome.REACHED, by=call.agent),
    )

    assert isinstance(told, CallNotPossible)


def test_contradictions_are_refused_by_the_database():
    call = CallBackFactory()

    with (
        pytest.raises(IntegrityError, match="callback_done_at_by_and_outcome_together"),
        transaction.atomic(),
    ):
        CallBack.objects.filter(pk=call.pk).update(outcome="reached")
    with pytest.raises(IntegrityError, match="callback_is_open_once"), transaction.atomic():
        CallBackFactory(agent=call.agent, employer=call.employer)
