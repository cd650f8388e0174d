"""Questions to the desk's list of offers that somebody asks again and again."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id

if TYPE_CHECKING:
    from accounts.models import User


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def visible_to(self, user: "User") -> Self:
        """Everybody sees their own only."""
        return self.filter(owner=user)


class SavedFilter(models.Model):
    """A filter of the list under a name of one's own. Written only by ``job_offers.services.saved_filters``.

    ``query`` is the query string of the list, without the page.
    """

    public_id = public_id()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", editable=False)
    name = models.CharField(_("name of the filter"), max_length=60)
    query = models.CharField(max_length=500, editable=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        constraints = [
            models.UniqueConstraint(
                name="savedfilter_name_is_unique_for_its_owner",
                fields=["owner", "name"],
                violation_error_message=_("You have a filter of this name already."),
            ),
            models.CheckConstraint(
                name="savedfilter_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Give the filter a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('job_offers:offer-list')}?{self.query}"
