"""Where things are: gminas, and the sites where refugees live."""

from typing import Any, Self

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id
from reference.models.names import Named, NamedQuerySet

POSTAL_CODE = RegexValidator(r"\A\d{2}-\d{3}\Z", _("Enter a postal code like 25-501."))


def latitude(**options: Any) -> "models.DecimalField":
    return models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        **options,
    )


def longitude(**options: Any) -> "models.DecimalField":
    return models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        **options,
    )


class PlaceQuerySet(NamedQuerySet["Place"]):
    pass


@pghistory.track(append_only=True)
class Place(Named):
    """A gmina, keyed by the first six digits of TERC: the seventh changes when a village becomes a town."""

    class Kind(models.TextChoices):
        CITY = "city", _("city with county rights")
        GMINA = "gmina", _("gmina")

    public_id = public_id()
    terc = models.CharField(
        _("TERC, six digits"),
        max_length=6,
        unique=True,
        validators=[RegexValidator(r"\A\d{6}\Z", _("Enter the six digits of the TERC code."))],
        error_messages={"unique": _("A place with this TERC code exists already.")},
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.GMINA)
    latitude = latitude()
    longitude = longitude()

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["sort_pl", "pk"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                name="place_terc_is_six_digits",
                condition=Q(terc__regex=r"^\d{6}$"),
                violation_error_message=_("Enter the six digits of the TERC code."),
            ),
            models.CheckConstraint(
                name="place_has_a_name",
                condition=~Q(name_pl=""),
                violation_error_message=_("Enter the name in Polish."),
            ),
            models.CheckConstraint(
                name="place_is_on_the_globe",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Enter real coordinates."),
            ),
        ]


class AccommodationQuerySet(NamedQuerySet["Accommodation"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def for_list(self) -> Self:
        return self.select_related("place")


@pghistory.track(append_only=True)
class Accommodation(Named):
    """A site where refugees live: a hotel, a centre, a school."""

    class Kind(models.TextChoices):
        HOTEL = "hotel", _("hotel")
        CENTRE = "centre", _("centre or care home")
        SCHOOL = "school", _("school or boarding house")
        PRIVATE = "private", _("private lodgings")
        OTHER = "other", _("other")

    public_id = public_id()
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.HOTEL)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="accommodations", verbose_name=_("gmina")
    )
    address = models.CharField(_("street and number"), max_length=160, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=6, blank=True, validators=[POSTAL_CODE])
    town = models.CharField(_("town or village"), max_length=80, blank=True)
    latitude = latitude(null=True, blank=True)
    longitude = longitude(null=True, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = AccommodationQuerySet.as_manager()

    class Meta:
        ordering = ["sort_pl", "pk"]
        verbose_name = _("accommodation")
        verbose_name_plural = _("accommodations")
        constraints = [
            models.UniqueConstraint(
                name="accommodation_name_is_unique_in_a_place",
                fields=["place", "name_pl"],
                violation_error_message=_("This place has an accommodation of this name already."),
            ),
            models.CheckConstraint(
                name="accommodation_has_a_name",
                condition=~Q(name_pl=""),
                violation_error_message=_("Enter the name in Polish."),
            ),
            models.CheckConstraint(
                name="accommodation_has_both_coordinates_or_none",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("Enter both coordinates or neither."),
            ),
        ]

    @property
    def full_address(self) -> str:
        """One line as on an envelope; the town is the gmina's seat where none was given."""
        town = " ".join(filter(None, [self.postal_code, self.town or self.place.name_pl]))
        return ", ".join(filter(None, [self.address, town]))
