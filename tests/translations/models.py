from django.db import models


class Notice(models.Model):
    """Something with texts in two languages."""

    title_pl = models.CharField("tytuł", max_length=200)
    title_uk = models.CharField(max_length=200, blank=True)
    body_pl = models.TextField("treść", blank=True)
    body_uk = models.TextField(blank=True)
    is_published = models.BooleanField(default=False)
    urgency = models.PositiveSmallIntegerField(default=3)
    applied_by = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.title_pl
