"""Checks of a Ukrainian text against its Polish: a wrong fact never reaches a reader.

A *blocking* finding stops the approval; a *warning* is shown to whoever approves.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from translations import gaps, script
from translations.glossary import Glossary, Hit
from translations.mentions import POOLED, Kind, Mention, mentions, normalised
from translations.models import Segment


class Severity(StrEnum):
    BLOCKING = "blocking"
    WARNING = "warning"


_BLOCKING = {
    "empty": _("The Ukrainian text is missing."),
    "untranslated": _("Polish words are left untranslated: %(place)s"),
    "lost-quantity": _("The Polish text says %(place)s; the Ukrainian does not."),
    "added-quantity": _("The Ukrainian text says %(place)s; the Polish does not."),
    "lost-date": _("The date %(place)s is missing in the Ukrainian text."),
    "added-date": _("The date %(place)s is not in the Polish text."),
    "lost-phone": _("The phone number %(place)s is missing in the Ukrainian text."),
    "added-phone": _("The phone number %(place)s is not in the Polish text."),
    "lost-email": _("The e-mail address %(place)s is missing in the Ukrainian text."),
    "added-email": _("The e-mail address %(place)s is not in the Polish text."),
    "lost-url": _("The web address %(place)s is missing in the Ukrainian text."),
    "added-url": _("The web address %(place)s is not in the Polish text."),
    "lost-level": _("The language level or category %(place)s is missing in the Ukrainian text."),
    "added-level": _("The language level or category %(place)s is not in the Polish text."),
    "lost-tax": _("The Polish text says “%(place)s”; the Ukrainian does not say whether it is before tax."),
    "added-tax": _("The Ukrainian text says “%(place)s”; the Polish does not."),
    "currency": _("The currency differs: %(place)s"),
    "polish-word": _("A Polish word is left in: %(place)s. If it is a name, put it in quotation marks."),
    "russian-letter": _("A letter that only Russian has: %(place)s"),
    "foreign-letter": _("A letter that Ukrainian does not have: %(place)s"),
    "mixed-alphabets": _("Latin and Cyrillic letters are mixed in one word: %(place)s"),
    "look-alike": _("A Latin letter stands where a Ukrainian one should: %(place)s"),
}
_WARNINGS = {
    "repeated-fact": _("The Polish text says %(place)s more often than the Ukrainian, or less often."),
    "latin-word": _("A word in Latin letters; leave it only if it is a name: %(place)s"),
    "odd-apostrophe": _("An unusual apostrophe: %(place)s"),
    "false-friend": _("Probably a wrong word here: %(place)s"),
}
SENTENCES = _BLOCKING | _WARNINGS
COMPARED = ("quantity", *(kind.value for kind in Kind if kind not in POOLED))


@dataclass(frozen=True)
class Finding:
    """One thing wrong with a pair. ``place`` is the piece of text that shows it, in either language."""

    code: str
    place: str = ""
    hint: str = ""

    @property
    def severity(self) -> Severity:
        return Severity.BLOCKING if self.code in _BLOCKING else Severity.WARNING

    @property
    def is_blocking(self) -> bool:
        return self.severity == Severity.BLOCKING

    @property
    def sentence(self) -> str:
        """What is wrong, for a person, in the language of the page."""
        return " ".join(filter(None, (SENTENCES[self.code] % {"place": self.place}, self.hint)))


class Findings(dict[int, list[Finding]]):
    """What was found, by segment key."""

    @property
    def are_blocking(self) -> bool:
        return any(finding.is_blocking for found in self.values() for finding in found)


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
    source, text = normalised(source_pl), normalised(text_uk)
    facts = mentions(text)
    found = [
        *(Finding("untranslated", gap.group()) for gap in gaps.GAP.finditer(text)),
        *_facts_that_differ(mentions(source), facts),
        *(Finding(code, word) for code, word in script.faults(source, gaps.GAP.sub("", text), facts)),
        *_false_friends(hits, text.casefold()),
    ]
    return sorted(dict.fromkeys(found), key=lambda finding: not finding.is_blocking)


def _facts_that_differ(polish: list[Mention], ukrainian: list[Mention]) -> Iterator[Finding]:
    lost, added = _without(polish, ukrainian), _without(ukrainian, polish)
    for code, missing, opposite in (("lost", lost, added), ("added", added, lost)):
        for mention in missing:
            if not mention.is_word or _is_contradicted(mention, opposite):
                yield Finding(f"{code}-{mention.fact[0]}", mention.text)
    yield from _quantities_said_unequally_often(polish, ukrainian)
    yield from _currencies_that_differ(polish, ukrainian)


def _without(said: list[Mention], elsewhere: list[Mention]) -> list[Mention]:
    facts = {mention.fact for mention in elsewhere}
    return [mention for mention in said if mention.fact not in facts]


def _is_contradicted(word: Mention, opposite: list[Mention]) -> bool:
    """A number in words need not be there, as "one" rarely counts; but "two shifts" are not "three"."""
    return word.value != "1" and any(
        mention.fact[0] == "quantity" and mention.value != "1" for mention in opposite
    )


def _quantities_said_unequally_often(polish: list[Mention], ukrainian: list[Mention]) -> Iterator[Finding]:
    in_pl, in_uk = (Counter(mention.fact for mention in said) for said in (polish, ukrainian))
    digits = {mention.fact: mention for mention in polish if not mention.is_word}
    for (pool, value), mention in digits.items():
        if pool == "quantity" and 0 < in_uk[pool, value] != in_pl[pool, value]:
            yield Finding("repeated-fact", mention.text)


def _currencies_that_differ(polish: list[Mention], ukrainian: list[Mention]) -> Iterator[Finding]:
    expected = {mention.value: mention.currency for mention in polish if mention.currency}
    for mention in ukrainian:
        if mention.currency and expected.get(mention.value, mention.currency) != mention.currency:
            yield Finding("currency", mention.text)


def _false_friends(hits: Iterable[Hit], text: str) -> Iterator[Finding]:
    for hit in hits:
        for wrong in hit.entry.forbidden:
            if wrong.casefold() in text:
                yield Finding("false-friend", wrong, f"{hit.entry.pl} → {hit.entry.uk}")
