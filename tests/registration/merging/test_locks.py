"""Two colleagues, or a colleague and a worker, at the same two records at the same moment.

Each of these fails when its service reads without locking.
"""

import pytest
from django.db import transaction

from registration import rights_services
from registration.merging import finding, owing, services
from registration.merging.likeness import Likeness
from registration.models import Client, Comparison, LikelyPair, Merge, MergeStep
from registration.services import edit_client
from tests.elsewhere import LONG_ENOUGH, elsewhere, one_after_the_other
from tests.registration.factories import ClientFactory
from tests.registration.merging.factories import asked, manager, merged

pytestmark = pytest.mark.django_db(transaction=True)


def merge(request, by, versions=(1, 1)):
    return lambda: services.merge(request=request, seen_versions=versions, by=by)


def test_two_managers_merge_once():
    request, first, second = asked(), manager(), manager()

    done, told = one_after_the_other(merge(request, first), merge(request, second))

    assert (done.decided_by, told.decided_by) == (first, first)
    assert MergeStep.objects.values("model", "number").distinct().count() == MergeStep.objects.count()
    assert Client.objects.filter(state="merged").count() == 1


def test_a_request_that_is_being_withdrawn_is_not_done():
    request, boss = asked(), manager()

    _, told = one_after_the_other(
        lambda: services.withdraw(request=request, by=request.asked_by), merge(request, boss)
    )

    assert isinstance(told, services.NotPossible)
    assert not Client.objects.filter(state="merged").exists()


def test_records_being_changed_are_not_merged_as_they_were():
    request, boss = asked(), manager()

    _, told = one_after_the_other(
        lambda: edit_client(client=request.gone, values={"notes": "x"}, seen_version=1, by=boss),
        merge(request, boss),
    )

    assert isinstance(told, services.ChangedMeanwhile)
    assert Merge.objects.get().state == "asked"


def test_a_record_being_restricted_is_not_merged():
    request, boss = asked(), manager()

    _, told = one_after_the_other(
        lambda: rights_services.restrict(client=request.keep, reason="Spór", by=boss), merge(request, boss)
    )

    assert isinstance(told, services.NotPossible)


def test_two_requests_in_opposite_directions_merge_once():
    one, other, boss = ClientFactory(), ClientFactory(), manager()
    there, back = asked(one, other), asked(other, one)

    _, told = one_after_the_other(merge(there, boss), merge(back, boss))

    assert isinstance(told, services.NotPossible)
    assert Client.objects.get(state="merged") == other


def test_two_managers_undo_once():
    request, first, second = merged(), manager(), manager()

    one, other = one_after_the_other(
        lambda: services.undo(request=request, by=first), lambda: services.undo(request=request, by=second)
    )

    assert (one.undone_by, other.undone_by) == (first, first)
    assert Client.objects.get(pk=request.gone.pk).version == 3


def test_a_comparison_is_owed_once_by_two_changes():
    client = ClientFactory()
    Comparison.objects.all().delete()

    one, other = one_after_the_other(
        lambda: owing.owe_comparison(client), lambda: owing.owe_comparison(client)
    )

    assert one.pk == other.pk
    assert Comparison.objects.get().state == "owed"


def test_a_worker_does_not_wait_for_whoever_changes_the_record():
    """The colleague would wait for the worker in turn, to owe the comparison anew."""
    client = ClientFactory()
    ClientFactory()
    work = Comparison.objects.get(client=client)

    with transaction.atomic():
        Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
        thread, results = elsewhere(lambda: finding.compare(work.pk))
        thread.join(3 * LONG_ENOUGH)  # less than a lock is waited for
        while_changed = list(results)
        owing.owe_comparison(client)
    again = finding.compare(work.pk)

    assert while_changed == [True]
    assert again is True
    assert LikelyPair.objects.count() == 1


def test_a_record_closed_while_it_was_compared_is_in_no_pair():
    client, twin = ClientFactory(), ClientFactory()
    alike = [Likeness(twin, 90, ("name",))]
    Client.objects.filter(pk=twin.pk).update(is_restricted=True)

    with transaction.atomic():
        finding.store(client, alike)

    assert not LikelyPair.objects.exists()
