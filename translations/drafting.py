"""The machine's draft of what is still untranslated, made of what the engines suggest.

It fills empty segments and betters its own unfinished ones; changed ones it refreshes only from the memory.
What a person has typed is never written over, not even when they typed it while the machine was at work.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pup_portal.background import OwedWork, leased, send_on_commit
from translations import engines, gaps, memory, registry
from translations.engines import Suggestion, inner
from translations.models import EngineCode, Segment, Status, Translation


@dataclass(frozen=True)
class Proposal:
    """A text for one segment; ``instead_of`` is what was there when the machine looked."""

    text: str
    origin: Segment.Origin
    instead_of: str
    memory_key: str = ""


def draft(translation_id: int) -> bool:
    """Draft the open segments of one translation if that is still owed; say whether this call did it."""
    with leased(Translation, translation_id) as translation:
        if translation is None:
            return False
        proposals = propose(translation)
        translation.then(lambda: _store(translation.pk, proposals))
    return True


def propose(translation: Translation) -> dict[int, Proposal]:
    """What the machine would write into each open segment of ``translation``, by segment key."""
    segments = list(translation.segments.filter(is_complete=False))
    own = [segment for segment in segments if _is_the_machine_s(segment)]
    others = [segment for segment in segments if not _is_the_machine_s(segment)]
    owner = registry.known(translation)
    about = {"is_personal": owner is None or owner.is_personal, "domain": owner.domain if owner else ""}
    suggested = [
        *engines.suggest(_sources(own), **about, answer_to=translation),
        *engines.suggest(_sources(others), **about, is_outside=False),
    ]
    proposals = (
        (segment, _proposal(segment, suggestions))
        for segment, suggestions in zip([*own, *others], suggested, strict=True)
    )
    return {segment.pk: proposal for segment, proposal in proposals if proposal}


def owe(translation: Translation) -> None:
    """Owe the machine's draft from the first attempt; whoever works on the old text loses the lease.

    The translation's row is locked by the caller.
    """
    translation.state, translation.attempts, translation.run_after = OwedWork.State.OWED, 0, timezone.now()
    translation.lease = translation.leased_until = translation.finished_at = None
    translation.save(update_fields=["state", "attempts", "run_after", "lease", "leased_until", "finished_at"])
    send_on_commit(translation)


@transaction.atomic
def owe_again(translation_id: int) -> None:
    """Owe the draft once more, as an engine has answered or will not; nothing when nothing is open any more."""
    translation = Translation.objects.select_for_update(of=("self",)).get(pk=translation_id)
    if translation.segments.filter(is_complete=False).exists():
        owe(translation)


def _sources(segments: Iterable[Segment]) -> list[str]:
    return [segment.source_pl for segment in segments]


def _is_the_machine_s(segment: Segment) -> bool:
    """Whether any engine may write here: it is empty, or the machine's own text for the same Polish."""
    is_own = segment.origin != Segment.Origin.PERSON and not segment.previous_pl
    return is_own or not segment.text_uk


def _may_be_refreshed(segment: Segment) -> bool:
    """Whether the memory may replace the text: it is none, the machine's own, or for other Polish."""
    return segment.origin != Segment.Origin.PERSON or bool(segment.previous_pl)


def _proposal(segment: Segment, suggestions: Sequence[Suggestion]) -> Proposal | None:
    """The best suggestion, if it may be written where there is a text already."""
    best = next((one for one in suggestions if one.engine == EngineCode.MEMORY), None)
    if best and _may_be_refreshed(segment):
        return Proposal(best.text, Segment.Origin.MEMORY, segment.text_uk, best.detail)
    best = next((one for one in suggestions if one.engine != EngineCode.MEMORY), None)
    if best is None or (segment.text_uk and _origin(best) != Segment.Origin.MACHINE):
        return None
    if not segment.text_uk or _is_the_machine_s(segment):
        return Proposal(best.text, _origin(best), segment.text_uk)
    return None


def _origin(suggestion: Suggestion) -> Segment.Origin:
    if suggestion.engine == EngineCode.GLOSSARY:
        return Segment.Origin.CODED if suggestion.detail == inner.VERBATIM else Segment.Origin.GLOSSARY
    return Segment.Origin.MACHINE


def _store(translation_id: int, proposals: dict[int, Proposal]) -> None:
    """Write the proposals whose segment is still as it was. The translation's row is locked by the lease."""
    written = [
        segment
        for segment in Segment.objects.filter(translation=translation_id, pk__in=proposals)
        if segment.text_uk == proposals[segment.pk].instead_of
    ]
    for segment in written:
        proposal = proposals[segment.pk]
        segment.text_uk, segment.origin = proposal.text, proposal.origin
        segment.is_complete = not segment.previous_pl and gaps.is_complete(proposal.text)
    Segment.objects.bulk_update(written, ["text_uk", "origin", "is_complete"])
    memory.count_uses(key for segment in written if (key := proposals[segment.pk].memory_key))
    now, translations = timezone.now(), Translation.objects.filter(pk=translation_id)
    translations.filter(status=Status.MISSING).update(status=Status.DRAFT, drafted_at=now)
    if written:
        translations.update(version=F("version") + 1, changed_at=now)
