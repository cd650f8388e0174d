import pytest

from translations.wording import changes


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Praca 8 h", "Praca 10 h", [("same", "Praca "), ("del", "8"), ("ins", "10"), ("same", " h")]),
        ("Praca", "Praca stała", [("same", "Praca"), ("ins", " stała")]),
        ("Praca stała", "Praca", [("same", "Praca"), ("del", " stała")]),
        ("", "Praca", []),
    ],
)
def test_a_change_is_told_word_by_word(before, after, expected):
    assert [(change.kind, change.text) for change in changes(before, after)] == expected
