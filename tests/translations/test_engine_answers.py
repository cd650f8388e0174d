"""eTranslation answers later, at an address of ours that anybody may post to."""

import base64
import json
import sys
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from tests.translations.engine_servers import PASSWORD, translated
from tests.translations.factories import drafted, in_order, switched_on
from translations.engines import later
from translations.models import EngineHealth, EngineRequest, EngineUse
from translations.tasks import draft_translation, forget_engine_requests, settle_engine_request

pytestmark = pytest.mark.django_db

SENTENCE = "Kleimy pudła przez 8 godzin za 4806 zł brutto."
TEXTS = {"title_pl": "Pakowacz", "body_pl": f"{SENTENCE}\nKleimy worki i pudełka w hali."}


@pytest.fixture
def asked(engines):
    """A translation whose open sentences were sent to eTranslation."""
    switched_on("etranslation")
    return drafted(**TEXTS)


def success(engines, text=None, **changes):
    """What the service posts for the last question."""
    question = engines.asked[-1]
    lines = question["textToTranslate"].split("\n")
    return {
        "requestId": engines.number,
        "sourceLanguage": "PL",
        "targetLanguage": "UK",
        "externalReference": question["callerInformation"]["externalReference"],
        "translatedText": "\n".join(map(translated, lines)) if text is None else text,
    } | changes


def failure(engines):
    reference = engines.asked[-1]["callerInformation"]["externalReference"]
    return {
        "requestId": engines.number,
        "externalReference": reference,
        "errorCode": -70000,
        "errorMessage": "x",
    }


def post(client, engines, body, kind="success"):
    url = engines.asked[-1]["notifications"][kind]["http"]
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(urlsplit(url).path, content, content_type="application/json")


def texts(translation):
    return [(segment.origin, segment.is_complete) for segment in in_order(translation)]


def settle():
    return settle_engine_request(EngineRequest.objects.get().pk)


def test_it_is_asked_in_its_own_protocol(engines, asked, settings):
    [question] = engines.asked
    request = EngineRequest.objects.get()
    addresses = question.pop("notifications")
    key = base64.b64encode(f"PUP:{PASSWORD}".encode()).decode()

    assert engines.headers[0]["authorization"] == f"Basic {key}"
    assert question.pop("textToTranslate").count("\n") == 1
    assert question == {
        "path": "/askTranslate",
        "sourceLanguage": "PL",
        "targetLanguages": ["UK"],
        "domain": "GEN",
        "callerInformation": {"externalReference": str(request.public_id)},
    }
    assert all(pair["http"].startswith(f"{settings.SITE_URL}/engine-answers/") for pair in addresses.values())
    assert request.outside_id == str(engines.number)


def test_the_draft_does_not_wait_for_it(asked):
    assert asked.state == "done"
    assert texts(asked) == [("glossary", True), ("glossary", False), ("", False)]


def test_its_answer_becomes_the_draft(client, engines, asked):
    response = post(client, engines, success(engines))
    settle()
    draft_translation(asked.pk)

    assert response.status_code == 204
    assert texts(asked) == [("glossary", True), ("machine", True), ("machine", True)]
    assert "4806\xa0злотих" in in_order(asked)[1].text_uk
    assert EngineHealth.objects.get().last_ok_at is not None
    assert len(engines.asked) == 1


def test_while_it_is_awaited_nobody_is_asked_again(engines, asked):
    switched_on("deepl", rank=90)

    later_draft = drafted(title_pl="Pakowacz", body_pl="Kleimy inne worki.")
    settled = draft_translation(asked.pk)

    assert settled is False
    assert later_draft.state == "done"
    assert [question["path"] for question in engines.asked] == ["/askTranslate"] * 2


def test_the_word_in_the_address_is_kept_by_nobody(engines, asked):
    request = EngineRequest.objects.get()
    token = urlsplit(engines.asked[0]["notifications"]["success"]["http"]).path.split("/")[2]

    assert request.token_hash == later.hash_of(token)
    assert token not in str(vars(request))


def test_a_second_posting_changes_nothing(client, engines, asked):
    post(client, engines, success(engines))
    settle()
    before = EngineRequest.objects.values().get()

    response = post(client, engines, success(engines, text="Інше"))

    assert response.status_code == 204
    assert EngineRequest.objects.values().get() == before


def test_a_posting_before_the_first_was_taken_in_changes_nothing(client, engines, asked):
    post(client, engines, success(engines))

    response = post(client, engines, failure(engines), kind="failure")

    assert response.status_code == 204
    assert EngineRequest.objects.get().outcome == "answered"


def test_an_answer_after_the_deadline_changes_nothing(client, engines, asked):
    EngineRequest.objects.update(run_after=timezone.now())
    settle()

    response = post(client, engines, success(engines))

    assert response.status_code == 204
    assert EngineRequest.objects.get().outcome == "late"


def test_at_the_deadline_the_next_engine_is_asked(engines, asked):
    switched_on("deepl", rank=90)
    EngineRequest.objects.update(run_after=timezone.now())

    settle()
    draft_translation(asked.pk)

    assert texts(asked) == [("glossary", True), ("machine", True), ("machine", True)]
    assert [question["path"] for question in engines.asked] == ["/askTranslate", "/v2/translate"]
    assert EngineHealth.objects.get(engine="etranslation").last_trouble == "late"
    assert EngineUse.objects.get(engine="etranslation").characters == 0


def test_before_the_deadline_nothing_is_given_up(asked):
    assert settle() is False
    assert EngineRequest.objects.get().outcome == "waiting"


def test_an_error_of_the_service_lets_the_next_engine_draft(client, engines, asked):
    switched_on("deepl", rank=90)

    response = post(client, engines, failure(engines), kind="failure")
    settle()
    draft_translation(asked.pk)

    assert response.status_code == 204
    assert texts(asked)[1:] == [("machine", True), ("machine", True)]
    assert EngineHealth.objects.get(engine="etranslation").last_trouble == "rejected"
    assert EngineUse.objects.get(engine="etranslation").failures == 1


@pytest.mark.parametrize(
    ("text", "trouble"),
    [("😀\n😀", "unfit"), ("Один рядок", "unreadable"), ("", "unreadable"), ("а\nб\nв", "unreadable")],
)
def test_an_answer_that_is_no_translation_is_never_a_draft(client, engines, asked, text, trouble):
    post(client, engines, success(engines, text=text))
    settle()
    draft_translation(asked.pk)

    assert texts(asked)[1:] == [("glossary", False), ("", False)]
    assert EngineHealth.objects.get().last_trouble == trouble


def test_a_sentence_of_an_answer_may_pass_without_the_other(client, engines, asked):
    first = translated(engines.asked[0]["textToTranslate"].split("\n")[0])

    post(client, engines, success(engines, text=f"{first}\n😀"))
    settle()
    draft_translation(asked.pk)

    assert texts(asked)[1:] == [("machine", True), ("", False)]
    assert len(engines.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"x"',
        b"null",
        b"\xff",
        b'{"externalReference": 7, "translatedText": "x"}',
        b"[" * 90_000,
    ],
)
def test_what_is_no_answer_is_refused_and_the_word_stays_good(client, engines, asked, body):
    response = post(client, engines, body)

    assert response.status_code == 400
    assert post(client, engines, success(engines)).status_code == 204


@pytest.mark.parametrize("text", [None, 7, "а\0б", "а\ud800б"])
def test_an_answer_without_a_text_that_can_be_kept_is_refused(client, engines, asked, text):
    assert post(client, engines, success(engines) | {"translatedText": text}).status_code == 400


def test_a_giant_answer_is_refused(client, engines, asked):
    assert post(client, engines, success(engines, text="а" * 300_000)).status_code == 413


def test_a_wrong_word_or_reference_finds_nobody(client, engines, asked):
    strange = success(engines, externalReference="0b8f8f0e-0000-4000-8000-000000000000")

    other = client.post("/engine-answers/a-word/done/", success(engines), content_type="application/json")

    assert other.status_code == 404
    assert post(client, engines, strange).status_code == 404
    assert EngineRequest.objects.get().outcome == "waiting"


def test_an_address_for_answers_is_not_for_reading(client, engines, asked):
    url = urlsplit(engines.asked[0]["notifications"]["success"]["http"]).path

    assert client.get(url).status_code == 405


def test_a_flood_of_answers_is_slowed_down(client, monkeypatch):
    monkeypatch.setattr("pup_portal.throttling.time.time", lambda: 1_800_000_000.0)
    codes = [
        client.post(
            "/engine-answers/a-word/done/", {"externalReference": "x", "errorCode": 1}, "application/json"
        )
        for _ in range(301)
    ]

    assert [codes[299].status_code, codes[300].status_code] == [404, 429]


@pytest.mark.parametrize(
    ("mode", "trouble"),
    [
        ("401", "refused"),
        ("429", "busy"),
        ("500", "broken"),
        ("quota", "quota"),
        ("concurrent", "busy"),
        ("unknown", "rejected"),
        ("zero", "unreadable"),
        ("endless", "unreadable"),
        ("cut", "unreadable"),
    ],
)
def test_a_question_that_is_refused_leaves_no_row_and_no_charge(engines, mode, trouble):
    switched_on("etranslation")
    engines.mode = mode

    translation = drafted(**TEXTS)

    assert translation.state == "done"
    assert not EngineRequest.objects.exists()
    assert EngineHealth.objects.get().last_trouble == trouble
    assert EngineUse.objects.values_list("characters", "failures").get() == (0, 1)


def test_a_question_in_whose_sending_the_process_is_stopped_leaves_no_row_and_no_charge(engines, monkeypatch):
    switched_on("etranslation")
    monkeypatch.setattr("translations.engines.base.ask", lambda *_, **__: sys.exit())

    with pytest.raises(SystemExit):
        drafted(**TEXTS)

    assert not EngineRequest.objects.exists()
    assert EngineUse.objects.values_list("characters", "failures").get() == (0, 1)


def test_old_questions_are_forgotten(asked):
    EngineRequest.objects.update(asked_at=timezone.now() - later.KEEP - timedelta(minutes=1))

    assert forget_engine_requests() == 1
    assert not EngineRequest.objects.exists()
