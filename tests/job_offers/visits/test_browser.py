"""An agent with a phone in one hand, at an employer's gate."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from accounts.permissions import Role
from documents.models import Upload
from job_offers.models import CallBack, FieldVisit, Offer
from job_offers.visits import services
from job_offers.visits.reports import Target
from tests.browser import complaints, sign_in
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, place
from tests.pup_portal.files import photo

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

# What a thumb has to hit on the page: fields, buttons, and links of lists; a box to tick is hit through its label.
TARGETS = "main :is(.btn, .big-links a, .form-control, .form-select, .form-check, summary):visible"
THUMB = 48


@pytest.fixture
def agent() -> User:
    return UserFactory(role=Role.BROKER)


@pytest.fixture
def phone(browser: Browser, site: str, agent: User) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, device_scale_factor=2
    )
    sign_in(context, agent, site)
    yield context.new_page()
    context.close()


def small_targets(page: Page) -> list[str]:
    heights = [
        (one.inner_text() or one.get_attribute("name"), one.bounding_box())
        for one in page.locator(TARGETS).all()
    ]
    assert heights
    return [f"{name}: {box['height']:.0f}" for name, box in heights if box and box["height"] < THUMB]


def is_wider_than_the_phone(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def name_the_employer(phone: Page, name: str) -> None:
    """From the route to the form of a new employer."""
    # To the end of its loading: what is typed before the scripts are there is not looked for.
    with phone.expect_navigation():
        phone.get_by_role("link", name="Note a visit").tap()
    phone.locator("#q").fill(name)
    expect(phone.get_by_text("No employer has this name or number.")).to_be_visible()
    assert small_targets(phone) == []
    phone.get_by_role("link", name="A new employer").tap()
    expect(phone.get_by_label("Name of the employer")).to_have_value(name)
    assert small_targets(phone) == []
    assert not is_wider_than_the_phone(phone)


def note_what_was_said(phone: Page, call_back_on: str) -> None:
    phone.get_by_label("Town or gmina").select_option(label="Daleszyce")
    phone.get_by_label("Street and number").fill("ul. Wzorcowa 21")
    phone.get_by_text("yes", exact=True).tap()
    phone.get_by_label("Offers expected").fill("2")
    phone.get_by_label("What was said").fill("Pilarze od zaraz.")
    phone.get_by_label("Photo of the handwritten note").set_input_files(
        {"name": "note.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    phone.get_by_label("Call back on").fill(call_back_on)
    phone.get_by_role("button", name="Save").tap()
    expect(phone.get_by_text("The visit is saved.")).to_be_visible()
    assert not is_wider_than_the_phone(phone)


def type_in_an_offer(phone: Page, valid_until: str) -> None:
    phone.get_by_role("link", name="Type in an offer of this employer").tap()
    phone.get_by_label("Position").fill("Pilarz")
    phone.get_by_label("Valid until").fill(valid_until)
    phone.get_by_role("button", name="Save as a draft").tap()
    expect(phone.get_by_text("The offer is saved as a draft.")).to_be_visible()


def test_agent_notes_a_visit_with_photo_and_call_and_types_in_an_offer(phone: Page, site: str, agent: User):
    EmployerFactory(name="Piekarnia Próbna")
    tomorrow = str(timezone.localdate() + timedelta(days=1))

    with complaints(phone) as heard:
        phone.goto(f"{site}/en/desk/visits/")
        name_the_employer(phone, "Tartak Sękaty")
        note_what_was_said(phone, tomorrow)
        type_in_an_offer(phone, tomorrow)

    visit = FieldVisit.objects.get()
    assert (visit.employer.name, visit.employer.place) == ("Tartak Sękaty", place("Daleszyce"))
    assert (visit.offers_expected, visit.willing_to_employ_ukrainians) == (2, True)
    assert Upload.objects.get().subject == visit
    assert str(CallBack.objects.get(employer=visit.employer, agent=agent).due_on) == tomorrow
    assert Offer.objects.get().employer == visit.employer
    assert heard == []


def test_similar_employer_is_hinted_at_while_typing(phone: Page, site: str):
    EmployerFactory(name="Tartak Sękaty Sp. z o.o.")
    phone.goto(f"{site}/en/desk/visits/new/note/")

    phone.get_by_label("Name of the employer").press_sequentially("Tartak Senkaty")

    expect(phone.locator("#similar-employers a")).to_have_text("Tartak Sękaty Sp. z o.o.")
    phone.locator("#similar-employers a").tap()
    expect(phone.locator("h1")).to_have_text("Tartak Sękaty Sp. z o.o.")


def test_route_is_put_in_order_with_a_thumb(phone: Page, site: str, agent: User):
    for name in ("Bar", "Huta"):
        employer = EmployerFactory(name=name, street_address="ul. Polna 1", place=place())
        services.plan_visit(target=Target(employer=employer), agent=agent, day=timezone.localdate(), by=agent)
    phone.goto(f"{site}/en/desk/visits/")
    expect(phone.locator(".stops h2")).to_have_text(["Bar", "Huta"])
    assert small_targets(phone) == []

    phone.get_by_role("button", name="later: Bar").tap()

    expect(phone.locator(".stops h2")).to_have_text(["Huta", "Bar"])
    assert not is_wider_than_the_phone(phone)


def test_route_prints_addresses_and_phones_and_no_buttons(phone: Page, site: str, agent: User):
    employer = EmployerFactory(street_address="ul. Polna 1", place=place())
    services.plan_visit(target=Target(employer=employer), agent=agent, day=timezone.localdate(), by=agent)
    phone.goto(f"{site}/en/desk/visits/")

    phone.emulate_media(media="print")

    expect(phone.get_by_text("ul. Polna 1, Kielce")).to_be_visible()
    expect(phone.get_by_role("link", name="41 555 01 01")).to_be_visible()
    expect(phone.get_by_role("button", name="Print")).to_be_hidden()
    expect(phone.get_by_role("link", name="Open in the phone’s map")).to_be_hidden()
