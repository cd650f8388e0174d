"""Calls of the official service of the national database: owed, counted, and what came of each."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from job_offers.models.imports import FeedImport
from pup_portal.background import OwedWork, OwedWorkQuerySet


class FeedCallQuerySet(OwedWorkQuerySet["FeedCall"]):
    def for_list(self) -> "FeedCallQuerySet":
        return self.select_related("feed_import")


class FeedCall(OwedWork):
    """One call, made once at most: a worker that dies in it leaves it *interrupted*, and another call is owed.

    ``number`` counts the calls of one evening and is written before anything is sent; the database lets no
    evening have more than the service allows.
    """

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("The offers came and are being taken over.")
        NO_DATA = (
            "no_data",
            _(
                "The service has no offers of this office. Nothing was changed; look on ePraca whether that is so."
            ),
        )
        UNAVAILABLE = "unavailable", _("The service says that it is not available now.")
        LIMIT = (
            "limit",
            _("The service says that it was asked too often. Does another program use the same name?"),
        )
        UNAUTHORISED = (
            "unauthorised",
            _(
                "The service does not know the office: the partner’s name or the address of the server is wrong."
            ),
        )
        UNKNOWN = "unknown", _("The service answered with a status that its manual does not name.")
        UNREACHABLE = "unreachable", _("The service did not answer, or its answer broke off.")
        HTTP_ERROR = "http_error", _("The service answered with an error of its own.")
        ELSEWHERE = "elsewhere", _("The service wants to be asked at another address. That was not done.")
        DAMAGED = "damaged", _("What came is no whole answer of the service. Nothing was changed.")
        NOT_LISTED = (
            "not_listed",
            _("The address of the service does not stand in OUTBOUND_HOSTS, so it was not asked."),
        )
        INTERRUPTED = "interrupted", _("The portal was stopped in the middle of the call.")
        MISSED = "missed", _("The hours of the service (17:00 to 7:00) were over before it could be asked.")
        SPENT = "spent", _("The twenty calls of this evening were used up, so the service was not asked.")

    task: ClassVar[str] = "job_offers.tasks.call_feed_service"
    lease_for: ClassVar[timedelta] = timedelta(minutes=10)

    evening = models.DateField(_("evening"), help_text="the day on which its window opened")
    criterion = models.CharField(_("whose offers"), max_length=5, help_text="a code of FEED_UNITS")
    try_number = models.PositiveSmallIntegerField(default=1)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=12, choices=Outcome, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    feed_import = models.OneToOneField(
        FeedImport, models.PROTECT, null=True, blank=True, related_name="service_call"
    )

    objects = FeedCallQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwedWork.Meta):
        abstract = False
        ordering = ["-run_after", "-pk"]
        verbose_name = _("call of the offer service")
        verbose_name_plural = _("calls of the offer service")
        constraints = [
            *OwedWork.Meta.constraints,
            models.UniqueConstraint(
                name="feedcall_is_owed_once", fields=["evening", "criterion", "try_number"]
            ),
            models.UniqueConstraint(name="feedcall_is_counted_once", fields=["evening", "number"]),
            models.CheckConstraint(
                name="feedcall_is_within_the_limit",
                condition=models.Q(number=None) | models.Q(number__range=(1, 20)),
            ),
            models.CheckConstraint(
                name="feedcall_is_counted_when_made",
                condition=models.Q(number=None, called_at=None)
                | models.Q(number__isnull=False, called_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.evening} ({self.try_number})"
