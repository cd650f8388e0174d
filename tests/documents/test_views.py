from urllib.parse import quote

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from accounts.permissions import Role
from documents.models import Document
from tests.documents.factories import DocumentFactory, made_document
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def address(name: str, document: Document) -> str:
    return reverse(f"documents:{name}", args=[document.public_id])


@pytest.fixture
def staff(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("role", "expected"),
    [(None, 302), (Role.COORDINATOR, 200), (Role.BROKER, 200), (Role.ADMINISTRATOR, 404)],
)
@pytest.mark.parametrize("name", ["document-detail", "document-file"])
def test_document_opens_to_whom_its_kind_lets_in(client, name, role, expected):
    document = made_document()
    if role:
        client.force_login(UserFactory(role=role))

    assert client.get(address(name, document)).status_code == expected


@pytest.mark.parametrize(
    ("role", "expected"), [(None, "owed"), (Role.ADMINISTRATOR, "owed"), (Role.COORDINATOR, "owed")]
)
def test_retry_is_for_whom_the_kind_lets_in(client, role, expected):
    document = DocumentFactory(state="failed", attempts=5)
    if role:
        client.force_login(UserFactory(role=role))

    client.post(address("document-retry", document))

    document.refresh_from_db()
    assert document.state == ("owed" if role == Role.COORDINATOR else "failed")


def test_retry_is_not_a_link(staff):
    assert staff.get(address("document-retry", DocumentFactory())).status_code == 405


@pytest.mark.parametrize("change", [{"kind": "tests.forgotten"}, {"object_id": 0}])
def test_document_of_unknown_kind_or_gone_subject_is_not_found(staff, change):
    document = made_document()
    Document.objects.update(**change)

    assert staff.get(address("document-file", document)).status_code == 404


def test_file_is_shown_under_its_title(staff):
    document = made_document(title="CV Їжак Żółć")

    response = staff.get(address("document-file", document))

    assert response.content.startswith(b"%PDF-1.7")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f"inline; filename*=utf-8''{quote('CV Їжак Żółć.pdf')}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store, private"


def test_file_is_saved_when_asked(staff):
    response = staff.get(address("document-file", made_document()), {"download": ""})

    assert response["Content-Disposition"].startswith("attachment; ")


def test_file_that_is_not_made_or_lost_is_not_found(staff):
    owed, lost = DocumentFactory(), made_document()
    default_storage.delete(lost.file.name)

    statuses = [staff.get(address("document-file", document)).status_code for document in (owed, lost)]

    assert statuses == [404, 404]


@pytest.mark.parametrize(
    ("state", "text", "polls"),
    [("owed", "The document is being made", True), ("failed", "Try again", False)],
)
def test_page_tells_how_far_the_document_is(staff, state, text, polls):
    document = DocumentFactory(state=state)

    page = staff.get(f"/en/desk/documents/{document.public_id}/").content.decode()

    assert text in page
    assert ('hx-trigger="load delay' in page) is polls


def test_page_of_a_made_document_stops_asking(staff):
    document = made_document()

    response = staff.get(f"/en/desk/documents/{document.public_id}/", headers={"HX-Request": "true"})

    page = response.content.decode()
    assert "HX-Request" in response["Vary"]
    assert "<html" not in page
    assert "hx-trigger" not in page
    assert address("document-file", document) in page
