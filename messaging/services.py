"""The one door through which the other apps tell somebody outside something."""

from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from messaging.models import Message
from pup_portal.background import send_on_commit


class Extras(TypedDict, total=False):
    reply_to: str
    forgets_text: bool
    stop_address: str


@transaction.atomic
def owe_message(
    *,
    key: str,
    to: str,
    template: str,
    language: str,
    context: dict[str, Any],
    **letter: Unpack[Extras],
) -> Message:
    """Promise ``templates/messaging/<template>.txt`` to the address, once per ``key``.

    The template is written out now, in ``language``; its first line is the subject. Owing the same key
    again changes nothing and returns the message that exists. ``key`` names the occasion and travels as
    the Message-ID: small letters, digits and ``.-_``, and nothing about a person. ``forgets_text``: the text lets its reader in, so it is blanked once sent.
    ``stop_address``: a post there ends such letters (RFC 8058), which mail programs offer as a button.
    """
    subject, body = _written_out(template, language, context)
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "to_address": to,
            "language": language,
            "subject": subject,
            "body": body,
            **letter,
        },
    )
    if is_new:
        send_on_commit(message)
    return message


def _written_out(template: str, language: str, context: dict[str, Any]) -> tuple[str, str]:
    with translation.override(language):
        text = render_to_string(f"messaging/{template}.txt", context, using="text")
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip() + "\n"
