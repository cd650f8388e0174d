"""What the history of a client tells: the record, its statuses, and what was asked and held about its data."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from documents.models import Upload
from pup_portal.history import Part, part
from pup_portal.history.parts import own
from registration.dates import PartialDate
from registration.disclosure import MASKED, masked, withheld_from
from registration.models import (
    Care,
    Client,
    Consent,
    Contact,
    Enquiry,
    LegalHold,
    Merge,
    Restriction,
    RightsRequest,
    StateChange,
)
from registration.vocabulary import DatePrecision

# Said with the date of birth.
_SAID_ELSEWHERE = frozenset({"birth_date_precision"})
_OF_THE_MERGE = frozenset({"chosen", "keep", "gone"})
_OF_THE_FILE = frozenset({"media_type", "size", "object_id"})


def parts(client: Client, reader: User) -> Iterator[Part]:
    yield own(
        client,
        withheld=withheld_from(reader) | _SAID_ELSEWHERE,
        readings={"birth_date": _birth_date} | {name: _masked(name) for name in MASKED},
    )
    yield replace(
        part(StateChange, client=client),
        heading=_("change of status"),
        labels={"from_state": _("from the status"), "to_state": _("to the status")},
    )
    if reader.may(Act.EDIT_CLIENTS):
        yield replace(part(Enquiry, client=client), heading=_("enquiry"))
    if reader.may(Act.SEE_PAPERS):
        for model in (Contact, Care, Consent, RightsRequest, Restriction, LegalHold):
            yield part(model, client=client)
        for side in ("keep", "gone"):
            yield part(Merge, withheld=_OF_THE_MERGE, **{side: client})
        content_type = ContentType.objects.get_for_model(Client)
        files = part(Upload, withheld=_OF_THE_FILE, content_type=content_type, object_id=client.pk)
        yield replace(files, named_by="kind")


def _birth_date(row: Any) -> str:
    if row.birth_date is None:
        return ""
    return PartialDate(row.birth_date, DatePrecision(row.birth_date_precision)).spoken()


def _masked(name: str) -> Any:
    return lambda row: masked(getattr(row, name) or "")
