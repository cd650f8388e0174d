"""The starter glossary once allowed "адреса прописки"; installations that have it are mended."""

from importlib import import_module

import pytest
from django.apps import apps

from pup_portal.tracking import acting
from tests.factories import UserFactory
from translations.models import GlossaryRendering, GlossaryTerm

pytestmark = pytest.mark.django_db
mending = import_module("translations.migrations.0045_registered_address")


@pytest.fixture
def term() -> GlossaryTerm:
    """The term as older versions stored it."""
    term = GlossaryTerm.objects.get(pl="adres zameldowania")
    term.renderings.all().delete()
    GlossaryRendering.objects.create(term=term, text=mending.WRONG, kind="allowed")
    return term


def kinds(term: GlossaryTerm) -> dict[str, str]:
    return dict(term.renderings.values_list("text", "kind"))


def test_a_new_installation_forbids_the_word():
    term = GlossaryTerm.objects.with_renderings().get(pl="adres zameldowania")

    assert mending.WRONG in term.forbidden
    assert mending.RIGHT in term.allowed


def test_the_word_is_forbidden_where_it_was_allowed(term):
    mending.mend(apps, None)
    mending.mend(apps, None)

    assert kinds(term) == {mending.WRONG: "forbidden", mending.RIGHT: "allowed"}


def test_a_term_that_the_office_has_changed_stays(term):
    with acting(UserFactory()):
        term.note = "Tak mówimy"
        term.save()

    mending.mend(apps, None)

    assert kinds(term) == {mending.WRONG: "allowed"}
