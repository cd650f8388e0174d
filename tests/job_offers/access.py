"""Who may open each address of the offers, written by hand from the matrix in docs/architecture.md."""

from typing import Any

from job_offers.models import FeedImport
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, WorkplaceFactory

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator broker"
PUBLISH = "coordinator broker manager"
ANYONE = "public"

ACCESS: dict[str, str] = {
    "job_offers:offer-list": SEE,
    "job_offers:offer-create": EDIT,
    "job_offers:occupation-options": EDIT,
    "job_offers:offer-detail": SEE,
    "job_offers:offer-edit": EDIT,
    "job_offers:offer-history": SEE,
    "job_offers:offer-ready": EDIT,
    "job_offers:offer-draft": EDIT,
    "job_offers:offer-publish": PUBLISH,
    "job_offers:offer-confirm": EDIT,
    "job_offers:offer-fill": EDIT,
    "job_offers:offer-withdraw": PUBLISH,
    "job_offers:offer-reopen": EDIT,
    "job_offers:employer-list": SEE,
    "job_offers:employer-create": EDIT,
    "job_offers:employer-detail": SEE,
    "job_offers:employer-edit": EDIT,
    "job_offers:employer-history": SEE,
    "job_offers:workplace-create": EDIT,
    "job_offers:workplace-edit": EDIT,
    "job_offers:import-list": EDIT,
    "job_offers:import-detail": EDIT,
    "job_offers:import-withdraw": EDIT,
    "board:offer-list": ANYONE,
    "board:offer-feed": ANYONE,
    "board:offer-detail": ANYONE,
    "board:offer-poster": ANYONE,
    "api:offer-list": ANYONE,
}
_PLAIN = ("-list", "-create", "-options", "-feed")


def make_kwargs(name: str) -> dict[str, Any]:
    """The row the address needs."""
    if name == "job_offers:workplace-edit":
        workplace = WorkplaceFactory()
        return {"public_id": workplace.employer.public_id, "workplace_id": workplace.public_id}
    if name.endswith(_PLAIN) and not name.endswith("workplace-create"):
        return {}
    return {"public_id": _record(name).public_id}


def _record(name: str) -> Any:
    if name.startswith("board:"):
        return PublishedFactory()
    if name.startswith(("job_offers:employer", "job_offers:workplace")):
        return EmployerFactory()
    if name.startswith("job_offers:import"):
        return FeedImport.objects.create(original_name="oferty.zip", size=1, uploaded_by=UserFactory())
    return OfferFactory()
