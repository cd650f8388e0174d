"""Every address × every role and nobody, against the lists in tests/<app>/access.py.

The lists are written by hand from the matrix of roles; an address that stands in none of them fails here.
"""

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter
from django.utils import translation

from accounts import addresses
from accounts.permissions import Role
from tests.factories import UserFactory

LOGIN = "/accounts/login/"


def _lists() -> list[Any]:
    """The modules tests/<app>/access.py."""
    files = sorted(Path(__file__).parent.glob("*/access.py"))
    return [importlib.import_module(f"tests.{file.parent.name}.access") for file in files]


WHO_MAY: dict[str, str] = {name: roles for module in _lists() for name, roles in module.ACCESS.items()}
KWARGS: dict[str, Callable[[str], dict[str, Any]]] = {
    name: module.make_kwargs for module in _lists() for name in module.ACCESS
}
# What an address that takes a POST needs in it, where an empty one would be "not found".
DATA: dict[str, Callable[[str], dict[str, Any]]] = {
    name: module.make_data for module in _lists() for name in module.ACCESS if hasattr(module, "make_data")
}


def _patterns(
    resolver: URLResolver, namespace: str = "", path: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """All patterns as (name with its namespace, path, pattern)."""
    for entry in resolver.url_patterns:
        where = f"{path}{entry.pattern}"
        if isinstance(entry, URLPattern):
            yield (f"{namespace}{entry.name}" if entry.name else "", where, entry)
        else:
            yield from _patterns(
                entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace, where
            )


with translation.override("pl"):
    PATTERNS = list(_patterns(get_resolver()))
NAMES = sorted({name for name, _path, _pattern in PATTERNS if name})


def roles_of(name: str) -> set[str]:
    """The roles that may open it; all of them for a page of all staff."""
    return set(Role.values) if WHO_MAY[name] == "staff" else set(WHO_MAY[name].split())


def ask(name: str, role: str | None, kwargs: dict[str, Any]) -> Any:
    """Open the address with the method it takes; what a POST may use up is made anew."""
    client = Client()
    if role:
        client.force_login(UserFactory(role=role))
    response = client.get(reverse(name, kwargs=kwargs))
    for (
        close
    ) in response._resource_closers:  # a download holds a file; response.close() would end the connection
        close()
    if response.status_code != 405:
        return response
    return client.post(reverse(name, kwargs=KWARGS[name](name)), DATA[name](name) if name in DATA else {})


def wants_sign_in(response: Any) -> bool:
    return response.status_code == 302 and f"{LOGIN}?next=" in response["Location"]


def test_every_address_stands_in_a_list():
    assert set(NAMES) - set(WHO_MAY) == set()


def test_no_list_names_an_address_that_is_gone():
    assert set(WHO_MAY) - set(NAMES) == set()


def test_lists_name_roles_that_exist():
    words = {word for roles in WHO_MAY.values() for word in roles.split()}

    assert words <= {*Role.values, "staff", "public"}


def test_every_address_of_the_desk_names_the_act_it_needs():
    bare = [
        path for _name, path, pattern in PATTERNS if "desk/" in path and not hasattr(pattern.callback, "act")
    ]

    assert bare == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if WHO_MAY.get(name) == "public"])
def test_public_address_asks_nobody_to_sign_in(name):
    response = ask(name, None, KWARGS[name](name))

    assert not wants_sign_in(response)
    assert response.status_code < 500 or name == "service:readyz"
    assert response.status_code != 403


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if WHO_MAY.get(name, "public") != "public"])
def test_address_of_the_desk_opens_to_its_roles_only(name):
    kwargs = KWARGS[name](name)

    answers = {role: ask(name, role, kwargs) for role in [None, *Role.values]}

    assert wants_sign_in(answers.pop(None))
    opened = {role for role, answer in answers.items() if answer.status_code not in {403, 404}}
    assert opened == roles_of(name)
    assert [answer.status_code for answer in answers.values() if answer.status_code >= 500] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [name for name in NAMES if ":" in name and WHO_MAY.get(name, "public") != "public"]
)
def test_methods_nobody_uses_are_refused(name):
    client = Client()
    client.force_login(UserFactory(role=sorted(roles_of(name))[0] if roles_of(name) else Role.COORDINATOR))
    url = reverse(name, kwargs=KWARGS[name](name))

    statuses = {client.put(url).status_code, client.delete(url).status_code}

    assert statuses <= {405, 403}


# What asks once more who sits at the desk, whoever may do it.
SENSITIVE = {
    "access:log-export",
    "accounts:staff-create",
    "accounts:staff-edit",
    "accounts:staff-invite",
    "accounts:staff-recover",
    "registration:client-reveal",
    "registration:client-reveal-health",
    "registration:merge-decide",
    "registration:merge-undo",
    "registration:rights-decide",
    "registration:rights-file",
    "security:sessions-end-others",
}


def test_what_leads_to_a_person_has_one_name_wherever_it_stands():
    """Its finder is asked for whatever an address holds under that name: a text there would be looked up as a code."""
    kinds: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, set[str]] = defaultdict(set)
    for name, _path, pattern in PATTERNS:
        for argument, converter in pattern.pattern.converters.items():
            kinds[argument].add(type(converter).__name__)
            if not isinstance(converter, UUIDConverter | IntConverter):
                codes[argument].add(name)

    leading = addresses.arguments()
    assert {argument for argument in leading if len(kinds[argument]) != 1} == set()
    assert {argument: codes[argument] for argument in leading if codes[argument]} == {
        "card_code": {"registration:card"}
    }


def test_sensitive_addresses_are_those_that_ask_again():
    asking = {name for name, _path, pattern in PATTERNS if hasattr(pattern.callback, "freshly_confirmed")}

    assert asking == SENSITIVE


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(SENSITIVE))
def test_sensitive_address_asks_again_before_it_opens(name, settings):
    settings.CONFIRMATION_REQUIRED = True
    kwargs = KWARGS[name](name)

    response = ask(name, sorted(roles_of(name))[0], kwargs)

    assert response.status_code == 302
    assert "reauthenticate" in response["Location"]
