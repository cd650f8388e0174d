"""The engines of the demo: half a year of spending, one that rests and why, one with a recorded agreement.

Nothing is asked of anybody: the demo names no host that may be asked, and the one engine with an address rests.
"""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from pup_portal.tracking import acting
from translations import engine_services
from translations.engine_services import Decision
from translations.models import EngineCode, EngineHealth, EngineSetting, EngineUse, Trouble

# Characters, requests and failures of each month, the newest first.
_SPENT: dict[EngineCode, tuple[tuple[int, int, int], ...]] = {
    EngineCode.LIBRETRANSLATE: (
        (41_380, 212, 9), (118_204, 604, 3), (97_655, 498, 0), (132_870, 671, 12), (88_019, 455, 1), (20_416, 108, 2),
    ),
    EngineCode.DEEPL: ((212_940, 388, 0), (486_112, 902, 4), (350_275, 640, 1)),
}  # fmt: skip
_AGREEMENT = "Umowa powierzenia przetwarzania nr 7/2026 z dostawcą (wymyślona na potrzeby pokazu); oryginał w kadrach, segregator 4."


def connect(staff: dict[Role, User]) -> int:
    """Decide about two engines and tell how they did; how many are decided on. Repeating changes nothing."""
    if not EngineSetting.objects.exists():
        _decide(staff[Role.ADMINISTRATOR])
        _spend()
        _rest()
    return EngineSetting.objects.count()


def _decide(administrator: User) -> None:
    with acting(administrator):
        for code, rank, limit in ((EngineCode.LIBRETRANSLATE, 10, None), (EngineCode.DEEPL, 20, 500_000)):
            engine_services.decide_engine(
                code=code, decision=Decision(is_on=True, rank=rank, monthly_characters=limit)
            )
        engine_services.record_agreement(code=EngineCode.DEEPL, words=_AGREEMENT, by=administrator)


def _spend() -> None:
    EngineUse.objects.bulk_create(
        EngineUse(engine=code, month=month, characters=characters, requests=requests, failures=failures)
        for code, spent in _SPENT.items()
        for month, (characters, requests, failures) in zip(_months(len(spent)), spent, strict=True)
    )


def _months(count: int) -> list[date]:
    """The first days of this month and those before it."""
    months = [timezone.localdate().replace(day=1)]
    while len(months) < count:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months


def _rest() -> None:
    now = timezone.now()
    EngineHealth.objects.create(
        engine=EngineCode.LIBRETRANSLATE,
        failures=9,
        rests_until=now + timedelta(hours=5),
        last_ok_at=now - timedelta(hours=2),
        last_trouble=Trouble.UNREACHABLE,
        last_trouble_at=now - timedelta(minutes=40),
    )
    EngineHealth.objects.create(
        engine=EngineCode.DEEPL, last_ok_at=now - timedelta(days=1), last_trouble="", last_trouble_at=None
    )
