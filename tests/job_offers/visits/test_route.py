"""The route of a day, and its order."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import FieldVisit
from job_offers.visits import services, whereabouts
from job_offers.visits.reports import Target
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, WorkplaceFactory, place
from tests.job_offers.visits.factories import EmployerContactFactory, FieldVisitFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def agent(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def planned(agent, count, **values):
    return [
        services.plan_visit(
            target=Target(employer=EmployerFactory()), agent=agent, day=TODAY, by=agent, **values
        )
        for _ in range(count)
    ]


def shown(client, **asked):
    return [visit for visit, _where in client.get(reverse("visits:route"), asked).context["stops"]]


def move(client, visit, to):
    return client.post(reverse("visits:visit-move", args=[visit.public_id]), {"to": to})


def test_route_holds_the_agents_planned_visits_of_the_day_in_their_order(client, agent):
    first, second = planned(agent, 2)
    FieldVisitFactory(agent=agent, is_held=True)
    FieldVisitFactory(agent=agent, day=TODAY + timedelta(days=1))
    FieldVisitFactory()

    assert shown(client) == [first, second]


@pytest.mark.parametrize(
    ("moved", "to", "order"),
    [(0, "down", [1, 0, 2]), (2, "up", [0, 2, 1]), (0, "up", [0, 1, 2]), (2, "down", [0, 1, 2])],
)
def test_agent_changes_the_order(client, agent, moved, to, order):
    visits = planned(agent, 3)

    response = move(client, visits[moved], to)

    assert f"day={TODAY}" in response["Location"]
    assert shown(client) == [visits[number] for number in order]


def test_visit_that_is_held_is_moved_no_more(client, agent):
    visit = FieldVisitFactory(agent=agent, is_held=True)

    with pytest.raises(services.VisitNotPossible, match="not on the route"):
        services.move_visit(visit=visit, up=True)
    assert move(client, visit, "up").status_code == 302


def test_colleagues_route_of_another_day_is_shown(client, agent):
    tomorrow = TODAY + timedelta(days=1)
    visit = FieldVisitFactory(day=tomorrow)

    assert shown(client, day=tomorrow, agent=visit.agent.public_id) == [visit]


def test_wrong_day_and_agent_show_ones_own_of_today(client, agent):
    (visit,) = planned(agent, 1)

    assert shown(client, day="32.13.2026", agent="nikt") == [visit]


def test_who_visits_nobody_sees_a_colleagues_route(client):
    visit = FieldVisitFactory(agent__full_name="Aaa Pierwsza")
    client.force_login(UserFactory(role=Role.MANAGER))

    assert shown(client) == [visit]


def test_route_tells_address_phones_and_map_without_asking_another_site(client, agent):
    employer = EmployerFactory(phone="+48415550101")
    EmployerContactFactory(employer=employer, phone="+48415550104")
    site = WorkplaceFactory(
        employer=employer,
        street_address="ul. Polna 3",
        latitude=Decimal("50.87000"),
        longitude=Decimal("20.63000"),
    )
    services.plan_visit(target=Target(employer=employer, workplace=site), agent=agent, day=TODAY, by=agent)

    page = client.get(reverse("visits:route")).content.decode()

    assert "ul. Polna 3, Kielce" in page
    assert 'href="tel:+48415550101"' in page
    assert 'href="tel:+48415550104"' in page
    assert 'href="geo:50.87000,20.63000?q=50.87000,20.63000"' in page
    assert "openstreetmap.org/?mlat=50.87000&amp;mlon=20.63000#map=17/50.87000/20.63000" in page
    assert not [tag for tag in ("<iframe", "<img", 'src="http') if tag in page.split("<main")[1]]


def test_address_without_coordinates_is_looked_up_by_the_map():
    where = whereabouts.of_employer(EmployerFactory.build(street_address="ul. Żytnia 1", place=place()))

    assert where.geo == "geo:0,0?q=ul.%20%C5%BBytnia%201%2C%20Kielce"
    assert where.osm == "https://www.openstreetmap.org/search?query=ul.%20%C5%BBytnia%201%2C%20Kielce"


def test_employer_without_an_address_has_no_map():
    where = whereabouts.of_employer(EmployerFactory.build())

    assert (where.address, where.geo, where.osm) == ("", "", "")


@pytest.mark.parametrize("count", [1, 20])
def test_route_query_count(client, agent, django_assert_num_queries, count):
    planned(agent, count)

    with django_assert_num_queries(10):
        assert len(shown(client)) == count


@pytest.mark.django_db(transaction=True)
def test_two_who_plan_at_once_take_places_one_after_the_other():
    agent = UserFactory(role=Role.BROKER)
    employers = [EmployerFactory(), EmployerFactory()]

    one_after_the_other(
        *[
            lambda employer=employer: services.plan_visit(
                target=Target(employer=employer), agent=agent, day=TODAY, by=agent
            )
            for employer in employers
        ]
    )

    places = FieldVisit.objects.route(agent, TODAY).values_list("place_in_route", flat=True)
    assert list(places) == [1, 2]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"state": "held"}, "fieldvisit_held_is_recorded"),
        ({"cancel_reason": "x"}, "fieldvisit_cancelled_at_by_and_why_together"),
        ({"offers_expected": 1}, "fieldvisit_tells_only_what_was_said"),
    ],
)
def test_visit_that_contradicts_itself_is_refused_by_the_database(values, constraint):
    visit = FieldVisitFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        FieldVisit.objects.filter(pk=visit.pk).update(**values)
