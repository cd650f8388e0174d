"""The machine's draft of what is still untranslated: first the memory, then the glossary.

It fills empty segments, and refreshes changed ones only from the memory. What a person has typed is never
written over, not even when they typed it while the machine was at work.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet
from django.utils import timezone

from pup_portal.background import leased
from translations import assembly, gaps, memory, registry
from translations.glossary import Glossary
from translations.models import Segment, Status, Translation


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
        proposals = propose(translation.segments.filter(is_complete=False), domain=_domain_of(translation))
        translation.then(lambda: _store(translation.pk, proposals))
    return True


def propose(segments: QuerySet[Segment], *, domain: str = "") -> dict[int, Proposal]:
    """What the machine would write into each of ``segments``, by segment key."""
    remembered = memory.recall((segment.source_pl for segment in segments), domain=domain)
    glossary = Glossary.load()
    proposals = {}
    for segment in segments:
        recalled = remembered.get(segment.source_pl)
        if recalled and _may_be_refreshed(segment):
            proposals[segment.pk] = Proposal(
                recalled.text, Segment.Origin.MEMORY, segment.text_uk, recalled.key
            )
        elif not segment.text_uk:
            assembled = assembly.assemble(segment.source_pl, glossary)
            origin = Segment.Origin.CODED if assembled.is_verbatim else Segment.Origin.GLOSSARY
            if assembled.is_known or assembled.is_verbatim:
                proposals[segment.pk] = Proposal(assembled.text, origin, "")
    return proposals


def _domain_of(translation: Translation) -> str:
    model = ContentType.objects.get_for_id(translation.content_type_id).model_class()
    return registry.of(model).domain if model else ""


def _may_be_refreshed(segment: Segment) -> bool:
    """Whether the memory may replace the text: it is none, the machine's own, or for other Polish."""
    return segment.origin != Segment.Origin.PERSON or bool(segment.previous_pl)


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
