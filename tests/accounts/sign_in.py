"""Signing in as a person does it, for the tests of signing in."""

import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.test import Client

from accounts.models import User
from tests.factories import UserFactory

PASSWORD = "trzy-zielone-krowy-2026"


def make_member(**fields: object) -> User:
    fields = {"username": "olena", "email": "olena@example.org", "language": "en"} | fields
    member = UserFactory(**fields)
    member.set_password(PASSWORD)
    member.save(update_fields=["password"])
    return member


def give_application(member: User) -> str:
    """Set up codes for ``member``; return the secret."""
    secret = generate_totp_secret()
    TOTP.activate(member, secret)
    RecoveryCodes.activate(member)
    return secret


def code_of(secret: str, *, steps: int = 0) -> str:
    return f"{hotp_value(secret, int(time.time()) // 30 + steps):06}"


def give_password(client: Client, username: str = "olena", password: str = PASSWORD, **headers: str):
    return client.post("/en/accounts/login/", {"login": username, "password": password}, **headers)


def give_code(client: Client, code: str):
    return client.post("/en/accounts/2fa/authenticate/", {"code": code})
