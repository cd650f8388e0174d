"""No column about a person without a purpose, a basis and a line in docs/privacy-fields.md."""

import pytest

from desk import personal_fields
from desk.personal_fields import BOOKKEEPING, PURPOSES, declared, undeclared
from pup_portal import person_data
from registration.models import Client

MODELS = sorted(person_data.models(), key=lambda model: model._meta.label_lower)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_personal_column_has_a_purpose(model):
    assert undeclared(model) == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_nothing_is_declared_that_is_not_there(model):
    assert declared(model) <= {field.name for field in model._meta.concrete_fields}


def test_declarations_are_of_registered_models():
    assert set(PURPOSES) == {model._meta.label_lower for model in MODELS}


def test_column_without_a_purpose_is_seen(monkeypatch):
    monkeypatch.setattr(
        personal_fields, "PURPOSES", {"registration.client": PURPOSES["registration.client"][1:]}
    )

    assert "surname_latin" in undeclared(Client)


def test_page_says_who_sees_a_number_and_that_its_index_is_for_nobody():
    lines = personal_fields.page().splitlines()

    (pesel,) = [line for line in lines if line.startswith("| registration.client | `pesel` |")]
    (index,) = [line for line in lines if "`pesel_index`" in line]
    assert "broker" not in pesel.lower()
    assert "| nobody |" in index
    assert not {"surname_latin", "phone", "notes"} & BOOKKEEPING
