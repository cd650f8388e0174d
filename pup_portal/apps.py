from django.apps import AppConfig
from django.core.checks import register
from django.core.checks.registry import Tags

from pup_portal import checks


class KernelConfig(AppConfig):
    name = "pup_portal"
    verbose_name = "Kernel"

    def ready(self) -> None:
        register(checks.application_is_not_the_owner, Tags.security)
        register(checks.application_is_not_the_owner_in_production, Tags.security, deploy=True)
