"""What each column of an intake is kept for: a part of ``desk.personal_fields``."""

from collections.abc import Mapping
from types import MappingProxyType

from accounts.permissions import Act
from desk.field_purposes import DUTY, TASK, Purpose

_INTAKE = (
    Purpose("purpose answered_none", "what the person came for, and what was asked", TASK),
    Purpose(
        "marital_status spouse_status dependent_children is_lone_parent has_large_family_card is_carer"
        " delivery_address",
        "application for registration",
        DUTY,
    ),
    Purpose(
        "birth_surname father_name mother_name registered_address",
        "application for registration until 31.05.2025",
        "GDPR art. 6(1)(c); regulation of 12.11.2012",
    ),
    Purpose(
        "disability_degree disability_until health_basis health_limits_pl health_limits_uk",
        "work that does no harm; only with a decision or certificate",
        "GDPR art. 9(2)(b)",
    ),
    Purpose(
        "contract_kinds shifts working_time weekly_hours distance_km may_start_on needs_lodging needs_transport"
        " needs_childcare wishes_pl wishes_uk",
        "finding work",
        TASK,
    ),
)
_LIST = "application for registration: a line of a list"

INTAKE: Mapping[str, tuple[Purpose, ...]] = MappingProxyType(
    {
        "registration.intake": _INTAKE,
        "registration.child": (Purpose("birth_date is_dependent", _LIST, DUTY, Act.SEE_PAPERS),),
        "registration.educationentry": (
            Purpose(
                "level school_pl school_uk field_pl field_uk country year_from year_to evidence",
                _LIST,
                DUTY,
                Act.SEE_CLIENTS,
            ),
        ),
        "registration.workperiod": (
            Purpose(
                "position_pl position_uk employer_pl employer_uk country started_on started_precision ended_on"
                " ended_precision is_current basis working_time evidence",
                _LIST,
                DUTY,
                Act.SEE_CLIENTS,
            ),
        ),
        "registration.clientoccupation": (
            Purpose(
                "kind occupation wording_pl wording_uk months_of_practice evidence",
                _LIST,
                DUTY,
                Act.SEE_CLIENTS,
            ),
        ),
        "registration.spokenlanguage": (
            Purpose("language level is_native evidence", _LIST, TASK, Act.SEE_CLIENTS),
        ),
        "registration.heldlicence": (
            Purpose("licence details_pl details_uk valid_until evidence", _LIST, TASK, Act.SEE_CLIENTS),
        ),
        "registration.specialsituation": (
            Purpose("kind since until evidence", "help the law ties to it", DUTY, Act.SEE_CLIENT_IDENTIFIERS),
        ),
        "registration.presenteddocument": (
            Purpose(
                "kind details_pl details_uk seen_as seen_on valid_until is_damaged is_recognised",
                "what proved the application",
                DUTY,
                Act.SEE_PAPERS,
            ),
        ),
    }
)
