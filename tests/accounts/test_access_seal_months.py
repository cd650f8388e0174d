"""The months of the access log that are past their retention are forgotten, and nothing else is."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError

from accounts import access_months, access_seals
from accounts.access_models import AccessAnchor, AccessEntry, AccessRetention, AccessSeal
from accounts.tasks import keep_access_log
from tests.accounts.sealing import OLD, by_the_owner, verified, written

pytestmark = pytest.mark.django_db(transaction=True)


def test_months_past_the_retention_leave_an_anchor(old_month):
    written(2)
    access_seals.seal_all()

    dropped = access_months.drop_old()

    anchor = AccessAnchor.objects.get()
    seal = AccessSeal.objects.get(number=1)
    assert [f"{month:%Y-%m}" for month in dropped] == [str(anchor)] == ["2020-03"]
    assert (anchor.row_count, anchor.seal_number, anchor.seal_hash) == (2, 1, seal.hash)
    assert AccessEntry.objects.count() == 2
    assert "as it was sealed" in verified()


def test_a_forged_anchor_is_found(old_month):
    access_seals.seal_all()
    access_months.drop_old()

    by_the_owner("UPDATE accounts_accessanchor SET row_count = 1")

    with pytest.raises(CommandError, match="2020-03 was dropped does not fit"):
        verified()


def test_a_month_dropped_by_hand_is_found(old_month):
    access_seals.seal_all()

    by_the_owner(f"DROP TABLE {OLD}")

    with pytest.raises(CommandError, match="spoke for 2 rows; there are 0"):
        verified()


def test_an_unsealed_month_is_not_dropped(old_month):
    with pytest.raises(ProgrammingError, match="not those that were sealed"):
        access_months.drop_old()

    assert AccessEntry.objects.count() == 2


def test_the_hourly_task_seals_first_then_drops(old_month):
    keep_access_log()

    assert AccessEntry.objects.count() == 0
    assert "as it was sealed" in verified()


def test_a_longer_retention_keeps_the_month(old_month):
    call_command("set_access_log_retention", "1200", stdout=io.StringIO())
    access_seals.seal_all()

    assert access_months.drop_old() == []
    assert AccessRetention.objects.get().months == 1200


def test_retention_of_no_months_is_refused():
    with pytest.raises(CommandError, match="at least one month"):
        call_command("set_access_log_retention", "0")
