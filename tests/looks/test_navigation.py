"""The frame of every page: what the navigation shows to whom, languages, the hotline, the front door."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from desk.navigation import DESK, PUBLIC, desk_groups, language_links, public_links
from tests.factories import UserFactory
from tests.reference.factories import OfficeProfileFactory


def shown_to(role: Role) -> list[str]:
    groups = desk_groups(UserFactory.build(role=role), "/en/desk/")
    return [str(link.label) for _title, links in groups for link in links]


def test_every_address_of_the_navigation_exists():
    entries = [*PUBLIC, *(entry for group in DESK for entry in group.entries)]

    assert all(reverse(entry.url_name) for entry in entries)


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (
            Role.COORDINATOR,
            "Today Clients Inbox CVs Meetings Job·offers Employers Offers·of·employers Field·visits Calls·to·employers Translations Offer·imports Failed·work",
        ),
        (
            Role.ADVISER,
            "Today Clients Inbox CVs Meetings Job·offers Employers Field·visits Calls·to·employers Translations Failed·work",
        ),
        (
            Role.BROKER,
            "Today Clients CVs Meetings Job·offers Employers Offers·of·employers Field·visits Calls·to·employers Translations Offer·imports Failed·work",
        ),
        (
            Role.COUNSELLOR,
            "Today Clients CVs Meetings Job·offers Employers Field·visits Calls·to·employers Failed·work",
        ),
        (
            Role.MANAGER,
            "Today Clients CVs Meetings Job·offers Employers Field·visits Calls·to·employers Translations Settings Access·log Failed·work",
        ),
        (Role.ADMINISTRATOR, "Today Settings Access·log Failed·work"),
    ],
)
def test_navigation_shows_a_role_only_what_it_may_open(role, labels):
    assert shown_to(role) == [label.replace("·", " ") for label in labels.split()]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/en/desk/", ["Today"]),
        ("/en/desk/clients/", ["Clients"]),
        ("/en/desk/clients/new/", ["Clients"]),
        ("/en/desk/inbox/poster/", ["Inbox"]),
        ("/en/desk/components/", []),
        ("/en/desk/search/", []),
    ],
)
def test_navigation_marks_the_deepest_entry_above_the_page(path, current):
    groups = desk_groups(UserFactory.build(role=Role.COORDINATOR), path)

    assert [str(link.label) for _title, links in groups for link in links if link.current] == current


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MANAGER])
def test_pages_of_engines_lie_under_the_settings_they_are_reached_from(role):
    groups = desk_groups(UserFactory.build(role=role), "/en/desk/translations/engines/deepl/")

    assert [str(link.label) for _title, links in groups for link in links if link.current] == ["Settings"]


def test_public_navigation_marks_nothing_on_other_pages():
    assert not any(link.current for link in public_links("/en/privacy/"))


@pytest.mark.parametrize(
    ("path", "polish"),
    [
        ("/uk/offers/?q=кухар&page=2", "/pl/offers/?q=кухар&page=2"),
        ("/uk/", "/pl/"),
        ("/livez", "/pl/"),
        ("/", "/pl/"),
    ],
)
def test_language_links_lead_to_the_same_page(path, polish):
    links = {link["code"]: link for link in language_links(path)}

    assert links["pl"]["url"] == polish
    assert [link["name"] for link in links.values()] == ["Українська", "Polski", "English"]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("ru,de", "uk"), ("pl-PL,pl;q=0.9", "pl"), ("en-GB,uk;q=0.8", "en"), ("", "uk")],
)
def test_front_door_leads_to_the_board_in_the_reader_s_language(client, accepted, language):
    response = client.get("/", headers={"accept-language": accepted})

    assert response.url == f"/{language}/offers/"
    assert "Accept-Language" in response["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_hotline_can_be_called_from_every_public_page(client, language):
    OfficeProfileFactory(hotline_phone="+48415550111")

    page = client.get(f"/{language}/contact/").content.decode()

    assert 'href="tel:+48415550111"' in page


@pytest.mark.django_db
def test_menu_names_the_user_and_signs_out_by_post(client):
    client.force_login(UserFactory(full_name="Olena Testowa", role=Role.BROKER))

    page = client.get("/en/desk/").content.decode()
    client.post(reverse("account_logout"))

    assert "Olena Testowa" in page
    assert "job broker" in page
    assert client.get("/en/desk/").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(("demo", "said"), [(True, 1), (False, 0)])
def test_demonstration_says_so_on_every_page(client, settings, demo, said):
    settings.DEMO = demo

    page = client.get("/en/accounts/login/").content.decode()

    assert page.count("demo-banner") == said
    assert page.count("koordynator") == said
