"""Printed papers: what was ordered, about what, and the file once it is made."""

import uuid
from typing import ClassVar, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents import kinds
from pup_portal.background import OwedWork, OwedWorkQuerySet
from pup_portal.fields import public_id

FOLDER = "documents"


class DocumentQuerySet(OwedWorkQuerySet["Document"]):
    def about(self, subject: models.Model) -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
            object_id=subject.pk,
        )

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

    def for_list(self) -> Self:
        """Newest first, with all that ``documents/_documents.html`` touches."""
        return self.for_page().select_related("requested_by").order_by("-owed_at", "-pk")

    def for_page(self) -> Self:
        return self.defer("html", "images")


def _delete_files(names: set[str]) -> None:
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
    html = models.TextField(blank=True)
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
