from typing import Any

from django.core.management.base import BaseCommand

from reference.services import load_reference_data


class Command(BaseCommand):
    help = "Add what is missing of the facts every installation starts with. What the office changed stays."

    def handle(self, *args: Any, **options: Any) -> None:
        for model, count in load_reference_data().items():
            self.stdout.write(f"{model}: {count} added")
