"""Editing a translation on one page at a time, with everything typed there kept before it is saved."""

import uuid
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from pup_portal.tracking import acting
from translations import editing
from translations.editing import TakenOver, require_may_type
from translations.models import Editing, Translation


@transaction.atomic
def open_for_editing(*, translation: Translation, by: User) -> Editing:
    """Make the page being opened the one on which ``by`` edits, unless somebody else is at work.

    The returned row says who holds it: compare ``holder`` with ``by``. A page opened earlier by the same person
    stops writing. Raises ``AlreadyReviewed`` for whoever may not change an approved text.
    """
    translation, held = _locked(translation, by)
    if held and held.keeps_out(by):
        return held
    return _give(translation, held, by)


@transaction.atomic
def take_over(*, translation: Translation, by: User) -> Editing:
    """Make ``by`` the one who edits, whoever is at work; what they typed stays and is where ``by`` starts."""
    translation, held = _locked(translation, by)
    return _give(translation, held, by)


@transaction.atomic
def keep_typed(
    *, translation: Translation, page: UUID, sequence: int, texts: Mapping[int, str], by: User
) -> Translation:
    """Keep ``texts`` by segment key as they stand on ``page``; nothing of the draft is touched.

    ``sequence`` grows with each sending of a page: one that arrives late changes nothing that came with a later
    one. Raises ``TakenOver`` when another page is edited by now.
    """
    translation, held = _locked(translation, by)
    if held is None or held.page != page or held.holder_id != by.pk:
        raise TakenOver(held, by)
    held.seen_at, held.let_go_at = timezone.now(), None
    held.save(update_fields=["seen_at", "let_go_at"])
    editing.keep(translation, texts, by=by, page=page, sequence=sequence)
    return translation


@transaction.atomic
def let_go(*, translation: Translation, page: UUID, by: User) -> None:
    """Say that ``page`` is closed, so that others need not take over; a page that lost its turn changes nothing."""
    Translation.objects.select_for_update(of=("self",), no_key=True).get(pk=translation.pk)
    held = Editing.objects.filter(translation=translation, page=page, holder=by).first()
    if held:
        held.let_go_at = timezone.now()
        held.save(update_fields=["let_go_at"])


def _locked(translation: Translation, by: User) -> tuple[Translation, Editing | None]:
    rows = Translation.objects.select_for_update(of=("self",), no_key=True)
    translation = rows.get(pk=translation.pk)
    require_may_type(translation, by)
    held = Editing.objects.select_related("holder").filter(translation=translation).first()
    return translation, held


def _give(translation: Translation, held: Editing | None, by: User) -> Editing:
    """A new page for ``by``. What the row tells of a take-over stays while the same person goes on."""
    now = timezone.now()
    opened = held or Editing(translation=translation, holder=by)
    if held and held.holder_id != by.pk:
        opened.taken_from = held.holder if held.is_live(now) else None
        opened.holder = by
    opened.page, opened.taken_at, opened.seen_at, opened.let_go_at = uuid.uuid4(), now, now, None
    with acting(by):
        opened.save()
    return opened
