from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobOffersConfig(AppConfig):
    name = "job_offers"
    verbose_name = _("Job offers")

    def ready(self) -> None:
        from job_offers import registration  # noqa: PLC0415  the models are not loaded before

        registration.register_all()
