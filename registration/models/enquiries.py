"""What people leave for the desk before anybody has taken them in."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from pup_portal.fields import public_id
from pup_portal.phones import phone_text, validate_phone
from pup_portal.tracking import remembered
from reference.models import Place
from registration.enquiries.numbers import spaced
from registration.enquiries.vocabulary import (
    STATE_TAGS,
    TRANSITIONS,
    ClosingReason,
    EnquiryKind,
    EnquiryState,
)
from registration.models.clients import Client
from registration.models.freezing import frozen_with_the_client
from registration.vocabulary import ContactLanguage

if TYPE_CHECKING:
    from accounts.models import User


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def visible_to(self, user: "User") -> Self:
        """Those who take people in see the inbox; of a restricted client only who answers for papers sees it."""
        if not user.may(Act.EDIT_CLIENTS):
            return self.none()
        return self if user.may(Act.SEE_PAPERS) else self.exclude(client__is_restricted=True)

    def waiting(self) -> Self:
        return self.filter(state=EnquiryState.NEW)

    def nobodys(self) -> Self:
        """Joined to no client: nobody's rights over a record would ever reach them."""
        return self.filter(client=None)

    def at(self, place: Place) -> Self:
        """Of people who stay in this gmina."""
        return self.filter(Q(place=place) | Q(accommodation__place=place))

    def for_list(self) -> Self:
        """Load all that a row of the inbox, or the page of one, shows."""
        return self.select_related("place", "accommodation__place", "client", "handled_by")


@remembered()
class Enquiry(models.Model):
    """Somebody's wish to be contacted, as typed. Written only by ``registration.enquiries.services``."""

    State = EnquiryState

    public_id = public_id()
    number = models.CharField(_("number to quote"), max_length=8, unique=True, editable=False)
    kind = models.CharField(
        _("kind"), max_length=12, choices=EnquiryKind, default=EnquiryKind.PRE_INTAKE, editable=False
    )
    state = models.CharField(_("state"), max_length=8, choices=EnquiryState, default=EnquiryState.NEW)

    surname = models.CharField(_("surname"), max_length=120, blank=True)
    given_names = models.CharField(_("given names"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True, validators=[validate_phone])
    language = models.CharField(
        _("language of contact"), max_length=2, choices=ContactLanguage, default=ContactLanguage.UKRAINIAN
    )
    place = models.ForeignKey(
        "reference.Place", models.PROTECT, null=True, blank=True, verbose_name=_("place of stay")
    )
    accommodation = models.ForeignKey(
        "reference.Accommodation",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("accommodation"),
    )
    stay = models.CharField(_("where the person lives, in their words"), max_length=160, blank=True)
    looks_for = models.TextField(_("what the person looks for"), max_length=1000, blank=True)

    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    handled_at = models.DateTimeField(null=True, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    closing_reason = models.CharField(_("why it is closed"), max_length=12, choices=ClosingReason, blank=True)
    client = models.ForeignKey(
        Client,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enquiries",
        verbose_name=_("client"),
        db_index=False,  # the index below holds those that have one
    )
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        triggers = [frozen_with_the_client("enquiry_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="enquiry_words_are_known",
                condition=Q(state__in=list(EnquiryState), kind__in=list(EnquiryKind))
                & Q(closing_reason__in=["", *ClosingReason]),
            ),
            models.CheckConstraint(
                name="enquiry_number_is_eight_digits", condition=Q(number__regex=r"^[0-9]{8}$")
            ),
            models.CheckConstraint(
                name="enquiry_is_of_somebody",
                condition=Q(erased_at__isnull=False) | ~Q(surname=""),
                violation_error_message=_("Enter the surname."),
            ),
            models.CheckConstraint(
                name="enquiry_can_be_answered",
                condition=Q(erased_at__isnull=False)
                | ~Q(phone="")
                | ~Q(stay="")
                | Q(accommodation__isnull=False),
                violation_error_message=_("Give a phone, or say where you live, so that we can reach you."),
            ),
            models.CheckConstraint(
                name="enquiry_phone_is_e164",
                condition=Q(phone="") | Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"),
                violation_error_message=_("Enter the phone with its country code, for example +48 or +380."),
            ),
            models.CheckConstraint(
                name="enquiry_has_a_client_when_taken",
                condition=Q(state=EnquiryState.TAKEN, client__isnull=False)
                | (~Q(state=EnquiryState.TAKEN) & Q(client=None)),
            ),
            models.CheckConstraint(
                name="enquiry_has_a_reason_when_closed",
                condition=(Q(state=EnquiryState.CLOSED) & ~Q(closing_reason=""))
                | (~Q(state=EnquiryState.CLOSED) & Q(closing_reason="")),
            ),
            models.CheckConstraint(
                name="enquiry_is_handled_by_somebody",
                condition=Q(handled_at=None, handled_by=None, state__in=[EnquiryState.NEW, EnquiryState.SPAM])
                | Q(handled_at__isnull=False, handled_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-id"], name="enquiry_by_state"),
            models.Index(fields=["client"], name="enquiry_by_client", condition=Q(client__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("inbox:enquiry-detail", args=[self.public_id])

    @property
    def name(self) -> str:
        return f"{self.given_names} {self.surname}".strip() or str(_("erased"))

    @property
    def number_text(self) -> str:
        """The number as it is read aloud."""
        return spaced(self.number)

    @property
    def phone_text(self) -> str:
        return phone_text(self.phone)

    @property
    def whereabouts(self) -> str:
        """Where the person can be found: the site, what they wrote, the gmina."""
        site = self.accommodation.name if self.accommodation else ""
        place = self.place or (self.accommodation.place if self.accommodation else None)
        return ", ".join(filter(None, [site, self.stay, place.name if place else ""]))

    @property
    def state_tag(self) -> str:
        """The colour of the state on pages."""
        return STATE_TAGS[EnquiryState(self.state)]

    @property
    def is_waiting(self) -> bool:
        return self.state == EnquiryState.NEW

    def may_become(self, state: EnquiryState) -> bool:
        return state in TRANSITIONS[EnquiryState(self.state)]
