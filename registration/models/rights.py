"""What people ask of the office about their data, what stands in the way, and when it is due to go."""

import uuid
from datetime import date, datetime, timedelta
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
from registration.vocabulary import RIGHTS_OPEN, RIGHTS_TAGS, RIGHTS_TRANSITIONS, Right, RightsState

if TYPE_CHECKING:
    from accounts.models import User


def _signed(**options: Any) -> Any:
    """Who did it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, **options
    )


class RightsRequestQuerySet(models.QuerySet["RightsRequest"]):
    def visible_to(self, user: "User") -> Self:
        """Those who answer for papers see them all: of an erased person only that it was done is left."""
        return self if user.may(Act.SEE_PAPERS) else self.none()

    def open(self) -> Self:
        return self.filter(state__in=RIGHTS_OPEN)

    def waiting(self) -> Self:
        return self.filter(state=RightsState.ASKED)

    def for_list(self) -> Self:
        """Newest first, with all that a row of a list shows."""
        return self.select_related("client", "asked_by", "decided_by", "work").order_by("-pk")


@remembered()
class RightsRequest(models.Model):
    """One request about one person's data: asked by one member of staff, decided by another."""

    State = RightsState

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="rights_requests")
    right = models.CharField(_("what is asked for"), max_length=10, choices=Right)
    state = models.CharField(_("state"), max_length=10, choices=RightsState, default=RightsState.ASKED)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    rule = models.CharField(_("retention rule"), max_length=60, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = _signed(null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_by = _signed(null=True, blank=True)

    objects = RightsRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("request about a person's data")
        verbose_name_plural = _("requests about a person's data")
        constraints = [
            models.CheckConstraint(name="rightsrequest_right_is_known", condition=Q(right__in=list(Right))),
            models.CheckConstraint(
                name="rightsrequest_state_is_known", condition=Q(state__in=list(RightsState))
            ),
            models.CheckConstraint(
                name="rightsrequest_asked_by_staff_or_rule",
                condition=Q(asked_by__isnull=False, rule="") | (Q(asked_by=None) & ~Q(rule="")),
            ),
            models.CheckConstraint(
                name="rightsrequest_decided_at_and_by_when_decided",
                condition=Q(state="asked", decided_at=None, decided_by=None)
                | (~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="rightsrequest_is_decided_by_another",
                condition=Q(state__in=["asked", "withdrawn"])
                | Q(asked_by=None)
                | ~Q(decided_by=F("asked_by")),
                violation_error_message=_("Whoever asked cannot decide. Another manager has to."),
            ),
            models.UniqueConstraint(
                name="rightsrequest_is_open_once",
                fields=["client", "right"],
                condition=Q(state__in=list(RIGHTS_OPEN)),
                violation_error_message=_("The same is asked for already."),
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"], name="rightsrequest_by_state")]

    def __str__(self) -> str:
        return f"{self.right} {self.client_id}"

    def may_become(self, state: RightsState) -> bool:
        return state in RIGHTS_TRANSITIONS[RightsState(self.state)]

    @property
    def state_tag(self) -> str:
        """The colour of the state on pages."""
        return RIGHTS_TAGS[RightsState(self.state)]

    @property
    def file_until(self) -> datetime | None:
        """Until when the copy can be fetched; ``None`` when there is none, or no longer."""
        work = getattr(self, "work", None)
        return work.expires_at if work is not None and work.has_file else None

    @property
    def is_waiting(self) -> bool:
        return self.state == RightsState.ASKED

    @property
    def is_erasure(self) -> bool:
        return self.right == Right.ERASE


class RightsWork(OwedWork):
    """The doing of one approved request. Of an export it keeps the file until it expires."""

    task: ClassVar[str] = "registration.tasks.do_right"
    lease_for = timedelta(minutes=15)

    request = models.OneToOneField(RightsRequest, on_delete=models.PROTECT, related_name="work")
    storage_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), max_length=200, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta(OwedWork.Meta):
        verbose_name = _("export or erasure of a person's data")
        verbose_name_plural = _("exports and erasures of a person's data")
        constraints = [
            *OwedWork.Meta.constraints,
            models.CheckConstraint(
                name="rightswork_file_expires",
                condition=Q(file="") | Q(expires_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}"

    @property
    def has_file(self) -> bool:
        """Whether there is something to fetch, and still time for it."""
        return bool(self.file) and self.expires_at is not None and self.expires_at > timezone.now()


@remembered()
class Restriction(models.Model):
    """One time during which a person's data was only kept (GDPR art. 18): from when to when, and why."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="restrictions")
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    set_at = models.DateTimeField(default=timezone.now, editable=False)
    set_by = _signed()
    lift_reason = models.CharField(_("why it is lifted"), max_length=500, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True, editable=False)
    lifted_by = _signed(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("restriction")
        verbose_name_plural = _("restrictions")
        constraints = [
            models.UniqueConstraint(
                name="restriction_is_one_at_a_time", fields=["client"], condition=Q(lifted_at=None)
            ),
            models.CheckConstraint(
                name="restriction_lifted_at_and_by_together",
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.set_at:%Y-%m-%d}"


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(holds_until=None) | Q(holds_until__gte=day), lifted_at=None)


@remembered()
class LegalHold(models.Model):
    """Why a person's data must not be erased, by whose word and until when."""

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="legal_holds")
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    source = models.CharField(_("legal basis"), max_length=300, blank=True)
    holds_until = models.DateField(_("holds until"), null=True, blank=True)
    placed_at = models.DateTimeField(default=timezone.now, editable=False)
    placed_by = _signed()
    lifted_at = models.DateTimeField(null=True, blank=True, editable=False)
    lifted_by = _signed(null=True, blank=True)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        constraints = [
            models.CheckConstraint(
                name="legalhold_lifted_at_and_by_together",
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.placed_at:%Y-%m-%d}"


class RetentionNotice(models.Model):
    """Announces that a record falls due. Nothing is erased that a manager has not seen here first."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="retention_notice")
    rule = models.CharField(_("retention rule"), max_length=60)
    falls_due_on = models.DateField(_("falls due on"))
    announced_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True, editable=False)
    seen_by = _signed(null=True, blank=True)

    class Meta:
        ordering = ["falls_due_on", "pk"]
        verbose_name = _("notice of retention")
        verbose_name_plural = _("notices of retention")
        constraints = [
            models.CheckConstraint(
                name="retentionnotice_seen_at_and_by_together",
                condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False, seen_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["falls_due_on"], name="retentionnotice_by_day")]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.falls_due_on}"


class RevealNote(models.Model):
    """Words added to the reason for uncovering a number. The access log names the note and holds no words."""

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="reveal_notes")
    words = models.CharField(_("in a few words"), max_length=200)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = _signed()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("note on uncovering a number")
        verbose_name_plural = _("notes on uncovering numbers")
        constraints = [models.CheckConstraint(name="revealnote_has_words", condition=~Q(words=""))]

    def __str__(self) -> str:
        return str(self.public_id)
