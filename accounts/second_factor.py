"""The second factor: an application with codes, or a passkey; recovery codes for when it is lost."""

from uuid import UUID

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.encryption import key_of, seal, unseal, writing_key

# allauth seals a secret before it has a row to be bound to.
BINDING, NO_ROW = "mfa_authenticator.data", UUID(int=0)
SECRETS = {"secret", "seed"}


class StaffMFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("This is your only second factor. Add another one first."),
        "cannot_generate_recovery_codes": _("Set up a second factor first."),
        "incorrect_code": _("The code is not right, or it was used already. Wait for the next one."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text, binding=BINDING, row=NO_ROW)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, binding=BINDING, row=NO_ROW)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last one stays: without it the password alone could set up a new one."""
        if not settings.SECOND_FACTOR_REQUIRED:
            return True
        return factors_of(authenticator.user).exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002  (allauth's)
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Key %(number)s") % {"number": number}

    def _get_user_identifier(self, user: AbstractBaseUser) -> str:
        return str(user.get_username())


def factors_of(user: AbstractBaseUser) -> QuerySet[Authenticator]:
    """What ``user`` may prove: recovery codes only stand in for one of these."""
    types = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user_id=user.pk, type__in=types)


def remove_all(user: User) -> None:
    """Applications, keys and recovery codes; the next sign-in leads to setting one up."""
    Authenticator.objects.filter(user_id=user.pk).delete()


@transaction.atomic
def reseal() -> int:
    """Seal with the writing key what is sealed with any other; say how many secrets that were."""
    adapter, stale = StaffMFAAdapter(), 0
    for one in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN):
        for name in SECRETS & one.data.keys():
            if key_of(one.data[name]) != writing_key():
                one.data[name] = adapter.encrypt(adapter.decrypt(one.data[name]))
                one.save(update_fields=["data"])
                stale += 1
    return stale
