"""Lists of people from a meeting or another office, on their way into the register."""

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from pup_portal.background import OwedWork
from pup_portal.encrypted_fields import EncryptedTextField
from pup_portal.fields import public_id
from registration.models.clients import Client

if TYPE_CHECKING:
    from accounts.models import User

CELLS = "registration.sheetrow.cells"


class SheetStage(models.TextChoices):
    UPLOADED = "uploaded", _("the columns have to be named")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("waits for your decision")
    IMPORTING = "importing", _("being taken over")
    IMPORTED = "imported", _("taken over")
    CANCELLED = "cancelled", _("given up")


class SheetImportQuerySet(models.QuerySet["SheetImport"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.EDIT_CLIENTS) else self.none()

    def for_list(self) -> Self:
        return self.select_related("uploaded_by")


class SheetImport(models.Model):
    """One sheet. Its rows are kept, sealed, only until they are taken over, given up or a week old."""

    Stage = SheetStage

    public_id = public_id()
    original_name = models.CharField(_("file name"), max_length=200)
    headings = models.JSONField(default=list)
    mapping = models.JSONField(default=list, help_text="for each column the key of what it holds, or nothing")
    stage = models.CharField(_("stage"), max_length=10, choices=SheetStage, default=SheetStage.UPLOADED)
    imported = models.PositiveIntegerField(_("people taken in"), default=0)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = SheetImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import of people")
        verbose_name_plural = _("imports of people")
        constraints = [
            models.CheckConstraint(
                name="sheetimport_stage_is_known", condition=Q(stage__in=list(SheetStage))
            ),
        ]

    def __str__(self) -> str:
        """The file's name, which goes with the rows: it may name a person."""
        day = date_format(timezone.localtime(self.uploaded_at), "SHORT_DATE_FORMAT")
        return self.original_name or gettext("Sheet of %(day)s") % {"day": day}

    def get_absolute_url(self) -> str:
        return reverse("sheets:sheet-detail", args=[self.public_id])


class SheetWork(OwedWork):
    """Checking the rows of a sheet, or taking its people in."""

    class Step(models.TextChoices):
        CHECK = "check", _("checking")
        IMPORT = "import", _("taking over")

    task: ClassVar[str] = "registration.tasks.work_on_sheet"
    lease_for: ClassVar[timedelta] = timedelta(minutes=9)

    sheet = models.ForeignKey(SheetImport, models.CASCADE, related_name="works")
    step = models.CharField(max_length=6, choices=Step)
    done = models.PositiveIntegerField(default=0)

    class Meta(OwedWork.Meta):
        verbose_name = _("work on an import of people")
        verbose_name_plural = _("work on imports of people")
        constraints = [
            *OwedWork.Meta.constraints,
            models.UniqueConstraint(
                name="sheetwork_is_one_at_a_time",
                fields=["sheet"],
                condition=Q(state__in=["owed", "running"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.sheet_id}"


class SheetRowQuerySet(models.QuerySet["SheetRow"]):
    def bad(self) -> Self:
        return self.exclude(problems={})

    def alike(self) -> Self:
        """Of people who may be clients already, or stand in the sheet twice."""
        return self.filter(Q(looks_like__isnull=False) | Q(same_as__isnull=False))

    def wanted(self) -> Self:
        return self.filter(is_left_out=False)


class SheetRow(models.Model):
    """One person of a sheet, as typed there. Nobody's record yet."""

    public_id = public_id()
    sheet = models.ForeignKey(SheetImport, models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField()
    cells = EncryptedTextField(binding=CELLS, help_text="JSON list of texts")
    problems = models.JSONField(default=dict, blank=True, help_text="message ids by number of the column")
    looks_like = models.ForeignKey(Client, models.SET_NULL, null=True, blank=True, related_name="+")
    same_as = models.PositiveIntegerField(null=True, blank=True, help_text="number of an earlier row")
    is_left_out = models.BooleanField(default=False)

    objects = SheetRowQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("row of an import of people")
        verbose_name_plural = _("rows of imports of people")
        constraints = [
            models.UniqueConstraint(name="sheetrow_once_per_sheet", fields=["sheet", "number"]),
            models.CheckConstraint(
                name="sheetrow_is_like_an_earlier_one",
                condition=Q(same_as=None) | Q(same_as__lt=models.F("number")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class SheetMapping(models.Model):
    """What the columns of a sheet with these headings held the last time."""

    key = models.CharField(max_length=64, unique=True)
    mapping = models.JSONField()
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("remembered columns")
        verbose_name_plural = _("remembered columns")

    def __str__(self) -> str:
        return self.key
