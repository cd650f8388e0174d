"""The rules of owed work, within one process. What survives a kill is told in tests/background/."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from messaging.models import Message
from pup_portal import background
from pup_portal.background import OwedWork, PermanentFailure, leased
from pup_portal.celery import app as celery_app
from pup_portal.db import DomainError
from tests.documents.factories import DocumentFactory
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


class TooBusy(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The worker stopped in the middle of this work each time."))


@pytest.fixture
def sent(monkeypatch, django_capture_on_commit_callbacks) -> list[int]:
    """The keys that reach the broker; Celery is the boundary that is replaced here, the broker is up again."""
    keys: list[int] = []
    monkeypatch.setattr(celery_app, "send_task", lambda task, args: keys.append(args[0]))
    monkeypatch.setattr(background._Broker, "silent_until", 0.0)
    return keys


@pytest.fixture
def document() -> Document:
    return DocumentFactory(images={"logo": {"width": 1}})


def content(document: Document) -> bytes:
    with document.file.open() as file:
        return file.read()


def running(**changes: object) -> Message:
    """A message whose worker was killed: nobody will finish it."""
    return MessageFactory(
        state=OwedWork.State.RUNNING,
        attempts=changes.pop("attempts", 1),
        lease="9f1b6a52-7a43-4a9e-9d3c-6a1f5d0f3a11",
        leased_until=timezone.now() + changes.pop("lease_left", timedelta(minutes=1)),
        **changes,
    )


def expire(row: OwedWork) -> None:
    type(row)._base_manager.filter(pk=row.pk).update(leased_until=timezone.now() - timedelta(seconds=1))


def make_due(row: OwedWork) -> None:
    type(row)._base_manager.filter(pk=row.pk).update(run_after=timezone.now())


def can_be_leased(row: OwedWork) -> bool:
    """Asked outside of the block: what goes wrong inside, an assertion too, is a failure of the work."""
    with leased(type(row), row.pk) as held:
        pass
    return held is not None


def fail(row: Message, error: BaseException) -> Message:
    with leased(Message, row.pk):
        raise error
    row.refresh_from_db()
    return row


def test_finished_work_stores_what_changed_and_nothing_else():
    message = MessageFactory(subject="before", last_error="ValueError")

    with leased(Message, message.pk) as held:
        held.receipt = "taken"
        Message.objects.filter(pk=message.pk).update(subject="changed by somebody else meanwhile")

    message.refresh_from_db()
    assert (message.state, message.receipt, message.last_error) == (OwedWork.State.DONE, "taken", "")
    assert message.subject == "changed by somebody else meanwhile"
    assert message.lease is None
    assert message.finished_at is not None


def test_change_inside_a_json_value_is_stored(document):
    with leased(Document, document.pk) as held:
        held.images["logo"]["width"] = 2
        held.html, held.page_count = "", 1
        held.file.save("a.pdf", ContentFile(b"%PDF"), save=False)

    document.refresh_from_db()
    assert document.images == {"logo": {"width": 2}}
    assert content(document) == b"%PDF"


def test_held_row_is_nobody_elses(sent):
    message = MessageFactory()

    with leased(Message, message.pk):
        leased_again = can_be_leased(message)
        background.sweep()

    assert leased_again is False
    assert sent == []


@pytest.mark.parametrize("state", [OwedWork.State.DONE, OwedWork.State.FAILED])
def test_done_and_failed_rows_are_not_leased(state):
    finished_at = timezone.now() if state == OwedWork.State.DONE else None
    message = MessageFactory(state=state, finished_at=finished_at)

    assert not can_be_leased(message)


def test_row_that_was_tried_too_often_is_not_leased():
    assert not can_be_leased(MessageFactory(attempts=5))


def test_row_that_is_not_due_waits(sent):
    message = MessageFactory(run_after=timezone.now() + timedelta(minutes=1))

    background.sweep()

    assert sent == []
    assert not can_be_leased(message)


def test_result_of_a_worker_whose_lease_was_taken_over_is_thrown_away(document):
    written = []

    with leased(Document, document.pk) as slow:
        slow.then(lambda: written.append("slow"))
        expire(slow)
        with leased(Document, document.pk) as quick:
            quick.then(lambda: written.append("quick"))
            quick.html, quick.page_count = "", 2
            quick.file.save("quick.pdf", ContentFile(b"%PDF quick"), save=False)
        slow.html, slow.page_count = "", 1
        slow.file.save("slow.pdf", ContentFile(b"%PDF slow"), save=False)

    document.refresh_from_db()
    assert (document.page_count, content(document)) == (2, b"%PDF quick")
    assert written == ["quick"]
    assert not default_storage.exists("slow.pdf")


def test_failed_work_leaves_no_file_and_none_of_its_writes(document):
    written = []

    with leased(Document, document.pk) as held:
        held.then(lambda: written.append("early"))
        held.file.save("half.pdf", ContentFile(b"%PD"), save=False)
        raise ValueError

    assert written == []
    assert not default_storage.exists("half.pdf")


def test_write_that_is_refused_takes_the_result_back_with_it(document):
    with leased(Document, document.pk) as held:
        held.html, held.page_count = "", 1
        held.file.save("whole.pdf", ContentFile(b"%PDF"), save=False)
        held.then(lambda: MessageFactory(key="not a key"))

    document.refresh_from_db()
    assert (document.state, document.last_error) == (OwedWork.State.OWED, "IntegrityError")
    assert not default_storage.exists("whole.pdf")


def test_failure_is_owed_again_after_a_growing_pause():
    message = MessageFactory()
    pauses = []

    for _attempt in range(3):
        make_due(message)
        started = timezone.now()
        fail(message, ValueError("Hanna Testowa"))
        pauses.append(round((message.run_after - started).total_seconds()))

    assert pauses == [30, 90, 270]
    assert (message.state, message.attempts, message.last_error) == (OwedWork.State.OWED, 3, "ValueError")


def test_fifth_failure_is_the_last():
    message = MessageFactory(attempts=4)

    fail(message, TooBusy())

    assert message.state == OwedWork.State.FAILED
    assert message.last_error == "The worker stopped in the middle of this work each time."


def test_reason_is_stored_untranslated():
    message = MessageFactory()

    with translation.override("pl"):
        fail(message, TooBusy())

    assert message.last_error == "The worker stopped in the middle of this work each time."


def test_permanent_failure_is_not_tried_again():
    message = MessageFactory()

    fail(message, PermanentFailure("There is no such address."))

    assert (message.state, message.attempts) == (OwedWork.State.FAILED, 1)
    assert message.last_error == "There is no such address."


def test_stop_of_the_process_gives_the_row_back_and_goes_on():
    message = MessageFactory()

    with pytest.raises(SystemExit):
        fail(message, SystemExit())

    message.refresh_from_db()
    assert (message.state, message.last_error) == (OwedWork.State.OWED, "SystemExit")


@pytest.mark.django_db(transaction=True)
def test_work_is_refused_inside_a_transaction():
    message = MessageFactory()

    with (
        transaction.atomic(),
        pytest.raises(RuntimeError, match="durable"),
        leased(Message, message.pk),
    ):
        pass


def test_renewing_moves_the_end_of_the_lease_and_shows_progress():
    message = MessageFactory()

    with leased(Message, message.pk) as held:
        expire(held)
        held.renew(receipt="half way")
        stored = Message.objects.get(pk=message.pk)

    assert stored.receipt == held.receipt == "half way"
    assert stored.leased_until == held.leased_until > timezone.now()


def test_renewing_a_lost_lease_stops_the_work():
    message = MessageFactory()
    reached = []

    with leased(Message, message.pk) as held:
        Message.objects.filter(pk=message.pk).update(lease="9f1b6a52-7a43-4a9e-9d3c-6a1f5d0f3a11")
        held.renew()
        reached.append("the rest of the work")

    message.refresh_from_db()
    assert reached == []
    assert message.state == OwedWork.State.RUNNING


def test_row_is_sent_only_when_its_transaction_is_committed(sent, django_capture_on_commit_callbacks):
    message = MessageFactory()

    with django_capture_on_commit_callbacks(execute=True):
        background.send_on_commit(message)
        assert sent == []

    message.refresh_from_db()
    assert sent == [message.pk]
    assert message.sent_at is not None


def test_broken_broker_is_asked_once_and_breaks_nothing(monkeypatch):
    asked = []
    monkeypatch.setattr(background._Broker, "silent_until", 0.0)
    monkeypatch.setattr(celery_app, "send_task", lambda task, args: asked.append(args) or [].pop())
    first, second = MessageFactory.create_batch(2)

    assert (background.send(first), background.send(second)) == (False, False)

    assert len(asked) == 1
    assert Message.objects.filter(sent_at=None).count() == 2


def test_sweep_sends_what_nobody_was_told_of_or_has_forgotten(sent, settings):
    settings.BACKGROUND_RESEND_SECONDS = 60
    now = timezone.now()
    never, forgotten = MessageFactory(), MessageFactory(sent_at=now - timedelta(seconds=61))
    MessageFactory(sent_at=now - timedelta(seconds=5))
    dead, _alive = (
        running(lease_left=-timedelta(seconds=1)),
        running(lease_left=timedelta(minutes=1), key="b"),
    )

    assert background.sweep() == 3

    assert sorted(sent) == sorted([never.pk, forgotten.pk, dead.pk])


def test_sweep_stops_at_a_broker_that_is_down(monkeypatch):
    MessageFactory.create_batch(3)
    monkeypatch.setattr(background._Broker, "silent_until", float("inf"))

    assert background.sweep() == 0


def test_sweep_gives_up_what_stopped_its_worker_each_time(sent):
    message = running(attempts=5, lease_left=-timedelta(seconds=1))

    background.sweep()

    message.refresh_from_db()
    assert sent == []
    assert (message.state, message.lease) == (OwedWork.State.FAILED, None)
    assert message.last_error == "The worker stopped in the middle of this work each time."


def test_retry_owes_failed_work_from_the_first_attempt(sent, django_capture_on_commit_callbacks):
    message = MessageFactory(state=OwedWork.State.FAILED, attempts=5, sent_at=timezone.now())

    with django_capture_on_commit_callbacks(execute=True):
        assert background.retry(message) is True

    message.refresh_from_db()
    assert (message.state, message.attempts) == (OwedWork.State.OWED, 0)
    assert sent == [message.pk]


def test_retry_of_work_that_has_not_failed_changes_nothing(sent):
    message = MessageFactory(attempts=2)

    assert background.retry(message) is False

    message.refresh_from_db()
    assert message.attempts == 2


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("message_is_leased_while_running", {"state": "running"}),
        ("message_is_leased_while_running", {"lease": "9f1b6a52-7a43-4a9e-9d3c-6a1f5d0f3a11"}),
        ("message_finished_at_when_done", {"state": "done"}),
        ("message_finished_at_when_done", {"finished_at": timezone.now()}),
    ],
)
def test_state_and_its_columns_go_together(constraint, columns):
    with pytest.raises(IntegrityError, match=constraint):
        MessageFactory(**columns)


def test_sweep_reads_rows_through_the_index():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    plan = background.rows_of(Message).unsent(timezone.now()).explain()

    assert "message_unfinished" in plan
