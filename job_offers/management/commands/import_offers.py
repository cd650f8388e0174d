import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext

from job_offers import feed
from job_offers.models import FeedImport
from job_offers.services import imports
from pup_portal.background import OwedWork
from pup_portal.db import DomainError


class Command(BaseCommand):
    help = "Take over a file (zip or JSON) of the national offer feed, and say what came of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"{file}: no such file.")
        started = time.monotonic()
        try:
            with file.open("rb") as stream:
                owed = imports.take_feed(file=File(stream, name=file.name), by=None)
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        feed.import_feed(owed.pk)
        self._report(FeedImport.objects.get(pk=owed.pk), time.monotonic() - started)

    def _report(self, done: FeedImport, seconds: float) -> None:
        if done.refusal:
            raise CommandError(gettext(done.refusal))
        if done.state == OwedWork.State.FAILED or done.last_error:
            raise CommandError(
                f"The import stopped ({done.last_error}); it will be tried again by the worker."
            )
        self.stdout.write(
            f"{done.position} read in {seconds:.0f} s: {done.created} new, {done.changed} changed, "
            f"{done.unchanged} unchanged, {done.gone} gone, {done.refused} refused, {done.noted} to look at"
        )
        if done.gone_held:
            self.stdout.write(
                "So many offers are missing that they were left as they are; see the import's page."
            )
        for finding in done.findings.exclude(kind="note")[:20]:
            self.stdout.write(f"  {finding.file} {finding.place}: {gettext(finding.reason)} {finding.value}")
