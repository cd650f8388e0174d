"""Occupations of the national classification (KZiS), and loads of the official list."""

from typing import Self

import pghistory
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id, sort_key
from reference.models.names import Named, NamedQuerySet


class OccupationQuerySet(NamedQuerySet["Occupation"]):
    def active(self) -> Self:
        """What may be chosen today; older editions stay for the records that name them."""
        return self.filter(is_active=True)

    def found_by(self, words: str) -> Self:
        """Rows whose code starts with ``words``, or whose Polish or Ukrainian name holds every word."""
        found = self
        for word in words.split():
            if key := sort_key(word).strip():
                named = Q(sort_pl__contains=key) | Q(sort_uk__contains=key)
                found = found.filter(named | Q(code__startswith=word))
        return found


@pghistory.track(append_only=True)
class Occupation(Named):
    """One occupation of one edition: names change between editions while codes stay."""

    public_id = public_id()
    code = models.CharField(
        _("code"),
        max_length=6,
        validators=[RegexValidator(r"\A\d{6}\Z", _("Enter the six digits of the code."))],
    )
    edition = models.CharField(_("edition"), max_length=20)
    is_active = models.BooleanField(_("offered for choice"), default=True)

    objects = OccupationQuerySet.as_manager()

    class Meta:
        ordering = ["sort_pl", "pk"]
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        constraints = [
            models.UniqueConstraint(
                name="occupation_code_is_unique_in_an_edition",
                fields=["code", "edition"],
                violation_error_message=_("This edition has an occupation of this code already."),
            ),
            models.UniqueConstraint(
                name="occupation_is_offered_in_one_edition",
                fields=["code"],
                condition=Q(is_active=True),
                violation_error_message=_("Another edition of this occupation is offered for choice."),
            ),
            models.CheckConstraint(
                name="occupation_code_is_six_digits",
                condition=Q(code__regex=r"^\d{6}$"),
                violation_error_message=_("Enter the six digits of the code."),
            ),
            models.CheckConstraint(
                name="occupation_has_a_name",
                condition=~Q(name_pl=""),
                violation_error_message=_("Enter the name in Polish."),
            ),
        ]


class OccupationImport(models.Model):
    """An uploaded list of occupations that waits for the administrator's yes."""

    public_id = public_id()
    edition = models.CharField(_("edition"), max_length=20)
    file = models.FileField(_("file"), upload_to="occupation-imports/")
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("load of occupations")
        verbose_name_plural = _("loads of occupations")
        constraints = [
            models.CheckConstraint(
                name="occupationimport_applied_at_and_by_together",
                condition=Q(applied_at=None, applied_by=None)
                | Q(applied_at__isnull=False, applied_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.uploaded_at:%Y-%m-%d %H:%M}"
