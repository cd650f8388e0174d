"""Records go when their time is over: only by a confirmed rule, only when seen, never against a hold."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.permissions import Role
from reference.models import LegalRuleKey
from registration import rights_services as services
from registration.expiring import keep_retention
from registration.models import Client, RetentionNotice, RightsRequest
from registration.retention import announce, end_of_next_month, months_after, rules_on
from registration.services import edit_client
from registration.tasks import do_right
from registration.tasks import keep_retention as keep_retention_task
from registration.vocabulary import ClientState, Right
from tests.days import days_ago
from tests.factories import UserFactory
from tests.reference.factories import LegalRuleFactory
from tests.registration.factories import ClientFactory, client_in
from tests.registration.rights import asked, held, manager

pytestmark = pytest.mark.django_db


def rule(code="retention-enquiry", **values):
    values = {"value": 12, "text": "", "unit": "months", "is_confirmed": True, "source": "JRWA"} | values
    return LegalRuleFactory(
        key=LegalRuleKey.objects.get(code=code), valid_from=date(2020, 1, 1), valid_to=None, **values
    )


def last_changed(client, days):
    Client.objects.filter(pk=client.pk).update(updated_at=days_ago(days))
    client.refresh_from_db()
    return client


def old_enquiry(days=400, **values):
    return last_changed(ClientFactory(**values), days)


def round_of_today():
    """What beat starts every night."""
    return keep_retention(timezone.localdate())


def released(client, *, by=None):
    """A client whose notice a manager has seen."""
    round_of_today()
    services.mark_due_seen(up_to=RetentionNotice.objects.latest("pk").pk, by=by or manager())
    return client


def test_without_a_rule_nothing_is_ever_due():
    old_enquiry(days=10_000)

    assert round_of_today() == 0
    assert not RetentionNotice.objects.exists()


@pytest.mark.parametrize(
    "values", [{"is_confirmed": False}, {"unit": "text", "value": None, "text": "po latach"}, {"unit": "pln"}]
)
def test_rule_that_is_not_confirmed_or_not_a_time_erases_nothing(values):
    rule(**values)
    old_enquiry(days=10_000)

    assert rules_on(timezone.localdate()) == {}
    assert round_of_today() == 0
    assert not RetentionNotice.objects.exists()


def test_nothing_goes_that_nobody_has_seen():
    rule()
    old_enquiry()

    assert [round_of_today(), round_of_today()] == [0, 0]
    assert RetentionNotice.objects.count() == 1
    assert not RightsRequest.objects.exists()


def test_seen_and_due_record_is_erased_once():
    rule()
    boss = manager()
    client = released(old_enquiry(), by=boss)

    counts = [round_of_today(), round_of_today()]

    request = RightsRequest.objects.get()
    do_right(request.work.pk)
    client.refresh_from_db()
    assert counts == [1, 0]
    assert (request.rule, request.asked_by, request.decided_by) == ("retention-enquiry", None, boss)
    assert client.state == ClientState.ERASED
    assert not RetentionNotice.objects.exists()


def test_what_falls_due_next_month_is_announced_and_waits_for_its_day():
    rule(unit="days", value=100)
    soon = last_changed(ClientFactory(), 99)
    last_changed(ClientFactory(), 30)
    released(soon)

    assert round_of_today() == 0
    (notice,) = RetentionNotice.objects.all()
    assert (notice.client, notice.falls_due_on) == (soon, timezone.localdate() + timedelta(days=1))


def test_record_that_changed_since_loses_its_notice():
    rule()
    client = released(old_enquiry())
    edit_client(client=client, values={"notes": "wrócił"}, seen_version=client.version, by=UserFactory())

    assert round_of_today() == 0
    assert not RetentionNotice.objects.exists()


def test_longer_rule_takes_notices_back():
    period = rule()
    released(old_enquiry())
    type(period).objects.filter(pk=period.pk).update(value=120)

    assert round_of_today() == 0
    assert not RetentionNotice.objects.exists()


@pytest.mark.parametrize("obstacle", ["hold", "restricted", "asked"])
def test_held_restricted_or_asked_for_record_stays(obstacle):
    rule()
    client = released(old_enquiry())
    if obstacle == "hold":
        held(client)
    if obstacle == "restricted":
        Client.objects.filter(pk=client.pk).update(is_restricted=True)
    if obstacle == "asked":
        asked(client, Right.ERASE)

    assert round_of_today() == 0
    assert Client.objects.get().state == ClientState.ENQUIRY


def test_registered_person_is_never_due():
    for code in ("retention-enquiry", "retention-supported", "retention-deregistered"):
        rule(code, unit="days", value=1)
    last_changed(client_in(ClientState.REGISTERED_UNEMPLOYED), 4_000)

    round_of_today()

    assert not RetentionNotice.objects.exists()


def test_each_state_has_its_own_rule():
    rule("retention-deregistered", value=10, unit="years")
    rule("retention-supported", value=1, unit="months")
    last_changed(client_in(ClientState.DEREGISTERED), 400)
    supported = last_changed(client_in(ClientState.SUPPORTED, pesel=None, no_pesel_reason="refused"), 400)

    round_of_today()

    assert [notice.client for notice in RetentionNotice.objects.all()] == [supported]


def test_office_keeps_a_deregistered_person_as_long_as_the_rule_says():
    rule("retention-deregistered", value=10, unit="years")
    request = asked(client_in(ClientState.DEREGISTERED), Right.ERASE)

    with pytest.raises(services.HasToStay, match=r"must keep the record until .* \(JRWA\)"):
        services.approve(request=request, by=manager())


def test_task_of_the_night_does_the_round():
    rule()
    old_enquiry()

    keep_retention_task()

    assert RetentionNotice.objects.count() == 1


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), months=st.integers(-600, 600))
def test_months_are_counted_by_the_calendar(day, months):
    moved = months_after(day, months)

    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 11, 1), date(2026, 12, 31)),
        (date(2026, 12, 5), date(2027, 1, 31)),
    ],
)
def test_preview_reaches_to_the_end_of_next_month(today, last):
    assert end_of_next_month(today) == last


@pytest.mark.parametrize("days", [*range(360, 372), 394, 395, 396])
def test_search_by_day_misses_none_that_is_due(days):
    rule()
    client = old_enquiry(days)
    today = timezone.localdate()

    announce(today, until=today)

    due = months_after(timezone.localdate(client.updated_at), 12) <= today
    assert RetentionNotice.objects.exists() is due


def test_notice_seen_at_and_by_stand_together():
    notice = RetentionNotice(
        client=ClientFactory(), rule="x", falls_due_on=timezone.localdate(), seen_at=timezone.now()
    )

    with pytest.raises(IntegrityError, match="retentionnotice_seen_at_and_by_together"), transaction.atomic():
        notice.save()


OVERVIEW = "/en/desk/settings/retention/"


@pytest.mark.parametrize("count", [1, 20])
def test_overview_query_count(client, django_assert_max_num_queries, count):
    rule()
    for _number in range(count):
        old_enquiry()
    round_of_today()
    client.force_login(UserFactory(role=Role.MANAGER))
    client.get(OVERVIEW)

    with django_assert_max_num_queries(14):
        page = client.get(OVERVIEW).content.decode()

    assert page.count("record no.") == count


def test_administrator_sees_rules_and_counts_but_no_records(client):
    rule()
    person = old_enquiry()
    round_of_today()
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    page = client.get(OVERVIEW).content.decode()

    assert "1 record, looked up every night." in page
    assert "not set: erases nothing" in page
    assert str(person.public_id) not in page


def test_what_one_manager_released_stays_theirs():
    rule()
    old_enquiry()
    first = manager()
    released(Client.objects.get(), by=first)

    again = services.mark_due_seen(up_to=RetentionNotice.objects.get().pk, by=manager())

    assert (again, RetentionNotice.objects.get().seen_by) == (0, first)


def test_manager_releases_what_the_page_showed_and_nothing_newer(client):
    rule()
    old_enquiry()
    round_of_today()
    boss = UserFactory(role=Role.MANAGER)
    client.force_login(boss)
    newest = client.get(OVERVIEW).context["newest"]
    old_enquiry()
    round_of_today()

    client.post(reverse("retention:seen"), {"newest": newest})
    client.post(reverse("retention:seen"), {"newest": "x"})

    assert list(RetentionNotice.objects.order_by("pk").values_list("seen_by", flat=True)) == [boss.pk, None]
