"""Which questions this office asks, and of whom: what is switched off is not asked, whatever the page."""

from collections.abc import Iterable, Mapping
from datetime import date

from registration.intake.answers import Answers
from registration.intake.required import RequiredSet, sets_on
from registration.intake.sections import (
    ALWAYS_ASKED,
    CONSENTS,
    GOES_WITH,
    ONLY_WHEN_REQUIRED,
    SECTIONS,
    Question,
    Section,
    questions,
)
from registration.models import HiddenQuestion


def hidden_codes() -> frozenset[str]:
    return frozenset(HiddenQuestion.objects.values_list("code", flat=True))


def may_be_hidden(day: date) -> set[str]:
    """The questions that an administrator may switch off on ``day``: none that a rule of law asks for."""
    required = {code for found in sets_on(day).values() for code in found.questions}
    return {
        code
        for code in questions()
        if code not in required | ALWAYS_ASKED | GOES_WITH.keys() | ONLY_WHEN_REQUIRED
    }


def asked_in(
    section: Section, answers: Answers, *, hidden: Iterable[str], sets: Mapping[str, RequiredSet]
) -> list[Question]:
    """The questions of ``section`` that are asked of this person, in their order."""
    required = sets.get(answers.intake.purpose)
    needed = required.questions if required else frozenset()
    return [question for question in section.questions if _is_asked(question.code, answers, hidden, needed)]


def sections_asked(
    answers: Answers, *, hidden: Iterable[str], sets: Mapping[str, RequiredSet]
) -> list[tuple[Section, list[Question]]]:
    """The sections with anything to ask, each with its questions. Consents have pages of their own."""
    found = ((section, asked_in(section, answers, hidden=hidden, sets=sets)) for section in SECTIONS.values())
    return [(section, asked) for section, asked in found if asked or section.key == CONSENTS]


def _is_asked(code: str, answers: Answers, hidden: Iterable[str], needed: frozenset[str]) -> bool:
    if GOES_WITH.get(code, code) in hidden and code not in needed:
        return False
    return code not in ONLY_WHEN_REQUIRED or code in needed or answers.has(code)
