"""The figures of the quality page against plain counting, and the page itself."""

import datetime as dt
import io
import statistics
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from accounts.models import User
from pup_portal.celery import app as celery_app
from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    ApprovalFactory,
    NoticeFactory,
    OverrideFactory,
    drafted,
    reviewed,
    reviewer,
)
from tests.translations.models import Notice
from translations import periodic, quality, tasks
from translations.models import Approval, CheckFired, Override, PublishedShare
from translations.quality import Check, Fired, Period, Share, Week
from translations.templatetags.waiting import waiting

pytestmark = pytest.mark.django_db
PAGE = "/pl/desk/translations/quality/"
WEEK = timedelta(weeks=1)
# Both ends of summer time (2026-03-29, 2026-10-25) and the turn of a year are within.
FIRST, LAST = datetime(2026, 1, 1, tzinfo=dt.UTC), datetime(2026, 11, 1, tzinfo=dt.UTC)

moments = st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(dt.UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
# Even seconds: the mean of two is exact.
waits = st.none() | st.integers(0, 40 * 24 * 1800).map(lambda half: timedelta(seconds=2 * half))
worked = st.tuples(*[st.integers(0, 9)] * 4)
outcomes = st.lists(st.tuples(moments, st.sampled_from(["empty", "lost-date"]), st.sampled_from(["stopped", "left", "overridden"])), max_size=20)  # fmt: skip


@pytest.fixture
def desk(client):
    client.force_login(reviewer())
    return client


def somebody() -> User:
    return User.objects.first() or UserFactory()


def counted(outcomes) -> Fired:
    outcomes = list(outcomes)
    return Fired(*(outcomes.count(outcome) for outcome in ("stopped", "overridden", "left")))


def monday(moment: datetime) -> date:
    """The Monday before ``moment`` by the clock on the office's wall."""
    day = timezone.localtime(moment).date()
    return next(
        day - timedelta(days=back) for back in range(7) if (day - timedelta(days=back)).weekday() == 0
    )


@settings(deadline=None, max_examples=20)
@given(data=st.lists(st.tuples(moments, waits, worked), max_size=25), until=moments)
def test_the_weeks_are_what_plain_counting_gives(data, until):
    by = somebody()
    Approval.objects.all().delete()
    Approval.objects.bulk_create(
        Approval(
            version=1,
            approved_by=by,
            approved_at=at,
            owed_at=wait if wait is None else at - wait,
            kept=kept,
            memory=memory,
            memory_edited=edited,
            person=person,
            sentences=kept + memory + edited + person,
            words=person * 7,
        )
        for at, wait, (kept, memory, edited, person) in data
    )
    period = Period(monday(until))

    found = quality.weeks(period, [])

    assert [week.monday for week in found] == [monday(until) - number * WEEK for number in range(12)]
    for week in found:
        rows = [row for row in data if monday(row[0]) == week.monday]
        waited = [wait for _at, wait, _made in rows if wait is not None]
        assert week.approvals == len(rows)
        assert week.wait == (statistics.median(waited) if waited else None)
        assert week.sentences == sum(memory + edited + person for *_, (_kept, memory, edited, person) in rows)
        assert week.remembered == sum(memory + edited for *_, (_kept, memory, edited, _person) in rows)
        assert week.words == sum(made[3] * 7 for *_, made in rows)


@settings(deadline=None, max_examples=20)
@given(data=outcomes, until=moments)
def test_the_checks_are_what_plain_counting_gives(data, until):
    CheckFired.objects.all().delete()
    approval = ApprovalFactory(approved_by=somebody())
    CheckFired.objects.bulk_create(
        CheckFired(
            key=f"{number:032x}",
            code=code,
            outcome=outcome,
            fired_at=at,
            approval=None if outcome == "stopped" else approval,
        )
        for number, (at, code, outcome) in enumerate(data)
    )
    period = Period(monday(until))

    fired = quality.firings(period)
    weeks, checks = quality.weeks(period, fired), quality.checks(period, fired)

    shown = [row for row in data if monday(row[0]) in period.mondays]
    assert {check.code: check.fired for check in checks} == {
        code: counted(outcome for _at, its, outcome in shown if its == code)
        for code in {code for _at, code, _outcome in shown}
    }
    assert [week.fired for week in weeks] == [
        counted(outcome for at, _code, outcome in shown if monday(at) == week.monday) for week in weeks
    ]
    assert sum(sum(check.fired) for _day, check in quality.checks_by_week(fired)) == len(shown)


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        ("2026-10-25T23:30+01:00", "2026-W43"),  # Sunday night after the clock went back: 25 hours long
        ("2026-10-26T00:00+01:00", "2026-W44"),
        ("2026-03-29T23:30+02:00", "2026-W13"),
        ("2027-01-01T12:00+01:00", "2026-W53"),
    ],
)
def test_a_week_begins_at_the_offices_midnight(moment, week):
    ApprovalFactory(approved_at=datetime.fromisoformat(moment))

    found = quality.weeks(Period(monday(datetime.fromisoformat(moment)) + WEEK), [])

    assert [(row.name, row.approvals) for row in found if row.approvals] == [(week, 1)]


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ("2026-W30", date(2026, 7, 20)),
        ("2020-W53", date(2020, 12, 28)),
        ("", None), ("2026-W60", None), ("9999-W52", None), ("0001-W01", None), ("1999-W10", None),
        ("2026-07-20", None), ("2026-W30-3", None), ("' OR 1", None),
    ],
)  # fmt: skip
def test_a_period_is_asked_for_by_its_last_week(asked, last):
    present = quality.monday_of(timezone.localdate())

    assert Period.asked(asked).last == (last or present)


def test_no_week_is_to_come(desk):
    next_year = timezone.localdate().year + 1

    assert Period.asked(f"{next_year}-W30").is_present


def test_pages_lead_back_as_far_as_there_is_something(desk):
    ApprovalFactory(approved_at=timezone.now() - 13 * WEEK)

    newest = desk.get(PAGE).context
    older = desk.get(PAGE, {"until": newest["older"]}).context

    assert (newest["newer"], older["older"]) == ("", "")
    assert older["weeks"][0].monday == newest["weeks"][-1].monday - WEEK
    assert older["newer"] == newest["weeks"][0].name


@pytest.mark.parametrize(
    "kept",
    [
        lambda then: CheckFired.objects.create(key="0" * 32, code="gap", outcome="stopped", fired_at=then),
        lambda then: OverrideFactory(overridden_at=then),
        lambda then: PublishedShare.objects.create(
            week=quality.monday_of(then.date()), domain="a", published=1, translated=0
        ),
    ],
)
def test_pages_lead_back_to_weeks_in_which_nothing_was_approved(kept):
    kept(timezone.now() - 13 * WEEK)

    assert Period.asked("").older


def test_the_share_is_of_what_is_published_now():
    _translated, outdated = reviewed(GOOD), reviewed(GOOD, title_pl="Pakowaczka")
    outdated.subject.title_pl = "Sprzątaczka"
    outdated.subject.save()
    Notice.objects.update(is_published=True)
    drafted()
    NoticeFactory(is_published=True)
    outdated.__class__.objects.filter(pk=outdated.pk).update(status="outdated")

    shares = quality.published_now()

    assert shares["translations_tests"] == Share(published=3, translated=1)


def test_counting_again_in_the_same_week_replaces_the_count():
    NoticeFactory(is_published=True)
    tasks.count_published()
    NoticeFactory(is_published=True)

    tasks.count_published()

    row = PublishedShare.objects.get(domain="translations_tests")
    assert (row.week, row.published) == (quality.monday_of(timezone.localdate()), 2)
    assert str(row) == f"translations_tests {quality.name_of(row.week)}"


def test_a_past_week_shows_what_was_counted_in_it_and_the_present_one_what_is_now():
    present = quality.monday_of(timezone.localdate())
    for week in (present - WEEK, present):
        PublishedShare.objects.create(week=week, domain="a", published=10, translated=4)
        PublishedShare.objects.create(week=week, domain="b", published=10, translated=5)
    NoticeFactory(is_published=True)

    newest, before, *_older = quality.weeks(Period(present), [])

    assert (newest.share, before.share) == (Share(1, 0), Share(20, 9))
    assert quality.weeks(Period(present - WEEK), [])[0].share == Share(20, 9)


def test_published_texts_are_counted_four_times_a_day():
    told = {}

    class Sender:
        def add_periodic_task(self, when, task, name):
            told[task.task] = when

    periodic.schedule(Sender())

    assert told["translations.tasks.count_published"].hour == {5, 11, 17, 23}
    assert periodic.app is celery_app


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 0, None), (0, 7, 0), (999, 1000, 99), (7, 7, 100)]
)
def test_only_all_of_it_is_a_hundred_percent(part, whole, percent):
    assert Share(whole, part).percent == percent
    assert Week(date(2026, 1, 5), sentences=whole, remembered=part).memory_percent == percent


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=59), "0 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47, minutes=59), "47 hours"),
        (timedelta(hours=48), "2 days"),
    ],
)
def test_a_wait_is_told_in_one_unit(span, words):
    with translation.override("en"):
        assert waiting(span) == words


def test_a_check_that_is_no_more_is_called_by_its_code():
    assert Check("gone").sentence == "gone"
    assert "…" in Check("lost-date").sentence


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_the_same_queries_for_any_amount(desk, django_assert_num_queries, count):
    translation, by = drafted(), UserFactory()
    for number in range(count):
        ApprovalFactory(approved_by=by, approved_at=timezone.now() - number * WEEK)
        OverrideFactory(translation=translation, overridden_by=by)
        CheckFired.objects.create(
            key=f"{number:032x}", code=f"check-{number}", outcome="stopped", translation=translation
        )
    quality.published_now()  # which model is which is asked once

    with django_assert_num_queries(
        13
    ):  # session, user and the frame; weeks, shares, two kinds of texts, checks, reasons, older
        response = desk.get(PAGE)

    assert len(response.context["checks"]) == count + 1


def test_the_page_tells_the_figures_and_why_findings_were_let_through(desk):
    ApprovalFactory(memory=3, person=1, owed_at=timezone.now() - timedelta(hours=50))
    OverrideFactory(why=Override.Why.NAME)
    OverrideFactory(why=Override.Why.SAME)
    OverrideFactory(why=Override.Why.SAME)
    NoticeFactory(is_published=True)

    response = desk.get(PAGE.replace("/pl/", "/en/"))

    newest = response.context["weeks"][0]
    assert (newest.approvals, newest.memory_percent) == (1, 75)
    assert "2 days" in response.text
    assert response.context["checks"][0].reasons == [
        ("Both texts say the same", 2),
        ("It is a name and stays as it is", 1),
    ]
    assert "Both texts say the same: 2; It is a name and stays as it is: 1" in response.text


def test_the_empty_page_says_when_the_figures_begin(desk):
    response = desk.get(PAGE.replace("/pl/", "/en/"))

    assert response.context["is_empty"]
    assert "The figures begin with the first translation" in response.text


def sheet(response) -> list[tuple[object, ...]]:
    content = b"".join(response.streaming_content)
    return list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def test_the_weeks_leave_as_a_sheet(desk):
    at = datetime(2026, 7, 22, 12, tzinfo=dt.UTC)
    ApprovalFactory(approved_at=at, owed_at=at - timedelta(hours=36), memory=1, kept=2)
    PublishedShare.objects.create(week="2026-07-20", domain="x", published=8, translated=6)

    rows = sheet(desk.get(reverse("translations:quality-export"), {"until": "2026-W30"}))

    assert len(rows) == 13
    assert rows[1] == ("2026-W30", datetime(2026, 7, 20), 8, 6, 1, 36, 4, 8, 1, 0, 0, 0)  # noqa: DTZ001 - a cell
    assert rows[2][2:6] == (None, None, 0, None)


def test_the_checks_leave_as_a_sheet(desk):
    for week in (20, 13):
        CheckFired.objects.create(
            key=f"{week:032x}",
            code="empty",
            outcome="stopped",
            fired_at=datetime(2026, 7, week, 12, tzinfo=dt.UTC),
        )

    rows = sheet(desk.get("/en/desk/translations/quality/checks/file/", {"until": "2026-W30"}))

    assert [row[0] for row in rows[1:]] == ["2026-W30", "2026-W29"]
    assert rows[1][2:] == ("The Ukrainian text is missing.", "empty", 1, 0, 0)


@pytest.mark.parametrize("count", [1, 20])
def test_what_was_let_through_takes_the_same_queries_for_any_amount(desk, django_assert_num_queries, count):
    translation, by = drafted(), UserFactory()
    OverrideFactory.create_batch(count, translation=translation, overridden_by=by)

    with django_assert_num_queries(8):  # session, user and the frame; count, rows
        response = desk.get(reverse("translations:override-list"))

    assert len(response.context["page"]) == count


def test_what_was_let_through_is_listed_with_texts_reason_and_who(desk):
    taken_back = {"withdrawn_at": timezone.now(), "withdrawn_by": UserFactory(full_name="Olga Nowak")}
    OverrideFactory(why=Override.Why.OTHER, reason="Zmiana ma osiem godzin.", **taken_back)
    OverrideFactory(code="lost-date", is_blocking=False)
    OverrideFactory(code="gone")

    every = desk.get("/en/desk/translations/quality/let-through/")
    dates = desk.get("/en/desk/translations/quality/let-through/", {"check": "lost-date"})
    unknown = desk.get("/en/desk/translations/quality/let-through/", {"check": "nothing"})

    assert len(every.context["page"]) == len(unknown.context["page"]) == 3
    assert [row.code for row in dates.context["page"]] == ["lost-date"]
    for words in (
        "Zmiana ma osiem godzin.",
        "Taken back by Olga Nowak",
        "Клеїмо коробки всю зміну.",
        "taken back",
        "The date 8 godzin is missing in the Ukrainian text.",
        "gone: 8 godzin",
    ):
        assert words in every.text


def test_nothing_was_let_through_yet(desk):
    response = desk.get("/en/desk/translations/quality/let-through/")

    assert "Nothing was let through" in response.text
