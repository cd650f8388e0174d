"""Writing the access log, and what the application's role is refused on it."""

from enum import StrEnum

import pytest
from django.db import transaction
from django.test import RequestFactory
from django.urls import ResolverMatch

from accounts.access_log import AccessKind, AccessNotRecorded, record, record_by
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from tests.factories import UserFactory


class Unknown(StrEnum):
    LOOKED = "looked"


pytestmark = pytest.mark.django_db


@pytest.fixture
def page_request():
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", headers={"x-request-id": "abcdef-123456"})
    request.user = UserFactory(role=Role.ADVISER)
    request.resolver_match = None
    return request


def test_one_statement_writes_all_subjects(page_request, django_assert_num_queries):
    subjects = UserFactory.create_batch(20)

    with django_assert_num_queries(1):
        record(page_request, kind=AccessKind.LIST, subjects=[*subjects, subjects[0]])

    assert AccessEntry.objects.count() == 20


def test_row_says_who_what_which_record_from_where(page_request):
    subject = UserFactory()

    record(page_request, kind=AccessKind.VIEW, subjects=[subject], purpose="because")

    row = AccessEntry.objects.get()
    assert (row.actor, row.actor_role, row.kind) == (page_request.user, "adviser", "view")
    assert (row.subject_model, row.subject_number) == ("accounts.user", subject.pk)
    assert (row.purpose, row.address, row.request_id) == ("because", "192.0.2.7", "abcdef-123456")


def test_looking_without_finding_anybody_is_one_row(page_request):
    record(page_request, kind=AccessKind.SEARCH, subjects=[])

    assert list(AccessEntry.objects.values_list("subject_model", "subject_number")) == [("", None)]


def test_an_address_that_is_none_is_left_out(page_request):
    page_request.META["REMOTE_ADDR"] = "unix:"

    record(page_request, kind=AccessKind.VIEW, subjects=[])

    assert AccessEntry.objects.get().address is None


def test_a_command_writes_its_name_and_no_address():
    record_by(None, kind=AccessKind.EXPORT, subjects=[UserFactory()], purpose="", source="export_person")

    row = AccessEntry.objects.get()
    assert (row.actor, row.actor_role, row.page, row.address) == (None, "", "export_person", None)


def test_what_is_too_long_is_cut_instead_of_closing_the_page(page_request):
    long_name = ResolverMatch(print, (), {}, url_name="n" * 101)
    page_request.resolver_match = long_name

    record(page_request, kind=AccessKind.VIEW, subjects=[], purpose="p" * 301)

    row = AccessEntry.objects.get()
    assert (row.purpose, row.page) == ("p" * 300, "n" * 100)


def test_what_is_too_long_is_cut_instead_of_stopping_a_command():
    record_by(None, kind=AccessKind.EXPORT, subjects=[], purpose="p" * 301, source="s" * 101)

    row = AccessEntry.objects.get()
    assert (row.purpose, row.page) == ("p" * 300, "s" * 100)


def test_what_the_database_does_not_take_is_an_error(page_request):
    with pytest.raises(AccessNotRecorded), transaction.atomic():
        record(page_request, kind=Unknown.LOOKED, subjects=[])
