from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desk.generated_docs import pages


class Command(BaseCommand):
    help = (
        "Write the pages of docs/ that are made from the code: roles, states, rules, limits, ranks, events."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say whether they are up to date")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        for name, text in pages().items():
            path = settings.BASE_DIR / "docs" / name
            if check and (not path.exists() or path.read_text("utf-8") != text):
                raise CommandError(f"docs/{name} is out of date; run: manage.py write_docs")
            if not check:
                path.write_text(text, "utf-8")
