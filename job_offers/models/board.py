"""What the public board reads: one narrow row for every live offer, however many offers are stored."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from job_offers.models.offers import Offer


class BoardEntry(models.Model):
    """A live offer as the board filters, counts and sorts it; the card's facts come from the offer.

    Kept in step by ``job_offers.board``: it appears when the offer is published and goes when it leaves.
    ``words`` holds lemmas and forms in Polish and Ukrainian, those of the title, the occupation and the place once more
    with a mark, and the trades of the offer. It is read through its index alone, so the database keeps it out of the rows
    (a column ``filler`` that Django does not know makes it do so, see migration 0020): 100,000 rows are 15 MB. Pay is brought to gross
    PLN a month of full time only to compare offers with each other, and is never shown. ``occupation_group`` is the
    sub-major group of KZiS. Every change moves ``job_offers_board_version`` (see ``job_offers.snapshot``).
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
    fits_childcare = models.BooleanField(default=False, db_default=False)
    covers_travel = models.BooleanField(default=False, db_default=False)
    is_near_transport = models.BooleanField(default=False, db_default=False)
    occupation_group = models.PositiveSmallIntegerField(null=True)
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
            models.Index(  # the board is read from the index alone, without touching the wide words
                fields=["valid_until"],
                include=[
                    *("published_at", "offer", "place", "contract", "shift", "polish_rank", "monthly_pay"),
                    *("has_lodging", "needs_no_experience", "fits_childcare", "covers_travel"),
                    *("is_near_transport", "occupation_group"),
                ],
                name="boardentry_snapshot",
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
