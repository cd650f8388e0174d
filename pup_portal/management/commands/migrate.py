from typing import Any

from django.core.management import call_command
from django.core.management.commands import migrate

from pup_portal.db import as_owner, grant_to_application
from pup_portal.keyring import verify_at_start


class Command(migrate.Command):
    """Migrate as the owner of the schema, then grant the application its rows."""

    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner():
            super().handle(*args, **options)
            call_command("createcachetable", verbosity=0)  # nothing to do where Redis is the cache
            grant_to_application()
            verify_at_start()
