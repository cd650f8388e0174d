"""The sheet from which an offer is entered into the national database."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from job_offers import copy_sheet
from job_offers.models import OfferLanguage
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, place, term, translate

pytestmark = pytest.mark.django_db


def fields(offer, *, is_approved=True):
    found = copy_sheet.sections(offer, is_approved=is_approved)
    return {field.key: field for section in found for field in section.fields}


def page(client, offer, language="pl"):
    return client.get(reverse("job_offers:offer-copy", args=[offer.public_id])).content.decode()


def test_fields_stand_in_the_order_of_the_form():
    sections = copy_sheet.sections(OfferFactory(), is_approved=True)

    assert [str(section.title)[:2] for section in sections] == ["1.", "2.", "3.", "4."]
    assert [field.key for field in sections[0].fields][:2] == ["employer", "employer_phone"]


def test_values_are_polish_whatever_the_language_of_the_desk(settings):
    offer = OfferFactory(
        kind="traineeship", pay_from=9000, starts_at_once=True, contract=term("contract", "permanent")
    )

    found = fields(offer)

    assert found["kind"].pl != ""
    assert found["pay"].pl.replace("\xa0", " ").startswith("od 9 000 zł")
    assert found["contract"].pl == offer.contract.name_pl


def test_ukrainian_stands_beside_only_when_it_is_approved():
    offer = OfferFactory(title_uk="Пакувальник")

    assert fields(offer)["title"].uk == "Пакувальник"
    assert fields(offer, is_approved=False)["title"].uk == ""


def test_empty_fields_are_left_out_and_statements_told():
    employer = EmployerFactory(consents=False, street_address="ul. Próbna 1", place=place())
    offer = OfferFactory(employer=employer, declares_no_offences=True, is_not_elsewhere=False)
    OfferLanguage.objects.create(offer=offer, language=term("language", "en"))

    found = fields(offer)

    assert "wishes" not in found
    assert (found["no_offences"].pl, found["not_elsewhere"].pl) == ("tak", "nie")
    assert (found["identity_consent"].pl, found["translation_consent"].pl) == ("nie", "nie")
    assert found["employer_address"].pl == "ul. Próbna 1, Kielce"
    assert found["languages"].pl == "angielski"


def test_offer_of_the_feed_has_no_record_of_the_employer():
    found = fields(OfferFactory(employer=None, employer_name="Zakład z bazy"))

    assert found["employer"].pl == "Zakład z bazy"
    assert "nip" not in found


def test_page_shows_both_texts_as_plain_text(client):
    offer = OfferFactory(duties_pl="Pakowanie wyrobów.")
    manager = UserFactory(role=Role.MANAGER)
    translate(offer, by=manager, title="Пакувальник")
    client.force_login(manager)

    shown = page(client, offer)

    assert '<pre class="copied" id="copy-title-pl" lang="pl">Pakowacz</pre>' in shown
    assert '<pre class="copied" id="copy-title-uk" lang="uk">Пакувальник</pre>' in shown
    assert 'data-copies="copy-title-uk" hidden' in shown


def test_page_says_that_the_translation_is_missing(client):
    client.force_login(UserFactory(role=Role.ADVISER))

    assert "not approved, so only Polish" in page(client, OfferFactory())
