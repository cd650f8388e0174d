"""The two engines of our own: they cost nothing, send nothing anywhere, and are always asked first."""

from collections.abc import Sequence

from translations import assembly, checks, gaps, memory
from translations.engines.base import Suggestion
from translations.glossary import Glossary
from translations.models import EngineCode

VERBATIM = "verbatim"
# What the checks miss in a text with gaps may be in the gaps.
_MISSING = ("lost-", "untranslated", "polish-word", "look-alike")
_REMEMBERED, _ALIKE, _ONE_TERM, _SEVERAL_TERMS, _WITH_GAPS = 1.0, 1.0, 0.95, 0.5, 0.2


def remembered(sources: Sequence[str], *, domain: str) -> dict[str, Suggestion]:
    """What people approved for the same Polish; ``detail`` is the key of the memory's entry."""
    return {
        source: Suggestion(found.text, _REMEMBERED, EngineCode.MEMORY, found.key)
        for source, found in memory.recall(sources, domain=domain).items()
    }


def assembled(source: str, glossary: Glossary) -> Suggestion | None:
    """A text made of the glossary's terms, if any is known.

    A term alone is right as it stands; several beside each other are right words in a wrong grammar.
    """
    draft = assembly.assemble(source, glossary)
    if draft.is_verbatim:
        return Suggestion(draft.text, _ALIKE, EngineCode.GLOSSARY, VERBATIM)
    if not draft.is_known or _says_something_wrong(source, draft.text, glossary):
        return None
    if not gaps.is_complete(draft.text):
        return Suggestion(draft.text, _WITH_GAPS, EngineCode.GLOSSARY)
    quality = _ONE_TERM if len(glossary.hits(source)) <= 1 else _SEVERAL_TERMS
    return Suggestion(draft.text, quality, EngineCode.GLOSSARY)


def _says_something_wrong(source: str, text: str, glossary: Glossary) -> bool:
    """Whether a fact would be wrong, as far as it is written: better an empty field than that."""
    is_complete = gaps.is_complete(text)
    # The Polish within a gap may be what makes a postcode of a figure beside it.
    findings = checks.check(source, gaps.unmarked(text), glossary.hits(source))
    return any(
        finding.is_blocking and (is_complete or not finding.code.startswith(_MISSING)) for finding in findings
    )
