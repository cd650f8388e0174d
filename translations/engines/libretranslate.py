"""The protocol of LibreTranslate: https://docs.libretranslate.com/api/operations/translate/

``POST /translate`` takes ``q`` as a list of texts, ``source``, ``target``, ``format`` and, where the server
asks for one, ``api_key`` in the body; ``translatedText`` is then a list as well. Errors are a status and an
``error``: 400 for what it cannot take, 403 for the key, 429 for too many requests, 500 for its own. Servers
out of memory have been seen to answer 200 with an emoji or the Polish itself; the checks find that.
"""

from django.conf import settings

from translations.engines import base
from translations.engines.base import Engine, EngineFailed
from translations.engines.protection import BRACKETS
from translations.models import EngineCode, Trouble

_TROUBLES = {403: Trouble.REFUSED, 401: Trouble.REFUSED, 429: Trouble.BUSY}


class LibreTranslate(Engine):
    code = EngineCode.LIBRETRANSLATE
    quality = 0.6
    style = BRACKETS
    needs = ("LIBRETRANSLATE_URL",)

    @property
    def is_local(self) -> bool:
        return bool(settings.LIBRETRANSLATE_IS_LOCAL)

    @property
    def is_configured(self) -> bool:
        return bool(settings.LIBRETRANSLATE_URL)

    def translate(self, texts: list[str]) -> list[str]:
        body: dict[str, object] = {"q": texts, "source": "pl", "target": "uk", "format": "text"}
        if settings.LIBRETRANSLATE_API_KEY:
            body["api_key"] = settings.LIBRETRANSLATE_API_KEY
        answer = base.ask(
            "POST", f"{settings.LIBRETRANSLATE_URL.rstrip('/')}/translate", headers={}, body=body
        )
        base.raise_for_status(answer, _TROUBLES)
        found = base.json_of(answer)
        if not isinstance(found, dict):
            raise EngineFailed(Trouble.UNREADABLE)
        return base.texts_of(found.get("translatedText"), count=len(texts))
