"""One open page of a translation in a browser, with what a translator does on it."""

from playwright.sync_api import Locator, Page, expect

from translations.models import Translation


class Bench:
    def __init__(self, page: Page, site: str, translation: Translation) -> None:
        self.page, self.translation = page, translation
        self.address = f"{site}{translation.get_absolute_url()}".replace("/uk/", "/en/")

    def open(self) -> "Bench":
        self.page.goto(self.address)
        expect(self.page.locator("[data-scripted]").first).to_be_visible()
        return self

    def sentence(self, number: int) -> Locator:
        return self.page.locator("[data-sentence]").nth(number)

    def field(self, number: int) -> Locator:
        return self.sentence(number).locator("textarea")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def is_at(self, number: int) -> None:
        expect(self.field(number)).to_be_focused()

    def hears(self, text: str) -> None:
        expect(self.page.locator("[data-announce]")).to_have_text(text)

    @property
    def progress(self) -> Locator:
        return self.page.locator("#progress")
