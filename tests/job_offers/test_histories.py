"""The history tabs of offers and employers: what they tell, to whom, and what they cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import Employer, Offer, OfferLanguage
from job_offers.services import offers as services
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, WorkplaceFactory, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER, full_name="Barbara Pośrednik")
    client.force_login(user)
    return user


def steps(client, record):
    kind = "offer" if isinstance(record, Offer) else "employer"
    response = client.get(reverse(f"job_offers:{kind}-history", args=[record.public_id]))
    return response.context["history"].steps


def told(row):
    return [(field.label, field.before, field.after) for field in row.fields]


def headings(history):
    return {(row.heading, row.name, row.deed.value) for step in history for row in step.rows}


def test_one_saving_of_an_offer_is_one_step_with_all_that_belongs_to_it(client, broker):
    offer = OfferFactory(pay_from=5000, pay_to=None, has_meals=False)
    OfferLanguage.objects.create(offer=offer, language=term("language", "en"))
    offer.events.update(pgh_created_at=timezone.now() - timedelta(days=1))  # a test is one transaction
    facts = {
        "pay_from": 5200,
        "has_meals": True,
        "licences": [term("licence", "forklift")],
        "languages": [(term("language", "pl"), None)],
    }

    services.update_offer(offer=offer, facts=facts, version=1, by=broker)

    newest = steps(client, offer)[0]
    assert newest.by == "Barbara Pośrednik"
    assert told(newest.rows[0]) == [
        ("Pay from", "PLN 5,000".replace(" ", "\xa0"), "PLN\xa05,200"),
        ("Meals", "no", "yes"),
    ]
    assert {(row.heading, row.deed.value) for row in newest.rows[1:]} >= {
        ("Licences and papers of the trade", "made"),
        ("Language needed", "made"),
    }


def test_saving_an_offer_without_a_change_of_languages_writes_none(broker):
    offer = OfferFactory()
    polish = (term("language", "pl"), None)
    services.update_offer(offer=offer, facts={"languages": [polish]}, version=1, by=broker)
    kept = offer.languages.get()

    services.update_offer(offer=offer, facts={"languages": [polish]}, version=2, by=broker)

    assert offer.languages.get() == kept


def test_workplace_of_an_offer_is_told_with_it(client, broker):
    workplace = WorkplaceFactory(name="Hala A")
    offer = OfferFactory(employer=workplace.employer, workplace=workplace)
    type(workplace).objects.update(street_address="ul. Próbna 9")

    history = steps(client, offer)

    assert ("Workplace", "Hala A", "changed") in headings(history)


def test_steps_of_the_translation_are_told_to_those_who_see_translations(client, broker):
    offer = OfferFactory()
    services.translations.owe_draft(subject=offer, by=broker)

    brokers = headings(steps(client, offer))
    client.force_login(UserFactory(role=Role.COUNSELLOR))
    counsellors = headings(steps(client, offer))

    assert brokers - counsellors == {("Ukrainian text", "", "made")}


@pytest.mark.parametrize("is_raw", [True, False])
def test_writes_past_the_portal_are_told(client, broker, is_raw):
    employer = EmployerFactory(notes="dawne")
    if is_raw:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE job_offers_employer SET notes = 'nowe' WHERE id = %s", [employer.pk])
    else:
        Employer.objects.filter(pk=employer.pk).update(notes="nowe")

    changed, made = steps(client, employer)

    assert told(changed.rows[0]) == [("Notes of the desk", "dawne", "nowe")]
    assert changed.by == "a command, or somebody in the database itself"
    assert made.rows[0].deed == "made"


def test_languages_and_sites_of_an_employer_are_told_also_when_they_are_gone(client, broker):
    employer = EmployerFactory()
    employer.languages_at_work.add(term("language", "uk"))
    WorkplaceFactory(employer=employer, name="Hala B").delete()
    employer.languages_at_work.clear()

    history = steps(client, employer)

    assert headings(history) >= {
        ("Languages spoken at work", "", "made"),
        ("Languages spoken at work", "", "removed"),
        ("Workplace", "Hala B", "made"),
        ("Workplace", "Hala B", "removed"),
    }


def test_long_text_is_told_by_its_difference(client, broker):
    duties = "myje naczynia, obiera warzywa i dba o porządek w kuchni oraz w magazynie; " * 4
    offer = OfferFactory(duties_pl=duties)
    Offer.objects.filter(pk=offer.pk).update(duties_pl=duties.replace("warzywa", "ziemniaki", 1))

    page = client.get(reverse("job_offers:offer-history", args=[offer.public_id])).content.decode()

    assert "warzywa </del>" in page
    assert "ziemniaki </ins>" in page
    assert "Both texts whole" in page


@pytest.mark.parametrize("count", [1, 19])
def test_offer_history_query_count(client, broker, django_assert_num_queries, count):
    offer = OfferFactory()
    for number in range(count):
        Offer.objects.filter(pk=offer.pk).update(posts=number + 2, contract=None)
    address = reverse("job_offers:offer-history", args=[offer.public_id])
    client.get(address)

    with django_assert_num_queries(12):
        history = client.get(address).context["history"]

    assert len(history.steps) == count + 1


def test_record_without_events_has_an_empty_history(client, broker):
    employer = EmployerFactory()
    employer.events.all().delete()

    response = client.get(reverse("job_offers:employer-history", args=[employer.public_id]))

    assert response.context["history"].steps == []
    assert "Nothing has been written yet" in response.content.decode()
