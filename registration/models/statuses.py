"""The steps of a person's status."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.tracking import remembered
from registration.models.clients import Client
from registration.vocabulary import ClientState


class StateChangeQuerySet(models.QuerySet["StateChange"]):
    def standing(self) -> Self:
        """Without those that were entered by mistake and taken back."""
        return self.filter(taken_back_at=None)


@remembered()
class StateChange(models.Model):
    """One step in a client's status, with its day and reason: the source of certificates and reports.

    A step entered by mistake stays, marked as taken back, by whom and why.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="state_changes")
    from_state = models.CharField(max_length=24, choices=ClientState, blank=True)
    to_state = models.CharField(max_length=24, choices=ClientState)
    effective_on = models.DateField(_("from the day"))
    reason_term = models.ForeignKey(
        "reference.Term",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reason from the list"),
    )
    reason = models.CharField(_("reason in words"), max_length=300, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_reason = models.CharField(
        _("why it is taken back"), max_length=300, blank=True, default="", db_default=""
    )
    taken_back_at = models.DateTimeField(null=True, blank=True, editable=False)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )

    objects = StateChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="statechange_goes_somewhere", condition=~Q(from_state=models.F("to_state"))
            ),
            models.CheckConstraint(
                name="statechange_taken_back_at_and_by_together",
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_state} → {self.to_state}"
