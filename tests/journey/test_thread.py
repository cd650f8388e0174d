"""The desk's main job from end to end, in a browser, on the running demo.

One person is taken in, one file of offers is imported, one offer typed in, translated, approved, published,
found and read by the public in Ukrainian; a CV and an attendance sheet are printed and their text is read.
"""

import io
import re
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from tests.job_offers.feed_files import as_json, as_zip, feed_offer
from tests.journey.demo import PASSWORD, running

pytestmark = [pytest.mark.browser, pytest.mark.servers]

WORK_SECONDS = 90


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        running(Path(folder) / "var") as at,
    ):
        yield at


@pytest.fixture
def desk(page: Page, address: str) -> "Desk":
    return Desk(page, address)


class Desk:
    """What a member of staff does with the mouse and the keyboard."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def sign_in(self, username: str) -> None:
        self.page.context.clear_cookies()
        self.open("/en/accounts/login/")
        self.fill(login=username, password=PASSWORD)
        self.press(re.compile("Sign in"))

    def open(self, path: str) -> None:
        response = self.page.goto(self.address + path)
        assert response.status == 200, f"{path}: {response.status}"

    def fill(self, **values: str) -> None:
        for name, value in values.items():
            self.page.locator(f"main [name={name}]").first.fill(value)

    def choose(self, **labels: str) -> None:
        for name, label in labels.items():
            self.page.locator(f"main select[name={name}]").select_option(label=label)

    def press(self, name: str | re.Pattern[str]) -> None:
        self.page.locator("main").get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state()

    def follow(self, name: str | re.Pattern[str]) -> None:
        self.page.locator("main").get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def wait_until_page_says(self, text: str | re.Pattern[str]) -> None:
        """Reload, as a person would, until background work shows its result."""
        for _attempt in range(WORK_SECONDS):
            if re.search(text, self.page.locator("main").inner_text()):
                return
            self.page.wait_for_timeout(1000)
            self.page.reload()
        raise AssertionError(f"never saw {text!r} in:\n{self.page.locator('main').inner_text()}")

    def pdf_text(self) -> str:
        """Wait for the ordered paper on its page, open it and read its words; it must be tagged."""
        link = self.page.get_by_role("link", name="Open the PDF")
        link.wait_for(timeout=WORK_SECONDS * 1000)
        href = link.get_attribute("href")
        document = pypdf.PdfReader(io.BytesIO(self.page.request.get(self.address + href).body()))
        assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
        return " ".join(" ".join(sheet.extract_text() for sheet in document.pages).split())


def test_main_job_from_registration_to_the_readers_phone(desk, page, tmp_path):
    client = _take_in_a_person(desk, page)
    _import_the_feed(desk, page, tmp_path)
    offer = _type_in_an_offer(desk, page)
    _translate_and_approve(desk, page, offer)
    _publish(desk, page, offer)
    _read_as_a_refugee(desk, page)
    _print_a_cv(desk, page, client)
    _plan_a_meeting(desk, page)


def _take_in_a_person(desk: Desk, page: Page) -> str:
    desk.sign_in("koordynator")
    desk.open("/en/desk/clients/new/")
    desk.fill(
        surname="Shchaslyvets-Galagan",
        given_names="Mariana",
        phone="+380 50 555 77 31",
        looks_for="Пече торти.",
    )
    desk.press("Save")
    desk.sees("Shchaslyvets-Galagan")
    for spelling in ("Щасливець", "Szczasływeć", "shchaslivets", "050 555 77 31"):
        page.locator("[role=search] input[name=q]:visible").first.fill(spelling)
        page.keyboard.press("Enter")
        desk.sees("Shchaslyvets-Galagan")
    desk.follow(re.compile("Shchaslyvets-Galagan"))
    return page.url


def _import_the_feed(desk: Desk, page: Page, tmp_path: Path) -> None:
    until = f"{localdate() + timedelta(days=20):%d.%m.%Y}"
    number = time.time_ns()  # an offer this portal has never seen
    good = feed_offer(number, pozostaleDane__ofertaWaznaDo=until)
    bad = feed_offer(number + 1, pozostaleDane__ofertaWaznaDo="01.01.2020")
    for content in (good, bad):
        content["pozostaleDane"]["ofertaZgloszonaPrzezKodJednostki"] = "26620"
    archive = tmp_path / "oferty.zip"
    archive.write_bytes(as_zip({"oferty_1.json": as_json(good, bad)}))

    desk.sign_in("posrednik")
    desk.open("/en/desk/imports/")
    page.locator("main input[type=file]").set_input_files(archive)
    desk.press("Import the file")
    desk.wait_until_page_says("done")
    desk.sees("1 new")
    desk.sees("1 refused")
    desk.sees("The offer is no longer valid.")


def _type_in_an_offer(desk: Desk, page: Page) -> str:
    desk.open("/en/desk/employers/")
    desk.follow(re.compile("Kłosoń"))
    desk.follow(re.compile("offer", re.IGNORECASE))
    desk.fill(
        title_pl="Piekarz/piekarka nocna",
        duties_pl="- wypiek chleba\n- obsługa pieca",
        posts="2",
        pay_from="5 100",
        pay_to="5 900,50",
        hours_per_week="40",
        contact_phone="41 555 01 88",
        valid_until=f"{localdate() + timedelta(days=25):%Y-%m-%d}",
    )
    desk.choose(pay_unit="a month", place="Chmielnik", apply_route="directly to the employer")
    desk.choose(contract="permanent employment contract")
    page.locator("main [name=translation_consent]").check()
    desk.press("Save as a draft")
    desk.sees("Piekarz/piekarka nocna")
    return page.url


def _translate_and_approve(desk: Desk, page: Page, offer: str) -> None:
    desk.sign_in("koordynator")
    page.goto(offer)
    page.locator("main a[href*='/desk/translations/']").first.click()
    desk.wait_until_page_says("draft")
    words = {
        "Piekarz/piekarka nocna": "Пекар/пекарка, нічна зміна",
        "wypiek chleba": "випікання хліба",
        "obsługa pieca": "обслуговування печі",
    }
    for text in page.locator("main textarea[name^=segment-]").all():
        polish = text.locator("xpath=ancestor::*[.//*[@lang='pl']][1]").inner_text()
        for known, ukrainian in words.items():
            if known in polish:
                text.fill(ukrainian)
    desk.press("Approve")
    desk.sees(re.compile("approved", re.IGNORECASE))


def _publish(desk: Desk, page: Page, offer: str) -> None:
    desk.sign_in("posrednik")
    page.goto(offer)
    desk.press(re.compile("ready", re.IGNORECASE))
    desk.press(re.compile("Publish"))
    desk.sees("published")


def _read_as_a_refugee(desk: Desk, page: Page) -> None:
    page.context.clear_cookies()
    page.set_viewport_size({"width": 360, "height": 740})
    desk.open("/uk/offers/")
    desk.fill(q="пекарку в Хмельнику")
    page.keyboard.press("Enter")
    desk.follow("Пекар/пекарка, нічна зміна")
    shown = page.locator("main").inner_text().replace("\xa0", " ").replace("\u202f", " ")
    for fact in ("5 100", "5 900,50", "40", "Хмельник", "випікання хліба"):
        assert fact in shown
    assert page.locator("main a[href='tel:+48415550188']").count() == 1
    page.emulate_media(media="print")
    expect(page.locator("main h1")).to_be_visible()
    page.emulate_media(media="screen")


def _print_a_cv(desk: Desk, page: Page, client: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    desk.sign_in("koordynator")
    page.goto(client)
    desk.follow("CVs")
    desk.follow("Make a CV")
    desk.fill(title_uk="Кондитерка", title_pl="Cukierniczka – torty i żółtka")
    desk.press(re.compile("Save|Begin|Create"))
    desk.open(page.url.replace(desk.address, ""))
    page.locator("main a[href*='/skills/']").first.click()
    desk.fill(skills_uk="випікання тортів", skills_pl="wypiek tortów, ćwiczenia w źródle")
    desk.press("Save")
    desk.press(re.compile("Polish"))
    text = desk.pdf_text()
    assert "Mariana Shchaslyvets-Galagan" in text
    assert "Cukierniczka – torty i żółtka" in text
    assert "ćwiczenia w źródle" in text


def _plan_a_meeting(desk: Desk, page: Page) -> None:
    day = localdate() + timedelta(days=10)
    desk.open("/en/desk/meetings/new/")
    desk.fill(
        starts_at=f"{day}T10:00",
        ends_at=f"{day}T12:00",
        title_pl="Praca w hotelach Gołoborza",
        title_uk="Робота в готелях Ґолоборжа",
        description_pl="Zapraszamy z dziećmi.",
        description_uk="Запрошуємо з дітьми.",
    )
    page.locator("main select[name=accommodation]").select_option(label="Hotel Gołoborze w Rudkach")
    page.locator("main select[name=place]").select_option(label="Nowa Słupia")
    desk.press("Save")
    desk.press(re.compile("Announce"))
    desk.press(re.compile("attendance|list", re.IGNORECASE))
    text = desk.pdf_text()
    assert "Praca w hotelach Gołoborza" in text
    assert "Робота в готелях Ґолоборжа" in text
    page.context.clear_cookies()
    for language, title in (("uk", "Робота в готелях Ґолоборжа"), ("pl", "Praca w hotelach Gołoborza")):
        desk.open(f"/{language}/meetings/")
        desk.sees(title)
