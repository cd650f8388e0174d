from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    name = "registration"
    verbose_name = _("Clients")

    def ready(self) -> None:
        from registration import wiring  # noqa: PLC0415 - models are not there before

        wiring.connect()
