import io
import smtplib

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from messaging import delivery, services
from messaging.models import Delivery, Message
from messaging.tasks import deliver_message
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


def owe(**changes: object) -> Message:
    given = {
        "key": "visit-7-booked",
        "to": "hanna@example.org",
        "template": "test",
        "language": "pl",
        "context": {"site_url": "https://pup.example.org/?a=1&b='2'"},
    }
    return services.owe_message(**given | changes)


def test_owing_the_same_key_twice_keeps_one_message():
    first = owe()

    second = owe(to="somebody.else@example.org")

    assert second == first
    assert Message.objects.get().to_address == "hanna@example.org"


def test_message_is_written_out_when_it_is_owed_and_nothing_is_escaped():
    message = owe(language="en")

    assert message.subject == "A test message of the portal"
    assert message.body.endswith("https://pup.example.org/?a=1&b='2'\n")


def test_delivered_message_carries_its_key_and_language(sink):
    message = owe(reply_to="hotline@example.org")

    assert deliver_message(message.pk) is True

    mail = sink.accepted[0]
    assert mail["Message-ID"] == "<visit-7-booked@example.org>"
    assert mail["Content-Language"] == "pl"
    assert mail["Reply-To"] == "hotline@example.org"
    message.refresh_from_db()
    assert (message.state, message.receipt) == (Message.State.DONE, "<visit-7-booked@example.org>")
    assert message.deliveries.get().outcome == Delivery.Outcome.ACCEPTED


def test_long_address_that_ends_letters_travels_as_it_is(sink, settings):
    settings.DEFAULT_FROM_EMAIL = "Powiatowy Urząd Pracy <poczta@powiatowy-urzad-pracy.kielce.example.org>"
    key, address = f"alert-{'a' * 32}-20261123", f"https://pup.example.org/uk/offers/alerts/stop/{'a' * 96}/"
    message = MessageFactory(key=key, subject="Нові пропозиції роботи " * 4, stop_address=address)

    assert deliver_message(message.pk) is True

    mail = sink.accepted[0]
    assert mail["List-Unsubscribe"] == f"<{address}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Message-ID"].strip() == f"<{key}@powiatowy-urzad-pracy.kielce.example.org>"


def test_message_and_attempt_are_called_by_key_and_outcome():
    message = MessageFactory(key="visit-7-booked")
    attempt = Delivery(message=message, outcome=Delivery.Outcome.REFUSED)

    assert (str(message), str(attempt)) == ("visit-7-booked", f"{message.pk}: refused")


def test_delivering_a_done_message_again_sends_nothing(sink):
    message = owe()
    delivery.deliver(message.pk)

    assert delivery.deliver(message.pk) is False

    assert len(sink.accepted) == 1


def test_refused_address_fails_at_once_with_a_readable_reason(sink):
    message = owe()
    sink.codes["hanna@example.org"] = 550

    assert delivery.deliver(message.pk) is False

    message.refresh_from_db()
    assert (message.state, message.attempts) == (Message.State.FAILED, 1)
    assert message.last_error == "The mail server does not accept this address or message."
    attempt = message.deliveries.get()
    assert (attempt.outcome, attempt.code) == (Delivery.Outcome.REFUSED, 550)


def test_busy_server_postpones(sink):
    message = owe()
    sink.codes["hanna@example.org"] = 451

    delivery.deliver(message.pk)

    message.refresh_from_db()
    assert (message.state, message.last_error) == (
        Message.State.OWED,
        "The mail server could not be reached or is busy.",
    )
    attempt = message.deliveries.get()
    assert (attempt.outcome, attempt.code) == (Delivery.Outcome.POSTPONED, 451)


def test_server_that_is_gone_postpones(sink):
    message = owe()
    sink.shutdown()
    sink.server_close()

    delivery.deliver(message.pk)

    message.refresh_from_db()
    assert message.state == Message.State.OWED
    assert message.deliveries.get().code is None


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (smtplib.SMTPDataError(554, b"spam"), Delivery.Outcome.REFUSED),
        (smtplib.SMTPDataError(452, b"full"), Delivery.Outcome.POSTPONED),
        (smtplib.SMTPSenderRefused(550, b"who?", "a@example.org"), Delivery.Outcome.REFUSED),
        (smtplib.SMTPAuthenticationError(535, b"wrong password"), Delivery.Outcome.POSTPONED),
        (ValueError("not an address"), Delivery.Outcome.REFUSED),
    ],
)
def test_what_the_server_says_decides_whether_it_is_tried_again(settings, error, outcome):
    message = owe()
    settings.MAILERS = {
        "default": {"BACKEND": "tests.messaging.backends.Failing", "OPTIONS": {"error": error}}
    }

    delivery.deliver(message.pk)

    assert message.deliveries.get().outcome == outcome


def test_message_key_fits_a_header():
    with pytest.raises(IntegrityError, match="message_key_fits_a_header"):
        MessageFactory(key="Two\nlines")


def test_delivery_outcome_is_known():
    message = MessageFactory()

    with pytest.raises(IntegrityError, match="delivery_outcome_is_known"):
        Delivery.objects.create(message=message, outcome="lost")


def test_nothing_of_a_message_is_logged(sink, written_log):
    message = owe()
    sink.codes["hanna@example.org"] = 550

    delivery.deliver(message.pk)

    logged = written_log.getvalue()
    assert "work_failed" in logged
    assert not [word for word in ("hanna", message.subject, "example.org") if word in logged]


def test_test_message_is_owed_by_command():
    out = io.StringIO()

    call_command("send_test_message", "admin@example.org", "--language", "uk", stdout=out)

    message = Message.objects.get()
    assert (message.to_address, message.language) == ("admin@example.org", "uk")
    assert message.key in out.getvalue()
