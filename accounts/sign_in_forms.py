"""allauth's forms with our words, which our catalogues hold in three languages."""

import hashlib
from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa import app_settings, signals
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

NEW_PASSWORDS = {"password1": _("New password"), "password2": _("New password once more")}


class OurWords(forms.Form):
    """Gives the fields their ``labels``, and takes away placeholders and help that only repeat them."""

    labels: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.widget.attrs.pop("placeholder", None)


class SignInForm(OurWords, account.LoginForm):
    labels = {"login": _("Username"), "password": _("Password")}


class NewPasswordForm(OurWords, account.ChangePasswordForm):
    labels = NEW_PASSWORDS | {"oldpassword": _("Current password")}


class FirstPasswordForm(OurWords, account.SetPasswordForm):
    labels = NEW_PASSWORDS


class ResetPasswordForm(OurWords, account.ResetPasswordKeyForm):
    labels = NEW_PASSWORDS


class ForgottenPasswordForm(OurWords, account.ResetPasswordForm):
    labels = {"email": _("E-mail address")}


class ConfirmPasswordForm(OurWords, account.ReauthenticateForm):
    labels = {"password": _("Password")}


class _Once(OurWords, mfa.BaseAuthenticateForm):
    """A code opens one door once, for as long as the clock's tolerance would let it open another."""

    labels = {"code": _("Code")}

    def clean_code(self) -> str:
        code = super().clean_code()
        lives = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        used = hashlib.sha256(f"{self.user.pk}:{''.join(code.split())}".encode()).hexdigest()
        if not cache.add(f"code-used:{used}", True, timeout=lives):
            self._emit_authentication_failed(self.authenticator)
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(_Once, mfa.AuthenticateForm):
    pass


class ConfirmCodeForm(_Once, mfa.ReauthenticateForm):
    pass


# What the reader of passkeys raises on JSON that is none: it trusts the browser's script.
NO_PASSKEY = (AttributeError, KeyError, TypeError, ValueError)


class _Passkey(webauthn.AuthenticateWebAuthnForm):
    """Announces a passkey that does not fit, as allauth does for codes only."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except forms.ValidationError:
            self._announce()
            raise
        except NO_PASSKEY:
            self._announce()
            raise get_adapter().validation_error("incorrect_code") from None

    def _announce(self) -> None:
        signals.authentication_failed.send(
            sender=Authenticator,
            request=context.request,
            user=self.user,
            authenticator=Authenticator(type=Authenticator.Type.WEBAUTHN),
            reauthentication=self.reauthenticated,
        )


class PasskeyForm(_Passkey):
    pass


class ConfirmPasskeyForm(_Passkey, webauthn.ReauthenticateWebAuthnForm):
    pass


class ActivateAppForm(OurWords, ActivateTOTPForm):
    labels = {"code": _("Code shown by the application")}


class AddKeyForm(OurWords, AddWebAuthnForm):
    labels = {"name": _("Name of the key")}

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean() or {}
        except NO_PASSKEY:
            raise get_adapter().validation_error("incorrect_code") from None


class RenameKeyForm(OurWords, EditWebAuthnForm):
    labels = {"name": _("Name of the key")}
