"""Handing a translation to a second person."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError
from pup_portal.tracking import acting
from translations import editing, services
from translations.models import Translation


class NothingToLookAt(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This is the approved text, word for word; there is nothing to look at."))


class NothingWritten(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nothing has been written yet"))


@transaction.atomic
def make_ready(
    *,
    translation: Translation,
    texts: Mapping[int, str],
    version: int,
    by: User,
    page: UUID | None = None,
    taken: services.Taken = services.NOTHING_TAKEN,
) -> Translation:
    """Store ``texts`` as the draft of ``by`` and let a second person know; doing it again changes nothing.

    Of an approved translation the corrected words are kept as typed, for whoever approves them: readers keep
    the approved text. Raises ``NothingToLookAt`` when there are none, ``NothingWritten`` of a draft without a
    word, and what ``services.save_draft`` does.
    """
    translation = Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
    if translation.is_reviewed:
        _keep_correction(translation, texts, version=version, by=by, page=page)
    else:
        translation = services.save_draft(
            translation=translation, texts=texts, version=version, by=by, page=page, taken=taken
        )
        if not translation.segments.exclude(text_uk="").exists():
            raise NothingWritten
    if translation.ready_at is None:
        translation.ready_at, translation.ready_by = timezone.now(), by
        with acting(by):
            translation.save(update_fields=["ready_at", "ready_by"])
    return translation


def _keep_correction(
    translation: Translation, texts: Mapping[int, str], *, version: int, by: User, page: UUID | None
) -> None:
    editing.require_may_type(translation, by)
    if translation.version != version:
        raise services.EditConflict
    editing.require_the_page(translation, by=by, page=page)
    stored = dict(translation.segments.values_list("pk", "text_uk"))
    corrected = {key: text for key, text in texts.items() if key in stored and stored[key] != text}
    if not corrected:
        raise NothingToLookAt
    withdrawn = translation.typed_texts.filter(segment__in=list(texts)).values_list("segment_key", flat=True)
    kept = corrected | {key: texts[key] for key in withdrawn}
    editing.keep(translation, kept, by=by, page=uuid4(), sequence=0)
    editing.leave(translation, page)
