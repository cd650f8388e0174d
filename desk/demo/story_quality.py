"""Twelve weeks of translating before today, for the quality page: approvals, checks, and what was let through."""

import hashlib
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from job_offers.models import Offer
from translations import quality
from translations.models import Approval, CheckFired, Override, PublishedShare, Translation

WEEKS = 12
_DOMAIN = "job_offers"
_CODES = (
    *(
        "lost-quantity",
        "lost-quantity",
        "added-quantity",
        "polish-word",
        "polish-word",
        "lost-date",
        "lost-phone",
    ),
    *("other-tax", "lost-negation", "russian-letter", "empty"),
)
_WARNINGS = ("term-missing", "repeated-fact", "latin-word", "latin-word", "far-shorter", "false-friend")
# Finding, place, whether it stopped the approval, both texts, why it is right, in own words.
_LET_THROUGH = (
    ("lost-quantity", "2", True, "Praca na 2 zmiany po 8 godzin.", "Позмінна робота по 8 годин.", Override.Why.SAME, ""),
    (
        "lost-quantity", "40", True, "Pełny etat, 40 godzin w tygodniu.", "Повна зайнятість.",
        Override.Why.OTHER, "Pełny etat to zawsze 40 godzin, jest przy danych oferty.",
    ),
    (
        "polish-word", "Zielona", True, "Sklep Zielona Dolina w Kielcach.", "Крамниця Zielona Dolina в Кельцях.",
        Override.Why.NAME, "szyld sklepu",
    ),
    (
        "lost-negation", "bez", True, "Praca bez weekendów.", "Робота з понеділка до п’ятниці.",
        Override.Why.SAME, "",
    ),
    (
        "lost-date", "31 listopada", True, "Zgłoszenia do 31 listopada.", "Звертайтеся до 30 листопада.",
        Override.Why.POLISH_WRONG, "pracodawca potwierdził przez telefon",
    ),
    (
        "far-shorter", "", False, "Pracodawca zapewnia odzież roboczą oraz środki ochrony indywidualnej.",
        "Роботодавець надає спецодяг.", Override.Why.ON_PURPOSE, "",
    ),
)  # fmt: skip


def remember(staff: dict[Role, User], *, seed: int) -> int:
    """Write down twelve weeks in which the memory grew and waiting grew shorter; how many approvals there are.

    Nothing is written a second time.
    """
    dice = Random(f"{seed}-quality")  # noqa: S311 - invented data, no secret
    monday = quality.monday_of(timezone.localdate())
    with transaction.atomic():
        if not PublishedShare.objects.filter(week__lt=monday).exists():
            for age in range(1, WEEKS):
                _work(monday - timedelta(weeks=age), age, staff[Role.COORDINATOR], dice)
            _let_through(staff[Role.COORDINATOR])
    quality.count_published()
    return Approval.objects.count()


def _work(monday: date, age: int, by: User, dice: Random) -> None:
    """One week, ``age`` weeks ago: what was approved in office hours, which checks spoke, what was published."""
    hours = [8 + 24 * dice.randrange(5) + 7 * dice.random() for _ in range(5 + dice.randrange(6))]
    start = timezone.make_aware(datetime.combine(monday, time.min))
    approvals = Approval.objects.bulk_create(
        _approval(start + timedelta(hours=hour), age, by, dice) for hour in sorted(hours)
    )
    CheckFired.objects.bulk_create(_fired(approval, dice) for approval in approvals if dice.random() < 0.8)
    published = 34 + dice.randrange(8)
    PublishedShare.objects.create(
        week=monday,
        domain=_DOMAIN,
        published=published,
        translated=published * (96 - 4 * age) // 100,
        counted_at=start + timedelta(days=6, hours=23),
    )


def _approval(at: datetime, age: int, by: User, dice: Random) -> Approval:
    sentences = 8 + dice.randrange(18)
    remembered = sentences * (70 - 4 * age + dice.randrange(12)) // 100
    edited, glossary = remembered // 4, (sentences - remembered) // 3
    return Approval(
        translation=None,  # of offers that are gone since
        version=1,
        domain=_DOMAIN,
        owed_at=at - timedelta(minutes=30 + dice.randrange(60 * 4 * age)),
        approved_at=at,
        approved_by=by,
        sentences=sentences,
        words=sentences * 7,
        memory=remembered - edited,
        memory_edited=edited,
        glossary_edited=glossary,
        person=sentences - remembered - glossary,
    )


def _fired(approval: Approval, dice: Random) -> CheckFired:
    is_stop = dice.random() < 0.6
    return CheckFired(
        approval=None if is_stop else approval,
        key=f"{dice.getrandbits(128):032x}",
        code=dice.choice(_CODES if is_stop else _WARNINGS),
        outcome=CheckFired.Outcome.STOPPED if is_stop else CheckFired.Outcome.LEFT,
        fired_at=approval.approved_at,
    )


def _let_through(by: User) -> None:
    """One finding every other week, in translations that are there; with the approval it was met at."""
    translations = Translation.objects.of(Offer).order_by("pk")[: len(_LET_THROUGH)]
    approvals = Approval.objects.filter(translation=None).order_by("-approved_at", "-pk")[::14]
    for translation, approval, told in zip(translations, approvals, _LET_THROUGH, strict=False):
        code, place, is_blocking, source_pl, text_uk, why, reason = told
        override = Override.objects.create(
            translation=translation,
            key=hashlib.blake2b(f"{source_pl}\0{text_uk}".encode(), digest_size=16).hexdigest(),
            code=code,
            place=place,
            is_blocking=is_blocking,
            source_pl=source_pl,
            text_uk=text_uk,
            why=why,
            reason=reason,
            overridden_at=approval.approved_at,
            overridden_by=by,
        )
        CheckFired.objects.create(
            approval=approval,
            override=override,
            key=override.key,
            code=code,
            outcome=CheckFired.Outcome.OVERRIDDEN,
            fired_at=approval.approved_at,
        )
