"""Checks of a Ukrainian text against its Polish: a wrong fact never reaches a reader."""

from collections.abc import Iterable, Iterator

from translations import gaps
from translations.checks import facts, form, loanwords, negation, placeholders, punctuation, script
from translations.checks.findings import SENTENCES, Finding, Findings, Severity
from translations.glossary import Glossary, Hit
from translations.mentions import mentions, normalised
from translations.models import Segment
from translations.renderings import glossary_findings, rendered

__all__ = ["SENTENCES", "Finding", "Findings", "Severity", "check", "check_all"]


def check_all(segments: Iterable[Segment], glossary: Glossary) -> Findings:
    found = {
        segment.pk: check(segment.source_pl, segment.text_uk, glossary.hits(segment.source_pl))
        for segment in segments
    }
    return Findings({pk: findings for pk, findings in found.items() if findings})


def check(source_pl: str, text_uk: str, hits: Iterable[Hit] = ()) -> list[Finding]:
    """All findings on one pair, the blocking first. ``hits`` are the glossary's in the Polish text."""
    if not text_uk.strip():
        return [Finding("empty")]
    hits = list(hits)
    whole = normalised(source_pl), normalised(text_uk)
    source, text = map(placeholders.without, whole)
    known = _without_renderings(text, hits)
    said = mentions(known)
    terms = list(_terms(hits, text))
    found = [
        *(Finding("untranslated", gap.group(), at_uk=gap.span()) for gap in gaps.GAP.finditer(text)),
        *facts.findings(mentions(source), said, (source, known)),
        *placeholders.findings(*whole),
        *negation.findings(source, _without_denying_terms(known, source_pl, hits)),
        *script.findings(source, text, said),
        *terms,
        *loanwords.findings(text, (term.at_uk for term in terms if term.at_uk)),
        *form.findings(source, text),
        *punctuation.findings(source, text, said),
    ]
    once: dict[tuple[str, str], Finding] = {}
    for finding in found:
        once.setdefault((finding.code, finding.place), finding)
    return sorted(once.values(), key=lambda finding: not finding.is_blocking)


def _without_renderings(text: str, hits: list[Hit]) -> str:
    """``text`` without the glossary's own renderings that hold figures: "основна освіта (8-річна школа)"."""
    for hit in hits:
        for rendering in (hit.entry.uk, *hit.entry.allowed):
            if any(sign.isdigit() for sign in rendering):
                text = text.replace(normalised(rendering), " " * len(rendering))
    return text


def _without_denying_terms(text: str, source_pl: str, hits: list[Hit]) -> str:
    """``text`` without renderings that deny where their term does not: "премія за роботу без пропусків"."""
    for hit in hits:
        good = (hit.entry.uk, *hit.entry.allowed)
        if negation.is_in(source_pl[hit.start : hit.end]) or not any(map(negation.is_in, good)):
            continue
        found = rendered(hit, text)
        if found.span and found.words in good:
            start, end = found.span
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _terms(hits: list[Hit], text: str) -> Iterator[Finding]:
    """What the glossary says of its terms: a missing one stands in the Polish, a wrong word in the Ukrainian."""
    for found in glossary_findings(hits, text):
        at_pl, at_uk = (found.span, None) if found.code == "term-missing" else (None, found.span)
        yield Finding(found.code, found.place, found.hint, at_pl, at_uk)
