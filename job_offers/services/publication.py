"""An offer's way to its readers and off the board again."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers import board, texts
from job_offers.checks import require_facts, require_publishable
from job_offers.lifecycle import CONFIRMABLE, NotPossible, advance
from job_offers.models import Offer
from pup_portal.db import DomainError
from pup_portal.tracking import acting
from translations import services as translations


class ReasonMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Say why the offer is withdrawn."))


@transaction.atomic
def mark_ready(*, offer: Offer, by: User) -> Offer:
    """Say that the offer is complete and waits for publication; saying it again changes nothing."""
    offer = _locked(offer)
    if offer.state != Offer.State.READY:
        advance(offer, Offer.State.READY)
        _save(offer, by)
    return offer


@transaction.atomic
def return_to_draft(*, offer: Offer, by: User) -> Offer:
    """Take a ready offer back to be worked on."""
    offer = _locked(offer)
    if offer.state != Offer.State.DRAFT:
        if offer.state != Offer.State.READY:
            raise NotPossible(_("Only an offer that waits for publication goes back to draft."))
        advance(offer, Offer.State.DRAFT)
        _save(offer, by)
    return offer


@transaction.atomic
def publish_offer(*, offer: Offer, by: User) -> Offer:
    """Put a ready offer on the board; publishing again changes nothing.

    Raises ``NotPublishable`` with what stands against it. Who may publish without an approved Ukrainian text
    is a matter of role (``Act.PUBLISH_UNREVIEWED_OFFERS``).
    """
    offer = _locked(offer)
    if offer.state == Offer.State.PUBLISHED:
        return offer
    if offer.state != Offer.State.READY:
        raise NotPossible(_("Mark the offer as ready first."))
    _publish(offer, by)
    return offer


@transaction.atomic
def confirm_offer(
    *, offer: Offer, by: User | None, valid_until: date | None = None, posts: int | None = None
) -> Offer:
    """Record that the employer confirmed the offer today, until when it holds, and for how many ``posts``.

    An offer that had left the board unconfirmed or expired returns to it, if nothing stands against it. ``by`` is
    nobody when the employer said so through a link; the board then holds what stood there before.
    """
    offer = _locked(offer)
    if offer.state not in CONFIRMABLE:
        raise NotPossible(_("Only an offer that was published is confirmed."))
    offer.valid_until = valid_until or offer.valid_until
    offer.confirmed_on = timezone.localdate()
    if posts is not None:
        offer.posts, offer.posts_disabled = posts, min(offer.posts_disabled, posts)
    _publish(offer, by)
    return offer


@transaction.atomic
def fill_offer(*, offer: Offer, by: User | None) -> Offer:
    """Record that the posts are taken; recording it again changes nothing. ``by`` as in ``confirm_offer``."""
    offer = _locked(offer)
    if offer.state != Offer.State.FILLED:
        advance(offer, Offer.State.FILLED)
        _save(offer, by)
    return offer


@transaction.atomic
def withdraw_offer(*, offer: Offer, reason: str, by: User | None) -> Offer:
    """Take the offer out with a ``reason`` for the desk; withdrawing again changes nothing.

    ``by`` is nobody when the national feed no longer has the offer, or the employer said so through a link.
    """
    offer = _locked(offer)
    if offer.state != Offer.State.WITHDRAWN:
        if not reason.strip():
            raise ReasonMissing
        advance(offer, Offer.State.WITHDRAWN)
        offer.withdrawn_reason = reason.strip()[:200]
        _save(offer, by)
    return offer


@transaction.atomic
def reopen_offer(*, offer: Offer, by: User) -> Offer:
    """Take a filled or withdrawn offer up again, as a draft to be checked anew."""
    offer = _locked(offer)
    if offer.state != Offer.State.DRAFT:
        if offer.state not in {Offer.State.FILLED, Offer.State.WITHDRAWN}:
            raise NotPossible(_("Only a filled or withdrawn offer is taken up again."))
        advance(offer, Offer.State.DRAFT)
        _save(offer, by)
    return offer


def _publish(offer: Offer, by: User | None) -> None:
    today = timezone.localdate()
    is_first = offer.state == Offer.State.READY
    if by is None:
        require_facts(offer, today=today)
    else:
        require_publishable(offer, status=texts.status_of(offer), by=by, today=today, is_first=is_first)
    if offer.state != Offer.State.PUBLISHED:
        advance(offer, Offer.State.PUBLISHED)
        offer.published_at, offer.published_by = timezone.now(), by or offer.published_by
    offer.confirmed_on = offer.confirmed_on or today
    _save(offer, by)


def _locked(offer: Offer) -> Offer:
    return Offer.objects.for_board().select_for_update(of=("self",)).get(pk=offer.pk)


def _save(offer: Offer, by: User | None) -> None:
    offer.version += 1
    offer.changed_at = timezone.now()
    with acting(by):
        offer.save(
            update_fields=[
                *("state", "closed_on", "withdrawn_reason", "valid_until", "confirmed_on"),
                *("posts", "posts_disabled"),
                *("published_at", "published_by", "version", "changed_at"),
            ]
        )
    board.refresh(offer)
    translations.urgency_changed(subjects=[offer])
