from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "pup_portal"
    verbose_name = "Kernel"
