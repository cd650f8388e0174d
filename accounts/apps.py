from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from accounts.checks import breached_passwords_file
from pup_portal import sealed_columns


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Staff")

    def ready(self) -> None:
        # Models are not there before; the second is imported to be connected.
        from accounts import second_factor, security_signals  # noqa: F401, PLC0415

        register(breached_passwords_file)
        sealed_columns.register("mfa_authenticator", reseal=second_factor.reseal)
