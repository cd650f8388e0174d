"""What of the offers waits for somebody: for a translation, for publication, for a call to the employer."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import models
from django.db.models import DateField, Exists, OuterRef, Q
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from job_offers import lapse
from job_offers.models import CallBack, Offer, OfferQuerySet
from translations.models import Status, Translation

CALL_DAYS = 7  # a call is made a week before the offer would leave the board
MOST_COUNTED = 1000


class WorkList(models.TextChoices):
    TRANSLATION = "translation", _("waiting for translation")
    PUBLICATION = "publication", _("waiting for publication")
    CALL_BACK = "call_back", _("waiting for a call to the employer")


def waiting(rows: OfferQuerySet, work: str, today: date) -> OfferQuerySet:
    """Those of ``rows`` that stand on the list ``work``; all of them when there is no such list."""
    return _LISTS[WorkList(work)](rows, today) if work in WorkList.values else rows


def counts(rows: OfferQuerySet, today: date) -> dict[WorkList, int]:
    """How many wait on each list, counted up to ``MOST_COUNTED``: beyond it the number helps nobody."""
    return {
        work: waiting(rows.open(), work, today).order_by()[: MOST_COUNTED + 1].count() for work in WorkList
    }


def _for_translation(rows: OfferQuerySet, today: date) -> OfferQuerySet:
    """Open offers that may be translated and have no approved Ukrainian text."""
    approved = Translation.objects.of(Offer).filter(object_id=OuterRef("pk"), status=Status.REVIEWED)
    agreed = Q(translation_consent=True) | Q(employer__consent_to_translate_at__isnull=False)
    return rows.open().filter(agreed).exclude(Exists(approved))


def _for_publication(rows: OfferQuerySet, today: date) -> OfferQuerySet:
    return rows.filter(state=Offer.State.READY)


def _for_call(rows: OfferQuerySet, today: date) -> OfferQuerySet:
    """Shown offers that left the board unconfirmed, or will within a week if nobody calls; and calls that are due."""
    soon = today + timedelta(days=CALL_DAYS)
    oldest = soon - timedelta(days=lapse.confirmation_days(today))
    confirmed = Coalesce("confirmed_on", Cast("published_at", DateField()))
    leaving = Q(state=Offer.State.PUBLISHED) & (Q(valid_until__lt=soon) | Q(confirmed__lt=oldest))
    owed = rows.open().filter(Exists(CallBack.objects.due(today).filter(offer=OuterRef("pk"))))
    unsure = rows.alias(confirmed=confirmed).filter(Q(state=Offer.State.UNCONFIRMED) | leaving)
    return rows.filter(Q(pk__in=unsure.order_by().values("pk")) | Q(pk__in=owed.order_by().values("pk")))


_LISTS: dict[WorkList, Callable[[OfferQuerySet, date], OfferQuerySet]] = {
    WorkList.TRANSLATION: _for_translation,
    WorkList.PUBLICATION: _for_publication,
    WorkList.CALL_BACK: _for_call,
}
