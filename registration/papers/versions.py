"""Which wording of a paper is in force on a day."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pup_portal.db import DomainError
from registration.models import TemplateVersion


class NoVersion(DomainError):
    """No version of the paper is in force on the day."""


def version_on(key: str, day: date) -> TemplateVersion:
    """The version of the paper ``key`` in force on ``day`` with its sections, or ``NoVersion`` naming both."""
    found = TemplateVersion.objects.on(day).filter(template__key=key).with_sections().first()
    if found is None:
        text = _("No wording of the paper “%(key)s” is in force on %(day)s.")
        raise NoVersion(text % {"key": key, "day": date_format(day, "Y-m-d")})
    return found
