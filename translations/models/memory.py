"""What people have approved before."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class MemoryEntry(models.Model):
    """A pair of texts that a person has approved, numbers and dates replaced by typed places.

    ``key`` is the hash of the Polish template; the newest approval of the same Polish wins.
    """

    key = models.CharField(max_length=64, unique=True)
    template_pl = models.TextField()
    template_uk = models.TextField()
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()
    use_count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="memoryentry_has_both_texts", condition=~Q(template_pl="") & ~Q(template_uk="")
            ),
        ]

    def __str__(self) -> str:
        return self.template_pl
