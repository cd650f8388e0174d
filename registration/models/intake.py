"""What a person tells the desk when taken in: one row of single answers, and the lists beside it.

Every table hangs on the client, is left as it is while the use of the data is restricted, and remembers what
stood in it before.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.tracking import remembered
from pup_portal.two_languages import TwoLanguages, paragraphs
from registration.intake.vocabulary import (
    AnsweredNone,
    DisabilityDegree,
    HealthBasis,
    MaritalStatus,
    Purpose,
    SpouseStatus,
    WantedTime,
)
from registration.models.clients import Client
from registration.models.freezing import frozen_with_the_client


class Answered(TwoLanguages):
    """A row of an intake: how often it was saved, when and by whom last."""

    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        abstract = True


def yes_no(label: Any) -> "models.BooleanField":
    """A question that may not have been asked yet."""
    return models.BooleanField(label, null=True, blank=True)


@remembered()
class Intake(Answered):
    """The single answers of a person. Opened with the first of them; written only by ``registration.intake.services``."""

    pairs: ClassVar[dict[str, Any]] = {
        "health_limits": _("limits of health at work"),
        "wishes": _("other wishes about work"),
    }

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="intake")
    purpose = models.CharField(_("what the person comes for"), max_length=12, choices=Purpose, blank=True)

    # Asked for by the regulation of 12.11.2012 (Dz.U. 2012 poz. 1299) only, so on the day of such a set.
    birth_surname = models.CharField(_("family name at birth"), max_length=120, blank=True)
    father_name = models.CharField(_("father’s first name"), max_length=120, blank=True)
    mother_name = models.CharField(_("mother’s first name"), max_length=120, blank=True)
    registered_address = models.CharField(
        _("address of registered stay (zameldowanie)"), max_length=200, blank=True
    )

    delivery_address = models.CharField(_("address for letters"), max_length=200, blank=True)

    marital_status = models.CharField(_("marital status"), max_length=10, choices=MaritalStatus, blank=True)
    spouse_status = models.CharField(_("the spouse is"), max_length=12, choices=SpouseStatus, blank=True)
    dependent_children = models.PositiveSmallIntegerField(
        _("number of dependent children"), null=True, blank=True, validators=[MaxValueValidator(20)]
    )
    is_lone_parent = yes_no(_("brings up children alone"))
    has_large_family_card = yes_no(_("has a Large Family Card"))
    is_carer = yes_no(_("cares for a person with a disability"))

    disability_degree = models.CharField(
        _("degree of disability"), max_length=10, choices=DisabilityDegree, blank=True
    )
    disability_until = models.DateField(_("decision on disability valid until"), null=True, blank=True)
    health_basis = models.CharField(
        _("paper that says what work is harmful"), max_length=14, choices=HealthBasis, blank=True
    )
    health_limits_uk = paragraphs(_("limits of health at work"), "uk", 500)
    health_limits_pl = paragraphs(_("limits of health at work"), "pl", 500)

    # Codes of terms: ``reference.Term`` never changes them.
    contract_kinds = ArrayField(
        models.CharField(max_length=40), verbose_name=_("kinds of contract wanted"), default=list, blank=True
    )
    shifts = ArrayField(
        models.CharField(max_length=40), verbose_name=_("shifts wanted"), default=list, blank=True
    )
    working_time = models.CharField(_("working time wanted"), max_length=4, choices=WantedTime, blank=True)
    weekly_hours = models.PositiveSmallIntegerField(
        _("hours a week at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(80)],
    )
    distance_km = models.PositiveSmallIntegerField(
        _("distance to work at most, km"), null=True, blank=True, validators=[MaxValueValidator(1000)]
    )
    may_start_on = models.DateField(_("may start on"), null=True, blank=True)
    needs_lodging = yes_no(_("needs lodging"))
    needs_transport = yes_no(_("needs transport to work"))
    needs_childcare = yes_no(_("needs childcare"))
    wishes_uk = paragraphs(_("other wishes about work"), "uk", 1000)
    wishes_pl = paragraphs(_("other wishes about work"), "pl", 1000)

    answered_none = ArrayField(
        models.CharField(max_length=12, choices=AnsweredNone),
        verbose_name=_("lists with nothing to put on them"),
        default=list,
        blank=True,
    )

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("Intake")
        triggers = [frozen_with_the_client("intake_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="intake_purpose_is_known",
                condition=Q(purpose="") | Q(purpose__in=list(Purpose)),
            ),
            models.CheckConstraint(
                name="intake_spouse_of_a_married_person",
                condition=Q(spouse_status="") | Q(marital_status__in=["married", "separated"]),
                violation_error_message=_(
                    "Only a married person has a spouse: clear the answer about the spouse."
                ),
            ),
            models.CheckConstraint(
                name="intake_health_limits_have_a_basis",
                condition=~Q(health_basis="") | Q(health_limits_uk="", health_limits_pl=""),
                violation_error_message=_(
                    "Health may be written down only with the paper that says so: choose it."
                ),
            ),
            models.CheckConstraint(
                name="intake_disability_ends_with_a_degree",
                condition=Q(disability_until=None) | Q(disability_degree__in=["light", "moderate", "severe"]),
                violation_error_message=_("Choose the degree of the decision, or clear its day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client}"


@remembered()
class HiddenQuestion(models.Model):
    """A section or question that this office does not ask: no data is taken down "for later"."""

    code = models.CharField(_("question"), max_length=60, unique=True)
    hidden_at = models.DateTimeField(default=timezone.now, editable=False)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("question that is not asked")
        verbose_name_plural = _("questions that are not asked")

    def __str__(self) -> str:
        return self.code
