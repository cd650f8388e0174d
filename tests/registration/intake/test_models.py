"""What the tables of an intake refuse, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError

from reference.models import LegalRuleKey, Term
from registration import rights_services
from registration.models import (
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    Intake,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"purpose": "holidays"}, "intake_purpose_is_known"),
        ({"spouse_status": "neither", "marital_status": "single"}, "intake_spouse_of_a_married_person"),
        ({"health_limits_uk": "спина", "health_basis": ""}, "intake_health_limits_have_a_basis"),
        (
            {"disability_until": date(2030, 1, 1), "disability_degree": "none"},
            "intake_disability_ends_with_a_degree",
        ),
    ],
)
def test_answers_that_contradict_each_other_are_refused(values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Intake.objects.create(client=ClientFactory(), updated_by=UserFactory(), **values)


@pytest.mark.parametrize(
    ("model", "values", "constraint"),
    [
        (EducationEntry, {}, "educationentry_says_something"),
        (
            EducationEntry,
            {"school_uk": "Школа", "year_from": 2010, "year_to": 2009},
            "educationentry_ends_after_it_starts",
        ),
        (WorkPeriod, {}, "workperiod_says_what_or_where"),
        (
            WorkPeriod,
            {"position_uk": "кухар", "started_on": date(2010, 1, 1)},
            "workperiod_start_with_precision",
        ),
        (WorkPeriod, {"position_uk": "кухар", "ended_precision": "year"}, "workperiod_end_with_precision"),
        (
            WorkPeriod,
            {
                "position_uk": "кухар",
                "is_current": True,
                "ended_on": date(2010, 1, 1),
                "ended_precision": "year",
            },
            "workperiod_that_goes_on_has_no_end",
        ),
        (ClientOccupation, {}, "clientoccupation_is_named"),
        (HeldLicence, {}, "heldlicence_is_named"),
        (PresentedDocument, {"kind": "map", "seen_on": date(2026, 1, 1)}, "presenteddocument_kind_is_known"),
    ],
)
def test_entries_that_say_nothing_or_nonsense_are_refused(model, values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        model.objects.create(client=ClientFactory(), updated_by=UserFactory(), **values)


def test_language_stands_once_and_a_mother_tongue_has_no_level():
    whose = {"client": ClientFactory(), "updated_by": UserFactory()}
    polish, level = Term.objects.coded("language", "pl"), Term.objects.coded("language_level", "b1")

    with pytest.raises(IntegrityError, match="spokenlanguage_native_needs_no_level"):
        SpokenLanguage.objects.create(language=polish, level=level, is_native=True, **whose)


def test_language_stands_once():
    whose = {"client": ClientFactory(), "updated_by": UserFactory()}
    polish = Term.objects.coded("language", "pl")
    SpokenLanguage.objects.create(language=polish, **whose)

    with pytest.raises(IntegrityError, match="spokenlanguage_once_for_a_person"):
        SpokenLanguage.objects.create(language=polish, **whose)


@pytest.mark.parametrize(
    ("second", "constraint"),
    [
        ({}, "specialsituation_once_for_a_person"),
        ({"since": date(2026, 2, 1), "until": date(2026, 1, 1)}, "specialsituation_ends_after_it_starts"),
    ],
)
def test_situation_stands_once_and_ends_after_it_starts(second, constraint):
    whose = {"client": ClientFactory(), "updated_by": UserFactory()}
    kind = LegalRuleKey.objects.get(code="situation-ukr-status")
    SpecialSituation.objects.create(kind=kind, **whose)

    with pytest.raises(IntegrityError, match=constraint):
        SpecialSituation.objects.create(
            kind=kind if not second else LegalRuleKey.objects.get(code="situation-social-help"),
            **whose,
            **second,
        )


FROZEN = {
    "intake": "intake_is_frozen_while_restricted",
    "children": "child_is_frozen_while_restricted",
    "schools": "education_is_frozen_while_restricted",
    "jobs": "workperiod_is_frozen_while_restricted",
    "occupations": "clientoccupation_is_frozen_while_restricted",
    "languages": "spokenlanguage_is_frozen_while_restricted",
    "licences": "heldlicence_is_frozen_while_restricted",
    "presented_documents": "presenteddocument_is_frozen_while_restricted",
    "situations": "specialsituation_is_frozen_while_restricted",
}


@pytest.mark.parametrize("part", FROZEN)
def test_restricted_intake_is_changed_by_nobody(part):
    person = ClientFactory()
    filled_intake(person)
    held = getattr(person, part)
    rows = Intake.objects.filter(pk=held.pk) if part == "intake" else held.all()
    rights_services.restrict(client=person, reason="Spór", by=UserFactory())

    with pytest.raises(IntegrityError, match=FROZEN[part]):
        rows.update(version=7)
