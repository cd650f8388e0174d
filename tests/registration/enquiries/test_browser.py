"""The quick intake by hand, counted; the public form without scripts on a small phone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.permissions import Role
from meetings.models import Attendance
from registration.enquiries import stamps
from registration.models import Client, Enquiry
from tests.browser import sign_in
from tests.factories import UserFactory
from tests.meetings.factories import planned
from tests.reference.factories import AccommodationFactory
from tests.registration.factories import ClientFactory

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

PHONE = {"width": 360, "height": 740}


class Hand:
    """A person at a page: every field filled and everything pressed is one more thing to do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done = 0

    def fill(self, name: str, text: str) -> None:
        self.page.locator(f"main [name={name}]").fill(text)
        self.done += 1

    def choose(self, name: str, label: str) -> None:
        self.page.locator(f"main select[name={name}]").select_option(label=label)
        self.done += 1

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.done += 1


@pytest.fixture
def hand(page: Page, site: str) -> Hand:
    page.set_viewport_size(PHONE)
    sign_in(page.context, UserFactory(role=Role.COORDINATOR), site)
    return Hand(page)


def _write_all(hand: Hand, site_name: str) -> None:
    hand.fill("surname", "Щасливець-Ґалаґан")
    hand.fill("given_names", "Мар'яна")
    hand.fill("phone", "050 555 01 77")
    hand.choose("accommodation", site_name)
    hand.fill("looks_for", "Пече торти.")
    hand.page.get_by_label("Russian").check()
    hand.done += 1


def test_quick_intake_takes_fewer_than_twelve_steps_also_past_similar_people(hand, site):
    hotel = AccommodationFactory(name_pl="Hotel Próbny")
    ClientFactory(phone="+380505550177")
    hand.page.goto(f"{site}/en/desk/clients/new/")

    _write_all(hand, "Hotel Próbny")
    hand.press("Save")
    hand.press("None of them: save the new person")

    expect(hand.page.locator("h1")).to_contain_text("Щасливець-Ґалаґан")
    taken = Client.objects.get(surname_cyrillic="Щасливець-Ґалаґан")
    assert (taken.accommodation, taken.contact_language, taken.phone) == (hotel, "ru", "+380505550177")
    assert hand.done < 12


def test_people_are_taken_in_one_after_the_other_at_a_meeting(hand, site):
    meeting = planned()
    hand.page.goto(f"{site}/en/desk/meetings/{meeting.public_id}/people/new/")

    for surname in ("Бондар", "Kravchuk"):
        hand.fill("surname", surname)
        hand.press("Save and take in the next person")
        expect(hand.page.locator("main [name=surname]")).to_have_value("")

    assert Attendance.objects.of(meeting).filter(is_present=True).count() == 2
    assert hand.done == 4


def test_public_form_works_without_scripts_on_a_small_phone(browser: Browser, site: str, monkeypatch):
    monkeypatch.setattr(stamps, "SOONEST_SECONDS", -1)
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, base_url=site)
    page = context.new_page()
    page.goto(f"{site}/uk/register-interest/")

    page.locator("[name=surname]").fill("Коваль")
    page.locator("main form").get_by_role("button").click()
    page.locator("[name=phone]").fill("0505550188")
    page.locator("main form").get_by_role("button").click()

    number = page.locator("main strong").inner_text()
    enquiry = Enquiry.objects.get()
    assert (number, enquiry.surname, enquiry.phone) == (enquiry.number_text, "Коваль", "+380505550188")
    context.close()
