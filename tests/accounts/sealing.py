"""The access log as the tests of its seals write it, tamper with it and verify it."""

import io

from django.core.management import call_command
from django.db import connection

from accounts.access_log import AccessKind, record_by
from pup_portal.db import as_owner
from tests.factories import UserFactory

OLD = "accounts_accessentry_2020_03"


def written(count=3):
    """So many rows, each in a statement of its own, as pages write them."""
    for user in UserFactory.create_batch(count):
        record_by(None, kind=AccessKind.VIEW, subjects=[user], purpose="", source="test")


def by_the_owner(*statements):
    with as_owner(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def verified(**options):
    out = io.StringIO()
    call_command("verify_access_log", stdout=out, **options)
    return out.getvalue()
