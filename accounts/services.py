"""Every write of staff accounts."""

from typing import Any

import structlog
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Role
from pup_portal.db import DomainError, refused

log = structlog.get_logger(__name__)


class UsernameTaken(DomainError):
    """Another member of staff signs in with this name."""


class LastAdministrator(DomainError):
    """Without this person nobody could manage the office any more."""


class Disabled(DomainError):
    """Who may not sign in gets no password."""


@transaction.atomic
def add_staff(*, username: str, full_name: str, role: str, **values: Any) -> User:
    """Add a member of staff without a password; ``password_link`` lets them choose one."""
    member = User(username=username, full_name=full_name, role=role, **values)
    member.set_unusable_password()
    taken = UsernameTaken(_("A member of staff with this username exists already."))
    with refused(accounts_user_username_key=taken):
        member.save(force_insert=True)
    return member


@transaction.atomic
def change_staff(*, member: User, **values: Any) -> User:
    """Write what differs of ``values``; raises ``LastAdministrator`` when nobody would be left to manage."""
    administrators = _administrators_held()
    held = User.objects.select_for_update(of=("self",)).get(pk=member.pk)
    changed = [name for name, value in values.items() if getattr(held, name) != value]
    for name in changed:
        setattr(held, name, values[name])
    stays = held.is_active and held.role == Role.ADMINISTRATOR
    if not stays and administrators == {held.pk}:
        raise LastAdministrator(_("This is the last administrator who may sign in. Name another one first."))
    if changed:
        held.save(update_fields=changed)
    return held


def password_link(*, member: User, by: User) -> str:
    """The path, in the member's language, where they set their password once, within three days."""
    if not member.is_active:
        raise Disabled(_("This person may not sign in. Let them sign in first."))
    key = default_token_generator.make_token(member)
    log.info("password_link_made", member=member.pk, by=by.pk)
    with translation.override(member.language):
        return reverse(
            "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(member), "key": key}
        )


def _administrators_held() -> set[int]:
    """Who may manage now, held until the end: two who demote each other at once come here in turn."""
    active = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk")
    return {person.pk for person in active.select_for_update(of=("self",)).only("pk")}
