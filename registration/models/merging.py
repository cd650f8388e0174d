"""Records that may be of one person: what was found alike, what was asked and decided, what a merge moved."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from pup_portal.background import OwedWork
from pup_portal.encrypted_fields import EncryptedTextField
from pup_portal.fields import public_id
from pup_portal.tracking import remembered
from registration.models.clients import Client
from registration.vocabulary import CLOSED

if TYPE_CHECKING:
    from accounts.models import User

UNDONE_WITHIN = timedelta(days=30)
JOURNAL = "registration.mergestep.before"


def _signed(**options: Any) -> Any:
    """Who did it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, **options
    )


class Alike(models.TextChoices):
    """Why two records may be of one person."""

    PESEL = "pesel", "PESEL"
    DOCUMENT = "document", _("identity document")
    NAME = "name", _("name")
    SPELLING = "spelling", _("name in another spelling")
    BIRTH = "birth", _("date of birth")
    PHONE = "phone", _("phone")
    EMAIL = "email", _("e-mail")


class LikelyPairQuerySet(models.QuerySet["LikelyPair"]):
    def visible_to(self, user: "User") -> Self:
        """Those who answer for papers: they see every record that a pair may name."""
        return self if user.may(Act.SEE_PAPERS) else self.none()

    def waiting(self) -> Self:
        """Nobody has said yet whether these are one person, and both records are open."""
        rows = self.filter(state=LikelyPair.State.OPEN)
        return rows.exclude(one__state__in=CLOSED).exclude(other__state__in=CLOSED)

    def about(self, person: int) -> Self:
        return self.filter(Q(one=person) | Q(other=person))

    def for_list(self) -> Self:
        """The likeliest first, with all that a row of the list shows."""
        return self.select_related(
            "one__place", "one__accommodation", "other__place", "other__accommodation"
        ).order_by("-score", "-pk")


@remembered()
class LikelyPair(models.Model):
    """Two records that may be of one person. ``score`` is of 100; ``one`` is the older record."""

    class State(models.TextChoices):
        OPEN = "open", _("not looked at")
        DIFFERENT = "different", _("two people")

    public_id = public_id()
    one = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="pairs_as_one", db_index=False)
    other = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="pairs_as_other")
    score = models.PositiveSmallIntegerField(_("likeness"))
    reasons = ArrayField(models.CharField(max_length=10, choices=Alike), verbose_name=_("alike in"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    found_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    settled_by = _signed(null=True, blank=True)

    objects = LikelyPairQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "-pk"]
        verbose_name = _("likely duplicate")
        verbose_name_plural = _("likely duplicates")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="likelypair_is_found_once"),
            models.CheckConstraint(name="likelypair_older_first", condition=Q(one__lt=F("other"))),
            models.CheckConstraint(
                name="likelypair_score_is_of_100", condition=Q(score__gte=1, score__lte=100)
            ),
            models.CheckConstraint(
                name="likelypair_settled_at_and_by_when_settled",
                condition=Q(state="open", settled_at=None, settled_by=None)
                | Q(state="different", settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["-score", "-id"], name="likelypair_waiting", condition=Q(state="open"))
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"

    @property
    def reason_labels(self) -> list[str]:
        return [str(Alike(reason).label) for reason in self.reasons]

    @property
    def tag(self) -> str:
        """The colour of the score on pages."""
        return "tag-red" if self.score >= 90 else "tag-yellow" if self.score >= 75 else "tag-grey"


class Comparison(OwedWork):
    """Comparing one client with all others, owed anew whenever something telling has changed."""

    task: ClassVar[str] = "registration.tasks.compare_client"

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="comparison")

    class Meta(OwedWork.Meta):
        verbose_name = _("search for duplicates of a client")
        verbose_name_plural = _("searches for duplicates of clients")

    def __str__(self) -> str:
        return f"{self.client_id}"


class MergeState(models.TextChoices):
    ASKED = "asked", _("waits for the manager")
    DONE = "done", _("merged")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")
    UNDONE = "undone", _("merged and taken apart again")


MERGE_TAGS: dict[MergeState, str] = {
    MergeState.ASKED: "tag-yellow",
    MergeState.DONE: "tag-green",
    MergeState.REFUSED: "tag-red",
    MergeState.WITHDRAWN: "tag-grey",
    MergeState.UNDONE: "tag-blue",
}


class MergeQuerySet(models.QuerySet["Merge"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.SEE_PAPERS) else self.none()

    def waiting(self) -> Self:
        return self.filter(state=MergeState.ASKED)

    def about(self, person: int) -> Self:
        return self.filter(Q(keep=person) | Q(gone=person))

    def for_list(self) -> Self:
        """Newest first, with all that a row of the list shows."""
        return self.select_related("keep", "gone", "asked_by", "decided_by").order_by("-pk")


def check_choices(value: Any) -> None:
    sides = {"keep", "gone", "both"}
    if not isinstance(value, dict) or not set(value.values()) <= sides:
        raise ValidationError(_("This is no choice between two records."), code="choices")


@remembered()
class Merge(models.Model):
    """Making one record of two: asked by one member of staff, done by another, undone within 30 days.

    ``chosen`` says of which record each field is taken: {"names": "gone", "notes": "both"}; of ``keep`` if unsaid.
    """

    State = MergeState

    public_id = public_id()
    keep = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="merges_into")
    gone = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="merges_away")
    chosen = models.JSONField(default=dict, blank=True, validators=[check_choices])
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MergeState, default=MergeState.ASKED)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = _signed()
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_by = _signed(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)
    undone_by = _signed(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("merge of two records")
        verbose_name_plural = _("merges of two records")
        constraints = [
            models.CheckConstraint(name="merge_state_is_known", condition=Q(state__in=list(MergeState))),
            models.CheckConstraint(name="merge_is_of_two_records", condition=~Q(keep=F("gone"))),
            models.CheckConstraint(
                name="merge_decided_at_and_by_when_decided",
                condition=Q(state="asked", decided_at=None, decided_by=None)
                | (~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="merge_is_done_by_another",
                condition=Q(state__in=["asked", "withdrawn"]) | ~Q(decided_by=F("asked_by")),
                violation_error_message=_("Whoever asked cannot decide. Another manager has to."),
            ),
            models.CheckConstraint(
                name="merge_undone_at_and_by_when_undone",
                condition=Q(state="undone", undone_at__isnull=False, undone_by__isnull=False)
                | (~Q(state="undone") & Q(undone_at=None, undone_by=None)),
            ),
            models.UniqueConstraint(
                name="merge_is_asked_once",
                fields=["gone"],
                condition=Q(state="asked"),
                violation_error_message=_("Somebody has asked to merge this record already."),
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"], name="merge_by_state")]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.keep_id}"

    @property
    def is_waiting(self) -> bool:
        return self.state == MergeState.ASKED

    @property
    def undo_until(self) -> Any:
        """Until when it can be taken apart; ``None`` when it is not merged, or the time is over."""
        until = self.decided_at + UNDONE_WITHIN if self.decided_at else None
        is_open = self.state == MergeState.DONE and until is not None and until > timezone.now()
        return until if is_open else None

    @property
    def state_tag(self) -> str:
        """The colour of the state on pages."""
        return MERGE_TAGS[MergeState(self.state)]


class MergeStep(models.Model):
    """One row that a merge changed, moved, removed or made, as it was before and as the merge left it.

    Deleted when the merge can no longer be undone. ``before`` and ``after`` are columns as JSON, sealed.
    """

    public_id = public_id()
    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="steps")
    model = models.CharField(max_length=100)
    number = models.BigIntegerField()
    before = EncryptedTextField(binding=JOURNAL, blank=True)
    after = EncryptedTextField(binding="registration.mergestep.after", blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("step of a merge")
        verbose_name_plural = _("steps of merges")
        constraints = [
            models.UniqueConstraint(fields=["merge", "model", "number"], name="mergestep_once_for_a_row"),
            models.CheckConstraint(
                name="mergestep_changes_something", condition=~Q(before="") | ~Q(after="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.number}"
