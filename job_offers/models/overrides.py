"""What a person let through before publication, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from job_offers.models.offers import Offer


class Override(models.Model):
    """A soft finding passed over with a reason. Written only by ``job_offers.services.overriding``.

    It holds for exactly what was found then (``digest``): when those words change, the finding stands again.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="overrides")
    check_code = models.CharField(_("check"), max_length=40)
    digest = models.CharField(max_length=32, editable=False)
    found = models.CharField(_("what was found"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("check passed over")
        verbose_name_plural = _("checks passed over")
        constraints = [
            models.UniqueConstraint(name="override_once_for_what_was_found", fields=["offer", "digest"]),
            models.CheckConstraint(
                name="override_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why this does not stand against the offer."),
            ),
        ]

    def __str__(self) -> str:
        return self.check_code
