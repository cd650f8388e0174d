"""What readers looked for in vain: which offers the brokers should go and get."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet, Sum

from job_offers.models import SearchMiss

DAYS = (7, 30, 365)
KEPT_DAYS = 400  # a year, to compare a season with the last one, and a month to spare


def sought_in_vain(today: date, days: int) -> QuerySet[SearchMiss, Any]:
    """Words of the last ``days`` days with how many ``times`` and when ``last`` they found nothing, the oftenest first."""
    recent = SearchMiss.objects.filter(day__gt=today - timedelta(days=days))
    words = recent.values("query", "language").annotate(times=Sum("count"), last=Max("day"))
    return words.order_by("-times", "-last", "query", "language")


def forget_old_misses(*, today: date) -> int:
    """Delete the counts that nobody compares any more; how many."""
    return SearchMiss.objects.filter(day__lt=today - timedelta(days=KEPT_DAYS)).delete()[0]
