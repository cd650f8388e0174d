"""What people do with the memory itself: correct it, take a file over."""

from pathlib import PurePath

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.background import OwedWork, send_on_commit
from pup_portal.db import DomainError, refused
from translations import features, memory, places
from translations.models import MemoryEntry, MemoryImport

CORRECTED = (
    "template_pl",
    "template_uk",
    "domain",
    "scope",
    "is_active",
    "key",
    "features",
    "keyed_by",
    "reviewed_by",
    "reviewed_at",
    "corrected_by",
)


class PlacesDiffer(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Both texts must have the same places, such as ⟨0:many⟩, each of them once."))


class EntryExists(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The memory has this Polish text already in this domain."))


class EntryGone(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Somebody has deleted this entry meanwhile."))


class EntryChanged(DomainError):
    """``stored`` is what somebody has made of the entry since the page was opened."""

    def __init__(self, stored: MemoryEntry) -> None:
        super().__init__(_("The text was changed meanwhile. Both versions are shown below; nothing is lost."))
        self.stored = stored


class FileRefused(DomainError):
    """There is nothing in the file, or too much."""


class NothingToDecide(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This has been answered already."))


@transaction.atomic
def save_entry(*, entry: MemoryEntry, by: User, version: str | None = None) -> MemoryEntry:
    """Store what was corrected in an entry, as looked at by ``by``; what it counts by itself stays as it is.

    ``version`` is that of the entry which the page showed; without it, of ``entry`` as it was loaded.
    Raises ``PlacesDiffer``, ``EntryExists``, ``EntryGone`` or ``EntryChanged``.
    """
    stored = MemoryEntry.objects.select_for_update(of=("self",)).filter(pk=entry.pk).first()
    if stored is None:
        raise EntryGone
    if stored.version != (entry.version if version is None else version):
        raise EntryChanged(stored)
    entry.template_pl = places.tidy(entry.template_pl)
    if (entry.template_pl, entry.template_uk) != (stored.template_pl, stored.template_uk):
        entry.corrected_by = by
    if not places.agree(entry.template_pl, entry.template_uk):
        raise PlacesDiffer
    entry.key = memory.key_of(entry.template_pl)
    entry.features = features.of_pair(entry.template_pl, entry.template_uk)
    entry.keyed_by = places.RULES
    entry.reviewed_by, entry.reviewed_at = by, timezone.now()
    with refused(memoryentry_is_one_per_domain=EntryExists):
        entry.save(update_fields=CORRECTED)
    return entry


def delete_entry(*, entry: MemoryEntry) -> None:
    """Forget one pair; translations that used it keep their text."""
    MemoryEntry.objects.filter(pk=entry.pk).delete()


@transaction.atomic
def take_file(*, owed: MemoryImport, file: File, by: User) -> MemoryImport:
    """Keep ``file`` and owe its reading. ``owed`` says where its pairs shall serve. Raises ``FileRefused``."""
    if not file.size:
        raise FileRefused(_("The file is empty."))
    if file.size > settings.MEMORY_IMPORT_MAX_BYTES:
        limit = settings.MEMORY_IMPORT_MAX_BYTES // 1024**2
        raise FileRefused(_("The file is larger than %(limit)s MB. Import it in parts.") % {"limit": limit})
    owed.file_name = PurePath(file.name or "").name[-200:] or "file"
    owed.size, owed.uploaded_by = file.size, by
    owed.file.save(f"{owed.public_id}.{owed.format}", file, save=False)
    owed.save()
    send_on_commit(owed)
    return owed


@transaction.atomic
def take_over(*, owed: MemoryImport, replaces: bool, by: User) -> MemoryImport:
    """Owe the writing of what was read, vouched for by ``by``. Raises ``NothingToDecide``."""
    owed = _waiting(owed)
    owed.step, owed.replaces, owed.uploaded_by = MemoryImport.Step.TAKING_OVER, replaces, by
    owed.state, owed.attempts, owed.run_after = OwedWork.State.OWED, 0, timezone.now()
    owed.finished_at, owed.sent_at, owed.position = None, None, 0
    owed.save()
    send_on_commit(owed)
    return owed


@transaction.atomic
def discard(*, owed: MemoryImport) -> None:
    """Forget a file that was read and shall not be taken over. Raises ``NothingToDecide``."""
    owed = _waiting(owed)
    storage, name = owed.file.storage, str(owed.file.name)
    owed.delete()
    transaction.on_commit(lambda: storage.delete(name))


def _waiting(owed: MemoryImport) -> MemoryImport:
    """The import, locked, if nobody has answered or thrown it away. Raises ``NothingToDecide``."""
    held = MemoryImport.objects.select_for_update(of=("self",)).filter(pk=owed.pk).first()
    if held is None or held.step != MemoryImport.Step.PREVIEW or held.state != OwedWork.State.DONE:
        raise NothingToDecide
    return held
