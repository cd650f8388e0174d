from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pup_portal import health


class Command(BaseCommand):
    help = "Look at what /readyz looks at; the exit code says whether all is well."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", nargs="+", choices=list(health.CHECKS), default=list(health.CHECKS))

    def handle(self, *args: Any, only: list[str], **options: Any) -> None:
        passed = health.look(only)
        for name, good in passed.items():
            self.stdout.write(f"{name}: {'ok' if good else 'fail'}")
        if not all(passed.values()):
            raise CommandError("not ready")
