import json
import logging
import uuid

import pytest
import structlog
from celery.app.trace import build_tracer
from django.test import Client

from pup_portal import logging as portal_logging
from pup_portal.celery import app as celery_app
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.pup_portal.urls")]

PERSON = "Hanna Testowa 22612345678"


def events(written_log) -> list[dict[str, object]]:
    return [json.loads(line) for line in written_log.getvalue().splitlines()]


@pytest.fixture
def crashing():
    """A browser whose server answers a crash with a page instead of raising it."""
    return Client(raise_request_exception=False)


def test_nothing_a_person_typed_is_logged_when_a_view_crashes(crashing, written_log):
    crashing.force_login(UserFactory(full_name="Anna Pracowniczka", username="apracowniczka"))

    response = crashing.post(f"/crash/?q={PERSON}", {"name": PERSON}, headers={"User-Agent": PERSON})

    logged = written_log.getvalue()
    assert response.status_code == 500
    assert not [word for word in ("Hanna", "22612345678", "racowniczka", "127.0.0.1") if word in logged]


def test_crash_is_logged_with_its_kind_and_places(crashing, written_log):
    user = UserFactory()
    crashing.force_login(user)

    crashing.post("/crash/", {"name": PERSON})

    [event] = [event for event in events(written_log) if event["event"] == "request_failed"]
    assert (event["error"], event["caused_by"]) == ("LookupError", ["ValueError"])
    assert event["places"][-1].endswith(" crash")
    assert event["user_id"] == user.pk


def test_address_is_logged_as_its_pattern_and_record(crashing, written_log):
    client_id = uuid.uuid4()

    crashing.get(f"/crash/{client_id}/secret-token/")

    logged = written_log.getvalue()
    assert f"GET /crash/<uuid:client_id>/<str:token>/ {client_id}" in logged
    assert "secret-token" not in logged


def test_unknown_address_is_not_quoted(client, written_log):
    client.get("/pl/Hanna-Testowa/?phone=+48415550101")

    [event] = events(written_log)
    assert (event["request"], event["code"]) == ("GET -", 404)
    assert "Hanna" not in written_log.getvalue()


def test_refused_form_is_logged_without_its_address(written_log):
    browser = Client(enforce_csrf_checks=True)

    browser.post("/form/?name=Hanna", {"name": "Hanna"})

    assert "Hanna" not in written_log.getvalue()
    written = [{"event": line["event"], "code": line.get("code")} for line in events(written_log)]
    assert {"event": "django.security.csrf", "code": 403} in written


def test_bad_request_is_logged_without_its_words(crashing, written_log):
    crashing.get("/misunderstand/")

    assert "Hanna" not in written_log.getvalue()


@pytest.mark.parametrize("sent", ["proxy-0123456789", "A.b_c-12345678"])
def test_request_id_of_the_proxy_is_taken_over(client, written_log, sent):
    response = client.get("/livez", headers={"X-Request-ID": sent})

    assert response["X-Request-ID"] == sent
    assert events(written_log)[0]["request_id"] == sent


@pytest.mark.parametrize("sent", ["", "short", "x" * 65, "12345678\n", "Hanna Testowa", "<script>12345"])
def test_request_id_that_is_none_is_replaced(client, sent):
    response = client.get("/livez", headers={"X-Request-ID": sent})

    assert uuid.UUID(response["X-Request-ID"])


def test_failed_task_is_logged_without_the_words_of_its_error(written_log):
    @celery_app.task(name="tests.crash")
    def crash(name: str) -> None:
        raise ValueError(f"no such client: {name}")

    trace = build_tracer("tests.crash", crash, app=celery_app, eager=True, propagate=False)
    trace("an-id", (PERSON,), {}, {"id": "an-id", "task": "tests.crash"})

    assert "Hanna" not in written_log.getvalue()


def test_what_celery_says_of_a_failed_task_keeps_kind_and_places():
    event = {"event": "task_failed", "error": PERSON, "exception": ValueError(PERSON), "task_id": "1"}

    cleaned = portal_logging.without_typed_text(None, "error", event)

    assert cleaned == {"event": "task_failed", "task_id": "1"}


def test_exception_logged_by_a_library_loses_its_words(written_log):
    try:
        raise ValueError(PERSON)
    except ValueError:
        logging.getLogger("some.library").exception("it broke")

    [event] = events(written_log)
    assert (event["event"], event["error"]) == ("it broke", "ValueError")
    assert "Hanna" not in written_log.getvalue()


def test_exc_info_without_an_exception_is_no_error(written_log):
    logging.getLogger("some.library").error("it broke", exc_info=True)

    assert "error" not in events(written_log)[0]


def test_long_chain_of_causes_is_cut(written_log):
    error: Exception = ValueError("0")
    for _link in range(8):
        outer = ValueError("n")
        outer.__cause__ = error
        error = outer

    structlog.get_logger("tests").error("it broke", exc_info=error)

    assert len(events(written_log)[0]["caused_by"]) == 5


def test_developers_read_the_whole_error():
    configured = portal_logging.configure(level="INFO", for_people=True)
    portal_logging.configure(level="INFO", for_people=False)

    last = configured["formatters"]["structured"]["processors"][-1]

    assert isinstance(last, structlog.dev.ConsoleRenderer)


def test_log_goes_to_standard_output_only(settings):
    """As the inventory of logs says: nothing writes a file or speaks to another machine by itself."""
    handlers = portal_logging.configure(level="INFO", for_people=False)["handlers"]

    assert {name: handler["class"] for name, handler in handlers.items()} == {
        "stdout": "logging.StreamHandler",
        "nowhere": "logging.NullHandler",
    }
    assert handlers["stdout"]["stream"] == "ext://sys.stdout"
    assert settings.ADMINS == []  # nobody is mailed what went wrong
