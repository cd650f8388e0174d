import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from messaging.models import Message
from pup_portal import http
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


def asked_for(number: str):
    return page_of(RequestFactory().get("/", {"page": number}), Message.objects.all(), per_page=2)


def shown(page) -> str:
    words = render_to_string("_pagination.html", {"page": page}, RequestFactory().get("/"))
    return " ".join(words.split())


@pytest.fixture
def _counted_to_four(monkeypatch):
    monkeypatch.setattr(http, "MOST_COUNTED", 4)


@pytest.mark.usefixtures("_counted_to_four")
def test_long_list_is_counted_to_the_limit_only(django_assert_num_queries):
    MessageFactory.create_batch(11)

    with django_assert_num_queries(1) as asked:
        page = asked_for("1")

    assert "LIMIT 5" in asked.captured_queries[0]["sql"]
    assert "Page 1 of 3 or more" in shown(page)


@pytest.mark.usefixtures("_counted_to_four")
def test_every_page_of_a_long_list_is_reached_by_the_next_link():
    rows = MessageFactory.create_batch(11)
    page, seen = asked_for("1"), []

    seen += list(page)
    while page.has_next():
        page = asked_for(str(page.next_page_number()))
        seen += list(page)

    assert {row.pk for row in seen} == {row.pk for row in rows}
    assert (page.number, len(seen)) == (6, 11)
    assert "Page 6 of 6</span>" in shown(page)


@pytest.mark.usefixtures("_counted_to_four")
def test_list_as_long_as_the_limit_says_its_whole_length():
    MessageFactory.create_batch(4)

    assert "Page 1 of 2</span>" in shown(asked_for("1"))
