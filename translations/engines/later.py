"""Engines that answer later: the question is a row with a deadline, its answer comes to an address of ours.

The row is written before the question is sent, so that no answer finds nobody; a worker killed in between
leaves a row that nothing answers, which ends at its deadline like any other.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from translations.engines import breaker, budget, etranslation
from translations.engines.acceptance import Unfit, accepted
from translations.engines.base import EngineFailed
from translations.engines.etranslation import Addresses
from translations.engines.known import ENGINES, Usable
from translations.engines.permits import charged
from translations.engines.protection import Protected
from translations.glossary import Glossary
from translations.models import EngineCode, EngineRequest, Translation, Trouble

ANSWER_WITHIN = timedelta(minutes=10)
# A sentence that the engine could not translate is not sent to it again for so long.
REMEMBER_FAILURES = timedelta(days=1)
KEEP = timedelta(days=30)


@dataclass(frozen=True)
class Known:
    """What is known of sentences that were sent: their texts, those awaited, those it is no use to send again."""

    texts: dict[str, str]
    awaited: frozenset[str]
    given_up: frozenset[str]


def known(engine: EngineCode, translation: Translation) -> Known:
    """What became of the questions asked for ``translation``, in one query."""
    since = timezone.now() - REMEMBER_FAILURES
    texts: dict[str, str] = {}
    awaited: set[str] = set()
    given_up: set[str] = set()
    for request in EngineRequest.objects.filter(
        engine=engine, translation=translation, asked_at__gte=since
    ).order_by("asked_at"):
        texts |= request.results
        (awaited if request.is_waiting else given_up).update(request.sources)
    return Known(texts, frozenset(awaited - texts.keys()), frozenset(given_up - texts.keys()))


def send(
    usable: Usable, batch: list[Protected], translation: Translation | None, *, by_hand: bool = False
) -> EngineRequest:
    """Ask for ``batch``; the answer will be taken in for ``translation``. Raises ``EngineFailed``."""
    engine = usable.engine
    assert isinstance(engine, etranslation.ETranslation)  # noqa: S101 - the only one that answers later
    with charged(usable, batch, by_hand=by_hand):
        token = secrets.token_urlsafe(32)
        request = EngineRequest.objects.create(
            engine=engine.code,
            translation=translation,
            token_hash=hash_of(token),
            sources=[one.source for one in batch],
            parts=[{"source": one.source, "sent": one.sent, "kept": list(one.kept)} for one in batch],
            run_after=timezone.now() + ANSWER_WITHIN,
        )
        try:
            request.outside_id = engine.send([one.sent for one in batch], _addresses(token, request))
        except BaseException:  # also when the process is stopped: what is charged is given back once
            request.delete()
            raise
    EngineRequest.objects.filter(pk=request.pk).update(outside_id=request.outside_id)
    return request


def hash_of(token: str) -> str:
    """The token itself is known to the engine alone; a copy of the database opens no address."""
    return hashlib.sha256(token.encode()).hexdigest()


def take_in(request: EngineRequest) -> Trouble | None:
    """Fill ``results`` with the sentences of the answer that pass the checks; say what was wrong, if anything.

    Without an answer the question is *late*. Nothing is stored.
    """
    if request.outcome == EngineRequest.Outcome.WAITING:
        request.outcome = EngineRequest.Outcome.LATE
        return Trouble.LATE
    if request.outcome == EngineRequest.Outcome.REFUSED:
        return Trouble.REJECTED
    try:
        lines = etranslation.lines(request.answer, count=len(request.parts))
    except EngineFailed as failure:
        return failure.trouble
    request.results = _fit(request, lines)
    return None if request.results else Trouble.UNFIT


def count(request: EngineRequest, trouble: Trouble | None) -> None:
    """Tell the engine's circuit and budget how the question ended."""
    if trouble is None:
        breaker.succeeded(request.engine)
        return
    breaker.failed(request.engine, trouble)
    if trouble in {Trouble.LATE, Trouble.REJECTED}:
        characters = sum(len(part["sent"]) for part in request.parts)
        month = budget.month_of(timezone.localdate(request.asked_at))
        budget.give_back(budget.Charge(request.engine, month, characters))


def forget_old() -> int:
    """Delete what was asked long ago; say how many questions."""
    return EngineRequest.objects.filter(asked_at__lt=timezone.now() - KEEP).delete()[0]


def _fit(request: EngineRequest, lines: Iterable[str]) -> dict[str, str]:
    glossary, style = Glossary.load(), ENGINES[EngineCode(request.engine)].style
    results = {}
    for part, line in zip(request.parts, lines, strict=True):
        try:
            results[part["source"]] = accepted(part["source"], line, part["kept"], style, glossary)
        except Unfit:
            continue
    return results


def _addresses(token: str, request: EngineRequest) -> Addresses:
    site = settings.SITE_URL.rstrip("/")
    return Addresses(
        success=site + reverse("engine_answers:success", args=[token]),
        failure=site + reverse("engine_answers:failure", args=[token]),
        reference=str(request.public_id),
    )
