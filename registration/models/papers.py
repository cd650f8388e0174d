"""Papers filled in on a person's behalf: what each said, who read it back, and what became of it."""

import json
import secrets
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from documents.models import Upload
from pup_portal.encrypted_fields import EncryptedTextField
from pup_portal.fields import public_id
from pup_portal.tracking import remembered
from registration.models.clients import Client
from registration.models.freezing import frozen_with_the_client
from registration.models.templates import TemplateVersion
from registration.vocabulary import ContactLanguage

if TYPE_CHECKING:
    from accounts.models import User

# Part of every stored value: never change it.
DATA = "registration.paper.data"
SHORT_HASH = 12
# Letters and digits that nobody takes for one another when they type them from a card.
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH = 16


class PaperPurpose(models.TextChoices):
    """What a set of papers is for."""

    UNEMPLOYED = "unemployed", _("registration as unemployed")
    JOB_SEEKER = "job_seeker", _("registration as job-seeker")
    SUPPORT = "support", _("support without registration")
    CHANGE = "change", _("change of data")
    CARD = "card", _("personal card")
    OTHER = "other", _("another purpose")


class PaperState(models.TextChoices):
    UNSIGNED = "unsigned", _("unsigned")
    SIGNED = "signed", _("signed")
    OUTDATED = "outdated", _("outdated")
    VOID = "void", _("void")


# A paper that was signed by hand before the record changed may still be told of afterwards.
PAPER_TRANSITIONS: dict[PaperState, frozenset[PaperState]] = {
    PaperState.UNSIGNED: frozenset({PaperState.SIGNED, PaperState.OUTDATED, PaperState.VOID}),
    PaperState.OUTDATED: frozenset({PaperState.SIGNED, PaperState.VOID}),
    PaperState.SIGNED: frozenset({PaperState.VOID}),
    PaperState.VOID: frozenset(),
}

PAPER_TAGS: dict[PaperState, str] = {
    PaperState.UNSIGNED: "tag-blue",
    PaperState.SIGNED: "tag-green",
    PaperState.OUTDATED: "tag-yellow",
    PaperState.VOID: "tag-grey",
}


class Confirmation(models.TextChoices):
    """What the person said after the paper was read back."""

    ALL_TRUE = "all_true", _("understood it and said that all of it is true")
    AFTER_CORRECTIONS = "corrected", _("understood it; it was corrected and read back again")


def new_token() -> str:
    """What a card's code holds: random, nothing of the person."""
    return "".join(secrets.choice(_CODE_LETTERS) for _place in range(_CODE_LENGTH))


def plain_token(typed: str) -> str:
    """A card's code as it is kept, however it is grouped and whatever its letters' size."""
    return typed.replace("-", "").upper()


def _signed(**options: Any) -> Any:
    """Who did it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, **options
    )


_SAYS_WHAT_IT_SAID = "paper_says_what_it_said"


@remembered()
class PaperSet(models.Model):
    """Papers made at once for one purpose; printed as one file."""

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="paper_sets")
    purpose = models.CharField(_("purpose"), max_length=12, choices=PaperPurpose)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = _signed()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("set of papers")
        verbose_name_plural = _("sets of papers")
        constraints = [
            models.CheckConstraint(
                name="paperset_purpose_is_known", condition=Q(purpose__in=list(PaperPurpose))
            ),
        ]
        triggers = [frozen_with_the_client("paperset_is_frozen_with_the_client")]

    def __str__(self) -> str:
        return str(self.get_purpose_display())

    def get_absolute_url(self) -> str:
        return reverse("registration:paper-set", args=[self.client.public_id, self.public_id])


class PaperQuerySet(models.QuerySet["Paper"]):
    def visible_to(self, user: "User") -> Self:
        """Those of the people ``user`` may see. Every page and file starts here."""
        if not user.may(Act.SEE_PAPERS):
            return self.none()
        return self.filter(client__in=Client.objects.visible_to(user))

    def unsigned(self) -> Self:
        return self.filter(state=PaperState.UNSIGNED)

    def for_list(self) -> Self:
        """Newest first, with all that a row shows and nothing of the data."""
        return (
            self.select_related("version__template", "filled_by", "read_back_by", "paper_set")
            .defer("data")
            .order_by("-pk")
        )

    def for_page(self) -> Self:
        return self.select_related(
            "client", "version__template", "paper_set", "filled_by", "read_back_by", "signed_by", "void_by", "scan",
            "supersedes",
        ).defer("data")  # fmt: skip

    def for_print(self) -> Self:
        """With the data and the sections of the wording."""
        return (
            self.select_related("client", "version__template", "filled_by", "read_back_by")
            .prefetch_related("version__sections")
            .order_by("position", "pk")
        )


@remembered(exclude=["data", "token"])
class Paper(models.Model):
    """One paper of one person with the data it was filled in with. Written only by ``registration.papers.services``."""

    State = PaperState

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="papers")
    paper_set = models.ForeignKey(
        PaperSet, on_delete=models.SET_NULL, null=True, blank=True, related_name="papers", editable=False
    )
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    version = models.ForeignKey(
        TemplateVersion, on_delete=models.PROTECT, related_name="papers", verbose_name=_("paper")
    )
    state = models.CharField(_("state"), max_length=10, choices=PaperState, default=PaperState.UNSIGNED)
    data = EncryptedTextField(binding=DATA, editable=False)
    data_hash = models.CharField(_("mark of the data"), max_length=64, editable=False)
    is_final = models.BooleanField(_("every text stands in Polish"), default=True)
    token = models.CharField(max_length=_CODE_LENGTH, null=True, blank=True, unique=True, editable=False)
    supersedes = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="superseded_by", editable=False
    )
    filled_at = models.DateTimeField(default=timezone.now, editable=False)
    filled_by = _signed()

    read_back_language = models.CharField(
        _("language it was read back in"), max_length=2, choices=ContactLanguage, blank=True
    )
    interpreter = models.CharField(_("interpreter"), max_length=120, blank=True)
    confirmation = models.CharField(
        _("what the person said"), max_length=10, choices=Confirmation, blank=True
    )
    read_back_at = models.DateTimeField(_("read back"), null=True, blank=True)
    read_back_by = _signed(null=True, blank=True)

    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    scan = models.ForeignKey(
        Upload, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    signed_by = _signed(null=True, blank=True)

    outdated_at = models.DateTimeField(_("outdated since"), null=True, blank=True, editable=False)

    void_reason = models.CharField(_("why it is void"), max_length=300, blank=True)
    void_at = models.DateTimeField(null=True, blank=True, editable=False)
    void_by = _signed(null=True, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("filled-in paper")
        verbose_name_plural = _("filled-in papers")
        constraints = [
            models.CheckConstraint(name="paper_state_is_known", condition=Q(state__in=list(PaperState))),
            models.CheckConstraint(
                name="paper_keeps_its_data_with_the_hash", condition=~Q(data="") & ~Q(data_hash="")
            ),
            models.CheckConstraint(
                name="paper_read_back_is_whole",
                condition=Q(read_back_at=None, read_back_by=None, read_back_language="", confirmation="")
                | (
                    Q(read_back_at__isnull=False, read_back_by__isnull=False)
                    & ~Q(read_back_language="")
                    & ~Q(confirmation="")
                ),
            ),
            models.CheckConstraint(
                name="paper_signed_on_at_and_by_when_signed",
                condition=Q(signed_on__isnull=False, signed_at__isnull=False, signed_by__isnull=False)
                | (Q(signed_on=None, signed_at=None, signed_by=None) & ~Q(state="signed")),
            ),
            models.CheckConstraint(
                name="paper_signed_is_final",
                condition=~Q(state="signed") | Q(is_final=True),
                violation_error_message=_("A paper with text that has no Polish yet cannot be signed."),
            ),
            models.CheckConstraint(
                name="paper_outdated_since_a_moment",
                condition=~Q(state="outdated") | Q(outdated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="paper_void_at_by_and_why_when_void",
                condition=(Q(state="void", void_at__isnull=False, void_by__isnull=False) & ~Q(void_reason=""))
                | (~Q(state="void") & Q(void_at=None, void_by=None, void_reason="")),
            ),
            models.UniqueConstraint(
                name="paper_is_unsigned_once_per_content",
                fields=["client", "version", "data_hash"],
                condition=Q(state="unsigned"),
            ),
        ]
        triggers = [
            frozen_with_the_client("paper_is_frozen_with_the_client"),
            pgtrigger.Trigger(
                name=_SAYS_WHAT_IT_SAID,
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "version", "data", "data_hash", "is_final", "token", "filled_at", "filled_by"
                ),
                func="RAISE EXCEPTION 'what a paper said does not change'"
                f" USING ERRCODE = 'check_violation', CONSTRAINT = '{_SAYS_WHAT_IT_SAID}';",
            ),
        ]

    def __str__(self) -> str:
        return self.version.title

    def get_absolute_url(self) -> str:
        return reverse("registration:paper", args=[self.client.public_id, self.public_id])

    @property
    def packed(self) -> dict[str, Any]:
        """The data as ``placeholders.unpack`` reads it."""
        packed: dict[str, Any] = json.loads(self.data)
        return packed

    @property
    def short_hash(self) -> str:
        """Enough of the hash to tell two prints apart by eye."""
        return self.data_hash[:SHORT_HASH]

    @property
    def state_tag(self) -> str:
        """The colour of the state on pages."""
        return PAPER_TAGS[PaperState(self.state)]

    @property
    def is_unsigned(self) -> bool:
        return self.state == PaperState.UNSIGNED

    @property
    def is_signed(self) -> bool:
        return self.state == PaperState.SIGNED

    @property
    def is_outdated(self) -> bool:
        return self.state == PaperState.OUTDATED

    @property
    def is_void(self) -> bool:
        return self.state == PaperState.VOID

    def may_become(self, state: PaperState) -> bool:
        return state in PAPER_TRANSITIONS[PaperState(self.state)]
