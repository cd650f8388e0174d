"""A coordinator at the pages of one person, who types, chooses and presses, and remembers what was told."""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page, expect

from documents.models import Document
from documents.tasks import make_document
from tests.browser import TURN

type Answers = Mapping[str, str]

# What is asked for the desk's own use, or said on papers in other words.
NOT_ON_PAPERS = frozenset(
    {
        "purpose", "no_pesel_reason", "contact_language", "language", "interpreter", "place", "kind",
        "document_expires_on", "needs_transport",
    }
)  # fmt: skip


class Desk:
    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.person = ""  # the address of the person's card
        self.answers: dict[str, set[str]] = {}  # by the name of the question, as papers say them

    def press(self, name: str) -> None:
        self.page.locator("main").get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self.page.locator("main").get_by_role("link", name=name, exact=True).first.click()

    def open(self, address: str) -> None:
        self.page.goto(f"{self.person}{address}")

    def take_in(self, answers: Answers) -> None:
        self.page.goto(f"{self.site}/en/desk/clients/new/")
        self._answer_all(answers)
        self.press("Save")
        expect(self.page.get_by_text("The person is in the register of clients.")).to_be_visible()
        self.person = self.page.url

    def tell(self, section: str, answers: Answers) -> None:
        """A section; what was told before is so no longer."""
        for name in answers:
            self.answers.pop(name, None)
        self.open(f"intake/{section}/")
        self._answer_all(answers)
        self.press("Save and back to the list of parts")
        expect(self.page.get_by_text("Saved.", exact=True)).to_be_visible()

    def add(self, section: str, to: str, answers: Answers) -> None:
        """An entry of one of the section's lists."""
        self.open(f"intake/{section}/")
        self.page.locator(f"#{to}").get_by_role("link", name="Add").click()
        self._answer_all(answers)
        self.press("Save")
        expect(self.page.get_by_text("Saved.", exact=True)).to_be_visible()

    def fill_in_papers(self, purpose: str = "") -> str:
        """The papers that are proposed for the purpose; gives the address of their set."""
        self.open("papers/")
        self.follow("Fill in papers")
        if purpose:
            self.follow(purpose)
        self.press("Fill in")
        expect(self.page.get_by_text("The papers are filled in.")).to_be_visible()
        return self.page.url

    def read_back(self, answers: Answers) -> None:
        self.follow("All were read back")
        self._answer_all(answers)
        self.press("Save")
        expect(self.page.get_by_text("It is written down that the paper was read back.")).to_be_visible()

    def attach_signed(self, scan: Path) -> None:
        self.follow("Attach all signed")
        self.page.locator("main [name=file]").set_input_files(scan)
        self.press("Attach and mark as signed")
        expect(self.page.get_by_text("The signed paper is attached.")).to_be_visible()

    def print(self) -> bytes:
        """Order the print of the set, wait for it, and save the file."""
        self.press("Print all as one PDF")
        expect(self.page.get_by_text("in preparation")).to_be_visible()
        with TURN:  # what a worker does meanwhile
            assert make_document(Document.objects.latest("pk").pk)
        with self.page.expect_download() as saving:
            self.follow("Save the PDF")
        return Path(saving.value.path()).read_bytes()

    def _answer_all(self, answers: Answers) -> None:
        for name, words in answers.items():
            self.answers.setdefault(name, set()).update(self._answer(name, words))

    @property
    def told(self) -> set[str]:
        """What was told and stands on papers."""
        return set().union(*(self.answers[name] for name in self.answers.keys() - NOT_ON_PAPERS))

    def _answer(self, name: str, words: str) -> set[str]:
        """Type into a field, or choose what a label or an option of it says; gives how papers say it."""
        field = self.page.locator(f"main form [name={name}]")
        kind = field.first.evaluate("field => field.type")
        if kind.startswith("select"):
            option = field.locator("option").filter(has_text=words).first
            field.select_option(option.get_attribute("value"))
            return _both(option.inner_text())
        if kind in {"radio", "checkbox"}:
            label = self.page.locator(".form-check").filter(has_text=words)
            label.locator(f"[name={name}]").check()
            return _both(label.inner_text())
        field.fill(words)
        return {_printed(words) if kind == "date" else words}


def _both(label: str) -> set[str]:
    """An option of the intake says its words in Polish and in Ukrainian."""
    return {part.strip() for part in label.split(" · ")}


def _printed(day: str) -> str:
    return ".".join(reversed(day.split("-")))
