"""Names in the languages of the portal."""

from typing import Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import SortKeyField


def in_language(record: models.Model, stem: str, language: str | None = None) -> str:
    """The text of ``stem`` in ``language`` (the active one by default), in Polish where that is missing."""
    code = (language or get_language() or "pl")[:2]
    return getattr(record, f"{stem}_{code}", "") or getattr(record, f"{stem}_pl")


class NamedQuerySet[N: "Named"](models.QuerySet[N]):
    def in_order(self) -> Self:
        """By name, in the alphabet of the active language."""
        code = "uk" if (get_language() or "").startswith("uk") else "pl"
        return self.order_by(f"sort_{code}", "pk")


class Named(models.Model):
    """A record with a Polish name and, where somebody has given it, a Ukrainian one."""

    name_pl = models.CharField(_("name in Polish"), max_length=200)
    name_uk = models.CharField(_("name in Ukrainian"), max_length=200, blank=True)
    sort_pl = SortKeyField(of=("name_pl",))
    sort_uk = SortKeyField(of=("name_uk", "name_pl"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language."""
        return in_language(self, "name")
