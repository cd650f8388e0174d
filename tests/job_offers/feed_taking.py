"""Offers of the national feed, and how a file of them is taken over."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from job_offers.models import FeedImport
from job_offers.services import imports
from job_offers.tasks import import_feed
from tests.job_offers.feed_files import as_json, feed_offer

SOON = f"{timezone.localdate() + timedelta(days=30):%d.%m.%Y}"


def offer(number: int = 1, **changes):
    return feed_offer(number, **{"pozostaleDane__ofertaWaznaDo": SOON} | changes)


def owe(content: bytes) -> FeedImport:
    return imports.take_feed(file=ContentFile(content, name="feed.zip"), by=None)


def take(*offers) -> FeedImport:
    owed = owe(as_json(*offers))
    import_feed(owed.pk)
    owed.refresh_from_db()
    return owed
