"""The count of everybody's days, and a colleague who changes one record, at the same moment."""

import pytest

from registration.models import Deadlines
from registration.rhythm import deadlines
from tests.elsewhere import while_held
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_first_count_and_a_change_of_the_record_do_not_block_each_other():
    """The count would wait for the record to be free, its change for the row of the count."""
    client = ClientFactory()
    Deadlines.objects.all().delete()

    counted = while_held(
        client,
        second=lambda: deadlines.refresh([client.pk]),
        written=lambda: deadlines.refresh([client.pk]),
    )

    assert counted == 0
    assert Deadlines.objects.filter(client=client).count() == 1
