"""An administrator writes the wording of a paper in a browser, on a small phone and on a desk's screen."""

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from tests.browser import axe, complaints, sign_in
from tests.factories import UserFactory
from tests.registration.wordings.factories import TemplateSectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

WRONG = "Ja, {{ full_name }},\nmieszkam: {{ adres }}\n{% for child in children %}\n<script>alert(1)</script>"


@pytest.fixture
def section():
    return TemplateSectionFactory()


@pytest.fixture
def editor(page, site, section):
    """The page of the section, opened as the administrator comes to it."""
    sign_in(page.context, UserFactory(role=Role.ADMINISTRATOR), site)

    def come(language="en", width=1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{site}/{language}/desk/settings/papers/sections/{section.public_id}/")
        return page

    return come


def test_a_placeholder_is_picked_from_the_list_in_both_languages(editor, section):
    page = editor()
    page.get_by_text("Placeholders to pick from").click()
    page.locator(".placeholder-group", has_text="Contact").first.locator("summary").click()
    chip = page.locator("[data-placeholder='{{ phone }}']")

    for name, words in (("body_pl", "Telefon: "), ("body_uk", "Телефон: ")):
        page.fill(f"[name={name}]", words)
        page.focus(f"[name={name}]")
        page.keyboard.press("Control+End")
        chip.click()
    page.get_by_role("button", name="Check and save").click()

    expect(page.locator("main")).to_contain_text("+48 41 555 01 01")
    section.refresh_from_db()
    assert (section.body_pl, section.body_uk) == ("Telefon: {{ phone }}", "Телефон: {{ phone }}")


def test_every_wrong_line_is_named_and_nothing_is_lost(editor, section):
    page = editor()
    page.fill("[name=body_pl]", WRONG)

    page.get_by_role("button", name="Check and save").click()

    summary = page.locator(".error-summary")
    for words in (
        "line 2: There is no placeholder “adres”.",
        "line 3:",
        "line 4: Tags and code of web pages",
    ):
        expect(summary).to_contain_text(words)
    expect(page.locator(".wording-line-wrong code")).to_have_text(WRONG.splitlines()[1:])
    assert page.input_value("[name=body_pl]") == WRONG
    section.refresh_from_db()
    assert "adres" not in section.body_pl


@pytest.mark.parametrize("language", ["pl", "uk"])
@pytest.mark.parametrize("width", [360, 1280])
def test_editor_with_its_faults_is_fit_for_everyone(editor, language, width):
    page = editor(language, width)
    with complaints(page) as heard:
        page.fill("[name=body_pl]", WRONG + " " + "długie" * 40)
        page.locator("main form .actions button").click()
        expect(page.locator(".wording-line-wrong")).to_have_count(3)
        for details in page.locator("details.filters > summary").all():
            details.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []
    assert heard == []
