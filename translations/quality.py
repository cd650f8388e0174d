"""How the translations do, by ISO weeks of the office's calendar. Nothing here is about single people."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, Self

from django.db.models import (
    Aggregate,
    Count,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    Sum,
)
from django.db.models.functions import TruncWeek
from django.utils import timezone

from translations import registry
from translations.checks import SENTENCES
from translations.models import Approval, CheckFired, Override, PublishedShare, Status, Translation

WEEKS = 12  # on one page
_WEEK = timedelta(weeks=1)


class Median(Aggregate):
    """The middle of the values, and between two middle ones their mean. Nothing counts for no value."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


@dataclass(frozen=True)
class Period:
    """Twelve weeks. ``last`` is the Monday of the newest."""

    last: date

    @classmethod
    def asked(cls, week: str) -> Self:
        """Up to ``week``, written like 2026-W40; up to the present week when it is none, or is to come."""
        present = monday_of(timezone.localdate())
        try:
            last = date.fromisoformat(f"{week}-1")
        except ValueError:
            last = present
        return cls(min(monday_of(last), present) if last.year >= 2000 else present)

    @property
    def first(self) -> date:
        return self.last - (WEEKS - 1) * _WEEK

    @property
    def mondays(self) -> list[date]:
        """The newest first."""
        return [self.last - number * _WEEK for number in range(WEEKS)]

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The first moment of the period, and the first after it."""
        return _midnight(self.first), _midnight(self.last + _WEEK)

    @property
    def is_present(self) -> bool:
        return self.last == monday_of(timezone.localdate())

    @property
    def older(self) -> str:
        """The period before, as ``asked`` takes it; nothing when there is nothing in it or before it."""
        start, _end = self.bounds
        first, *others = (
            rows.order_by().values_list("pk")
            for rows in (
                Approval.objects.filter(approved_at__lt=start),
                CheckFired.objects.filter(fired_at__lt=start),
                Override.objects.filter(overridden_at__lt=start),
                PublishedShare.objects.filter(week__lt=self.first),
            )
        )
        return name_of(self.first - _WEEK) if first.union(*others, all=True).exists() else ""

    @property
    def newer(self) -> str:
        return "" if self.is_present else name_of(self.last + WEEKS * _WEEK)


@dataclass(frozen=True)
class Share:
    """How many of the published texts readers see in approved Ukrainian."""

    published: int
    translated: int

    @property
    def percent(self) -> int | None:
        return percent(self.translated, self.published)


class Firing(NamedTuple):
    """That the findings of check ``code`` ended so often in ``outcome`` in one week."""

    monday: date
    code: str
    outcome: str
    times: int


class Fired(NamedTuple):
    """What became of findings: they stopped an approval, were let through with a reason, or left as warnings."""

    stopped: int = 0
    overridden: int = 0
    left: int = 0


NOTHING = Fired()


@dataclass(frozen=True)
class Week:
    """The figures of one week. ``sentences`` are those that were worked on, ``remembered`` those out of the memory."""

    monday: date
    share: Share | None = None
    approvals: int = 0
    wait: timedelta | None = None
    sentences: int = 0
    words: int = 0
    remembered: int = 0
    fired: Fired = NOTHING

    @property
    def name(self) -> str:
        return name_of(self.monday)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def memory_percent(self) -> int | None:
        return percent(self.remembered, self.sentences)


@dataclass(frozen=True)
class Check:
    """What became of the findings of one check in a period, and why some were let through."""

    code: str
    fired: Fired = NOTHING
    reasons: list[tuple[str, int]] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """What the check says, with its place left open."""
        return SENTENCES[self.code] % {"place": "…"} if self.code in SENTENCES else self.code


def firings(period: Period) -> list[Firing]:
    """How often each check ended in each way in each week of ``period``."""
    rows = _in_weeks(CheckFired.objects.all(), "fired_at", period)
    counted = rows.values_list("monday", "code", "outcome").annotate(times=Count("pk"))
    return [Firing(*row) for row in counted]


def weeks(period: Period, fired: Iterable[Firing]) -> list[Week]:
    """The figures of every week of ``period``, the newest first, also of those in which nothing was done."""
    approvals, shares = _approvals(period), _shares(period)
    outcomes = _added_up((firing.monday, firing) for firing in fired)
    return [
        Week(
            monday=monday,
            share=shares.get(monday),
            fired=outcomes.get(monday, NOTHING),
            **approvals.get(monday, {}),
        )
        for monday in period.mondays
    ]


def checks(period: Period, fired: Iterable[Firing]) -> list[Check]:
    """The checks that fired in ``period``, the most frequent first."""
    outcomes = _added_up((firing.code, firing) for firing in fired)
    reasons = _reasons(period)
    found = [
        Check(code, outcomes.get(code, NOTHING), reasons.get(code, []))
        for code in outcomes.keys() | reasons.keys()
    ]
    return sorted(found, key=lambda check: (-sum(check.fired), check.code))


def checks_by_week(fired: Iterable[Firing]) -> list[tuple[date, Check]]:
    """What became of each check's findings in each week, the newest first."""
    outcomes = _added_up(((firing.monday, firing.code), firing) for firing in fired)
    found = [(monday, Check(code, counts)) for (monday, code), counts in outcomes.items()]
    return sorted(found, key=lambda row: (-row[0].toordinal(), row[1].code))


def published_now() -> dict[str, Share]:
    """The share of each domain at this moment."""
    found: dict[str, Share] = {}
    for translatable, rows in registry.published():
        known, share = found.get(translatable.domain, Share(0, 0)), _share_of(rows)
        found[translatable.domain] = Share(
            known.published + share.published, known.translated + share.translated
        )
    return found


def count_published() -> int:
    """Store the share of each domain for the present week, in place of what was counted in it before."""
    now, monday = timezone.now(), monday_of(timezone.localdate())
    rows = [
        PublishedShare(
            week=monday,
            domain=domain,
            published=share.published,
            translated=share.translated,
            counted_at=now,
        )
        for domain, share in published_now().items()
    ]
    PublishedShare.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["week", "domain"],
        update_fields=["published", "translated", "counted_at"],
    )
    return len(rows)


def percent(part: int, whole: int) -> int | None:
    """Rounded down, so that only all of it is 100; of nothing there is no share."""
    return 100 * part // whole if whole else None


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def name_of(monday: date) -> str:
    return f"{monday:%G-W%V}"


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _share_of(published: QuerySet[Any]) -> Share:
    reviewed = Translation.objects.of(published.model).filter(
        object_id=OuterRef("pk"), language="uk", status=Status.REVIEWED
    )
    counts = published.order_by().aggregate(
        published=Count("pk"), translated=Count("pk", filter=Exists(reviewed))
    )
    return Share(**counts)


def _in_weeks(rows: QuerySet[Any], moment: str, period: Period) -> QuerySet[Any, Any]:
    """``rows`` of ``period`` with the Monday of their week, in no order."""
    start, end = period.bounds
    within = rows.filter(**{f"{moment}__gte": start, f"{moment}__lt": end})
    return within.order_by().annotate(monday=TruncWeek(moment, output_field=DateField()))


def _approvals(period: Period) -> dict[date, dict[str, Any]]:
    wait = ExpressionWrapper(F("approved_at") - F("owed_at"), output_field=DurationField())
    rows = _in_weeks(Approval.objects.all(), "approved_at", period).values("monday")
    counted = rows.annotate(
        approvals=Count("pk"),
        wait=Median(wait),
        sentences=Sum(F("sentences") - F("kept")),
        words=Sum("words"),
        remembered=Sum(F("memory") + F("memory_edited")),
    )
    return {row.pop("monday"): row for row in counted}


def _added_up[K](firings: Iterable[tuple[K, Firing]]) -> dict[K, Fired]:
    outcomes: dict[K, Counter[str]] = defaultdict(Counter)
    for key, firing in firings:
        outcomes[key][firing.outcome] += firing.times
    return {key: Fired(**counts) for key, counts in outcomes.items()}


def _shares(period: Period) -> dict[date, Share]:
    """What was counted at the end of each week, all domains together; of the present week what is now."""
    rows = PublishedShare.objects.filter(week__gte=period.first, week__lte=period.last)
    counted = rows.order_by().values_list("week").annotate(Sum("published"), Sum("translated"))
    shares = {week: Share(published, translated) for week, published, translated in counted}
    if period.is_present:
        now = published_now().values()
        shares[period.last] = Share(
            sum(share.published for share in now), sum(share.translated for share in now)
        )
    return shares


def _reasons(period: Period) -> dict[str, list[tuple[str, int]]]:
    """Why findings were let through in ``period``, by check, the most frequent reason first."""
    start, end = period.bounds
    rows = Override.objects.filter(overridden_at__gte=start, overridden_at__lt=end).order_by()
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for code, why, count in (
        rows.values_list("code", "why").annotate(count=Count("pk")).order_by("-count", "why")
    ):
        found[code].append((str(Override.Why(why).label), count))
    return found
