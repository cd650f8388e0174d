"""What the lists of an intake have in common: whose entry it is, its proof, and columns that several of them hold."""

from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id
from reference.models import Term, Vocabulary
from registration.intake.vocabulary import COUNTRIES, Evidence
from registration.models.clients import Client
from registration.models.intake import Answered

EARLIEST_YEAR = 1940


class ListEntryQuerySet(models.QuerySet[Any]):
    def for_list(self) -> Self:
        """Load all that a line of the list shows: the terms it names, not whose it is."""
        named = [
            column.name
            for column in self.model._meta.concrete_fields
            if isinstance(column, models.ForeignKey) and column.name not in {"client", "updated_by"}
        ]
        return self.select_related(*named) if named else self


class ListEntry(Answered):
    """One line of a list, in the order in which it was told."""

    pairs: ClassVar[dict[str, Any]] = {}

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")

    objects = ListEntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]

    @property
    def detail(self) -> str:
        """What stands beside the name of the entry on lists."""
        return ""


def person(lists: str) -> "models.ForeignKey[Client, Client]":
    """Whose entry it is; the client names the list ``lists``."""
    return models.ForeignKey(Client, on_delete=models.CASCADE, related_name=lists)


def evidence() -> "models.CharField":
    return models.CharField(_("proof"), max_length=12, choices=Evidence, default=Evidence.DECLARED)


def country() -> "models.CharField":
    return models.CharField(_("country"), max_length=3, choices=COUNTRIES, blank=True)


def year(label: Any) -> "models.PositiveSmallIntegerField":
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(EARLIEST_YEAR, _("Enter a year after 1940.")),
            MaxValueValidator(2099, _("Enter a year with four digits.")),
        ],
    )


def term(label: Any, vocabulary: Vocabulary, **options: Any) -> "models.ForeignKey":
    return models.ForeignKey(
        Term,
        verbose_name=label,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": vocabulary},
        **options,
    )


def joined(*parts: Any) -> str:
    return ", ".join(str(part) for part in parts if part)
