"""What the history of a client tells of their CVs."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from accounts import field_access
from accounts.models import User
from accounts.permissions import Act
from cv_builder.models import Cv
from cv_builder.person import ENTRIES
from pup_portal.history import Part, part
from pup_portal.history.parts import pairs_of
from registration.models import Client

_NAMED_BY = {"experience": "position_pl", "education": "school_pl", "languageskill": "language"}

# What of the person's contacts stands in the CV.
_PRINTED = {
    "shows_phone": _("the phone is shown"),
    "shows_email": _("the e-mail is shown"),
    "shows_place": _("the place of stay is shown"),
    "shows_birth_date": _("the date of birth is shown"),
}


def parts(client: Client, reader: User) -> Iterator[Part]:
    if not reader.may(Act.SEE_CVS):
        return
    cvs = Cv.objects.filter(client=client).values("pk")
    withheld = field_access.withheld_from(reader, field_access.CV)
    yield replace(part(Cv, withheld=withheld, client=client), named_by="title_pl", labels=_PRINTED)
    for model in ENTRIES:
        yield replace(part(model, cv__in=cvs), named_by=_NAMED_BY[str(model._meta.model_name)])
    yield pairs_of(Cv, "licences", cv__in=cvs)
