"""How good the translations are: approvals, the checks that fired, and what reviewers let through with a reason."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from pup_portal.fields import public_id
from pup_portal.tracking import remembered
from translations.models.texts import Translation

SHORTEST_REASON = 10  # letters
_KEY_LENGTH = 32


class OverrideQuerySet(models.QuerySet["Override"]):
    def visible_to(self, user: User) -> Self:
        return self if user.may(Act.SEE_TRANSLATIONS) else self.none()

    def standing(self) -> Self:
        """Those that nobody has taken back."""
        return self.filter(withdrawn_at=None)

    def for_list(self) -> Self:
        return self.select_related("translation", "overridden_by", "withdrawn_by")


@remembered()
class Override(models.Model):
    """A reviewer's word that a check is wrong about one pair of texts, with the reason.

    It holds for these two texts and this finding only: ``key`` is made of them (``translations.overrides``), so
    with any change of either text the check speaks again.
    """

    class Why(models.TextChoices):
        SAME = "same", _("Both texts say the same")
        NAME = "name", _("It is a name and stays as it is")
        ON_PURPOSE = "on_purpose", _("The Ukrainian differs on purpose, the reader needs it so")
        POLISH_WRONG = "polish_wrong", _("The Polish has a slip, the Ukrainian says what is meant")
        OTHER = "other", _("Another reason")

    public_id = public_id()
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="overrides")
    key = models.CharField(max_length=_KEY_LENGTH, editable=False)
    code = models.CharField(_("check"), max_length=30)
    place = models.TextField(_("words it is about"), blank=True)
    is_blocking = models.BooleanField(_("would have stopped the approval"))
    source_pl = models.TextField(_("Polish text"))
    text_uk = models.TextField(_("Ukrainian text"))
    why = models.CharField(_("why it is right"), max_length=20, choices=Why)
    reason = models.CharField(
        _("in your own words"),
        max_length=500,
        blank=True,
        help_text=_("Needed for “another reason”. Others will read it, so no personal data, please."),
    )
    overridden_at = models.DateTimeField(default=timezone.now)
    overridden_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OverrideQuerySet.as_manager()

    class Meta:
        ordering = ["-overridden_at", "-pk"]
        verbose_name = _("finding let through")
        verbose_name_plural = _("findings let through")
        constraints = [
            models.UniqueConstraint(
                name="override_stands_once",
                fields=["translation", "key"],
                condition=Q(withdrawn_at=None),
                violation_error_message=_("This finding has been let through already."),
            ),
            models.CheckConstraint(
                name="override_why_is_known",
                condition=Q(why__in=["same", "name", "on_purpose", "polish_wrong", "other"]),
            ),
            models.CheckConstraint(
                name="override_another_reason_is_told",
                condition=~Q(why="other") | Q(reason__regex=r"\S.{8,}\S"),
                violation_error_message=_("Write the reason in at least 10 letters."),
            ),
            models.CheckConstraint(
                name="override_withdrawn_at_and_by_together",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["-overridden_at", "-id"], name="override_newest"),
            models.Index(fields=["code", "-overridden_at", "-id"], name="override_newest_of_check"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.place}"

    @property
    def words(self) -> str:
        """The reason as people read it."""
        if self.why == self.Why.OTHER:
            return self.reason
        return " – ".join(filter(None, [self.get_why_display(), self.reason]))


class Approval(models.Model):
    """That somebody approved one version of a translation, and what its text was made of.

    Sentences that had been approved as they stand are ``kept``; each other one is counted once, by what it was
    first drafted from, and whether a person changed that. ``owed_at`` is since when readers waited: the text came
    in, or its Polish changed; none for a correction of what was approved. The row outlives its translation.
    """

    translation = models.ForeignKey(
        Translation, on_delete=models.SET_NULL, null=True, related_name="approvals"
    )
    version = models.PositiveIntegerField(help_text="of the page that was approved")
    domain = models.CharField(max_length=40, blank=True)
    owed_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sentences = models.PositiveIntegerField()
    words = models.PositiveIntegerField(help_text="Polish words of the sentences that were not kept")
    kept = models.PositiveIntegerField(default=0)
    coded = models.PositiveIntegerField(default=0)
    coded_edited = models.PositiveIntegerField(default=0)
    glossary = models.PositiveIntegerField(default=0)
    glossary_edited = models.PositiveIntegerField(default=0)
    memory = models.PositiveIntegerField(default=0)
    memory_edited = models.PositiveIntegerField(default=0)
    machine = models.PositiveIntegerField(default=0)
    machine_edited = models.PositiveIntegerField(default=0)
    person = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-approved_at", "-pk"]
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.UniqueConstraint(name="approval_is_one_per_version", fields=["translation", "version"]),
            models.CheckConstraint(
                name="approval_sentences_add_up",
                condition=Q(
                    sentences=F("kept") + F("coded") + F("coded_edited") + F("glossary") + F("glossary_edited")
                    + F("memory") + F("memory_edited") + F("machine") + F("machine_edited") + F("person")
                ),
            ),
            models.CheckConstraint(
                name="approval_comes_after_it_was_owed",
                condition=Q(owed_at=None) | Q(owed_at__lte=F("approved_at")),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["approved_at"], name="approval_by_time")]

    def __str__(self) -> str:
        return f"{self.translation_id}/{self.version}"


class CheckFired(models.Model):
    """One finding that a reviewer met when approving: it stopped the approval, was let through, or stood as a warning.

    What stopped an approval is written once for the same texts, however often they were sent.
    """

    class Outcome(models.TextChoices):
        STOPPED = "stopped", _("stopped the approval")
        OVERRIDDEN = "overridden", _("let through with a reason")
        LEFT = "left", _("left as a warning")

    translation = models.ForeignKey(Translation, on_delete=models.SET_NULL, null=True, related_name="+")
    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, null=True, related_name="fired")
    override = models.ForeignKey(Override, on_delete=models.SET_NULL, null=True, related_name="fired")
    key = models.CharField(max_length=_KEY_LENGTH)
    code = models.CharField(_("check"), max_length=30)
    outcome = models.CharField(max_length=10, choices=Outcome)
    fired_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-fired_at", "-pk"]
        verbose_name = _("check that fired")
        verbose_name_plural = _("checks that fired")
        constraints = [
            models.UniqueConstraint(
                name="checkfired_stops_the_same_texts_once",
                fields=["translation", "key"],
                condition=Q(outcome="stopped"),
            ),
            models.CheckConstraint(
                name="checkfired_outcome_is_known", condition=Q(outcome__in=["stopped", "overridden", "left"])
            ),
            models.CheckConstraint(
                name="checkfired_belongs_to_an_approval_unless_it_stopped_one",
                condition=Q(outcome="stopped", approval=None)
                | (~Q(outcome="stopped") & Q(approval__isnull=False)),
            ),
            models.CheckConstraint(
                name="checkfired_override_let_it_through",
                condition=Q(override=None) | Q(outcome="overridden"),
            ),
        ]
        indexes = [models.Index(fields=["fired_at", "code", "outcome"], name="checkfired_by_time")]

    def __str__(self) -> str:
        return f"{self.code}: {self.outcome}"


class PublishedShare(models.Model):
    """How much of what was published in one week had an approved text, as last counted in that week."""

    week = models.DateField(help_text="its Monday")
    domain = models.CharField(max_length=40)
    published = models.PositiveIntegerField()
    translated = models.PositiveIntegerField()
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-week", "domain"]
        verbose_name = _("share of published texts that are translated")
        verbose_name_plural = _("shares of published texts that are translated")
        constraints = [
            models.UniqueConstraint(name="publishedshare_is_one_per_week", fields=["week", "domain"]),
            models.CheckConstraint(
                name="publishedshare_week_is_its_monday", condition=Q(week__iso_week_day=1)
            ),
            models.CheckConstraint(
                name="publishedshare_translated_are_published", condition=Q(translated__lte=F("published"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.week:%G-W%V}"
