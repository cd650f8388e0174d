"""Rows and files that nothing names any more: a deleted subject, a worker killed at the wrong moment."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import User
from documents import leftovers, periodic
from documents.models import Document
from documents.tasks import remove_leftovers
from pup_portal.celery import app as celery_app
from tests.documents.factories import POSTER, DocumentFactory, UploadFactory, made_document
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1, minutes=1)


def stored_by_a_killed_worker(document: Document) -> str:
    """The file is in its place, and the row does not say so."""
    return default_storage.save(document.place, ContentFile(b"%PDF-1.7 half a fi"))


def test_deleted_subject_takes_its_papers_and_their_files_along(django_capture_on_commit_callbacks):
    reader = UserFactory()
    papers = [made_document(subject=reader), DocumentFactory(subject=reader, kind=POSTER)]
    other = made_document()

    with django_capture_on_commit_callbacks(execute=True):
        User.objects.filter(pk=reader.pk).delete()

    assert list(Document.objects.all()) == [other]
    assert not default_storage.exists(papers[0].file.name)
    assert default_storage.exists(other.file.name)


def test_erasing_an_unfinished_paper_takes_the_file_of_a_killed_worker_along(
    django_capture_on_commit_callbacks,
):
    document = DocumentFactory()
    name = stored_by_a_killed_worker(document)

    with django_capture_on_commit_callbacks(execute=True):
        Document.objects.about(document.subject).erase()

    assert not default_storage.exists(name)


def test_file_stored_for_an_erased_paper_is_swept_after_a_day():
    document = DocumentFactory()
    Document.objects.filter(pk=document.pk).delete()
    name = stored_by_a_killed_worker(document)  # and killed before it looked whether the row is there

    assert leftovers.remove(timezone.now()) == 0  # its row may come yet
    assert leftovers.remove(timezone.now() + TOMORROW) == 1
    assert not default_storage.exists(name)


def test_files_of_papers_made_and_owed_are_never_swept():
    made, owed = made_document(), DocumentFactory()
    names = [made.file.name, stored_by_a_killed_worker(owed)]

    assert leftovers.remove(timezone.now() + TOMORROW) == 0
    assert all(default_storage.exists(name) for name in names)


def test_sweeping_before_anything_was_printed_finds_nothing():
    assert remove_leftovers() == 0


def test_beat_sweeps_every_night():
    assert periodic.app is celery_app
    assert celery_app.conf.beat_schedule["remove leftover files"]["task"] == remove_leftovers.name


def test_a_scan_stored_by_a_killed_server_is_swept_after_a_day():
    orphan = default_storage.save("uploads/ab/abcdef.pdf", ContentFile(b"%PDF-1.7 a passport"))

    assert leftovers.remove(timezone.now()) == 0  # its row may come yet
    assert leftovers.remove(timezone.now() + TOMORROW) == 1
    assert not default_storage.exists(orphan)


def test_scans_that_a_row_names_are_never_swept():
    stored = default_storage.save("uploads/cd/kept.pdf", ContentFile(b"%PDF-1.7 "))
    upload = UploadFactory(subject=UserFactory(), file=stored)

    assert default_storage.exists(upload.file.name)
    assert leftovers.remove(timezone.now() + TOMORROW) == 0
    assert default_storage.exists(upload.file.name)
