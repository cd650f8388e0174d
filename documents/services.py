"""Ordering documents. The same content about the same subject is ordered and made once."""

import hashlib
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import translation

from accounts.models import User
from documents.fetching import PrintImage
from documents.kinds import Kind, kind_of
from documents.letterhead import letterhead
from documents.making import pack_images
from documents.models import Document
from documents.render import engine_version
from pup_portal import background
from pup_portal.db import DomainError

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
        input_hash=hashlib.sha256((engine_version() + html).encode()).hexdigest(),
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
