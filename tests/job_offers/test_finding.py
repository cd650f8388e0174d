"""Which of the offers that a text finds come first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers import finding
from job_offers.finding import by_merits, find
from job_offers.snapshot import Snapshot, bits

SETS = st.lists(st.integers(0, 2**12 - 1), max_size=4)


@given(st.integers(0, 2**12 - 1), SETS)
def test_tiers_are_those_of_counting_each_offer_by_itself(those, merits):
    tiers = by_merits(those, merits)

    assert len(tiers) == len(merits) + 1
    for bit in range(12):
        held = [place for place, tier in enumerate(tiers) if tier >> bit & 1]
        has = sum(one >> bit & 1 for one in merits)
        assert held == ([len(merits) - has] if those >> bit & 1 else [])


@given(st.sets(st.integers(0, 199)))
def test_bits_are_those_of_setting_each_by_itself(places):
    assert bits(places, 200) == sum(1 << place for place in places)


@pytest.mark.django_db
def test_no_more_texts_are_remembered_than_the_limit(monkeypatch):
    monkeypatch.setattr(finding, "REMEMBERED", 2)
    board = Snapshot(1, date(2026, 1, 1), [], [], {}, {}, {})

    for text in ("spawacz", "kucharz", "piekarz", "stolarz", "stolarz"):
        find(text, board)

    assert len(board.texts) == 2
