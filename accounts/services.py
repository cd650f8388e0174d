"""Every write of staff accounts."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import letters, sessions
from accounts.models import Invitation, Recovery, User
from accounts.permissions import Role
from accounts.second_factor import remove_all
from pup_portal.db import DomainError, refused
from pup_portal.security_events import SecurityEvent, tell


class UsernameTaken(DomainError):
    """Another member of staff signs in with this name."""


class LastAdministrator(DomainError):
    """Without this person nobody could manage the office any more."""


class Disabled(DomainError):
    """Who may not sign in gets no password."""


class NoAddress(DomainError):
    """An invitation goes by e-mail only."""


class InvitationGone(DomainError):
    """Used, withdrawn, expired or never made."""


@transaction.atomic
def add_staff(*, username: str, full_name: str, role: str, **values: Any) -> User:
    """Add a member of staff without a password; ``invite`` lets them choose one."""
    member = User(username=username, full_name=full_name, role=role, **values)
    member.set_unusable_password()
    taken = UsernameTaken(_("A member of staff with this username exists already."))
    with refused(accounts_user_username_key=taken):
        member.save(force_insert=True)
    tell(SecurityEvent.ACCOUNT_ADDED, member=member.pk)
    return member


@transaction.atomic
def change_staff(*, member: User, **values: Any) -> User:
    """Write what differs of ``values``; raises ``LastAdministrator`` when nobody would be left to manage."""
    administrators = _administrators_held()
    held = User.objects.select_for_update(of=("self",)).get(pk=member.pk)
    before = held.email
    changed = [name for name, value in values.items() if getattr(held, name) != value]
    for name in changed:
        setattr(held, name, values[name])
    stays = held.is_active and held.role == Role.ADMINISTRATOR
    if not stays and administrators == {held.pk}:
        raise LastAdministrator(_("This is the last administrator who may sign in. Name another one first."))
    if changed:
        held.save(update_fields=changed)
        tell(SecurityEvent.ACCOUNT_CHANGED, member=held.pk, fields=changed)
    if not held.is_active:
        sessions.end_all(held)
    if "email" in changed and before:
        letters.tell_change(held, letters.ADDRESS_CHANGED, to=before)
    return held


@transaction.atomic
def invite(*, member: User, by: User | None) -> Invitation:
    """Mail the person a link that works once and for ``INVITATION_HOURS``; earlier links stop working.

    Raises ``Disabled`` and ``NoAddress``.
    """
    invitation, token = _new_invitation(member=member, by=by)
    letters.invite(invitation, token)
    return invitation


@transaction.atomic
def withdraw_invitation(*, member: User) -> None:
    """The link stops working. Withdrawing again changes nothing."""
    held = User.objects.select_for_update(of=("self",)).get(pk=member.pk)
    held.invitations.open().update(withdrawn_at=timezone.now())


def working_invitation(token: str) -> Invitation | None:
    return Invitation.objects.working().select_related("member").filter(token_hash=_hash(token)).first()


@transaction.atomic
def accept_invitation(*, token: str, password: str) -> User:
    """Set the password, once; raises ``InvitationGone``."""
    working = Invitation.objects.working().select_for_update(of=("self",)).select_related("member")
    invitation = working.filter(token_hash=_hash(token)).first()
    if invitation is None:
        raise InvitationGone(_("This link no longer works: it was used already or it is too old."))
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    invitation.member.set_password(password)
    invitation.member.save(update_fields=["password"])
    sessions.end_all(invitation.member)
    tell(SecurityEvent.INVITATION_USED, member=invitation.member.pk)
    return invitation.member


@transaction.atomic
def recover(*, member: User, by: User | None, reason: str, second_factor: bool, password: bool) -> str:
    """Give a way in back to somebody known in person: end their sessions, remove what was lost, write it down.

    With ``password`` they are invited anew, and the token of the invitation is returned for who stands at
    the server's console without an e-mail; else it is empty. Raises ``Disabled`` and ``NoAddress``.
    """
    held = User.objects.select_for_update(of=("self",)).get(pk=member.pk)
    Recovery.objects.create(
        member=held,
        recovered_by=by,
        reason=reason,
        removed_second_factor=second_factor,
        removed_password=password,
    )
    if second_factor:
        remove_all(held)
    letters.tell_recovery(held, second_factor=second_factor, password=password)
    token = _start_anew(held, by=by) if password else ""
    sessions.end_all(held)
    tell(SecurityEvent.ACCOUNT_RECOVERED, member=held.pk, by=by.pk if by else None)
    return token


@transaction.atomic
def end_all_sessions(*, member: User, by: User) -> None:
    sessions.end_all(User.objects.select_for_update(of=("self",)).get(pk=member.pk))
    tell(SecurityEvent.SESSIONS_ENDED, member=member.pk, by=by.pk)


@transaction.atomic
def end_session(*, user: User, handle: str) -> bool:
    """End one of one's own; say whether there was such a one."""
    return sessions.end_one(user, handle)


@transaction.atomic
def end_other_sessions(*, request: HttpRequest, user: User) -> None:
    sessions.end_others(request, user)


@transaction.atomic
def note_second_factor(*, request: HttpRequest, user: User) -> None:
    """This session has set one up. Any other that only gave the password ends: it may be a thief's."""
    if not request.session.get(sessions.PROVED):
        request.session[sessions.PROVED] = True
        sessions.end_others(request, User.objects.select_for_update(of=("self",)).get(pk=user.pk))


def _start_anew(member: User, *, by: User | None) -> str:
    member.set_unusable_password()
    member.save(update_fields=["password"])
    invitation, token = _new_invitation(member=member, by=by)
    letters.invite(invitation, token)
    return token


def _new_invitation(*, member: User, by: User | None) -> tuple[Invitation, str]:
    held = User.objects.select_for_update(of=("self",)).get(pk=member.pk)
    if not held.is_active:
        raise Disabled(_("This person may not sign in. Let them sign in first."))
    if by is not None and not held.email:
        raise NoAddress(_("This person has no e-mail address. Enter one first."))
    now, token = timezone.now(), secrets.token_urlsafe(32)
    held.invitations.open().update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        member=held,
        token_hash=_hash(token),
        invited_by=by,
        invited_at=now,
        expires_at=now + timedelta(hours=settings.INVITATION_HOURS),
    )
    tell(SecurityEvent.INVITED, member=held.pk, by=by.pk if by else None)
    return invitation, token


def _hash(token: str) -> str:
    """Of 256 random bits; slow hashing is for what people think up."""
    return hashlib.sha256(token.encode()).hexdigest()


def _administrators_held() -> set[int]:
    """Who may manage now, held until the end: two who demote each other at once come here in turn."""
    active = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk")
    return {person.pk for person in active.select_for_update(of=("self",)).only("pk")}
