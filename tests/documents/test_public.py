import pytest
from django.core.files.storage import default_storage

from documents import making, services
from documents.models import Document
from documents.public import public_document
from tests.documents.factories import POSTER, DocumentFactory
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(rf):
    def get(subject):
        return public_document(rf.get("/uk/poster.pdf"), kind=POSTER, subject=subject, language="uk")

    return get


def make_all() -> None:
    for key in Document.objects.filter(state="owed").values_list("pk", flat=True):
        making.make(key)


def test_first_visitor_waits_on_a_page_that_comes_back_by_itself(ask):
    response = ask(UserFactory())

    assert (response.status_code, response["Refresh"]) == (202, "3")
    assert (response["X-Robots-Tag"], response["Cache-Control"]) == ("noindex", "no-store")


def test_next_visitor_gets_the_file(ask):
    subject = UserFactory()
    ask(subject)
    make_all()

    response = ask(subject)

    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


def test_hundred_visitors_order_one_document(ask):
    subject = UserFactory()

    for _visitor in range(100):
        ask(subject)

    assert Document.objects.count() == 1


def test_flood_of_different_papers_is_told_to_come_later(ask, monkeypatch):
    monkeypatch.setattr(services, "PUBLIC_BACKLOG", 2)

    statuses = [ask(UserFactory()).status_code for _subject in range(3)]

    assert statuses == [202, 202, 503]
    assert Document.objects.count() == 2


def test_staff_order_whatever_the_public_queue_is(monkeypatch):
    monkeypatch.setattr(services, "PUBLIC_BACKLOG", 0)
    user = UserFactory()

    document = services.order_document(kind=POSTER, subject=user, language="uk", by=user)

    assert document.state == "owed"


def test_failed_paper_is_not_tried_again_by_visitors(ask):
    subject = UserFactory()
    ask(subject)
    Document.objects.update(state="failed", attempts=5)

    response = ask(subject)

    assert (response.status_code, response.has_header("Refresh")) == (503, False)
    assert Document.objects.get().state == "failed"


def test_new_poster_replaces_the_old_one_and_its_file(ask, django_capture_on_commit_callbacks):
    subject = UserFactory(full_name="Stara treść")
    ask(subject)
    make_all()
    old = Document.objects.get()
    other_language = DocumentFactory(kind=POSTER, subject=subject, language="pl")

    with django_capture_on_commit_callbacks(execute=True):
        subject.full_name = "Nowa treść"
        ask(subject)
        make_all()

    assert not Document.objects.filter(pk=old.pk).exists()
    assert not default_storage.exists(old.file.name)
    assert set(Document.objects.values_list("language", flat=True)) == {"uk", other_language.language}
