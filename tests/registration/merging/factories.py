"""Pairs and merges as the desk makes them."""

from accounts.permissions import Role
from registration.merging import services
from registration.models import LikelyPair
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory


def pair_of(one=None, other=None, **values):
    one, other = one or ClientFactory(), other or ClientFactory()
    values = {"score": 80, "reasons": ["spelling", "birth"]} | values
    return LikelyPair.objects.create(one=one, other=other, **values)


def asked(keep=None, gone=None, *, chosen=None, by=None):
    return services.ask(
        keep=keep or ClientFactory(),
        gone=gone or ClientFactory(),
        chosen=chosen or {},
        reason="Ta sama osoba, pokazała paszport",
        by=by or UserFactory(role=Role.COORDINATOR),
    )


def manager():
    return UserFactory(role=Role.MANAGER)


def merged(request=None, *, by=None):
    request = request or asked()
    request.keep.refresh_from_db()
    request.gone.refresh_from_db()
    versions = request.keep.version, request.gone.version
    return services.merge(request=request, seen_versions=versions, by=by or manager())
