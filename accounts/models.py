"""Members of staff. Refugees and employers have no account."""

from typing import Any

import pghistory
import pgtrigger
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.access_models import AccessAnchor as AccessAnchor
from accounts.access_models import AccessEntry as AccessEntry
from accounts.access_models import AccessRetention as AccessRetention
from accounts.access_models import AccessSeal as AccessSeal
from accounts.permissions import GRANTABLE, ROLE_ACTS, Act, Role
from pup_portal.fields import public_id


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """The first administrator of an installation (``manage.py createsuperuser``)."""
        return self.create_user(username, password, **{"role": Role.ADMINISTRATOR} | fields)

    def in_role(self, *roles: Role) -> "models.QuerySet[User]":
        return self.filter(is_active=True, role__in=roles)

    def for_list(self) -> "models.QuerySet[User]":
        """Everybody, who may sign in first."""
        return self.order_by("-is_active", "full_name", "pk")


@pghistory.track(exclude=["password", "last_login", "session_epoch"], append_only=True)
class User(AbstractBaseUser):
    """A member of staff with one role. What the role may do stands in ``accounts.permissions``."""

    public_id = public_id()
    username = models.CharField(
        _("username"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("A member of staff with this username exists already.")},
    )
    full_name = models.CharField(_("first name and surname"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    granted_acts = models.JSONField(_("given abilities"), default=list, blank=True)
    language = models.CharField(_("language of the interface"), max_length=2, default="pl")
    is_active = models.BooleanField(_("may sign in"), default=True)
    session_epoch = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["full_name", "pk"]
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")
        constraints = [
            models.CheckConstraint(
                name="user_role_is_known",
                condition=Q(role__in=list(Role)),
                violation_error_message=_("Choose one of the roles of the office."),
            ),
            models.CheckConstraint(
                name="user_has_a_name",
                condition=~Q(full_name=""),
                violation_error_message=_("Enter the first name and surname."),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What Django compares at every request: a new password or epoch ends all sessions at once."""
        proof = f"{self.password}:{self.session_epoch}"
        return salted_hmac("accounts.session", proof, secret=secret, algorithm="sha256").hexdigest()

    def may(self, act: Act) -> bool:
        """Whether the role brings ``act``, or an administrator has given it to this person."""
        role = Role(self.role)
        if act in ROLE_ACTS[role]:
            return True
        return act in self.granted_acts and role in GRANTABLE.get(act, frozenset())


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Neither used nor withdrawn; it may have expired."""
        return self.filter(used_at=None, withdrawn_at=None)

    def working(self) -> "InvitationQuerySet":
        return self.open().filter(expires_at__gt=timezone.now(), member__is_active=True)


class Invitation(models.Model):
    """A link by which one person sets a password once. The link is mailed; only its hash is kept."""

    public_id = public_id()
    member = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    # Nobody: made on the server by ``manage.py recover_administrator``.
    invited_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(
                name="invitation_ends_after_it_starts", condition=Q(expires_at__gt=F("invited_at"))
            ),
            models.CheckConstraint(
                name="invitation_ends_one_way", condition=Q(used_at=None) | Q(withdrawn_at=None)
            ),
            models.UniqueConstraint(
                name="invitation_one_is_open",
                fields=["member"],
                condition=Q(used_at=None, withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def has_expired(self) -> bool:
        return self.expires_at <= timezone.now()


class Recovery(models.Model):
    """Somebody stood before the administrator and got a lost way in back. Rows are only added."""

    member = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recoveries")
    # Nobody: done on the server by ``manage.py recover_administrator``.
    recovered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recovered_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(_("reason"), max_length=500)
    removed_second_factor = models.BooleanField(default=False)
    removed_password = models.BooleanField(default=False)

    class Meta:
        ordering = ["-recovered_at", "-pk"]
        verbose_name = _("recovery of an account")
        verbose_name_plural = _("recoveries of accounts")
        constraints = [
            models.CheckConstraint(name="recovery_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="recovery_removes_something",
                condition=Q(removed_second_factor=True) | Q(removed_password=True),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="recovery_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.recovered_at:%Y-%m-%d}"
