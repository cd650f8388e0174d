"""What each personal column is kept for and on what basis, as data. docs/privacy-fields.md is made from it.

Who sees a column comes from ``accounts.field_access`` where it says so; until when, from the registration in
``pup_portal.person_data``. A test refuses a column of a registered model that stands nowhere here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db import models

from accounts.field_access import FIELD_ACTS
from accounts.permissions import ROLE_ACTS, Act
from pup_portal import person_data

DUTY = "GDPR art. 6(1)(c); act of 20.03.2025, art. 55(3)"
TASK = "GDPR art. 6(1)(e); article of the act not confirmed"
CONSENT = "GDPR art. 6(1)(a) beyond what the act asks for"
RIGHTS = "GDPR art. 6(1)(c) with art. 15–18"
PROOF = "GDPR art. 6(1)(c) with art. 5(2)"

# Numbers and links of rows, and the clockwork of owed work: they say nothing that the rest does not.
BOOKKEEPING = frozenset(
    [
        "id",
        "public_id",
        "version",
        "order",
        "state",
        "attempts",
        "owed_at",
        "run_after",
        "sent_at",
        "lease",
        "leased_until",
        "finished_at",
        "last_error",
        "created_at",
        "created_by",
        "updated_at",
        "updated_by",
        "content_type",
        "object_id",
        "storage_key",
        "client",
        "cv",
        "cv_id",
    ]
)


@dataclass(frozen=True)
class Purpose:
    """Columns kept for one reason. ``seen_with`` is for models of which field_access says nothing."""

    columns: str
    purpose: str
    basis: str
    seen_with: Act | None = None


_CLIENT = (
    Purpose(
        "given_names_latin surname_latin given_names_cyrillic surname_cyrillic patronymic",
        "registration; papers carry the spelling of the document",
        DUTY,
    ),
    Purpose("sort_key merged_into", "finding the record", TASK),
    Purpose("state pesel no_pesel_reason citizenships", "register of the office", DUTY),
    Purpose(
        "birth_date birth_date_precision birth_place sex document_kind document_number document_expires_on",
        "identity where there is no PESEL",
        DUTY,
    ),
    Purpose("pesel_index document_index", "finding the record by its number", DUTY),
    Purpose("phone email preferred_contact contact_language", "reaching the person", CONSENT),
    Purpose("place accommodation street_address", "address of residence; work near it", DUTY),
    Purpose("looks_for notes", "finding work; kept to what that needs", TASK),
    Purpose("registered_at registered_by erased_at is_restricted", "what the office did, and when", PROOF),
)
_CV = (
    Purpose(
        "occupation title_pl title_uk summary_pl summary_uk skills_pl skills_uk courses_pl courses_uk"
        " interests_pl interests_uk",
        "application for work",
        TASK,
    ),
    Purpose("shows_phone shows_email shows_place shows_birth_date", "what the printed CV shows", TASK),
    Purpose("consented_on", "day of the consent printed under the CV", "GDPR art. 6(1)(a)"),
)
_SPAN = "started_month started_year ended_month ended_year is_current "
_ENTRY = "application for work: a line of the CV"

PURPOSES: Mapping[str, tuple[Purpose, ...]] = MappingProxyType(
    {
        "registration.client": _CLIENT,
        "registration.statechange": (
            Purpose(
                "from_state to_state effective_on reason changed_at changed_by",
                "register; certificates and reports",
                DUTY,
                Act.SEE_CLIENTS,
            ),
        ),
        "registration.namekey": (Purpose("kind key", "finding a person by any spelling", TASK),),
        "registration.nameword": (Purpose("sound near", "finding a person by a near spelling", TASK),),
        "registration.rightsrequest": (
            Purpose(
                "right reason rule asked_at asked_by answer decided_at decided_by",
                "answering the person's requests",
                RIGHTS,
                Act.SEE_PAPERS,
            ),
        ),
        "registration.rightswork": (
            Purpose("request file expires_at steps_done", "the copy of the data", RIGHTS, Act.SEE_PAPERS),
        ),
        "registration.restriction": (
            Purpose(
                "reason set_at set_by lift_reason lifted_at lifted_by",
                "restriction of use",
                RIGHTS,
                Act.SEE_PAPERS,
            ),
        ),
        "registration.legalhold": (
            Purpose(
                "reason source holds_until placed_at placed_by lifted_at lifted_by",
                "why data may not be erased yet",
                "GDPR art. 17(3)",
                Act.SEE_PAPERS,
            ),
        ),
        "registration.retentionnotice": (
            Purpose(
                "rule falls_due_on announced_at seen_at seen_by",
                "notice of what falls due",
                "GDPR art. 5(1)(e)",
                Act.SEE_PAPERS,
            ),
        ),
        "registration.revealnote": (
            Purpose("words written_at written_by", "why a number was uncovered", PROOF, Act.SEE_ACCESS_LOG),
        ),
        "cv_builder.cv": _CV,
        "cv_builder.experience": (
            Purpose(
                _SPAN + "position_pl position_uk employer_pl employer_uk place_pl place_uk description_pl"
                " description_uk",
                _ENTRY,
                TASK,
                Act.SEE_CVS,
            ),
        ),
        "cv_builder.education": (
            Purpose(
                _SPAN + "level school_pl school_uk field_pl field_uk place_pl place_uk proof",
                _ENTRY,
                TASK,
                Act.SEE_CVS,
            ),
        ),
        "cv_builder.languageskill": (Purpose("language level is_native", _ENTRY, TASK, Act.SEE_CVS),),
        "cv_builder.cv_licences": (Purpose("term", _ENTRY, TASK, Act.SEE_CVS),),
        "meetings.attendance": (
            Purpose(
                "meeting name_as_said phone is_present notes signed_up_at signed_up_by",
                "list and follow-up of the meeting",
                TASK,
                Act.SEE_MEETINGS,
            ),
        ),
        "documents.document": (
            Purpose(
                "kind language title input_hash html images file page_count requested_by",
                "paper handed over; seen with its subject",
                TASK,
                Act.SEE_CLIENTS,
            ),
        ),
        "documents.upload": (
            Purpose(
                "kind label media_type page_count size content_hash was_scanned file",
                "scan of a paper the case needs",
                TASK,
                Act.SEE_PAPERS,
            ),
            Purpose(
                "added_at added_by removed_at removed_by removal_reason",
                "who added and removed it",
                PROOF,
                Act.SEE_PAPERS,
            ),
        ),
        "messaging.message": (
            Purpose(
                "key channel to_address reply_to language subject body forgets_text receipt",
                "delivery of a message",
                CONSENT,
            ),
        ),
        "messaging.delivery": (
            Purpose("message attempted_at outcome code", "whether a message arrived", PROOF),
        ),
    }
)


def declared(model: type[models.Model]) -> set[str]:
    """The columns of ``model`` that have a purpose here."""
    return {name for kept in PURPOSES.get(model._meta.label_lower, ()) for name in kept.columns.split()}


def undeclared(model: type[models.Model]) -> set[str]:
    columns = {field.name for field in model._meta.concrete_fields}
    return columns - declared(model) - BOOKKEEPING


def page() -> str:
    """docs/privacy-fields.md: every personal column with purpose, basis, readers and retention."""
    head = (
        "# Personal data, column by column\n\nMade from `desk/personal_fields.py`, `accounts/field_access.py` and "
        "`pup_portal.person_data` by `manage.py write_docs`.\nRetention periods and parts of the act's list are not "
        "confirmed in any source we have: the office sets the days of each rule itself.\n\n"
        "| table | column | purpose | basis | who sees it | until when |\n|---|---|---|---|---|---|\n"
    )
    return head + "".join(f"| {' | '.join(row)} |\n" for row in _rows())


def _rows() -> Iterator[tuple[str, ...]]:
    for held in sorted(person_data.registered(), key=lambda held: held.model._meta.label_lower):
        for model in (held.model, *held.covers):
            label = model._meta.label_lower
            for kept in PURPOSES[label]:
                for name in kept.columns.split():
                    act = FIELD_ACTS[label].get(name) if label in FIELD_ACTS else kept.seen_with
                    yield label, f"`{name}`", kept.purpose, kept.basis, _readers(act), _until(held.retention)


def _readers(act: Act | None) -> str:
    roles = [str(role.label) for role, acts in ROLE_ACTS.items() if act in acts]
    return ", ".join(roles) or "nobody"


def _until(retention: str) -> str:
    return "with the person's record" if retention == person_data.WITH_THE_PERSON else f"rule `{retention}`"
