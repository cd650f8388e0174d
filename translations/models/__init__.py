"""Translations of what other apps show to the public, their segments, the memory and the glossary.

Written only by ``translations.services`` and the work modules its task runs.
"""

from translations.models.engines import (
    OUTSIDE,
    EngineCode,
    EngineHealth,
    EngineRequest,
    EngineRetry,
    EngineSetting,
    EngineTrial,
    EngineUse,
    Trouble,
)
from translations.models.glossary import (
    GlossaryConcern,
    GlossaryRendering,
    GlossaryTerm,
    GlossaryTermQuerySet,
)
from translations.models.memory import MemoryEntry, MemoryEntryQuerySet, MemoryImport, Scope
from translations.models.texts import TRANSITIONS, Segment, Status, Translation, TranslationQuerySet

__all__ = [
    "OUTSIDE",
    "TRANSITIONS",
    "EngineCode",
    "EngineHealth",
    "EngineRequest",
    "EngineRetry",
    "EngineSetting",
    "EngineTrial",
    "EngineUse",
    "GlossaryConcern",
    "GlossaryRendering",
    "GlossaryTerm",
    "GlossaryTermQuerySet",
    "MemoryEntry",
    "MemoryEntryQuerySet",
    "MemoryImport",
    "Scope",
    "Segment",
    "Status",
    "Translation",
    "TranslationQuerySet",
    "Trouble",
]
