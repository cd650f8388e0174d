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
from documents.making import pack_images
from documents.models import Document
from documents.render import engine_version
from pup_portal import background


@transaction.atomic
def order_document(*, kind: str, subject: models.Model, language: str, by: User | None) -> Document:
    """Owe the PDF of ``subject`` as it is now, or return the one that already says the same.

    ``by`` is ``None`` for papers anyone may print. Whoever orders it, the kind's guard decides who opens it.
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
        background.send_on_commit(document)
    elif document.has_failed:
        background.retry(document)
    elif document.is_done and not document.file.storage.exists(document.file.name or ""):
        _owe_again(document, html, images)
    return document


@transaction.atomic
def try_again(*, document: Document) -> None:
    """Owe a failed document once more; anything else is left as it is."""
    background.retry(document)


def _page(kind: Kind, subject: models.Model, language: str) -> tuple[str, str, dict[str, list[str]]]:
    title = kind.title(subject, language)[:200]
    context: dict[str, Any] = {"title": title, "language": language} | kind.context(subject, language)
    html = render_to_string(kind.template, context)
    shown = [value for value in context.values() if isinstance(value, PrintImage) and value.src in html]
    return title, html, pack_images(shown)


def _owe_again(document: Document, html: str, images: dict[str, list[str]]) -> None:
    """The file is gone from storage (a restored backup, say): make it anew on the same row."""
    document.html, document.images, document.file, document.page_count = html, images, "", None
    document.state, document.attempts, document.finished_at = Document.State.OWED, 0, None
    document.save(update_fields=["html", "images", "file", "page_count", "state", "attempts", "finished_at"])
    background.send_on_commit(document)
