from django.apps import AppConfig
from django.core.checks import register
from django.core.checks.registry import Tags


class KernelConfig(AppConfig):
    name = "pup_portal"
    verbose_name = "Kernel"

    def ready(self) -> None:
        from pup_portal import checks  # noqa: PLC0415 - the table of keys is a model, not there before

        register(checks.keys_are_those_of_the_database, Tags.database)
        register(checks.application_is_not_the_owner, Tags.security)
        register(checks.application_is_not_the_owner_in_production, Tags.security, deploy=True)
