from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, default_storage
from django.utils import timezone
from pypdf import PdfReader

from documents import making
from documents.models import Document
from documents.tasks import make_document
from pup_portal.background import MAX_ATTEMPTS
from tests.documents.factories import DocumentFactory, made_document, ordered
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def text_of(document: Document) -> str:
    with document.file.open("rb") as file:
        return PdfReader(BytesIO(file.read())).pages[0].extract_text()


def test_task_makes_the_file_and_forgets_the_page():
    document = ordered(UserFactory(full_name="Їжак Żółć"))

    made = make_document(document.pk)

    document.refresh_from_db()
    assert made
    assert (document.state, document.page_count, document.html) == ("done", 1, "")
    assert "Їжак Żółć" in text_of(document)


def test_second_delivery_makes_nothing():
    document = made_document()

    assert not make_document(document.pk)


def test_file_name_tells_nothing():
    document = made_document()

    assert document.storage_key.hex in document.file.name
    assert str(document.public_id) not in document.file.name


def test_file_left_by_a_killed_worker_is_replaced():
    document = DocumentFactory(
        state="running",
        attempts=1,
        lease="6f1b4f9e-0000-4000-8000-000000000000",
        leased_until=timezone.now() - timedelta(seconds=1),
    )
    folder = f"documents/{document.storage_key.hex[:2]}"
    default_storage.save(f"{folder}/{document.storage_key.hex}.pdf", ContentFile(b"half a fi"))

    making.make(document.pk)

    document.refresh_from_db()
    assert "Żółć" in text_of(document)
    assert default_storage.listdir(folder) == ([], [f"{document.storage_key.hex}.pdf"])


def test_files_live_in_whatever_storage_is_set(settings):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }

    document = made_document()

    assert "Żółć" in text_of(document)
    assert not settings.MEDIA_ROOT.exists()


def test_page_that_may_not_be_printed_fails_with_its_reason():
    document = DocumentFactory(html='<img src="file:///etc/passwd" alt="x">')

    for _attempt in range(MAX_ATTEMPTS):
        Document.objects.update(run_after=timezone.now())
        assert make_document(document.pk)

    document.refresh_from_db()
    assert document.state == "failed"
    assert document.last_error == "The template of this paper asks for something that may not be loaded."
    assert not document.file


class ErasingStorage(InMemoryStorage):
    """Somebody erases the person while the worker stores the file."""

    def _save(self, name: str, content: ContentFile) -> str:
        Document.objects.all().delete()
        return super()._save(name, content)


def test_file_of_a_document_erased_meanwhile_is_not_kept(settings):
    storage = {"BACKEND": "tests.documents.test_making.ErasingStorage"}
    settings.STORAGES = settings.STORAGES | {"default": storage}
    document = DocumentFactory()

    making.make(document.pk)

    assert default_storage.listdir(f"documents/{document.storage_key.hex[:2]}") == ([], [])
