"""A full intake told in a real browser, broken off in every section and gone on with in another one."""

from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from reference.models import LegalRuleKey, Term
from registration.intake.sections import LISTS
from tests.browser import sign_in
from tests.factories import UserFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.intake.pages import section_url, url

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

TYPED = {
    "purpose": {},
    "identity": {"birth": "12.03.1985", "birth_place": "Полтава", "pesel": PESEL},
    "contact": {
        "email": "olena@example.org",
        "street_address": "ul. Próbna 1",
        "delivery_address": "ul. Listowa 2",
    },
    "family": {"dependent_children": "2"},
    "situation": {"disability_until": "2030-01-31"},
    "wishes": {"looks_for": "кухня", "weekly_hours": "20", "wishes_uk": "зранку"},
}
CHOSEN = {
    "purpose": {"purpose": "job_seeker"},
    "identity": {"sex": "female"},
    "family": {"marital_status": "married", "spouse_status": "neither", "is_lone_parent": "False"},
    "situation": {"disability_degree": "light"},
    "wishes": {"needs_childcare": "True"},
}


def entries():
    return {
        "children": ({"birth_date": "2015-06-05"}, {}),
        "schools": ({"school_uk": "Школа № 3", "year_to": "2003"}, {"country": "UKR"}),
        "jobs": ({"position_uk": "кухар", "started": "09.2006", "ended": "2022"}, {"basis": "employment"}),
        "occupations": ({"wording_uk": "швачка"}, {"kind": "wanted"}),
        "languages": ({}, {"language": str(Term.objects.coded("language", "en").pk)}),
        "licences": ({"details_uk": "категорія B"}, {}),
        "situations": ({}, {"kind": str(LegalRuleKey.objects.get(code="situation-ukr-status").pk)}),
        "presented_documents": ({"details_uk": "диплом"}, {"kind": "diploma"}),
    }


def said(request):
    """What a request of the page hands over."""
    return set(parse_qsl(request.post_data or "")) if request.method == "POST" else set()


def choose(page, name, value):
    if page.locator(f"[name={name}]").first.get_attribute("type") == "radio":
        page.check(f"[name={name}][value={value}]")
    else:
        page.select_option(f"[name={name}]", value)


@pytest.fixture
def told(browser, site):
    """Tell something on a page in a browser of its own, and close it without pressing any button."""
    user = UserFactory(role=Role.COORDINATOR)

    def tell(address, typed, chosen):
        context = browser.new_context()
        sign_in(context, user, site)
        page = context.new_page()
        page.goto(f"{site}{address}")
        with page.expect_response(lambda answer: said(answer.request) >= set((typed | chosen).items())):
            for name, value in chosen.items():
                choose(page, name, value)
            for name, text in typed.items():
                page.fill(f"[name={name}]", text)
        context.close()

    return tell


@pytest.fixture
def resumed(browser, site):
    """What another browser finds on a page."""
    user = UserFactory(role=Role.ADVISER)
    context = browser.new_context()
    sign_in(context, user, site)
    page = context.new_page()

    def look(address, names):
        page.goto(f"{site}{address}")
        return {name: page.input_value(f"[name={name}]:not([type=radio]:not(:checked))") for name in names}

    yield look
    context.close()


@pytest.mark.parametrize("key", TYPED)
def test_section_that_was_broken_off_is_gone_on_with_elsewhere(told, resumed, key):
    person = ClientFactory()
    typed, chosen = TYPED[key], CHOSEN.get(key, {})

    told(section_url(person, key), typed, chosen)

    kept = {name: value for name, value in (typed | chosen).items() if name != "pesel"}
    assert resumed(section_url(person, key), kept) == kept
    person.refresh_from_db()
    assert (person.pesel == PESEL) is (key == "identity")


@pytest.mark.parametrize("list_name", LISTS)
def test_entry_that_was_broken_off_is_gone_on_with_elsewhere(told, resumed, list_name):
    person = ClientFactory()
    typed, chosen = entries()[list_name]

    told(url("intake-entry-add", person, list_name), typed, chosen)

    (entry,) = getattr(person, list_name).all()
    assert resumed(url("intake-entry", person, list_name, entry.public_id), typed | chosen) == typed | chosen


def test_consents_that_were_broken_off_are_those_given_so_far(browser, site):
    """A consent is given by saving it: half a form is none."""
    person, context = ClientFactory(), browser.new_context()
    sign_in(context, UserFactory(role=Role.COORDINATOR), site)
    page = context.new_page()
    for purpose in ("messages", "surveys"):
        page.goto(f"{site}{url('intake', person)}")
        page.locator("main .task-list").get_by_role("link", name="Consents").click()
        page.get_by_role("link", name="Record a consent").click()
        page.check(f"[name=purpose][value={purpose}]")
        if purpose == "messages":
            page.get_by_role("button", name="Save the consent").click()
            expect(page.get_by_text("The consent is recorded.")).to_be_visible()

    context.close()

    assert list(person.consents.values_list("purpose", flat=True)) == ["messages"]


def test_what_was_typed_in_the_last_moment_is_kept_when_the_page_goes_away(browser, site):
    person, context = ClientFactory(), browser.new_context()
    sign_in(context, UserFactory(role=Role.COORDINATOR), site)
    page = context.new_page()
    page.goto(f"{site}{section_url(person, 'wishes')}")

    page.fill("[name=wishes_uk]", "остання мить")
    page.goto(f"{site}{url('intake', person)}")

    # Chromium sends the last words beside the next page, and tells nobody when they have arrived.
    for _attempt in range(20):
        page.goto(f"{site}{section_url(person, 'wishes')}")
        if page.input_value("[name=wishes_uk]"):
            break
        page.wait_for_timeout(250)
    assert page.input_value("[name=wishes_uk]") == "остання мить"
    context.close()


@pytest.fixture
def wishes(browser, site):
    """The page of a person's wishes in a browser, signed in; and the one who sits there."""
    by, person, context = UserFactory(role=Role.COORDINATOR), ClientFactory(), browser.new_context()
    sign_in(context, by, site)
    page = context.new_page()
    page.goto(f"{site}{section_url(person, 'wishes')}")
    yield page, person, by
    context.close()


BEFORE_THE_SCRIPTS = """addEventListener("readystatechange", () => {
  const field = document.querySelector("[name=wishes_uk]");
  if (document.readyState === "interactive" && field) field.value = "повільна лінія";
}, { capture: true, once: true })"""


def test_what_was_typed_before_the_scripts_were_there_is_saved(wishes):
    page, person, _by = wishes
    page.add_init_script(BEFORE_THE_SCRIPTS)

    page.reload()

    expect(page.locator("#save-state .tag-green")).to_be_visible()
    person.intake.refresh_from_db()
    assert person.intake.wishes_uk == "повільна лінія"


def test_untouched_page_saves_nothing_by_itself(wishes, site):
    page, person, _by = wishes
    filled_intake(person, wishes_uk="\r\nзранку\r\nі ввечері ")
    posts = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)

    for key in TYPED:
        page.goto(f"{site}{section_url(person, key)}", wait_until="networkidle")
    for name in LISTS:
        entry = getattr(person, name).first()
        page.goto(f"{site}{url('intake-entry', person, name, entry.public_id)}", wait_until="networkidle")

    assert posts == []


def test_what_was_not_saved_is_said_and_sent_again(wishes):
    page, person, _by = wishes
    address = f"**{section_url(person, 'wishes')}"
    page.route(address, lambda route: route.abort())
    page.fill("[name=wishes_uk]", "без мережі")
    expect(page.locator("#save-state [data-about=unsaved]")).to_be_visible()

    page.unroute(address)

    expect(page.locator("#save-state .tag-green")).to_be_visible()
    assert person.intake.wishes_uk == "без мережі"


def test_ended_session_takes_nothing_typed_along(wishes, site):
    page, person, by = wishes
    page.context.clear_cookies(name="session")
    page.fill("[name=wishes_uk]", "після перерви")
    expect(page.locator("#save-state [data-about=signed-out]")).to_be_visible()

    page.locator("form[data-keeps] .btn-primary").click()
    assert page.input_value("[name=wishes_uk]") == "після перерви"
    sign_in(page.context, by, site)

    expect(page.locator("#save-state .tag-green")).to_be_visible()
    assert person.intake.wishes_uk == "після перерви"


def test_page_that_signing_in_led_back_to_has_saved_nothing(wishes):
    page, person, _by = wishes
    address = f"**{section_url(person, 'wishes')}"
    whole = page.content()
    page.route(address, lambda route: route.fulfill(body=whole, content_type="text/html"), times=1)

    page.fill("[name=wishes_uk]", "тим часом")

    expect(page.locator("#save-state [data-about=signed-out]")).to_be_visible()
    expect(page.locator("#save-state .tag-green")).to_be_visible()
    assert person.intake.wishes_uk == "тим часом"


def test_screen_reader_hears_when_saving_changes_and_not_every_time(wishes):
    page, person, _by = wishes
    page.evaluate("""() => { window.heard = []; new MutationObserver(() => {
      window.heard.push(document.getElementById("save-aloud").textContent);
    }).observe(document.getElementById("save-aloud"), { childList: true }); }""")
    address = f"**{section_url(person, 'wishes')}"
    for words in ("зранку", "зранку або", "зранку або вдень"):
        with page.expect_response(address):
            page.fill("[name=wishes_uk]", words)
        expect(page.locator("#save-state .tag-green")).to_be_visible()
    page.route(address, lambda route: route.abort())
    page.fill("[name=wishes_uk]", "без мережі")
    expect(page.locator("#save-state [data-about=unsaved]")).to_be_visible()

    page.unroute(address)

    expect(page.locator("#save-state .tag-green")).to_be_visible()
    heard = page.evaluate("window.heard.map(words => words.slice(0, 9))")
    assert heard == ["Saved at ", "Not saved", "Saved at "]
