"""What every engine has in common: what it is asked, what it gives, how it fails."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar
from urllib.parse import urlsplit

from pup_portal import outbound
from translations.engines.protection import Style
from translations.models import EngineCode, Trouble

SECONDS = 15.0


@dataclass(frozen=True)
class Suggestion:
    """A Ukrainian text for one sentence. ``quality`` from 0 to 1 is how far the text may be trusted unseen.

    ``detail`` is the engine's own: the key of the memory's entry, or "verbatim" of the glossary.
    """

    text: str
    quality: float
    engine: EngineCode
    detail: str = ""


class EngineFailed(Exception):
    """The engine gave no text. ``rest`` is how long it asks to be left alone, when it says so."""

    def __init__(self, trouble: Trouble, rest: timedelta | None = None) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.rest = rest


class Engine(ABC):
    """One engine outside of the portal, from Polish to Ukrainian. Holds nothing between two questions."""

    code: ClassVar[EngineCode]
    quality: ClassVar[float]
    style: ClassVar[Style]
    texts_at_once: ClassVar[int] = 20
    characters_at_once: ClassVar[int] = 10_000
    answers_later: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()

    @property
    def is_local(self) -> bool:
        """Whether what it is sent stays within the office."""
        return False

    @property
    @abstractmethod
    def is_configured(self) -> bool:
        """Whether the operator gave all of ``needs``."""

    @abstractmethod
    def translate(self, texts: list[str]) -> list[str]:
        """One text for each of ``texts``, in their order, or ``EngineFailed``."""


def ask(
    method: str, url: str, *, headers: Mapping[str, str], body: Any = None, seconds: float = SECONDS
) -> outbound.Answer:
    """One JSON request through the only way out, with the failures of the way as ``EngineFailed``."""
    content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    sent = {"Accept": "application/json", "Content-Type": "application/json"} | dict(headers)
    try:
        return outbound.ask(method, url, content=content, headers=sent, seconds=seconds, in_all=2 * seconds)
    except outbound.NotAllowed:
        raise EngineFailed(Trouble.NOT_ALLOWED) from None
    except outbound.Unreachable:
        raise EngineFailed(Trouble.UNREACHABLE) from None


def json_of(answer: outbound.Answer) -> Any:
    """The JSON of ``answer``; cut off, or something else altogether, it is ``EngineFailed``."""
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        raise EngineFailed(Trouble.UNREADABLE) from None


def raise_for_status(answer: outbound.Answer, known: Mapping[int, Trouble]) -> None:
    """``EngineFailed`` for any status but success: what ``known`` says, else by the class of the status."""
    if answer.is_ok:
        return
    trouble = known.get(answer.status)
    if trouble is None:
        trouble = Trouble.BROKEN if answer.status >= 500 or answer.status < 400 else Trouble.REJECTED
    raise EngineFailed(trouble, rest=_asked_rest(answer) if trouble == Trouble.BUSY else None)


def _asked_rest(answer: outbound.Answer) -> timedelta | None:
    """``Retry-After`` in seconds, bounded; its other form, a date, is left to our own pauses."""
    raw = answer.headers.get("retry-after", "")
    return (
        timedelta(seconds=min(int(raw), 86_400))
        if raw.isascii() and raw.isdecimal() and len(raw) < 9
        else None
    )


def texts_of(found: Any, *, count: int) -> list[str]:
    """``found`` as ``count`` texts, or ``EngineFailed``: an answer with one too few belongs to nobody."""
    if not isinstance(found, list) or len(found) != count or not all(isinstance(text, str) for text in found):
        raise EngineFailed(Trouble.UNREADABLE)
    return found


def is_address(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"}
