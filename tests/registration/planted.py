"""A person about whom every app holds something, each value unmistakable; and a reader of everything stored."""

import base64
import pickle
import zlib
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client as Desk
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts.permissions import Role
from cv_builder.services import order_cv
from documents import making
from documents.models import Document
from documents.services import order_document
from meetings import sheet
from meetings.services import unlist_person
from registration.models import Client, LegalHold, Restriction, RetentionNotice, RightsRequest, RightsWork
from registration.services import change_state, edit_client
from registration.vocabulary import ClientState
from tests.cv_builder.factories import CvFactory, EducationFactory, ExperienceFactory, LanguageSkillFactory
from tests.documents.factories import SPECIMEN, UploadFactory
from tests.factories import UserFactory
from tests.meetings.factories import listed, planned
from tests.messaging.factories import MessageFactory
from tests.registration.factories import ClientFactory

PESEL, OLD_PHONE, PHONE = "85630112345", "+380505550188", "+380505550199"
MARK = "Znaczek"  # begins every planted word of free text
LATIN, CYRILLIC = "Kanarkova", "Канаркова"
# PESEL and document number stand nowhere as they are: they are sealed, and kept out of printed papers.
PLANTED = (
    MARK, MARK.lower(), "Знак", LATIN, LATIN.lower(), CYRILLIC, CYRILLIC.lower(), "kanarkov", "Kanarenko", "Канаренко",
    PHONE, OLD_PHONE, "znaczek", "1985-03-07",
)  # fmt: skip


def planted_person(*, by=None):
    """A client changed once, so that the history holds other values than the record."""
    by = by or UserFactory(role=Role.COORDINATOR)
    client = ClientFactory(
        created_by=by,
        surname_latin="Kanarenko",
        surname_cyrillic="Канаренко",
        given_names_latin="Znaczkina",
        given_names_cyrillic="Знакина",
        phone=OLD_PHONE,
        email="znaczek-old@example.org",
        notes="Znaczek dawny",
    )
    values = {
        "surname_latin": LATIN,
        "surname_cyrillic": CYRILLIC,
        "patronymic": "Знаківна",
        "birth_date": timezone.datetime(1985, 3, 7).date(),
        "birth_date_precision": "day",
        "birth_place": "Znaczek Miasto",
        "sex": "female",
        "pesel": PESEL,
        "no_pesel_reason": "",
        "document_kind": "passport",
        "document_number": "ZK987654",
        "phone": PHONE,
        "email": "znaczek@example.org",
        "street_address": "ul. Znaczek 1",
        "looks_for": "Znaczek praca",
        "notes": "Znaczek notatka",
    }
    client = edit_client(client=client, values=values, seen_version=1, by=by)
    client = change_state(
        client=client,
        to=ClientState.SUPPORTED,
        effective_on=timezone.localdate(),
        reason="Znaczek powód",
        by=by,
    )
    _cvs(client, by)
    _meetings(client, by)
    _rights(client, by)
    _uncovered(client, by)
    MessageFactory(to_address="znaczek-old@example.org", body="Znaczek list dawny\n")
    MessageFactory(to_address="znaczek@example.org", subject="Znaczek temat", body=f"{LATIN}\n")
    paper = Document.objects.create(
        kind=SPECIMEN,
        content_type=ContentType.objects.get_for_model(Client),
        object_id=client.pk,
        language="pl",
        title="Znaczek pismo",
        input_hash="0" * 64,
        html="<html lang=pl><title>Znaczek</title><p>Znaczek</p>",
    )
    making.make(paper.pk)
    UploadFactory(
        subject=client,
        label="Znaczek skan.png",
        media_type="image/png",
        file=default_storage.save("uploads/scan.png", ContentFile(b"Znaczek skan")),
    )
    return client


def _cvs(client, by):
    cv = CvFactory(client=client, title_pl="Znaczek tytuł", title_uk="Знак", summary_pl="Znaczek o sobie")
    ExperienceFactory(cv=cv, position_pl="Znaczek stanowisko", employer_pl="Znaczek firma")
    ExperienceFactory(cv=cv, order=1, position_pl="Znaczek skreślone").delete()
    EducationFactory(cv=cv, school_pl="Znaczek szkoła")
    LanguageSkillFactory(cv=cv)
    making.make(order_cv(cv=cv, language="pl", anonymous=False, by=by).pk)
    order_cv(cv=cv, language="uk", anonymous=False, by=by)  # waits to be made: its page is in the row


def _meetings(client, by):
    meeting = planned(by=by)
    listed(meeting, client=client, name_as_said="Pani Znaczek", phone=PHONE, notes="Znaczek uwaga")
    gone = listed(planned(by=by), client=client, name_as_said="", phone="", notes="Znaczek skreślony")
    unlist_person(attendance=gone)
    order_document(kind=sheet.KIND, subject=meeting, language="pl", by=by)
    making.make(order_document(kind=sheet.KIND, subject=meeting, language="uk", by=by).pk)


def _rights(client, by):
    manager = UserFactory(role=Role.MANAGER)
    done = {"decided_at": timezone.now(), "decided_by": manager}
    asked = RightsRequest.objects.create(
        client=client,
        right="export",
        state="done",
        reason="Znaczek prosi",
        answer="Znaczek",
        asked_by=by,
        **done,
    )
    name = default_storage.save("exports/old.zip", ContentFile(b"Znaczek"))
    RightsWork.objects.create(
        request=asked, state="done", finished_at=timezone.now(), file=name, expires_at=timezone.now()
    )
    Restriction.objects.create(
        client=client,
        reason="Znaczek",
        set_by=by,
        lift_reason="Znaczek",
        lifted_at=timezone.now(),
        lifted_by=by,
    )
    LegalHold.objects.create(
        client=client,
        reason="Znaczek",
        source="Znaczek",
        placed_by=by,
        lifted_at=timezone.now(),
        lifted_by=by,
    )
    RetentionNotice.objects.create(
        client=client, rule="retention-supported", falls_due_on=timezone.localdate()
    )


def _uncovered(client, by):
    desk = Desk()
    desk.force_login(by)
    address = reverse("registration:client-reveal", args=[client.public_id])
    desk.post(address, {"reason": "other", "details": "Znaczek u okienka"})


def everything_stored():
    """All rows of all tables, all files and the cache, as (where, text)."""
    yield from _tables()
    for folder in (Path(settings.MEDIA_ROOT), Path(settings.VAR_DIR) / "queue"):
        for file in folder.rglob("*"):
            if file.is_file():
                yield str(file), f"{file.name}\n{_readable(file.read_bytes())}"
    yield "cache", repr([pickle.loads(value) for value in cache._cache.values()])


def _tables():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            " AND has_table_privilege(schemaname || '.' || quote_ident(tablename), 'SELECT')"
        )
        for schema, table in cursor.fetchall():
            with cursor.copy(f'COPY (SELECT * FROM "{schema}"."{table}") TO STDOUT') as rows:
                text = b"".join(bytes(part) for part in rows).decode()
            yield f"{schema}.{table}", text + (_sessions(text) if table == "django_session" else "")


def _sessions(text):
    """Sessions are packed: what stands in them is read as Django does."""
    packed = [line.split("\t")[1].rsplit(":", 2)[0] for line in text.splitlines()]
    return "".join(_unpacked(part) for part in packed)


def _unpacked(part):
    raw = base64.urlsafe_b64decode(part.lstrip(".") + "=" * (-len(part.lstrip(".")) % 4))
    return (zlib.decompress(raw) if part.startswith(".") else raw).decode(errors="replace")


def _readable(content):
    if content.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return content.decode("utf-8", errors="replace")


def sealed_values(client):
    """The ciphers and indexes of the client's numbers, as the tables hold them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pesel, document_number, pesel_index::text, document_index::text FROM registration_client"
            " WHERE id = %s",
            [client.pk],
        )
        return cursor.fetchone()


def found(text):
    return sorted({word for word in PLANTED if word in text})


def traces():
    """Where something planted still stands, and what."""
    return {where: words for where, text in everything_stored() if (words := found(text))}
