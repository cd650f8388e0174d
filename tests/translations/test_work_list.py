"""The list of what is to be translated."""

import pytest
from django.urls import reverse

from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    NoticeFactory,
    drafted,
    owed,
    reviewed,
)
from tests.translations.models import Notice
from translations import services
from translations.models import Status, Translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.mark.parametrize("count", [1, 20])
def test_the_work_list_takes_the_same_queries_for_any_length(
    client, coordinator, django_assert_num_queries, count
):
    NoticeFactory.create_batch(count)
    for notice in Notice.objects.all():
        services.owe_draft(subject=notice)

    with django_assert_num_queries(
        10
    ):  # session read and saved (4), user, office; counts, texts in question, size of the page, rows
        response = client.get(reverse("translations:list"), {"status": "missing"})

    assert len(response.context["page"]) == count


def test_the_work_list_has_a_tab_for_each_status(client, coordinator):
    owed(), drafted(), reviewed(GOOD)
    outdated = reviewed(GOOD)
    Notice.objects.filter(pk=outdated.object_id).update(body_pl="Inny.")
    services.source_changed(subject=Notice.objects.get(pk=outdated.object_id))

    response = client.get(reverse("translations:list"))
    asked = client.get(reverse("translations:list"), {"status": "outdated"})

    assert response.context["tabs"] == [(status, 1) for status in Status]
    assert response.context["status"] == Status.DRAFT
    assert list(asked.context["page"]) == [outdated]


def test_the_work_list_says_how_much_is_open(client, coordinator):
    drafted()

    (row,) = client.get(reverse("translations:list")).context["page"]

    assert (row.segment_count, row.open_count) == (3, 1)


def test_an_unknown_tab_is_the_first_and_an_empty_one_says_so(client, coordinator):
    response = client.get(reverse("translations:list"), {"status": "lost"})

    assert response.context["status"] == Status.DRAFT
    assert "Nothing here" in client.get("/en/desk/translations/").content.decode()


@pytest.mark.parametrize("state", ["failed", "owed"])
def test_the_work_list_shows_work_that_failed_or_is_on_its_way(client, coordinator, state):
    owed()
    Translation.objects.update(state=state)

    said = client.get("/en/desk/translations/?status=missing").content.decode()

    assert ("automatic draft failed" in said, "automatic draft on its way" in said) == (
        state == "failed",
        state == "owed",
    )
