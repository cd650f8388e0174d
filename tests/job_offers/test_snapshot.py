"""The board in memory."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from job_offers import board, snapshot
from job_offers.counting import count
from job_offers.models import BoardEntry
from job_offers.snapshot import Snapshot, bits
from job_offers.tasks import renew_board
from tests.job_offers.factories import PublishedFactory, place

VALUES = st.dictionaries(
    st.sampled_from(["place", "shift", "lodging"]), st.frozensets(st.integers(0, 3), min_size=1)
)


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 3), max_size=40), VALUES)
def test_counts_are_those_of_counting_one_by_one(rows, filters):
    names = ("place", "shift", "lodging")
    facets = {
        name: {
            value: bits((i for i, row in enumerate(rows) if row[column] == value), len(rows))
            for value in range(4)
        }
        for column, name in enumerate(names)
    }
    known = Snapshot(1, date(2026, 1, 1), list(range(len(rows))), [0] * len(rows), facets, {}, {})

    counts = count(known, known.everything, filters)

    def left(but=""):
        return [
            row
            for row in rows
            if all(row[names.index(name)] in accepted for name, accepted in filters.items() if name != but)
        ]

    assert counts.total == len(left())
    assert dict(counts.without) == {name: len(left(but=name)) for name in filters if left(but=name)} | {
        name: 0 for name in filters if not left(but=name)
    }
    for column, name in enumerate(names):
        assert all(
            counts.of(name)[value] == sum(row[column] == value for row in left(but=name))
            for value in range(4)
        )


@pytest.mark.django_db
def test_every_change_of_the_board_moves_its_version():
    versions = [snapshot.board_version()]

    offer = PublishedFactory()
    versions.append(snapshot.board_version())
    BoardEntry.objects.update(has_lodging=True)
    versions.append(snapshot.board_version())
    board.take_off([offer.pk])
    versions.append(snapshot.board_version())
    snapshot.changed()
    versions.append(snapshot.board_version())

    assert versions == sorted(set(versions))


@pytest.mark.django_db
def test_board_is_read_once_until_it_changes_or_the_day_does():
    today = timezone.localdate()
    first = snapshot.current(today)

    assert snapshot.current(today) is first
    assert snapshot.current(today + timedelta(days=1)) is not first

    PublishedFactory()
    assert len(snapshot.current(today).keys) == 1


@pytest.mark.django_db
def test_board_is_read_again_after_a_minute(monkeypatch):
    first = snapshot.current(timezone.localdate())
    monkeypatch.setattr(snapshot, "MAX_AGE", 0.0)

    assert snapshot.current(timezone.localdate()) is not first


@pytest.mark.django_db
def test_large_board_that_changes_all_the_time_is_not_read_all_the_time(monkeypatch):
    monkeypatch.setattr(snapshot, "_QUICK", -1.0)
    monkeypatch.setattr(snapshot, "_REST", 1e9)
    first = snapshot.current(timezone.localdate())
    PublishedFactory()

    assert snapshot.current(timezone.localdate()) is first


@pytest.mark.django_db
def test_readers_do_not_wait_for_the_board_that_another_reads():
    first = snapshot.current(timezone.localdate())
    PublishedFactory()

    with snapshot._lock:
        assert snapshot.current(timezone.localdate()) is first


@pytest.mark.django_db(transaction=True)
def test_commit_moves_the_version_once_more():
    before = snapshot.board_version()

    PublishedFactory()

    assert snapshot.board_version() >= before + 2


@pytest.mark.django_db
def test_renewal_writes_every_live_entry_as_it_should_be(monkeypatch):
    monkeypatch.setattr(board, "BATCH", 2)
    offers = PublishedFactory.create_batch(5, title_pl="Kucharz", place=place("Chęciny"))
    BoardEntry.objects.update(words="", occupation_group=None)

    renew_board()

    assert all("'=cook'" in entry.words for entry in BoardEntry.objects.all())
    assert BoardEntry.objects.count() == len(offers)
