"""The steps of a person's status as they stand: what day fits between them, and the times they make."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pup_portal.db import DomainError
from reference.rules import RuleKey
from registration.models import Client, StateChange
from registration.rhythm import dues
from registration.vocabulary import REGISTERED, ClientState


class DayContradicts(DomainError):
    """The day does not fit between the steps before and after; the message names them."""


def check_day(client: Client, day: date, *, moved: StateChange | None = None) -> None:
    """Raise ``DayContradicts`` unless a step may be of ``day``: the step ``moved``, or else a new last one.

    Being taken in bounds nothing: who is registered may have been so before the desk opened the record.
    """
    if day > timezone.localdate():
        raise DayContradicts(_("A status cannot begin in the future."))
    steps = [step for step in standing(client) if step.from_state and step != moved]
    before = [step for step in steps if moved is None or step.pk < moved.pk]
    after = [step for step in steps if moved is not None and step.pk > moved.pk]
    if before and day < before[-1].effective_on:
        text = _("From %(day)s the person has the status “%(state)s”. The next one cannot begin before that.")
        raise DayContradicts(text % _words(before[-1]))
    if after and day > after[0].effective_on:
        text = _("From %(day)s the person has the status “%(state)s”. This one must begin no later.")
        raise DayContradicts(text % _words(after[0]))


def standing(client: Client) -> list[StateChange]:
    """The steps that were not taken back, in their order."""
    return list(StateChange.objects.standing().filter(client=client).order_by("pk"))


@dataclass(frozen=True)
class Spell:
    """A time in one registered status; ``until`` is its last day, ``None`` while it lasts."""

    state: ClientState
    since: date
    until: date | None
    reason: str


@dataclass(frozen=True)
class StatusCertificate:
    """What a certificate of status says on ``day``; the paper itself is made elsewhere."""

    day: date
    spells: tuple[Spell, ...]
    ends_on: date | None

    @property
    def now(self) -> Spell | None:
        """The registered status that the person has on the day, if any."""
        return next((spell for spell in self.spells if spell.until is None or spell.until >= self.day), None)


def certificate_of(client: Client, day: date) -> StatusCertificate:
    """The registered times of ``client`` up to ``day``, oldest first, and when the present one runs out."""
    spells = tuple(spell for spell in spells_of(client) if spell.since <= day)
    rules = dues.rules_followed().get(RuleKey.STATUS_LENGTH, ())
    lasting = spells and (spells[-1].until is None or spells[-1].until >= day)
    return StatusCertificate(day, spells, dues.due(rules, spells[-1].since) if lasting else None)


def spells_of(client: Client) -> Iterator[Spell]:
    steps: list[StateChange | None] = [*_with_reasons(client), None]
    for step, following in pairwise(steps):
        if step is not None and step.to_state in REGISTERED:
            until = following.effective_on if following else None
            yield Spell(ClientState(step.to_state), step.effective_on, until, _ended(following))


def _ended(step: StateChange | None) -> str:
    if step is None:
        return ""
    return step.reason_term.name if step.reason_term else step.reason


def _with_reasons(client: Client) -> list[StateChange]:
    steps = StateChange.objects.standing().filter(client=client)
    return list(steps.select_related("reason_term").order_by("pk"))


def _words(step: StateChange) -> dict[str, str]:
    return {"day": date_format(step.effective_on, "DATE_FORMAT"), "state": str(step.get_to_state_display())}
