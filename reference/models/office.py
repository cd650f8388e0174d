"""The office itself: what every page, paper and statement says about it."""

from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pup_portal.phones import phone_text, validate_phone
from reference.models.names import in_language
from reference.models.places import POSTAL_CODE, latitude, longitude
from reference.validators import validate_nip, validate_regon


class SpokenLanguage(models.TextChoices):
    POLISH = "pl", _("Polish")
    UKRAINIAN = "uk", _("Ukrainian")
    RUSSIAN = "ru", _("Russian")
    ENGLISH = "en", _("English")
    BELARUSIAN = "be", _("Belarusian")
    POLISH_SIGN = "pjm", _("Polish Sign Language")


class OfficeProfileManager(models.Manager["OfficeProfile"]):
    def current(self) -> "OfficeProfile":
        """The profile of this installation; an unsaved one with the defaults before anybody filled it."""
        return self.first() or OfficeProfile()


def _phone(label: Any) -> "models.CharField":
    return models.CharField(label, max_length=16, blank=True, validators=[validate_phone])


@pghistory.track(append_only=True)
class OfficeProfile(models.Model):
    """One row. Columns that end in a language code are the same text in that language."""

    class AccessibilityStatus(models.TextChoices):
        FULL = "full", _("compliant")
        PARTIAL = "partial", _("partially compliant")
        NONE = "none", _("not compliant")

    class AccessibilityMethod(models.TextChoices):
        SELF = "self", _("self-assessment of the office")
        AUDIT = "audit", _("audit by another body")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)

    name_pl = models.CharField(_("name in Polish"), max_length=160, default="Powiatowy Urząd Pracy")
    name_uk = models.CharField(_("name in Ukrainian"), max_length=160, default="Повітове управління праці")
    name_en = models.CharField(_("name in English"), max_length=160, default="County Labour Office")
    short_name = models.CharField(_("short name"), max_length=40, default="PUP")
    street_address = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=6, blank=True, validators=[POSTAL_CODE])
    city = models.CharField(_("town"), max_length=80, blank=True)
    latitude = latitude(null=True, blank=True)
    longitude = longitude(null=True, blank=True)
    phone = _phone(_("phone of the office"))
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    nip = models.CharField(_("NIP"), max_length=10, blank=True, validators=[validate_nip])
    regon = models.CharField(_("REGON"), max_length=14, blank=True, validators=[validate_regon])
    logo = models.FileField(_("logo"), upload_to="office/", blank=True)
    opening_hours_pl = models.TextField(_("opening hours in Polish"), blank=True)
    opening_hours_uk = models.TextField(_("opening hours in Ukrainian"), blank=True)
    opening_hours_en = models.TextField(_("opening hours in English"), blank=True)

    hotline_phone = _phone(_("hotline for refugees"))
    hotline_hours_pl = models.CharField(_("hotline hours in Polish"), max_length=160, blank=True)
    hotline_hours_uk = models.CharField(_("hotline hours in Ukrainian"), max_length=160, blank=True)
    hotline_hours_en = models.CharField(_("hotline hours in English"), max_length=160, blank=True)
    spoken_languages = ArrayField(
        models.CharField(max_length=3, choices=SpokenLanguage),
        verbose_name=_("languages spoken at the desk"),
        default=list,
        blank=True,
    )

    needs_second_person = models.BooleanField(
        _("two people look at each translation"),
        default=False,
        help_text=_("Who wrote any sentence of a translation may not approve it; somebody else does."),
    )

    controller_name = models.CharField(_("controller of personal data"), max_length=200, blank=True)
    inspector_name = models.CharField(_("data protection officer"), max_length=120, blank=True)
    inspector_email = models.EmailField(_("e-mail of the data protection officer"), blank=True)
    inspector_phone = _phone(_("phone of the data protection officer"))
    privacy_pl = models.TextField(_("privacy page in Polish"), blank=True)
    privacy_uk = models.TextField(_("privacy page in Ukrainian"), blank=True)
    privacy_en = models.TextField(_("privacy page in English"), blank=True)

    accessibility_status = models.CharField(
        _("compliance with the act"),
        max_length=10,
        choices=AccessibilityStatus,
        default=AccessibilityStatus.PARTIAL,
    )
    accessibility_published_on = models.DateField(_("site published on"), null=True, blank=True)
    accessibility_updated_on = models.DateField(_("last large change of the site"), null=True, blank=True)
    accessibility_prepared_on = models.DateField(_("statement prepared on"), null=True, blank=True)
    accessibility_reviewed_on = models.DateField(_("statement last reviewed on"), null=True, blank=True)
    accessibility_method = models.CharField(
        _("basis of the statement"),
        max_length=10,
        choices=AccessibilityMethod,
        default=AccessibilityMethod.SELF,
    )
    accessibility_auditor = models.CharField(_("who made the audit"), max_length=160, blank=True)
    accessibility_contact = models.CharField(
        _("contact person for accessibility"), max_length=120, blank=True
    )
    accessibility_email = models.EmailField(_("e-mail for accessibility"), blank=True)
    accessibility_phone = _phone(_("phone for accessibility"))
    inaccessible_pl = models.TextField(_("parts that are not accessible, in Polish"), blank=True)
    inaccessible_uk = models.TextField(_("parts that are not accessible, in Ukrainian"), blank=True)
    inaccessible_en = models.TextField(_("parts that are not accessible, in English"), blank=True)
    exclusions_pl = models.TextField(_("parts the act excludes, in Polish"), blank=True)
    exclusions_uk = models.TextField(_("parts the act excludes, in Ukrainian"), blank=True)
    exclusions_en = models.TextField(_("parts the act excludes, in English"), blank=True)
    architecture_pl = models.TextField(_("access to the building, in Polish"), blank=True)
    architecture_uk = models.TextField(_("access to the building, in Ukrainian"), blank=True)
    architecture_en = models.TextField(_("access to the building, in English"), blank=True)

    objects = OfficeProfileManager()

    class Meta:
        verbose_name = _("office profile")
        verbose_name_plural = _("office profile")
        constraints = [
            models.CheckConstraint(name="officeprofile_is_one_row", condition=Q(id=1)),
            models.CheckConstraint(
                name="officeprofile_has_names",
                condition=~(Q(name_pl="") | Q(name_uk="") | Q(name_en="") | Q(short_name="")),
                violation_error_message=_("Enter the name of the office in every language."),
            ),
            models.CheckConstraint(
                name="officeprofile_has_both_coordinates_or_none",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("Enter both coordinates or neither."),
            ),
            models.CheckConstraint(
                name="officeprofile_statement_is_reviewed_after_it_is_prepared",
                condition=Q(accessibility_reviewed_on=None)
                | Q(accessibility_reviewed_on__gte=F("accessibility_prepared_on")),
                violation_error_message=_("A statement is reviewed after it is prepared."),
            ),
            models.CheckConstraint(
                name="officeprofile_audit_names_its_auditor",
                condition=~Q(accessibility_method="audit", accessibility_auditor=""),
                violation_error_message=_("Say who made the audit."),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def name(self) -> str:
        return in_language(self, "name")

    @property
    def hotline_hours(self) -> str:
        return in_language(self, "hotline_hours")

    @property
    def opening_hours(self) -> str:
        return in_language(self, "opening_hours")

    @property
    def postal_town(self) -> str:
        return f"{self.postal_code} {self.city}".strip()

    @property
    def address(self) -> str:
        """One line as on an envelope."""
        return ", ".join(filter(None, [self.street_address, self.postal_town]))

    @property
    def hotline_text(self) -> str:
        """The hotline's number as people read it; ``hotline_phone`` is for ``tel:`` links."""
        return phone_text(self.hotline_phone)

    @property
    def phone_text(self) -> str:
        return phone_text(self.phone)

    @property
    def inspector_text(self) -> str:
        return phone_text(self.inspector_phone)

    @property
    def statement_email(self) -> str:
        """Where accessibility requests go."""
        return self.accessibility_email or self.email

    @property
    def statement_phone(self) -> str:
        return self.accessibility_phone or self.phone

    @property
    def statement_phone_text(self) -> str:
        return phone_text(self.statement_phone)

    @property
    def languages(self) -> list[str]:
        """Names of the languages spoken at the desk."""
        return [str(SpokenLanguage(code).label) for code in self.spoken_languages]
