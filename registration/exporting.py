"""A copy of everything held about a person: JSON for machines, PDFs for people, and the files (GDPR art. 15, 20).

The JSON: ``{"format": "pup-portal-person/2", "made_at": …, "records": [{"<app>.<model>": [row, …], …}, …],
"files": [{"name": …, "is_missing": …}, …]}``; one record, and one more for each that was merged into it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone, translation

from documents.images import pack_images, unpack_images
from documents.letterhead import letterhead
from documents.render import render_pdf
from pup_portal import person_data
from registration import spoken
from registration.erasing import people_in
from registration.models import Client, RightsWork

FORMAT = "pup-portal-person/2"
LANGUAGES = ("pl", "uk")


@dataclass(frozen=True)
class Piece:
    """A file of the copy; without content it is named but was not found in the storage."""

    name: str
    content: bytes | None


def collected(client: Client) -> list[dict[str, list[dict[str, Any]]]]:
    """All that is held, for the record itself first."""
    return [person_data.export(person) for person in reversed(people_in(client))]


def make(work: RightsWork) -> None:
    """Put the copy into the storage and its name on ``work``; a copy left by a killed worker is replaced."""
    client = work.request.client
    name = f"exports/{work.storage_key.hex}.zip"
    content = packed(client)
    default_storage.delete(name)
    work.file = default_storage.save(name, ContentFile(content))
    work.expires_at = timezone.now() + timedelta(days=settings.PERSON_EXPORT_DAYS)


def packed(client: Client) -> bytes:
    """The whole copy as one zip."""
    records, pieces = collected(client), list(_pieces(client))
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        archive.writestr("data.json", as_json(records, pieces))
        for language in LANGUAGES:
            archive.writestr(f"data_{language}.pdf", as_pdf(records, language))
        for piece in pieces:
            if piece.content is not None:
                archive.writestr(piece.name, piece.content)
    return whole.getvalue()


def as_json(records: list[dict[str, Any]], pieces: Iterable[Piece]) -> str:
    whole = {
        "format": FORMAT,
        "made_at": timezone.now(),
        "records": records,
        "files": [{"name": piece.name, "is_missing": piece.content is None} for piece in pieces],
    }
    return json.dumps(whole, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def as_pdf(records: list[dict[str, Any]], language: str) -> bytes:
    """What the JSON holds, in words of ``language``; an accessible PDF."""
    with translation.override(language):
        head = letterhead()
        context = head | {
            "language": language,
            "title": translation.gettext("Everything the office holds about the person"),
            "made_on": timezone.localdate(),
            "sections": [section for record in records for section in spoken.sections(record)],
        }
        html = render_to_string("registration/person_export.html", context)
    logo = [head["office_logo"]] if head["office_logo"] else []
    return render_pdf(html, unpack_images(pack_images(logo))).pdf


def _pieces(client: Client) -> Iterable[Piece]:
    number = 0
    for person in people_in(client):
        for held in person_data.files(person):
            number += 1
            yield Piece(f"files/{number:03}-{_plain(held.name)}", _content(held.stored_as))


def _plain(name: str) -> str:
    """A name that stays inside the folder wherever the zip is unpacked."""
    return PurePosixPath(name.replace("\\", "/")).name or "file"


def _content(stored_as: str) -> bytes | None:
    try:
        with default_storage.open(stored_as, "rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None
