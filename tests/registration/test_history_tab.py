"""The history tab of a client: what belongs to the person, for whom, page by page, however it was written."""

import pytest
from django.db import connection
from django.urls import reverse

from accounts.permissions import Role
from cv_builder.models import Cv
from registration.models import Client
from tests.cv_builder.factories import CvFactory
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.meetings.factories import listed, planned
from tests.registration.factories import ClientFactory
from tests.registration.rights import held

pytestmark = pytest.mark.django_db


def history(client, record, role, page=1):
    client.force_login(UserFactory(role=role))
    address = reverse("registration:client-history", args=[record.public_id])
    return client.get(address, {"page": page})


def headings(response):
    return {row.heading for step in response.context["history"].steps for row in step.rows}


def full_record():
    record = ClientFactory()
    held(record)
    UploadFactory(subject=record)
    CvFactory(client=record)
    listed(planned(), client=record)
    return record


@pytest.mark.parametrize(
    ("role", "more"),
    [
        (
            Role.COORDINATOR,
            {"Care for the person", "List of people at a meeting", "Legal hold", "Scan or photo", "CV"},
        ),
        (
            Role.MANAGER,
            {"Care for the person", "List of people at a meeting", "Legal hold", "Scan or photo", "CV"},
        ),
        (Role.COUNSELLOR, {"CV"}),
        (Role.BROKER, set()),
    ],
)
def test_each_role_is_told_what_it_may_see_elsewhere(client, role, more):
    record = full_record()

    told = headings(history(client, record, role))

    assert told == {"", "Change of status"} | more


def test_write_of_a_withheld_field_is_told_without_the_field(client):
    record = ClientFactory()
    Client.objects.filter(pk=record.pk).update(street_address="ul. Tajna 5")

    response = history(client, record, Role.BROKER)

    changed = response.context["history"].steps[0].rows[0]
    assert changed.fields == []
    assert "Something that this page does not show." in response.content.decode()
    assert "Tajna" not in response.content.decode()


def test_raw_sql_is_told_with_its_value(client):
    record = ClientFactory(notes="")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registration_client SET notes = 'z bazy' WHERE id = %s", [record.pk])

    (field,) = history(client, record, Role.ADVISER).context["history"].steps[0].rows[0].fields

    assert (field.label, field.before, field.after) == ("Notes", "", "z bazy")


def test_no_step_is_lost_on_the_way_to_the_last_page(client):
    record = ClientFactory()
    for number in range(205):
        Client.objects.filter(pk=record.pk).update(notes=f"{number}")

    pages = [history(client, record, Role.ADVISER, page).context["history"] for page in range(1, 12)]

    told = [field.after for page in pages for step in page.steps for row in step.rows for field in row.fields]
    assert {f"{number}" for number in range(205)} <= set(told)
    assert pages[-1].page.paginator.num_pages == 11


@pytest.mark.parametrize("count", [1, 8])
def test_history_of_a_client_query_count(client, django_assert_num_queries, count):
    record = ClientFactory()
    cv = CvFactory(client=record)
    for number in range(count):
        Client.objects.filter(pk=record.pk).update(notes=f"{number}")
        Cv.objects.filter(pk=cv.pk).update(summary_pl=f"{number}")
    history(client, record, Role.ADVISER)
    address = reverse("registration:client-history", args=[record.public_id])

    with django_assert_num_queries(14):
        client.get(address)
