"""What administrators decide about engines, and the answers that engines post."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.background import OwedWork, send_on_commit
from pup_portal.db import DomainError, take_turns
from translations.engines import later
from translations.engines.etranslation import Callback
from translations.models import EngineCode, EngineRequest, EngineSetting, EngineTrial


class NoAgreementWords(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write down what was agreed, and where the paper is."))


class UnknownToken(DomainError):
    """Nobody was asked under this address."""


@dataclass(frozen=True)
class Decision:
    """How an engine is to be used; ``monthly_characters`` without a number is no limit."""

    is_on: bool
    rank: int
    monthly_characters: int | None


@transaction.atomic
def decide_engine(*, code: EngineCode, decision: Decision) -> EngineSetting:
    """Switch an engine on or off, and say when it is asked and how much it may be sent."""
    setting = _locked(code)
    setting.is_on, setting.rank = decision.is_on, decision.rank
    setting.monthly_characters = decision.monthly_characters
    setting.save(update_fields=["is_on", "rank", "monthly_characters"])
    return setting


@transaction.atomic
def record_agreement(*, code: EngineCode, words: str, by: User) -> EngineSetting:
    """Record that an engine outside of the office may read personal data, and on what ground."""
    if not words.strip():
        raise NoAgreementWords
    setting = _locked(code)
    setting.agreement, setting.agreed_at, setting.agreed_by = words.strip(), timezone.now(), by
    setting.save(update_fields=["agreement", "agreed_at", "agreed_by"])
    return setting


@transaction.atomic
def withdraw_agreement(*, code: EngineCode) -> EngineSetting:
    """From now on the engine gets no personal data; that there was an agreement stays in the history."""
    setting = _locked(code)
    setting.agreement, setting.agreed_at, setting.agreed_by = "", None, None
    setting.save(update_fields=["agreement", "agreed_at", "agreed_by"])
    return setting


@transaction.atomic
def try_engine(*, code: EngineCode, sentence: str, by: User) -> EngineTrial:
    """Owe the translation of ``sentence`` by one engine, in place of its last trial."""
    take_turns(f"translations: trial of {code}")
    EngineTrial.objects.filter(engine=code).delete()
    trial = EngineTrial.objects.create(engine=code, sentence=sentence, asked_by=by)
    send_on_commit(trial)
    return trial


@transaction.atomic
def take_answer(*, token: str, callback: Callback) -> bool:
    """Keep what an engine posted and owe its taking in; say whether it was news.

    A second posting, or one after the deadline, changes nothing. Raises ``UnknownToken``.
    """
    rows = EngineRequest.objects.select_for_update(of=("self",))
    request = rows.filter(token_hash=later.hash_of(token)).first()
    if request is None or str(request.public_id) != callback.reference:
        raise UnknownToken
    if request.state != OwedWork.State.OWED or request.outcome != EngineRequest.Outcome.WAITING:
        return False
    outcomes = EngineRequest.Outcome
    request.outcome = outcomes.REFUSED if callback.text is None else outcomes.ANSWERED
    request.answer = callback.text or ""
    request.answered_at = request.run_after = timezone.now()
    # A question whose deadline has just sent it may have been tried; the answer deserves all attempts.
    request.attempts, request.sent_at = 0, None
    request.save(update_fields=["outcome", "answer", "answered_at", "run_after", "attempts", "sent_at"])
    send_on_commit(request)
    return True


def _locked(code: EngineCode) -> EngineSetting:
    EngineSetting.objects.bulk_create([EngineSetting(code=code)], ignore_conflicts=True)
    return EngineSetting.objects.select_for_update(of=("self",)).get(code=code)
