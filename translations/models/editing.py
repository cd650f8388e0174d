"""Who is at work on a translation, and what they have typed without having saved it yet."""

import uuid
from datetime import datetime, timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from translations.models.texts import Segment, Translation

FREE_AFTER = timedelta(minutes=5)


@pghistory.track(
    fields=["translation", "holder", "taken_from", "taken_at"],
    model_name="EditingEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    append_only=True,
)
class Editing(models.Model):
    """The one page on which a translation is edited at a time. The row stays when its page is closed.

    ``page`` is given out anew to every page that is opened, so that an older one can no longer write.
    ``taken_from`` is who was at work when ``holder`` took over.
    """

    translation = models.OneToOneField(Translation, models.CASCADE, related_name="editing")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    page = models.UUIDField(default=uuid.uuid4)
    taken_from = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    let_go_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("page on which a translation is edited")
        verbose_name_plural = _("pages on which translations are edited")
        constraints = [
            models.CheckConstraint(
                name="editing_is_seen_since_it_is_taken",
                condition=Q(seen_at__gte=F("taken_at")),
                violation_error_message=_("Nobody is seen at work before they began."),
            ),
            models.CheckConstraint(
                name="editing_is_let_go_since_it_is_taken",
                condition=Q(let_go_at=None) | Q(let_go_at__gte=F("taken_at")),
                violation_error_message=_("Nobody stops before they began."),
            ),
            models.CheckConstraint(
                name="editing_is_taken_from_another",
                condition=Q(taken_from=None) | ~Q(taken_from=F("holder")),
                violation_error_message=_("Nobody takes over from themselves."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.holder_id}"

    def is_live(self, now: datetime | None = None) -> bool:
        """Whether the holder is at work: not let go, and seen within ``FREE_AFTER``."""
        return self.let_go_at is None and self.seen_at > (now or timezone.now()) - FREE_AFTER

    def keeps_out(self, user: "models.Model") -> bool:
        """Whether somebody other than ``user`` is at work at this moment."""
        return self.holder_id != user.pk and self.is_live()


class TypedText(models.Model):
    """The words standing in one field of the page, as the page sent them by itself; no draft yet.

    ``segment_key`` still names the sentence when the Polish has lost it: the words stay, without a home.
    ``page`` and ``sequence`` say which sending they came with, so that a late one replaces nothing newer.
    """

    translation = models.ForeignKey(Translation, models.CASCADE, related_name="typed_texts")
    segment = models.OneToOneField(Segment, models.SET_NULL, null=True, blank=True, related_name="typed_text")
    segment_key = models.BigIntegerField()
    source_pl = models.TextField(_("Polish text"))
    text_uk = models.TextField(_("Ukrainian text"), blank=True)
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_at = models.DateTimeField(default=timezone.now)
    page = models.UUIDField()
    sequence = models.PositiveIntegerField()

    class Meta:
        ordering = ["translation_id", "segment_key"]
        verbose_name = _("typed text")
        verbose_name_plural = _("typed texts")
        constraints = [
            models.UniqueConstraint(
                name="typedtext_is_one_per_sentence",
                fields=["translation", "segment_key"],
                violation_error_message=_("There is one typed text for each sentence."),
            ),
            models.CheckConstraint(
                name="typedtext_belongs_to_its_sentence",
                condition=Q(segment=None) | Q(segment=F("segment_key")),
                violation_error_message=_("A typed text belongs to the sentence it was typed for."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translation_id}/{self.segment_key}"
