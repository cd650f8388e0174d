from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CvBuilderConfig(AppConfig):
    name = "cv_builder"
    verbose_name = _("CVs")

    def ready(self) -> None:
        from cv_builder import wiring  # noqa: PLC0415 - the models are not loaded before

        wiring.connect()
