"""What people have approved before, and files of such pairs taken over from elsewhere."""

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from pup_portal.background import OwedWork, OwedWorkQuerySet
from pup_portal.fields import public_id


class Scope(models.TextChoices):
    """Where an entry serves. What only a file says is suggested, and never filled in by itself."""

    OFFICE = "office", _("everywhere in the office")
    DOMAIN = "domain", _("in its own domain only")
    FILE = "file", _("suggested only, as from a file")


class MemoryEntryQuerySet(models.QuerySet["MemoryEntry"]):
    def visible_to(self, user: User) -> Self:
        """All of them for whoever may see translations: no personal data is remembered."""
        return self if user.may(Act.SEE_TRANSLATIONS) else self.none()

    def serving(self, domain: str) -> Self:
        """Entries that may be suggested for a text of ``domain``."""
        return self.filter(Q(domain=domain) | ~Q(scope=Scope.DOMAIN), is_active=True)

    def with_words(self, words: list[list[int]]) -> Self:
        """Entries with each of ``words`` in any form; a word is given as the hashes of its forms."""
        found = self
        for hashes in words:
            found = found.filter(features__overlap=hashes)
        return found


class MemoryEntry(models.Model):
    """A pair of texts that a person has approved, numbers, dates and names replaced by typed places.

    ``key`` is the hash of the Polish template; in one domain the newest approval of the same Polish wins.
    ``features`` are hashes by which an entry is found: see ``translations.features``.
    """

    class Origin(models.TextChoices):
        APPROVED = "approved", _("approved here")
        IMPORTED = "imported", _("imported")

    public_id = public_id()
    key = models.CharField(max_length=64)
    template_pl = models.TextField(_("Polish text"))
    template_uk = models.TextField(_("Ukrainian text"))
    domain = models.CharField(_("domain"), max_length=40, blank=True)
    scope = models.CharField(_("where it serves"), max_length=10, choices=Scope, default=Scope.OFFICE)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.APPROVED)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="whose words these are, by hand or by a file, that nobody has approved in a text yet",
    )
    use_count = models.PositiveIntegerField(_("times used"), default=0)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)
    features = ArrayField(models.IntegerField(), default=list, editable=False)
    keyed_by = models.PositiveSmallIntegerField(
        default=0,
        db_default=0,
        editable=False,
        help_text="number of the rules of facts and places that made key and templates",
    )

    objects = MemoryEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-reviewed_at", "-pk"]
        verbose_name = _("entry of the memory")
        verbose_name_plural = _("translation memory")
        constraints = [
            models.UniqueConstraint(
                name="memoryentry_is_one_per_domain",
                fields=["key", "domain"],
                violation_error_message=_("The memory has this Polish text already in this domain."),
            ),
            models.CheckConstraint(
                name="memoryentry_has_both_texts", condition=~Q(template_pl="") & ~Q(template_uk="")
            ),
            models.CheckConstraint(name="memoryentry_scope_is_known", condition=Q(scope__in=list(Scope))),
            models.CheckConstraint(
                name="memoryentry_imported_from_a_file",
                condition=Q(origin="approved", file_name="") | (Q(origin="imported") & ~Q(file_name="")),
            ),
            models.CheckConstraint(
                name="memoryentry_scope_has_its_domain",
                condition=~Q(scope="domain") | ~Q(domain=""),
                violation_error_message=_("Name the domain in which the entry serves."),
            ),
        ]
        indexes = [
            # Not fastupdate: its list of pending rows is searched one by one.
            GinIndex(name="memoryentry_features", fields=["features"], fastupdate=False),
            models.Index(name="memoryentry_newest", fields=["-reviewed_at", "-id"]),
            models.Index(name="memoryentry_keyed_by", fields=["keyed_by", "id"]),
        ]

    def __str__(self) -> str:
        return self.template_pl

    def get_absolute_url(self) -> str:
        return reverse("translations:memory-edit", args=[self.public_id])

    @property
    def version(self) -> str:
        """Another with every other text: people and approvals change the date, new rules their number."""
        return f"{self.reviewed_at.isoformat()} {self.keyed_by}"


class ReplacedPair(models.Model):
    """A pair that became one with ``entry`` when the rules of facts changed, and was the older of the two."""

    entry = models.ForeignKey(MemoryEntry, models.CASCADE, related_name="replaced")
    template_pl = models.TextField(_("Polish text"))
    template_uk = models.TextField(_("Ukrainian text"))
    reviewed_at = models.DateTimeField()
    use_count = models.PositiveIntegerField(_("times used"), default=0)
    replaced_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-replaced_at", "-pk"]
        verbose_name = _("replaced pair")
        verbose_name_plural = _("replaced pairs")

    def __str__(self) -> str:
        return self.template_pl


class MemoryRekeying(OwedWork):
    """The change of all entries to the ``rules`` by which facts are found now: one row for each number of rules."""

    task: ClassVar[str] = "translations.tasks.rekey_memory"
    lease_for: ClassVar[timedelta] = timedelta(minutes=5)

    rules = models.PositiveSmallIntegerField()
    rekeyed = models.PositiveIntegerField(default=0, help_text="entries brought to the rules")
    merged = models.PositiveIntegerField(default=0, help_text="entries that became one with a newer one")

    class Meta(OwedWork.Meta):
        abstract = False
        ordering = ["-rules"]
        verbose_name = _("change of the memory to new rules")
        verbose_name_plural = _("changes of the memory to new rules")
        constraints = [
            *OwedWork.Meta.constraints,
            models.UniqueConstraint(name="memoryrekeying_is_one_for_each_number", fields=["rules"]),
        ]

    def __str__(self) -> str:
        return f"rules {self.rules}"


class MemoryImportQuerySet(OwedWorkQuerySet["MemoryImport"]):
    def visible_to(self, user: User) -> Self:
        return self if user.may(Act.REVIEW_TRANSLATIONS) else self.none()

    def for_list(self) -> Self:
        return self.select_related("uploaded_by")


class MemoryImport(OwedWork):
    """One file of pairs: first read and counted, then, when a person has said so, taken over.

    Counts are stored with the pairs they count, so a killed import goes on from ``position``.
    """

    class Format(models.TextChoices):
        TMX = "tmx", "TMX"
        CSV = "csv", "CSV"

    class Step(models.TextChoices):
        READING = "reading", _("being read")
        PREVIEW = "preview", _("waiting for your decision")
        TAKING_OVER = "taking_over", _("being taken over")
        TAKEN_OVER = "taken_over", _("taken over")
        REFUSED = "refused", _("refused")

    task: ClassVar[str] = "translations.tasks.import_memory"
    lease_for: ClassVar[timedelta] = timedelta(minutes=5)

    public_id = public_id()
    file = models.FileField(_("file"), upload_to="memory/", blank=True)
    file_name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    format = models.CharField(_("format"), max_length=5, choices=Format)
    domain = models.CharField(_("domain"), max_length=40, blank=True)
    scope = models.CharField(_("where it serves"), max_length=10, choices=Scope, default=Scope.FILE)
    replaces = models.BooleanField(_("replace what differs"), default=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    step = models.CharField(max_length=12, choices=Step, default=Step.READING)
    position = models.PositiveIntegerField(default=0, help_text="pairs dealt with in this step")
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("the same"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    reasons = models.JSONField(default=dict, help_text="how many pairs were refused, by code of the reason")
    samples = models.JSONField(default=list, help_text="the first pairs of each kind, to look at")
    refusal = models.CharField(max_length=300, blank=True, help_text="message id: why nothing was read")

    objects = MemoryImportQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwedWork.Meta):
        abstract = False
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("import into the memory")
        verbose_name_plural = _("imports into the memory")
        constraints = [
            *OwedWork.Meta.constraints,
            models.CheckConstraint(
                name="memoryimport_step_is_known",
                condition=Q(step__in=["reading", "preview", "taking_over", "taken_over", "refused"]),
            ),
            models.CheckConstraint(
                name="memoryimport_scope_has_its_domain", condition=~Q(scope="domain") | ~Q(domain="")
            ),
            models.CheckConstraint(
                name="memoryimport_refused_with_a_reason",
                condition=Q(step="refused") & ~Q(refusal="") | ~Q(step="refused") & Q(refusal=""),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("translations:memory-import-detail", args=[self.public_id])
