"""``manage.py verify_access_log [--seal NUMBER:HASH]``: whether anybody has changed the access log."""

from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.access_models import AccessSeal
from accounts.access_verification import findings


def _witness(raw: str) -> tuple[int, str]:
    number, _colon, noted = raw.partition(":")
    if not number.isdecimal() or not noted:
        raise ArgumentTypeError("give the number and the hash of a noted seal, as NUMBER:HASH")
    return int(number), noted


class Command(BaseCommand):
    help = "Check every row of the access log against its seal, and the chain of seals."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seal", type=_witness, metavar="NUMBER:HASH", help="a seal noted elsewhere")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(findings(witness=options["seal"]))
        if found:
            raise CommandError("\n".join(found))
        newest = AccessSeal.objects.order_by("-number").first()
        said = f"Newest seal: {newest.number}:{newest.hash}" if newest else "Nothing is sealed yet."
        self.stdout.write(f"The access log is as it was sealed. {said}")
