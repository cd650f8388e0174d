"""Keeping a filter of the list under a name."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import SavedFilter
from pup_portal.db import DomainError, refused

MOST_SAVED = 20


class FilterRefused(DomainError):
    """The filter is not kept; the sentence says why."""


@transaction.atomic
def save_filter(*, owner: User, name: str, query: str) -> SavedFilter:
    """Keep ``query`` under ``name`` for ``owner``. Raises ``FilterRefused`` for a name taken or too many filters."""
    User.objects.select_for_update(of=("self",)).get(pk=owner.pk)
    if SavedFilter.objects.filter(owner=owner).count() >= MOST_SAVED:
        raise FilterRefused(_("You have as many filters as one person may keep. Delete one first."))
    kept = SavedFilter(owner=owner, name=name.strip(), query=query)
    with refused(
        savedfilter_name_is_unique_for_its_owner=FilterRefused(_("You have a filter of this name already.")),
        savedfilter_has_a_name=FilterRefused(_("Give the filter a name.")),
    ):
        kept.save()
    return kept


@transaction.atomic
def delete_filter(*, kept: SavedFilter) -> None:
    SavedFilter.objects.filter(pk=kept.pk).delete()
