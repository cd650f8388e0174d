"""Engines that translate: what the office decided about each, what each has used, and how each does."""

from datetime import datetime

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.background import OwedWork
from pup_portal.fields import public_id
from translations.models.texts import Translation

# What a month of DeepL's free plan holds.
DEFAULT_MONTHLY_CHARACTERS = 500_000


class EngineCode(models.TextChoices):
    MEMORY = "memory", _("memory")
    GLOSSARY = "glossary", _("glossary")
    LOCAL = "local", _("Model on this machine")
    LIBRETRANSLATE = "libretranslate", "LibreTranslate"
    ETRANSLATION = "etranslation", "eTranslation"
    DEEPL = "deepl", "DeepL"


OUTSIDE = (EngineCode.LOCAL, EngineCode.LIBRETRANSLATE, EngineCode.ETRANSLATION, EngineCode.DEEPL)


class Trouble(models.TextChoices):
    """Why an engine gave no text, in words for the administrator; never in words of the engine."""

    UNREACHABLE = "unreachable", _("It does not answer.")
    NOT_ALLOWED = "not-allowed", _("Its host is not in OUTBOUND_HOSTS, or the address is wrong.")
    REFUSED = "refused", _("It refuses our key or password.")
    BUSY = "busy", _("It asks us to wait: too many requests.")
    QUOTA = "quota", _("The quota bought from the provider is used up.")
    BROKEN = "broken", _("It reports an error of its own.")
    REJECTED = "rejected", _("It does not accept the request.")
    UNREADABLE = "unreadable", _("Its answer is cut off or cannot be read.")
    UNFIT = "unfit", _("Its translations did not pass the checks.")
    LATE = "late", _("The answer did not come in time.")
    MODEL = "model", _("The model cannot be loaded.")
    BUDGET = "budget", _("The budget of the month is used up.")
    RESTING = "resting", _("It rests after failures.")
    NOTHING = "nothing", _("There is nothing to translate: all of it is known facts and terms.")
    OFF = "off", _("It is off.")


@pghistory.track(append_only=True)
class EngineSetting(models.Model):
    """What the administrator decided about one engine. An engine without a row is off."""

    code = models.CharField(_("engine"), max_length=20, choices=EngineCode, unique=True, editable=False)
    is_on = models.BooleanField(_("in use"), default=False)
    rank = models.PositiveSmallIntegerField(
        _("rank"), default=50, help_text=_("The engine with the smallest number is asked first.")
    )
    monthly_characters = models.PositiveIntegerField(
        _("characters a month"),
        default=DEFAULT_MONTHLY_CHARACTERS,
        null=True,
        blank=True,
        help_text=_("Empty: no limit."),
    )
    agreement = models.TextField(_("agreement on personal data"), blank=True)
    agreed_at = models.DateTimeField(_("recorded"), null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ["rank", "code"]
        verbose_name = _("translation engine")
        verbose_name_plural = _("translation engines")
        constraints = [
            models.CheckConstraint(
                name="enginesetting_code_is_known",
                condition=Q(code__in=OUTSIDE),
                violation_error_message=_("There is no such engine."),
            ),
            models.CheckConstraint(
                name="enginesetting_agreement_is_whole",
                condition=Q(agreement="", agreed_at=None, agreed_by=None)
                | (~Q(agreement="") & Q(agreed_at__isnull=False, agreed_by__isnull=False)),
                violation_error_message=_("An agreement has its words, its time and who recorded it."),
            ),
        ]

    def __str__(self) -> str:
        return str(EngineCode(self.code).label)

    def get_absolute_url(self) -> str:
        return reverse("translations:engine-detail", args=[self.code])

    @property
    def has_agreement(self) -> bool:
        return self.agreed_at is not None


class EngineUse(models.Model):
    """What one engine was asked in one month. ``characters`` are charged before a request is sent."""

    engine = models.CharField(_("engine"), max_length=20, choices=EngineCode)
    month = models.DateField(_("month"))
    characters = models.PositiveBigIntegerField(_("characters"), default=0)
    requests = models.PositiveIntegerField(_("requests"), default=0)
    failures = models.PositiveIntegerField(_("failed requests"), default=0)

    class Meta:
        ordering = ["-month", "engine"]
        constraints = [
            models.UniqueConstraint(
                name="engineuse_is_one_per_engine_and_month",
                fields=["engine", "month"],
                violation_error_message=_("This month of the engine is counted already."),
            ),
            models.CheckConstraint(
                name="engineuse_month_is_its_first_day",
                condition=Q(month__day=1),
                violation_error_message=_("A month is named by its first day."),
            ),
            models.CheckConstraint(
                name="engineuse_fails_at_most_as_often_as_asked",
                condition=Q(failures__lte=models.F("requests")),
                violation_error_message=_("More requests failed than were sent."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engine} {self.month:%Y-%m}"


class EngineHealth(models.Model):
    """How one engine does, for all workers: failures in a row, and until when nobody asks it."""

    engine = models.CharField(_("engine"), max_length=20, choices=EngineCode, unique=True)
    failures = models.PositiveSmallIntegerField(default=0)
    rests_until = models.DateTimeField(null=True, blank=True)
    tried_until = models.DateTimeField(null=True, blank=True)
    last_ok_at = models.DateTimeField(null=True, blank=True)
    last_trouble = models.CharField(max_length=20, choices=Trouble, blank=True)
    last_trouble_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="enginehealth_trouble_has_its_time",
                condition=Q(last_trouble="", last_trouble_at=None)
                | (~Q(last_trouble="") & Q(last_trouble_at__isnull=False)),
                violation_error_message=_("A failure has its reason and its time."),
            ),
            models.CheckConstraint(
                name="enginehealth_rests_after_failures",
                condition=Q(rests_until=None) | Q(failures__gt=0),
                violation_error_message=_("Only an engine that failed may rest."),
            ),
        ]

    def __str__(self) -> str:
        return self.engine

    def is_resting(self, now: datetime) -> bool:
        return self.rests_until is not None and self.rests_until > now


class EngineRequest(OwedWork):
    """A question to an engine that answers later, at an address of ours.

    As owed work it owes the taking in of the answer: at once when it has come, or, at the deadline, the note
    that none came. ``token_hash`` is the hash of the word in that address; ``parts`` are the sentences with
    what their protected places stand for, ``results`` the accepted texts by sentence.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("waiting for the answer")
        ANSWERED = "answered", _("answered")
        REFUSED = "refused", _("refused by the engine")
        LATE = "late", _("no answer in time")

    task = "translations.tasks.settle_engine_request"

    public_id = public_id()
    engine = models.CharField(max_length=20, choices=EngineCode)
    translation = models.ForeignKey(
        Translation, on_delete=models.CASCADE, null=True, blank=True, related_name="engine_requests"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    sources = ArrayField(models.TextField())
    parts = models.JSONField()
    outside_id = models.CharField(max_length=40, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    results = models.JSONField(default=dict)

    class Meta(OwedWork.Meta):
        verbose_name = _("question to a translation engine")
        constraints = [
            *OwedWork.Meta.constraints,
            models.CheckConstraint(
                name="enginerequest_answer_has_its_time",
                condition=Q(answered_at__isnull=False)
                | (Q(answer="") & ~Q(outcome__in=["answered", "refused"])),
                violation_error_message=_("An answer has its time."),
            ),
        ]
        indexes = [*OwedWork.Meta.indexes, models.Index(fields=["asked_at"], name="enginerequest_by_age")]

    def __str__(self) -> str:
        return f"{self.engine} {self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def is_waiting(self) -> bool:
        """Whether an answer may still come and be taken in."""
        return self.finished_at is None and self.state != OwedWork.State.FAILED


class EngineRetry(OwedWork):
    """That a translation is to be drafted once more, as an engine failed when it was drafted."""

    task = "translations.tasks.draft_again"

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="engine_retry")
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta(OwedWork.Meta):
        verbose_name = _("another draft after an engine failed")

    def __str__(self) -> str:
        return str(self.translation_id)


class EngineTrial(OwedWork):
    """A sentence an administrator had an engine translate, to see it work. Kept until the next trial."""

    task = "translations.tasks.try_engine"

    engine = models.CharField(max_length=20, choices=EngineCode)
    sentence = models.CharField(
        _("Polish sentence"),
        max_length=300,
        help_text=_("No personal data, please: the engine may be outside of the office."),
    )
    answer = models.TextField(blank=True)
    trouble = models.CharField(max_length=20, choices=Trouble, blank=True)
    request = models.ForeignKey(EngineRequest, on_delete=models.SET_NULL, null=True, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta(OwedWork.Meta):
        verbose_name = _("trial of a translation engine")
        constraints = [
            *OwedWork.Meta.constraints,
            models.CheckConstraint(
                name="enginetrial_ends_one_way",
                condition=Q(answer="") | Q(trouble=""),
                violation_error_message=_("A trial gives a text or a reason, not both."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engine} {self.owed_at:%Y-%m-%d %H:%M}"
