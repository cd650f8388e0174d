"""The worker's half: one owed row becomes one stored file."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from documents.images import unpack_images
from documents.kinds import kind_of
from documents.models import Document
from documents.render import render_pdf
from pup_portal.background import leased


def make(document_id: int) -> bool:
    """Make the file if it is still owed; say whether this call made it."""
    with leased(Document, document_id) as document:
        if document is None:
            return False
        kind = kind_of(document.kind)
        rendered = render_pdf(document.html, unpack_images(document.images), is_one_page=kind.is_poster)
        document.file = _store(document, rendered.pdf)
        document.page_count = rendered.page_count
        document.html, document.images = "", {}
        if kind.is_poster:
            document.then(Document.objects.replaced_by(document).erase)
    if not Document.objects.filter(pk=document_id).exists():  # erased while it was being made
        default_storage.delete(document.place)
    return True


def _store(document: Document, pdf: bytes) -> str:
    """One place per row: what a killed worker left behind is replaced, never kept beside."""
    default_storage.delete(document.place)
    return default_storage.save(document.place, ContentFile(pdf))
