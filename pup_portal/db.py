"""The database as referee: errors for people, constraints turned into them, and the two roles."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pup_portal import append_only

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


class DomainError(Exception):
    """A rule of the desk was not met. ``str()`` of it is a sentence fit for the person's screen."""

    def __init__(self, message: str | Promise = "") -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class SentForAnother(DomainError):
    """The key of a form belongs to a record about somebody, or something, else."""


@contextmanager
def refused(**errors: type[DomainError] | DomainError) -> Iterator[None]:
    """Turn the violation of a named constraint into its domain error; let any other through.

    Runs the block in a savepoint, so the surrounding transaction stays usable.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as violation:
        diagnosis = getattr(violation.__cause__, "diag", None)
        error = errors.get(getattr(diagnosis, "constraint_name", None) or "")
        if error is None:
            raise
        raise error from violation


def take_turns(name: str) -> None:
    """Wait until no other transaction is in ``name``, and keep others waiting until the end of this one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def sent_before[M: Model](rows: QuerySet[M], key: UUID | None) -> M | None:
    """The record that an earlier sending of a form with this ``key`` made, waiting for one under way.

    A record made by a form has the form's key as its ``public_id``. Call in the transaction that makes it.
    Raises ``SentForAnother`` when the key made a record that is not of ``rows``.
    """
    if key is None:
        return None
    take_turns(str(key))
    known = rows.filter(public_id=key).first()
    if known is None and rows.model._base_manager.filter(public_id=key).exists():
        raise SentForAnother(_("This form was sent before for somebody else. Open it anew."))
    return known


@contextmanager
def as_owner() -> Iterator[None]:
    """Let the default connection be the owner's: for migrations and for making test databases."""
    owner = settings.DATABASE_OWNER
    kept = connection.settings_dict.copy()
    connection.close()
    connection.settings_dict["USER"] = owner["USER"]
    connection.settings_dict["PASSWORD"] = owner["PASSWORD"]
    connection.settings_dict["OPTIONS"] = {}  # a migration may rightly take minutes
    try:
        yield
    finally:
        connection.close()
        for key in ("USER", "PASSWORD", "OPTIONS"):
            connection.settings_dict[key] = kept[key]


def grant_to_application(*, truncate: bool = False) -> None:
    """Give the application's role the rows and nothing of the structure. Call as the owner.

    ``truncate`` is for test databases, which Django empties that way.
    """
    role = settings.DATABASE_ROLE
    if role == settings.DATABASE_OWNER["USER"]:
        return
    if not _PLAIN_NAME.match(role):
        raise ValueError("the application's database role must be a plain name")
    rights = "SELECT, INSERT, UPDATE, DELETE" + (", TRUNCATE" if truncate else "")
    # In one transaction: at no instant is a table open that is only to be added to.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        cursor.execute(f"GRANT {rights} ON ALL TABLES IN SCHEMA public TO {role}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}")
        append_only.protect(role, truncate=truncate)
