"""E-mail, by whatever mail server the settings name: plain data in, a receipt out."""

import email.policy
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage as Mail
from email.policy import Policy
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext_lazy as _

from pup_portal.background import PermanentFailure
from pup_portal.db import DomainError


@dataclass(frozen=True)
class Letter:
    """``key`` becomes the Message-ID: whoever gets the same letter twice can tell.

    With a ``stop_address``, mail programs show a button that ends such letters.
    """

    key: str
    to: str
    reply_to: str
    language: str
    subject: str
    body: str
    stop_address: str = ""


class _OneLine(UnstructuredHeader, BaseHeader):
    """A header whose value is never cut: Python would encode a long address, and no mail program decodes it there."""

    def fold(self, *, policy: "Policy[Any]") -> str:
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _OneLine)


class _Message(EmailMessage):
    def message(self, *, policy: Any = email.policy.default) -> Mail:
        return super().message(policy=policy.clone(header_factory=_HEADERS))


class Refused(PermanentFailure):
    """The mail server will never take this letter."""

    def __init__(self, code: int) -> None:
        super().__init__(_("The mail server does not accept this address or message."))
        self.code = code


class Postponed(DomainError):
    """The mail server did not take the letter now; ``code`` is None when it was not reached at all."""

    def __init__(self, code: int | None = None) -> None:
        super().__init__(_("The mail server could not be reached or is busy."))
        self.code = code


def send(letter: Letter) -> str:
    """Hand the letter over and return its Message-ID, or raise ``Refused`` or ``Postponed``."""
    message_id = f"<{letter.key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"
    message = _Message(
        subject=letter.subject,
        body=letter.body,
        to=[letter.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={
            "Message-ID": message_id,
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
            **_stopping(letter.stop_address),
        },
    )
    with _errors_of_the_server():
        message.send()
    return message_id


def _stopping(address: str) -> dict[str, str]:
    """One click, without a page to read first: RFC 8058."""
    if not address:
        return {}
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


@contextmanager
def _errors_of_the_server() -> Iterator[None]:
    """Tell what will never work (5xx about this letter) from what may work later (all the rest)."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        code = max(code for code, _text in error.recipients.values())
        raise (Refused(code) if code >= 500 else Postponed(code)) from None
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        code = error.smtp_code
        raise (Refused(code) if code >= 500 else Postponed(code)) from None
    except smtplib.SMTPResponseException as error:  # greeting, TLS, login: our side, not this letter
        raise Postponed(error.smtp_code) from None
    except OSError:  # smtplib's own errors are OSErrors too
        raise Postponed from None
    except ValueError:  # an address that is not one
        raise Refused(553) from None
