"""Contacts between a person and the office, who looks after the person, and the days that follow from rules."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from pup_portal.background import OwedWork
from pup_portal.fields import public_id
from pup_portal.tracking import remembered
from registration.models.clients import Client
from registration.models.freezing import frozen_with_the_client
from registration.rhythm.vocabulary import BegunBy, ContactMeans

if TYPE_CHECKING:
    from accounts.models import User


def _signed(**options: Any) -> Any:
    """Who did it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, **options
    )


class ContactQuerySet(models.QuerySet["Contact"]):
    def counted(self) -> Self:
        """Those that keep the rhythm: the person was reached, and the entry was no mistake."""
        return self.filter(was_reached=True, voided_at=None)

    def for_list(self) -> Self:
        """Latest first, with all that a row of a list shows."""
        return self.select_related("recorded_by", "voided_by").order_by("-happened_on", "-pk")


@remembered()
class Contact(models.Model):
    """One contact, or one attempt at it, on one day. A mistaken entry stays and is marked as such."""

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="contacts", db_index=False)
    happened_on = models.DateField(_("day of the contact"))
    means = models.CharField(_("way of contact"), max_length=10, choices=ContactMeans)
    begun_by = models.CharField(_("who began it"), max_length=6, choices=BegunBy)
    was_reached = models.BooleanField(_("the person was reached"), default=True)
    outcome = models.CharField(_("outcome in short"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = _signed()
    void_reason = models.CharField(_("why the entry is a mistake"), max_length=300, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True, editable=False)
    voided_by = _signed(null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.CheckConstraint(name="contact_means_is_known", condition=Q(means__in=list(ContactMeans))),
            models.CheckConstraint(name="contact_begun_by_is_known", condition=Q(begun_by__in=list(BegunBy))),
            models.CheckConstraint(
                name="contact_is_void_by_somebody_for_a_reason",
                condition=Q(voided_at=None, voided_by=None, void_reason="")
                | (Q(voided_at__isnull=False, voided_by__isnull=False) & ~Q(void_reason="")),
                violation_error_message=_("Say why the entry is a mistake."),
            ),
        ]
        triggers = [frozen_with_the_client("contact_is_frozen_while_restricted")]
        indexes = [models.Index(fields=["client", "-happened_on"], name="contact_by_client_and_day")]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.happened_on}"


@remembered()
class Care(models.Model):
    """Who looks after the person, and whether an individual action plan holds. Written by staff only."""

    client = models.OneToOneField(Client, on_delete=models.PROTECT, related_name="care")
    looked_after_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who looks after the person"),
    )
    plan_starts_on = models.DateField(_("individual action plan from"), null=True, blank=True)
    plan_ends_on = models.DateField(_("individual action plan until"), null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = _signed()

    class Meta:
        verbose_name = _("care for the person")
        verbose_name_plural = _("care for the person")
        constraints = [
            models.CheckConstraint(
                name="care_plan_ends_after_it_starts",
                condition=Q(plan_ends_on=None)
                | Q(plan_starts_on__isnull=False, plan_ends_on__gte=F("plan_starts_on")),
                violation_error_message=_("A plan must begin, and end no earlier than it begins."),
            ),
        ]
        triggers = [frozen_with_the_client("care_is_frozen_while_restricted")]

    def __str__(self) -> str:
        return f"{self.client_id}"

    def has_plan_on(self, day: date) -> bool:
        starts, ends = self.plan_starts_on, self.plan_ends_on
        return starts is not None and starts <= day and (ends is None or day <= ends)


class DeadlinesQuerySet(models.QuerySet["Deadlines"]):
    def visible_to(self, user: "User") -> Self:
        """For who answers for papers; the data of a restricted person is only kept, not worked with."""
        return self.filter(client__is_restricted=False) if user.may(Act.SEE_PAPERS) else self.none()

    def to_contact(self, *, until: date | None = None) -> Self:
        """Who must be in contact with the office, by ``until`` or at all; the most overdue first."""
        rows = self.filter(contact_on__isnull=False).order_by("contact_on", "client_id")
        return rows.filter(contact_on__lte=until) if until else rows

    def overdue(self, today: date) -> Self:
        return self.filter(contact_on__lt=today)

    def without_pesel(self) -> Self:
        return self.filter(no_pesel_since__isnull=False).order_by("no_pesel_since", "client_id")

    def with_document_until(self, day: date) -> Self:
        """Whose identity document has expired or does so by ``day``."""
        return self.filter(document_on__lte=day).order_by("document_on", "client_id")

    def with_status_until(self, day: date) -> Self:
        return self.filter(status_end_on__lte=day).order_by("status_end_on", "client_id")

    def for_list(self) -> Self:
        """Load all that a row of a worklist shows, in one query."""
        return self.select_related("client__place", "client__accommodation", "looked_after_by")


class Deadlines(models.Model):
    """The days that follow from a person's record and the dated rules; kept true by ``registration.rhythm.deadlines``.

    Nothing here is anybody's word: every column but ``no_pesel_since`` can be computed again.
    """

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="deadlines")
    # A copy of what ``Care`` says, so that the list of one colleague is read from one index.
    looked_after_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    # Likewise of the record: most people of a large place have nothing due, and its list is still short.
    place = models.ForeignKey(
        "reference.Place", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    contact_on = models.DateField(_("contact by"), null=True, blank=True)
    last_contact_on = models.DateField(_("last contact"), null=True, blank=True)
    status_end_on = models.DateField(_("last day of the status"), null=True, blank=True)
    no_pesel_since = models.DateField(_("without PESEL since"), null=True, blank=True)
    pesel_on = models.DateField(_("apply for PESEL by"), null=True, blank=True)
    document_on = models.DateField(_("document valid until"), null=True, blank=True)

    objects = DeadlinesQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadlines of a person")
        verbose_name_plural = _("deadlines of people")
        constraints = [
            models.CheckConstraint(
                name="deadlines_pesel_only_without_one",
                condition=Q(pesel_on=None) | Q(no_pesel_since__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["contact_on", "client"],
                name="deadlines_contact",
                condition=Q(contact_on__isnull=False),
            ),
            models.Index(
                fields=["looked_after_by", "contact_on", "client"],
                name="deadlines_contact_of",
                condition=Q(contact_on__isnull=False),
            ),
            models.Index(
                fields=["place", "contact_on", "client"],
                name="deadlines_contact_at",
                condition=Q(contact_on__isnull=False),
            ),
            models.Index(
                fields=["no_pesel_since", "client"],
                name="deadlines_no_pesel",
                condition=Q(no_pesel_since__isnull=False),
            ),
            models.Index(
                fields=["document_on", "client"],
                name="deadlines_document",
                condition=Q(document_on__isnull=False),
            ),
            models.Index(
                fields=["status_end_on", "client"],
                name="deadlines_status",
                condition=Q(status_end_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.contact_on}"


class DeadlineRecount(OwedWork):
    """The days of everybody are to be computed again, because a dated rule has changed."""

    task: ClassVar[str] = "registration.tasks.recount_deadlines"
    lease_for = timedelta(minutes=15)

    done_up_to = models.BigIntegerField(default=0, editable=False)

    class Meta(OwedWork.Meta):
        verbose_name = _("recount of deadlines")
        verbose_name_plural = _("recounts of deadlines")

    def __str__(self) -> str:
        return f"{self.done_up_to}"
