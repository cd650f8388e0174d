"""Six people taken in at the desk, from the first page to their papers: what was typed is read back from the PDF."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from registration.models import PaperSet
from tests.browser import TURN, sign_in
from tests.factories import UserFactory
from tests.pup_portal.files import pdf
from tests.reference.factories import PlaceFactory
from tests.registration.factories import PESEL
from tests.registration.papers.desk import Answers, Desk
from tests.registration.papers.reading import columns, values_of, whole_text

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

NAMED = {"surname": "Шевченко", "given_names": "Олена", "phone": "+48 41 555 01 17", "place": "Bodzentyn"}
LATIN = {"surname_latin": "Shevchenko", "given_names_latin": "Olena", "citizenships": "Ukraina"}
AT_HOME = {"street_address": "ul. Próbna 1"}
UNEMPLOYED = {"purpose": "osoba bezrobotna"}


@dataclass(frozen=True)
class Persona:
    """What a person tells: at the first meeting, then in the sections of the intake and their lists."""

    sections: dict[str, Answers]
    quick: Answers = field(default_factory=lambda: NAMED)
    entries: tuple[tuple[str, str, Answers], ...] = ()
    asks_for_latin: bool = False
    read_back: Answers = field(default_factory=dict)
    changes: tuple[tuple[str, Answers], ...] = ()
    also_printed: tuple[str, ...] = ()
    not_printed: tuple[str, ...] = ()


NO_PESEL = Persona(
    sections={
        "purpose": UNEMPLOYED,
        "identity": LATIN
        | {
            "no_pesel_reason": "osoba czeka",
            "birth": "01.03.1985",
            "birth_place": "Poltava",
            "sex": "kobieta",
            "document_kind": "starszy paszport",
            "document_number": "FA123456",
        },
        "contact": AT_HOME,
        "family": {"marital_status": "panna"},
    },
    also_printed=("Osoba bez numeru PESEL", "Особа без номера PESEL"),
)

PESEL_UKR_AND_CHILDREN = Persona(
    sections={
        "purpose": UNEMPLOYED,
        "identity": LATIN | {"pesel": PESEL},
        "contact": AT_HOME
        | {"email": "olena@example.org", "delivery_address": "ul. Listowa 2, 25-001 Kielce"},
        "family": {
            "marital_status": "zamężna",
            "spouse_status": "niezarejestrowana",
            "dependent_children": "2",
            "is_lone_parent": "nie",
            "has_large_family_card": "nie",
            "is_carer": "nie",
        },
        "situation": {"disability_degree": "lekki"},
    },
    entries=(
        ("family", "children", {"birth_date": "2015-06-05"}),
        ("family", "children", {"birth_date": "2019-02-28"}),
        (
            "education",
            "schools",
            {
                "school_uk": "Технікум № 5 у Полтаві",
                "school_pl": "Technikum nr 5 w Połtawie",
                "field_uk": "кравецтво",
                "field_pl": "krawiectwo",
                "country": "Ukraina",
                "year_from": "2001",
                "year_to": "2005",
            },
        ),
        (
            "work",
            "jobs",
            {
                "position_uk": "швачка",
                "position_pl": "szwaczka",
                "employer_uk": "Фабрика «Зоря»",
                "employer_pl": "Fabryka „Zoria”",
                "started": "09.2006",
                "ended": "2022",
                "basis": "umowa o pracę",
            },
        ),
        (
            "occupations",
            "occupations",
            {"kind": "poszukiwany", "wording_uk": "робота на шитті", "wording_pl": "praca przy szyciu"},
        ),
        ("languages", "languages", {"language": "angielski", "level": "A2"}),
        ("licences", "licences", {"details_uk": "категорія B", "details_pl": "kategoria B"}),
        (
            "documents",
            "presented_documents",
            {"kind": "lub dyplom", "details_uk": "диплом технікуму", "details_pl": "dyplom technikum"},
        ),
    ),
    also_printed=("świadectwo szkolne lub dyplom", "атестат або диплом"),
    not_printed=("Osoba bez numeru PESEL",),
)

APOSTROPHES_AND_DOUBLE_SURNAME = Persona(
    quick=NAMED
    | {"surname": "Квітка-Основ'яненко", "given_names": "Мар’яна Ном\N{MODIFIER LETTER APOSTROPHE}ясна"},
    sections={
        "purpose": UNEMPLOYED,
        "identity": {"pesel": PESEL, "citizenships": "Ukraina"},
        "contact": AT_HOME,
    },
    asks_for_latin=True,
    also_printed=("Kvitka-Osnovianenko", "Mariana Nomiasna"),
)

EXPIRED_PASSPORT = Persona(
    sections={
        "purpose": {"purpose": "poszukująca pracy"},
        "identity": LATIN
        | {
            "no_pesel_reason": "nie złożono wniosku",
            "birth": "01.03.1985",
            "document_kind": "paszport biometryczny",
            "document_number": "FA654321",
            "document_expires_on": "2023-05-31",
        },
        "contact": AT_HOME,
    },
)

NOT_REGISTERING = Persona(
    quick=NAMED | {"looks_for": "sprzątanie w hotelu"},
    sections={
        "purpose": {"purpose": "bez rejestracji"},
        "identity": {"surname_latin": "Shevchenko", "given_names_latin": "Olena"},
        "wishes": {"may_start_on": "2026-12-01", "needs_transport": "tak"},
    },
    read_back={"interpreter": "Іван Бондар"},
    also_printed=("Prośba o pomoc w znalezieniu pracy bez rejestracji", "Bodzentyn", "Бодзентин"),
    not_printed=("Wniosek o rejestrację",),
)

CHANGED_DATA = Persona(
    sections={"purpose": UNEMPLOYED, "identity": LATIN | {"pesel": PESEL}, "contact": AT_HOME},
    changes=(("contact", {"phone": "+48 41 555 01 55"}), ("contact", {"phone": "+48 41 555 01 99"})),
)

PERSONAS = {
    "no PESEL": NO_PESEL,
    "PESEL UKR and children": PESEL_UKR_AND_CHILDREN,
    "apostrophes and a double surname": APOSTROPHES_AND_DOUBLE_SURNAME,
    "expired passport": EXPIRED_PASSPORT,
    "not registering": NOT_REGISTERING,
    "changed data": CHANGED_DATA,
}


@pytest.fixture
def desk(page, site):
    PlaceFactory(name_pl="Bodzentyn", name_uk="Бодзентин")
    sign_in(page.context, UserFactory(role=Role.COORDINATOR, full_name="Anna Nowak"), site)
    page.set_default_timeout(15_000)
    return Desk(page, site)


def take_in(desk, persona):
    desk.take_in(persona.quick)
    for section, answers in persona.sections.items():
        desk.tell(section, answers)
    for entry in persona.entries:
        desk.add(*entry)
    if persona.asks_for_latin:
        desk.open("intake/identity/")
        desk.press("Suggest the Latin spelling")
        desk.press("Save and back to the list of parts")


def check(desk, printed, *, also=(), without=(), facts=()):
    """Both columns say what was told and all that the papers hold; the facts say who filled them in."""
    said, whole = columns(printed), whole_text(printed)
    for words in {*desk.told, *also}:
        assert words in said["uk" if re.search("[Ѐ-ӿ]", words) else "pl"]
    with TURN:
        papers = list(PaperSet.objects.latest("pk").papers.for_print())
    for language in ("pl", "uk"):
        for paper in papers:
            for value in values_of(paper, language):
                assert value in said[language]
    for words in ("Anna Nowak", "ukraiński", "українська", *facts):
        assert words in whole
    for words in without:
        assert words not in whole


@pytest.mark.parametrize("persona", PERSONAS.values(), ids=PERSONAS.keys())
def test_what_was_told_at_the_desk_is_what_the_papers_say(desk, persona, tmp_path):
    take_in(desk, persona)
    first = desk.fill_in_papers()
    desk.read_back(persona.read_back)

    printed = desk.print()

    check(
        desk,
        printed,
        also=persona.also_printed,
        without=persona.not_printed,
        facts=persona.read_back.values(),
    )
    if persona.changes:
        check_change(desk, persona, first, tmp_path / "signed.pdf")


def check_change(desk, persona, first, scan):
    """The papers that were not signed are outdated; the new ones are signed; the next change is notified of."""
    (section, before), (_section, after) = persona.changes
    desk.tell(section, before)
    desk.page.goto(first)
    expect(desk.page.locator("main table").first.locator("tbody tr").first).to_contain_text("outdated")

    second = desk.fill_in_papers()
    desk.read_back(persona.read_back)
    check(desk, desk.print(), without=[NAMED["phone"]])
    scan.write_bytes(pdf())
    desk.page.goto(second)
    desk.attach_signed(scan)
    desk.tell(section, after)
    desk.fill_in_papers("Change of data")
    desk.read_back(persona.read_back)
    said = columns(desk.print())

    for words in (*before.values(), *after.values()):
        assert words in said["pl"]
        assert words in said["uk"]
