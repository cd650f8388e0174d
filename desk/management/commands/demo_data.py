import time
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.permissions import Role
from desk.demo import bulk, staff, story


class Command(BaseCommand):
    help = "Fill a demonstration database with an invented office, or with any amount of invented rows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--story", action="store_true", help="the office of the demonstration")
        parser.add_argument("--clients", type=int, default=0, metavar="N")
        parser.add_argument("--offers", type=int, default=0, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")

    def handle(self, *args: Any, story: bool, clients: int, offers: int, seed: int, **options: Any) -> None:
        if not settings.DEMO and not settings.DEBUG:
            raise CommandError("Invented people do not belong in a real database. Set DEMO=true to fill one.")
        if clients < 0 or offers < 0:
            raise CommandError("A number of rows cannot be below zero.")
        if not (story or clients or offers):
            raise CommandError("Nothing to do: give --story, --clients N or --offers N.")
        users = staff.create_staff()
        if story:
            self._tell(users)
        if clients:
            self._count("clients", bulk.create_people(clients, seed=seed, by=[users[Role.COORDINATOR]]))
        if offers:
            self._count("offers", bulk.create_offers(offers, seed=seed, by=users[Role.BROKER]))

    def _tell(self, users: dict[Role, User]) -> None:
        for step in story.tell(users):
            self.stdout.write(f"  {step}")

    def _count(self, what: str, stored: Iterator[int]) -> None:
        started = time.monotonic()
        for number in stored:
            speed = number / max(time.monotonic() - started, 0.001)
            self.stdout.write(f"  {number:,} {what} ({speed:,.0f} a second)")
