"""Papers the office prints, and scans and photos it is given: about what, and the file."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents import holders, kinds
from pup_portal.background import OwedWork, OwedWorkQuerySet
from pup_portal.encrypted_fields import EncryptedTextField
from pup_portal.fields import public_id
from pup_portal.person_data import HeldFile
from pup_portal.tracking import remembered
from pup_portal.uploads import MediaType

FOLDER = "documents"
UPLOADS = "uploads"
# Part of every stored value: never change it.
HTML = "documents.document.html"


class DocumentQuerySet(OwedWorkQuerySet["Document"]):
    def about(self, subject: models.Model) -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
            object_id=subject.pk,
        )

    def about_any(self, subjects: "models.QuerySet[Any]") -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(subjects.model, for_concrete_model=False),
            object_id__in=list(subjects.values_list("pk", flat=True)),
        )

    def held_files(self) -> Iterator[HeldFile]:
        """The made files under their titles, for whom they are about."""
        for document in self.filter(state=OwedWork.State.DONE).for_page().order_by("pk"):
            yield HeldFile(f"{document.title} ({document.language}).pdf", str(document.file.name))

    def replaced_by(self, newer: "Document") -> Self:
        """Made documents of the same kind, subject and language, older than ``newer``."""
        same = {name: getattr(newer, name) for name in ("kind", "content_type_id", "object_id", "language")}
        return self.filter(state=OwedWork.State.DONE, pk__lt=newer.pk, **same)

    def erase(self) -> None:
        """Delete the rows and, once that is committed, their files.

        Also the file that a worker killed in the middle of its work has left in an unfinished row's place.
        """
        rows = list(self.only("storage_key", "file"))
        self.delete()
        names = {name for row in rows for name in (row.place, row.file.name) if name}
        transaction.on_commit(lambda: _delete_files(names))

    def erase_with_files(self) -> None:
        """Delete the files and then the rows: killed half-way, the rows still say what is left to delete."""
        _delete_files(list(self.exclude(file="").values_list("file", flat=True)))
        self.delete()

    def for_list(self) -> Self:
        """Newest first, with all that ``documents/_documents.html`` touches."""
        return self.for_page().select_related("requested_by").order_by("-owed_at", "-pk")

    def for_page(self) -> Self:
        return self.defer("html", "images")


def _delete_files(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)


class Document(OwedWork):
    """One PDF about one subject. Made once per content: the same words give the same row.

    ``html`` and ``images`` are what was ordered, kept only until the file is made: the paper says what was
    true when it was asked for, and the worker needs nothing but this row.
    """

    task: ClassVar[str] = "documents.tasks.make_document"

    public_id = public_id()
    kind = models.CharField(_("kind"), max_length=60)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.BigIntegerField()
    subject = GenericForeignKey("content_type", "object_id", for_concrete_model=False)
    language = models.CharField(_("language"), max_length=2)
    title = models.CharField(_("title"), max_length=200)
    input_hash = models.CharField(max_length=64)
    # Sealed like the numbers it may quote: it waits in the database until a worker has made the file.
    html = EncryptedTextField(binding=HTML, blank=True)
    images = models.JSONField(default=dict, blank=True)
    storage_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), max_length=200, blank=True)
    page_count = models.PositiveSmallIntegerField(_("number of pages"), null=True, blank=True)
    requested_by = models.ForeignKey(
        User, verbose_name=_("ordered by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar = DocumentQuerySet.as_manager()

    class Meta(OwedWork.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            *OwedWork.Meta.constraints,
            models.UniqueConstraint(
                name="document_is_made_once_per_content",
                fields=["content_type", "object_id", "kind", "language", "input_hash"],
            ),
            models.CheckConstraint(
                name="document_has_file_and_pages_when_done",
                condition=(Q(state="done", page_count__gte=1, html="") & ~Q(file=""))
                | (~Q(state="done") & ~Q(html="") & Q(file="", page_count=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("documents:document-detail", args=[self.public_id])

    @property
    def place(self) -> str:
        """Where the file goes: one place per row, whichever attempt makes it."""
        return f"{FOLDER}/{self.storage_key.hex[:2]}/{self.storage_key.hex}.pdf"

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == self.State.FAILED

    @property
    def filename(self) -> str:
        """The name under which a browser saves the file."""
        return f"{self.title}.pdf"

    @property
    def home_url(self) -> str:
        """The desk's page about what was printed; empty for kinds that have none."""
        home = kinds.kind_of(self.kind).home
        return home(self.subject) if home else ""

    def may_be_opened_by(self, user: object) -> bool:
        """Ask the guard of the document's kind. Every way to the file starts here."""
        return kinds.may_open(user, key=self.kind, subject=self.subject)  # type: ignore[arg-type]

    @property
    def people(self) -> list[models.Model]:
        """Whose data stand in it."""
        return kinds.people_in(self.kind, self.subject)


class UploadKind(models.TextChoices):
    """What a scan or photo shows."""

    IDENTITY = "identity", _("identity document")
    STAY = "stay", _("right of residence, confirmation of PESEL UKR")
    EDUCATION = "education", _("diploma, certificate, licence")
    EMPLOYMENT = "employment", _("certificate of employment, reference")
    SIGNED = "signed", _("signed paper of the office")
    OTHER = "other", _("other")


class UploadQuerySet(models.QuerySet["Upload"]):
    def about(self, subject: models.Model) -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
            object_id=subject.pk,
        )

    def kept(self) -> Self:
        return self.filter(removed_at=None)

    def erase(self) -> None:
        """Delete the rows and, once that is committed, their files."""
        names = list(self.exclude(file="").values_list("file", flat=True))
        self.delete()
        transaction.on_commit(lambda: _delete_files(names))

    def erase_with_files(self) -> None:
        """Delete the files and then the rows: killed half-way, the rows still say what is left to delete."""
        _delete_files(list(self.exclude(file="").values_list("file", flat=True)))
        self.delete()

    def for_list(self) -> Self:
        """What is kept first, the newest on top, with the people a list names."""
        return self.select_related("added_by", "removed_by").order_by(
            models.F("removed_at").desc(nulls_first=True), "-pk"
        )


# The name and trace of a file that was removed are forgotten at once; so they must not stand in the history.
@remembered(exclude=["label", "file", "content_hash"])
class Upload(models.Model):
    """A scan or photo about a record, as it came through ``pup_portal.uploads``. Written by services only.

    A removed one leaves its row, with who removed it, when and why, and nothing of the file.
    """

    Kind = UploadKind

    public_id = public_id()
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.BigIntegerField()
    subject = GenericForeignKey("content_type", "object_id", for_concrete_model=False)
    kind = models.CharField(_("what it shows"), max_length=12, choices=UploadKind)
    label = models.CharField(_("file name"), max_length=130, blank=True)
    media_type = models.CharField(max_length=20, choices=[(kind.value, kind.name) for kind in MediaType])
    page_count = models.PositiveSmallIntegerField(_("number of pages"))
    size = models.PositiveIntegerField(_("size"), help_text="bytes")
    content_hash = models.CharField(max_length=64, blank=True)
    was_scanned = models.BooleanField(_("checked for viruses"), default=False)
    file = models.FileField(_("file"), max_length=200, blank=True)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    removal_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects: ClassVar = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("scan or photo")
        verbose_name_plural = _("scans and photos")
        constraints = [
            models.UniqueConstraint(
                name="upload_is_kept_once_per_record",
                fields=["content_type", "object_id", "content_hash"],
                condition=Q(removed_at=None),
            ),
            models.CheckConstraint(
                name="upload_removed_at_by_and_why_together",
                condition=(Q(removed_at=None, removed_by=None, removal_reason=""))
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removal_reason="")),
            ),
            models.CheckConstraint(
                name="upload_has_its_file_until_removed",
                condition=(Q(removed_at=None) & ~Q(file="") & ~Q(content_hash="") & ~Q(label=""))
                | Q(removed_at__isnull=False, file="", content_hash="", label=""),
            ),
            models.CheckConstraint(
                name="upload_kind_and_format_are_known",
                condition=Q(kind__in=list(UploadKind), media_type__in=[kind.value for kind in MediaType]),
            ),
            models.CheckConstraint(
                name="upload_has_pages_and_bytes",
                condition=Q(page_count__gte=1, size__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None

    def may_be_opened_by(self, user: User) -> bool:
        """Ask the guard of the record it is about. Every way to the file starts here."""
        return not self.is_removed and holders.may_see(user, self.subject)
