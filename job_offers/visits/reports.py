"""What an agent enters about a visit, between the form and the services."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from job_offers.models import Employer, Workplace
from reference.models import Term


@dataclass(frozen=True)
class Target:
    """Whom an agent visits and where: what is known already, or the facts of what is written down on the spot."""

    employer: Employer | None = None
    new_employer: Mapping[str, Any] | None = None
    workplace: Workplace | None = None
    new_workplace: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Report:
    """What an employer said. ``None`` means that nothing was said of it."""

    notes: str = ""
    willing: bool | None = None
    languages: tuple[Term, ...] | None = None
    offers_expected: int | None = None
    call_back_on: date | None = None
