"""What comes of a question that an engine answers later, and of a sentence an administrator tries."""

import time

from pup_portal.background import leased
from translations import drafting
from translations.engines import later
from translations.engines.asking import PATIENCE, ask_now
from translations.engines.base import EngineFailed
from translations.engines.known import ENGINES, Usable
from translations.engines.protection import protect
from translations.glossary import Glossary
from translations.models import EngineCode, EngineRequest, EngineSetting, EngineTrial, Trouble


def settle(request_id: int) -> bool:
    """Take in an answer, or note that none came in time; then let the translation be drafted again."""
    with leased(EngineRequest, request_id) as request:
        if request is None:
            return False
        trouble = later.take_in(request)
        request.then(lambda: _pass_on(request, trouble))
    return True


def try_out(trial_id: int) -> bool:
    """Have an engine translate the sentence of a trial, whether it rests or not."""
    with leased(EngineTrial, trial_id) as trial:
        if trial is None:
            return False
        try:
            _try(trial)
        except EngineFailed as failure:
            trial.trouble = failure.trouble
    return True


def _pass_on(request: EngineRequest, trouble: Trouble | None) -> None:
    later.count(request, trouble)
    answer = next(iter(request.results.values()), "")
    EngineTrial.objects.filter(request=request).update(answer=answer, trouble="" if answer else trouble or "")
    if request.translation_id is not None:
        drafting.owe_again(request.translation_id)


def _try(trial: EngineTrial) -> None:
    engine = ENGINES[EngineCode(trial.engine)]
    setting = EngineSetting.objects.filter(code=trial.engine, is_on=True).first()
    if setting is None or not engine.is_configured:
        raise EngineFailed(Trouble.OFF)
    usable, glossary = Usable(engine, setting), Glossary.load()
    ready = protect(trial.sentence, glossary, engine.style)
    if ready is None:
        raise EngineFailed(Trouble.NOTHING)
    if engine.answers_later:
        trial.request = later.send(usable, [ready], None, by_hand=True)
        return
    until = time.monotonic() + PATIENCE
    asked = ask_now(usable, [ready], glossary, until=until, by_hand=True)
    if asked.trouble:
        raise EngineFailed(asked.trouble)
    trial.answer = asked.texts[trial.sentence]
