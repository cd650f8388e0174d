"""What signing in leaves behind: sessions nobody can use any more, and invitations long since used or expired.

Rows go in batches, each a statement of its own, so that no lock is held for long; what a run leaves, the next takes.
"""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import Invitation

BATCH = 500
MOST_BATCHES = 40  # of one kind in one run: 20,000 rows


def sweep() -> int:
    """Delete what is over; say how many rows that were. Sweeping again changes nothing."""
    return sum(_deleted(rows) for rows in (_sessions(), _orphans(), _invitations()))


def _sessions() -> "QuerySet[Session]":
    return Session.objects.filter(expire_date__lt=timezone.now())


def _orphans() -> "QuerySet[UserSession]":
    """Entries of the list of one's own sessions whose session is gone."""
    stored = Session.objects.filter(session_key=OuterRef("session_key"))
    return UserSession.objects.filter(~Exists(stored))


def _invitations() -> "QuerySet[Invitation]":
    """Over for ``INVITATION_KEPT_DAYS``: until then the administrator's page says what became of them."""
    until = timezone.now() - timedelta(days=settings.INVITATION_KEPT_DAYS)
    return Invitation.objects.filter(
        Q(used_at__lt=until) | Q(withdrawn_at__lt=until) | Q(expires_at__lt=until, used_at=None)
    )


def _deleted[M: Model](rows: "QuerySet[M]") -> int:
    total = 0
    for _ in range(MOST_BATCHES):
        keys = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
        if not keys:
            break
        rows.model._default_manager.filter(pk__in=keys).delete()
        total += len(keys)
    return total
