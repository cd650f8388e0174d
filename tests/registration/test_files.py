"""The pages of a client's scans and photos."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from accounts.access_log import AccessKind
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from documents.models import Upload, UploadKind
from documents.services import remove_upload, store_upload
from pup_portal import person_data
from registration import filing, personal
from registration.models import Client
from registration.vocabulary import ClientState
from tests.factories import UserFactory
from tests.pup_portal.files import action, handed_over, pdf, photo
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(client):
    user = UserFactory(role=Role.ADVISER)
    client.force_login(user)
    return user


def added(person, *, content=None, name="passport.pdf", by=None) -> Upload:
    return store_upload(
        subject=person,
        file=handed_over(content or pdf(), name),
        kind=UploadKind.IDENTITY,
        by=by or UserFactory(role=Role.COORDINATOR),
    )


def address(page, person, *more):
    return reverse(f"registration:file-{page}", args=[person.public_id, *(row.public_id for row in more)])


def post_file(client, person, **data):
    return client.post(address("add", person), {"kind": "identity"} | data)


def kinds_logged():
    return list(AccessEntry.objects.order_by("pk").values_list("kind", flat=True))


def test_empty_list_says_what_to_do(client, adviser):
    page = client.get(address("list", ClientFactory())).content.decode()

    assert "No scans and photos yet" in page
    assert "Add a file" in page


def test_manager_sees_the_files_and_no_way_to_change_them(client):
    person = ClientFactory()
    added(person)
    client.force_login(UserFactory(role=Role.MANAGER))

    page = client.get(address("list", person)).content.decode()

    assert "passport.pdf" in page
    assert "Remove" not in page
    assert "Add a file" not in page


def test_manager_sees_an_empty_list_without_a_button(client):
    client.force_login(UserFactory(role=Role.MANAGER))

    assert "Add a file" not in client.get(address("list", ClientFactory())).content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_list_query_count(client, adviser, count, django_assert_num_queries):
    person, by = ClientFactory(), UserFactory(role=Role.COORDINATOR)
    for pages in range(1, count + 1):
        added(person, content=pdf(pages=pages), by=by)
    client.get(address("list", person))  # the office profile is cached

    with django_assert_num_queries(10):
        response = client.get(address("list", person))

    assert len(response.context["page"]) == count


@pytest.mark.parametrize(
    ("field", "content", "name"),
    [("file", pdf(), "скан.pdf"), ("file", photo(), "a.jpg"), ("photo", photo(), "image.jpg")],
)
def test_file_and_photo_are_added(client, adviser, field, content, name):
    person = ClientFactory()

    response = post_file(client, person, **{field: handed_over(content, name)})

    upload = Upload.objects.get()
    assert response["Location"] == address("list", person)
    assert (upload.subject, upload.label, upload.added_by) == (person, name, adviser)
    assert AccessKind.CHANGE in kinds_logged()


def test_phone_is_asked_for_its_camera(client, adviser):
    page = client.get(address("add", ClientFactory())).content.decode()

    assert 'capture="environment"' in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Choose a file or take a photo."),
        ({"file": handed_over(b"x"), "photo": handed_over(b"x")}, "one after the other"),
        ({"file": handed_over(b"<script>alert(1)</script>", "<script>.pdf")}, "Only PDF files and pictures"),
        ({"file": handed_over(pdf(change=action("/Launch")))}, "Print it, scan the print"),
        ({"file": handed_over(b"")}, "empty"),
        ({"kind": "selfie", "file": handed_over(pdf())}, "selfie is not one of the available choices"),
    ],
)
def test_refused_file_is_told_why(client, adviser, data, sentence):
    response = post_file(client, ClientFactory(), **data)

    page = response.content.decode()
    assert response.status_code == 200
    assert sentence in page
    assert "<script>." not in page
    assert not Upload.objects.exists()


@pytest.mark.parametrize("fields", [{"is_restricted": True}, {"state": ClientState.MERGED}])
def test_restricted_and_closed_records_keep_their_files_as_they_are(client, adviser, fields):
    person = ClientFactory()
    upload = added(person)
    other = {"merged_into": ClientFactory(surname_latin="Kept")} if "state" in fields else {}
    Client.objects.filter(pk=person.pk).update(**fields | other)

    answers = [
        post_file(client, person, file=handed_over(photo(), "a.jpg")),
        client.post(address("remove", person, upload), {"reason": "x"}),
        client.post(address("replace", person, upload), {"file": handed_over(pdf(pages=2))}),
    ]

    upload.refresh_from_db()
    assert not upload.is_removed
    assert ["Files of this record cannot be changed." in answer.content.decode() for answer in answers] == [
        True
    ] * 3
    assert Upload.objects.count() == 1


def test_file_is_saved_and_never_shown_in_our_own_origin(client, adviser):
    person = ClientFactory()
    upload = added(person, name="Паспорт.pdf")

    response = client.get(address("download", person, upload))

    assert response.content == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cache-Control"] == "no-store, private"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert kinds_logged() == [AccessKind.DOWNLOAD]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (None, 302), (Role.COORDINATOR, 200), (Role.ADVISER, 200), (Role.MANAGER, 200),
        (Role.BROKER, 403), (Role.COUNSELLOR, 403), (Role.ADMINISTRATOR, 403),
    ],
)  # fmt: skip
def test_file_opens_to_whom_papers_are_open(client, role, status):
    person = ClientFactory()
    upload = added(person)
    if role:
        client.force_login(UserFactory(role=role))

    assert client.get(address("download", person, upload)).status_code == status


def test_file_of_another_person_is_not_found(client, adviser):
    upload = added(ClientFactory())
    other = ClientFactory(surname_latin="Other")

    for page in ("download", "replace", "remove"):
        assert client.get(address(page, other, upload)).status_code == 404
        assert client.post(address(page, other, upload), {"reason": "x"}).status_code in {404, 405}
    assert not Upload.objects.get().is_removed


def test_file_of_an_erased_person_is_not_found(client, adviser):
    person = ClientFactory()
    upload = added(person)
    personal.erase(person.pk)

    assert client.get(address("download", person, upload)).status_code == 404
    assert not upload.may_be_opened_by(adviser)


def test_lost_file_is_not_found(client, adviser):
    person = ClientFactory()
    upload = added(person)
    default_storage.delete(upload.file.name)

    assert client.get(address("download", person, upload)).status_code == 404


def test_removing_asks_for_the_reason(client, adviser):
    person = ClientFactory()
    upload = added(person)

    refused = client.post(address("remove", person, upload), {"reason": " "})
    assert refused.status_code == 200
    assert not Upload.objects.get().is_removed

    client.post(address("remove", person, upload), {"reason": "wrong person"})
    page = client.get(address("list", person)).content.decode()
    assert "wrong person" in page
    assert adviser.full_name in page
    assert client.get(address("download", person, upload)).status_code == 404


def test_replaced_file_stands_in_the_place_of_the_old(client, adviser):
    person = ClientFactory()
    upload = added(person)

    shown = client.get(address("replace", person, upload)).content.decode()
    client.post(address("replace", person, upload), {"photo": handed_over(photo(), "better.jpg")})

    page = client.get(address("list", person)).content.decode()
    assert "passport.pdf" in shown
    assert "better.jpg" in page
    assert "replaced by a newer file" in page


def test_replacing_by_a_bad_file_keeps_the_old(client, adviser):
    person = ClientFactory()
    upload = added(person)

    response = client.post(address("replace", person, upload), {"file": handed_over(b"words")})

    assert "Only PDF files and pictures" in response.content.decode()
    assert not Upload.objects.get().is_removed


def test_way_to_the_files_is_shown_to_whom_they_are_open(client):
    person = ClientFactory()
    shown = {}

    for role in (Role.ADVISER, Role.BROKER):
        client.force_login(UserFactory(role=role))
        shown[role] = address("list", person) in client.get(person.get_absolute_url()).content.decode()

    assert shown == {Role.ADVISER: True, Role.BROKER: False}


def test_person_is_given_every_file(client):
    person = ClientFactory()
    kept, removed = added(person), added(person, content=photo(), name="photo.jpg")
    remove_upload(upload=removed, reason="wrong person", by=removed.added_by)

    exported = list(filing.export(person.pk))
    files = list(filing.files(person.pk))

    assert [row["label"] for row in exported] == ["passport.pdf", ""]
    assert exported[1]["removal_reason"] == "wrong person"
    assert [(file.name, file.stored_as) for file in files] == [("passport.pdf", kept.file.name)]


def test_erasing_a_person_deletes_the_files(django_capture_on_commit_callbacks):
    person = ClientFactory()
    name = added(person).file.name

    with django_capture_on_commit_callbacks(execute=True):
        filing.erase(person.pk)

    assert not Upload.objects.exists()
    assert not default_storage.exists(name)


def test_merging_two_records_keeps_all_files_together():
    keep, gone = ClientFactory(), ClientFactory(surname_latin="Szewczenko")
    added(gone)

    person_data.merge(keep=keep.pk, gone=gone.pk)

    assert Upload.objects.get().subject == keep
