"""Planning visits, writing down what was said, and the order of a day."""

from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import VISIT_TRANSITIONS, FieldVisit
from job_offers.services.conflicts import EditConflict
from job_offers.services.employers import create_employer, learn_about_employer, save_workplace
from job_offers.visits.call_services import owe_call
from job_offers.visits.reports import Report, Target
from pup_portal.db import DomainError, sent_before, take_turns
from pup_portal.tracking import acting


class VisitNotPossible(DomainError):
    """The visit is not in a state, or not on a day, for this; the text says why."""


@transaction.atomic
def plan_visit(  # noqa: PLR0913 - the facts of a visit, each by its name
    *,
    target: Target,
    agent: User,
    day: date,
    by: User,
    notes: str = "",
    unless_similar: bool = False,
    key: UUID | None = None,
) -> FieldVisit:
    """Put a visit at the end of the agent's route of ``day``, once per ``key``.

    Raises ``VisitNotPossible`` for a day that has passed, and what writing down an employer or a site raises.
    """
    if day < timezone.localdate():
        raise VisitNotPossible(_("This day has passed. A visit that was held is entered as held."))
    known = sent_before(FieldVisit.objects.all(), key)
    if known is not None:
        return known
    visit = _new(target, by, unless_similar=unless_similar, key=key)
    visit.agent, visit.day, visit.notes = agent, day, notes
    take_turns(_route(agent, day))
    last = FieldVisit.objects.route(agent, day).aggregate(last=Max("place_in_route"))["last"] or 0
    visit.place_in_route = last + 1
    _save(visit, by)
    return visit


@transaction.atomic
def record_visit(  # noqa: PLR0913 - the facts of a visit, each by its name
    *,
    target: Target,
    agent: User,
    day: date,
    report: Report,
    by: User,
    unless_similar: bool = False,
    key: UUID | None = None,
) -> FieldVisit:
    """Write down a visit that nobody had planned, once per ``key``. Raises as ``plan_visit`` and ``hold_visit``."""
    known = sent_before(FieldVisit.objects.all(), key)
    if known is not None:
        return known
    visit = _new(target, by, unless_similar=unless_similar, key=key)
    visit.agent = agent
    _hold(visit, day, report, by)
    return visit


@transaction.atomic
def hold_visit(*, visit: FieldVisit, day: date, report: Report, version: int, by: User) -> FieldVisit:
    """Write down what was said at a planned visit, or mend what was written.

    Raises ``EditConflict`` when the page that showed ``version`` is an old one, and ``VisitNotPossible`` for a
    cancelled visit or a day to come.
    """
    visit = FieldVisit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if visit.version != version:
        raise EditConflict
    visit.version += 1
    _hold(visit, day, report, by)
    return visit


@transaction.atomic
def cancel_visit(*, visit: FieldVisit, reason: str, by: User) -> FieldVisit:
    """Take a planned visit off the route with a ``reason``; cancelling again changes nothing."""
    visit = FieldVisit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if visit.state == FieldVisit.State.CANCELLED:
        return visit
    _advance(visit, FieldVisit.State.CANCELLED)
    if not reason.strip():
        raise VisitNotPossible(_("Say why the visit is cancelled."))
    visit.cancelled_at, visit.cancelled_by, visit.cancel_reason = timezone.now(), by, reason.strip()[:200]
    visit.version += 1
    _save(visit, by)
    return visit


@transaction.atomic
def move_visit(*, visit: FieldVisit, up: bool) -> None:
    """Let a planned visit change places with the one before or after it. The first and the last stay where they are."""
    take_turns(_route(visit.agent, visit.day))
    order = list(FieldVisit.objects.route(visit.agent, visit.day).select_for_update(of=("self",)))
    keys = [one.pk for one in order]
    if visit.pk not in keys:
        raise VisitNotPossible(_("This visit is not on the route any more."))
    place = keys.index(visit.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
        for number, one in enumerate(order, 1):
            one.place_in_route = number
        FieldVisit.objects.bulk_update(order, ["place_in_route"])


def _new(target: Target, by: User, *, unless_similar: bool, key: UUID | None) -> FieldVisit:
    """The unsaved visit, its employer and its site written down where they are new."""
    employer = target.employer or create_employer(
        facts=target.new_employer or {},
        by=by,
        public_id=uuid5(key, "employer") if key else None,
        unless_similar=unless_similar,
    )
    workplace = target.workplace
    if target.new_workplace is not None:
        workplace = save_workplace(employer=employer, facts=target.new_workplace)
    own_key = {"public_id": key} if key else {}
    return FieldVisit(employer=employer, workplace=workplace, created_by=by, **own_key)


def _hold(visit: FieldVisit, day: date, report: Report, by: User) -> None:
    if day > timezone.localdate():
        raise VisitNotPossible(_("This day is to come. Write down what was said after the visit."))
    if not visit.is_held:
        _advance(visit, FieldVisit.State.HELD)
        visit.recorded_at, visit.recorded_by = timezone.now(), by
    visit.day, visit.notes = day, report.notes
    visit.willing_to_employ_ukrainians, visit.offers_expected = report.willing, report.offers_expected
    _save(visit, by)
    learn_about_employer(
        employer=visit.employer,
        willing=report.willing if _is_the_latest_word(visit) else None,
        languages=report.languages,
        by=by,
    )
    if report.call_back_on:
        owe_call(employer=visit.employer, agent=visit.agent, due_on=report.call_back_on, by=by)


def _is_the_latest_word(visit: FieldVisit) -> bool:
    """Whether no later visit has told whether the employer wants to employ Ukrainians."""
    told = FieldVisit.objects.held().filter(employer=visit.employer).exclude(pk=visit.pk)
    return not told.filter(willing_to_employ_ukrainians__isnull=False, day__gt=visit.day).exists()


def _advance(visit: FieldVisit, state: FieldVisit.State) -> None:
    if state not in VISIT_TRANSITIONS[FieldVisit.State(visit.state)]:
        raise VisitNotPossible(_("The visit is cancelled or held already."))
    visit.state = state


def _save(visit: FieldVisit, by: User) -> None:
    with acting(by):
        visit.save()


def _route(agent: User, day: date) -> str:
    return f"route {agent.pk} {day}"
