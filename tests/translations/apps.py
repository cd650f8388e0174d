"""An app above ``translations``, as any caller is: it owns a text and registers it."""

from django.apps import AppConfig


class TranslationsTestsConfig(AppConfig):
    name = "tests.translations"
    label = "translations_tests"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tests.translations import callers  # noqa: PLC0415 - models exist from here on

        callers.register()
