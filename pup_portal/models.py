"""The kernel's own table: by what a wrong or lost key is noticed before anything is read or written with it."""

from django.db import models


class KeyCanary(models.Model):
    """A known word as one key of FIELD_KEYS, or INDEX_KEY, seals it. Written only by ``pup_portal.keyring``."""

    name = models.CharField(max_length=16, primary_key=True)
    word = models.TextField()

    def __str__(self) -> str:
        return self.name
