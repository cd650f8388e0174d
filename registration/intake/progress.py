"""How far each section of one intake is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registration.intake.answers import Answers
from registration.intake.required import Missing
from registration.intake.sections import CONSENTS, Question, Section


@dataclass(frozen=True)
class Progress:
    """One line of the task list. ``missing``: what the law still asks for in this section."""

    section: Section
    is_begun: bool
    missing: tuple[Missing, ...]

    @property
    def has_pages_of_its_own(self) -> bool:
        return self.section.key == CONSENTS


def progress_of(
    answers: Answers, asked: Iterable[tuple[Section, Sequence[Question]]], missing: Iterable[Missing]
) -> list[Progress]:
    wanted = list(missing)
    return [
        Progress(
            section,
            answers.is_begun(section),
            tuple(item for item in wanted if item.section == section.key),
        )
        for section, _questions in asked
    ]
