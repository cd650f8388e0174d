"""One invented person goes through the whole desk; then everything that keeps words is searched for hers."""

import base64
import json
import pickle
import re
from urllib.parse import unquote

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import reverse

from accounts.permissions import Role
from cv_builder.models import Cv
from cv_builder.services import order_cv
from documents import making
from documents.models import Document, Upload
from pup_portal.celery import app
from registration.models import Client
from tests.background.processes import FolderBroker, connected_to
from tests.cv_builder.factories import ready_cv
from tests.factories import UserFactory
from tests.meetings.factories import planned
from tests.pup_portal.files import handed_over, pdf
from tests.registration.factories import PESEL
from tests.searching import BOXES
from tests.test_access import PATTERNS, roles_of

pytestmark = pytest.mark.django_db

TYPED = {
    "surname_cyrillic": "Канарієвська",
    "given_names_cyrillic": "Святослава",
    "surname_latin": "Kanariievska",
    "given_names_latin": "Sviatoslava",
    "pesel": PESEL,
    "phone": "+380505550177",
    "contact_language": "uk",
}
QUICK = {"surname": "Канарієвська", "given_names": "Святослава", "phone": "+380505550177", "anyway": "1"}
# As the person typed them, and as the portal may have folded them.
CANARIES = [
    "канарієвськ",
    "святослав",
    "kanariievsk",
    "sviatoslav",
    PESEL,
    "380505550177",
    "canary.7f3",
    "kanarkowa 77",
]
LINKS = re.compile(r"""(?:href|action|src|hx-get|hx-post)="(?!tel:|mailto:)([^"]*)\"""")


def heard(text: str) -> list[str]:
    """The canaries that sing in ``text``, also percent-encoded or escaped as JSON."""
    text = " ".join([text, unquote(text), text.encode().decode("unicode_escape", "ignore")]).lower()
    return [canary for canary in CANARIES if canary in text]


class Desk:
    """A coordinator’s browser that remembers where it was sent and which links it was shown."""

    def __init__(self) -> None:
        self.browser = Browser(raise_request_exception=False)
        self.browser.force_login(UserFactory(role=Role.COORDINATOR))
        self.addresses: list[str] = []

    def get(self, address: str):
        return self._noted(self.browser.get(address))

    def post(self, address: str, data: dict[str, object]):
        return self._noted(self.browser.post(address, data))

    def search(self, address: str, words: str):
        self.get(address)
        return self.get(self.post(address, {"q": words})["Location"])

    def _noted(self, response):
        self.addresses.append(response.get("Location", ""))
        if "text/html" in response.get("Content-Type", ""):
            self.addresses += LINKS.findall(response.content.decode())
        return response


def taken_in(desk: Desk) -> Client:
    response = desk.post(reverse("registration:client-new"), QUICK)
    assert response.status_code == 302
    person = Client.objects.get()
    edited = desk.post(reverse("registration:client-edit", args=[person.public_id]), TYPED | {"version": 1})
    assert edited.status_code == 302
    person.refresh_from_db()
    Client.objects.update(email="canary.7f3@example.org", street_address="ul. Kanarkowa 77")
    return person


def looked_for(desk: Desk, person: Client) -> None:
    """Ask every box for her, by name and by number, and see her found."""
    # The box repeats what was typed; her name in Latin letters stands in the answer only.
    meeting = reverse("meetings:attendance-list", args=[planned().public_id])
    boxes = [reverse(name) for name in sorted(BOXES - {"meetings:attendance-list"})] + [meeting]
    for box in boxes:
        for words in ("Канарієвська", TYPED["phone"]):
            assert person.name in desk.search(box, words).content.decode(), box
    for box in (reverse("desk:search"), reverse("registration:client-list"), meeting):
        assert person.name in desk.search(box, PESEL).content.decode(), box


def pages_of_a_person() -> list[str]:
    """The names of all addresses that take nothing but a client and are open to a coordinator."""
    return [
        name
        for name, _path, pattern in PATTERNS
        if set(pattern.pattern.converters) == {"client_id"} and Role.COORDINATOR in roles_of(name)
    ]


@pytest.fixture
def walked(written_log, tmp_path, settings, django_capture_on_commit_callbacks):
    """The journey, its faults included. Returns the desk, what was logged and what lies in the broker."""
    broker, desk = FolderBroker(tmp_path), Desk()
    broker.start()
    with connected_to(app, broker), django_capture_on_commit_callbacks(execute=True):
        person = taken_in(desk)
        for name in pages_of_a_person():
            desk.get(reverse(name, kwargs={"client_id": person.public_id}))
        files = reverse("registration:file-add", args=[person.public_id])
        stored = desk.post(
            files, {"kind": "identity", "file": handed_over(pdf(), "Kanariievska Паспорт.pdf")}
        )
        upload = Upload.objects.get()
        desk.get(reverse("registration:file-download", args=[person.public_id, upload.public_id]))
        cv = ready_cv(client=person)
        looked_for(desk, person)
        printed = desk.post(reverse("cv_builder:cv-print", args=[cv.public_id]), {"language": "pl"})
    assert (stored.status_code, printed.status_code) == (302, 302)
    settings.MEDIA_ROOT = broken = tmp_path / "broken"  # a disk that takes nothing
    broken.write_text("not a folder")
    crashed = desk.post(files, {"kind": "other", "file": handed_over(pdf(pages=2), "Kanariievska.pdf")})
    making.make(Document.objects.get(state=Document.State.OWED).pk)
    return desk, written_log.getvalue(), broker, crashed


def test_person_is_nowhere_but_in_her_record(walked):
    desk, log, broker, _crashed = walked

    messages = [json.loads(file.read_text()) for file in broker.folder.iterdir()]
    bodies = [base64.b64decode(message["body"]).decode() for message in messages]
    headers = [json.dumps(message, ensure_ascii=False) for message in messages]
    sessions = [json.dumps(session.get_decoded(), ensure_ascii=False) for session in Session.objects.all()]
    cached = [f"{key} {pickle.loads(value)}" for key, value in cache._cache.items()]
    errors = Document.objects.values_list("last_error", flat=True)

    assert bodies, "the journey has sent work to the broker"
    assert sessions, "somebody was signed in"
    assert '"event": "request_failed"' in log
    assert [word for text in [*bodies, *headers] for word in heard(text)] == []
    assert [word for text in sessions for word in heard(text)] == []
    assert [word for text in cached for word in heard(text)] == []
    assert [address for address in desk.addresses if heard(address)] == []
    assert [line for line in log.splitlines() if heard(line)] == []
    assert heard(" ".join(errors)) == []


def test_faults_say_nothing_of_her(walked, settings):
    _desk, _log, broker, crashed = walked
    page, document = crashed.content.decode(), Document.objects.get()

    messages = [json.loads(file.read_text()) for file in broker.folder.iterdir()]
    arguments = [json.loads(base64.b64decode(message["body"]))[0] for message in messages]

    assert (crashed.status_code, heard(page), "Traceback" in page) == (500, [], False)
    assert (document.attempts, heard(document.last_error)) == (1, [])
    assert document.last_error
    assert (settings.ADMINS, mail.outbox) == ([], [])
    assert {type(argument) for one in arguments for argument in one} == {int}


@pytest.mark.parametrize(
    "text",
    ["KANARIIEVSKA", "%D0%9A%D0%B0%D0%BD%D0%B0%D1%80%D1%96%D1%94%D0%B2%D1%81%D1%8C%D0%BA%D0%B0", PESEL],
)
def test_canaries_are_heard(text):
    assert heard(text)


def test_cv_of_the_journey_is_hers():
    """Guards the journey itself: without a CV that names her, it would prove nothing."""
    cv = ready_cv(client__surname_cyrillic="Канарієвська")

    assert heard(order_cv(cv=cv, language="uk", by=cv.created_by, anonymous=False).html)
    assert Cv.objects.count() == 1
