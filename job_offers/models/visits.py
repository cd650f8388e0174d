"""What field agents do: visits at employers', and the days on which they call them."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Act
from job_offers.models.employers import Employer, Workplace
from job_offers.models.offers import Offer
from pup_portal.fields import public_id
from pup_portal.tracking import remembered

if TYPE_CHECKING:
    from accounts.models import User


def _staff(label: Any = None, **options: Any) -> Any:
    """Who did or does it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=label, **options
    )


class FieldVisitQuerySet(models.QuerySet["FieldVisit"]):
    def visible_to(self, user: "User") -> Self:
        """The visits ``user`` may see. Every page starts here."""
        return self if user.may(Act.SEE_OFFERS) else self.none()

    def planned(self) -> Self:
        return self.filter(state=FieldVisit.State.PLANNED)

    def held(self) -> Self:
        return self.filter(state=FieldVisit.State.HELD)

    def route(self, agent: "User", day: date) -> Self:
        """The planned visits of a day in the agent's own order."""
        return self.planned().filter(agent=agent, day=day).order_by("place_in_route", "pk")

    def for_list(self) -> Self:
        return self.select_related("employer__place", "workplace__place", "agent")


@remembered(exclude=["place_in_route"])
class FieldVisit(models.Model):
    """A field agent at an employer's: planned for a day, then held or cancelled. Written only by ``job_offers.visits``.

    Photos of handwritten notes hang on the row through ``documents``. What a visit told about the employer
    (willingness) stays with the visit; the employer's record holds the latest.
    """

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("visit", "planned")
        HELD = "held", pgettext_lazy("visit", "held")
        CANCELLED = "cancelled", pgettext_lazy("visit", "cancelled")

    public_id = public_id()
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="visits", verbose_name=_("employer"))
    workplace = models.ForeignKey(
        Workplace, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("workplace")
    )
    agent = _staff(_("field agent"))
    day = models.DateField(_("day"))
    place_in_route = models.PositiveSmallIntegerField(default=0, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED, editable=False)
    notes = models.TextField(_("notes of the visit"), max_length=4000, blank=True)
    willing_to_employ_ukrainians = models.BooleanField(_("wants to employ Ukrainians"), null=True, blank=True)
    offers_expected = models.PositiveSmallIntegerField(_("offers expected"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = _staff(editable=False)
    recorded_at = models.DateTimeField(null=True, blank=True, editable=False)
    recorded_by = _staff(null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_by = _staff(null=True, blank=True, editable=False)
    cancel_reason = models.CharField(_("why it is cancelled"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = FieldVisitQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("field visit")
        verbose_name_plural = _("field visits")
        constraints = [
            models.CheckConstraint(
                name="fieldvisit_held_is_recorded",
                condition=(Q(state="held", recorded_at__isnull=False, recorded_by__isnull=False))
                | (~Q(state="held") & Q(recorded_at=None, recorded_by=None)),
            ),
            models.CheckConstraint(
                name="fieldvisit_cancelled_at_by_and_why_together",
                condition=(
                    Q(state="cancelled", cancelled_at__isnull=False, cancelled_by__isnull=False)
                    & ~Q(cancel_reason="")
                )
                | (~Q(state="cancelled") & Q(cancelled_at=None, cancelled_by=None, cancel_reason="")),
                violation_error_message=_("Say why the visit is cancelled."),
            ),
            models.CheckConstraint(
                name="fieldvisit_tells_only_what_was_said",
                condition=Q(state="held") | Q(willing_to_employ_ukrainians=None, offers_expected=None),
            ),
        ]
        indexes = [
            models.Index(fields=["agent", "day"], name="fieldvisit_by_agent_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.employer}, {date_format(self.day, 'SHORT_DATE_FORMAT')}"

    def get_absolute_url(self) -> str:
        return reverse("visits:visit-detail", args=[self.public_id])

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD


# What may become of a visit; docs/states.md is drawn from it.
VISIT_TRANSITIONS: dict[FieldVisit.State, frozenset[FieldVisit.State]] = {
    FieldVisit.State.PLANNED: frozenset({FieldVisit.State.HELD, FieldVisit.State.CANCELLED}),
    FieldVisit.State.HELD: frozenset(),
    FieldVisit.State.CANCELLED: frozenset(),
}


class CallBackQuerySet(models.QuerySet["CallBack"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.SEE_OFFERS) else self.none()

    def open(self) -> Self:
        return self.filter(done_at=None)

    def due(self, day: date) -> Self:
        """Those that should have been made by ``day``."""
        return self.open().filter(due_on__lte=day)

    def for_list(self) -> Self:
        """What a line of the list shows, with the person to ask for."""
        return self.select_related("employer__place", "offer", "agent").prefetch_related("employer__contacts")


@remembered()
class CallBack(models.Model):
    """A day on which an agent calls an employer, about offers in general or about one. Written only by ``job_offers.visits``.

    An agent owes an employer one open call for each offer, and one without an offer. A call that reached nobody is
    done as such, and a new one is owed.
    """

    class Outcome(models.TextChoices):
        REACHED = "reached", _("reached")
        NOT_REACHED = "not_reached", _("not reached, to be called again")
        DECLINED = "declined", _("no longer wants")

    public_id = public_id()
    employer = models.ForeignKey(
        Employer, models.PROTECT, related_name="call_backs", verbose_name=_("employer")
    )
    offer = models.ForeignKey(
        Offer, models.PROTECT, null=True, blank=True, related_name="call_backs", verbose_name=_("job offer")
    )
    agent = _staff(_("who calls"))
    due_on = models.DateField(_("call on"))
    about = models.CharField(_("what about"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = _staff(null=True, blank=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    said = models.CharField(_("what was said"), max_length=300, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, editable=False)
    done_by = _staff(null=True, blank=True, editable=False)

    objects = CallBackQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("call to an employer")
        verbose_name_plural = _("calls to employers")
        constraints = [
            models.CheckConstraint(
                name="callback_done_at_by_and_outcome_together",
                condition=Q(done_at=None, done_by=None, outcome="", said="")
                | (
                    Q(done_at__isnull=False, done_by__isnull=False)
                    & Q(outcome__in=("reached", "not_reached", "declined"))
                ),
            ),
            models.UniqueConstraint(
                name="callback_is_open_once",
                fields=["agent", "employer", "offer"],
                condition=Q(done_at=None),
                nulls_distinct=False,
            ),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="callback_open_by_day", condition=Q(done_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.employer}, {date_format(self.due_on, 'SHORT_DATE_FORMAT')}"

    @property
    def is_open(self) -> bool:
        return self.done_at is None
