"""Every page in the browser: axe, 320 px, the content security policy, a language, a title and one heading.

A page is found by its URL name in the access matrices (tests/<app>/access.py), so a new page is walked without
being named here. Each is seen three ways, one per language, that between them cover wide and narrow, light and dark.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser, Page

from accounts.models import User
from accounts.permissions import Act, Role
from tests.browser import axe, complaints, use_session
from tests.factories import UserFactory

WAYS = {
    "uk": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
    "pl": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "en": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
}


@dataclass(frozen=True)
class Named:
    """A URL name, who may open it, and how its row is made."""

    name: str
    roles: tuple[str, ...]
    make_kwargs: Callable[[str], dict[str, object]]

    def reader(self) -> User | None:
        """Somebody who may open it; ``None`` when anyone may. No role at all: who was given the ability."""
        if "public" in self.roles:
            return None
        return UserFactory(role=(self.roles or [Role.COORDINATOR])[0], granted_acts=[Act.REVIEW_TRANSLATIONS])


def _named() -> Iterator[Named]:
    for path in sorted(Path("tests").glob("*/access.py")):
        matrix = import_module(f"tests.{path.parent.name}.access")
        for name, roles in sorted(matrix.ACCESS.items()):
            roles = " ".join(Role) if roles == "staff" else roles
            yield Named(name, tuple(roles.split()), matrix.make_kwargs)


ACCOUNT_PAGES = [
    Named(name, roles, lambda _name: {})
    for name, roles in {
        "account_login": ("public",),
        "account_signup": ("public",),
        "account_inactive": ("public",),
        "account_reset_password": ("public",),
        "account_reset_password_done": ("public",),
        "account_reset_password_from_key_done": ("public",),
        "account_logout": tuple(Role),
        "account_change_password": tuple(Role),
        "account_reauthenticate": tuple(Role),
        "mfa_activate_totp": tuple(Role),
        "mfa_add_webauthn": tuple(Role),
        "mfa_generate_recovery_codes": tuple(Role),
    }.items()
]
PAGES = [pytest.param(page, id=page.name) for page in [*_named(), *ACCOUNT_PAGES]]


def is_a_page(path: str, client: Client) -> bool:
    """Whether a GET of ``path`` answers with a page (not a part of one, a file, a redirect, or a refusal)."""
    response = client.get(path)
    content = response.getvalue()  # all of it: a download holds its file until it is read
    return response.status_code == 200 and b"<html" in content[:200]


def look(page: Page, address: str, language: str) -> list[str]:
    """What is wrong with the page at ``address``; nothing, when all is well."""
    page.goto(address)
    wrong = []
    if page.locator("html").get_attribute("lang") != language:
        wrong.append("the language of the page is not its address’s")
    if not page.title().strip(" –\n"):
        wrong.append("no title")
    if page.locator("h1").count() != 1:
        wrong.append(f"{page.locator('h1').count()} headings of the first level")
    width, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if width > room:
        wrong.append(f"{width} px wide in a window of {room} px")
    wrong += axe(page)
    page.goto("about:blank")  # a page that refreshes itself must not go on asking
    return wrong


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[str, Page]]:
    made = {language: browser.new_context(**way).new_page() for language, way in WAYS.items()}
    yield made
    for page in made.values():
        page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("named", PAGES)
def test_page_is_fit_for_everyone(pages, site, client, named):
    kwargs = named.make_kwargs(named.name)
    if reader := named.reader():
        client.force_login(reader)
    if not is_a_page(reverse(named.name, kwargs=kwargs), client):
        return
    wrong = []

    for language, page in pages.items():
        use_session(page.context, client, site)
        with translation.override(language):
            path = reverse(named.name, kwargs=kwargs)
        with complaints(page) as heard:
            seen = look(page, site + path, language)
        wrong += [f"{language}: {fault}" for fault in heard + seen]

    assert wrong == []
