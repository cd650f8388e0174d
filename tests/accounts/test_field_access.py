"""The matrix of roles by fields: complete, closed by default, and as the office wrote it."""

import pytest
from django.apps import apps

from accounts import field_access
from accounts.field_access import CLIENT, FIELD_ACTS, MASKED
from accounts.permissions import GRANTABLE, ROLE_ACTS, Act, Role
from tests.factories import UserFactory

IDENTIFIERS = {"pesel", "no_pesel_reason", "document_kind", "document_number", "document_expires_on"}
ADDRESS = {"street_address", "place", "accommodation"}


@pytest.mark.parametrize("model", FIELD_ACTS)
def test_every_field_stands_in_the_matrix(model):
    meta = apps.get_model(model)._meta

    names = {field.name for field in (*meta.concrete_fields, *meta.many_to_many)}

    assert names - FIELD_ACTS[model].keys() == set()
    # modeltranslation adds a field that only points to the language in use
    assert {
        name for name in FIELD_ACTS[model].keys() - names if not hasattr(apps.get_model(model), name)
    } == set()


@pytest.mark.parametrize(
    ("role", "withheld"),
    [
        (Role.COORDINATOR, set()),
        (Role.ADVISER, set()),
        (Role.MANAGER, set()),
        (Role.COUNSELLOR, IDENTIFIERS | {"is_restricted"}),
        (Role.BROKER, IDENTIFIERS | ADDRESS | {"is_restricted"}),
    ],
)
def test_role_is_refused_the_fields_the_office_says(role, withheld):
    user = UserFactory.build(role=role)

    never = {"pesel_index", "document_index", "erased_at"}

    assert field_access.withheld_from(user, CLIENT) == withheld | never


def test_administrator_is_shown_nothing_of_anybody():
    user = UserFactory.build(role=Role.ADMINISTRATOR)

    assert {model: field_access.shown_to(user, model, FIELD_ACTS[model]) for model in FIELD_ACTS} == {
        model: [] for model in FIELD_ACTS
    }


def test_field_that_stands_nowhere_is_shown_to_nobody():
    assert not field_access.may_see(UserFactory.build(role=Role.COORDINATOR), CLIENT, "new_field")


def test_masked_fields_are_the_sealed_ones():
    assert set(MASKED) == {CLIENT}
    assert set(MASKED[CLIENT]) == {"pesel", "document_number"}


def test_acts_are_given_one_by_one():
    """An act that nobody was given must be one that an administrator gives."""
    given = frozenset().union(*ROLE_ACTS.values())

    assert set(Act) - given == set(GRANTABLE)
    assert {Act.SEE_SETTINGS, Act.EDIT_SETTINGS, Act.SEE_ACCESS_LOG}.isdisjoint(ROLE_ACTS[Role.COORDINATOR])
