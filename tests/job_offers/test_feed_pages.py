"""Taking over the national feed through the pages of the desk."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import FeedCall, FeedImport
from job_offers.services import imports
from job_offers.tasks import import_feed
from tests.factories import UserFactory
from tests.job_offers.feed_files import as_json, as_zip
from tests.job_offers.feed_taking import offer, take

pytestmark = pytest.mark.django_db


def test_broker_uploads_a_file_and_sees_what_came_of_it(client):
    client.force_login(UserFactory(role=Role.BROKER))
    upload = ContentFile(as_zip({"a.json": as_json(offer(1), offer(2, hash=""))}), name="oferty.zip")

    response = client.post(reverse("job_offers:import-list"), {"file": upload}, follow=True)

    assert "every 2s" in response.content.decode()
    import_feed(FeedImport.objects.get().pk)
    page = client.get(response.redirect_chain[-1][0]).content.decode()
    assert "oferty.zip" in page
    assert "every 2s" not in page
    filtered = client.get(response.redirect_chain[-1][0], {"kind": "refused"})
    assert len(filtered.context["findings"]) == 1
    ended = client.get(response.redirect_chain[-1][0], headers={"HX-Request": "true"})
    assert ended.headers["HX-Refresh"] == "true"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a" * 300 + ".zip", "оферти.zip"])
def test_odd_file_names_are_kept_as_names_only(client, name):
    client.force_login(UserFactory(role=Role.BROKER))

    client.post(reverse("job_offers:import-list"), {"file": ContentFile(as_json(offer(1)), name=name)})

    assert "/" not in FeedImport.objects.get().original_name


@pytest.mark.parametrize("upload", [None, ContentFile(b"", name="empty.zip")])
def test_missing_or_empty_upload_is_an_error_beside_the_field(client, upload):
    client.force_login(UserFactory(role=Role.BROKER))

    response = client.post(reverse("job_offers:import-list"), {"file": upload} if upload else {})

    assert "file" in response.context["form"].errors
    assert not FeedImport.objects.exists()


def test_too_large_upload_is_refused(client, settings):
    settings.IMPORT_MAX_BYTES = 10
    client.force_login(UserFactory(role=Role.BROKER))

    response = client.post(
        reverse("job_offers:import-list"), {"file": ContentFile(as_json(offer(1)), name="a")}
    )

    assert "file" in response.context["form"].errors


@pytest.mark.parametrize("count", [1, 20])
def test_import_list_query_count(client, django_assert_num_queries, count):
    broker = UserFactory(role=Role.BROKER)
    for _number in range(count):
        imports.take_feed(file=ContentFile(b"[]", name="feed.json"), by=broker)
    client.force_login(broker)
    client.get(reverse("job_offers:import-list"))

    with django_assert_num_queries(8):  # session read and kept alive (4), user, count, page, calls
        response = client.get(reverse("job_offers:import-list"))

    assert len(response.context["page"]) == count


def test_list_tells_what_came_of_asking_the_service(client, settings):
    taken = take(offer(1))
    evening = timezone.localdate()
    FeedCall.objects.create(
        evening=evening, criterion="26610", try_number=2, outcome="taken", feed_import=taken
    )
    FeedCall.objects.create(evening=evening, criterion="26610", outcome="unavailable")
    FeedCall.objects.create(evening=evening, criterion="all")
    client.force_login(UserFactory(role=Role.BROKER))

    page = client.get(reverse("job_offers:import-list")).content.decode()

    assert page.count(taken.get_absolute_url()) == 2
    assert "is not available now" in page
    assert "of all offices" in page
    assert "asked of ePraca" in page


@pytest.mark.parametrize("partner", ["", "Urząd"])
def test_list_says_that_the_service_was_not_asked_yet_only_where_it_will_be(client, settings, partner):
    settings.FEED_PARTNER = partner
    client.force_login(UserFactory(role=Role.BROKER))

    page = client.get(reverse("job_offers:import-list")).content.decode()

    assert ("has not been asked yet" in page) == bool(partner)


@pytest.mark.parametrize("count", [1, 20])
def test_import_detail_query_count(client, django_assert_num_queries, count):
    owed = take(*(offer(number, hash="") for number in range(count)))
    client.force_login(UserFactory(role=Role.BROKER))
    client.get(owed.get_absolute_url())

    with django_assert_num_queries(8):  # session read and kept alive (4), user, import, count, page
        response = client.get(owed.get_absolute_url())

    assert len(response.context["findings"]) == count
