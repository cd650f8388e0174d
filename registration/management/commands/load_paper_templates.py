from typing import Any

from django.core.management.base import BaseCommand

from registration.wordings.services import load_shipped


class Command(BaseCommand):
    help = "Add the shipped papers that are missing. What the office wrote or changed stays."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"TemplateVersion: {load_shipped()} added")
