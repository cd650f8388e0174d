"""Workers are really killed and brokers really lost here, and every message goes out exactly once."""

import time
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.utils import timezone

from messaging import delivery
from messaging.models import Delivery, Message
from pup_portal import background
from pup_portal.background import MAX_ATTEMPTS, OwedWork
from pup_portal.db import as_owner, grant_to_application
from tests.background.processes import wait_until
from tests.factories import UserFactory
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.servers


def receipt(message: Message) -> str:
    return f"<{message.key}@example.org>"


def wait_until_done(*messages: Message) -> None:
    keys = [message.pk for message in messages]
    unfinished = Message.objects.filter(pk__in=keys).exclude(state=OwedWork.State.DONE)
    wait_until(lambda: not unfinished.exists(), "the messages are sent")


def let_time_pass(message: Message) -> None:
    """As if the lease had run out, or the pause before the next attempt."""
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.filter(pk=message.pk, state=OwedWork.State.RUNNING).update(leased_until=past)
    Message.objects.filter(pk=message.pk, state=OwedWork.State.OWED).update(run_after=past)


def retry_through_the_page(client, message: Message) -> int:
    work = {"work": f"messaging.message:{message.pk}"}
    return client.post("/pl/desk/failed/retry/", work).status_code


def test_worker_killed_in_the_middle_of_its_work(site):
    message = MessageFactory()
    site.sink.hold()
    background.send(message)
    site.sink.wait_for_sender()

    site.worker.kill()

    assert Message.objects.get().state == OwedWork.State.RUNNING
    site.sink.release()
    assert background.sweep() == 0  # the lease protects the work of a worker that might be alive
    let_time_pass(message)
    assert background.sweep() == 1
    site.ensure_worker()
    wait_until_done(message)
    assert site.sink.message_ids == [receipt(message)]
    assert Message.objects.get().attempts == 2
    assert Delivery.objects.get().outcome == Delivery.Outcome.ACCEPTED


def test_work_that_kills_its_worker_each_time_is_given_up_and_staff_can_try_again(site, client):
    message = MessageFactory()
    site.sink.hold()

    for _attempt in range(MAX_ATTEMPTS):
        background.sweep()
        site.sink.wait_for_sender()
        site.worker.kill_child()
        let_time_pass(message)
    background.sweep()

    assert Message.objects.get().state == OwedWork.State.FAILED
    assert site.sink.message_ids == []
    site.sink.release()
    client.force_login(UserFactory())
    assert retry_through_the_page(client, message) == 302
    wait_until_done(message)
    assert site.sink.message_ids == [receipt(message)]


def test_broker_flushed(site):
    held, *lost = MessageFactory.create_batch(4)
    site.sink.hold()
    background.send(held)
    site.sink.wait_for_sender()
    for message in lost:
        background.send(message)

    site.broker.flush()

    site.sink.release()
    wait_until_done(held)
    assert Message.objects.filter(state=OwedWork.State.OWED).count() == 3
    assert background.sweep() == 3
    wait_until_done(*lost)
    assert sorted(site.sink.message_ids) == sorted(map(receipt, [held, *lost]))


@pytest.mark.parametrize("failure", ["stop", "freeze"])
def test_broker_lost_during_a_request(site, client, failure):
    messages = MessageFactory.create_batch(2, state=OwedWork.State.FAILED, attempts=MAX_ATTEMPTS)
    sent = MessageFactory(state=OwedWork.State.DONE, finished_at=timezone.now())
    client.force_login(UserFactory())
    client.get("/pl/desk/failed/")  # the first request of a process loads the code
    background.send(sent)  # so the connection is open and has to be found broken
    getattr(site.broker, failure)()

    try:
        started = time.monotonic()
        answers = [retry_through_the_page(client, message) for message in messages]
        stalled = time.monotonic() - started
    finally:
        waiting = list(Message.objects.exclude(pk=sent.pk).values_list("state", "sent_at"))
        {"stop": site.broker.start, "freeze": site.broker.thaw}[failure]()

    assert answers == [302, 302]
    assert stalled < 3.5  # seconds: one time-out of two, not one for each row
    assert waiting == [(OwedWork.State.OWED, None)] * 2
    for _go in range(2):  # the first may still meet the broken connection
        sweep_anew()
    wait_until_done(*messages)  # by the same worker, which has found its broker again
    assert sorted(site.sink.message_ids) == sorted(map(receipt, messages))


def sweep_anew() -> None:
    """The next sweep of beat, after the pause that follows a failed sending."""
    background._Broker.silent_until = 0.0
    background.sweep()


def test_delivered_twice(site):
    first, doubled, last = MessageFactory.create_batch(3)
    site.sink.hold()
    background.send(first)
    site.sink.wait_for_sender()
    for message in (doubled, doubled, last):
        background.send(message)
    site.sink.release()

    wait_until_done(last)  # one worker, first in first out: the double has been handled by now

    assert site.sink.message_ids == [receipt(first), receipt(doubled), receipt(last)]


def test_second_worker_arrives_while_the_first_is_inside_the_work(site):
    message = MessageFactory()
    site.sink.hold()
    background.send(message)
    site.sink.wait_for_sender()
    site.sink.let_pass()

    sent_by_us = delivery.deliver(message.pk)

    assert sent_by_us is False
    site.sink.release()
    wait_until_done(message)
    assert site.sink.message_ids == [receipt(message)]


def test_slow_worker_whose_row_was_taken_over_changes_nothing(site):
    """Sending to the outside is at least once; what is stored is stored once, and the doubles share one id."""
    message = MessageFactory()
    site.sink.hold()
    background.send(message)
    site.sink.wait_for_sender()
    let_time_pass(message)
    site.sink.let_pass()

    assert delivery.deliver(message.pk) is True

    finished_at = Message.objects.get().finished_at
    site.sink.release()
    wait_until(lambda: "lease_lost" in site.worker.written(), "the slow worker has noticed")
    assert Message.objects.get().finished_at == finished_at
    assert site.sink.message_ids == [receipt(message)] * 2


def test_beat_finds_what_nobody_was_told_of_and_the_portal_becomes_ready(site, settings):
    message = MessageFactory()
    settings.CACHES = {"default": site.broker.cache}
    with as_owner():
        call_command("createcachetable", verbosity=0)
        grant_to_application(truncate=True)

    beat = site.start("beat", "--loglevel", "info")

    try:
        wait_until_done(message)
        assert site.sink.message_ids == [receipt(message)]
        wait_until(lambda: caches["default"].get("worker-heartbeat"), "the heartbeat is seen")
        call_command("check_health", "--only", "broker", "heartbeat")
    finally:
        beat.kill()
