"""Owing employers a call, and writing down what came of it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import CallBack, Employer, Offer
from job_offers.services.employers import learn_about_employer
from pup_portal.db import DomainError, take_turns
from pup_portal.tracking import acting


class CallNotPossible(DomainError):
    """The call cannot be owed or ended like this; the text says why."""


@transaction.atomic
def owe_call(
    *,
    employer: Employer,
    agent: User,
    due_on: date,
    by: User | None,
    offer: Offer | None = None,
    about: str = "",
) -> CallBack:
    """Let ``agent`` call ``employer`` on ``due_on``, about ``offer`` or in general.

    There is one open call of an agent to an employer about an offer: owing it again moves its day. ``by`` is nobody
    when the portal itself asks for it. Raises ``CallNotPossible`` for an offer of another employer.
    """
    if offer is not None and offer.employer_id != employer.pk:
        raise CallNotPossible(_("This offer is of another employer."))
    take_turns(f"call {agent.pk} {employer.pk}")
    call = CallBack.objects.open().filter(agent=agent, employer=employer, offer=offer).first()
    call = call or CallBack(agent=agent, employer=employer, offer=offer, created_by=by)
    call.due_on, call.about = due_on, about or call.about
    with acting(by):
        call.save()
    return call


@transaction.atomic
def settle_call(
    *, call: CallBack, outcome: CallBack.Outcome, by: User, said: str = "", again_on: date | None = None
) -> CallBack:
    """Write down what came of the call; who was not reached is called again on ``again_on``.

    Settling again with the same outcome changes nothing. An employer who no longer wants, asked in general, is
    recorded as one who does not employ Ukrainians. Raises ``CallNotPossible``.
    """
    call = CallBack.objects.select_for_update(of=("self",)).get(pk=call.pk)
    if not call.is_open:
        if call.outcome != outcome:
            raise CallNotPossible(_("Somebody has written down what came of this call already."))
        return call
    if outcome == CallBack.Outcome.NOT_REACHED and (again_on is None or again_on < timezone.localdate()):
        raise CallNotPossible(_("Say on which day to call again, today or later."))
    call.outcome, call.said, call.done_at, call.done_by = outcome, said, timezone.now(), by
    with acting(by):
        call.save(update_fields=["outcome", "said", "done_at", "done_by"])
    _follow(call, by, again_on)
    return call


def _follow(call: CallBack, by: User, again_on: date | None) -> None:
    employer, offer = call.employer, call.offer
    if call.outcome == CallBack.Outcome.NOT_REACHED and again_on:
        owe_call(employer=employer, agent=call.agent, offer=offer, due_on=again_on, about=call.about, by=by)
    elif call.outcome == CallBack.Outcome.DECLINED and offer is None:
        learn_about_employer(employer=employer, willing=False, by=by)
