"""The measure of ``tools.bench_drafts``: words that a reviewer must type into a draft."""

import pytest

from tools.bench_drafts import Drafts, effort, report


@pytest.mark.parametrize(
    ("draft", "good", "expected"),
    [
        ("Миття вікон.", "Миття вікон.", (0, 2)),
        ("", "Миття вікон.", (2, 2)),
        ("Миття ⟦podłóg⟧", "Миття підлоги", (1, 2)),
        ("Миття вікон і дверей", "Миття вікон", (0, 2)),
        ("вікон Миття", "Миття вікон", (1, 2)),
        ("Договір з 1.06.2026", "Договір від 1.06.2026", (1, 5)),
    ],
)
def test_words_to_type_are_counted_and_words_to_delete_are_not(draft, good, expected):
    assert effort(draft, good) == expected


@pytest.mark.parametrize(("wrong", "status"), [([], 0), (["lost-quantity 5"], 1)])
def test_one_wrong_fact_fails_the_report(wrong, status, capsys):
    found = {"glossary only": Drafts(shares=[0.2, 0.4, 0.6], wrong=wrong)}

    assert report(found) == status
    assert "40%" in capsys.readouterr().out
