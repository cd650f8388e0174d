"""Which act a member of staff needs to be shown each field about a person: the role matrix, by fields, as data.

Pages, histories, searches, exports and interfaces ask here; a field that stands nowhere is shown to nobody.
The table in docs/roles.md is made from this module, and a test walks the desk with a person whose every field
is a planted word.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from accounts.models import User
from accounts.permissions import Act

CLIENT = "registration.client"
CV = "cv_builder.cv"
INTAKE = "registration.intake"


def _all(act: Act | None, names: str) -> dict[str, Act | None]:
    return dict.fromkeys(names.split(), act)


# None: nobody is shown it, whatever the role.
FIELD_ACTS: Mapping[str, Mapping[str, Act | None]] = MappingProxyType(
    {
        CLIENT: {
            **_all(Act.SEE_CLIENTS, "id public_id state version merged_into sort_key"),
            **_all(
                Act.SEE_CLIENTS,
                "given_names_latin surname_latin given_names_cyrillic surname_cyrillic patronymic",
            ),
            **_all(Act.SEE_CLIENTS, "birth_date birth_date_precision birth_place sex citizenships"),
            **_all(Act.SEE_CLIENTS, "phone email contact_language preferred_contact looks_for notes"),
            **_all(
                Act.SEE_CLIENTS, "created_at created_by updated_at updated_by registered_at registered_by"
            ),
            **_all(Act.SEE_CLIENT_ADDRESS, "place accommodation street_address"),
            **_all(
                Act.SEE_MASKED_IDENTIFIERS,
                "pesel no_pesel_reason document_kind document_number document_expires_on",
            ),
            **_all(Act.SEE_PAPERS, "is_restricted"),
            **_all(None, "pesel_index document_index erased_at"),
        },
        INTAKE: {
            **_all(Act.SEE_CLIENTS, "id client version updated_at updated_by purpose answered_none"),
            **_all(
                Act.SEE_CLIENTS, "contract_kinds shifts working_time weekly_hours distance_km may_start_on"
            ),
            **_all(Act.SEE_CLIENTS, "needs_lodging needs_transport needs_childcare wishes_pl wishes_uk"),
            **_all(Act.SEE_CLIENT_ADDRESS, "registered_address delivery_address"),
            **_all(Act.SEE_PAPERS, "birth_surname father_name mother_name marital_status spouse_status"),
            **_all(Act.SEE_PAPERS, "dependent_children is_lone_parent has_large_family_card"),
            # Of health, and of caring for who is ill, those read who also fill it in.
            **_all(Act.SEE_CLIENT_IDENTIFIERS, "is_carer disability_degree disability_until"),
            **_all(Act.SEE_CLIENT_IDENTIFIERS, "health_basis health_limits_pl health_limits_uk"),
        },
        CV: {
            **_all(Act.SEE_ANONYMOUS_CVS, "id public_id state occupation title_pl title_uk licences"),
            **_all(
                Act.SEE_ANONYMOUS_CVS,
                "summary_pl summary_uk skills_pl skills_uk courses_pl courses_uk interests_pl interests_uk",
            ),
            **_all(Act.SEE_CVS, "client consented_on shows_phone shows_email shows_place shows_birth_date"),
            **_all(Act.SEE_CVS, "created_at created_by updated_at updated_by"),
        },
    }
)

# Shown by their last signs only; the whole value needs this act, a reason, and is written down.
REVEALED_BY = Act.REVEAL_CLIENT_IDENTIFIERS
MASKED: Mapping[str, frozenset[str]] = MappingProxyType({CLIENT: frozenset({"pesel", "document_number"})})


def may_see(user: User, model: str, field: str) -> bool:
    """Whether ``user`` may be shown ``field`` of ``model`` ("app.model"), masked where it is in ``MASKED``."""
    act = FIELD_ACTS[model].get(field)
    return act is not None and user.may(act)


def withheld_from(user: User, model: str) -> frozenset[str]:
    """The fields of ``model`` that must not reach ``user``'s page at all, not even their names."""
    return frozenset(field for field in FIELD_ACTS[model] if not may_see(user, model, field))


def shown_to(user: User, model: str, fields: Iterable[str]) -> list[str]:
    """Those of ``fields`` that ``user`` may be shown, in their order."""
    return [field for field in fields if may_see(user, model, field)]
