"""A link by which an employer answers for one offer, without an account."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from job_offers.confirming.vocabulary import Answer, Outcome
from job_offers.models.offers import Offer
from pup_portal.fields import public_id

if TYPE_CHECKING:
    from accounts.models import User


class EmployerLinkQuerySet(models.QuerySet["EmployerLink"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.SEE_OFFERS) else self.none()

    def answered(self) -> Self:
        return self.exclude(answered_at=None)

    def waiting(self) -> Self:
        """Answers that a person still has to look at."""
        return self.filter(outcome=Outcome.HELD, looked_at=None)

    def for_list(self) -> Self:
        return self.select_related("offer__employer", "looked_by").order_by("-answered_at", "-pk")


class EmployerLink(models.Model):
    """Opens one page for one offer, until ``expires_at`` or until it is answered. Only the hash of it is kept.

    Written only by ``job_offers.confirming.services``. ``made_by`` is nobody when the portal asked by itself.
    """

    public_id = public_id()
    offer = models.ForeignKey(
        Offer, models.CASCADE, related_name="employer_links", verbose_name=_("job offer")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    is_mailed = models.BooleanField(_("sent by e-mail"), default=False)
    expires_at = models.DateTimeField(_("works until"))

    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    posts = models.PositiveIntegerField(_("number of posts"), null=True, blank=True)
    note = models.CharField(_("in the employer’s words"), max_length=300, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=5, choices=Outcome, blank=True)
    held_because = models.CharField(max_length=500, blank=True)
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True, editable=False)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    objects = EmployerLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("link for an employer")
        verbose_name_plural = _("links for employers")
        constraints = [
            models.CheckConstraint(
                name="employerlink_works_for_a_while", condition=Q(expires_at__gt=F("made_at"))
            ),
            models.CheckConstraint(
                name="employerlink_answer_is_whole",
                condition=Q(answered_at=None, answer="", outcome="", posts=None, note="", held_because="")
                | Q(answered_at__isnull=False, answer__in=list(Answer), outcome__in=list(Outcome)),
            ),
            models.CheckConstraint(
                name="employerlink_posts_when_still_open",
                condition=Q(posts=None) | Q(answer=Answer.STILL, posts__gte=1),
            ),
            models.CheckConstraint(
                name="employerlink_looked_at_by_somebody",
                condition=Q(looked_at=None, looked_by=None)
                | Q(looked_at__isnull=False, looked_by__isnull=False, outcome=Outcome.HELD),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-answered_at", "-id"], name="employerlink_answered", condition=~Q(answered_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.public_id}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and timezone.now() < self.expires_at
