"""Outreach meetings, and who came to them."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from meetings.vocabulary import STATE_TAGS, MeetingKind, MeetingLanguage, MeetingState
from pup_portal.fields import public_id
from pup_portal.tracking import remembered
from registration.models.freezing import frozen_with_the_client

if TYPE_CHECKING:
    from accounts.models import User
    from registration.models import Client


def ukrainian_and_polish() -> list[str]:
    return [MeetingLanguage.UKRAINIAN.value, MeetingLanguage.POLISH.value]


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, user: "User") -> Self:
        """The meetings ``user`` may see on the desk."""
        return self if user.may(Act.SEE_MEETINGS) else self.none()

    def on(self, day: date) -> Self:
        """Meetings that begin on ``day``, called-off ones left out."""
        midnight = timezone.make_aware(datetime.combine(day, time.min))
        rows = self.filter(starts_at__gte=midnight, starts_at__lt=midnight + timedelta(days=1))
        return rows.exclude(state=MeetingState.CANCELLED).order_by("starts_at", "pk")

    def not_over(self) -> Self:
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")

    def over(self) -> Self:
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at", "-pk")

    def ever_announced(self) -> Self:
        return self.filter(announced_at__isnull=False)

    def public(self) -> Self:
        """What anybody may read: announced meetings, and called-off ones until their time is past."""
        shown = [MeetingState.ANNOUNCED, MeetingState.HELD, MeetingState.CANCELLED]
        return self.ever_announced().filter(state__in=shown).not_over()

    def with_people(self) -> Self:
        """Annotate how many people are on the list (``listed``) and how many came (``present``)."""
        return self.annotate(
            listed=Count("attendances"),
            present=Count("attendances", filter=Q(attendances__is_present=True)),
        )

    def for_list(self) -> Self:
        """Load all that a row of a list, public or at the desk, shows."""
        return self.select_related("place", "accommodation__place", "lead")


MeetingManager = models.Manager.from_queryset(MeetingQuerySet)


class Meeting(models.Model):
    """One meeting with refugees or with local authorities. Written only by ``meetings.services``.

    The title, description, venue and reason of calling off exist in Polish and in Ukrainian.
    """

    Kind = MeetingKind
    State = MeetingState

    public_id = public_id()
    kind = models.CharField(_("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.REFUGEES)
    state = models.CharField(_("state"), max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(_("description"), max_length=4000, blank=True)
    place = models.ForeignKey(
        "reference.Place", on_delete=models.PROTECT, related_name="+", verbose_name=_("place")
    )
    accommodation = models.ForeignKey(
        "reference.Accommodation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accommodation"),
    )
    venue = models.CharField(_("venue"), max_length=160, blank=True)
    street_address = models.CharField(_("address"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    languages = ArrayField(
        models.CharField(max_length=2, choices=MeetingLanguage),
        verbose_name=_("languages spoken"),
        default=ukrainian_and_polish,
    )
    capacity = models.PositiveSmallIntegerField(_("number of places"), null=True, blank=True)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("led by")
    )
    outcome = models.TextField(_("what came of it"), max_length=4000, blank=True)

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    announced_at = models.DateTimeField(null=True, blank=True)
    announced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    held_at = models.DateTimeField(null=True, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    cancel_reason = models.CharField(_("why it is called off"), max_length=300, blank=True)

    if TYPE_CHECKING:  # columns that modeltranslation adds
        title_pl: str
        title_uk: str | None
        description_pl: str | None
        description_uk: str | None
        venue_pl: str | None
        venue_uk: str | None
        cancel_reason_pl: str | None
        cancel_reason_uk: str | None
        objects: ClassVar[MeetingManager]
    else:
        objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        indexes = [
            models.Index(fields=["ends_at"], name="meeting_by_end"),
            models.Index(fields=["starts_at"], name="meeting_by_start"),
        ]
        constraints = [
            models.CheckConstraint(name="meeting_state_is_known", condition=Q(state__in=list(MeetingState))),
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("A meeting must end after it starts."),
            ),
            models.CheckConstraint(
                name="meeting_is_somewhere",
                condition=Q(accommodation__isnull=False) | ~Q(venue_pl="") | ~Q(street_address=""),
                violation_error_message=_(
                    "Say where the meeting is: an accommodation, a venue or an address."
                ),
            ),
            models.CheckConstraint(
                name="meeting_has_places",
                condition=Q(capacity=None) | Q(capacity__gt=0),
                violation_error_message=_("A meeting has at least one place."),
            ),
            models.CheckConstraint(
                name="meeting_has_a_polish_title",
                condition=~Q(title_pl=""),
                violation_error_message=_("Enter the title in Polish."),
            ),
            models.CheckConstraint(
                name="meeting_is_announced_in_both_languages",
                condition=Q(announced_at=None)
                | (
                    ~(Q(title_uk=None) | Q(title_uk="") | Q(description_pl=None) | Q(description_pl=""))
                    & ~(Q(description_uk=None) | Q(description_uk=""))
                ),
                violation_error_message=_(
                    "An announced meeting has its title and description in both languages."
                ),
            ),
            models.CheckConstraint(
                name="meeting_announced_at_and_by_together",
                condition=Q(announced_at=None, announced_by=None)
                | Q(announced_at__isnull=False, announced_by__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_announced_before_it_is_held",
                condition=Q(state__in=["planned", "cancelled"]) | Q(announced_at__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_held_at_and_by_when_held",
                condition=Q(state__in=["held", "closed"], held_at__isnull=False, held_by__isnull=False)
                | (~Q(state__in=["held", "closed"]) & Q(held_at=None, held_by=None)),
            ),
            models.CheckConstraint(
                name="meeting_closed_at_and_by_when_closed",
                condition=Q(state="closed", closed_at__isnull=False, closed_by__isnull=False)
                | (~Q(state="closed") & Q(closed_at=None, closed_by=None)),
            ),
            models.CheckConstraint(
                name="meeting_cancelled_at_and_by_when_cancelled",
                condition=Q(state="cancelled", cancelled_at__isnull=False, cancelled_by__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at=None, cancelled_by=None)),
            ),
            models.CheckConstraint(
                name="meeting_public_calling_off_has_reasons",
                condition=~Q(state="cancelled", announced_at__isnull=False)
                | ~(
                    Q(cancel_reason_pl=None)
                    | Q(cancel_reason_pl="")
                    | Q(cancel_reason_uk=None)
                    | Q(cancel_reason_uk="")
                ),
                violation_error_message=_("Say in both languages why the meeting is called off."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting-detail", args=[self.public_id])

    @property
    def state_tag(self) -> str:
        """The colour of the state on pages."""
        return STATE_TAGS[MeetingState(self.state)]

    @property
    def is_over(self) -> bool:
        return self.ends_at < timezone.now()

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it now; the same rule as ``MeetingQuerySet.public``."""
        return self.announced_at is not None and self.state != MeetingState.CLOSED and not self.is_over

    @property
    def where(self) -> str:
        """One line: the venue or accommodation, then the address, then the place."""
        site = self.accommodation
        parts = [self.venue, site.name if site else "", self.street_address or (site.address if site else "")]
        return ", ".join([part for part in [*parts, self.place.name] if part])

    @property
    def language_names(self) -> list[str]:
        return [str(MeetingLanguage(code).label) for code in self.languages]


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def of(self, meeting: Meeting) -> Self:
        return self.filter(meeting=meeting)

    def visible_to(self, user: "User") -> Self:
        """Lines of people whose records ``user`` may see; those known by name only belong to the list."""
        if not user.may(Act.SEE_MEETINGS):
            return self.none()
        return self if user.may(Act.SEE_PAPERS) else self.exclude(client__is_restricted=True)

    def for_list(self) -> Self:
        return self.select_related("client", "signed_up_by")


@remembered()
class Attendance(models.Model):
    """One person at one meeting: a client of the desk, or somebody known only by what they said."""

    public_id = public_id()
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    client = models.ForeignKey(
        "registration.Client", on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    name_as_said = models.CharField(_("name as said"), max_length=160, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    is_present = models.BooleanField(_("present"), default=False)
    notes = models.CharField(_("notes"), max_length=500, blank=True)
    signed_up_at = models.DateTimeField(default=timezone.now, editable=False)
    signed_up_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        triggers = [frozen_with_the_client("attendance_is_frozen_while_restricted")]
        constraints = [
            models.UniqueConstraint(
                name="attendance_once_per_client",
                fields=["meeting", "client"],
                violation_error_message=_("This client is on the list of this meeting already."),
            ),
            models.CheckConstraint(
                name="attendance_is_of_somebody",
                condition=Q(client__isnull=False) | ~Q(name_as_said=""),
                violation_error_message=_("Choose a client or write the name as said."),
            ),
            models.CheckConstraint(
                name="attendance_phone_is_e164",
                condition=Q(phone="") | Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"),
                violation_error_message=_("Enter the phone with its country code, for example +48 or +380."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> "Client | Attendance":
        """Whose data a look at this line is a look at: the client's, or those written here."""
        return self.client or self

    @property
    def name(self) -> str:
        return self.client.name if self.client else self.name_as_said
