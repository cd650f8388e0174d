"""What readers ask and tell the desk about an offer."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from job_offers.asking.vocabulary import SERIOUS, Outcome, Problem
from job_offers.models.offers import Offer
from pup_portal.fields import public_id


class OfferQuestion(models.Model):
    """About which offer somebody wants to be called. Written once, with the enquiry, which holds who asks."""

    enquiry = models.OneToOneField(
        "registration.Enquiry", models.CASCADE, primary_key=True, related_name="offer_question"
    )
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="questions")

    class Meta:
        verbose_name = _("question about an offer")
        verbose_name_plural = _("questions about offers")

    def __str__(self) -> str:
        return f"question {self.pk} about offer {self.offer_id}"


class ProblemReportQuerySet(models.QuerySet["ProblemReport"]):
    def waiting(self) -> Self:
        return self.filter(looked_at=None)


class ProblemReport(models.Model):
    """A reader says that an offer is not what it seems. Nobody is asked who they are.

    Written only by ``job_offers.asking.services``.
    """

    public_id = public_id()
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="problem_reports")
    problem = models.CharField(_("what is wrong"), max_length=12, choices=Problem)
    words = models.CharField(_("in the reader’s words"), max_length=300, blank=True)
    language = models.CharField(_("language of the page"), max_length=2, choices=settings.LANGUAGES)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True, editable=False)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    outcome = models.CharField(_("what came of it"), max_length=10, choices=Outcome, blank=True)

    objects = ProblemReportQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("report of a problem")
        verbose_name_plural = _("reports of problems")
        constraints = [
            models.CheckConstraint(
                name="problemreport_words_are_known",
                condition=Q(problem__in=list(Problem), outcome__in=["", *Outcome]),
            ),
            models.CheckConstraint(
                name="problemreport_other_is_said_in_words",
                condition=~Q(problem=Problem.OTHER) | ~Q(words=""),
                violation_error_message=_("Say in a few words what is wrong."),
            ),
            models.CheckConstraint(
                name="problemreport_is_looked_at_by_somebody",
                condition=Q(looked_at=None, looked_by=None, outcome="")
                | (Q(looked_at__isnull=False, looked_by__isnull=False) & ~Q(outcome="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["offer", "-sent_at"], name="problemreport_waiting", condition=Q(looked_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_problem_display()} ({self.public_id})"

    @property
    def is_serious(self) -> bool:
        return self.problem in SERIOUS
