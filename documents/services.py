"""Ordering documents, and taking scans and photos. The same content about the same subject is kept once."""

import hashlib
import uuid
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import User
from documents import holders
from documents.images import PrintImage, pack_images
from documents.kinds import Kind, kind_of
from documents.letterhead import letterhead
from documents.models import HTML, UPLOADS, Document, Upload, UploadKind
from documents.press import engine_version
from pup_portal import background, encryption
from pup_portal.db import DomainError
from pup_portal.history import forget_events, forget_history
from pup_portal.uploads import CleanFile, cleaned

# Papers anyone may order at once: a few minutes of one worker’s time.
PUBLIC_BACKLOG = 300


class PrintQueueFull(DomainError):
    """So many papers wait to be made that no more are taken from people who have not signed in."""


@transaction.atomic
def order_document(*, kind: str, subject: models.Model, language: str, by: User | None) -> Document:
    """Owe the PDF of ``subject`` as it is now, or return the one that already says the same.

    ``by`` is ``None`` for papers anyone may print; then ``PrintQueueFull`` is raised when too many wait.
    Whoever orders it, the kind's guard decides who opens it.
    """
    with translation.override(language):
        title, html, images = _page(kind_of(kind), subject, language)
    document, is_new = Document.objects.select_for_update(of=("self",)).get_or_create(
        content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
        object_id=subject.pk,
        kind=kind,
        language=language,
        input_hash=encryption.digest(engine_version() + html, binding=HTML).hex(),
        defaults={"title": title, "html": html, "images": images, "requested_by": by},
    )
    if is_new:
        _check_backlog(document)
        background.send_on_commit(document)
    elif document.has_failed and by is not None:
        background.retry(document)
        document.refresh_from_db()
    elif document.is_done and not document.file.storage.exists(document.file.name or ""):
        _owe_again(document, html, images)
    return document


@transaction.atomic
def try_again(*, document: Document) -> None:
    """Owe a failed document once more; anything else is left as it is."""
    background.retry(document)


@transaction.atomic
def erase_documents(*, subject: models.Model) -> None:
    """Remove every document about ``subject`` and its file. Nothing to remove is no error."""
    Document.objects.about(subject).erase()


def _page(kind: Kind, subject: models.Model, language: str) -> tuple[str, str, dict[str, list[str]]]:
    title = kind.title(subject, language)[:200]
    context: dict[str, Any] = {"title": title, "language": language} | letterhead()
    context |= kind.context(subject, language)
    html = render_to_string(kind.template, context)
    shown = [value for value in context.values() if isinstance(value, PrintImage) and value.src in html]
    return title, html, pack_images(shown)


def _check_backlog(document: Document) -> None:
    waiting = Document.objects.filter(requested_by=None, state=Document.State.OWED)
    if document.requested_by is None and waiting[: PUBLIC_BACKLOG + 1].count() > PUBLIC_BACKLOG:
        raise PrintQueueFull


def _owe_again(document: Document, html: str, images: dict[str, list[str]]) -> None:
    """The file is gone from storage (a restored backup, say): make it anew on the same row."""
    document.html, document.images, document.file, document.page_count = html, images, "", None
    document.state, document.attempts, document.finished_at = Document.State.OWED, 0, None
    document.save(update_fields=["html", "images", "file", "page_count", "state", "attempts", "finished_at"])
    background.send_on_commit(document)


class FilesClosed(DomainError):
    """The record takes no files now, or not from this person."""

    def __init__(self) -> None:
        super().__init__(_("Files of this record cannot be changed."))


def store_upload(*, subject: models.Model, file: File, kind: UploadKind, by: User) -> Upload:
    """Keep the scan or photo about ``subject``, or return the one with the same content.

    Raises ``FilesClosed``, or what ``pup_portal.uploads.cleaned`` raises; nothing is stored then. The file is
    cleaned before the transaction begins: that may take a second, and the scanner's answer longer.
    """
    return _keep(_open_to(by, subject), cleaned(file), kind, by)


def replace_upload(*, upload: Upload, file: File, by: User) -> Upload:
    """Keep ``file`` in the place of ``upload``. The same content again leaves everything as it is."""
    subject = _open_to(by, upload.subject)
    newer = cleaned(file)
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if upload.is_removed:
            raise FilesClosed
        kept = _keep(subject, newer, UploadKind(upload.kind), by)
        if kept != upload:
            remove_upload(upload=upload, reason=_("replaced by a newer file"), by=by)
    return kept


@transaction.atomic
def remove_upload(*, upload: Upload, reason: str | Promise, by: User) -> None:
    """Delete the file; the row says who did it and why. Removing again changes nothing."""
    upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if upload.is_removed:
        return
    _open_to(by, upload.subject)
    name = str(upload.file.name)
    upload.removed_at, upload.removed_by, upload.removal_reason = timezone.now(), by, str(reason)
    upload.file, upload.label, upload.content_hash = "", "", ""
    upload.save(update_fields=["removed_at", "removed_by", "removal_reason", "file", "label", "content_hash"])
    transaction.on_commit(lambda: default_storage.delete(name))


@transaction.atomic
def erase_uploads(*, subject: models.Model) -> None:
    """Delete every scan and photo about ``subject``, with what removed ones left. None is no error."""
    uploads = Upload.objects.about(subject)
    forget_history(uploads)
    uploads.erase_with_files()
    kind = ContentType.objects.get_for_model(subject, for_concrete_model=False)
    forget_events(Upload, content_type=kind, object_id=subject.pk)


@transaction.atomic
def move_uploads(*, keep: models.Model, gone: models.Model) -> None:
    """Give the files about ``gone`` to ``keep``. What ``keep`` has already stays, for whoever must undo it."""
    known = Upload.objects.about(keep).kept().values("content_hash")
    moved = Upload.objects.about(gone).exclude(removed_at=None, content_hash__in=known)
    moved.update(object_id=keep.pk)


def _open_to(by: User, subject: models.Model | None) -> models.Model:
    """``subject``, if ``by`` may change its files; a vanished one is closed to everybody."""
    if subject is None or not holders.may_change(by, subject):
        raise FilesClosed
    return subject


def _keep(subject: models.Model, clean: CleanFile, kind: UploadKind, by: User) -> Upload:
    """File first, row second: a row never waits for its file, and a file without a row is deleted again."""
    name = default_storage.save(_storage_name(clean), ContentFile(clean.content))
    is_new = False
    try:
        upload, is_new = Upload.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
            object_id=subject.pk,
            content_hash=hashlib.sha256(clean.content).hexdigest(),
            removed_at=None,
            defaults={
                "kind": kind,
                "label": clean.label,
                "media_type": clean.media_type,
                "page_count": clean.page_count,
                "size": len(clean.content),
                "was_scanned": clean.was_scanned,
                "file": name,
                "added_by": by,
            },
        )
    finally:
        if not is_new:
            default_storage.delete(name)
    return upload


def _storage_name(clean: CleanFile) -> str:
    """Random: neither the person nor the sender's file name can be guessed from it."""
    key = uuid.uuid4().hex
    return f"{UPLOADS}/{key[:2]}/{key}.{clean.media_type.extension}"
