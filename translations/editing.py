"""The page on which a translation is edited, and the words typed there: who may write, and what is kept.

Callers hold the lock on the row of the translation; that puts all writing of one translation in a line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from pup_portal.db import DomainError
from pup_portal.history import event_models
from translations.models import Editing, Segment, Translation, TypedText

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class AlreadyReviewed(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("This translation is approved. It is changed by approving the corrected text, not by a draft.")
        )


class TakenOver(DomainError):
    """The page may no longer write; ``held`` says who works on the translation now, and since when."""

    def __init__(self, held: Editing | None, by: User) -> None:
        sentence: StrPromise | str
        if held is None:
            sentence = _("This page is no longer the one that is edited. Open the translation again.")
        elif held.holder_id == by.pk:
            sentence = _("You have opened this translation on another page since. Go on there, or here.")
        else:
            since = date_format(timezone.localtime(held.taken_at), "TIME_FORMAT")
            names = {"who": held.holder, "since": since}
            sentence = _("%(who)s has been working on this translation since %(since)s.") % names
        super().__init__(sentence)
        self.held = held


@dataclass(frozen=True)
class Typed:
    """What was typed and not saved: by segment key, and for sentences that the Polish has lost."""

    texts: Mapping[int, str]
    homeless: list[TypedText]

    @property
    def initial(self) -> dict[str, str]:
        """The texts as a ``TranslationForm`` names them."""
        return {f"segment-{key}": text for key, text in self.texts.items()}


def typed(translation: Translation) -> Typed:
    """The words a page starts with in place of the stored ones, in one query."""
    rows = list(translation.typed_texts.select_related("segment"))
    texts = {
        row.segment.pk: row.text_uk for row in rows if row.segment and row.text_uk != row.segment.text_uk
    }
    return Typed(texts, [row for row in rows if row.segment is None and row.text_uk])


def require_may_type(translation: Translation, by: User) -> None:
    """A draft is everybody's who drafts; an approved text only a reviewer's."""
    if translation.is_reviewed and not by.may(Act.REVIEW_TRANSLATIONS):
        raise AlreadyReviewed


def require_the_page(translation: Translation, *, by: User, page: UUID | None) -> None:
    """Let ``by`` save what stands on ``page``, or raise ``TakenOver``.

    Without a page, as from a file, it is enough that nobody else is at work.
    """
    held = Editing.objects.select_related("holder").filter(translation=translation).first()
    if page is None:
        is_free = held is None or not held.keeps_out(by)
    else:
        is_free = held is not None and held.page == page and held.holder_id == by.pk
    if not is_free:
        raise TakenOver(held, by)


def authors(translation: Translation, texts: Mapping[int, str], *, by: User) -> dict[int, int]:
    """Who wrote each of ``texts`` by segment key: whoever typed exactly these words, else ``by``."""
    rows = TypedText.objects.filter(translation=translation, segment__in=list(texts))
    wrote = {row.segment_key: row.typed_by_id for row in rows if row.text_uk == texts[row.segment_key]}
    return {key: wrote.get(key, by.pk) for key in texts}


def keep(translation: Translation, texts: Mapping[int, str], *, by: User, page: UUID, sequence: int) -> None:
    """Store ``texts`` as typed, save those that came with a later sending of ``page`` already."""
    now = timezone.now()
    known = {row.segment_key: row for row in translation.typed_texts.all()}
    older = [row for key, row in known.items() if key in texts and _is_older(row, page, sequence)]
    for row in older:
        if row.text_uk != texts[row.segment_key]:
            row.text_uk, row.typed_by, row.typed_at = texts[row.segment_key], by, now
        row.page, row.sequence = page, sequence
    TypedText.objects.bulk_update(older, ["text_uk", "typed_by", "typed_at", "page", "sequence"])
    new = {key: text for key, text in texts.items() if key not in known}
    TypedText.objects.bulk_create(
        TypedText(
            translation=translation,
            segment_id=key if is_there else None,
            segment_key=key,
            source_pl=source_pl,
            text_uk=new[key],
            typed_by=by,
            typed_at=now,
            page=page,
            sequence=sequence,
        )
        for key, is_there, source_pl in _sentences(translation, set(new))
    )


def close(translation: Translation, saved: Iterable[Segment], *, by: User, page: UUID | None) -> None:
    """Forget what was typed on ``page``, now in the draft, and let no late sending bring it back.

    Words without a home are nowhere in the draft: they are forgotten when who typed them saves.
    What was saved without a page, as from a file, replaces the words typed for the same sentences only.
    """
    rows = TypedText.objects.filter(translation=translation)
    stored = Q(segment__isnull=False) | Q(typed_by=by) if page else Q(segment__in=list(saved))
    rows.filter(stored).delete()
    leave(translation, page)


def leave(translation: Translation, page: UUID | None) -> None:
    """Take the turn from ``page``, which has been sent."""
    if page is None:
        return
    now = timezone.now()
    held = Editing.objects.filter(translation=translation, page=page)
    held.update(page=uuid4(), seen_at=now, let_go_at=now)


def _is_older(row: TypedText, page: UUID, sequence: int) -> bool:
    return row.page != page or row.sequence < sequence


def _sentences(translation: Translation, keys: set[int]) -> Iterator[tuple[int, bool, str]]:
    """Key, whether it is still there, and Polish of each sentence; a key that never was one is passed over."""
    there = dict(translation.segments.filter(pk__in=keys).values_list("pk", "source_pl"))
    yield from ((key, True, source_pl) for key, source_pl in there.items())
    if lost := keys - there.keys():
        (events,) = event_models(Segment)
        past = events._default_manager.filter(translation=translation, pgh_obj__in=lost).order_by("pgh_id")
        latest = dict(past.values_list("pgh_obj_id", "source_pl"))
        yield from ((key, False, source_pl) for key, source_pl in latest.items())
