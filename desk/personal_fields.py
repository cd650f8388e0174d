"""What each personal column is kept for and on what basis, as data. docs/privacy-fields.md is made from it.

Who sees a column comes from ``accounts.field_access`` where it says so; until when, from the registration in
``pup_portal.person_data``. A test refuses a column of a registered model that stands nowhere here.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from django.db import models

from accounts.field_access import FIELD_ACTS
from accounts.permissions import ROLE_ACTS, Act
from desk.field_purposes import AGREED, CONSENT, CONTACTS, DUTY, PROOF, RIGHTS, TASK, Purpose
from desk.intake_fields import INTAKE
from pup_portal import person_data

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
                "from_state to_state effective_on reason_term reason changed_at changed_by",
                "register; certificates and reports",
                DUTY,
                Act.SEE_CLIENTS,
            ),
            Purpose(
                "taken_back_reason taken_back_at taken_back_by",
                "what was entered by mistake, and by whom it was mended",
                PROOF,
                Act.SEE_CLIENTS,
            ),
        ),
        "job_offers.alert": (
            Purpose("email email_index query language", "telling of new offers by e-mail", CONSENT),
            Purpose(
                "asked_at confirmed_at told_until next_on", "that it was agreed to; no letter twice", PROOF
            ),
        ),
        "job_offers.offerquestion": (
            Purpose(
                "enquiry offer", "calling back about the work somebody asked for", CONSENT, Act.EDIT_CLIENTS
            ),
        ),
        "registration.contact": (
            Purpose(
                "happened_on means begun_by was_reached outcome recorded_at recorded_by",
                "contact with the office every so many days",
                CONTACTS,
                Act.SEE_PAPERS,
            ),
            Purpose("void_reason voided_at voided_by", "mistaken entries", PROOF, Act.SEE_PAPERS),
        ),
        "registration.care": (
            Purpose(
                "looked_after_by plan_starts_on plan_ends_on changed_at changed_by",
                "whose client it is; how often contact is due",
                CONTACTS,
                Act.SEE_PAPERS,
            ),
        ),
        "registration.deadlines": (
            Purpose(
                "looked_after_by contact_on last_contact_on status_end_on no_pesel_since pesel_on document_on",
                "days that follow from the record and the rules",
                CONTACTS,
                Act.SEE_PAPERS,
            ),
            Purpose(
                "place", "who must be contacted in the place the team travels to", CONTACTS, Act.SEE_PAPERS
            ),
        ),
        "registration.consent": (
            Purpose(
                "purpose text language way given_on holds_until recorded_at recorded_by",
                "proof of what was agreed to",
                AGREED,
                Act.SEE_PAPERS,
            ),
            Purpose(
                "withdrawn_on withdrawal_way withdrawal_recorded_at withdrawal_recorded_by",
                "respecting a withdrawal",
                AGREED,
                Act.SEE_PAPERS,
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
        "registration.enquiry": (
            Purpose(
                "number kind surname given_names phone language place accommodation stay looks_for",
                "calling back whoever asked to be contacted",
                TASK,
                Act.EDIT_CLIENTS,
            ),
            Purpose(
                "handled_at handled_by closing_reason erased_at",
                "what the desk did with an enquiry",
                PROOF,
                Act.EDIT_CLIENTS,
            ),
        ),
        "registration.paper": (
            Purpose(
                "version data data_hash is_final token paper_set position supersedes",
                "paper the person signs, and the data it says",
                DUTY,
                Act.SEE_PAPERS,
            ),
            Purpose(
                "state filled_at filled_by", "who filled it in on the person's behalf", PROOF, Act.SEE_PAPERS
            ),
            Purpose(
                "read_back_language interpreter confirmation read_back_at read_back_by",
                "that the person knew what is signed",
                PROOF,
                Act.SEE_PAPERS,
            ),
            Purpose(
                "signed_on scan signed_at signed_by outdated_at void_reason void_at void_by",
                "what became of it",
                PROOF,
                Act.SEE_PAPERS,
            ),
        ),
        "registration.paperset": (
            Purpose("purpose made_at made_by", "papers made at once", TASK, Act.SEE_PAPERS),
        ),
        "registration.sheetimport": (
            Purpose(
                "original_name headings mapping",
                "reading a sheet until its people are taken in; a week at most",
                TASK,
                Act.EDIT_CLIENTS,
            ),
            Purpose(
                "stage imported uploaded_at uploaded_by",
                "what came of a sheet of people",
                PROOF,
                Act.EDIT_CLIENTS,
            ),
        ),
        "registration.sheetrow": (
            Purpose(
                "sheet number cells problems looks_like same_as is_left_out",
                "people of a sheet until they are taken in; a week at most",
                TASK,
                Act.EDIT_CLIENTS,
            ),
        ),
        "registration.sheetwork": (Purpose("sheet step done", "work on a sheet", TASK, Act.EDIT_CLIENTS),),
        "registration.sheetmapping": (
            Purpose("key mapping used_at", "naming the columns of a sheet once", TASK, Act.EDIT_CLIENTS),
        ),
        "registration.revealnote": (
            Purpose("words written_at written_by", "why a number was uncovered", PROOF, Act.SEE_ACCESS_LOG),
        ),
        "registration.likelypair": (
            Purpose(
                "one other score reasons state found_at settled_at settled_by",
                "telling whether two records are of one person",
                TASK,
                Act.SEE_PAPERS,
            ),
        ),
        "registration.comparison": (Purpose("client", "which records are still to be compared", TASK),),
        "registration.merge": (
            Purpose(
                "keep gone chosen reason state asked_at asked_by answer decided_at decided_by undone_at undone_by",
                "making one record of two, and taking it apart again",
                TASK,
                Act.SEE_PAPERS,
            ),
        ),
        "registration.mergestep": (
            Purpose("merge model number before after", "undoing a merge within 30 days", TASK),
        ),
        **INTAKE,
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
                "key channel to_address reply_to language subject body forgets_text stop_address receipt",
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
