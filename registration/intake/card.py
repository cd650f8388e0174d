"""What of an intake the card of a person tells, as far as the reader's role may see it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from django.utils.functional import Promise

from accounts.models import User
from pup_portal.history import shown
from registration.intake.answers import CODED, Answers, Line
from registration.intake.disclosure import all_but_sensitive, may_see_list, sensitive_lists, withheld_from
from registration.intake.sections import LISTS, NOTHING_ON, Question, questions
from registration.intake.vocabulary import AnsweredNone
from registration.models import Intake, ListEntry


@dataclass(frozen=True)
class Told:
    """One answer with what it is called: words, or the lines of a list."""

    label: str | Promise
    text: str = ""
    lines: tuple[Line, ...] = ()


def told_on_card(answers: Answers, reader: User) -> list[Told]:
    """What was answered, in the order of the questions; what the reader may not see is absent."""
    lists = {model for model in LISTS.values() if may_see_list(reader, model)}
    return _told(answers, lists, withheld_from(reader))


def told_for_a_reason(answers: Answers) -> list[Told]:
    """What was answered of health and special situations, for a page that has asked for the reason."""
    return _told(answers, sensitive_lists(), all_but_sensitive())


def _told(answers: Answers, lists: Set[type[ListEntry]], withheld: frozenset[str]) -> list[Told]:
    names = _names_of_codes(answers)
    return [
        told
        for question in questions().values()
        for told in (
            _of_list(question, answers, lists)
            if question.is_list
            else _of_answer(question, answers.intake, withheld, names)
        )
    ]


def _of_list(question: Question, answers: Answers, lists: Set[type[ListEntry]]) -> Iterator[Told]:
    if LISTS[question.code] not in lists:
        return
    if lines := answers.lines[question.code]:
        yield Told(question.label, lines=tuple(lines))
    elif (code := NOTHING_ON.get(question.code)) in answers.intake.answered_none:
        yield Told(question.label, text=str(AnsweredNone(str(code)).label))


def _of_answer(
    question: Question, intake: Intake, withheld: frozenset[str], names: dict[str, str]
) -> Iterator[Told]:
    code = question.code
    if code in Intake.pairs:
        if f"{code}_uk" not in withheld and (text := _in_both(intake, code)):
            yield Told(question.label, text=text)
        return
    columns = {column.name: column for column in Intake._meta.concrete_fields}
    value = getattr(intake, code, None) if code in columns and code not in withheld else None
    if code in CODED:
        value = ", ".join(names.get(part, part) for part in value or ())
    if value not in (None, ""):
        yield Told(question.label, text=shown(columns[code], value))


def _in_both(intake: Intake, stem: str) -> str:
    """The person's words and their Polish, a line each."""
    texts = (getattr(intake, f"{stem}_{language}") for language in ("uk", "pl"))
    return "\n".join(text for text in texts if text)


def _names_of_codes(answers: Answers) -> dict[str, str]:
    return {line.mark: line.text for name in CODED for line in answers.lines[name]}
