"""What reviewers have let through: a finding that is overridden stops nothing, as long as both texts stay as they are."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError
from translations import checks
from translations.checks import Finding, Findings
from translations.glossary import Glossary, Hit
from translations.models import Override, Segment, Translation
from translations.spelling import printed


class NothingToOverride(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This finding is no longer there: one of the two texts has changed."))


class Place(NamedTuple):
    """One finding of a page: the key of its segment, its own key, and the Ukrainian text it was read in."""

    segment: int
    key: str
    text_uk: str

    @classmethod
    def read(cls, value: str, texts: Mapping[int, str]) -> Self:
        """What the button beside a finding sends, on a page with ``texts``. Raises ``NothingToOverride``."""
        segment, _colon, key = value.partition(":")
        pk = int(segment) if segment.isascii() and segment.isdecimal() and len(segment) < 19 else 0
        if pk not in texts:
            raise NothingToOverride
        return cls(pk, key, texts[pk])


@dataclass(frozen=True)
class Overrides:
    """The standing overrides of one translation by their keys, read once for a page or an approval."""

    by_key: dict[str, Override]

    @classmethod
    def of(cls, translation: Translation) -> Self:
        rows = Override.objects.standing().filter(translation=translation).select_related("overridden_by")
        return cls({override.key: override for override in rows})

    def check(self, source_pl: str, text_uk: str, hits: Iterable[Hit] = ()) -> list[Finding]:
        """All that the checks say of one pair, with what of it has been overridden."""
        return self.judged(source_pl, text_uk, checks.check(source_pl, text_uk, hits))

    def judged(self, source_pl: str, text_uk: str, findings: Iterable[Finding]) -> list[Finding]:
        """``findings`` on one pair with their keys and what overrides them, the blocking first."""
        keyed = ((finding, key_of(finding, source_pl, text_uk)) for finding in findings)
        judged = [replace(finding, key=key, override=self.by_key.get(key)) for finding, key in keyed]
        return sorted(judged, key=lambda finding: not finding.is_blocking)


def judged(translation: Translation, segments: Iterable[Segment]) -> Findings:
    """What the checks say of ``segments`` and what of it has been overridden, by segment key."""
    overrides, segments = Overrides.of(translation), list(segments)
    texts = {segment.pk: (segment.source_pl, segment.text_uk) for segment in segments}
    found = checks.check_all(segments, Glossary.load())
    return Findings({pk: overrides.judged(*texts[pk], findings) for pk, findings in found.items()})


def found_at(place: Place, translation: Translation) -> tuple[Segment, Finding]:
    """The finding at ``place``, looked for in the Polish as it is stored now. Raises ``NothingToOverride``."""
    segment = translation.segments.filter(pk=place.segment).first()
    if segment is None:
        raise NothingToOverride
    hits = Glossary.load().hits(segment.source_pl)
    found = Overrides.of(translation).check(segment.source_pl, place.text_uk, hits)
    finding = next((finding for finding in found if finding.key == place.key), None)
    if finding is None or not finding.is_open_to_reasons:
        raise NothingToOverride
    return segment, finding


def key_of(finding: Finding, source_pl: str, text_uk: str) -> str:
    """The same for the same finding on the same two texts, and for nothing else."""
    parts = (finding.code, finding.place, printed(source_pl).strip(), printed(text_uk).strip())
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
