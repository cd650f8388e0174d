"""Sessions that ended and invitations that are over do not pile up."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts import leftovers
from accounts.models import Invitation
from accounts.periodic import schedule
from accounts.tasks import sweep_sign_ins
from tests.accounts.sign_in import give_password, make_member

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def ended_session():
    store = SessionStore()
    store.create()
    Session.objects.filter(session_key=store.session_key).update(expire_date=NOW - timedelta(seconds=1))
    return store.session_key


def invitation(member, *, ago, **ended):
    begun = NOW - timedelta(days=ago, hours=72)
    return Invitation.objects.create(
        member=member,
        token_hash=f"{Invitation.objects.count():064}",
        invited_at=begun,
        expires_at=begun + timedelta(hours=72),
        **ended,
    )


def test_ended_sessions_go_and_living_ones_stay(client):
    give_password(client, make_member().username)
    client.get("/en/desk/")
    ended_session()
    key = client.session.session_key

    sweep_sign_ins()

    assert list(Session.objects.values_list("session_key", flat=True)) == [key]
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [key]
    assert client.get("/en/desk/").status_code == 200


def test_list_of_own_sessions_forgets_what_is_gone(client):
    give_password(client, make_member().username)
    client.get("/en/desk/")
    Session.objects.all().delete()

    leftovers.sweep()

    assert not UserSession.objects.exists()


@pytest.mark.parametrize(("days", "stays"), [(29, True), (31, False)])
@pytest.mark.parametrize("ended", ["used_at", "withdrawn_at", "expires_at"])
def test_invitation_stays_a_month_after_it_is_over(ended, days, stays):
    over = {} if ended == "expires_at" else {ended: NOW - timedelta(days=days)}
    invitation(make_member(), ago=days, **over)

    leftovers.sweep()

    assert Invitation.objects.exists() is stays


def test_working_invitation_stays():
    Invitation.objects.create(member=make_member(), token_hash="0" * 64, expires_at=NOW + timedelta(hours=1))

    assert leftovers.sweep() == 0
    assert Invitation.objects.exists()


def test_run_takes_batches_and_the_next_run_the_rest(monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(leftovers, "BATCH", 2)
    monkeypatch.setattr(leftovers, "MOST_BATCHES", 3)
    for _ in range(7):
        ended_session()

    with django_assert_max_num_queries(12):
        first = leftovers.sweep()
    second, third = leftovers.sweep(), leftovers.sweep()

    assert (first, second, third) == (6, 1, 0)


def test_beat_sweeps_every_hour():
    planned = {}

    class Beat:
        def add_periodic_task(self, when, task, name):
            planned[task.task] = str(when)

    schedule(Beat())

    assert planned["accounts.tasks.sweep_sign_ins"].startswith("<crontab: 50 *")
