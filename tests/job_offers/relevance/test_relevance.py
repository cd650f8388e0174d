"""What people type finds what they mean."""

from collections import Counter

import pytest

from tests.factories import UserFactory
from tests.job_offers.relevance.corpus import fill_board, questions, rows
from tests.job_offers.relevance.measuring import measure

RECALL = 0.95  # 0.572 before any tuning
FRUITLESS = 0.02  # 0.294


def test_every_question_expects_something_and_is_asked_once():
    asked = list(questions())

    assert [question.text for question in asked if not question.expected] == []
    assert len({question.text for question in asked}) == len(asked) >= 150
    assert Counter(question.kind for question in asked) == {"uk": 110, "pl": 35, "mixed": 15}
    assert len({row["key"] for row in rows("offers.csv")}) >= 300


@pytest.mark.django_db
def test_first_ten_hold_what_people_mean():
    keys = fill_board(UserFactory())

    figures = measure(questions(), keys)["all"]

    assert figures.recall >= RECALL, "\n".join(figures.poor)
    assert figures.zero_rate <= FRUITLESS, figures.fruitless
