"""All that people and other apps do with translations.

Lock order, here and for callers: the subject first, then its translation.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import batched
from types import MappingProxyType
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, Model, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.background import send_on_commit
from pup_portal.db import DomainError
from pup_portal.tracking import acting
from reference.profile import current_profile
from translations import (
    alignment,
    approvals,
    checks,
    drafting,
    editing,
    gaps,
    memory,
    overrides,
    registry,
    slips,
)
from translations.editing import AlreadyReviewed
from translations.models import TRANSITIONS, Segment, Status, Translation, Urgency

type Taken = Mapping[int, memory.Recalled]

NOTHING_TAKEN: Taken = MappingProxyType({})

BATCH = 500
_WRITTEN = ("text_uk", "origin", "previous_pl", "is_complete", "typed_by")


class EditConflict(DomainError):
    """Somebody, or the machine, has stored another text since the page was opened."""

    def __init__(self) -> None:
        super().__init__(_("The text was changed meanwhile. Both versions are shown below; nothing is lost."))


class SourceChanged(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The Polish text has changed. Look at the marked sentences and approve again."))


class NotFaithful(DomainError):
    """The checks found what must not reach a reader; ``findings`` says what and where."""

    def __init__(self, findings: checks.Findings) -> None:
        super().__init__(_("The translation cannot be approved yet: correct what is marked in red."))
        self.findings = findings


class NeedsSecondPerson(DomainError):
    """The office has two people look at each text, and who approves wrote some of this one."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Two people look at each translation here, and you wrote some of this one. Another approves it."
            )
        )


@transaction.atomic
def owe_draft(*, subject: Model, by: User | None = None) -> Translation:
    """Make sure ``subject`` has a translation that follows its Polish text, and owe the machine's draft.

    Repeating it does no harm. ``by`` is who asked, for the history; nobody when the office's import did.
    """
    with acting(by):
        polish = registry.of(type(subject)).polish(subject)
        translation = _locked_translation_of(subject)
        if translation is None:
            return _create(subject, polish)
        if translation.source_hash != alignment.source_hash(polish):
            return _follow_source(translation, polish)
        if translation.segments.filter(is_complete=False).exists():
            _owe_needed(translation)
        return translation


def owe_drafts(*, subjects: Iterable[Model], by: User | None = None) -> int:
    """``owe_draft`` for many new subjects of one model, in batches; say how many were new.

    Subjects that have a translation are left alone: use ``source_changed`` for those whose text changed.
    The sweep sends the work out, so a large import does not flood the broker.
    """
    return sum(_owe_batch(batch, by) for batch in batched(subjects, BATCH))


@transaction.atomic
def source_changed(*, subject: Model, by: User | None = None, is_minor: bool = False) -> Translation | None:
    """Let the translation follow the subject's Polish text, if it has one and the text really changed.

    Only changed segments are marked; an approved translation becomes outdated. Call it in the transaction
    that changes the subject. ``is_minor``: ``by`` says that only a slip was corrected. It holds for every
    sentence that has the same words (``slips``) and whose Ukrainian the checks still find true; when it holds
    for all, an approval stays.
    """
    with acting(by):
        translation = _locked_translation_of(subject)
        polish = registry.of(type(subject)).polish(subject)
        if translation is None or translation.source_hash == alignment.source_hash(polish):
            return translation
        _follow_source(translation, polish, minor_by=by if is_minor else None)
        if translation.is_reviewed and by:
            _hand_over_again(translation, subject, by)
        return translation


@transaction.atomic
def follow_source(*, translation: Translation, by: User) -> None:
    """``source_changed`` for whoever holds the translation: its subject is read anew, and locked."""
    source_changed(subject=_locked_subject(translation), by=by)


@transaction.atomic
def urgency_changed(*, subjects: Iterable[Model]) -> None:
    """Note who waits for the texts of ``subjects``, all of one model. Those without a translation are passed over.

    Call it in the transaction that changes what the ``urgency`` of a ``Translatable`` looks at.
    """
    found: dict[Urgency, list[Model]] = {}
    for subject in subjects:
        found.setdefault(registry.of(type(subject)).urgency(subject), []).append(subject)
    for urgency, some in found.items():
        set_urgency(model=type(some[0]), ids=[subject.pk for subject in some], urgency=urgency)


def set_urgency(*, model: type[Model], ids: Iterable[int], urgency: Urgency) -> None:
    """``urgency_changed`` for rows of ``model`` that are not loaded and all come to the same.

    A text that is needed again owes the draft that nobody made meanwhile.
    """
    rows = Translation.objects.of(model).filter(object_id__in=list(ids)).exclude(urgency=urgency)
    is_open = Exists(Segment.objects.filter(translation=OuterRef("pk"), is_complete=False))
    waking = rows.filter(is_open, urgency=Urgency.NONE).order_by("pk").select_for_update(of=("self",))
    needed = [] if urgency == Urgency.NONE else list(waking)
    rows.update(urgency=urgency)
    for translation in needed:
        drafting.owe(translation)


@transaction.atomic
def save_draft(
    *,
    translation: Translation,
    texts: Mapping[int, str],
    version: int,
    by: User,
    page: UUID | None = None,
    taken: Taken = NOTHING_TAKEN,
) -> Translation:
    """Store the Ukrainian ``texts`` by segment key, written on ``page``, which showed ``version``.

    ``taken`` tells what the memory had suggested and people took: a text that still says so is the memory's.
    Raises ``EditConflict``, ``AlreadyReviewed`` or ``TakenOver``; then nothing is stored.
    """
    translation = Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
    if translation.version != version:
        raise EditConflict
    if translation.status == Status.REVIEWED:
        raise AlreadyReviewed
    editing.require_the_page(translation, by=by, page=page)
    wrote = editing.authors(translation, texts, by=by)
    changed = _with_texts(translation.segments.all(), texts, wrote, taken)
    _store_draft(translation, changed, by=by)
    _count_taken(changed, taken)
    editing.close(translation, changed, by=by, page=page)
    return translation


def approve(
    *,
    translation: Translation,
    texts: Mapping[int, str],
    version: int,
    by: User,
    page: UUID | None = None,
    taken: Taken = NOTHING_TAKEN,
) -> Translation:
    """Store ``texts``, make the translation *reviewed* and hand the Ukrainian text to its owner, at once.

    Raises ``EditConflict``, ``SourceChanged`` or ``TakenOver``, and nothing is stored; or ``NotFaithful``, and
    the texts are kept as a draft, unless an approved text is published, which then stays as it is.
    """
    with transaction.atomic():
        subject = _locked_subject(translation)
        translatable = registry.of(type(subject))
        translation = Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
        _require_current(translation, version, translatable.polish(subject))
        editing.require_the_page(translation, by=by, page=page)
        segments = list(translation.segments.all())
        changed = _with_texts(segments, texts, editing.authors(translation, texts, by=by), taken)
        findings = overrides.judged(translation, segments)
        approvals.record_stop(translation, findings)
        refusal = _refusal(segments, findings, by)
        if refusal is None:
            approvals.record(translation, segments, findings, by=by, domain=translatable.domain)
            _settle(translation, segments, by=by, is_changed=bool(changed))
            _hand_over(subject, segments, by=by)
        elif translation.status != Status.REVIEWED:
            _store_draft(translation, changed, by=by)
        if translation.status != Status.REVIEWED or refusal is None:
            _count_taken(changed, taken)
            editing.close(translation, changed, by=by, page=page)
    if refusal:
        raise refusal
    return translation


def _hand_over(subject: Model, segments: Sequence[Segment], *, by: User) -> None:
    """Remember the approved pairs, and let the owner of the text show it."""
    translatable = registry.of(type(subject))
    memory.remember(segments, by=by, domain=translatable.domain, is_personal=translatable.is_personal)
    translatable.apply(subject, alignment.ukrainian(segments, translatable.fields), by)


def _require_current(translation: Translation, version: int, polish: Mapping[str, str]) -> None:
    if translation.version != version:
        raise EditConflict
    if translation.source_hash != alignment.source_hash(polish):
        raise SourceChanged


def _refusal(segments: Sequence[Segment], findings: checks.Findings, by: User) -> DomainError | None:
    """Why ``by`` may not approve ``segments`` as they are."""
    if findings.are_blocking:
        return NotFaithful(findings)
    is_own = any(segment.typed_by_id == by.pk for segment in segments)
    return NeedsSecondPerson() if is_own and current_profile().needs_second_person else None


def _locked_translation_of(subject: Model) -> Translation | None:
    rows = Translation.objects.of(type(subject)).select_for_update(of=("self",))
    return rows.filter(object_id=subject.pk, language="uk").first()


def _locked_subject(translation: Translation) -> Model:
    model = translation.content_type.model_class()
    if model is None:
        raise registry.NotTranslatable(str(translation.content_type))
    return model._default_manager.select_for_update(of=("self",)).get(pk=translation.object_id)


def _create(subject: Model, polish: Mapping[str, str]) -> Translation:
    translation = _unsaved(subject, polish, timezone.now())
    translation.save()
    Segment.objects.bulk_create(alignment.new_segments(translation, polish))
    send_on_commit(translation)
    return translation


def _unsaved(subject: Model, polish: Mapping[str, str], now: datetime) -> Translation:
    content_type = ContentType.objects.get_for_model(type(subject))
    urgency = registry.of(type(subject)).urgency(subject)
    translation = Translation(content_type=content_type, object_id=subject.pk, urgency=urgency)
    alignment.take_source(translation, polish, now=now)
    return translation


@transaction.atomic
def _owe_batch(subjects: Sequence[Model], by: User | None) -> int:
    """Create the missing translations of ``subjects``, all of one model, in two inserts."""
    model = type(subjects[0])
    known = Translation.objects.for_subjects(model, (subject.pk for subject in subjects))
    new, now = [subject for subject in subjects if subject.pk not in known], timezone.now()
    polish = [registry.of(model).polish(subject) for subject in new]
    with acting(by):
        rows = Translation.objects.bulk_create(
            _unsaved(subject, texts, now) for subject, texts in zip(new, polish, strict=True)
        )
        Segment.objects.bulk_create(
            segment
            for row, texts in zip(rows, polish, strict=True)
            for segment in alignment.new_segments(row, texts)
        )
    return len(rows)


def _follow_source(
    translation: Translation, polish: Mapping[str, str], *, minor_by: User | None = None
) -> Translation:
    now, before = timezone.now(), translation.status
    alignment.take_source(translation, polish, now=now)
    stands = alignment.realign(translation, polish, slips.judge() if minor_by else None)
    if stands and minor_by and before == Status.REVIEWED:
        translation.minor_at, translation.minor_by = now, minor_by
    elif before == Status.REVIEWED:
        _advance(translation, Status.OUTDATED)
        translation.waiting_since = now
    translation.ready_at = translation.ready_by = None
    people = ("ready_at", "ready_by", "minor_at", "minor_by")
    _bump(translation, now, "status", "title_pl", "source_hash", "waiting_since", *people)
    if not translation.is_reviewed:
        _owe_needed(translation)
    return translation


def _owe_needed(translation: Translation) -> None:
    """Owe the draft of a text that is needed; of any other it is owed when its urgency says so again."""
    if translation.urgency != Urgency.NONE:
        drafting.owe(translation)


def _hand_over_again(translation: Translation, subject: Model, by: User) -> None:
    """After a small correction: sentences may have changed places, or a bullet its sign."""
    translatable = registry.of(type(subject))
    texts = alignment.ukrainian(translation.segments.all(), translatable.fields)
    if texts != {field: getattr(subject, f"{field}_uk") or "" for field in texts}:
        translatable.apply(subject, texts, by)


def _advance(translation: Translation, status: Status) -> None:
    if status not in TRANSITIONS[Status(translation.status)]:
        raise ValueError(f"{translation.status} may not become {status}")
    translation.status = status


def _bump(translation: Translation, now: datetime, *fields: str) -> None:
    """Store ``fields`` as a new version; pages opened on the old one can no longer overwrite it."""
    translation.version += 1
    translation.changed_at = now
    translation.save(update_fields=["version", "changed_at", *fields])


def _with_texts(
    segments: Iterable[Segment], texts: Mapping[int, str], wrote: Mapping[int, int], taken: Taken
) -> list[Segment]:
    """The segments whose text differs from the stored one, with their new text and its author; not stored."""
    changed = [segment for segment in segments if texts.get(segment.pk, segment.text_uk) != segment.text_uk]
    for segment in changed:
        segment.text_uk = texts[segment.pk]
        segment.origin = _origin(segment, taken)
        segment.previous_pl = ""
        segment.is_complete = gaps.is_complete(segment.text_uk)
        segment.typed_by_id = wrote[segment.pk] if segment.text_uk else None
    return changed


def _origin(segment: Segment, taken: Taken) -> Segment.Origin:
    if not segment.text_uk:
        return Segment.Origin.NONE
    is_taken = segment.pk in taken and taken[segment.pk].text == segment.text_uk
    return Segment.Origin.MEMORY if is_taken else Segment.Origin.PERSON


def _count_taken(changed: Iterable[Segment], taken: Taken) -> None:
    memory.count_uses(taken[segment.pk].key for segment in changed if segment.pk in taken)


def _store_draft(translation: Translation, changed: list[Segment], *, by: User) -> None:
    """Store changed segments as ``by``'s draft; nothing at all when nothing changed."""
    if not changed:
        return
    Segment.objects.bulk_update(changed, _WRITTEN)
    now = timezone.now()
    translation.drafted_at, translation.drafted_by = now, by
    translation.ready_at = translation.ready_by = None
    if translation.status == Status.MISSING:
        _advance(translation, Status.DRAFT)
    _bump(translation, now, "status", "drafted_at", "drafted_by", "ready_at", "ready_by")


def _settle(translation: Translation, segments: list[Segment], *, by: User, is_changed: bool) -> None:
    """Make the checked translation *reviewed*, every sentence of it looked at."""
    now = timezone.now()
    for segment in segments:
        segment.previous_pl, segment.is_complete, segment.typed_by = "", True, None
    Segment.objects.bulk_update(segments, _WRITTEN)
    if is_changed:
        translation.drafted_at, translation.drafted_by = now, by
    _advance(translation, Status.REVIEWED)
    translation.reviewed_at, translation.reviewed_by = now, by
    translation.ready_at = translation.ready_by = None
    translation.concerns.all().delete()
    people = ("drafted_at", "drafted_by", "reviewed_at", "reviewed_by", "ready_at", "ready_by")
    _bump(translation, now, "status", *people)
