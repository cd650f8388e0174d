"""Each role and nobody open every link, send every form and try every record of the others.

Nothing breaks; nothing opens that the lists in tests/<app>/access.py leave closed; no planted word of a
person's record is read by a role to which the permissions do not give it.
"""

from itertools import product

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import translation

from accounts.permissions import Role
from tests.hostile.crawling import Visitor
from tests.hostile.office import NOBODY, open_office
from tests.test_access import KWARGS, PATTERNS, WHO_MAY, roles_of

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

STARTS = ("/pl/desk/", "/", "/pl/", "/pl/offers/", "/api/v1/offers", "/robots.txt", "/sitemap.xml")
WIDEST = (Role.BROKER, NOBODY)  # to whom most is closed: they try records of every kind everywhere
MOST_OF_A_KIND = 1


@pytest.mark.parametrize("role", [*Role.values, NOBODY])
def test_walk_through_the_portal_meets_nothing_that_is_not_for_the_role(role):
    visitor = Visitor(open_office(), role)

    visitor.follow_links(*STARTS)
    visitor.send_forms()

    assert visitor.faults == []
    assert {canary.of for canary in visitor.office.canaries if canary.is_met_by(role)} <= visitor.met


def uuid_names() -> list[tuple[str, list[str]]]:
    """Addresses with keys of records, and the names of these keys."""
    return [
        (name, keys)
        for name, path, _pattern in PATTERNS
        if name and (keys := [part.partition(">")[0] for part in path.split("<uuid:")[1:]])
    ]


def known_ids() -> set[str]:
    """The newest public_id of every model that has one."""
    return {
        str(public_id)
        for model in apps.get_models()
        if any(field.name == "public_id" for field in model._meta.fields)
        and not hasattr(model, "pgh_tracked_model")
        for public_id in model._default_manager.order_by("-pk").values_list("public_id", flat=True)[
            :MOST_OF_A_KIND
        ]
    }


@pytest.mark.parametrize("role", [*Role.values, NOBODY])
def test_record_of_another_opens_to_nobody(role):
    office = open_office()
    places = [(name, keys, KWARGS[name](name)) for name, keys in uuid_names()]
    ids = office.closed[role] | office.closed[NOBODY] | set(known_ids() if role in WIDEST else ())
    visitor = Visitor(office, role)

    translation.activate("pl")
    for name, keys, kwargs in places:
        # A gate of the role stands before any record is looked for: a few keys show that it is closed.
        tried = sorted(ids) if WHO_MAY[name] == "public" or role in roles_of(name) else sorted(ids)[:2]
        for key, public_id in product(keys, tried):
            visitor.try_record(name, key, reverse(name, kwargs=kwargs | {key: public_id}))

    assert visitor.faults == []
    assert visitor.count > 100
