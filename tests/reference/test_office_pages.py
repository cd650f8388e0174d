"""The pages on which the administrator keeps the office profile."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from reference.models import OfficeProfile
from reference.services import edit_office, set_logo
from reference.starter import text_of
from tests.factories import UserFactory
from tests.reference.factories import OfficeProfileFactory
from tests.reference.files import picture, upload
from tests.reference.pages import change
from tests.reference.test_lists import errors_of

pytestmark = pytest.mark.django_db

CONTACT = {
    "name_pl": "Powiatowy Urząd Pracy w Kielcach",
    "name_uk": "Повітове управління праці в Кельцях",
    "name_en": "County Labour Office in Kielce",
    "short_name": "PUP Kielce",
    "street_address": "ul. Przykładowa 10",
    "postal_code": "25-001",
    "city": "Kielce",
    "phone": "41 555 01 00",
    "email": "kontakt@example.org",
    "nip": "",
    "regon": "",
}
STATEMENT = {
    "accessibility_status": "full",
    "accessibility_method": "self",
    "accessibility_prepared_on": "2026-01-02",
    "accessibility_reviewed_on": "2026-03-31",
}


def edit(client, section, values):
    return change(client, reverse("reference:office-edit", args=[section]), values)


def test_settings_lead_to_every_part(client, administrator):
    content = client.get(reverse("reference:settings")).content.decode()

    for name in ("reference:office", "reference:rule-list", "accounts:staff-list", "reference:place-list"):
        assert f'href="{reverse(name)}"' in content


def test_contact_is_saved_with_the_phone_in_one_spelling(client, administrator):
    response = edit(client, "contact", CONTACT)

    profile = OfficeProfile.objects.get()
    assert response.url == reverse("reference:office")
    assert (profile.short_name, profile.phone, profile.phone_text) == (
        "PUP Kielce",
        "+48415550100",
        "+48 41 555 01 00",
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"phone": "12"}, "phone"),
        ({"phone": "call us"}, "phone"),
        ({"nip": "1234567890"}, "nip"),
        ({"nip": "abc"}, "nip"),
        ({"regon": "123456788"}, "regon"),
        ({"regon": "12"}, "regon"),
        ({"postal_code": "25001"}, "postal_code"),
        ({"email": "kontakt"}, "email"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"name_uk": ""}, "name_uk"),
        ({"longitude": "20"}, "__all__"),
        ({"latitude": "100", "longitude": "20"}, "latitude"),
    ],
)
def test_bad_contact_is_told_what_is_wrong(client, administrator, change, field):
    response = edit(client, "contact", CONTACT | change)

    assert field in errors_of(response)
    assert not OfficeProfile.objects.exists()


def test_identifiers_are_taken_as_people_write_them(client, administrator):
    edit(client, "contact", CONTACT | {"nip": "pl 959-191\u201329-72", "regon": "260 423 101"})

    profile = OfficeProfile.objects.get()
    assert (profile.nip, profile.regon) == ("9591912972", "260423101")


def test_hotline_is_saved_with_the_languages_spoken(client, administrator):
    values = {
        "hotline_phone": "0048 41 555 01 01",
        "hotline_hours_uk": "8–15",
        "spoken_languages": ["uk", "ru"],
    }

    edit(client, "hotline", values)

    profile = OfficeProfile.objects.get()
    assert (profile.hotline_phone, profile.languages) == ("+48415550101", ["Ukrainian", "Russian"])
    assert b"Ukrainian, Russian" in client.get(reverse("reference:office")).content


def test_language_nobody_has_heard_of_is_refused(client, administrator):
    assert "spoken_languages" in errors_of(edit(client, "hotline", {"spoken_languages": ["xx"]}))


def test_privacy_starts_with_a_complete_text(client, administrator):
    response = client.get(reverse("reference:office-edit", args=["privacy"]))

    assert response.context["form"].initial["privacy_uk"] == text_of("privacy", "uk")


def test_text_left_as_offered_is_not_stored(client, administrator):
    offered = text_of("privacy", "pl").replace("\n", "\r\n")

    edit(client, "privacy", {"privacy_pl": offered, "privacy_uk": "Наш текст."})

    profile = OfficeProfile.objects.get()
    assert (profile.privacy_pl, profile.privacy_uk) == ("", "Наш текст.")


def test_statement_is_saved(client, administrator):
    edit(client, "accessibility", STATEMENT)

    assert OfficeProfile.objects.get().accessibility_status == "full"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"accessibility_reviewed_on": "2026-01-01"}, "__all__"),
        ({"accessibility_method": "audit"}, "__all__"),
        ({"accessibility_status": "perfect"}, "accessibility_status"),
        ({"accessibility_prepared_on": "31.31.2026"}, "accessibility_prepared_on"),
    ],
)
def test_bad_statement_is_told_what_is_wrong(client, administrator, change, field):
    assert field in errors_of(edit(client, "accessibility", STATEMENT | change))


def test_unknown_section_is_not_found(client, administrator):
    assert client.get(reverse("reference:office-edit", args=["secrets"])).status_code == 404


def test_logo_is_saved_shown_and_removed(client, administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("reference:logo-set"), {"logo": upload(picture())})
    shown = client.get(reverse("reference:office"))
    file = client.get(reverse("office:logo"))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("reference:logo-remove"))

    assert reverse("office:logo") in shown.content.decode()
    assert (file["Content-Type"], file.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert file["X-Content-Type-Options"] == "nosniff"
    assert client.get(reverse("office:logo")).status_code == 404


@pytest.mark.parametrize("content", [b"<svg/>", b"", picture("GIF"), b"x" * 2_200_000])
def test_bad_logo_is_told_what_is_wrong(client, administrator, content):
    response = client.post(reverse("reference:logo-set"), {"logo": upload(content)})

    assert "logo" in errors_of(response)
    assert not OfficeProfile.objects.exclude(logo="").exists()


def test_logo_whose_file_was_lost_is_not_found(client, settings, tmp_path):
    set_logo(image=picture())
    settings.MEDIA_ROOT = tmp_path / "elsewhere"

    assert client.get(reverse("office:logo")).status_code == 404


def test_manager_sees_the_profile_without_forms(client):
    OfficeProfileFactory()
    client.force_login(UserFactory(role=Role.MANAGER))

    content = client.get(reverse("reference:office")).content.decode()

    assert "ul. Próbna 10" in content
    assert reverse("reference:logo-set") not in content
    assert reverse("reference:office-edit", args=["contact"]) not in content


def test_first_page_of_an_empty_office_says_so(client, administrator):
    response = client.get(reverse("reference:office-history"))

    assert b"Nothing has been written yet" in response.content


def test_history_of_the_profile_names_who_changed_what(client, administrator):
    edit_office(short_name="PUP")
    edit(client, "contact", CONTACT)

    response = client.get(reverse("reference:office-history"))

    newest = response.context["history"].steps[0]
    assert newest.by == "Ada Administrator"
    assert ("Short name", "PUP", "PUP Kielce") in [
        (f.label, f.before, f.after) for f in newest.rows[0].fields
    ]
