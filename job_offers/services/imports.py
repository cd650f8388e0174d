"""Handing a feed file over to the worker, and answering what it leaves to a person."""

from pathlib import PurePath

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers import feed
from job_offers.models import FeedImport
from pup_portal.background import OwedWork
from pup_portal.db import DomainError


class EmptyFile(DomainError):
    """There is nothing in the file."""


class FileTooLarge(DomainError):
    """The file is larger than any offer feed."""


class NothingHeld(DomainError):
    """The import leaves nothing to decide, or somebody has decided already."""


@transaction.atomic
def take_feed(*, file: File, by: User | None) -> FeedImport:
    """Keep ``file`` and owe its import; ``by`` is nobody when a command does it.

    Raises ``EmptyFile`` or ``FileTooLarge``; whether it is a feed at all, the import itself says.
    """
    if not file.size:
        raise EmptyFile(_("The file is empty. Choose the file of the feed."))
    if file.size > settings.IMPORT_MAX_BYTES:
        raise FileTooLarge(_("The file is too large to be the offer feed."))
    return feed.owe_import(file=file, name=PurePath(file.name or "").name, by=by)


@transaction.atomic
def withdraw_missing(*, owed: FeedImport, by: User) -> FeedImport:
    """Withdraw the offers the file did not hold, after a person has said that the file is complete."""
    owed = FeedImport.objects.select_for_update(of=("self",)).get(pk=owed.pk)
    if owed.state != OwedWork.State.DONE or not owed.gone_held:
        raise NothingHeld(_("This has been answered already."))
    owed.gone, owed.gone_held = feed.withdraw(owed), False
    owed.save(update_fields=["gone", "gone_held"])
    return owed
