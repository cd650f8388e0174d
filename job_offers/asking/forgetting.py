"""Reports of problems are not kept for ever: readers' words may name somebody, whatever they were asked."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from job_offers.models import ProblemReport

KEPT = timedelta(days=365)


@transaction.atomic
def forget_old_reports() -> int:
    """Delete what was looked at a year ago; how many."""
    return ProblemReport.objects.filter(looked_at__lt=timezone.now() - KEPT).delete()[0]
