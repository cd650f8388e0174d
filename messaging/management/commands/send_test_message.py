import uuid
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from messaging import services


class Command(BaseCommand):
    help = "Owe a short message to an address, to see that the worker and the mail server do their part."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], default="pl")

    def handle(self, *args: Any, address: str, language: str, **options: Any) -> None:
        message = services.owe_message(
            key=f"test-{uuid.uuid4()}",
            to=address,
            template="test",
            language=language,
            context={"site_url": settings.SITE_URL},
        )
        self.stdout.write(f"Owed as {message.key}; a worker sends it within seconds.")
