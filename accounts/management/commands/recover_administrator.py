"""``manage.py recover_administrator USERNAME --reason "…"``: for the only administrator who lost the way in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from accounts.permissions import Role
from accounts.services import recover
from pup_portal.db import DomainError


class Command(BaseCommand):
    help = (
        "Remove the second factor of an administrator, end their sessions, and with --password print a link "
        "for a new password, once. It is written down with the reason."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--reason", required=True, help="what happened, and who asked")
        parser.add_argument("--password", action="store_true", help="the password is lost, too")

    def handle(self, *args: Any, **options: Any) -> None:
        member = User.objects.filter(username=options["username"], role=Role.ADMINISTRATOR).first()
        if member is None:
            raise CommandError("No administrator has this username. For others, use the page of the person.")
        try:
            token = recover(
                member=member,
                by=None,
                reason=options["reason"],
                second_factor=True,
                password=options["password"],
            )
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("The second factor is removed. The next sign-in leads to setting up a new one.")
        if token:
            with translation.override(member.language):
                path = reverse("security:invitation", kwargs={"token": token})
            self.stdout.write("Open this link within three days; it is shown only now:")
            self.stdout.write(settings.SITE_URL.rstrip("/") + path)
