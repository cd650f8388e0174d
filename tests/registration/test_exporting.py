"""The copy of everything held: complete, readable by machines and by people, and not kept for ever."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader

from accounts.access_log import AccessKind
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from documents.models import Document, Upload
from documents.services import remove_upload
from registration import rights_services as services
from registration.exporting import collected, packed
from registration.models import RightsWork
from registration.spoken import sections
from registration.tasks import do_right, forget_expired_exports
from registration.vocabulary import Right
from tests.cv_builder.factories import CvFactory, LanguageSkillFactory
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.planted import PESEL, planted_person
from tests.registration.rights import approved, exported, manager

pytestmark = pytest.mark.django_db


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_copy_holds_everything_in_both_languages_with_the_files():
    client = planted_person()
    request = approved(client, Right.EXPORT)

    do_right(request.work.pk)

    request.refresh_from_db()
    with request.work.file.open("rb") as file:
        pieces = unpacked(file.read())
    data = json.loads(pieces["data.json"])
    (record,) = data["records"]
    assert data["format"] == "pup-portal-person/2"
    assert record["registration.client"][0]["pesel"] == PESEL
    assert record["registration.client"][0]["document_number"] == "ZK987654"
    assert record["cv_builder.cv"][0]["experience"][0]["employer_pl"] == "Znaczek firma"
    assert record["meetings.attendance"][0]["notes"] == "Znaczek uwaga"
    assert {row["to_address"] for row in record["messaging.message"]} == {
        "znaczek@example.org",
        "znaczek-old@example.org",
    }
    assert record["registration.rightsrequest"][0]["reason"] == "Znaczek prosi"
    assert {frozenset(row) for row in record["registration.statechange"]} == {
        frozenset(
            {
                *("to_state", "effective_on", "reason", "reason_term__name_pl", "changed_at"),
                *("taken_back_at", "taken_back_reason"),
            }
        )
    }
    assert [file["is_missing"] for file in data["files"]] == [False, False, False]
    assert sum(content.startswith(b"%PDF") for content in pieces.values()) == 4
    polish, ukrainian = text_of(pieces["data_pl.pdf"]), text_of(pieces["data_uk.pdf"])
    for words in ("Kanarkova", "Канаркова", PESEL, "Znaczek firma", "Znaczek uwaga", "Znaczek list dawny"):
        assert words in polish
        assert words in ukrainian
    assert b"Znaczek skan" in pieces["files/003-Znaczek skan.png"]
    assert request.state == "done"


def test_rows_of_each_kind_stand_under_their_own_key():
    client = planted_person()

    (record,) = collected(client)
    headings = [section.heading for section in sections(record)]

    for rows in record.values():
        assert len({frozenset(row) for row in rows}) <= 1
    assert [row["reason"] for row in record["registration.restriction"]] == ["Znaczek"]
    assert len(set(headings)) == len(headings)


def test_a_mother_tongue_is_told_in_words():
    cv = CvFactory()
    LanguageSkillFactory(cv=cv)

    (record,) = collected(cv.client)
    (section,) = [section for section in sections(record) if section.heading == "CVs"]

    assert ("Languages", "mother tongue, ukraiński") in section.rows[0]


def test_every_line_of_the_copy_has_a_name_for_people():
    client = planted_person()

    (record,) = collected(client)

    names = {
        name.partition("__")[0].replace("_", " ") for rows in record.values() for row in rows for name in row
    }
    with translation.override("pl"):
        labels = {
            label.lower() for section in sections(record) for row in section.rows for label, _value in row
        }
    assert labels & {name for name in names if " " in name or name in {"experience", "languages"}} == set()


def test_copy_is_written_into_the_access_log_for_who_approved():
    boss = manager()
    client = ClientFactory()

    do_right(approved(client, Right.EXPORT, by=boss).work.pk)

    (entry,) = AccessEntry.objects.about(client).filter(kind=AccessKind.EXPORT)
    assert entry.actor_id == boss.pk


def test_file_that_is_gone_is_named_as_missing():
    client = planted_person()
    for document in Document.objects.exclude(file=""):
        default_storage.delete(document.file.name)

    data = json.loads(unpacked(packed(client))["data.json"])

    assert [file["is_missing"] for file in data["files"]] == [True, True, False]


def test_file_that_was_removed_is_not_told_as_missing():
    client = ClientFactory()
    remove_upload(upload=UploadFactory(subject=client), reason="Pomyłka", by=UserFactory())

    data = json.loads(unpacked(packed(client))["data.json"])

    assert data["files"] == []
    assert data["records"][0]["documents.upload"][0]["removal_reason"] == "Pomyłka"


def test_names_of_files_stay_in_their_folder():
    client = planted_person()
    Document.objects.update(title="../../etc/passwd\\..\\x")
    Upload.objects.update(label="/etc/../passwd")

    names = [name for name in unpacked(packed(client)) if name.startswith("files/")]

    assert len(names) == 3
    assert all(name.count("/") == 1 and ".." not in name for name in names)


def test_record_that_was_merged_in_is_part_of_the_copy():
    keep, gone = ClientFactory(surname_latin="Nowa"), ClientFactory(surname_latin="Dawna")
    services.merge_clients(keep=keep, gone=gone, by=manager())

    data = json.loads(unpacked(packed(keep))["data.json"])

    assert [record["registration.client"][0]["surname_latin"] for record in data["records"]] == [
        "Nowa",
        "Dawna",
    ]


def test_copy_can_be_fetched_by_the_manager_and_that_is_logged(client):
    person = ClientFactory()
    request = exported(person, content=b"PK-copy")
    client.force_login(UserFactory(role=Role.MANAGER))

    response = client.get(reverse("registration:rights-file", args=[person.public_id, request.public_id]))

    assert response.content == b"PK-copy"
    assert response["Content-Disposition"] == f'attachment; filename="{person.public_id}.zip"'
    assert "no-store" in response["Cache-Control"]
    assert AccessEntry.objects.about(person).filter(kind=AccessKind.DOWNLOAD).count() == 1


@pytest.mark.parametrize("gone", ["expired", "deleted", "of another"])
def test_copy_that_is_not_there_is_not_found(client, gone):
    person = ClientFactory()
    request = exported(person, kept=timedelta(seconds=-1) if gone == "expired" else timedelta(days=1))
    if gone == "deleted":
        default_storage.delete(RightsWork.objects.get().file.name)
    asked_for = ClientFactory() if gone == "of another" else person
    client.force_login(UserFactory(role=Role.MANAGER))

    url = reverse("registration:rights-file", args=[asked_for.public_id, request.public_id])

    assert client.get(url).status_code == 404


def test_copy_asks_for_a_fresh_proof(client, settings):
    settings.CONFIRMATION_REQUIRED = True
    settings.CONFIRMATION_SECONDS = 600
    person = ClientFactory()
    request = exported(person)
    client.force_login(UserFactory(role=Role.MANAGER))

    response = client.get(reverse("registration:rights-file", args=[person.public_id, request.public_id]))

    assert response.status_code == 302
    assert "reauthenticate" in response["Location"]


def test_expired_copy_is_deleted_and_a_fresh_one_stays():
    old, fresh = exported(ClientFactory(), kept=timedelta(0)), exported(ClientFactory())
    names = [RightsWork.objects.get(request=request).file.name for request in (old, fresh)]

    forgotten = forget_expired_exports()

    assert forgotten == 1
    assert [default_storage.exists(name) for name in names] == [False, True]
    assert forget_expired_exports() == 0


def test_copy_is_kept_for_the_days_of_the_setting(settings):
    settings.PERSON_EXPORT_DAYS = 3
    request = approved(ClientFactory(), Right.EXPORT)

    do_right(request.work.pk)

    kept = RightsWork.objects.get().expires_at - timezone.now()
    assert timedelta(days=2, hours=23) < kept <= timedelta(days=3)
