"""Who offers work, and where."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Act
from pup_portal.fields import SortKeyField, public_id, sort_key
from pup_portal.tracking import remembered_pairs
from reference.validators import validate_nip, validate_phone, validate_regon

if TYPE_CHECKING:
    from accounts.models import User


class EmployerQuerySet(models.QuerySet["Employer"]):
    def visible_to(self, user: "User") -> Self:
        """The employers ``user`` may see. Every page and export of the desk starts here."""
        return self if user.may(Act.SEE_OFFERS) else self.none()

    def matching(self, text: str) -> Self:
        """Employers whose name holds the words of ``text`` or whose NIP or REGON begins with it."""
        digits = "".join(letter for letter in text if letter.isdigit())
        found = Q(name_key__contains=sort_key(text))
        if digits:
            found |= Q(nip__startswith=digits) | Q(regon__startswith=digits)
        return self.filter(found)

    def for_list(self) -> Self:
        open_states = ("draft", "ready", "published", "unconfirmed")
        return (
            self.select_related("place")
            .annotate(open_offers=models.Count("offers", filter=Q(offers__state__in=open_states)))
            .order_by("name_key", "pk")
        )  # counting drops the model's own order

    def for_detail(self) -> Self:
        return self.select_related(
            "place", "consent_to_publish_by", "consent_to_translate_by"
        ).prefetch_related(
            "languages_at_work", "workplaces__place", "workplaces__signs", "contacts__languages"
        )


class Employer(models.Model):  # type: ignore[django-manager-missing]  # modeltranslation wraps Offer’s
    """A firm or a person who employs. Written only by ``job_offers.services``.

    Both consents say who of the employer's people gave them, who of ours heard it, and when.
    """

    public_id = public_id()
    name = models.CharField(pgettext_lazy("employer", "name"), max_length=200)
    name_key = SortKeyField(of=("name",), db_index=True)
    nip = models.CharField(_("NIP"), max_length=10, blank=True, validators=[validate_nip])
    regon = models.CharField(_("REGON"), max_length=14, blank=True, validators=[validate_regon])
    phone = models.CharField(_("phone"), max_length=16, blank=True, validators=[validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)
    street_address = models.CharField(_("street and number, postal code"), max_length=200, blank=True)
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("town or gmina"),
    )
    willing_to_employ_ukrainians = models.BooleanField(_("wants to employ Ukrainians"), null=True, blank=True)
    languages_at_work = models.ManyToManyField(
        "reference.Term", blank=True, related_name="+", verbose_name=_("languages spoken at work")
    )
    consent_to_publish_at = models.DateTimeField(null=True, blank=True)
    consent_to_publish_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    consent_to_publish_said_by = models.CharField(
        _("who agreed to publish the employer’s name"), max_length=120, blank=True
    )
    consent_to_translate_at = models.DateTimeField(null=True, blank=True)
    consent_to_translate_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    consent_to_translate_said_by = models.CharField(
        _("who agreed to translate the offers"), max_length=120, blank=True
    )
    notes = models.TextField(_("notes of the desk"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name_key", "pk"]
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        constraints = [
            models.CheckConstraint(
                name="employer_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Enter the name of the employer."),
            ),
            models.UniqueConstraint(
                name="employer_nip_is_unique",
                fields=["nip"],
                condition=~Q(nip=""),
                violation_error_message=_("An employer with this NIP exists already."),
            ),
            models.CheckConstraint(
                name="employer_consent_to_publish_is_whole",
                condition=Q(
                    consent_to_publish_at=None, consent_to_publish_by=None, consent_to_publish_said_by=""
                )
                | (
                    Q(consent_to_publish_at__isnull=False, consent_to_publish_by__isnull=False)
                    & ~Q(consent_to_publish_said_by="")
                ),
                violation_error_message=_("Say who agreed to publish the employer’s name."),
            ),
            models.CheckConstraint(
                name="employer_consent_to_translate_is_whole",
                condition=Q(
                    consent_to_translate_at=None,
                    consent_to_translate_by=None,
                    consent_to_translate_said_by="",
                )
                | (
                    Q(consent_to_translate_at__isnull=False, consent_to_translate_by__isnull=False)
                    & ~Q(consent_to_translate_said_by="")
                ),
                violation_error_message=_("Say who agreed to translate the offers."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("job_offers:employer-detail", args=[self.public_id])

    @property
    def is_public_identity(self) -> bool:
        """Whether the name may stand on the public board."""
        return self.consent_to_publish_at is not None

    @property
    def may_be_translated(self) -> bool:
        return self.consent_to_translate_at is not None


@remembered_pairs
class EmployerLanguage(Employer.languages_at_work.through):  # type: ignore[name-defined]
    """A language spoken at an employer's."""

    class Meta:
        proxy = True


class Workplace(models.Model):
    """A site of an employer: where the work is done. (Where refugees live is an ``Accommodation``.)"""

    public_id = public_id()
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="workplaces")
    name = models.CharField(_("name of the site"), max_length=120)
    place = models.ForeignKey(
        "reference.Place", models.PROTECT, related_name="+", verbose_name=_("town or gmina")
    )
    street_address = models.CharField(_("street and number, postal code"), max_length=200, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("workplace")
        verbose_name_plural = _("workplaces")
        constraints = [
            models.UniqueConstraint(
                name="workplace_name_is_unique_at_employer",
                fields=["employer", "name"],
                violation_error_message=_("This employer has a workplace with this name already."),
            ),
            models.CheckConstraint(
                name="workplace_coordinates_are_on_earth",
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_("Enter both coordinates in degrees, or neither."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
