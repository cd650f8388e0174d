"""Translations of what other apps show to the public, sentence by sentence."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

import pghistory
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from pup_portal.background import OwedWork, OwedWorkQuerySet
from pup_portal.fields import public_id

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from translations.models.editing import Editing


class Status(models.TextChoices):
    """How far the Ukrainian text of one subject is. Only *reviewed* text is shown as a translation."""

    MISSING = "missing", _("missing")
    DRAFT = "draft", _("draft")
    REVIEWED = "reviewed", _("approved")
    OUTDATED = "outdated", _("outdated")


# A reviewed text is changed only by approving the new one, so it never leaves the board for an edit.
TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.MISSING: frozenset({Status.DRAFT, Status.REVIEWED}),
    Status.DRAFT: frozenset({Status.REVIEWED}),
    Status.REVIEWED: frozenset({Status.REVIEWED, Status.OUTDATED}),
    Status.OUTDATED: frozenset({Status.REVIEWED}),
}


class Urgency(models.IntegerChoices):
    """Who waits for the Ukrainian text of a subject. The owner of the subject says so (``translations.registry``)."""

    READERS = 1, _("readers wait")
    PUBLICATION = 2, _("publication waits")
    REST = 3, _("nobody waits yet")
    NONE = 4, _("no longer needed")


_WHY = {
    Urgency.READERS: _("published without a Ukrainian text"),
    Urgency.PUBLICATION: _("waits for publication"),
    Urgency.REST: _("not published"),
    Urgency.NONE: _("no longer needed"),
}
# An approved text with a correction that waits for a second person is work, too.
TO_DO = Q(ready_at__isnull=False) | Q(status__in=["missing", "draft", "outdated"], urgency__lt=4)


class TranslationQuerySet(OwedWorkQuerySet["Translation"]):
    def visible_to(self, user: User) -> Self:
        """All of them for whoever may see translations: they hold no personal data of clients."""
        return self if user.may(Act.SEE_TRANSLATIONS) else self.none()

    def of(self, model: type[models.Model]) -> Self:
        """Translations of ``model``'s rows; for ``Exists``: ``.of(Offer).filter(object_id=OuterRef("pk"))``."""
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def for_subjects(self, model: type[models.Model], ids: Iterable[int]) -> dict[int, Status]:
        """The status of each subject that has a translation, in one query: ``{subject id: status}``."""
        rows = self.of(model).filter(object_id__in=list(ids)).values_list("object_id", "status")
        return {object_id: Status(status) for object_id, status in rows}

    def counted_by_status(self) -> dict[Status, int]:
        """How many there are of each status, in one query."""
        counts = dict(self.order_by().values_list("status").annotate(Count("pk")))
        return {status: counts.get(status, 0) for status in Status}

    def to_do(self) -> Self:
        """What somebody has to look at: the most urgent first, then what has waited longest."""
        return self.filter(TO_DO).order_by("urgency", "waiting_since", "pk")

    def waiting_for_second(self) -> Self:
        """What one person has finished and another shall look at."""
        return self.filter(ready_at__isnull=False).order_by("urgency", "waiting_since", "pk")

    def without_words_of(self, user: User) -> Self:
        """Those whose draft holds nothing that ``user`` wrote, and which ``user`` did not make ready."""
        written = Segment.objects.filter(typed_by=user).values("translation")
        return self.exclude(pk__in=written).exclude(ready_by=user)

    def mine(self, user: User) -> Self:
        """Work that ``user`` has begun: written, typed without saving, or made ready; the newest first."""
        written = Segment.objects.filter(typed_by=user).order_by().values("translation")
        rows = Translation.objects.order_by()
        typed = rows.filter(typed_texts__typed_by=user).values("pk")
        # A union is read by three indexes; the same said with "or" reads the whole table.
        begun = written.union(typed, rows.filter(ready_by=user).values("pk"))
        return self.filter(pk__in=begun).order_by("-changed_at", "-pk")

    def open_sentences(self, subject: models.Model) -> list[str]:
        """The Polish sentences of ``subject`` whose Ukrainian somebody has to look at."""
        rows = Segment.objects.filter(translation__in=self.of(type(subject)).filter(object_id=subject.pk))
        return list(rows.filter(is_complete=False).values_list("source_pl", flat=True))

    def in_question(self) -> Self:
        """Approved texts that a change of the glossary has put in question."""
        return self.filter(status=Status.REVIEWED, concerns__isnull=False).distinct()

    def for_list(self) -> Self:
        """What a row of the work list shows: people, and how many segments there are and are open.

        Counted in subqueries, so that only the rows of the page are counted.
        """
        segments = Segment.objects.filter(translation=OuterRef("pk")).order_by().values("translation")
        counted = segments.annotate(total=Count("pk"), open=Count("pk", filter=Q(is_complete=False)))
        people = ("drafted_by", "reviewed_by", "ready_by", "editing__holder")
        return self.select_related(*people).annotate(
            segment_count=Coalesce(Subquery(counted.values("total")), 0),
            open_count=Coalesce(Subquery(counted.values("open")), 0),
        )


@pghistory.track(
    fields=[
        *("status", "drafted_by", "drafted_at", "reviewed_by", "reviewed_at", "source_hash", "version"),
        *("ready_by", "ready_at", "minor_by", "minor_at"),
    ],
    model_name="TranslationEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    append_only=True,
)
class Translation(OwedWork):
    """The Ukrainian version of one subject's texts. As owed work, it owes the machine's draft."""

    task = "translations.tasks.draft_translation"

    public_id = public_id()
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("content_type", "object_id")
    language = models.CharField(_("language"), max_length=2, default="uk")
    title_pl = models.CharField(_("title"), max_length=300)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.MISSING)
    source_hash = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=0)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    drafted_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    ready_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ready_at = models.DateTimeField(_("ready for the second person"), null=True, blank=True)
    minor_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("small correction of the Polish text by"),
    )
    minor_at = models.DateTimeField(_("small correction of the Polish text"), null=True, blank=True)
    urgency = models.PositiveSmallIntegerField(_("urgency"), choices=Urgency, default=Urgency.REST)
    waiting_since = models.DateTimeField(_("waiting since"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = TranslationQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwedWork.Meta):
        ordering = ["changed_at", "pk"]
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            *OwedWork.Meta.constraints,
            models.UniqueConstraint(
                name="translation_is_one_per_subject_and_language",
                fields=["content_type", "object_id", "language"],
            ),
            models.CheckConstraint(name="translation_status_is_known", condition=Q(status__in=list(Status))),
            models.CheckConstraint(name="translation_language_is_known", condition=Q(language__in=["uk"])),
            models.CheckConstraint(
                name="translation_reviewed_at_and_by_together",
                condition=Q(reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="translation_reviewed_by_a_person",
                condition=~Q(status__in=["reviewed", "outdated"]) | Q(reviewed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="translation_ready_at_and_by_together",
                condition=Q(ready_at=None, ready_by=None) | Q(ready_at__isnull=False, ready_by__isnull=False),
                violation_error_message=_("Say who made the translation ready, and when."),
            ),
            models.CheckConstraint(
                name="translation_minor_at_and_by_together",
                condition=Q(minor_at=None, minor_by=None) | Q(minor_at__isnull=False, minor_by__isnull=False),
                violation_error_message=_("Say who made the small correction, and when."),
            ),
            models.CheckConstraint(
                name="translation_urgency_is_known", condition=Q(urgency__in=list(Urgency))
            ),
            models.CheckConstraint(
                name="translation_draft_has_its_time",
                condition=~Q(status="draft") | Q(drafted_at__isnull=False),
            ),
        ]
        indexes = [
            *OwedWork.Meta.indexes,
            models.Index(fields=["status", "changed_at", "id"], name="translation_work_list"),
            models.Index(
                fields=["urgency", "waiting_since", "id"],
                name="translation_to_do",
                condition=TO_DO,
            ),
            models.Index(fields=["ready_at"], name="translation_ready", condition=Q(ready_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title_pl

    def get_absolute_url(self) -> str:
        return reverse("translations:translation-detail", args=[self.public_id])

    @property
    def is_reviewed(self) -> bool:
        """Whether the Ukrainian columns of the subject may be shown as its translation."""
        return self.status == Status.REVIEWED

    @property
    def at_work(self) -> "User | None":
        """Who edits it at this moment."""
        held: Editing | None = getattr(self, "editing", None)
        return held.holder if held and held.is_live() else None

    @property
    def why(self) -> "StrPromise":
        """Why it is to be done, for the work list."""
        if self.ready_at:
            return _("ready for the second person")
        if self.urgency == Urgency.READERS and self.status == Status.OUTDATED:
            return _("published; the Polish has changed since the approval")
        return _WHY[Urgency(self.urgency)]

    @property
    def is_drafted_by_machine(self) -> bool:
        return self.drafted_at is not None and self.drafted_by_id is None


@pghistory.track(
    fields=["translation", "field", "position", "source_pl", "text_uk", "origin", "previous_pl"],
    model_name="SegmentEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    append_only=True,
)
class Segment(models.Model):
    """A sentence, bullet or line of one field. ``before`` and ``after`` hold what stands around it.

    The Ukrainian text of a field is ``before + text_uk + after`` of its segments, joined in order.
    ``previous_pl`` is the Polish that ``text_uk`` was written for, when the Polish has changed since.
    ``typed_by`` is the person whose words it holds that nobody has approved yet.
    """

    class Origin(models.TextChoices):
        NONE = "", _("nobody yet")
        CODED = "coded", _("taken over unchanged")
        GLOSSARY = "glossary", _("glossary")
        MEMORY = "memory", _("memory")
        MACHINE = "machine", _("machine translation")
        PERSON = "person", _("a person")

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="segments")
    field = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField()
    before = models.TextField(blank=True)
    source_pl = models.TextField(_("Polish text"))
    after = models.TextField(blank=True)
    text_uk = models.TextField(_("Ukrainian text"), blank=True)
    previous_pl = models.TextField(blank=True)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.NONE, blank=True)
    is_complete = models.BooleanField(default=False)
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["translation_id", "field", "position"]
        constraints = [
            models.UniqueConstraint(
                name="segment_has_its_own_place",
                fields=["translation", "field", "position"],
                deferrable=models.Deferrable.DEFERRED,  # sentences may change places
            ),
            models.CheckConstraint(name="segment_has_a_source", condition=~Q(source_pl="")),
            models.CheckConstraint(
                name="segment_text_has_an_origin",
                condition=Q(text_uk="", origin="") | (~Q(text_uk="") & ~Q(origin="")),
            ),
            models.CheckConstraint(
                name="segment_complete_has_text", condition=Q(is_complete=False) | ~Q(text_uk="")
            ),
            models.CheckConstraint(
                name="segment_typed_by_wrote_a_text",
                condition=Q(typed_by=None) | ~Q(text_uk=""),
                violation_error_message=_("Nobody wrote a text that is not there."),
            ),
        ]
        indexes = [
            GinIndex(SearchVector("source_pl", config="simple"), name="segment_polish_words"),
        ]

    def __str__(self) -> str:
        return f"{self.field}/{self.position}"
