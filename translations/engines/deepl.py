"""The protocol of DeepL, version 2: https://developers.deepl.com/api-reference/translate

``POST /v2/translate`` takes up to 50 texts in 128 KiB and the header ``Authorization: DeepL-Auth-Key …``.
With ``tag_handling`` of ``xml`` the elements of a text stay as they are. 403 refuses the key, 429 asks to
slow down, 456 says that the quota is used up, any 5xx is DeepL's own trouble. Keys of the free plan end in
":fx" and have a host of their own. ``GET /v2/usage`` tells what was used of the quota.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from translations.engines import base
from translations.engines.base import Engine, EngineFailed
from translations.engines.protection import XML
from translations.models import EngineCode, Trouble

_FREE, _PRO = "https://api-free.deepl.com", "https://api.deepl.com"
_TROUBLES = {
    401: Trouble.REFUSED,
    403: Trouble.REFUSED,
    429: Trouble.BUSY,
    456: Trouble.QUOTA,
    529: Trouble.BUSY,
}


@dataclass(frozen=True)
class Usage:
    """Characters used of those the plan holds."""

    used: int
    limit: int


class DeepL(Engine):
    code = EngineCode.DEEPL
    quality = 0.8
    style = XML
    characters_at_once = 30_000
    needs = ("DEEPL_API_KEY",)

    @property
    def is_configured(self) -> bool:
        return bool(settings.DEEPL_API_KEY)

    def translate(self, texts: list[str]) -> list[str]:
        found = self._asked(
            "POST",
            "/v2/translate",
            {
                "text": texts,
                "source_lang": "PL",
                "target_lang": "UK",
                "tag_handling": "xml",
                "preserve_formatting": True,
            },
        )
        pairs = found.get("translations")
        if not isinstance(pairs, list):
            raise EngineFailed(Trouble.UNREADABLE)
        return base.texts_of(
            [pair.get("text") if isinstance(pair, dict) else None for pair in pairs], count=len(texts)
        )

    def usage(self) -> Usage:
        """What the provider counts, or ``EngineFailed``."""
        found = self._asked("GET", "/v2/usage")
        used, limit = found.get("character_count"), found.get("character_limit")
        if not isinstance(used, int) or not isinstance(limit, int):
            raise EngineFailed(Trouble.UNREADABLE)
        return Usage(used, limit)

    def _asked(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        key = settings.DEEPL_API_KEY
        host = settings.DEEPL_URL.rstrip("/") or (_FREE if key.endswith(":fx") else _PRO)
        headers = {"Authorization": f"DeepL-Auth-Key {key}"}
        answer = base.ask(method, f"{host}{path}", headers=headers, body=body)
        base.raise_for_status(answer, _TROUBLES)
        found = base.json_of(answer)
        if not isinstance(found, dict):
            raise EngineFailed(Trouble.UNREADABLE)
        return found
