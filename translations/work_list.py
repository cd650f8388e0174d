"""What the work list of the translators shows: its tabs, and the rows of each."""

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from translations.models import Status, Translation, TranslationQuerySet


class Tab(models.TextChoices):
    TO_DO = "to-do", _("To do")
    READY = "ready", _("Waiting for the second person")
    MINE = "mine", _("Mine")
    MISSING = Status.MISSING.value, _("Waiting for a draft")
    DRAFT = Status.DRAFT.value, _("For review")
    OUTDATED = Status.OUTDATED.value, _("Outdated")
    REVIEWED = Status.REVIEWED.value, _("Approved")
    IN_QUESTION = "in-question", _("Worth a look")


def asked_tab(value: str) -> Tab:
    """The tab that an address names; a wrong one is the first."""
    return Tab(value) if value in Tab else Tab.TO_DO


def rows(translations: TranslationQuerySet, tab: Tab, *, user: User) -> TranslationQuerySet:
    """The rows of ``tab`` for ``user``, in the order of their urgency where there is one."""
    match tab:
        case Tab.TO_DO:
            return translations.to_do()
        case Tab.READY:
            return translations.waiting_for_second()
        case Tab.MINE:
            return translations.mine(user)
        case Tab.IN_QUESTION:
            return translations.in_question()
        case _:
            return translations.filter(status=tab.value)


def counted(translations: TranslationQuerySet, *, user: User) -> list[tuple[Tab, int]]:
    """How many rows each tab has."""
    by_status = translations.counted_by_status()
    return [
        (tab, by_status[Status(tab.value)] if tab.value in Status else _count(translations, tab, user))
        for tab in Tab
    ]


def _count(translations: TranslationQuerySet, tab: Tab, user: User) -> int:
    found: QuerySet[Translation] = rows(translations, tab, user=user)
    return found.order_by().count()
