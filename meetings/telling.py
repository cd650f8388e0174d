"""What the history of a client tells of the meetings where the person was on the list, to who keeps the lists."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from meetings.models import Attendance
from pup_portal.history import Part, part, tell
from registration.models import Client


def parts(client: Client, reader: User) -> Iterator[Part]:
    if reader.may(Act.EDIT_MEETINGS):
        yield replace(
            part(Attendance, client=client),
            heading=_("list of people at a meeting"),
            named_by="meeting",
            labels={"meeting": _("meeting"), "name_as_said": _("name as the person said it")},
        )


def connect() -> None:
    tell(Client, parts)
