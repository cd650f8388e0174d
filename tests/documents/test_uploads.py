"""Scans and photos: kept once, replaced, removed, moved and erased, with their files."""

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

import documents
from accounts.models import User
from accounts.permissions import Role
from documents import holders
from documents.models import Upload, UploadKind
from documents.services import (
    FilesClosed,
    erase_uploads,
    move_uploads,
    remove_upload,
    replace_upload,
    store_upload,
)
from pup_portal.db import DomainError
from tests.factories import UserFactory
from tests.pup_portal.files import action, handed_over, pdf, photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _staff_hold_files(monkeypatch):
    """In these tests a file may be about a member of staff; brokers see it, coordinators change it."""
    monkeypatch.setattr(holders, "_holders", dict(holders._holders))
    documents.hold_files(
        User,
        may_see=lambda user, subject: user.role in {Role.COORDINATOR, Role.BROKER},
        may_change=lambda user, subject: user.role != Role.BROKER and subject.is_active,
    )


@pytest.fixture
def by():
    return UserFactory(role=Role.COORDINATOR)


def stored(subject, by, content=None, name="scan.pdf") -> Upload:
    return store_upload(
        subject=subject, file=handed_over(content or pdf(), name), kind=UploadKind.IDENTITY, by=by
    )


def files_in_storage() -> set[str]:
    folder = "uploads"
    if not default_storage.exists(folder):
        return set()
    folders = default_storage.listdir(folder)[0]
    return {
        f"{folder}/{part}/{name}"
        for part in folders
        for name in default_storage.listdir(f"{folder}/{part}")[1]
    }


def test_file_is_kept_under_a_random_name(by):
    content = pdf(pages=2)

    upload = stored(UserFactory(), by, content, "Паспорт Шевченко.pdf")

    assert upload.label == "Паспорт Шевченко.pdf"
    assert "Шевченко" not in upload.file.name
    with upload.file.open("rb") as file:
        assert file.read() == content
    assert (upload.page_count, upload.size, upload.added_by) == (2, len(content), by)
    assert files_in_storage() == {upload.file.name}


def test_same_content_about_the_same_record_is_kept_once(by):
    subject = UserFactory()

    first, again = stored(subject, by), stored(subject, by, name="copy.pdf")

    assert first == again
    assert files_in_storage() == {first.file.name}


def test_same_content_about_another_record_is_a_file_of_its_own(by):
    first, other = stored(UserFactory(), by), stored(UserFactory(), by)

    assert files_in_storage() == {first.file.name, other.file.name}


@pytest.mark.parametrize("content", [b"words", pdf(change=action("/Launch")), photo()[:50]])
def test_refused_file_leaves_nothing(by, content):
    with pytest.raises(DomainError):
        stored(UserFactory(), by, content)

    assert not Upload.objects.exists()
    assert files_in_storage() == set()


def test_row_that_cannot_be_stored_leaves_no_file(by):
    with pytest.raises(IntegrityError), transaction.atomic():
        store_upload(subject=UserFactory(), file=handed_over(pdf()), kind="nothing", by=by)

    assert files_in_storage() == set()


def test_record_that_takes_no_files_is_closed(by):
    with pytest.raises(FilesClosed):
        stored(UserFactory(is_active=False), by)
    with pytest.raises(FilesClosed):
        stored(UserFactory(), UserFactory(role=Role.BROKER))
    with pytest.raises(FilesClosed):
        stored(UserFactory(), UserFactory(role=Role.MANAGER))


def test_model_that_nobody_registered_holds_no_files(by):
    upload = stored(UserFactory(), by)

    with pytest.raises(FilesClosed):
        stored(upload, by)


def test_file_of_a_vanished_record_opens_to_nobody(by):
    upload = stored(UserFactory(), by)
    Upload.objects.update(object_id=0)

    assert not Upload.objects.get(pk=upload.pk).may_be_opened_by(by)


def test_replacing_deletes_the_old_file(by, django_capture_on_commit_callbacks):
    old = stored(UserFactory(), by)

    with django_capture_on_commit_callbacks(execute=True):
        new = replace_upload(upload=old, file=handed_over(photo(), "better.jpg"), by=by)

    old.refresh_from_db()
    assert (new.kind, new.label, new.subject) == (old.kind, "better.jpg", old.subject)
    assert (old.removal_reason, old.removed_by) == ("replaced by a newer file", by)
    assert files_in_storage() == {new.file.name}


def test_replacing_by_the_same_changes_nothing(by):
    old = stored(UserFactory(), by)

    assert replace_upload(upload=old, file=handed_over(pdf()), by=by) == old
    assert not Upload.objects.get().is_removed


def test_removed_file_cannot_be_replaced(by):
    old = stored(UserFactory(), by)
    remove_upload(upload=old, reason="wrong person", by=by)

    with pytest.raises(FilesClosed):
        replace_upload(upload=old, file=handed_over(photo()), by=by)


def test_removing_deletes_the_file_and_says_why(by, django_capture_on_commit_callbacks):
    upload = stored(UserFactory(), by, name="Shevchenko.pdf")

    with django_capture_on_commit_callbacks(execute=True):
        remove_upload(upload=upload, reason="wrong person", by=by)

    upload.refresh_from_db()
    assert (upload.removal_reason, upload.removed_by) == ("wrong person", by)
    assert (upload.label, upload.file.name, upload.content_hash) == ("", "", "")
    assert not upload.may_be_opened_by(by)
    assert files_in_storage() == set()


def test_removing_again_changes_nothing(by):
    upload = stored(UserFactory(), by)
    remove_upload(upload=upload, reason="wrong person", by=by)

    remove_upload(upload=upload, reason="another", by=UserFactory())

    upload.refresh_from_db()
    assert upload.removal_reason == "wrong person"


def test_removing_is_only_for_who_may_change(by):
    upload = stored(UserFactory(), by)

    with pytest.raises(FilesClosed):
        remove_upload(upload=upload, reason="x", by=UserFactory(role=Role.BROKER))

    assert upload.may_be_opened_by(UserFactory(role=Role.BROKER))


def test_removed_content_may_be_added_again(by):
    subject = UserFactory()
    remove_upload(upload=stored(subject, by), reason="x", by=by)

    assert not stored(subject, by).is_removed


def test_erasing_leaves_neither_rows_nor_files(by, django_capture_on_commit_callbacks):
    subject, other = UserFactory(), UserFactory()
    remove_upload(upload=stored(subject, by), reason="Shevchenko asked", by=by)
    stored(subject, by)
    kept = stored(other, by)

    with django_capture_on_commit_callbacks(execute=True):
        erase_uploads(subject=subject)
        erase_uploads(subject=subject)

    assert list(Upload.objects.all()) == [kept]
    assert kept.file.name in files_in_storage()


def test_moving_leaves_what_the_other_has_already_for_whoever_must_undo_it(
    by, django_capture_on_commit_callbacks
):
    keep, gone = UserFactory(), UserFactory()
    both, only_gone = pdf(), pdf(pages=2)
    stored(keep, by, both)
    stored(gone, by, both)
    stored(gone, by, only_gone)

    with django_capture_on_commit_callbacks(execute=True):
        move_uploads(keep=keep, gone=gone)
        move_uploads(keep=keep, gone=gone)

    left = Upload.objects.about(gone).get()
    assert Upload.objects.about(keep).count() == 2
    assert left.file.name in files_in_storage()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        (
            {"removed_at": timezone.now(), "file": "", "label": "", "content_hash": ""},
            "upload_removed_at_by_and_why_together",
        ),
        ({"removal_reason": "x"}, "upload_removed_at_by_and_why_together"),
        ({"file": ""}, "upload_has_its_file_until_removed"),
        ({"label": ""}, "upload_has_its_file_until_removed"),
        ({"kind": "selfie"}, "upload_kind_and_format_are_known"),
        ({"media_type": "text/html"}, "upload_kind_and_format_are_known"),
        ({"page_count": 0}, "upload_has_pages_and_bytes"),
        ({"size": 0}, "upload_has_pages_and_bytes"),
    ],
)
def test_database_refuses(by, fields, constraint):
    stored(UserFactory(), by)

    with pytest.raises(IntegrityError, match=constraint):
        Upload.objects.update(**fields)


def test_database_refuses_the_same_content_twice(by):
    subject = UserFactory()
    stored(subject, by)
    stored(subject, by, photo())

    with pytest.raises(IntegrityError, match="upload_is_kept_once_per_record"):
        Upload.objects.update(content_hash="same")
