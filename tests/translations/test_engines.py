"""Engines outside of the portal, from the draft's side: every way in which one can fail ends in a clear state."""

import pytest
from django.utils import timezone

from accounts.permissions import Role
from pup_portal import outbound
from tests.factories import UserFactory
from tests.translations.engine_servers import KEY, TOKENS
from tests.translations.factories import drafted, in_order, owed, reviewed, switched_on
from translations import engines as engine
from translations import registry, services
from translations.engines import base, breaker, deepl
from translations.models import EngineHealth, EngineRetry, EngineUse
from translations.tasks import draft_translation

pytestmark = pytest.mark.django_db

SENTENCE = "Kleimy pudła przez 8 godzin za 4806 zł brutto, telefon 41 555 01 23."
TEXTS = {"title_pl": "Pakowacz", "body_pl": SENTENCE}
AT_ONCE = ["libretranslate", "deepl"]

STATUSES = {
    "400": "rejected",
    "401": "refused",
    "403": "refused",
    "413": "rejected",
    "429": "busy",
    "500": "broken",
    "503": "broken",
    "302": "broken",
}
UNREADABLE = {"cut": "unreadable", "cut-off": "unreachable", "html": "unreadable", "list": "unreadable"}
UNREADABLE |= {"fewer": "unreadable", "numbers": "unreadable"}
UNFIT = [
    "emoji",
    "emoji-inside",
    "half",
    "russian",
    "polish",
    "giant",
    "empty",
    "lost",
    "doubled",
    "other-number",
]
UNFIT = dict.fromkeys([*UNFIT, "broken-token"], "unfit")


def own_texts(translation):
    return [(segment.text_uk, segment.origin, segment.is_complete) for segment in in_order(translation)]


def use_of(code):
    return EngineUse.objects.filter(engine=code).values_list("characters", "requests", "failures").first()


def health_of(code):
    return EngineHealth.objects.get(engine=code)


@pytest.mark.parametrize("code", AT_ONCE)
def test_an_engine_drafts_what_memory_and_glossary_cannot(engines, code):
    switched_on(code)

    translation = drafted(**TEXTS)

    title, body = own_texts(translation)
    assert title == ("Пакувальник", "glossary", True)
    assert body[1:] == ("machine", True)
    assert all(fact in body[0] for fact in ("8", "4806\xa0злотих", "брутто", "41 555 01 23"))
    assert len(engines.asked) == 1
    assert health_of(code).last_ok_at is not None


@pytest.mark.parametrize("code", AT_ONCE)
def test_facts_and_terms_do_not_leave_the_portal(engines, code):
    switched_on(code)

    drafted(**TEXTS)

    [asked] = engines.asked
    [text] = asked["q" if code == "libretranslate" else "text"]
    assert "4806" not in text
    assert "41 555" not in text
    assert len(TOKENS.findall(text)) >= 4


def test_libretranslate_is_asked_in_its_own_protocol(engines):
    switched_on("libretranslate")

    drafted(**TEXTS)

    [asked] = engines.asked
    assert asked | {"q": []} == {
        "path": "/translate",
        "q": [],
        "source": "pl",
        "target": "uk",
        "format": "text",
        "api_key": KEY,
    }


def test_deepl_is_asked_in_its_own_protocol(engines):
    switched_on("deepl")

    drafted(**TEXTS)

    [asked] = engines.asked
    assert engines.headers[0]["authorization"] == f"DeepL-Auth-Key {KEY}"
    assert asked | {"text": []} == {
        "path": "/v2/translate",
        "text": [],
        "source_lang": "PL",
        "target_lang": "UK",
        "tag_handling": "xml",
        "preserve_formatting": True,
    }


@pytest.mark.parametrize("code", AT_ONCE)
@pytest.mark.parametrize(("mode", "trouble"), (STATUSES | UNREADABLE | UNFIT).items())
def test_an_engine_that_fails_leaves_a_clear_state_and_no_text_of_its_own(
    engines, code, mode, trouble, written_log
):
    switched_on(code)
    engines.mode = mode

    translation = drafted(**TEXTS)

    title, body = own_texts(translation)
    assert (translation.state, translation.status) == ("done", "draft")
    assert title == ("Пакувальник", "glossary", True)
    assert body[1] == "glossary"
    assert not body[2]
    assert health_of(code).last_trouble == trouble
    characters, requests, failures = use_of(code)
    assert requests == 1
    assert (characters > 0, failures) == ((True, 0) if trouble == "unfit" else (False, 1))
    said = written_log.getvalue()
    assert KEY not in said
    assert "Kleimy" not in said
    assert "41 555" not in said


def test_the_quota_of_deepl_lets_it_rest_at_once(engines):
    switched_on("deepl")
    engines.mode = "456"

    drafted(**TEXTS)

    health = health_of("deepl")
    assert health.last_trouble == "quota"
    assert health.rests_until - health.last_trouble_at == breaker.LONGEST_REST


def test_an_engine_that_asks_to_wait_is_left_alone_as_long_as_it_says(engines):
    switched_on("deepl")
    engines.mode = "429"

    drafted(**TEXTS)

    health = health_of("deepl")
    assert (health.rests_until - health.last_trouble_at).total_seconds() == 7200


@pytest.mark.parametrize("mode", ["silent", "drip"])
def test_a_slow_engine_costs_a_bounded_time(engines, monkeypatch, mode):
    switched_on("deepl")
    monkeypatch.setattr(base.ask, "__kwdefaults__", base.ask.__kwdefaults__ | {"seconds": 0.2})
    engines.mode = mode
    if mode == "silent":
        engines.gate.clear()

    translation = drafted(**TEXTS)

    engines.gate.set()
    assert translation.state == "done"
    assert health_of("deepl").last_trouble == "unreachable"
    assert use_of("deepl") == (0, 1, 1)


def test_a_host_that_is_not_listed_is_not_asked(engines, settings):
    switched_on("deepl")
    settings.OUTBOUND_HOSTS = frozenset()

    drafted(**TEXTS)

    assert engines.asked == []
    assert health_of("deepl").last_trouble == "not-allowed"


@pytest.mark.parametrize("mode", ["500", "emoji", "lost", "cut"])
def test_the_next_engine_by_rank_is_asked_when_one_fails(engines, settings, mode):
    switched_on("libretranslate", rank=10)
    switched_on("deepl", rank=20)
    settings.DEEPL_URL = engines.url
    engines.mode = mode

    drafted(**TEXTS)

    assert [asked["path"] for asked in engines.asked] == ["/translate", "/v2/translate"]


def test_no_further_engine_is_asked_when_one_has_answered_well(engines):
    switched_on("libretranslate", rank=20)
    switched_on("deepl", rank=10)

    drafted(**TEXTS)

    assert [asked["path"] for asked in engines.asked] == ["/v2/translate"]


@pytest.mark.parametrize("state", ["off", "without a key"])
def test_an_engine_is_off_until_it_is_configured_and_switched_on(engines, settings, state):
    setting = switched_on("deepl")
    if state == "off":
        setting.is_on = False
        setting.save()
    else:
        settings.DEEPL_API_KEY = ""

    drafted(**TEXTS)

    assert engines.asked == []


def test_what_the_memory_knows_is_sent_nowhere(engines):
    reviewed(["Пакувальник", "Клеїмо коробки."], title_pl="Pakowacz", body_pl="Kleimy pudła.")
    switched_on("deepl")

    drafted(title_pl="Pakowacz", body_pl="Kleimy pudła.")

    assert engines.asked == []


def test_an_engine_betters_the_machine_s_own_half_draft_and_nobody_else_s(engines):
    translation = drafted(**TEXTS)
    switched_on("deepl")

    services.owe_draft(subject=translation.subject)
    draft_translation(translation.pk)

    assert own_texts(translation)[1][1:] == ("machine", True)


def test_an_engine_never_writes_over_a_person(engines):
    translation = owed(**TEXTS)
    mine = {in_order(translation)[1].pk: "Моє ⟦недописане⟧"}
    services.save_draft(translation=translation, texts=mine, version=0, by=UserFactory())
    switched_on("deepl")

    draft_translation(translation.pk)

    assert own_texts(translation)[1] == ("Моє ⟦недописане⟧", "person", False)
    assert engines.asked == []


@pytest.mark.parametrize(
    ("values", "is_local", "is_asked"),
    [({}, False, False), ({}, True, True), ({"agreement": "DPA 3/2026"}, False, True)],
)
def test_personal_data_goes_to_engines_in_the_office_or_under_an_agreement(
    engines, settings, values, is_local, is_asked
):
    admin = UserFactory(role=Role.ADMINISTRATOR)
    settings.LIBRETRANSLATE_IS_LOCAL = is_local
    agreed = {"agreed_at": timezone.now(), "agreed_by": admin} if values else {}
    switched_on("libretranslate", **values, **agreed)

    engine.suggest([SENTENCE], is_personal=True, domain="")

    assert bool(engines.asked) == is_asked


def test_texts_of_a_model_that_may_name_people_are_personal(engines, monkeypatch):
    translation = owed(**TEXTS)
    model = type(translation.subject)
    personal = registry.Translatable(**vars(registry.of(model)) | {"is_personal": True})
    monkeypatch.setitem(registry._registered, model, personal)
    switched_on("deepl")

    draft_translation(translation.pk)

    assert engines.asked == []


def test_twenty_sentences_travel_in_one_request(engines):
    switched_on("deepl")
    sentences = [f"Kleimy pudła i worki numer {number}." for number in range(25)]

    engine.suggest(sentences, is_personal=False)

    assert [len(asked["text"]) for asked in engines.asked] == [20, 5]


def test_an_engine_is_not_asked_again_after_its_first_failure_in_a_draft(engines):
    switched_on("deepl")
    engines.mode = "500"
    sentences = [f"Kleimy pudła i worki numer {number}." for number in range(45)]

    engine.suggest(sentences, is_personal=False)

    assert len(engines.asked) == 1


def test_a_sentence_longer_than_an_engine_takes_is_left_out(engines, monkeypatch):
    switched_on("deepl")
    monkeypatch.setattr("translations.engines.deepl.DeepL.characters_at_once", 60)

    engine.suggest(["Kleimy pudła. " * 9, "Kleimy pudła i worki."], is_personal=False)

    assert [asked["text"] for asked in engines.asked] == [["Kleimy pudła i worki."]]


def test_nothing_is_begun_when_the_draft_has_taken_too_long(engines, monkeypatch):
    switched_on("deepl")
    monkeypatch.setattr("translations.engines.asking.PATIENCE", -1.0)

    engine.suggest([SENTENCE], is_personal=False)

    assert engines.asked == []


def test_a_text_that_may_be_mistaken_for_a_token_is_not_sent(engines):
    switched_on("libretranslate")

    engine.suggest(["Kleimy pudła [X1X] codziennie."], is_personal=False)

    assert engines.asked == []


def test_the_usage_of_deepl_is_what_deepl_counts(engines):
    usage = deepl.DeepL().usage()

    assert (usage.used, usage.limit) == (1200, 500000)


def test_a_key_of_the_free_plan_has_a_host_of_its_own(engines, settings, monkeypatch):
    hosts = []
    settings.DEEPL_URL = ""

    def ask(method, url, **_):
        hosts.append(url)
        raise outbound.Unreachable

    monkeypatch.setattr(outbound, "ask", ask)
    for settings.DEEPL_API_KEY in ("a:fx", "a"):
        with pytest.raises(base.EngineFailed):
            deepl.DeepL().translate(["x"])

    assert hosts == ["https://api-free.deepl.com/v2/translate", "https://api.deepl.com/v2/translate"]


def test_an_engine_that_failed_for_everybody_else_is_not_asked_in_the_next_draft(engines):
    switched_on("deepl")
    engines.mode = "500"
    for number in range(4):
        drafted(title_pl="Pakowacz", body_pl=f"Kleimy pudła i worki numer {number}.")

    assert len(engines.asked) == breaker.FAILURES
    assert EngineRetry.objects.count() == 4
