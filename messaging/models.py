"""What is to be told to somebody outside, and what came of each attempt."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.background import OwedWork
from pup_portal.fields import public_id


class Channel(models.TextChoices):
    EMAIL = "email", _("e-mail")


class Message(OwedWork):
    """One message to one address, written out when it was owed. Knows neither users nor clients.

    The text and the address are personal data: they are never logged and never shown among failed work.
    """

    task = "messaging.tasks.deliver_message"
    lease_for = timedelta(minutes=2)

    public_id = public_id()
    key = models.CharField(_("key"), max_length=200, unique=True)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, default=Channel.EMAIL)
    to_address = models.EmailField(_("address"))
    reply_to = models.EmailField(_("address for answers"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))
    forgets_text = models.BooleanField(_("forget the text once it is sent"), default=False, db_default=False)
    stop_address = models.URLField(
        _("address that stops such letters"), max_length=400, blank=True, db_default=""
    )
    receipt = models.CharField(_("receipt"), max_length=250, blank=True)

    class Meta(OwedWork.Meta):
        ordering = ["-owed_at", "-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            *OwedWork.Meta.constraints,
            models.CheckConstraint(
                name="message_key_fits_a_header",
                condition=Q(key__regex=r"^[a-z0-9][a-z0-9._-]*$"),
                violation_error_message=_("The key of a message has only small letters, digits and .-_"),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Delivery(models.Model):
    """One attempt to hand a message over, and what the other side said. Rows are only added."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        POSTPONED = "postponed", _("to be tried again")
        REFUSED = "refused", _("refused")

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    attempted_at = models.DateTimeField(default=timezone.now, editable=False)
    outcome = models.CharField(max_length=10, choices=Outcome)
    code = models.PositiveSmallIntegerField(_("code of the mail server"), null=True, blank=True)

    class Meta:
        ordering = ["attempted_at", "pk"]
        verbose_name = _("attempt of delivery")
        verbose_name_plural = _("attempts of delivery")
        constraints = [
            models.CheckConstraint(
                name="delivery_outcome_is_known",
                condition=Q(outcome__in=["accepted", "postponed", "refused"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message_id}: {self.outcome}"
