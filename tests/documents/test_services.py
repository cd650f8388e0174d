import re

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.utils import translation

from documents import making
from documents.images import PrintImage
from documents.models import Document
from documents.services import erase_documents, order_document, try_again
from pup_portal import background
from pup_portal.encryption import SEALED_PATTERN
from tests.documents.factories import DocumentFactory, made_document, ordered, printed
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_order_owes_a_document_in_its_language():
    subject, by = UserFactory(full_name="Їжак Żółć"), UserFactory()

    with translation.override("en"):
        document = ordered(subject, language="uk", by=by)

    assert (document.state, document.title, document.requested_by) == ("owed", "Жовтий документ", by)
    assert 'lang="uk"' in document.html
    assert "Їжак Żółć" in document.html


def test_order_of_the_same_content_returns_the_same_document():
    subject = UserFactory()
    first = ordered(subject)
    making.make(first.pk)

    second = ordered(subject)

    assert second == first
    assert second.is_done
    assert second.attempts == 1


def test_order_of_changed_content_makes_another_document():
    subject = UserFactory(full_name="Anna Stara")
    first = ordered(subject)
    subject.full_name = "Anna Nowa"

    second = ordered(subject)

    assert second != first
    assert list(Document.objects.about(subject).for_list()) == [second, first]


@pytest.mark.parametrize("language", ["uk", "en"])
def test_order_in_another_language_makes_another_document(language):
    subject = UserFactory()

    assert ordered(subject, language=language) != ordered(subject)


def test_order_with_another_picture_makes_another_document():
    subject = UserFactory()
    printed["picture"] = PrintImage(
        b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>", "image/svg+xml"
    )
    first = ordered(subject)
    printed["picture"] = PrintImage(
        b"<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'/>", "image/svg+xml"
    )

    assert ordered(subject) != first


def test_picture_reaches_the_file():
    printed["picture"] = PrintImage(
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/svg+xml"
    )
    document = ordered(UserFactory())

    making.make(document.pk)

    document.refresh_from_db()
    assert (document.state, document.images) == ("done", {})


def test_text_of_people_is_escaped():
    document = ordered(UserFactory(full_name='<img src="file:///etc/passwd">'))

    making.make(document.pk)

    document.refresh_from_db()
    assert document.is_done


def test_order_tells_a_worker_once_per_content(django_capture_on_commit_callbacks):
    subject = UserFactory()

    with django_capture_on_commit_callbacks() as first:
        ordered(subject)
    with django_capture_on_commit_callbacks() as second:
        ordered(subject)

    assert (len(first), len(second)) == (1, 0)


def test_order_of_failed_content_owes_it_again():
    subject = UserFactory()
    document = ordered(subject)
    Document.objects.filter(pk=document.pk).update(state="failed", attempts=5)

    again = ordered(subject, by=UserFactory())

    again.refresh_from_db()
    assert (again, again.state, again.attempts) == (document, "owed", 0)


def test_order_makes_a_lost_file_anew():
    subject = UserFactory()
    document = ordered(subject)
    making.make(document.pk)
    document.refresh_from_db()
    default_storage.delete(document.file.name)

    ordered(subject)
    making.make(document.pk)

    document.refresh_from_db()
    assert document.is_done
    assert default_storage.exists(document.file.name)


def test_unknown_kind_is_a_mistake_of_the_caller():
    with pytest.raises(ImproperlyConfigured, match=r"tests\.nothing"):
        order_document(kind="tests.nothing", subject=UserFactory(), language="pl", by=None)


def test_try_again_owes_only_failed_documents():
    failed, done = DocumentFactory(state="failed", attempts=5), made_document()

    try_again(document=failed)
    try_again(document=done)

    states = Document.objects.order_by("pk").values_list("state", "attempts")
    assert list(states) == [("owed", 0), ("done", 1)]


def test_erasing_removes_rows_and_files_of_one_subject(django_capture_on_commit_callbacks):
    subject, other = UserFactory(), UserFactory()
    made, kept = made_document(subject=subject), made_document(subject=other)
    DocumentFactory(subject=subject)

    with django_capture_on_commit_callbacks(execute=True):
        erase_documents(subject=subject)
        erase_documents(subject=subject)

    assert list(Document.objects.all()) == [kept]
    assert not default_storage.exists(made.file.name)
    assert default_storage.exists(kept.file.name)


def test_document_is_made_once_per_content():
    subject = UserFactory()
    DocumentFactory(subject=subject, input_hash="a")

    with pytest.raises(IntegrityError, match="document_is_made_once_per_content"):
        DocumentFactory(subject=subject, input_hash="a")


@pytest.mark.parametrize(
    "fields", [{"state": "done", "finished_at": "2026-11-21T10:00Z"}, {"html": ""}, {"page_count": 2}]
)
def test_document_has_file_and_pages_when_done(fields):
    with pytest.raises(IntegrityError, match="document_has_file_and_pages_when_done"):
        DocumentFactory(**fields)


def test_document_is_leased_while_running():
    with pytest.raises(IntegrityError, match="document_is_leased_while_running"):
        DocumentFactory(state="running")


def test_document_finished_at_when_done():
    with pytest.raises(IntegrityError, match="document_finished_at_when_done"):
        DocumentFactory(finished_at="2026-11-21T10:00Z")


def test_document_is_known_to_the_sweep():
    assert Document in background.models_of_owed_work()


def test_what_waits_to_be_made_cannot_be_read_in_the_database():
    document = ordered(UserFactory())

    with connection.cursor() as cursor:
        cursor.execute("SELECT html FROM documents_document WHERE id = %s", [document.pk])
        (stored,) = cursor.fetchone()

    assert re.match(SEALED_PATTERN, stored)
    assert "<html" in Document.objects.get(pk=document.pk).html
