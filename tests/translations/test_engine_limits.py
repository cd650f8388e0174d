"""What engines may spend, and when they are left alone; both hold for all workers together."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.elsewhere import while_held
from tests.translations.factories import drafted, switched_on
from translations.engines import breaker, budget
from translations.models import EngineHealth, EngineUse, Trouble

pytestmark = pytest.mark.django_db


def health() -> EngineHealth:
    return EngineHealth.objects.get(engine="deepl")


def over():
    """Let the rest of the engine be over."""
    EngineHealth.objects.update(rests_until=timezone.now() - timedelta(seconds=1))


def test_budget_is_taken_before_and_given_back_after_a_failure():
    charge = budget.charge("deepl", 300, limit=1000)
    taken = EngineUse.objects.get()

    budget.give_back(charge)

    assert (taken.characters, taken.requests, taken.month) == (300, 1, budget.this_month())
    left = EngineUse.objects.get()
    assert (left.characters, left.requests, left.failures) == (0, 1, 1)


def test_budget_is_taken_to_the_last_character_and_no_further():
    first = budget.charge("deepl", 600, limit=1000)
    second = budget.charge("deepl", 401, limit=1000)
    third = budget.charge("deepl", 400, limit=1000)

    assert (bool(first), second, bool(third)) == (True, None, True)
    assert EngineUse.objects.get().characters == 1000


def test_every_engine_and_every_month_has_a_budget_of_its_own(monkeypatch):
    budget.charge("deepl", 1000, limit=1000)

    assert budget.charge("libretranslate", 1000, limit=1000)
    monkeypatch.setattr(budget, "this_month", lambda: date(2031, 1, 1))
    assert budget.charge("deepl", 1000, limit=1000)


def test_an_engine_without_a_limit_is_counted_all_the_same():
    budget.charge("local", 10**9, limit=None)

    assert EngineUse.objects.get().characters == 10**9


@pytest.mark.django_db(transaction=True)
def test_a_second_worker_waits_for_the_first_and_sees_what_it_took():
    budget.charge("deepl", 1, limit=1000)

    second = while_held(
        EngineUse.objects.get(),
        second=lambda: budget.charge("deepl", 900, limit=1000),
        written=lambda: EngineUse.objects.update(characters=901),
    )

    assert second is None
    assert EngineUse.objects.get().characters == 901


def test_an_engine_whose_month_is_spent_is_not_asked(engines):
    switched_on("deepl", monthly_characters=10)

    translation = drafted(body_pl="Kleimy pudła i worki w dużej hali.")

    assert engines.asked == []
    assert translation.state == "done"
    assert not EngineHealth.objects.exclude(last_trouble="").exists()


def test_an_engine_rests_after_three_failures_in_a_row_for_growing_times():
    rests = []
    for _ in range(6):
        breaker.failed("deepl", Trouble.BROKEN)
        found = health()
        rests.append(found.rests_until and round((found.rests_until - found.last_trouble_at).total_seconds()))
        EngineHealth.objects.filter(rests_until__isnull=False).update(rests_until=found.last_trouble_at)

    assert rests == [None, None, 60, 120, 240, 480]


def test_no_rest_is_longer_than_the_longest():
    EngineHealth.objects.create(engine="deepl", failures=999)

    for _ in range(3):
        breaker.failed("deepl", Trouble.BROKEN)

    found = health()
    assert found.failures == 1000
    assert found.rests_until - found.last_trouble_at <= breaker.LONGEST_REST


def test_a_success_between_failures_begins_the_count_anew():
    for trouble in (Trouble.BROKEN, Trouble.BROKEN):
        breaker.failed("deepl", trouble)
    breaker.succeeded("deepl")

    breaker.failed("deepl", Trouble.BROKEN)

    assert health().failures == 1
    assert breaker.may_ask("deepl")


def test_a_resting_engine_is_asked_by_nobody_but_a_person():
    breaker.failed("deepl", Trouble.REFUSED)

    assert not breaker.may_ask("deepl")
    assert breaker.may_ask("deepl", by_hand=True)


def test_after_the_rest_one_worker_tries_and_the_others_wait_for_it():
    breaker.failed("deepl", Trouble.REFUSED)
    over()

    assert [breaker.may_ask("deepl") for _ in range(3)] == [True, False, False]


def test_a_worker_killed_in_its_try_gives_way_to_another():
    breaker.failed("deepl", Trouble.REFUSED)
    over()
    breaker.may_ask("deepl")

    EngineHealth.objects.update(tried_until=timezone.now())

    assert breaker.may_ask("deepl")


def test_a_successful_try_closes_the_circuit_and_a_failed_one_rests_longer():
    for _ in range(3):
        breaker.failed("deepl", Trouble.BROKEN)
    over()
    breaker.may_ask("deepl")
    breaker.failed("deepl", Trouble.BROKEN)
    longer = health().rests_until - health().last_trouble_at
    over()
    breaker.may_ask("deepl")

    breaker.succeeded("deepl")

    assert longer == 2 * breaker.FIRST_REST
    assert all(breaker.may_ask("deepl") for _ in range(3))
    assert health().last_trouble == "broken"


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_the_end_of_a_rest_the_second_waits_and_does_not_try():
    breaker.failed("deepl", Trouble.REFUSED)
    over()

    second = while_held(
        health(),
        second=lambda: breaker.may_ask("deepl"),
        written=lambda: EngineHealth.objects.update(tried_until=timezone.now() + breaker.TRY_FOR),
    )

    assert second is False


@pytest.mark.django_db(transaction=True)
def test_two_failures_at_once_are_two():
    breaker.failed("deepl", Trouble.BROKEN)

    while_held(
        health(),
        second=lambda: breaker.failed("deepl", Trouble.BROKEN),
        written=lambda: EngineHealth.objects.update(failures=2),
    )

    assert health().failures == 3
    assert not breaker.may_ask("deepl")


def test_a_resting_engine_costs_a_draft_nothing(engines):
    switched_on("deepl")
    breaker.failed("deepl", Trouble.QUOTA)

    translation = drafted(body_pl="Kleimy pudła i worki w dużej hali.")

    assert engines.asked == []
    assert translation.state == "done"
    assert not EngineUse.objects.exists()
