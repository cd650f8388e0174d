"""Which engines there are, and which of them may be asked for a given text."""

from collections.abc import Iterator
from dataclasses import dataclass

from translations.engines.base import Engine
from translations.engines.deepl import DeepL
from translations.engines.etranslation import ETranslation
from translations.engines.libretranslate import LibreTranslate
from translations.engines.local_model import LocalModel
from translations.models import EngineCode, EngineSetting

ENGINES: dict[EngineCode, Engine] = {
    engine.code: engine for engine in (LocalModel(), LibreTranslate(), ETranslation(), DeepL())
}


@dataclass(frozen=True)
class Usable:
    """An engine that may be asked, and what the administrator decided about it."""

    engine: Engine
    setting: EngineSetting


def usable(*, is_personal: bool) -> Iterator[Usable]:
    """The engines that are configured and on, by rank.

    Personal data goes to those inside the office only, and to those with a recorded agreement.
    """
    configured = [code for code, engine in ENGINES.items() if engine.is_configured]
    if not configured:
        return
    for setting in EngineSetting.objects.filter(is_on=True, code__in=configured):
        engine = ENGINES[EngineCode(setting.code)]
        if not is_personal or engine.is_local or setting.has_agreement:
            yield Usable(engine, setting)
