"""The access log: who saw, changed, printed or was refused which person's record. Only ever added to.

The rows of a month lie in a partition of their own; see migration 0004 and ``accounts.access_log``.
"""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, ClassVar, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act, Role
from pup_portal.append_only import AppendOnly

if TYPE_CHECKING:
    from accounts.models import User


class AccessKind(models.TextChoices):
    VIEW = "view", _("looked at the record")
    LIST = "list", _("saw on a list")
    SEARCH = "search", _("found by searching")
    REVEAL = "reveal", _("uncovered a hidden number")
    CHANGE = "change", _("edited the record")
    PRINT = "print", _("printed a paper")
    DOWNLOAD = "download", _("opened a file")
    EXPORT = "export", _("exported the data")
    MERGE = "merge", _("merged two records")
    ERASE = "erase", _("erased the data")
    DENIAL = "denial", _("was refused")


class AccessEntryQuerySet(models.QuerySet["AccessEntry"]):
    def visible_to(self, user: "User") -> Self:
        """The whole log for those who answer for it, one's own acts for everybody else."""
        return self if user.may(Act.SEE_ACCESS_LOG) else self.by(user)

    def by(self, user: "User") -> Self:
        return self.filter(actor_id=user.pk)

    def about(self, subject: models.Model) -> Self:
        return self.filter(subject_model=subject._meta.label_lower, subject_number=subject.pk)

    def between(self, first: date | None, last: date | None) -> Self:
        """Of these days, both included, by the office's clock. Only their partitions are read."""
        rows = self
        if first is not None:
            rows = rows.filter(at__gte=_midnight(first))
        if last is not None:
            rows = rows.filter(at__lt=_midnight(date.fromordinal(last.toordinal() + 1)))
        return rows

    def for_list(self) -> Self:
        """Newest first, with who it was."""
        return self.select_related("actor").order_by("-id")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(settings.TIME_ZONE))


class AccessEntry(AppendOnly):
    """One person's record seen once. Written only by ``accounts.access_log``, in one statement a page.

    A search that found nobody and an export of the log itself are rows without a subject.
    """

    added_columns: ClassVar = (
        "actor_id",
        "actor_role",
        "kind",
        "subject_model",
        "subject_number",
        "purpose",
        "page",
        "address",
        "request_id",
    )
    functions: ClassVar = (
        "access_log_add_month(date)",
        "access_log_drop_old()",
        "access_log_settled()",
    )

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("when"), editable=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        related_name="+",
    )
    actor_role = models.CharField(_("role at that time"), max_length=20, choices=Role, blank=True)
    kind = models.CharField(_("what"), max_length=10, choices=AccessKind)
    subject_model = models.CharField(_("kind of record"), max_length=100, blank=True)
    subject_number = models.BigIntegerField(_("number of the record"), null=True)
    purpose = models.CharField(_("purpose"), max_length=300, blank=True)
    page = models.CharField(_("page or command"), max_length=100, blank=True)
    address = models.GenericIPAddressField(_("network address"), null=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)

    objects = AccessEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("entry of the access log")
        verbose_name_plural = _("access log")
        constraints = [
            models.CheckConstraint(
                name="accessentry_kind_is_known",
                condition=Q(kind__in=list(AccessKind)),
            ),
            models.CheckConstraint(
                name="accessentry_subject_model_and_number_together",
                condition=Q(subject_model="", subject_number=None)
                | (~Q(subject_model="") & Q(subject_number__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["subject_number", "-id"], name="accessentry_by_subject"),
            models.Index(fields=["actor", "-id"], name="accessentry_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind}"


class AccessSeal(AppendOnly):
    """The fingerprint of the rows of one month with ids in (``after_id``, ``up_to_id``], chained to the one before."""

    added_columns: ClassVar = (
        "number",
        "month",
        "after_id",
        "up_to_id",
        "row_count",
        "rows_digest",
        "previous_hash",
        "hash",
        "is_keyed",
        "sealed_at",
    )

    id = models.BigAutoField(primary_key=True)
    number = models.BigIntegerField(unique=True)
    month = models.DateField(help_text="its first day, UTC")
    after_id = models.BigIntegerField()
    up_to_id = models.BigIntegerField()
    row_count = models.PositiveIntegerField()
    rows_digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    is_keyed = models.BooleanField()
    sealed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                name="accessseal_covers_a_range",
                condition=Q(up_to_id__gt=models.F("after_id"), row_count__gte=1, number__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class AccessAnchor(AppendOnly):
    """What is left of a month whose rows were dropped when their time was over: where the chain goes on.

    Written by the database itself, in the transaction that drops the rows.
    """

    id = models.BigAutoField(primary_key=True)
    month = models.DateField(unique=True)
    row_count = models.PositiveBigIntegerField()
    seal_number = models.BigIntegerField(null=True)
    seal_hash = models.CharField(max_length=64, blank=True)
    dropped_at = models.DateTimeField()

    class Meta:
        ordering = ["month"]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class AccessRetention(AppendOnly):
    """For how many months rows are kept: one row, which only the owner of the tables writes. No row: 24."""

    id = models.BigAutoField(primary_key=True)
    months = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="accessretention_is_one_row", condition=Q(id=1)),
            models.CheckConstraint(name="accessretention_is_months", condition=Q(months__gte=1)),
        ]

    def __str__(self) -> str:
        return str(self.months)
