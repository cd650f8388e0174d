from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.access_models import AccessEntry
from accounts.permissions import Role
from cv_builder.clause import clause_on
from cv_builder.models import Cv
from cv_builder.services import order_cv
from documents.render import render_pdf
from reference.models import Term
from tests.cv_builder.factories import (
    CvFactory,
    EducationFactory,
    ExperienceFactory,
    LanguageSkillFactory,
    ready_cv,
)
from tests.factories import UserFactory
from tests.reference.factories import PlaceFactory
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cv() -> Cv:
    owner = ClientFactory(
        surname_latin="Żółkewska",
        given_names_latin="Natalia",
        surname_cyrillic="Жовківська",
        given_names_cyrillic="Наталія",
        phone="+48415550117",
        email="natalia@example.org",
        birth_date=date(1986, 4, 12),
        birth_date_precision="day",
        place=PlaceFactory(name_pl="Bodzentyn", name_uk="Бодзентин"),
    )
    cv = CvFactory(
        client=owner,
        title_pl="Szwaczka",
        title_uk="Швачка",
        summary_pl="Szyję odzież roboczą. Źródło: Łódź.",
        summary_uk="Шию робочий одяг. М’ята, ґудзики, їжа.",
        consented_on=date(2026, 11, 20),
        shows_birth_date=True,
    )
    cv.licences.add(Term.objects.coded("licence", "driving_b"))
    ExperienceFactory(
        cv=cv,
        position_pl="Szwaczka",
        position_uk="Швачка",
        employer_pl="Fabryka „Зоря” – po polsku Zoria",
        employer_uk="Фабрика «Зоря»",
        started_year=2015,
        started_month=9,
        ended_year=2022,
        ended_month=2,
        description_pl="- szycie kurtek\n- kontrola jakości",
        description_uk="пошиття курток",
    )
    EducationFactory(
        cv=cv,
        level=Term.objects.coded("education", "vocational"),
        field_pl="Krawiec",
        field_uk="Кравець",
        proof="recognised",
    )
    LanguageSkillFactory(
        cv=cv,
        language=Term.objects.coded("language", "pl"),
        is_native=False,
        level=Term.objects.coded("language_level", "b1"),
    )
    return cv


def printed(cv: Cv, language: str, *, anonymous: bool = False) -> tuple[str, str]:
    """Title and text of the PDF."""
    document = order_cv(cv=cv, language=language, anonymous=anonymous, by=UserFactory())
    reader = PdfReader(BytesIO(render_pdf(document.html).pdf))
    return document.title, "\n".join(page.extract_text() for page in reader.pages)


def test_polish_cv_says_everything_in_polish(cv):
    title, text = printed(cv, "pl")

    assert title == "CV Natalia Żółkewska"
    for words in [
        "Natalia Żółkewska",
        "+48 41 555 01 17",
        "natalia@example.org",
        "Bodzentyn",
        "Szyję odzież roboczą. Źródło: Łódź.",
        "09.2015 – 02.2022",
        "Fabryka „Зоря” – po polsku Zoria",
        "szycie kurtek",
        "Krawiec",
        "zasadnicze zawodowe",
        "B1 – średnio zaawansowany",
        "Prawo jazdy kat. B",
        "20.11.2026",
    ]:
        assert words in text


def test_ukrainian_cv_is_the_same_record_in_ukrainian(cv):
    title, text = printed(cv, "uk")

    assert title == "CV Наталія Жовківська"
    for words in [
        "Швачка",
        "Шию робочий одяг. М’ята, ґудзики, їжа.",
        "Фабрика «Зоря»",
        "Бодзентин",
        "Кравець",
        "B1 – середній",
        "Посвідчення водія категорії B",
    ]:
        assert words in text


def test_ukrainian_cv_shows_polish_where_nothing_else_was_written(cv):
    Cv.objects.update(skills_pl="obsługa overlocka", skills_uk="")

    assert "obsługa overlocka" in printed(cv, "uk")[1]


@pytest.mark.parametrize("language", ["pl", "uk"])
def test_anonymous_cv_tells_the_work_and_not_the_person(cv, language):
    Cv.objects.update(skills_pl="Natalia zna overlock", skills_uk="Наталія знає оверлок")

    title, text = printed(cv, language, anonymous=True)

    assert cv.code in title
    for words in ["Natalia", "Żółkewska", "Наталія", "Жовківська", "555", "@", "1986", "20.11.2026"]:
        assert words not in title + text
    assert "09.2015" in text


def test_contact_shows_only_what_the_person_wants(cv):
    Cv.objects.update(shows_phone=False, shows_email=False, shows_place=False, shows_birth_date=False)

    text = printed(cv, "pl")[1]

    assert [words in text for words in ("555 01 17", "natalia@", "Bodzentyn", "1986")] == [False] * 4


def test_empty_cv_prints_without_empty_headings():
    cv = CvFactory(client=ClientFactory(phone="", surname_cyrillic="", given_names_cyrillic=""))

    title, text = printed(cv, "uk")

    assert title == "CV Olena Shevchenko"
    assert "Work experience" not in text


def test_school_without_field_is_headed_by_its_name_or_level():
    cv = CvFactory()
    EducationFactory(cv=cv)
    EducationFactory(cv=cv, school_pl="", school_uk="", level=Term.objects.coded("education", "primary"))

    text = printed(cv, "pl")[1]

    assert "Liceum nr 5" in text
    assert "Podstawowe" in text


@pytest.mark.parametrize(
    ("role", "named", "anonymous"),
    [
        (Role.COORDINATOR, 200, 200),
        (Role.MANAGER, 200, 200),
        (Role.BROKER, 404, 200),
        (Role.ADMINISTRATOR, 404, 404),
    ],
)
def test_papers_open_to_the_roles_of_the_matrix(client, cv, role, named, anonymous):
    Cv.objects.update(state="ready")
    by = UserFactory()
    papers = [order_cv(cv=cv, language="pl", anonymous=hidden, by=by) for hidden in (False, True)]
    client.force_login(UserFactory(role=role))

    statuses = [client.get(paper.get_absolute_url()).status_code for paper in papers]

    assert statuses == [named, anonymous]


@pytest.mark.parametrize(
    ("day", "language", "begins"), [(date(2026, 1, 1), "pl", "Zgadzam"), (date(2001, 1, 1), "uk", "Я даю")]
)
def test_clause_has_a_wording_for_every_day(day, language, begins):
    assert clause_on(day, language).startswith(begins)


@pytest.mark.parametrize(("anonymous", "role"), [(False, Role.COORDINATOR), (True, Role.BROKER)])
def test_whoever_orders_and_opens_a_printed_cv_stands_in_the_log(client, anonymous, role):
    cv = ready_cv()
    reader = UserFactory(role=role)
    client.force_login(reader)
    page = "cv-print-anonymous" if anonymous else "cv-print"

    ordered = client.post(reverse(f"cv_builder:{page}", args=[cv.public_id]), {"language": "pl"})
    client.get(ordered["Location"])
    client.get(ordered["Location"], headers={"HX-Request": "true"})  # the progress names nobody
    client.get(f"{ordered['Location']}file.pdf")

    kinds = AccessEntry.objects.by(reader).about(cv.client).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["print", "view", "download"]
