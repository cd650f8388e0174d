"""How well each personal column has to be protected, read off what it is and who may see it. Makes docs/data-ranks.md.

The rank is not written down for each column: it follows from the kind of the column and from the role matrix, so
that a column cannot have one rank on paper and another in the code.
"""

from collections.abc import Iterator
from enum import StrEnum

from django.contrib.auth import get_user_model
from django.db import models

from accounts.field_access import FIELD_ACTS
from accounts.permissions import ROLE_ACTS, Act, Role
from desk.personal_fields import BOOKKEEPING, PURPOSES
from pup_portal import person_data
from pup_portal.encrypted_fields import BlindIndexField, EncryptedTextField


class Rank(StrEnum):
    SEALED = "4 sealed"
    CLOSE = "3 close"
    PERSONAL = "2 personal"
    OFFICE = "1 office"


# What a broker may not see is about more than finding work.
WIDEST = Role.BROKER
# Papers repeat what the record holds, whoever may see that there is one.
WHOLE = frozenset({"documents.document"})

PROTECTION = {
    Rank.SEALED: (
        "PESEL, number of the identity document, and the indexes that find them",
        "AES-256-GCM in the database, bound to row and column; HMAC for the index; masked on pages",
        "uncovered on one page, for a reason, after a fresh proof; each time a row of the access log",
        "never readable in a log, address, task, cache, session or list",
    ),
    Rank.CLOSE: (
        "address, other data of documents, papers, consents, scans, messages, CVs with the name",
        "disk or storage encrypted by the office (operations.md); random names of files",
        "roles of the matrix without brokers; each look, print and download a row of the access log",
        "never readable in a log, address, task, cache or session",
    ),
    Rank.PERSONAL: (
        "what brokers need as well: name, phone, status, work looked for, attendance",
        "disk encrypted by the office",
        "staff with a role that sees clients; each look a row of the access log",
        "never readable in a log, address, task, cache or session",
    ),
    Rank.OFFICE: (
        "staff accounts, offers, employers, settings, published texts",
        "disk encrypted by the office; passwords slowly hashed, secrets of second factors sealed as rank 4,"
        " tokens of invitations hashed",
        "staff with a role for it; what is published, everybody",
        "numbers of staff only; never passwords, codes, tokens, session keys",
    ),
}
_SHARED = (
    "Every rank: TLS on the way; history by database triggers and constraints keep it whole; files and rows go together when "
    "their time is over (docs/privacy-fields.md says until when); the access log is sealed and only added to; backups are as "
    "secret as what they hold.\n"
)


def rank_of(model: type[models.Model], column: str) -> Rank:
    if model not in person_data.models():
        return Rank.OFFICE
    if isinstance(model._meta.get_field(column), EncryptedTextField | BlindIndexField):
        return Rank.SEALED
    label = model._meta.label_lower
    if label in WHOLE:
        return Rank.CLOSE
    act = _act_of(label, column)
    return Rank.PERSONAL if act in ROLE_ACTS[WIDEST] else Rank.CLOSE


def ranked() -> Iterator[tuple[type[models.Model], str, Rank]]:
    """Every personal column with its rank, by model."""
    for model in sorted(person_data.models(), key=lambda model: model._meta.label_lower):
        for field in model._meta.concrete_fields:
            if field.name not in BOOKKEEPING:
                yield model, field.name, rank_of(model, field.name)


def page() -> str:
    rows = "".join(f"| {rank} | {' | '.join(PROTECTION[rank])} |\n" for rank in sorted(Rank, reverse=True))
    columns: dict[tuple[str, Rank], list[str]] = {}
    for model, column, rank in ranked():
        columns.setdefault((model._meta.label_lower, rank), []).append(f"`{column}`")
    lists = "".join(f"| {label} | {rank} | {' '.join(names)} |\n" for (label, rank), names in columns.items())
    return (
        "# Ranks of data\n\nMade from `desk/data_ranks.py` by `manage.py write_docs`; the rank of a column follows from its kind "
        "and from the role matrix.\n\n| rank | what | stored | seen by | written where |\n|---|---|---|---|---|\n"
        f"{rows}\n{_SHARED}\n| table | rank | columns |\n|---|---|---|\n{lists}"
        f"\nAll other tables, such as {get_user_model()._meta.label_lower}, are {Rank.OFFICE}.\n"
    )


def _act_of(label: str, column: str) -> Act | None:
    if label in FIELD_ACTS:
        return FIELD_ACTS[label].get(column)
    return next((kept.seen_with for kept in PURPOSES[label] if column in kept.columns.split()), None)
