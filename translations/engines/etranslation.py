"""The protocol of the European Commission's eTranslation, REST version 2.

https://language-tools.ec.europa.eu/dev-corner/etranslation/rest-v2/text

``POST /askTranslate`` with the name of the application and its password (HTTP Basic) takes one text of at most
5,000 characters and answers with a ``requestId``, negative when it refuses. The text itself is posted later,
as JSON, to the address under ``notifications``: one for success (``translatedText``), one for failure
(``errorCode``). It comes once, seldom twice; a 5xx of ours makes the service try again. Callbacks carry no
signature, so the address holds a word that only the service was told.

The sentences of one request travel as lines of one text; an answer with another number of lines belongs to
nobody.
"""

import base64
import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from translations.engines import base
from translations.engines.base import Engine, EngineFailed
from translations.engines.protection import MARKED
from translations.models import EngineCode, Trouble

LARGEST_CALLBACK = 256 * 1024
_LARGEST_NUMBER = 2**63
_TROUBLES = {401: Trouble.REFUSED, 403: Trouble.REFUSED, 429: Trouble.BUSY}
_QUOTA_EXCEEDED = -11200
_TOO_MANY_AT_ONCE = range(-20_999, -19_999)


@dataclass(frozen=True)
class Addresses:
    """Where the answer is to be posted, and the reference it is to carry."""

    success: str
    failure: str
    reference: str


@dataclass(frozen=True)
class Callback:
    """What the service posted. ``text`` is ``None`` when it could not translate."""

    reference: str
    text: str | None


class ETranslation(Engine):
    code = EngineCode.ETRANSLATION
    quality = 0.75
    style = MARKED
    characters_at_once = 4_900
    answers_later = True
    needs = ("ETRANSLATION_APPLICATION", "ETRANSLATION_PASSWORD")

    @property
    def is_configured(self) -> bool:
        return bool(settings.ETRANSLATION_APPLICATION and settings.ETRANSLATION_PASSWORD)

    def translate(self, texts: list[str]) -> list[str]:
        raise NotImplementedError("it answers later: use send")

    def send(self, texts: list[str], addresses: Addresses) -> str:
        """Ask for ``texts``; give the number of the request, or ``EngineFailed``."""
        body = {
            "textToTranslate": "\n".join(texts),
            "sourceLanguage": "PL",
            "targetLanguages": ["UK"],
            "domain": "GEN",
            "callerInformation": {"externalReference": addresses.reference},
            "notifications": {"success": {"http": addresses.success}, "failure": {"http": addresses.failure}},
        }
        answer = base.ask(
            "POST", f"{settings.ETRANSLATION_URL.rstrip('/')}/askTranslate", headers=_key(), body=body
        )
        base.raise_for_status(answer, _TROUBLES)
        return str(_request_id(base.json_of(answer)))


def lines(text: str, *, count: int) -> list[str]:
    """The sentences of an answer, or ``EngineFailed``."""
    found = text.strip("\r\n").splitlines()
    return base.texts_of(found, count=count)


def read_callback(body: bytes) -> Callback:
    """What ``body`` says, or ``ValueError``."""
    found = json.loads(body)
    if not isinstance(found, dict) or not isinstance(found.get("externalReference"), str):
        raise ValueError("not a callback")
    text = found.get("translatedText")
    if text is None and found.get("errorCode") is None:
        raise ValueError("neither a text nor an error")
    if text is not None and (not isinstance(text, str) or not _is_storable(text)):
        raise ValueError("not a text")
    return Callback(found["externalReference"], text)


def _is_storable(text: str) -> bool:
    """JSON can say what the database cannot keep: NUL, and halves of a sign."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _key() -> dict[str, str]:
    pair = f"{settings.ETRANSLATION_APPLICATION}:{settings.ETRANSLATION_PASSWORD}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _request_id(found: Any) -> int:
    number = found.get("requestId", found.get("errorCode")) if isinstance(found, dict) else found
    if not isinstance(number, int) or number == 0 or abs(number) > _LARGEST_NUMBER:
        raise EngineFailed(Trouble.UNREADABLE)
    if number < 0:
        raise EngineFailed(_refusal(number))
    return number


def _refusal(number: int) -> Trouble:
    if number == _QUOTA_EXCEEDED:
        return Trouble.QUOTA
    return Trouble.BUSY if number in _TOO_MANY_AT_ONCE else Trouble.REJECTED
