from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobOffersConfig(AppConfig):
    name = "job_offers"
    verbose_name = _("Job offers")
