import pytest
from django.test import RequestFactory

from messaging.models import Message
from pup_portal.http import PER_PAGE, page_of
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("2", 2), ("99", 2), ("0", 2), ("-1", 2), ("x", 1), ("1" * 30, 2)]
)
def test_wrong_page_number_gives_the_nearest_page(asked, number):
    MessageFactory.create_batch(PER_PAGE + 1)

    page = page_of(RequestFactory().get("/", {"page": asked}), Message.objects.all())

    assert page.number == number
