"""Translations of what other apps show to the public, their segments, the memory and the glossary.

Written only by ``translations.services`` and the work modules its task runs.
"""

from translations.models.editing import FREE_AFTER, Editing, TypedText
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
from translations.models.memory import (
    MemoryEntry,
    MemoryEntryQuerySet,
    MemoryImport,
    MemoryRekeying,
    ReplacedPair,
    Scope,
)
from translations.models.quality import (
    SHORTEST_REASON,
    Approval,
    CheckFired,
    Override,
    OverrideQuerySet,
    PublishedShare,
)
from translations.models.texts import TRANSITIONS, Segment, Status, Translation, TranslationQuerySet, Urgency

__all__ = [
    "FREE_AFTER",
    "OUTSIDE",
    "SHORTEST_REASON",
    "TRANSITIONS",
    "Approval",
    "CheckFired",
    "Editing",
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
    "MemoryRekeying",
    "Override",
    "OverrideQuerySet",
    "PublishedShare",
    "ReplacedPair",
    "Scope",
    "Segment",
    "Status",
    "Translation",
    "TranslationQuerySet",
    "Trouble",
    "TypedText",
    "Urgency",
]
