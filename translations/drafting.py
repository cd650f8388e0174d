"""The machine's draft of what is still untranslated, made of what the engines suggest.

It fills empty segments and betters its own unfinished ones; changed ones it refreshes only from the memory.
What a person has typed is never written over, not even when they typed it while the machine was at work.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pup_portal.background import OwedWork, leased, send_on_commit
from translations import engines, gaps, memory, registry
from translations.engines import Suggestion, inner
from translations.models import EngineCode, EngineRetry, Segment, Status, Translation, Urgency

# Drafts are owed again 5, 15, 45 … minutes after an engine failed: four times, over three and a half hours.
FIRST_PAUSE, MAX_RETRIES = timedelta(minutes=5), 4


@dataclass(frozen=True)
class Proposal:
    """A text for one segment; ``instead_of`` is what was there when the machine looked."""

    text: str
    origin: Segment.Origin
    instead_of: str
    memory_key: str = ""


@dataclass(frozen=True)
class Proposals:
    """Texts by segment key; ``may_improve``: an engine failed, and may do better later."""

    by_segment: dict[int, Proposal]
    may_improve: bool = False


def draft(translation_id: int) -> bool:
    """Draft the open segments of one translation if that is still owed; say whether this call did it."""
    with leased(Translation, translation_id) as translation:
        if translation is None:
            return False
        proposals = propose(translation)
        translation.then(lambda: _store(translation.pk, proposals.by_segment))
        if proposals.may_improve:
            translation.then(lambda: _owe_retry(translation.pk))
    return True


def draft_again(retry_id: int) -> bool:
    """Owe a draft once more after an engine had failed; say whether this call did it."""
    with leased(EngineRetry, retry_id) as retry:
        if retry is None:
            return False
        retry.then(lambda: owe_again(retry.translation_id))
    return True


def propose(translation: Translation) -> Proposals:
    """What the machine would write into each open segment of ``translation``."""
    segments = list(translation.segments.filter(is_complete=False))
    own = [segment for segment in segments if _is_the_machine_s(segment)]
    others = [segment for segment in segments if not _is_the_machine_s(segment)]
    owner = registry.known(translation)
    is_personal, domain = owner is None or owner.is_personal, owner.domain if owner else ""
    is_needed = translation.urgency != Urgency.NONE  # an employer may have taken the consent back since
    asked = engines.suggest_for(
        translation, _sources(own), is_personal=is_personal, domain=domain, is_outside=is_needed
    )
    refreshed = engines.suggest_for(
        translation, _sources(others), is_personal=is_personal, domain=domain, is_outside=False
    )
    proposals = (
        (segment, _proposal(segment, suggestions))
        for segment, suggestions in zip(
            [*own, *others], [*asked.by_sentence, *refreshed.by_sentence], strict=True
        )
    )
    by_segment = {segment.pk: proposal for segment, proposal in proposals if proposal}
    return Proposals(by_segment, asked.may_improve)


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


def _owe_retry(translation_id: int) -> None:
    """Owe another draft after a growing pause, a few times; the row of the translation is locked."""
    EngineRetry.objects.bulk_create([EngineRetry(translation_id=translation_id)], ignore_conflicts=True)
    retry = EngineRetry.objects.select_for_update(of=("self",)).get(translation=translation_id)
    if retry.tries == MAX_RETRIES or (retry.tries and retry.state != OwedWork.State.DONE):
        return
    retry.run_after = timezone.now() + FIRST_PAUSE * 3**retry.tries
    retry.state, retry.attempts, retry.finished_at, retry.sent_at = OwedWork.State.OWED, 0, None, None
    retry.tries += 1
    retry.save(update_fields=["run_after", "state", "attempts", "finished_at", "sent_at", "tries"])


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
    """Write the proposals whose segment is still open and as it was; into an approved text, nothing.

    The translation's row is locked by the lease.
    """
    rows = Segment.objects.filter(translation=translation_id, pk__in=proposals, is_complete=False)
    written = [
        segment
        for segment in rows.exclude(translation__status=Status.REVIEWED)
        if segment.text_uk == proposals[segment.pk].instead_of
    ]
    authors = memory.authors(proposals[segment.pk].memory_key for segment in written)
    for segment in written:
        proposal = proposals[segment.pk]
        segment.text_uk, segment.origin = proposal.text, proposal.origin
        segment.typed_by_id = authors.get(proposal.memory_key)
        segment.is_complete = not segment.previous_pl and gaps.is_complete(proposal.text)
    Segment.objects.bulk_update(written, ["text_uk", "origin", "is_complete", "typed_by"])
    memory.count_uses(key for segment in written if (key := proposals[segment.pk].memory_key))
    now, translations = timezone.now(), Translation.objects.filter(pk=translation_id)
    translations.filter(status=Status.MISSING).update(status=Status.DRAFT, drafted_at=now)
    if written:
        translations.update(version=F("version") + 1, changed_at=now)
