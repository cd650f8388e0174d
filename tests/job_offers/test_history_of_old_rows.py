"""Events that held each row as it was before a change come to hold it as the change left it, and back again."""

from importlib import import_module

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from job_offers.models import Offer, Workplace
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, WorkplaceFactory

migration = import_module("job_offers.migrations.0004_remember_every_state")


class Editor:
    connection = connection


def told(record):
    """Of every event, in order: what kind, the words of the row, and who was there."""
    events = record._meta.model.events.rel.related_model.objects.filter(pgh_obj=record.pk)
    return [
        (
            event.pgh_label,
            getattr(event, "name", None) or event.title_pl,
            (event.pgh_context.metadata if event.pgh_context else {}).get("user"),
        )
        for event in events.select_related("pgh_context").order_by("pgh_id")
    ]


@pytest.mark.django_db
def test_old_events_of_a_row_lose_nothing():
    member = UserFactory()
    offer = OfferFactory(title_pl="A")
    Offer.objects.filter(pk=offer.pk).update(title_pl="B")
    with pghistory.context(user=member.pk):
        Offer.objects.filter(pk=offer.pk).update(title_pl="C")
    untouched, gone = WorkplaceFactory(name="X"), WorkplaceFactory(name="Y")
    Workplace.objects.filter(pk=gone.pk).update(name="Z")
    gone_key = gone.pk
    gone.delete()

    migration.keep_states_before(apps, Editor)

    assert told(offer) == [("update", "A", None), ("update", "B", member.pk)]
    assert told(untouched) == []
    gone.pk = gone_key
    assert [(label, name) for label, name, _ in told(gone)] == [("update", "Y"), ("delete", "Z")]

    migration.keep_states_after(apps, Editor)

    assert told(offer) == [("known", "A", None), ("update", "B", None), ("update", "C", member.pk)]
    assert offer.events.order_by("pgh_id").first().pgh_created_at == offer.created_at
    assert [(label, name) for label, name, _ in told(untouched)] == [("known", "X")]
    assert [(label, name) for label, name, _ in told(gone)] == [
        ("known", "Y"),
        ("update", "Z"),
        ("delete", "Z"),
    ]
