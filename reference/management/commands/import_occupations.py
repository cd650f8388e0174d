from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pup_portal.db import DomainError
from reference import kzis
from reference.services import replace_occupations


class Command(BaseCommand):
    help = "Load the official list of occupations (KZiS) from a CSV or XLSX file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--edition", required=True, help="for example the year of the regulation: 2023")
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            listed = kzis.read_list(path.read_bytes(), path.name)
        except (OSError, DomainError) as error:
            raise CommandError(str(error)) from error
        if options["dry_run"]:
            result = kzis.compare(listed, options["edition"])
        else:
            result = replace_occupations(listed=listed, edition=options["edition"])
        self.stdout.write(
            f"{len(result.new)} new, {len(result.renamed)} renamed, {len(result.returning)} offered again, "
            f"{len(result.retired)} no longer offered, {result.unchanged} unchanged"
        )
