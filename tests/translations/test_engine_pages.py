"""What the database refuses of engines, and the administrator's pages of them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from tests.factories import UserFactory
from tests.translations.engine_servers import KEY
from tests.translations.factories import switched_on
from translations import engine_services
from translations.engines import breaker
from translations.models import (
    EngineCode,
    EngineHealth,
    EngineRequest,
    EngineSetting,
    EngineTrial,
    EngineUse,
    Trouble,
)
from translations.tasks import settle_engine_request, try_engine

pytestmark = pytest.mark.django_db

SENTENCE = "Kleimy pudła w dużej hali."


@pytest.fixture
def administrator(client):
    user = UserFactory(role=Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def detail(client, code="deepl"):
    return client.get(reverse("translations:engine-detail", args=[code]))


def post(client, action, data=None, code="deepl"):
    return client.post(reverse(f"translations:engine-{action}", args=[code]), data or {})


@pytest.mark.parametrize(
    ("constraint", "model", "values"),
    [
        ("enginesetting_code_is_known", EngineSetting, {"code": "memory"}),
        ("enginesetting_agreement_is_whole", EngineSetting, {"code": "deepl", "agreement": "x"}),
        ("engineuse_month_is_its_first_day", EngineUse, {"engine": "deepl", "month": date(2026, 5, 2)}),
        (
            "engineuse_fails_at_most_as_often_as_asked",
            EngineUse,
            {"engine": "deepl", "month": date(2026, 5, 1), "failures": 1},
        ),
        ("enginehealth_trouble_has_its_time", EngineHealth, {"engine": "deepl", "last_trouble": "busy"}),
        (
            "enginehealth_rests_after_failures",
            EngineHealth,
            {"engine": "deepl", "rests_until": timezone.now()},
        ),
        (
            "enginerequest_answer_has_its_time",
            EngineRequest,
            {"engine": "etranslation", "token_hash": "x", "sources": [], "parts": [], "outcome": "answered"},
        ),
    ],
)
def test_the_database_refuses_what_cannot_be(constraint, model, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.create(**values)


def test_the_database_counts_a_month_of_an_engine_once():
    EngineUse.objects.create(engine="deepl", month=date(2026, 5, 1))

    with pytest.raises(IntegrityError, match="engineuse_is_one_per_engine_and_month"), transaction.atomic():
        EngineUse.objects.create(engine="deepl", month=date(2026, 5, 1))


def test_the_database_refuses_a_trial_that_ends_two_ways():
    with pytest.raises(IntegrityError, match="enginetrial_ends_one_way"), transaction.atomic():
        EngineTrial.objects.create(engine="deepl", answer="Так", trouble="busy", asked_by=UserFactory())


def test_the_list_says_that_every_engine_is_off_and_why(client, administrator):
    page = client.get(reverse("translations:engine-list")).content.decode()

    assert "No engine outside of the portal is in use" in page
    for name in ("LIBRETRANSLATE_URL", "DEEPL_API_KEY", "ETRANSLATION_PASSWORD", "TRANSLATION_MODEL_DIR"):
        assert name in page


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_asks_the_database_no_more_for_more_engines(
    client, engines, administrator, django_assert_num_queries, count
):
    for code in list(EngineCode)[2 : 2 + count]:
        switched_on(code)
        EngineUse.objects.create(engine=code, month=date(2026, 5, 1))
        breaker.succeeded(code)

    with django_assert_num_queries(9):  # of these three: settings, health, uses
        client.get(reverse("translations:engine-list"))


def test_each_state_is_said_in_words(client, engines, administrator):
    switched_on("deepl", rank=1)
    switched_on("etranslation", rank=2, monthly_characters=0)
    switched_on("libretranslate", rank=3)
    breaker.failed("libretranslate", Trouble.REFUSED)

    response = client.get(reverse("translations:engine-list"))

    states = [(str(row.engine.code), str(row.state.words)) for row in response.context["standings"]]
    assert states == [
        ("deepl", "on"),
        ("etranslation", "budget used up"),
        ("libretranslate", "resting"),
        ("local", "off"),
    ]


@pytest.mark.parametrize("code", ["memory", "glossary", "other"])
def test_only_engines_outside_have_a_page(client, administrator, code):
    assert detail(client, code).status_code == 404


def test_an_administrator_switches_an_engine_on_and_the_history_tells(client, engines, administrator):
    response = post(client, "edit", {"is_on": "on", "rank": "7", "monthly_characters": ""})

    setting = EngineSetting.objects.get()
    assert response.status_code == 302
    assert (setting.code, setting.is_on, setting.rank, setting.monthly_characters) == ("deepl", True, 7, None)
    assert administrator.full_name in detail(client).content.decode()


@pytest.mark.parametrize("wrong", [{"rank": ""}, {"rank": "-1"}, {"rank": "1", "monthly_characters": "many"}])
def test_what_is_typed_wrong_is_shown_again(client, engines, administrator, wrong):
    response = post(client, "edit", wrong)

    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert not EngineSetting.objects.exists()


def test_an_agreement_is_recorded_with_who_and_when_and_withdrawn(client, engines, administrator):
    post(client, "agree", {"words": "DPA no. 3/2026, in the office safe"})
    agreed = EngineSetting.objects.get()
    page = detail(client).content.decode()

    post(client, "withdraw")

    assert (agreed.agreement, agreed.agreed_by) == ("DPA no. 3/2026, in the office safe", administrator)
    assert agreed.agreed_at is not None
    assert "DPA no. 3/2026, in the office safe" in page
    assert not EngineSetting.objects.get().has_agreement


def test_an_agreement_without_words_is_none(client, engines, administrator):
    assert post(client, "agree", {"words": "  "}).status_code == 422
    with pytest.raises(engine_services.NoAgreementWords):
        engine_services.record_agreement(code=EngineCode.DEEPL, words=" ", by=administrator)


def test_a_sentence_is_tried_in_the_background(client, engines, administrator):
    switched_on("deepl")

    response = post(client, "try", {"sentence": SENTENCE})
    waiting = detail(client).content.decode()
    try_engine(EngineTrial.objects.get().pk)

    trial = EngineTrial.objects.get()
    assert response.status_code == 302
    assert "waiting" in waiting
    assert trial.answer
    assert trial.answer in detail(client).content.decode()
    assert try_engine(trial.pk) is False


@pytest.mark.parametrize(("mode", "trouble"), [("403", "refused"), ("emoji", "unfit"), ("cut", "unreadable")])
def test_a_trial_that_fails_says_why_and_shows_no_key(client, engines, administrator, mode, trouble):
    switched_on("deepl")
    engines.mode = mode
    trial = engine_services.try_engine(code=EngineCode.DEEPL, sentence=SENTENCE, by=administrator)

    try_engine(trial.pk)

    page = detail(client).content.decode()
    trial.refresh_from_db()
    assert (trial.answer, trial.trouble, trial.state) == ("", trouble, "done")
    assert str(Trouble(trouble).label) in page
    assert KEY not in page


def test_a_trial_wakes_an_engine_that_rests(engines, administrator):
    switched_on("deepl")
    breaker.failed("deepl", Trouble.REFUSED)
    trial = engine_services.try_engine(code=EngineCode.DEEPL, sentence=SENTENCE, by=administrator)

    try_engine(trial.pk)

    assert EngineHealth.objects.get().rests_until is None


@pytest.mark.parametrize(
    ("sentence", "is_on", "trouble"), [(SENTENCE, False, "off"), ("4806 zł", True, "nothing")]
)
def test_a_trial_that_asks_nobody_says_so(engines, administrator, sentence, is_on, trouble):
    setting = switched_on("deepl")
    setting.is_on = is_on
    setting.save()
    trial = engine_services.try_engine(code=EngineCode.DEEPL, sentence=sentence, by=administrator)

    try_engine(trial.pk)

    trial.refresh_from_db()
    assert trial.trouble == trouble
    assert engines.asked == []


@pytest.mark.parametrize("is_answered", [True, False])
def test_a_trial_of_an_engine_that_answers_later_ends_with_its_answer(engines, administrator, is_answered):
    switched_on("etranslation")
    trial = engine_services.try_engine(code=EngineCode.ETRANSLATION, sentence=SENTENCE, by=administrator)
    try_engine(trial.pk)
    request = EngineRequest.objects.get()
    answer = {"outcome": "answered", "answer": "Клеїмо коробки.", "answered_at": timezone.now()}
    EngineRequest.objects.update(run_after=timezone.now(), **(answer if is_answered else {}))

    settle_engine_request(request.pk)

    trial.refresh_from_db()
    assert (trial.answer, trial.trouble) == (("Клеїмо коробки.", "") if is_answered else ("", "late"))


def test_a_new_trial_takes_the_place_of_the_last(engines, administrator):
    for _ in range(2):
        engine_services.try_engine(code=EngineCode.DEEPL, sentence=SENTENCE, by=administrator)

    assert EngineTrial.objects.count() == 1


def test_an_empty_sentence_is_not_tried(client, engines, administrator):
    assert post(client, "try", {"sentence": ""}).status_code == 422


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_of_an_engine_shows_its_months_at_one_price(
    client, engines, administrator, django_assert_num_queries, count
):
    switched_on("deepl")
    for number in range(count):
        EngineUse.objects.create(engine="deepl", month=date(2020 + number // 12, 1 + number % 12, 1))

    with django_assert_num_queries(14):
        response = detail(client)

    assert len(response.context["months"]) == count


def test_a_manager_sees_the_page_and_changes_nothing(client, engines):
    client.force_login(UserFactory(role=Role.MANAGER))
    switched_on("deepl")

    page = detail(client).content.decode()

    assert "<button" not in page.split("<main")[1]
    assert post(client, "edit", {"rank": "1"}).status_code == 403


def test_what_was_asked_long_ago_is_told_by_month(client, engines, administrator):
    EngineUse.objects.create(
        engine="deepl", month=date(2026, 5, 1), characters=1234567, requests=3, failures=1
    )

    page = detail(client).content.decode()

    assert "1,234,567" in page
