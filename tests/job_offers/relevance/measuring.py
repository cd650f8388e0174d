"""How well the board answers the questions: recall among the first ten, the first good place, and what finds nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from job_offers import snapshot
from job_offers.search import BoardQuery, search
from tests.job_offers.relevance.corpus import Question

FIRST = 10


@dataclass
class Figures:
    """``recall`` is the part of the expected offers among the first ten, of at most ten expected."""

    recalls: list[float] = field(default_factory=list)
    reciprocals: list[float] = field(default_factory=list)
    fruitless: list[str] = field(default_factory=list)
    poor: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return len(self.recalls)

    @property
    def recall(self) -> float:
        return sum(self.recalls) / self.asked

    @property
    def mrr(self) -> float:
        """The mean of one over the place of the first expected offer."""
        return sum(self.reciprocals) / self.asked

    @property
    def zero_rate(self) -> float:
        return len(self.fruitless) / self.asked

    def add(self, question: Question, shown: Sequence[str]) -> None:
        hits = [place for place, key in enumerate(shown[:FIRST], 1) if key in question.expected]
        recall = len(hits) / min(FIRST, len(question.expected))
        self.recalls.append(recall)
        self.reciprocals.append(1 / hits[0] if hits else 0)
        if not shown:
            self.fruitless.append(question.text)
        if recall < 1:
            self.poor.append(f"{question.text} ({recall:.2f}): {' '.join(shown[:FIRST])}")


def measure(questions: Iterable[Question], keys: dict[int, str]) -> dict[str, Figures]:
    """The figures of each kind of question and of ``all``."""
    figures: dict[str, Figures] = {"all": Figures()}
    board = snapshot.current(timezone.localdate())
    for question in questions:
        page = search(BoardQuery(text=question.text), page=1, board=board).page
        shown = [keys[key] for key in page]
        for one in (figures["all"], figures.setdefault(question.kind, Figures())):
            one.add(question, shown)
    return figures
