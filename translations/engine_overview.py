"""How each engine stands, in words: for the administrator's pages."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from translations.engines.base import Engine
from translations.engines.budget import this_month
from translations.engines.known import ENGINES
from translations.models import OUTSIDE, EngineCode, EngineHealth, EngineSetting, EngineUse

MONTHS_SHOWN = 24


@dataclass(frozen=True)
class State:
    """``colour`` is that of the tag; ``why`` says what the words leave open."""

    colour: str
    words: str | Promise
    why: str | Promise = ""


@dataclass(frozen=True)
class Standing:
    """One engine outside of the portal, as the office has it now."""

    engine: Engine
    setting: EngineSetting
    health: EngineHealth
    use: EngineUse

    @property
    def is_configured(self) -> bool:
        return self.engine.is_configured

    @property
    def is_usable(self) -> bool:
        return self.engine.is_configured and self.setting.is_on

    @property
    def left(self) -> int | None:
        """Characters left this month; ``None`` without a limit."""
        limit = self.setting.monthly_characters
        return None if limit is None else max(limit - self.use.characters, 0)

    @property
    def may_read_personal_data(self) -> bool:
        return self.engine.is_local or self.setting.has_agreement

    @property
    def state(self) -> State:
        if not self.engine.is_configured:
            needs = ", ".join(self.engine.needs)
            return State("grey", _("off"), _("The operator has not set %(names)s.") % {"names": needs})
        if not self.setting.is_on:
            return State("grey", _("off"), _("It is ready, but nobody has switched it on."))
        if self.health.is_resting(timezone.now()):
            return State("yellow", _("resting"), _("It failed, so it is left alone for a while."))
        if self.left == 0:
            return State(
                "yellow", _("budget used up"), _("It is asked again next month, or with a larger budget.")
            )
        return State("green", _("on"))

    @property
    def order(self) -> tuple[bool, int, str]:
        return (not self.is_usable, self.setting.rank, self.engine.code.value)


def standings() -> list[Standing]:
    """Every engine outside of the portal, those in use first, in the order they are asked; three queries."""
    stored = {setting.code: setting for setting in EngineSetting.objects.select_related("agreed_by")}
    health = {row.engine: row for row in EngineHealth.objects.all()}
    uses = {use.engine: use for use in EngineUse.objects.filter(month=this_month())}
    found = [
        Standing(
            engine=ENGINES[code],
            setting=stored.get(code) or EngineSetting(code=code),
            health=health.get(code) or EngineHealth(engine=code),
            use=uses.get(code) or EngineUse(engine=code, month=this_month()),
        )
        for code in OUTSIDE
    ]
    return sorted(found, key=lambda standing: standing.order)


def standing_of(code: str) -> Standing | None:
    return next((standing for standing in standings() if standing.engine.code == code), None)


def months_of(code: EngineCode) -> QuerySet[EngineUse]:
    """What the engine was asked in the last two years it was asked at all, the newest month first."""
    return EngineUse.objects.filter(engine=code).order_by("-month")[:MONTHS_SHOWN]
