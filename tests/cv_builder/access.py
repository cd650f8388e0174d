"""Who may open what of this app (matrix of roles: CVs; a job broker sees them without the name)."""

from typing import Any

from tests.cv_builder.factories import CvFactory, ExperienceFactory, ready_cv

EDIT = "coordinator adviser counsellor"
SEE = f"{EDIT} manager"
SEE_ANONYMOUS = f"{SEE} broker"

ACCESS: dict[str, str] = {
    "cv_builder:cv-list": SEE_ANONYMOUS,
    "cv_builder:cv-new": EDIT,
    "cv_builder:cv-detail": SEE,
    "cv_builder:cv-anonymous": SEE_ANONYMOUS,
    "cv_builder:cv-print": SEE,
    "cv_builder:cv-print-anonymous": SEE_ANONYMOUS,
    "cv_builder:cv-ready": EDIT,
    "cv_builder:cv-draft": EDIT,
    "cv_builder:cv-remove": EDIT,
    "cv_builder:section-edit": EDIT,
    "cv_builder:entry-add": EDIT,
    "cv_builder:entry-edit": EDIT,
    "cv_builder:entry-move": EDIT,
    "cv_builder:entry-remove": EDIT,
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in ("cv_builder:cv-list", "cv_builder:cv-new"):
        return {}
    if name == "cv_builder:section-edit":
        return {"cv_id": CvFactory().public_id, "section_key": "about"}
    if name == "cv_builder:entry-add":
        return {"cv_id": CvFactory().public_id, "section_key": "experience"}
    if name.startswith("cv_builder:entry-"):
        entry = ExperienceFactory()
        return {"cv_id": entry.cv.public_id, "section_key": "experience", "entry_id": entry.public_id}
    return {"cv_id": ready_cv().public_id}


def make_data(name: str) -> dict[str, Any]:
    return {"language": "pl"}
