"""One translation as a file for another tool, and what its page says when the file comes back."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.translations.factories import drafted, in_order, reviewed, reviewer
from translations.exchange import xliff

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(reviewer())
    return client


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_a_translation_goes_out_and_comes_back_changed(desk, version):
    translation = drafted(title_pl="Pakowacz", body_pl="Mycie okien przez 8 godzin")
    version_before = translation.version
    sent = desk.get(
        reverse("translations:translation-xliff", args=[translation.public_id]), {"version": version}
    )
    units = xliff.read(io.BytesIO(sent.content))
    texts = ["Миття вікон 8 годин" if "8" in unit.pl else "Миття вікон" for unit in units]
    units = [xliff.Unit(unit.name, unit.pl, text) for unit, text in zip(units, texts, strict=True)]
    content = xliff.write(units, version=version, original="x")

    shown = desk.post(
        reverse("translations:translation-xliff-import", args=[translation.public_id]),
        {"file": SimpleUploadedFile("x.xlf", content)},
    )

    translation.refresh_from_db()
    assert translation.version == version_before  # nothing is written
    names = {name: line.text_uk for name, line in shown.context["names"]}
    desk.post(
        reverse("translations:translation-save", args=[translation.public_id]),
        {"version": translation.version, **names},
    )
    assert [segment.text_uk for segment in in_order(translation)] == ["Миття вікон", "Миття вікон 8 годин"]


def test_a_file_of_other_polish_names_what_it_cannot_place(desk):
    translation = drafted(title_pl="Pakowacz", body_pl="Mycie okien")
    units = [
        xliff.Unit("title.0", "Magazynier", "Комірник"),
        xliff.Unit("elsewhere", "Mycie okien", "Миття всіх вікон"),
        xliff.Unit("body.0", "Mycie okien", "Миття"),
        xliff.Unit("body.9", "Pakowacz", ""),
    ]

    response = desk.post(
        reverse("translations:translation-xliff-import", args=[translation.public_id]),
        {"file": SimpleUploadedFile("x.xlf", xliff.write(units, version="1.2", original="x"))},
    )

    returned = response.context["returned"]
    assert [unit.pl for unit in returned.stale] == ["Magazynier"]
    assert [line.text_uk for line in returned.changed] == ["Миття всіх вікон"]
    assert returned.empty == 1


@pytest.mark.parametrize(
    "content",
    [b"x", b"<html/>", xliff.write([xliff.Unit("a", "Inny tekst", "Інший")], version="2.0", original="x")],
)
def test_a_wrong_file_is_refused_on_the_page(desk, content):
    translation = drafted()

    response = desk.post(
        reverse("translations:translation-xliff-import", args=[translation.public_id]),
        {"file": SimpleUploadedFile("x.xlf", content)},
    )

    assert response.context["form"].errors


def test_a_file_far_too_large_is_refused(desk, monkeypatch):
    monkeypatch.setattr("translations.returning.LARGEST", 1)

    test_a_wrong_file_is_refused_on_the_page(desk, b"xx")


def test_an_approved_text_is_brought_back_by_approving_it_again(desk):
    translation = reviewed(["Пакувальник", "Миття вікон"], title_pl="Pakowacz", body_pl="Mycie okien")
    units = [xliff.Unit("body.0", "Mycie okien", "Миття всіх вікон")]
    assert xliff.read(
        io.BytesIO(desk.get(reverse("translations:translation-xliff", args=[translation.public_id])).content)
    )

    response = desk.post(
        reverse("translations:translation-xliff-import", args=[translation.public_id]),
        {"file": SimpleUploadedFile("x.xlf", xliff.write(units, version="1.2", original="x"))},
    )

    assert reverse("translations:translation-approve", args=[translation.public_id]) in response.text


def test_a_sentence_longer_than_any_is_refused_before_it_is_looked_into(desk):
    translation = drafted(title_pl="Pakowacz", body_pl="Mycie okien")
    units = [xliff.Unit("body.0", "Mycie okien", "Миття вікон " * 500)]

    response = desk.post(
        reverse("translations:translation-xliff-import", args=[translation.public_id]),
        {"file": SimpleUploadedFile("x.xlf", xliff.write(units, version="1.2", original="x"))},
    )

    assert len(response.context["form"].errors["file"]) == 1
    assert response.context["returned"] is None
