"""The history of records, through the page that shows it and the module that reads it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from pup_portal.history import in_words
from reference.models import LegalRule
from reference.services import change_record
from tests.reference.factories import (
    AccommodationFactory,
    LegalRuleFactory,
    OccupationFactory,
    PlaceFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db


def history(client, kind, record):
    return client.get(reverse("reference:record-history", args=[kind, record.public_id]))


def told(step):
    (row,) = step.rows
    return [(field.label, field.before, field.after) for field in row.fields]


@pytest.mark.parametrize(
    ("kind", "factory", "back"),
    [
        ("place", PlaceFactory, "/desk/settings/places/"),
        ("accommodation", AccommodationFactory, "/desk/settings/accommodations/"),
        ("occupation", OccupationFactory, "/desk/settings/occupations/"),
        ("term", TermFactory, "/desk/settings/vocabularies/contract/"),
        ("period", LegalRuleFactory, "/desk/settings/rules/"),
    ],
)
def test_every_kind_of_record_has_a_history_that_leads_back(client, administrator, kind, factory, back):
    response = history(client, kind, factory())

    assert response.context["history"].steps[0].rows[0].deed == "made"
    assert back in response.context["back"]


def test_history_is_told_in_words(client, administrator):
    site = AccommodationFactory(place=PlaceFactory(name_pl="Raków"), address="")
    change_record(
        site, is_active=False, kind="school", place=PlaceFactory(name_pl="Łagów"), address="Leśna 1"
    )

    response = history(client, "accommodation", site)

    assert set(told(response.context["history"].steps[0])) == {
        ("In use", "yes", "no"),
        ("Kind", "hotel", "school or boarding house"),
        ("Gmina", "Raków", "Łagów"),
        ("Street and number", "", "Leśna 1"),
    }
    assert b"a command, or somebody in the database itself" in response.content


def test_days_are_written_out(client, administrator):
    period = LegalRuleFactory()
    change_record(LegalRule.objects.get(pk=period.pk), valid_to=period.key.periods.get().valid_from)

    response = history(client, "period", period)

    assert told(response.context["history"].steps[0]) == [("Holds to", "", "1\u00a0January\u00a02025")]


def test_moments_are_written_in_the_time_of_the_office():
    assert in_words(datetime(2026, 1, 2, 12, 0, tzinfo=ZoneInfo("UTC"))) == "2\u00a0January\u00a02026, 13:00"


def test_lists_are_written_out():
    assert in_words(["uk", "pl"]) == "uk, pl"


@pytest.mark.parametrize("count", [1, 19])
def test_history_query_count(client, administrator, django_assert_num_queries, count):
    place = PlaceFactory()
    for number in range(count):
        change_record(place, name_uk=f"Назва {number}")

    with django_assert_num_queries(
        10
    ):  # session, user, record, count, page, events, profile, session kept (3)
        response = history(client, "place", place)

    assert len(response.context["history"].steps) == count + 1


def test_first_change_of_a_page_is_compared_with_the_page_before(client, administrator):
    place = PlaceFactory(name_uk="Назва")
    for number in range(20):
        change_record(place, name_uk=f"Назва {number}")

    response = history(client, "place", place)

    oldest_shown = response.context["history"].steps[-1]
    assert told(oldest_shown) == [("Name in Ukrainian", "Назва", "Назва 0")]


def test_unknown_kind_is_not_found(client, administrator):
    assert history(client, "secret", PlaceFactory()).status_code == 404
