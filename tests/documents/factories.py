"""A kind of document of the tests' own: about a member of staff, open to everybody but administrators."""

import uuid
from pathlib import Path
from typing import Any

import factory
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

import documents
from accounts.models import User
from accounts.permissions import Role
from documents import making
from documents.models import Document, Upload, UploadKind
from documents.services import order_document
from tests.factories import UserFactory

SPECIMEN = "tests.specimen"
TEMPLATES = Path(__file__).parent / "templates"

printed: dict[str, Any] = {}


def _context(subject: User, language: str) -> dict[str, Any]:
    return {"words": subject.full_name, "picture": None} | printed


documents.register(
    SPECIMEN,
    subject=User,
    template="tests/specimen.html",
    title=lambda subject, language: {"pl": "Żółty dokument", "uk": "Жовтий документ"}.get(language, "Paper"),
    context=_context,
    guard=lambda user, subject: user.role != Role.ADMINISTRATOR,
)

POSTER = "tests.poster"
documents.register(
    POSTER,
    subject=User,
    template="tests/specimen.html",
    title=lambda subject, language: "Плакат",
    context=_context,
    guard=lambda user, subject: False,
    is_poster=True,
)


class DocumentFactory(factory.django.DjangoModelFactory):
    """An owed document."""

    class Meta:
        model = Document

    kind = SPECIMEN
    subject = factory.SubFactory(UserFactory)
    content_type = factory.LazyAttribute(lambda row: ContentType.objects.get_for_model(row.subject))
    object_id = factory.LazyAttribute(lambda row: row.subject.pk)
    language = "pl"
    title = "Żółty dokument"
    input_hash = factory.Sequence(lambda n: f"{n:064}")
    html = "<html lang=pl><title>Żółty dokument</title><p>Żółć</p>"


class UploadFactory(factory.django.DjangoModelFactory):
    """A scan about ``subject``, with its file."""

    class Meta:
        model = Upload

    subject = None
    content_type = factory.LazyAttribute(lambda row: ContentType.objects.get_for_model(row.subject))
    object_id = factory.LazyAttribute(lambda row: row.subject.pk)
    kind = UploadKind.IDENTITY
    label = "passport.pdf"
    media_type = "application/pdf"
    page_count = 1
    size = 9
    content_hash = factory.Sequence(lambda n: f"{n:064}")
    file = factory.LazyFunction(
        lambda: default_storage.save(f"uploads/{uuid.uuid4().hex}.pdf", ContentFile(b"%PDF-1.7 "))
    )
    added_by = factory.SubFactory(UserFactory)


def made_document(**fields: Any) -> Document:
    """A document with its file."""
    document = DocumentFactory(**fields)
    making.make(document.pk)
    document.refresh_from_db()
    return document


def ordered(subject: User, *, language: str = "pl", by: User | None = None) -> Document:
    return order_document(kind=SPECIMEN, subject=subject, language=language, by=by)
