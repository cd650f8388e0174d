"""What the public board reads: one narrow row for every live offer, however many offers are stored."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

from job_offers.models.offers import Offer


class BoardEntry(models.Model):
    """A live offer as the board filters, counts and sorts it; the card's facts come from the offer.

    Kept in step by ``job_offers.board``: it appears when the offer is published and goes when it leaves.
    ``words`` holds lemmas and forms in Polish and Ukrainian; pay is brought to gross PLN a month of full
    time only to compare offers with each other, and is never shown.
    """

    offer = models.OneToOneField(Offer, models.CASCADE, primary_key=True, related_name="board_entry")
    valid_until = models.DateField()
    published_at = models.DateTimeField()
    place = models.ForeignKey("reference.Place", models.PROTECT, null=True, related_name="+", db_index=False)
    contract = models.ForeignKey(
        "reference.Term", models.PROTECT, null=True, related_name="+", db_index=False
    )
    shift = models.ForeignKey("reference.Term", models.PROTECT, null=True, related_name="+", db_index=False)
    polish_rank = models.PositiveSmallIntegerField(null=True)
    monthly_pay = models.PositiveIntegerField(null=True)
    has_lodging = models.BooleanField(default=False)
    needs_no_experience = models.BooleanField(default=False)
    is_translated = models.BooleanField(default=False)
    words = SearchVectorField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="boardentry_pay_is_positive", condition=Q(monthly_pay=None) | Q(monthly_pay__gt=0)
            ),
        ]
        indexes = [
            GinIndex(fields=["words"], name="boardentry_words", fastupdate=False),
            models.Index(fields=["-published_at", "-offer"], name="boardentry_newest"),
            models.Index(
                F("monthly_pay").desc(nulls_last=True), F("offer").desc(), name="boardentry_best_paid"
            ),
            models.Index(  # facets are counted from the index alone, without touching the wide words
                fields=["valid_until"],
                include=[
                    *("place", "contract", "shift", "polish_rank"),
                    *("monthly_pay", "has_lodging", "needs_no_experience"),
                ],
                name="boardentry_facets",
            ),
        ]

    def __str__(self) -> str:
        return f"board entry of offer {self.pk}"


class SearchMiss(models.Model):
    """Words that found nothing on a day, and how often: what readers look for and the board lacks.

    Holds nothing about who searched; words that look like a phone, an e-mail or a number are not kept.
    """

    day = models.DateField()
    language = models.CharField(max_length=2)
    query = models.CharField(max_length=60)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-day", "-count", "query"]
        constraints = [
            models.UniqueConstraint(name="searchmiss_once_a_day", fields=["day", "language", "query"]),
        ]

    def __str__(self) -> str:
        return self.query
