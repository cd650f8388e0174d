"""``manage.py export_person PUBLIC_ID``: all that the portal keeps about one person, as JSON."""

import json
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from accounts.access_log import AccessKind, record_by
from pup_portal import person_data
from registration.models import Client


class Command(BaseCommand):
    help = "Write all that is kept about one person as JSON to the standard output."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("public_id", type=UUID, help="the id that stands in the address of the record")

    def handle(self, *args: Any, **options: Any) -> None:
        client = Client.objects.filter(public_id=options["public_id"]).first()
        if client is None:
            raise CommandError("There is no client with this id.")
        record_by(None, kind=AccessKind.EXPORT, subjects=[client], purpose="", source="export_person")
        json.dump(
            person_data.export(client.pk), self.stdout, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2
        )
        self.stdout.write("")
