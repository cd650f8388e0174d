"""The words of the national database stay as they came, and are shown so."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import Offer
from job_offers.services import offers
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, PublishedFactory
from tests.job_offers.feed_files import feed_offer
from tests.job_offers.feed_taking import offer, take

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[3]
SAID = "pakowanie wyrobów,   utrzymanie\nporządku!!"  # blanks and all


def published(**changes) -> Offer:
    take(offer(1, **{"warunkiPracyIPlacy__zakresObowiazkow": SAID} | changes))
    Offer.objects.update(
        state="published", published_at=timezone.now(), published_by=UserFactory(role=Role.BROKER)
    )
    return Offer.objects.get()


def public_page(client, offer: Offer) -> str:
    return client.get(f"/uk/offers/{offer.public_id}/").content.decode()


def test_desk_sees_every_field_of_the_original(client):
    stored = published()
    client.force_login(UserFactory(role=Role.BROKER))

    response = client.get(stored.get_absolute_url())

    shown = dict(response.context["original"])
    assert shown["warunkiPracyIPlacy.zakresObowiazkow"] == SAID
    assert shown["wymagania.wymaganiaKonieczne.wyksztalcenia"] == "podstawowe"
    assert shown["zgodNaTlumaczenieUA"] == "tak"
    assert stored.source_url in response.content.decode()


def test_reader_sees_the_original_its_source_and_a_link_to_it(client):
    stored = published()

    page = public_page(client, stored)

    details = page[page.index("<details") : page.index("</details>")]
    assert "utrzymanie<br>porządku!!" in details
    assert "Wymagania konieczne: wykształcenie" in details
    assert "<details open" not in page
    assert f'href="{stored.source_url}"' in page
    assert "ePraca" in page
    assert "Powiatowy Urząd Pracy w Kielcach" in page


def test_reader_learns_nothing_of_an_employer_who_is_not_to_be_named(client):
    stored = published(danePracodawcy__publikowacDanePracodawcy=False, danePracodawcy__nip="1234563218")

    page = public_page(client, stored)

    assert "Zakład Próbny" not in page
    assert "1234563218" not in page


def test_offer_of_the_desk_has_no_original(client):
    typed = PublishedFactory()
    client.force_login(UserFactory(role=Role.BROKER))

    assert "original" not in public_page(client, typed).lower()
    assert client.get(typed.get_absolute_url()).context["original"] == []


def test_editing_at_the_desk_leaves_the_original_as_it_came():
    take(offer(1, warunkiPracyIPlacy__zakresObowiazkow=SAID))
    before = Offer.objects.values("feed_text", "feed_hash").get()
    stored = Offer.objects.get()

    offers.update_offer(
        offer=stored,
        facts={"title_pl": "Zmieniony tytuł", "duties_pl": "Zmienione obowiązki"},
        version=stored.version,
        by=UserFactory(role=Role.BROKER),
    )

    assert Offer.objects.get().title_pl == "Zmieniony tytuł"
    assert Offer.objects.values("feed_text", "feed_hash").get() == before
    assert before["feed_text"]["warunkiPracyIPlacy"]["zakresObowiazkow"] == SAID


def test_original_is_what_came_but_for_the_contact_person():
    take(offer(1))
    came = feed_offer(1) | {"pozostaleDane": offer(1)["pozostaleDane"]}
    del came["danePracodawcy"]["osobaDoKontaktu"]

    assert Offer.objects.get().feed_text == came


def test_nothing_but_the_import_writes_the_original():
    writing = re.compile(r"feed_text[\"']?\]?\s*(?:=[^=]|:)")
    writers = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "job_offers").rglob("*.py")
        if "migrations" not in file.parts and writing.search(file.read_text())
    }

    assert writers == {"job_offers/feed_map.py", "job_offers/models/offers.py"}  # the latter declares it


def test_form_of_the_desk_cannot_hold_the_original(client):
    typed = OfferFactory()
    client.force_login(UserFactory(role=Role.BROKER))

    form = client.get(reverse("job_offers:offer-edit", args=[typed.public_id])).context["form"]

    assert not {"feed_text", "feed_hash"} & set(form.fields)
