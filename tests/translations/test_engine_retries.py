"""What an engine failed to draft is drafted once more when it is well again: a few times, ever later."""

import pytest
from django.utils import timezone

from tests.translations.factories import drafted, in_order, switched_on
from translations.models import EngineHealth, EngineRetry
from translations.tasks import draft_again, draft_translation

pytestmark = pytest.mark.django_db

SENTENCE = "Kleimy pudła przez 8 godzin za 4806 zł brutto, telefon 41 555 01 23."
TEXTS = {"title_pl": "Pakowacz", "body_pl": SENTENCE}


@pytest.mark.parametrize("mode", ["500", "429", "cut"])
def test_what_an_engine_failed_to_draft_is_owed_again_later(engines, mode):
    switched_on("deepl")
    engines.mode = mode
    translation = drafted(**TEXTS)
    retry = EngineRetry.objects.get()
    is_too_early = draft_again(retry.pk)
    engines.mode = "ok"
    EngineHealth.objects.all().delete()
    EngineRetry.objects.update(run_after=timezone.now())

    is_done = draft_again(retry.pk)
    draft_translation(translation.pk)

    assert (is_too_early, is_done) == (False, True)
    assert [segment.origin for segment in in_order(translation)] == ["glossary", "machine"]


@pytest.mark.parametrize("mode", ["ok", "403", "456", "emoji"])
def test_what_asking_again_would_not_mend_is_not_owed_again(engines, mode):
    switched_on("deepl")
    engines.mode = mode

    drafted(**TEXTS)

    assert not EngineRetry.objects.exists()


def test_drafts_are_owed_again_a_few_times_after_growing_pauses(engines):
    switched_on("deepl")
    engines.mode = "500"
    translation = drafted(**TEXTS)
    pauses = []
    for _ in range(6):
        retry = EngineRetry.objects.get()
        pauses.append(round((retry.run_after - timezone.now()).total_seconds() / 60))
        EngineRetry.objects.update(run_after=timezone.now())
        draft_again(retry.pk)
        draft_translation(translation.pk)

    assert pauses == [5, 15, 45, 135, 0, 0]
