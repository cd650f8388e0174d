"""Two people change one record of the settings: neither loses a word without being told."""

import pytest
from django.urls import reverse

from reference.models import OfficeProfile, Place
from reference.services import change_record, correct_period, edit_office
from tests.reference.factories import LegalRuleFactory, OfficeProfileFactory, PlaceFactory
from tests.reference.pages import change
from tests.reference.test_office_pages import CONTACT

pytestmark = pytest.mark.django_db


def typed(place, **changes):
    names = ("terc", "name_pl", "name_uk", "kind")
    return {name: getattr(place, name) for name in names} | {"latitude": "50", "longitude": "20"} | changes


def page_of(place):
    return reverse("reference:place-edit", args=[place.public_id])


def sent_again(response):
    """What the page that the browser was answered with would send."""
    values = {field.html_name: field.value() for field in response.context["form"]}
    filled = {name: value for name, value in values.items() if value is not None}
    return filled | {"version": response.context["page"].version}


@pytest.fixture
def place():
    return PlaceFactory(name_pl="Dawna", name_uk="Давня", latitude=50, longitude=20)


def test_both_editors_keep_their_words(client, administrator, place):
    version = client.get(page_of(place)).context["page"].version
    change_record(place, name_pl="Cudza", kind="city")

    warned = client.post(page_of(place), typed(place, name_pl="Moja", name_uk="Моя", version=version))
    stored = Place.objects.get(pk=place.pk).name_pl
    saved = client.post(page_of(place), sent_again(warned))

    place.refresh_from_db()
    assert (warned.status_code, stored, saved.status_code) == (409, "Cudza", 302)
    assert {(clash.theirs, clash.mine, clash.both) for clash in warned.context["clashes"]} == {
        ("Cudza", "Moja", True),
        ("city with county rights", "gmina", False),
    }
    assert (place.name_pl, place.name_uk, place.kind) == ("Moja", "Моя", "city")


def test_a_mistake_on_a_stale_page_does_not_hide_what_the_other_saved(client, administrator, place):
    version = client.get(page_of(place)).context["page"].version
    change_record(place, name_pl="Cudza")

    wrong = client.post(page_of(place), typed(place, terc="1", version=version))
    warned = client.post(page_of(place), sent_again(wrong) | {"terc": place.terc})

    assert (wrong.context["page"].version, warned.status_code) == (version, 409)


def test_saving_the_same_words_is_no_clash(client, administrator, place):
    version = client.get(page_of(place)).context["page"].version
    change_record(place, name_pl="Nowa")

    saved = client.post(page_of(place), typed(place, name_pl="Nowa", version=version))

    assert saved.status_code == 302


def test_two_pages_of_the_office_are_in_nobodys_way(client, administrator):
    OfficeProfileFactory()
    contact = reverse("reference:office-edit", args=["contact"])
    version = client.get(contact).context["page"].version
    edit_office(hotline_hours_pl="8–16")

    saved = client.post(contact, CONTACT | {"version": version})

    profile = OfficeProfile.objects.get()
    assert (saved.status_code, profile.short_name, profile.hotline_hours_pl) == (302, "PUP Kielce", "8–16")


def test_office_texts_are_joined_as_they_are_shown(client, administrator):
    """A text left as offered is stored empty; the page still shows it."""
    OfficeProfileFactory()
    privacy = reverse("reference:office-edit", args=["privacy"])
    shown = client.get(privacy)
    edit_office(privacy_uk="Чужий текст.")

    warned = client.post(privacy, sent_again(shown) | {"privacy_pl": "Mój tekst."})

    values = {field.name: field.value() for field in warned.context["form"]}
    assert warned.status_code == 409
    assert (values["privacy_pl"], values["privacy_uk"]) == ("Mój tekst.", "Чужий текст.")
    assert values["privacy_en"] == shown.context["form"]["privacy_en"].value()


def test_the_reason_of_a_correction_is_kept(client, administrator):
    period = LegalRuleFactory(value=5, unit="days")
    url = reverse("reference:period-correct", args=[period.public_id])
    shown = client.get(url)
    correct_period(period=period, reason="Pomyłka.", value=6)

    warned = client.post(url, sent_again(shown) | {"value": "7", "reason": "Druga pomyłka."})
    change(client, url, sent_again(warned))

    period.refresh_from_db()
    assert (warned.status_code, warned.context["form"]["reason"].value()) == (409, "Druga pomyłka.")
    assert period.value == 7
