"""How long a merge can be taken back."""

from django.utils import timezone

from registration.models import UNDONE_WITHIN, MergeStep


def forget_journals() -> int:
    """Delete the journals whose time is over; say how many steps there were."""
    over = MergeStep.objects.filter(merge__decided_at__lte=timezone.now() - UNDONE_WITHIN)
    return over.delete()[0]
