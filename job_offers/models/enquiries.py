"""An offer as an employer left it, before anybody at the desk has read it."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Act
from job_offers.models.offers import Offer
from job_offers.self_service.vocabulary import (
    STATE_TAGS,
    TRANSITIONS,
    ClosedBecause,
    EnquiryState,
)
from pup_portal.fields import public_id
from pup_portal.phones import phone_text, validate_phone
from reference.validators import validate_nip
from registration.enquiries.numbers import spaced

if TYPE_CHECKING:
    from accounts.models import User


class EmployerEnquiryQuerySet(models.QuerySet["EmployerEnquiry"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.EDIT_OFFERS) else self.none()

    def waiting(self) -> Self:
        return self.filter(state=EnquiryState.NEW)

    def for_list(self) -> Self:
        return self.select_related("place", "offer", "handled_by")


class EmployerEnquiry(models.Model):
    """What an employer typed on the public page. Written only by ``job_offers.self_service.services``.

    Pay is gross PLN per ``pay_unit``. ``erased_at``: whom to call is forgotten, that somebody asked is not.
    """

    State = EnquiryState

    public_id = public_id()
    number = models.CharField(_("number to quote"), max_length=8, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=EnquiryState, default=EnquiryState.NEW)

    employer_name = models.CharField(pgettext_lazy("employer", "name"), max_length=200, blank=True)
    nip = models.CharField(_("NIP"), max_length=10, blank=True, validators=[validate_nip])
    contact_name = models.CharField(_("whom to ask for"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True, validators=[validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)

    title = models.CharField(_("position"), max_length=200)
    posts = models.PositiveIntegerField(_("number of posts"), default=1)
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place of work"),
    )
    description = models.TextField(_("what the work is"), max_length=3000, blank=True)
    pay_from = models.DecimalField(_("pay from"), max_digits=9, decimal_places=2, null=True, blank=True)
    pay_to = models.DecimalField(_("pay to"), max_digits=9, decimal_places=2, null=True, blank=True)
    pay_unit = models.CharField(_("pay for"), max_length=5, choices=Offer.PayUnit, blank=True)
    has_lodging = models.BooleanField(_("lodging"), default=False)
    agrees_to_publish = models.BooleanField(_("the employer’s name may be published"), default=False)
    agrees_to_translate = models.BooleanField(_("the employer agrees to a Ukrainian version"), default=False)
    language = models.CharField(_("language of the page"), max_length=2, choices=settings.LANGUAGES)

    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    handled_at = models.DateTimeField(null=True, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    closed_because = models.CharField(_("why it is closed"), max_length=12, choices=ClosedBecause, blank=True)
    offer = models.OneToOneField(
        Offer, models.PROTECT, null=True, blank=True, related_name="enquiry", verbose_name=_("job offer")
    )
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EmployerEnquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("offer left by an employer")
        verbose_name_plural = _("offers left by employers")
        constraints = [
            models.CheckConstraint(
                name="employerenquiry_words_are_known",
                condition=Q(state__in=list(EnquiryState), closed_because__in=["", *ClosedBecause]),
            ),
            models.CheckConstraint(
                name="employerenquiry_number_is_eight_digits", condition=Q(number__regex=r"^[0-9]{8}$")
            ),
            models.CheckConstraint(
                name="employerenquiry_says_who_and_what",
                condition=~Q(title="") & (Q(erased_at__isnull=False) | (~Q(employer_name="") & ~Q(phone=""))),
                violation_error_message=_("Give the name of the employer, a phone and the position."),
            ),
            models.CheckConstraint(
                name="employerenquiry_phone_is_e164",
                condition=Q(phone="") | Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"),
                violation_error_message=_("Enter the phone with its country code, for example +48 or +380."),
            ),
            models.CheckConstraint(
                name="employerenquiry_has_posts",
                condition=Q(posts__gte=1),
                violation_error_message=_("An offer has at least one post."),
            ),
            models.CheckConstraint(
                name="employerenquiry_pay_makes_sense",
                condition=(Q(pay_from=None) | Q(pay_from__gt=0))
                & (Q(pay_to=None) | Q(pay_to__gt=0))
                & (Q(pay_from=None) | Q(pay_to=None) | Q(pay_from__lte=F("pay_to")))
                & (Q(pay_from=None, pay_to=None) | ~Q(pay_unit="")),
                violation_error_message=_(
                    "Say the pay from–to, and whether it is for a month or for an hour."
                ),
            ),
            models.CheckConstraint(
                name="employerenquiry_has_an_offer_when_taken",
                condition=Q(state=EnquiryState.TAKEN, offer__isnull=False)
                | (~Q(state=EnquiryState.TAKEN) & Q(offer=None)),
            ),
            models.CheckConstraint(
                name="employerenquiry_has_a_reason_when_closed",
                condition=(Q(state=EnquiryState.CLOSED) & ~Q(closed_because=""))
                | (~Q(state=EnquiryState.CLOSED) & Q(closed_because="")),
            ),
            models.CheckConstraint(
                name="employerenquiry_is_handled_by_somebody",
                condition=Q(handled_at=None, handled_by=None, state__in=[EnquiryState.NEW, EnquiryState.SPAM])
                | Q(handled_at__isnull=False, handled_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"], name="employerenquiry_by_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("job_offers:employer-enquiry", args=[self.public_id])

    @property
    def number_text(self) -> str:
        """The number as it is read aloud."""
        return spaced(self.number)

    @property
    def phone_text(self) -> str:
        return phone_text(self.phone)

    @property
    def state_tag(self) -> str:
        """The colour of the state on pages."""
        return STATE_TAGS[EnquiryState(self.state)]

    @property
    def is_waiting(self) -> bool:
        return self.state == EnquiryState.NEW

    def may_become(self, state: EnquiryState) -> bool:
        return state in TRANSITIONS[EnquiryState(self.state)]
