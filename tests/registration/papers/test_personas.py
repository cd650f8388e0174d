"""The shipped papers of six people, read back from the PDF: every value, in both languages."""

from datetime import date

import pytest
from django.utils import timezone

from documents.images import unpack_images
from documents.render import render_pdf
from registration.models import PaperPurpose, PaperSet
from registration.papers.proposing import offered
from registration.papers.services import make_set, order_print, sign_papers
from registration.services import edit_client
from tests.factories import UserFactory
from tests.pup_portal.files import handed_over, pdf
from tests.reference.factories import PlaceFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.papers.reading import values_of, whole_text

pytestmark = pytest.mark.django_db

NAMED = {
    "surname_latin": "Shevchenko",
    "given_names_latin": "Olena",
    "surname_cyrillic": "Шевченко",
    "given_names_cyrillic": "Олена",
    "phone": "+48415550117",
    "street_address": "ul. Próbna 1",
}


def papers_for(client, purpose=PaperPurpose.UNEMPLOYED) -> PaperSet:
    versions = [offer.version for offer in offered(purpose, timezone.localdate()) if offer.is_proposed]
    by = UserFactory(full_name="Anna Nowak")
    return make_set(client=client, purpose=purpose, versions=versions, by=by)


def read(of) -> str:
    document = order_print(of=of, by=UserFactory())
    return whole_text(render_pdf(document.html, unpack_images(document.images)).pdf)


def check_print(held: PaperSet, *words: str, without: tuple[str, ...] = ()) -> str:
    text = read(held)
    for paper in held.papers.all():
        for language in ("pl", "uk"):
            for value in values_of(paper, language):
                assert value in text
    for word in words:
        assert word in text
    for word in without:
        assert word not in text
    return text


def test_person_without_pesel():
    """The identity stands in full instead of the number."""
    person = ClientFactory(
        **NAMED,
        no_pesel_reason="waiting",
        birth_date=date(1985, 3, 1),
        birth_date_precision="day",
        birth_place="Poltava",
        sex="female",
        document_kind="passport",
        document_number="FA123456",
    )

    held = papers_for(person)

    check_print(held, "Olena", "Олена", "01.03.1985", "Poltava", "FA123456", without=(PESEL,))


def test_person_with_pesel_ukr_and_children():
    person = ClientFactory(**NAMED, pesel=PESEL, no_pesel_reason="")
    filled_intake(person)

    held = papers_for(person)

    check_print(
        held,
        PESEL, "05.06.2015", "28.02.2019", "Technikum nr 5 w Połtawie", "Технікум № 5 у Полтаві", "szwaczka",
        "швачка", "Fabryka „Zoria”", "Фабрика «Зоря»", "09.2006 – 2022", "dyplom technikum", "диплом технікуму",
        "praca przy szyciu", "робота на шитті",
    )  # fmt: skip
    assert not held.papers.filter(is_final=False).exists()


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_person_with_apostrophes_and_a_double_surname(apostrophe):
    person = ClientFactory(
        **NAMED
        | {
            "surname_latin": "Kvitka-Osnovianenko",
            "given_names_latin": "Mariana",
            "surname_cyrillic": "Квітка-Основ’яненко".replace("’", apostrophe),
            "given_names_cyrillic": "Мар’яна".replace("’", apostrophe),
        },
        pesel=PESEL,
        no_pesel_reason="",
    )

    text = check_print(papers_for(person), "Kvitka-Osnovianenko", "Mariana")

    assert f"Мар{apostrophe}яна" in text
    assert f"Квітка-Основ{apostrophe}яненко" in text


def test_person_with_an_expired_passport():
    """An expired document is honoured: the papers say its number and are filled in like any other."""
    person = ClientFactory(
        **NAMED,
        no_pesel_reason="not_applied",
        birth_date=date(1985, 3, 1),
        birth_date_precision="day",
        document_kind="biometric_passport",
        document_number="FA654321",
        document_expires_on=date(2023, 5, 31),
    )

    held = papers_for(person)

    check_print(held, "FA654321")


def test_person_who_does_not_register():
    person = ClientFactory(**NAMED, state="supported", looks_for="praca przy sprzątaniu")

    held = papers_for(person, PaperPurpose.SUPPORT)

    check_print(held, "Olena Shevchenko", "Олена Шевченко", "+48 41 555 01 17")
    assert "application-unemployed" not in set(held.papers.values_list("version__template__key", flat=True))


def test_person_whose_data_have_changed():
    """The notice names what the signed application said, and what is so now."""
    person = ClientFactory(
        **NAMED, pesel=PESEL, no_pesel_reason="", place=PlaceFactory(name_pl="Bodzentyn", name_uk="Бодзентин")
    )
    first = papers_for(person)
    sign_papers(
        papers=list(first.papers.for_page()),
        file=handed_over(pdf(), "signed.pdf"),
        signed_on=timezone.localdate(),
        by=UserFactory(),
    )
    person.refresh_from_db()
    edit_client(
        client=person,
        values={"phone": "+48415550199", "email": "olena@example.org"},
        seen_version=person.version,
        by=UserFactory(),
    )

    held = papers_for(person, PaperPurpose.CHANGE)

    text = check_print(held, "+48 41 555 01 17", "+48 41 555 01 99", "olena@example.org")
    assert "ul. Próbna 1" not in text
    assert set(first.papers.values_list("state", flat=True)) == {"signed"}


def test_nothing_known_but_a_name_still_prints_every_paper():
    person = ClientFactory(given_names_latin="", surname_latin="", given_names_cyrillic="", phone="")

    for purpose in PaperPurpose:
        if purpose != PaperPurpose.OTHER:
            assert "Шевченко" in read(papers_for(person, purpose))


@pytest.mark.parametrize(("day", "is_asked"), [(date(2025, 5, 31), True), (date(2025, 6, 1), False)])
def test_fields_of_the_application_are_those_of_the_act_in_force(day, is_asked):
    """The act of 2025 no longer asks for the parents' names (facts of the desk, 1.1)."""
    (version,) = (
        offer.version
        for offer in offered(PaperPurpose.UNEMPLOYED, day)
        if offer.version.template.key == "application-unemployed"
    )

    body = " ".join(version.sections.values_list("body_pl", flat=True))

    assert ("{{ father_name }}" in body) is is_asked
    assert ("{{ birth_name }}" in body) is is_asked
