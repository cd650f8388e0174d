"""Signing in with a real browser: a passkey from Chromium's virtual authenticator, and codes of an application."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, Page, expect

from accounts.permissions import Role
from tests.accounts.sign_in import PASSWORD, code_of, give_application, make_member
from tests.browser import complaints

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = settings.CONFIRMATION_REQUIRED = True


@pytest.fixture
def home(site: str) -> str:
    """By name: a passkey belongs to a name, never to a bare address."""
    return site.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(browser: Browser):
    context = browser.new_context()
    page = context.new_page()
    yield page
    context.close()


def plug_in_a_key(page: Page) -> tuple[object, str]:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    key = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools, key["authenticatorId"]


def give_password(page: Page, home: str) -> None:
    page.goto(f"{home}/en/accounts/login/")
    page.locator("[name=login]").fill("olena")
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.context.clear_cookies(name="session")


def test_passkey_is_set_up_and_lets_its_owner_in(page, home):
    member = make_member(role=Role.COORDINATOR)
    plug_in_a_key(page)
    with complaints(page) as heard:
        give_password(page, home)
        expect(page.get_by_role("heading", level=1)).to_have_text("One more step: set up a second factor")
        page.get_by_role("link", name="Add a passkey").click()
        page.get_by_role("button", name="Read the passkey").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
        page.get_by_role("link", name="I have kept them").click()
        expect(page).to_have_url(f"{home}/en/desk/")

        sign_out(page)
        give_password(page, home)
        expect(page.get_by_role("heading", level=1)).to_have_text("Now the second factor")
        page.get_by_role("button", name="Use a passkey").click()
        expect(page).to_have_url(f"{home}/en/desk/")

    assert heard == []
    assert Authenticator.objects.filter(user=member, type="webauthn").count() == 1


def test_strange_key_does_not_let_in_and_the_page_says_so(page, home):
    make_member(role=Role.COORDINATOR)
    devtools, key = plug_in_a_key(page)
    give_password(page, home)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Read the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    sign_out(page)
    devtools.send("WebAuthn.clearCredentials", {"authenticatorId": key})

    give_password(page, home)
    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("alert").filter(has_text="The passkey was not read")).to_be_visible()
    page.goto(f"{home}/en/desk/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Now the second factor")


def test_codes_of_an_application_are_set_up_and_let_their_owner_in(page, home):
    make_member(role=Role.COORDINATOR)
    with complaints(page) as heard:
        give_password(page, home)
        page.get_by_role("link", name="Set up the application").click()
        expect(page.locator("img.qr")).to_be_visible()
        secret = page.locator("#secret").inner_text()
        page.locator("[name=code]").fill(code_of(secret))
        page.get_by_role("button", name="Finish").click()
        expect(page.locator(".recovery-codes li")).to_have_count(10)
        recovery_code = page.locator(".recovery-codes li").first.inner_text()

        sign_out(page)
        give_password(page, home)
        page.locator("[name=code]").fill(code_of(secret, steps=1))  # the same again would be refused
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(f"{home}/en/desk/")

        sign_out(page)
        give_password(page, home)
        page.locator("[name=code]").fill(recovery_code)
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(f"{home}/en/desk/")

    assert heard == []


def test_sensitive_page_asks_for_the_passkey_again(page, home, settings):
    member = make_member(role=Role.ADMINISTRATOR)
    secret = give_application(member)
    plug_in_a_key(page)
    give_password(page, home)
    page.locator("[name=code]").fill(code_of(secret))
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{home}/en/accounts/2fa/webauthn/add/")
    page.get_by_role("button", name="Read the passkey").click()
    expect(page).to_have_url(f"{home}/en/accounts/security/")
    settings.CONFIRMATION_SECONDS = 0

    page.goto(f"{home}/en/desk/settings/staff/new/")
    settings.CONFIRMATION_SECONDS = 600
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_role("button", name="Use a passkey").click()

    expect(page).to_have_url(f"{home}/en/desk/settings/staff/new/")
