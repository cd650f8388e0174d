"""Full intakes of invented people: every question answered, in Ukrainian with its Polish, and every list filled."""

from datetime import date
from typing import Any

from django.utils import timezone

from reference.models import LegalRuleKey, Occupation, Term
from registration.models import (
    Child,
    Client,
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    Intake,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)

ANSWERS: dict[str, Any] = {
    "purpose": "unemployed",
    "birth_surname": "Kovalenko",
    "father_name": "Petro",
    "mother_name": "Mariia",
    "registered_address": "ul. Stara 5, Kielce",
    "delivery_address": "ul. Listowa 2, 25-001 Kielce",
    "marital_status": "married",
    "spouse_status": "neither",
    "dependent_children": 2,
    "is_lone_parent": False,
    "has_large_family_card": False,
    "is_carer": False,
    "disability_degree": "light",
    "disability_until": date(2028, 5, 31),
    "health_basis": "certificate",
    "health_limits_uk": "не піднімати важкого",
    "health_limits_pl": "bez dźwigania ciężarów",
    "contract_kinds": ["permanent", "fixed_term"],
    "shifts": ["one", "two"],
    "working_time": "full",
    "weekly_hours": 40,
    "distance_km": 25,
    "may_start_on": date(2026, 12, 1),
    "needs_lodging": False,
    "needs_transport": True,
    "needs_childcare": True,
    "wishes_uk": "робота в першу зміну",
    "wishes_pl": "praca na pierwszą zmianę",
}


def filled_intake(client: Client, *, by: Any = None, **answers: Any) -> Intake:
    """Answer everything for ``client``, whose own record stays as it is; ``answers`` replace some of the answers."""
    by = by or client.created_by
    intake = Intake.objects.create(client=client, updated_by=by, **ANSWERS | answers)
    for make in (_family, _learned, _worked, _shown):
        make({"client": client, "updated_by": by})
    return intake


def _family(whose: dict[str, Any]) -> None:
    Child.objects.create(birth_date=date(2015, 6, 5), **whose)
    Child.objects.create(birth_date=date(2019, 2, 28), **whose)


def _learned(whose: dict[str, Any]) -> None:
    EducationEntry.objects.create(
        level=Term.objects.coded("education", "secondary_vocational"),
        school_uk="Технікум № 5 у Полтаві",
        school_pl="Technikum nr 5 w Połtawie",
        field_uk="кравецтво",
        field_pl="krawiectwo",
        country="UKR",
        year_from=2001,
        year_to=2005,
        **whose,
    )
    english, basic = Term.objects.coded("language", "en"), Term.objects.coded("language_level", "a2")
    SpokenLanguage.objects.create(language=Term.objects.coded("language", "uk"), is_native=True, **whose)
    SpokenLanguage.objects.create(language=english, level=basic, **whose)
    HeldLicence.objects.create(
        licence=Term.objects.coded("licence", "driving_b"),
        details_uk="видане в Полтаві",
        details_pl="wydane w Połtawie",
        valid_until=date(2030, 1, 31),
        evidence="documented",
        **whose,
    )


def _worked(whose: dict[str, Any]) -> None:
    WorkPeriod.objects.create(
        position_uk="швачка",
        position_pl="szwaczka",
        employer_uk="Фабрика «Зоря»",
        employer_pl="Fabryka „Zoria”",
        country="UKR",
        started_on=date(2006, 9, 1),
        started_precision="month",
        ended_on=date(2022, 1, 1),
        ended_precision="year",
        basis="employment",
        working_time="full",
        **whose,
    )
    ClientOccupation.objects.create(
        kind="practised",
        occupation=Occupation.objects.order_by("code").first(),
        months_of_practice=180,
        **whose,
    )
    ClientOccupation.objects.create(
        kind="wanted", wording_uk="робота на шитті", wording_pl="praca przy szyciu", **whose
    )


def _shown(whose: dict[str, Any]) -> None:
    SpecialSituation.objects.create(
        kind=LegalRuleKey.objects.get(code="situation-ukr-status"), since=date(2022, 3, 15), **whose
    )
    PresentedDocument.objects.create(
        kind="diploma",
        details_uk="диплом технікуму",
        details_pl="dyplom technikum",
        seen_on=timezone.localdate(),
        **whose,
    )
