"""Papers of the tests' own, and how a print is read back."""

from io import BytesIO

from pypdf import PdfReader

from accounts.permissions import Role
from documents.images import unpack_images
from documents.render import render_pdf
from registration.models import Layout, Paper, PaperKind, PaperPurpose, PaperSet, TemplateVersion
from registration.papers.services import make_paper, make_set, order_print
from tests.factories import UserFactory
from tests.registration.wordings.factories import (
    FROM,
    PaperTemplateFactory,
    TemplateSectionFactory,
    TemplateVersionFactory,
    version_in_force,
)

IDENTITY_PL = """Imię i nazwisko: {{ full_name }}
{% if has_pesel %}PESEL: {{ pesel }}{% endif %}
{% if has_no_pesel %}Data urodzenia: {{ birth_date }}
Dokument: {{ document_kind }} {{ document_number }}{% endif %}
Telefon: {{ phone }}
Adres: {{ residence_address }}"""
IDENTITY_UK = """Ім’я та прізвище: {{ full_name }}
{% if has_pesel %}PESEL: {{ pesel }}{% endif %}
{% if has_no_pesel %}Дата народження: {{ birth_date }}
Документ: {{ document_kind }} {{ document_number }}{% endif %}
Телефон: {{ phone }}
Адреса: {{ residence_address }}"""


def version_with(*sections: dict, **template) -> TemplateVersion:
    """A version in force with these sections."""
    version = TemplateVersionFactory(template=PaperTemplateFactory(**template))
    for position, section in enumerate(sections, start=1):
        TemplateSectionFactory(version=version, position=position, **section)
    TemplateVersion.objects.filter(pk=version.pk).update(
        state="in_force", valid_from=FROM, content_hash=f"{version.pk:064}"
    )
    version.refresh_from_db()
    return version


def application() -> TemplateVersion:
    return version_with(
        {"layout": Layout.FIELDS, "body_pl": IDENTITY_PL, "body_uk": IDENTITY_UK},
        {"body_pl": "Szukam pracy: {{ looks_for }}.", "body_uk": "Шукаю роботу: {{ looks_for }}."},
        kind=PaperKind.APPLICATION,
    )


def card() -> TemplateVersion:
    return version_with(
        {"layout": Layout.CODE, "body_pl": "Numer {{ card_code }}", "body_uk": "Номер {{ card_code }}"},
        kind=PaperKind.CARD,
    )


def made(client, version=None, *, by=None, purpose=PaperPurpose.UNEMPLOYED) -> Paper:
    return make_paper(
        client=client,
        version=version or application(),
        purpose=purpose,
        by=by or UserFactory(role=Role.COORDINATOR, full_name="Anna Nowak"),
    )


def made_set(client, *versions, by=None, purpose=PaperPurpose.UNEMPLOYED) -> PaperSet:
    return make_set(
        client=client,
        purpose=purpose,
        versions=versions or (application(), version_in_force()),
        by=by or UserFactory(role=Role.COORDINATOR),
    )


def reader_of(subject) -> PdfReader:
    document = order_print(of=subject, by=UserFactory())
    return PdfReader(BytesIO(render_pdf(document.html, unpack_images(document.images)).pdf))


def text_of(subject) -> str:
    return "\n".join(page.extract_text() for page in reader_of(subject).pages)
