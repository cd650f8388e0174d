"""Checks of a Ukrainian text against its Polish: a wrong fact never reaches a reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from translations import gaps
from translations.models import Segment


class Severity(StrEnum):
    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing wrong with a pair. ``place`` is the piece of text that shows it, in either language."""

    code: str
    severity: Severity
    place: str
    sentence: Promise | str


class Findings(dict[int, list[Finding]]):
    """What was found, by segment key."""

    @property
    def are_blocking(self) -> bool:
        return any(finding.severity == Severity.BLOCKING for found in self.values() for finding in found)


def check(source_pl: str, text_uk: str) -> list[Finding]:
    """All findings on one pair, the blocking first."""
    if not text_uk.strip():
        return [Finding("empty", Severity.BLOCKING, source_pl, _("The Ukrainian text is missing."))]
    if gap := gaps.GAP.search(text_uk):
        sentence = _("Polish words are left untranslated.")
        return [Finding("untranslated", Severity.BLOCKING, gap.group(), sentence)]
    return []


def check_all(segments: Iterable[Segment]) -> Findings:
    found = {segment.pk: check(segment.source_pl, segment.text_uk) for segment in segments}
    return Findings({pk: findings for pk, findings in found.items() if findings})
