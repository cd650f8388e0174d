"""Asking employers whether an offer still holds, and taking their answers."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from job_offers.confirming import letters, links
from job_offers.confirming.vocabulary import Answer, Outcome
from job_offers.lapse import confirmation_days
from job_offers.lifecycle import NotPossible
from job_offers.models import EmployerLink, Offer
from job_offers.services import publication
from pup_portal.db import DomainError

STOPPED = gettext_noop("The employer does not need people for this work any more.")


class LinkOver(DomainError):
    """The link is unknown, or its time is over."""


class AnsweredAlready(DomainError):
    """The link gave another answer before."""


def make_link(*, offer: Offer, by: User) -> tuple[EmployerLink, str]:
    """See ``links.make``."""
    return links.make(offer, by=by)


def mail_link(*, offer: Offer, by: User) -> EmployerLink:
    """See ``links.mail``."""
    return links.mail(offer, by=by)


@transaction.atomic
def take_answer(*, token: str, answer: Answer, posts: int | None = None, note: str = "") -> EmployerLink:
    """Record what the employer says, and let the offer follow at once where nothing stands against it.

    Otherwise the answer is held for the brokers, with the reason. The same answer again changes nothing.
    Raises ``LinkOver``, or ``AnsweredAlready`` when the link said something else before.
    """
    link = EmployerLink.objects.select_for_update(of=("self",)).filter(token_hash=links.digest(token)).first()
    if link is None:
        raise LinkOver
    if link.answered_at is not None:
        if (link.answer, link.posts) == (answer, posts if answer == Answer.STILL else None):
            return link
        raise AnsweredAlready
    if not link.is_open:
        raise LinkOver
    link.answered_at, link.answer, link.note = timezone.now(), answer, note
    link.posts = posts if answer == Answer.STILL else None
    link.held_because = _follow(link)
    link.outcome = Outcome.HELD if link.held_because or note else Outcome.DONE
    link.save()
    return link


@transaction.atomic
def look_at_answer(*, link: EmployerLink, by: User) -> EmployerLink:
    """Say that somebody has seen to a held answer; saying it again changes nothing."""
    link = EmployerLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.outcome != Outcome.HELD:
        raise NotPossible(_("This answer leaves nothing to do."))
    if link.looked_at is None:
        link.looked_at, link.looked_by = timezone.now(), by
        link.save(update_fields=["looked_at", "looked_by"])
    return link


def _follow(link: EmployerLink) -> str:
    """Let the offer follow the answer; why it could not, in the language of the office, or nothing."""
    steps: dict[str, Callable[[], Offer]] = {
        Answer.STILL: lambda: _confirm(link),
        Answer.FILLED: lambda: publication.fill_offer(offer=link.offer, by=None),
        Answer.STOPPED: lambda: publication.withdraw_offer(offer=link.offer, reason=STOPPED, by=None),
    }
    try:
        with translation.override(letters.LANGUAGE), transaction.atomic():
            steps[link.answer]()
    except DomainError as refusal:
        return str(refusal)[: EmployerLink._meta.get_field("held_because").max_length]
    return ""


def _confirm(link: EmployerLink) -> Offer:
    today = timezone.localdate()
    until = today + timedelta(days=confirmation_days(today))
    said = link.offer.valid_until
    return publication.confirm_offer(
        offer=link.offer, by=None, valid_until=max(said, until) if said else until, posts=link.posts
    )
