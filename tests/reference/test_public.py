"""What anybody may read about the office."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.permissions import Role
from reference.services import edit_office, load_demo_office
from tests.factories import UserFactory
from tests.reference.factories import OfficeProfileFactory

pytestmark = pytest.mark.django_db

STATEMENT_IDS = [
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-tresci-niedostepne",
    "a11y-wylaczenia",
    "a11y-ocena",
    "a11y-data-sporzadzenie",
    "a11y-data-przeglad",
    "a11y-wykonawca-badania",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-architektura",
    "a11y-aplikacje",
]


def page(client, name, language):
    with translation.override(language):
        url = reverse(name)
    response = client.get(url)
    assert response.status_code == 200
    return re.sub(r"\s*(<|>)\s*", r"\1", " ".join(response.content.decode().split()))


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
@pytest.mark.parametrize("filled", [True, False])
def test_statement_has_every_official_id_once(client, language, filled):
    if filled:
        load_demo_office()

    content = page(client, "office:accessibility", language)

    found = re.findall(r'\bid="(a11y-[^"]+)"', content)
    assert sorted(found) == sorted(STATEMENT_IDS)


def test_statement_gives_its_days_to_machines(client):
    OfficeProfileFactory(
        accessibility_published_on=date(2026, 1, 2),
        accessibility_updated_on=date(2026, 2, 3),
        accessibility_prepared_on=date(2026, 3, 4),
        accessibility_reviewed_on=date(2026, 3, 31),
    )

    content = page(client, "office:accessibility", "en")

    for name, day in [
        ("publikacja", "2026-01-02"),
        ("aktualizacja", "2026-02-03"),
        ("sporzadzenie", "2026-03-04"),
        ("przeglad", "2026-03-31"),
    ]:
        assert f'<time id="a11y-data-{name}" datetime="{day}">' in content


def test_statement_names_its_own_contact_or_the_office(client):
    profile = OfficeProfileFactory()
    plain = page(client, "office:accessibility", "en")
    edit_office(accessibility_contact="Jan Próbny", accessibility_email="dostepnosc@example.org")

    profile.refresh_from_db()
    assert 'href="mailto:kontakt@example.org"' in plain
    assert 'id="a11y-telefon" href="tel:+48415550100"' in plain
    assert (profile.statement_email, profile.statement_phone) == ("dostepnosc@example.org", "+48415550100")


@pytest.mark.parametrize(
    ("language", "hours", "name"),
    [
        ("uk", "пн–пт 8–15", "Повітове управління праці в Пробі"),
        ("pl", "pn.–pt. 8–15", "Powiatowy Urząd Pracy w Próbie"),
        ("en", "Mon–Fri 8–15", "County Labour Office in Próba"),
    ],
)
def test_contact_tells_where_and_when(client, language, hours, name):
    OfficeProfileFactory(spoken_languages=["uk"], latitude="50.870000", longitude="20.628000")

    content = page(client, "office:contact", language)

    assert hours in content
    assert name in content
    assert '<a class="btn btn-primary" href="tel:+48415550101">+48 41 555 01 01</a>' in content
    assert 'href="geo:50.870000,20.628000"' in content
    assert "ul. Próbna 10<br>25-501 Próba" in content


def test_contact_of_an_office_nobody_has_described_is_a_page_all_the_same(client):
    assert "Повітове управління праці" in page(client, "office:contact", "uk")


@pytest.mark.parametrize(
    ("language", "words"),
    [("uk", "Файли cookie"), ("pl", "Pliki cookie"), ("en", "Cookies")],
)
def test_privacy_is_complete_before_the_office_writes_its_own(client, language, words):
    OfficeProfileFactory(inspector_name="Maria Próbna", inspector_phone="+48415550102")

    content = page(client, "office:privacy", language)

    assert f"<h2>{words}</h2>" in content
    assert "Maria Próbna" in content
    assert 'href="tel:+48415550102">+48 41 555 01 02' in content


# What GDPR art. 13(1) and (2) ask for, by words that only the passage in question has.
ART_13 = {
    "pl": [
        "Administrator danych", "Inspektor ochrony danych", "art. 6 ust. 1 lit. c RODO", "prawnie uzasadniony interes",
        "powierzenia", "Europejskiego Obszaru Gospodarczego", "Jak długo przechowujemy dane", "ograniczenia ich",
        "przenieść je gdzie indziej", "cofnięcie nie podważa", "Prezesa Urzędu Ochrony Danych Osobowych",
        "Czy trzeba podać dane", "nie profilujemy",
    ],
    "uk": [
        "Maria Próbna", "пункт 1, літера c", "законний інтерес", "доручення обробки", "Європейською економічною зоною",
        "Як довго ми зберігаємо дані", "обмеження їхньої обробки", "перенести їх деінде", "не впливає на законність",
        "Голови Управління захисту персональних даних", "Чи обов’язково подавати дані", "профілювання",
    ],
    "en": [
        "Controller of personal data", "Data protection officer", "Art. 6(1)(c) GDPR", "legitimate interests",
        "contract on processing", "European Economic Area", "How long we keep data", "restricted", "take them elsewhere",
        "stays lawful", "President of the Personal Data Protection Office", "Whether you have to give data", "profiled",
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", ART_13)
def test_privacy_has_every_point_of_article_13(client, language):
    OfficeProfileFactory(inspector_name="Maria Próbna", inspector_email="iod@example.org")

    content = page(client, "office:privacy", language)

    assert [words for words in ART_13[language] if words.lower() not in content.lower()] == []
    assert "iod@example.org" in content


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
@pytest.mark.parametrize(
    "path", ["offers/", "meetings/", "contact/", "accounts/login/", "desk/", "desk/clients/", "nowhere/"]
)
def test_every_page_leads_to_privacy_and_accessibility(client, language, path):
    if path.startswith("desk"):
        client.force_login(UserFactory(role=Role.COORDINATOR))

    content = client.get(f"/{language}/{path}").content.decode()

    assert f'href="/{language}/privacy/"' in content
    assert f'href="/{language}/accessibility/"' in content


def test_text_of_the_office_is_shown_as_text(client):
    OfficeProfileFactory(privacy_pl="## Nasze <zasady>\n- jeden\n\n<script>alert(1)</script>")

    content = page(client, "office:privacy", "pl")

    assert "<h2>Nasze &lt;zasady&gt;</h2>" in content
    assert "<li>jeden</li>" in content
    assert "<script>alert" not in content


@pytest.mark.parametrize("name", ["office:contact", "office:privacy", "office:accessibility"])
def test_public_pages_need_one_query(client, django_assert_num_queries, name):
    with translation.override("uk"):
        url = reverse(name)

    with django_assert_num_queries(1):
        client.get(url)


@pytest.mark.parametrize("name", ["office:contact", "office:privacy", "office:accessibility", "office:logo"])
def test_public_pages_are_only_read(client, name):
    assert client.post(reverse(name)).status_code == 405
