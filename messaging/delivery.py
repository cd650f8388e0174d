"""One attempt to deliver one owed message."""

from messaging import transport
from messaging.models import Delivery, Message
from pup_portal.background import leased


def deliver(message_id: int) -> bool:
    """Send the message if it is still owed; say whether this call sent it."""
    with leased(Message, message_id) as message:
        if message is None:  # sent already, being sent now, or given up
            return False
        message.receipt = _attempt(message)
        if message.forgets_text:
            message.body = message.stop_address = ""
    return bool(message.receipt)


def _attempt(message: Message) -> str:
    """Hand the message over once and note what came of it, whoever holds the lease by then."""
    letter = transport.Letter(
        key=message.key,
        to=message.to_address,
        reply_to=message.reply_to,
        language=message.language,
        subject=message.subject,
        body=message.body,
        stop_address=message.stop_address,
    )
    try:
        receipt = transport.send(letter)
    except transport.Refused as error:
        _note(message, Delivery.Outcome.REFUSED, error.code)
        raise
    except transport.Postponed as error:
        _note(message, Delivery.Outcome.POSTPONED, error.code)
        raise
    _note(message, Delivery.Outcome.ACCEPTED)
    return receipt


def _note(message: Message, outcome: Delivery.Outcome, code: int | None = None) -> None:
    Delivery.objects.create(message=message, outcome=outcome, code=code)
