"""Erasing a person: what stands in the way, and the walk through everything that is held."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pup_portal import person_data
from registration.models import Client, RightsWork
from registration.retention import RetentionKey, due_day, rules_on
from registration.vocabulary import REGISTERED, ClientState


def obstacles(client: Client, today: date) -> list[str]:
    """Sentences that say why the data must stay; empty when nothing stands in the way (GDPR art. 17(3))."""
    found = []
    if client.state in REGISTERED:
        found.append(_("The person is registered with the office. Deregister her or him first."))
    if client.state in {ClientState.MERGED, ClientState.ERASED}:
        found.append(_("This record is closed: it was merged or erased."))
    found += [_hold_text(hold.reason, hold.holds_until) for hold in client.legal_holds.on(today)]
    return [*found, *_duty_to_keep(client, today)]


def erase(work: RightsWork) -> list[str]:
    """Erase everything about the person of ``work``, or give the reasons why nothing was touched.

    Each registered model is one transaction and may be repeated, so that a walk that was killed goes on
    where it stopped. Once begun, it is carried through: half of a person is of no use to any hold.
    """
    client = work.request.client
    if work.steps_done == 0 and (found := obstacles(client, timezone.localdate())):
        return found
    for person in people_in(client):
        for held in person_data.registered():
            with transaction.atomic():
                held.erase(person)
            work.renew(steps_done=work.steps_done + 1)
    return []


def people_in(client: Client) -> list[int]:
    """The keys of the records merged into ``client``, then its own."""
    merged = Client.objects.filter(merged_into=client).order_by("pk")
    return [*merged.values_list("pk", flat=True), client.pk]


def _duty_to_keep(client: Client, today: date) -> list[str]:
    """Of who was registered the law asks how long; the office's own rules for others bind only itself."""
    if client.state != ClientState.DEREGISTERED:
        return []
    rules = rules_on(today)
    until = due_day(client, rules)
    if until is None or until <= today:
        return []
    day, source = date_format(until, "DATE_FORMAT"), rules[RetentionKey.DEREGISTERED].source
    return [_("The office must keep the record until %(day)s (%(source)s).") % {"day": day, "source": source}]


def _hold_text(reason: str, until: date | None) -> str:
    if until is None:
        return _("Legal hold: %(reason)s") % {"reason": reason}
    day = date_format(until, "DATE_FORMAT")
    return _("Legal hold until %(day)s: %(reason)s") % {"day": day, "reason": reason}
