"""Photos of handwritten notes: kept with the visit as scans of papers are kept with a person's record."""

import documents
from accounts.models import User
from accounts.permissions import Act
from documents.models import UploadKind
from job_offers.models import FieldVisit

KIND = UploadKind.OTHER


def connect() -> None:
    documents.hold_files(FieldVisit, may_see=may_see, may_change=may_change)


def may_see(user: User, visit: FieldVisit) -> bool:
    return FieldVisit.objects.visible_to(user).filter(pk=visit.pk).exists()


def may_change(user: User, visit: FieldVisit) -> bool:
    return user.may(Act.EDIT_OFFERS) and visit.state != FieldVisit.State.CANCELLED
