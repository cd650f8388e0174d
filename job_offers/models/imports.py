"""Imports of the national offer feed: what was uploaded, how far it got, and what came of each offer."""

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Act
from pup_portal.background import OwedWork, OwedWorkQuerySet
from pup_portal.fields import public_id

if TYPE_CHECKING:
    from accounts.models import User


class FeedImportQuerySet(OwedWorkQuerySet["FeedImport"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.EDIT_OFFERS) else self.none()

    def for_list(self) -> Self:
        return self.select_related("uploaded_by", "service_call")


class FeedImport(OwedWork):
    """One feed file taken over. Counts are stored with the offers they count, so a killed import goes on
    from ``position`` and still counts right. The file is deleted when the import is done."""

    task: ClassVar[str] = "job_offers.tasks.import_feed"
    lease_for: ClassVar[timedelta] = timedelta(minutes=5)

    public_id = public_id()
    file = models.FileField(_("file"), upload_to="feed/", blank=True)
    original_name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveIntegerField(_("read"), default=0)
    created = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    gone = models.PositiveIntegerField(_("gone"), default=0)
    refused = models.PositiveIntegerField(pgettext_lazy("offers", "refused"), default=0)
    noted = models.PositiveIntegerField(_("to look at"), default=0)
    units = models.JSONField(default=list, help_text="codes of the labour offices whose offers were read")
    is_damaged = models.BooleanField(default=False)
    gone_held = models.BooleanField(
        default=False, help_text="so many offers are missing that a person must confirm"
    )
    refusal = models.CharField(max_length=300, blank=True, help_text="message id: why nothing was read")

    objects = FeedImportQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwedWork.Meta):
        abstract = False
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("import of offers")
        verbose_name_plural = _("imports of offers")

    def __str__(self) -> str:
        return f"{self.original_name} {self.uploaded_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("job_offers:import-detail", args=[self.public_id])


class FeedFinding(models.Model):
    """An offer that was refused, a damaged place, or something in an accepted offer to look at."""

    class Kind(models.TextChoices):
        REFUSED = "refused", pgettext_lazy("offers", "refused")
        DAMAGE = "damage", _("damaged")
        NOTE = "note", _("to look at")

    feed_import = models.ForeignKey(FeedImport, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=8, choices=Kind)
    file = models.CharField(max_length=200, blank=True)
    place = models.PositiveIntegerField()
    source_id = models.CharField(max_length=64, blank=True)
    title = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=200, help_text="message id")
    value = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["kind", "pk"]
        indexes = [models.Index(fields=["feed_import", "kind", "id"], name="feedfinding_by_kind")]
        constraints = [
            models.CheckConstraint(name="feedfinding_has_a_reason", condition=~models.Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.reason


class FeedChange(models.Model):
    """An offer that an import made, changed or took away. What was changed, the history of the offer tells.

    ``version`` is the one the import left the offer in.
    """

    class Kind(models.TextChoices):
        NEW = "new", pgettext_lazy("offers", "new")
        CHANGED = "changed", pgettext_lazy("offers", "changed")
        GONE = "gone", pgettext_lazy("offers", "gone")

    feed_import = models.ForeignKey(FeedImport, models.CASCADE, related_name="changes", db_index=False)
    offer = models.ForeignKey("job_offers.Offer", models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=7, choices=Kind)
    version = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["feed_import", "kind", "id"], name="feedchange_by_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.offer_id}"
