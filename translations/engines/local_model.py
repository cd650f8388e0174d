"""A model in a folder of this machine, run by CTranslate2: https://opennmt.net/CTranslate2/

The folder holds what ``ct2-opus-mt-converter`` or ``ct2-transformers-converter`` leaves (``model.bin``, the
vocabularies) beside ``source.spm`` and ``target.spm``, as the OPUS-MT models have them. The libraries are an
extra (``local-translation``); they are loaded with the model at the first sentence, once in each worker.
"""

import importlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings

from translations.engines.base import Engine, EngineFailed
from translations.engines.protection import BRACKETS
from translations.models import EngineCode, Trouble

_LIBRARIES = ("ctranslate2", "sentencepiece")
_FILES = ("model.bin", "source.spm", "target.spm")
_LONGEST = 256  # pieces of words; a model that repeats itself stops here
_BEAMS = 4


class LocalModel(Engine):
    code = EngineCode.LOCAL
    quality = 0.65
    style = BRACKETS
    needs = ("TRANSLATION_MODEL_DIR",)

    @property
    def is_local(self) -> bool:
        return True

    @property
    def is_configured(self) -> bool:
        return settings.TRANSLATION_MODEL_DIR is not None

    def translate(self, texts: list[str]) -> list[str]:
        model = _loaded(settings.TRANSLATION_MODEL_DIR)
        pieces = [[*model.source.encode(text, out_type=str), "</s>"] for text in texts]
        try:
            found = model.translator.translate_batch(
                pieces, beam_size=_BEAMS, max_decoding_length=_LONGEST, max_input_length=_LONGEST
            )
        except (RuntimeError, ValueError):  # a vocabulary or a matrix that does not fit the rest
            raise EngineFailed(Trouble.BROKEN) from None
        return [model.target.decode(one.hypotheses[0]) for one in found]


class _Model:
    """A translator with the two tools that cut Polish and join Ukrainian."""

    def __init__(self, folder: Path) -> None:
        ctranslate2, sentencepiece = map(importlib.import_module, _LIBRARIES)
        self.translator: Any = ctranslate2.Translator(
            str(folder), device="cpu", inter_threads=1, intra_threads=1
        )
        self.source: Any = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
        self.target: Any = sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm"))


@cache
def _loaded(folder: Path) -> _Model:
    """The model of ``folder``, read once; a failure is not remembered, so a mended folder is read again."""
    if not all(find_spec(name) for name in _LIBRARIES) or not all(
        (folder / name).is_file() for name in _FILES
    ):
        raise EngineFailed(Trouble.MODEL)
    try:
        return _Model(folder)
    except (OSError, RuntimeError, ValueError, ImportError):
        raise EngineFailed(Trouble.MODEL) from None
