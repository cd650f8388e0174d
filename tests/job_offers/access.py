"""Who may open each address of the offers, written by hand from the matrix in docs/architecture.md."""

from collections.abc import Callable
from typing import Any

from accounts.permissions import Role
from job_offers.alerts import links
from job_offers.models import FeedImport
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.job_offers.alerts.factories import alert
from tests.job_offers.confirming.answering import asked
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, WorkplaceFactory
from tests.job_offers.self_service.factories import enquiry
from tests.job_offers.signs.factories import JobSignFactory, wording
from tests.job_offers.visits.factories import CallBackFactory, EmployerContactFactory, FieldVisitFactory

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator broker"
PUBLISH = "coordinator broker manager"
ANYONE = "public"

ACCESS: dict[str, str] = {
    "job_offers:offer-list": SEE,
    "job_offers:offer-create": EDIT,
    "job_offers:occupation-options": EDIT,
    "job_offers:offer-export": SEE,
    "job_offers:offer-bulk": PUBLISH,
    "job_offers:filter-save": SEE,
    "job_offers:filter-delete": SEE,
    "job_offers:offer-copy": SEE,
    "job_offers:offer-detail": SEE,
    "job_offers:offer-edit": EDIT,
    "job_offers:offer-history": SEE,
    "job_offers:offer-ready": EDIT,
    "job_offers:offer-draft": EDIT,
    "job_offers:offer-publish": PUBLISH,
    "job_offers:offer-confirm": EDIT,
    "job_offers:offer-fill": EDIT,
    "job_offers:offer-withdraw": PUBLISH,
    "job_offers:offer-name": EDIT,
    "job_offers:offer-reopen": EDIT,
    "job_offers:offer-override": PUBLISH,
    "job_offers:employer-list": SEE,
    "job_offers:employer-create": EDIT,
    "job_offers:employer-similar": EDIT,
    "job_offers:employer-detail": SEE,
    "job_offers:employer-edit": EDIT,
    "job_offers:employer-history": SEE,
    "job_offers:workplace-create": EDIT,
    "job_offers:workplace-edit": EDIT,
    "job_offers:contact-create": EDIT,
    "job_offers:contact-edit": EDIT,
    "job_offers:contact-remove": EDIT,
    "job_offers:import-list": EDIT,
    "job_offers:import-detail": EDIT,
    "job_offers:import-changes": EDIT,
    "job_offers:import-withdraw": EDIT,
    "job_offers:link-mail": EDIT,
    "job_offers:link-show": EDIT,
    "job_offers:confirmation-list": SEE,
    "job_offers:answer-list": SEE,
    "job_offers:answer-looked-at": EDIT,
    "job_offers:employer-enquiries": EDIT,
    "job_offers:employer-enquiry": EDIT,
    "job_offers:employer-enquiry-take": EDIT,
    "job_offers:employer-enquiry-close": EDIT,
    "job_offers:employer-enquiry-spam": EDIT,
    "job_offers:employer-enquiry-reopen": EDIT,
    "for_employers:offer-new": ANYONE,
    "for_employers:offer-send": ANYONE,
    "for_employers:offer-sent": ANYONE,
    "for_employers:confirm": ANYONE,
    "visits:route": SEE,
    "visits:visit-list": SEE,
    "visits:visit-pick": EDIT,
    "visits:visit-note": EDIT,
    "visits:visit-plan": EDIT,
    "visits:visit-detail": SEE,
    "visits:visit-hold": EDIT,
    "visits:visit-cancel": EDIT,
    "visits:visit-move": EDIT,
    "visits:photo-add": EDIT,
    "visits:photo-file": SEE,
    "visits:photo-remove": EDIT,
    "calls:call-list": SEE,
    "calls:call-settle": EDIT,
    "calls:call-owe": EDIT,
    "signs:sign-list": SEE,
    "signs:sites-print": SEE,
    "signs:sign-put-up": EDIT,
    "signs:sign-print": SEE,
    "signs:sign-take-down": EDIT,
    "sign_texts:text-list": "manager administrator",
    "sign_texts:text-create": "administrator",
    "sign_texts:text-edit": "administrator",
    "board:offer-list": ANYONE,
    "board:offer-feed": ANYONE,
    "board:offer-detail": ANYONE,
    "board:offer-poster": ANYONE,
    **{f"board:alert-{step}": ANYONE for step in ("new", "send", "sent", "confirm", "stop")},
    "board:question-new": ANYONE,
    "board:question-send": ANYONE,
    "board:problem-new": ANYONE,
    "board:problem-send": ANYONE,
    "board:problem-sent": ANYONE,
    "job_offers:problem-list": EDIT,
    "job_offers:miss-list": SEE,
    "job_offers:problem-look": EDIT,
    "board:offline": ANYONE,
    "api:offer-list": ANYONE,
    "api:description": ANYONE,
}
_PLAIN = (
    "-list",
    "-create",
    "-options",
    "-feed",
    "-similar",
    ":route",
    "sites-print",
    "-pick",
    "-note",
    "-plan",
    "-export",
    "-bulk",
    "-save",
    "filter-delete",
    "-enquiries",
    ":offer-new",
    ":offer-send",
    ":alert-new",
    ":alert-send",
    ":alert-sent",
    "description",
    "offline",
)


def make_kwargs(name: str) -> dict[str, Any]:
    """What stands in the address, with the row it needs."""
    if name in _OTHER_ARGUMENTS:
        return _OTHER_ARGUMENTS[name]()
    if name.endswith(_PLAIN) and not name.endswith(("workplace-create", "contact-create")):
        return {}
    make = next((made for begin, made in _MAKERS.items() if name.startswith(begin)), OfferFactory)
    return {"public_id": make().public_id}


def _contact() -> dict[str, Any]:
    contact = EmployerContactFactory()
    return {"public_id": contact.employer.public_id, "contact_id": contact.public_id}


def _photo() -> dict[str, Any]:
    visit = FieldVisitFactory()
    upload = UploadFactory(subject=visit, added_by=UserFactory(role=Role.BROKER))
    return {"public_id": visit.public_id, "file_id": upload.public_id}


def _workplace() -> dict[str, Any]:
    workplace = WorkplaceFactory()
    return {"public_id": workplace.employer.public_id, "workplace_id": workplace.public_id}


def _of_letter(address: str) -> dict[str, Any]:
    """The token of an address that a letter leads to."""
    return {"token": address.rstrip("/").rpartition("/")[2]}


_OTHER_ARGUMENTS: dict[str, Callable[[], dict[str, Any]]] = {
    "job_offers:workplace-edit": _workplace,
    "job_offers:contact-edit": _contact,
    "job_offers:contact-remove": _contact,
    "board:alert-confirm": lambda: _of_letter(links.to_confirm(alert())),
    "board:alert-stop": lambda: _of_letter(links.to_stop(alert())),
    "job_offers:answer-looked-at": lambda: {"link_id": asked()[0].public_id},
    "for_employers:confirm": lambda: {"token": asked()[1]},
    "for_employers:offer-sent": lambda: {"enquiry_id": enquiry().public_id},
    "signs:sign-put-up": lambda: {"workplace_id": WorkplaceFactory().public_id},
    "signs:sign-print": lambda: {"workplace_id": WorkplaceFactory().public_id},
    "visits:photo-file": _photo,
    "visits:photo-remove": _photo,
}
# The first that the name begins with.
_MAKERS: dict[str, Callable[[], Any]] = {
    "board:": PublishedFactory,
    "visits:": FieldVisitFactory,
    "signs:sign-take-down": JobSignFactory,
    "sign_texts:": wording,
    "calls:call-settle": CallBackFactory,
    "calls:call-owe": EmployerFactory,
    "job_offers:employer-enquiry": enquiry,
    "job_offers:employer": EmployerFactory,
    "job_offers:workplace": EmployerFactory,
    "job_offers:contact": EmployerFactory,
    "job_offers:import": lambda: FeedImport.objects.create(
        original_name="oferty.zip", size=1, uploaded_by=UserFactory()
    ),
}
