"""The printed sign and the list of marked sites, and the board their codes lead to."""

from io import BytesIO
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from pypdf import PdfReader

from accounts.permissions import Role
from documents.making import make
from documents.models import Document
from job_offers.signs import printing, services
from reference.models import OfficeProfile
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, PublishedFactory, WorkplaceFactory, place
from tests.job_offers.signs.factories import JobSignFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office(db) -> OfficeProfile:
    return OfficeProfile.objects.create(hotline_phone="+48415550100")


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def printed(client, name, *args):
    """The pages and the words of the paper, as its reader gets them."""
    page = client.post(reverse(f"signs:{name}", args=args))["Location"]
    document = Document.objects.latest("pk")
    make(document.pk)
    pdf = client.get(f"{page}file.pdf").content
    reader = PdfReader(BytesIO(pdf))
    words = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).replace("\xa0", " ").split())
    return reader, words


def test_sign_says_its_words_in_both_languages_and_leads_to_the_employers_offers(client, broker):
    workplace = WorkplaceFactory()

    reader, words = printed(client, "sign-print", workplace.public_id)

    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] == "uk"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert [word for word in ("Zapytaj o pracę", "Запитай про роботу") if word not in words] == []
    assert f"/uk/offers/?employer={workplace.employer.public_id}" in words.replace(" ", "")


def test_sign_of_an_employer_who_is_not_to_be_named_leads_to_the_gmina(client, broker):
    workplace = WorkplaceFactory(employer=EmployerFactory(consents=False), place=place("Chęciny"))

    _reader, words = printed(client, "sign-print", workplace.public_id)

    assert f"/uk/offers/?place={place('Chęciny').terc}" in words.replace(" ", "")
    assert workplace.employer.name not in words


def test_longest_wording_is_still_one_page(client, broker):
    services.add_text(
        by=broker,
        valid_from=timezone.localdate(),
        heading_pl="Zapytaj u nas o każdą pracę " * 2,
        heading_uk="Запитайте в нас про роботу " * 2,
        text_pl="Wejdź i zapytaj. " * 23,
        text_uk="Зайдіть і запитайте. " * 19,
    )

    reader, words = printed(client, "sign-print", WorkplaceFactory().public_id)

    assert len(reader.pages) == 1
    assert words.count("Зайдіть і запитайте.") == 19


def test_list_tells_every_marked_site_once_by_gmina(client, broker):
    JobSignFactory(workplace__name="Hala Kielecka", workplace__place=place("Kielce"))
    sign = JobSignFactory(
        workplace__name="Hala Chęcińska",
        workplace__place=place("Chęciny"),
        workplace__street_address="ul. Leśna 1",
        workplace__employer__name="Tartak Próbny",
    )
    newer = services.add_text(
        by=broker, valid_from=timezone.localdate(), heading_pl="a", heading_uk="b", text_pl="c", text_uk="d"
    )
    JobSignFactory(workplace=sign.workplace, text=newer)
    JobSignFactory(workplace__name="Zdjęta", taken_down_on=timezone.localdate(), taken_down_by=broker)

    _reader, words = printed(client, "sites-print")

    assert "Tartak Próbny, Hala Chęcińska ul. Leśna 1, Chęciny" in words
    assert words.index("Хенціни (Chęciny)") < words.index("Кельці (Kielce)")
    assert words.count("Hala Chęcińska") == 1
    assert "Zdjęta" not in words


def test_list_names_only_who_agreed_to_be_named(client, broker):
    JobSignFactory(
        workplace__name="Hala",
        workplace__employer=EmployerFactory(consents=False, name="Skryta Firma"),
        workplace__street_address="ul. Polna 2",
    )

    _reader, words = printed(client, "sites-print")

    assert "Skryta" not in words
    assert "Hala ul. Polna 2, Kielce" in words


def test_empty_list_says_so(client, broker):
    _reader, words = printed(client, "sites-print")

    with translation.override("uk"):
        assert gettext("No workplace has a sign yet.") in words


@pytest.mark.parametrize(("role", "may"), [(Role.ADVISER, True), (Role.ADMINISTRATOR, False), (None, False)])
def test_papers_open_to_who_sees_offers(role, may):
    user = UserFactory(role=role) if role else None

    assert printing.may_open(user, WorkplaceFactory.build(place=None, employer=None)) is may


def test_board_shows_the_employers_offers_and_names_the_condition(client):
    offer = PublishedFactory(employer__name="Tartak Próbny", title_pl="Pilarz")
    PublishedFactory(title_pl="Kucharz")

    page = client.get(f"/en/offers/?employer={offer.employer.public_id}")

    assert list(page.context["page"]) == [offer.pk]
    (condition,) = page.context["in_force"]
    assert (condition.label, condition.count_without) == ("Employer: Tartak Próbny", 2)
    assert condition.address_without == "/en/offers/?"
    assert f'name="employer" value="{offer.employer.public_id}"' in page.content.decode()


def test_board_narrows_an_employers_offers_further(client):
    employer = EmployerFactory()
    PublishedFactory(employer=employer, place=place("Kielce"))
    there = PublishedFactory(employer=employer, place=place("Chęciny"))
    PublishedFactory(place=place("Chęciny"))

    page = client.get(f"/uk/offers/?employer={employer.public_id}&place={place('Chęciny').terc}")

    assert list(page.context["page"]) == [there.pk]


@pytest.mark.parametrize("asked", ["", "x", str(UUID(int=0)), "hidden"])
def test_board_asked_for_nobody_shows_everything(client, asked):
    offer = PublishedFactory(employer=EmployerFactory(consents=False, name="Skryta"))
    asked = str(offer.employer.public_id) if asked == "hidden" else asked

    page = client.get("/en/offers/", {"employer": asked})

    assert page.context["counts"].total == 1
    assert page.context["in_force"] == []
    assert "Skryta" not in page.content.decode()
