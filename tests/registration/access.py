"""Who may open what of this app: written by hand from the matrix of roles."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from registration.models import Client
from tests.documents.factories import UploadFactory
from tests.registration.consents.factories import agreed, text_of
from tests.registration.enquiries.factories import EnquiryFactory
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.merging.factories import asked as merge_asked
from tests.registration.merging.factories import merged, pair_of
from tests.registration.papers.factories import card, made, made_set
from tests.registration.rhythm.factories import contacted
from tests.registration.rights import asked, exported, held
from tests.registration.sheets.files import handed_over
from tests.registration.wordings.factories import kwargs_of_papers

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator adviser"
PAPERS = "coordinator adviser manager"
SETTINGS = "manager administrator"
BARE = {
    "registration:client-list",
    "registration:client-new",
    "registration:client-similar",
    "registration:pair-list",
    "registration:merge-list",
    "registration:rights-list",
    "registration:contact-list",
    "registration:contact-export",
    "consents:text-list",
    "consents:text-create",
    "retention:overview",
    "retention:seen",
    "inbox:enquiry-list",
    "inbox:poster",
    "sheets:sheet-list",
    "interest:interest-new",
    "interest:interest-send",
    "paper_templates:list",
    "paper_templates:create",
    "intake_settings:questions",
    "intake_settings:choose",
}

ACCESS: dict[str, str] = {
    "registration:client-list": SEE,
    "registration:client-new": EDIT,
    "registration:client-similar": EDIT,
    "registration:pair-list": PAPERS,
    "registration:pair-compare": EDIT,
    "registration:pair-different": EDIT,
    "registration:pair-again": EDIT,
    "registration:merge-choose": EDIT,
    "registration:merge-ask": EDIT,
    "registration:merge-list": PAPERS,
    "registration:merge-detail": PAPERS,
    "registration:merge-decide": "manager",
    "registration:merge-withdraw": EDIT,
    "registration:merge-undo": "manager",
    "registration:client-detail": SEE,
    "registration:client-edit": EDIT,
    "registration:client-state": EDIT,
    "registration:intake": EDIT,
    "registration:intake-section": EDIT,
    "registration:intake-entry-add": EDIT,
    "registration:intake-entry": EDIT,
    "registration:intake-entry-remove": EDIT,
    "registration:intake-nothing": EDIT,
    "intake_settings:questions": "manager administrator",
    "intake_settings:choose": "administrator",
    "registration:client-history": SEE,
    "registration:client-accesses": "manager",
    "registration:client-accesses-print": "manager",
    "registration:file-list": PAPERS,
    "registration:file-add": EDIT,
    "registration:file-download": PAPERS,
    "registration:file-replace": EDIT,
    "registration:file-remove": EDIT,
    "registration:client-reveal": f"{EDIT} manager",
    "registration:client-reveal-health": f"{EDIT} manager",
    "registration:rights": PAPERS,
    "registration:rights-list": PAPERS,
    "registration:rights-ask": EDIT,
    "registration:rights-withdraw": EDIT,
    "registration:rights-restrict": EDIT,
    "registration:rights-lift": "manager",
    "registration:rights-hold": "manager",
    "registration:hold-lift": "manager",
    "registration:rights-decide": "manager",
    "registration:rights-file": "manager",
    "inbox:enquiry-list": EDIT,
    "inbox:enquiry-detail": EDIT,
    "inbox:enquiry-take-in": EDIT,
    "inbox:enquiry-link": EDIT,
    "inbox:enquiry-close": EDIT,
    "inbox:enquiry-spam": EDIT,
    "inbox:enquiry-reopen": EDIT,
    "inbox:poster": EDIT,
    "sheets:sheet-list": EDIT,
    "sheets:sheet-detail": EDIT,
    "sheets:sheet-map": EDIT,
    "sheets:rows-decide": EDIT,
    "sheets:sheet-import": EDIT,
    "sheets:sheet-again": EDIT,
    "sheets:sheet-cancel": EDIT,
    "sheets:bad-rows": EDIT,
    "interest:interest-new": "public",
    "interest:interest-send": "public",
    "interest:interest-sent": "public",
    "registration:paper-list": PAPERS,
    "registration:paper-new": EDIT,
    "registration:paper": PAPERS,
    "registration:paper-print": PAPERS,
    "registration:paper-read-back": EDIT,
    "registration:paper-sign": EDIT,
    "registration:paper-void": EDIT,
    "registration:paper-set": PAPERS,
    "registration:paper-set-print": PAPERS,
    "registration:paper-set-read-back": EDIT,
    "registration:paper-set-sign": EDIT,
    "registration:card": PAPERS,
    "registration:contact-list": PAPERS,
    "registration:contact-export": PAPERS,
    "registration:follow-up-list": PAPERS,
    "registration:contacts": PAPERS,
    "registration:contact-add": EDIT,
    "registration:contact-void": EDIT,
    "registration:contact-remind": EDIT,
    "registration:care-edit": EDIT,
    "registration:step-correct": EDIT,
    "registration:step-take-back": EDIT,
    "registration:consents": PAPERS,
    "registration:consent-give": EDIT,
    "registration:consent-withdraw": EDIT,
    "consents:text-list": "manager administrator",
    "consents:text-create": "administrator",
    "consents:text-edit": "administrator",
    "retention:overview": "manager administrator",
    "retention:seen": "manager",
    "paper_templates:list": SETTINGS,
    "paper_templates:create": "administrator",
    "paper_templates:detail": SETTINGS,
    "paper_templates:edit": "administrator",
    "paper_templates:history": SETTINGS,
    "paper_templates:version": SETTINGS,
    "paper_templates:version-copy": "administrator",
    "paper_templates:version-preview": SETTINGS,
    "paper_templates:version-edit": "administrator",
    "paper_templates:version-force": "administrator",
    "paper_templates:version-retire": "administrator",
    "paper_templates:version-take-back": "administrator",
    "paper_templates:version-delete": "administrator",
    "paper_templates:version-history": SETTINGS,
    "paper_templates:section-add": "administrator",
    "paper_templates:section-edit": "administrator",
    "paper_templates:section-move": "administrator",
    "paper_templates:section-remove": "administrator",
}


def _job(client: Client) -> UUID:
    filled_intake(client)
    return client.jobs.get().public_id


MORE: dict[str, Callable[[Client], dict[str, Any]]] = {
    "registration:contact-void": lambda client: {"contact_id": contacted(client).public_id},
    "registration:consent-withdraw": lambda client: {"consent_id": agreed(client).public_id},
    "registration:intake-section": lambda client: {"key": "family"},
    "registration:intake-entry-add": lambda client: {"list_name": "jobs"},
    "registration:intake-entry": lambda client: {"list_name": "jobs", "entry_id": _job(client)},
    "registration:intake-entry-remove": lambda client: {"list_name": "jobs", "entry_id": _job(client)},
    "registration:intake-nothing": lambda client: {"list_name": "languages"},
    "registration:rights-ask": lambda client: {"right": "erase"},
    "registration:hold-lift": lambda client: {"hold_id": held(client).public_id},
    "registration:rights-decide": lambda client: {"request_id": asked(client).public_id},
    "registration:rights-withdraw": lambda client: {"request_id": asked(client).public_id},
    "registration:rights-file": lambda client: {"request_id": exported(client).public_id},
    "registration:file-download": lambda client: {"file_id": UploadFactory(subject=client).public_id},
    "registration:file-replace": lambda client: {"file_id": UploadFactory(subject=client).public_id},
    "registration:file-remove": lambda client: {"file_id": UploadFactory(subject=client).public_id},
}


OF_A_PAPER = {"paper", "paper-print", "paper-read-back", "paper-sign", "paper-void"}
OF_A_SET = {"paper-set", "paper-set-print", "paper-set-read-back", "paper-set-sign"}
MORE |= {f"registration:{page}": lambda client: {"paper_id": made(client).public_id} for page in OF_A_PAPER}
MORE |= {f"registration:{page}": lambda client: {"set_id": made_set(client).public_id} for page in OF_A_SET}

# Addresses that are about no one person.
ELSE: dict[str, Callable[[], dict[str, Any]]] = {
    "registration:follow-up-list": lambda: {"kind": "pesel"},
    "consents:text-edit": lambda: {"public_id": text_of("messages").public_id},
}


# Addresses without a client in them.
OTHERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "sheets:": lambda name: {"sheet_id": handed_over().public_id},
    "inbox:": lambda name: {"enquiry_id": EnquiryFactory().public_id},
    "interest:": lambda name: {"enquiry_id": EnquiryFactory().public_id},
    "paper_templates:": kwargs_of_papers,
    "registration:card": lambda name: {"card_code": made(ClientFactory(), card()).token},
    "registration:pair-": lambda name: {"pair_id": pair_of().public_id},
    "registration:merge-choose": lambda name: {"client_id": ClientFactory().public_id},
    "registration:merge-ask": lambda name: {
        "client_id": ClientFactory().public_id,
        "other_id": ClientFactory().public_id,
    },
    "registration:merge-undo": lambda name: {"merge_id": merged().public_id},
    "registration:merge-": lambda name: {"merge_id": merge_asked().public_id},
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in BARE:
        return {}
    if name in ELSE:
        return ELSE[name]()
    for beginning, make in OTHERS.items():
        if name.startswith(beginning):
            return make(name)
    client = ClientFactory()
    return {"client_id": client.public_id} | (MORE[name](client) if name in MORE else {})


def make_data(name: str) -> dict[str, Any]:
    return {"language": "uk"} if name == "registration:client-accesses-print" else {}
