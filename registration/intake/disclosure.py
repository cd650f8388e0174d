"""How much of an intake the pages of a member of staff hold. Of single answers accounts/field_access.py says it."""

from collections.abc import Mapping
from types import MappingProxyType

from accounts import field_access
from accounts.field_access import INTAKE
from accounts.models import User
from accounts.permissions import Act
from registration.models import (
    Child,
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    ListEntry,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)

# A list is shown or not as a whole. What finding work needs, everybody sees who sees the person.
LIST_ACTS: Mapping[type[ListEntry], Act] = MappingProxyType(
    {
        Child: Act.SEE_PAPERS,
        EducationEntry: Act.SEE_CLIENTS,
        WorkPeriod: Act.SEE_CLIENTS,
        ClientOccupation: Act.SEE_CLIENTS,
        SpokenLanguage: Act.SEE_CLIENTS,
        HeldLicence: Act.SEE_CLIENTS,
        SpecialSituation: Act.SEE_CLIENT_IDENTIFIERS,
        PresentedDocument: Act.SEE_PAPERS,
    }
)


# Health and special situations: whoever does not fill them in reads them for a reason only, on a page of their own.
SENSITIVE = Act.SEE_CLIENT_IDENTIFIERS


def sensitive_lists() -> frozenset[type[ListEntry]]:
    return frozenset(model for model, act in LIST_ACTS.items() if act == SENSITIVE)


def all_but_sensitive() -> frozenset[str]:
    return frozenset(name for name, act in field_access.FIELD_ACTS[INTAKE].items() if act != SENSITIVE)


def withheld_from(user: User) -> frozenset[str]:
    """Names of the single answers that ``user`` may not read, on the card or in the history."""
    return field_access.withheld_from(user, INTAKE)


def may_see_list(user: User, model: type[ListEntry]) -> bool:
    return user.may(LIST_ACTS[model])
