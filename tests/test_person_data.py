"""Nothing that is kept about a person may be unknown to the registry by which their rights are served."""

import re

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from pup_portal import person_data
from registration.models import Client, NameKey

PERSONAL = re.compile(
    r"(^|_)(surname|given_names|full_name|first_name|patronymic|phone|email|pesel|birth|document_number|"
    r"street_address|to_address|name_as_said|contact_name|contact_person|notes|reason|file|html)(_|$)"
)
# Columns that sound personal and are not about a client. Each with its reason.
NOT_ABOUT_CLIENTS = {
    "account.EmailAddress": "staff",
    "account.EmailConfirmation": "staff",
    "accounts.Recovery": "staff",
    "accounts.User": "staff",
    "job_offers.Employer": "a firm and its contact",
    "job_offers.EmployerEnquiry": "a firm's offer and its contact",
    "job_offers.EmployerLink": "a firm's answer about its offer",
    "job_offers.EmployerContact": "somebody at a firm, reached about offers; removed and forgotten by the desk",
    "job_offers.FieldVisit": "what a firm said of its offers",
    "job_offers.Offer": "a firm's offer and its contact",
    "job_offers.Override": "why a check does not stand against an offer",
    "job_offers.Workplace": "a firm's address",
    "job_offers.FeedImport": "the national feed of offers",
    "job_offers.FeedCall": "the national feed of offers",
    "job_offers.FeedChange": "the national feed of offers",
    "job_offers.FeedFinding": "the national feed of offers",
    "meetings.Meeting": "an event of the office: where it is, and why it was called off",
    "reference.Accommodation": "a hotel or centre",
    "reference.OccupationImport": "the national classification",
    "reference.OfficeProfile": "the office",
    "translations.MemoryEntry": "sentences of published texts; what names a person is not remembered",
    "translations.MemoryImport": "a file of such sentences",
    "translations.ReplacedPair": "sentences of the memory that became one with a newer one",
    "translations.Override": "why a check was wrong about a published sentence",
}
# What may be about any subject, and never is about a client.
OTHER_SUBJECTS = {"translations.Translation": "published texts: offers"}
# Rows that stay on purpose, with the number of the record and nothing else.
STAY = {"accounts.AccessEntry", "accounts.AccessBatch", "accounts.AccessAnchor"}


def tracked(model):
    """The model itself, or for a table of history the one whose rows it remembers; of a proxy what it stands for."""
    return (getattr(model, "pgh_tracked_model", None) or model)._meta.concrete_model


def unanswered(found):
    """Those of the models ``found`` that no registration answers for."""
    answered = person_data.models()
    ours = (model for model in found if not tracked(model).__module__.startswith("tests."))
    return {model._meta.label for model in ours if tracked(model) not in answered} - STAY


ALL = apps.get_models(include_auto_created=True)


def points_at_a_person(model):
    return any(
        field.is_relation and field.related_model in person_data.models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    )


def test_what_points_at_a_person_is_registered():
    found = [model for model in ALL if points_at_a_person(model)]

    assert NameKey in found
    assert unanswered(found) == set()


def test_what_may_be_about_anything_is_registered():
    found = [
        model
        for model in ALL
        if any(isinstance(field, GenericForeignKey) for field in model._meta.private_fields)
    ]

    assert unanswered(found) - set(OTHER_SUBJECTS) == set()


def test_what_has_columns_of_a_person_is_registered():
    found = [
        model
        for model in ALL
        if any(PERSONAL.search(field.name) for field in model._meta.concrete_fields)
        and tracked(model)._meta.label not in NOT_ABOUT_CLIENTS
    ]

    assert Client in found
    assert unanswered(found) == set()


def test_exceptions_are_models_that_exist():
    labels = {model._meta.label for model in ALL}

    assert set(NOT_ABOUT_CLIENTS) | set(OTHER_SUBJECTS) <= labels


@pytest.mark.parametrize("model", [Client, NameKey])
def test_check_sees_a_model_that_is_missing(model, monkeypatch):
    answered = person_data.models() - {model}
    monkeypatch.setattr(person_data, "models", lambda: answered)

    assert model._meta.label in unanswered([model])


@pytest.mark.django_db
def test_person_comes_last_so_that_the_rest_can_find_it():
    order = [held.model for held in person_data.registered()]

    assert order[-1] is Client
    assert next(iter(person_data.export(0))) == "registration.client"
    assert [held.heading for held in person_data.registered()].count("") == 0
