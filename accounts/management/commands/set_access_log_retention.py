"""``manage.py set_access_log_retention MONTHS``, run with the owner's address of the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts import access_months


class Command(BaseCommand):
    help = "Set for how many months rows of the access log are kept (24 until it is set)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("months", type=int)

    def handle(self, *args: Any, months: int, **options: Any) -> None:
        if months < 1:
            raise CommandError("Keep at least one month.")
        access_months.keep_for(months)
        self.stdout.write(f"Rows of the access log are kept for {months} months.")
