"""What the history of a client tells of the intake, as far as the reader's role may see it."""

from collections.abc import Iterator
from dataclasses import replace

from accounts.models import User
from pup_portal.history import Part, part
from registration.intake.disclosure import may_see_list, withheld_from
from registration.intake.personal import LISTS
from registration.models import Client, Intake

_NAMED_BY = {
    "child": "birth_date",
    "educationentry": "school_uk",
    "workperiod": "position_uk",
    "clientoccupation": "wording_uk",
    "spokenlanguage": "language",
    "heldlicence": "licence",
    "presenteddocument": "kind",
    "specialsituation": "kind",
}


def parts(client: Client, reader: User) -> Iterator[Part]:
    yield part(Intake, withheld=withheld_from(reader), client=client)
    for model in LISTS:
        if may_see_list(reader, model):
            told = part(model, withheld=("started_precision", "ended_precision"), client=client)
            yield replace(told, named_by=_NAMED_BY[str(model._meta.model_name)])
