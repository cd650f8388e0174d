"""What a check may say of a pair, with a sentence for people."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from translations.models import Override

type Span = tuple[int, int]


class Severity(StrEnum):
    """A *blocking* finding stops the approval; a *warning* is shown to whoever approves."""

    BLOCKING = "blocking"
    WARNING = "warning"


_BLOCKING = {
    "empty": _("The Ukrainian text is missing."),
    "untranslated": _("Still in Polish, or not yet in the right form: %(place)s"),
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
    "lost-address": _(
        "The address %(place)s is missing in the Ukrainian text. Leave the street in Polish letters: a map finds it so."
    ),
    "added-address": _("The address %(place)s is not in the Polish text."),
    "lost-postcode": _("The postcode %(place)s is missing in the Ukrainian text."),
    "added-postcode": _("The postcode %(place)s is not in the Polish text."),
    "lost-level": _("The language level %(place)s is missing in the Ukrainian text."),
    "added-level": _("The language level %(place)s is not in the Polish text."),
    "lost-licence": _("The driving licence %(place)s is missing in the Ukrainian text."),
    "added-licence": _("The driving licence %(place)s is not in the Polish text."),
    "lost-share": _("The part of a full-time post, %(place)s, is missing in the Ukrainian text."),
    "added-share": _("The part of a full-time post, %(place)s, is not in the Polish text."),
    "lost-tax": _("The Polish text says “%(place)s”; the Ukrainian does not say whether it is before tax."),
    "added-tax": _("The Ukrainian text says “%(place)s”; the Polish does not."),
    "other-contract": _("The kind of contract differs: %(place)s"),
    "other-weekday": _("The days of the week differ: %(place)s"),
    "other-currency": _("The currency differs: %(place)s"),
    "other-tax": _("Before or after tax: the texts differ at %(place)s"),
    "other-period": _("The pay is for another period: %(place)s"),
    "other-limit": _("“From” and “to” are exchanged: %(place)s"),
    "lost-placeholder": _("The place to be filled in, %(place)s, is missing in the Ukrainian text."),
    "added-placeholder": _("The place to be filled in, %(place)s, is not in the Polish text."),
    "lost-negation": _("The Polish text says no or without (“%(place)s”); the Ukrainian does not."),
    "added-negation": _("The Ukrainian text says no or without (“%(place)s”); the Polish does not."),
    "polish-word": _("A Polish word is left in: %(place)s. If it is a name, put it in quotation marks."),
    "russian-letter": _("A letter that only Russian has: %(place)s"),
    "foreign-letter": _("A letter that Ukrainian does not have: %(place)s"),
    "mixed-alphabets": _("Latin and Cyrillic letters are mixed in one word: %(place)s"),
    "look-alike": _("A Latin letter stands where a Ukrainian one should: %(place)s"),
}
_WARNINGS = {
    "repeated-fact": _("The Polish text says %(place)s more often than the Ukrainian, or less often."),
    "lost-contract": _("The Polish text names a kind of contract, %(place)s; the Ukrainian does not."),
    "latin-word": _("A word in Latin letters; leave it only if it is a name: %(place)s"),
    "odd-apostrophe": _("An unusual apostrophe: %(place)s"),
    "missing-apostrophe": _("An apostrophe is missing: %(place)s"),
    "russianism": _("Probably taken over from Russian: %(place)s"),
    "polonism": _("Probably taken over from Polish: %(place)s"),
    "false-friend": _("Probably a wrong word here: %(place)s"),
    "term-missing": _("The glossary’s word for “%(place)s” is missing."),
    "repeated-word": _("A word stands twice: %(place)s"),
    "far-shorter": _("The Ukrainian text is much shorter than the Polish. Is something missing?"),
    "far-longer": _("The Ukrainian text is much longer than the Polish. Was something added?"),
    "other-end": _("The sentences end differently: %(place)s"),
    "odd-quotes": _("Ukrainian has other quotation marks, « and »: %(place)s"),
    "space-before-mark": _("A space stands before a punctuation mark: %(place)s"),
    "no-space-after-mark": _("A space is missing after a punctuation mark: %(place)s"),
    "doubled-mark": _("A mark or a space stands twice: %(place)s"),
    "open-bracket": _("A bracket or quotation mark is not closed: %(place)s"),
}
SENTENCES = _BLOCKING | _WARNINGS
# No reason makes a text of what is none.
_BEYOND_REASONS = frozenset({"empty", "untranslated"})


@dataclass(frozen=True)
class Finding:
    """One thing wrong with a pair. ``place`` is the piece of text that shows it, in either language.

    ``at_pl`` and ``at_uk`` say where it stands in the composed (NFC) texts: first letter and the one after the last.
    ``override``: a reviewer's word that the finding is wrong; it stops nothing then. ``key`` names the finding on its
    two texts; both are given by ``translations.overrides``.
    """

    code: str
    place: str = ""
    hint: str = ""
    at_pl: Span | None = None
    at_uk: Span | None = None
    key: str = ""
    override: Override | None = None

    @property
    def severity(self) -> Severity:
        return Severity.BLOCKING if self.code in _BLOCKING else Severity.WARNING

    @property
    def is_blocking(self) -> bool:
        return self.severity == Severity.BLOCKING and self.override is None

    @property
    def is_open_to_reasons(self) -> bool:
        """Whether a reviewer may say that it is wrong; of warnings as well."""
        return self.code not in _BEYOND_REASONS

    @property
    def sentence(self) -> str:
        """What is wrong, for a person, in the language of the page."""
        return " ".join(filter(None, (SENTENCES[self.code] % {"place": self.place}, self.hint)))


class Findings(dict[int, list[Finding]]):
    """What was found, by segment key."""

    @property
    def are_blocking(self) -> bool:
        return any(finding.is_blocking for found in self.values() for finding in found)
