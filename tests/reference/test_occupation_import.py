"""Loading the official list of occupations in the browser."""

import pytest
from django.urls import reverse

from reference.models import Occupation, OccupationImport
from tests.reference.factories import OccupationFactory
from tests.reference.files import csv_upload, upload, xlsx_bytes
from tests.reference.test_lists import errors_of

pytestmark = pytest.mark.django_db

COOK = ("512001", "Szef kuchniS")


def send(client, file, edition="2030"):
    return client.post(reverse("reference:occupation-import"), {"file": file, "edition": edition})


def test_nothing_changes_before_the_yes(client, administrator):
    response = client.get(send(client, csv_upload(COOK, ("990009", "Zdun"))).url)

    comparison = response.context["comparison"]
    assert [row.code for row in comparison.new] == ["990009"]
    assert [former for former, _row in comparison.renamed] == ["Kucharz"]
    assert len(comparison.retired) == 50
    assert not Occupation.objects.filter(edition="2030").exists()


def test_long_changes_are_shown_in_part(client, administrator):
    OccupationFactory.create_batch(2)

    content = client.get(send(client, csv_upload(COOK)).url).content.decode()

    assert "The first 50 of 52 are shown." in content


def test_the_yes_loads_the_list(client, administrator):
    check = send(client, csv_upload(COOK)).url

    response = client.post(check)

    assert response.url == reverse("reference:occupation-list")
    assert list(Occupation.objects.active().values_list("code", "name_pl")) == [("512001", "Szef kuchni")]
    waiting = OccupationImport.objects.get()
    assert waiting.applied_by == administrator
    assert b"This list was loaded by Ada Administrator" in client.get(check).content


def test_renamed_and_returning_occupations_are_shown(client, administrator):
    Occupation.objects.all().delete()
    OccupationFactory(code="512001", edition="2030", name_pl="Kucharz")
    OccupationFactory(code="990009", edition="2030", name_pl="Zdun", is_active=False)

    content = client.get(send(client, csv_upload(COOK, ("990009", "Zdun"))).url).content.decode()

    assert "Kucharz</td>" in content
    assert "Szef kuchni</td>" in content
    assert "Occupations offered again" in content


def test_same_list_has_nothing_to_load(client, administrator):
    Occupation.objects.all().delete()
    OccupationFactory(code="512001", edition="2030", name_pl="Szef kuchni")

    assert b"There is nothing to load" in client.get(send(client, csv_upload(COOK)).url).content


def test_sheet_is_read_too(client, administrator):
    assert send(client, upload(xlsx_bytes(COOK), "kzis.xlsx")).status_code == 302


@pytest.mark.parametrize(
    ("file", "edition", "field"),
    [
        (upload(b"%PDF", "lista.pdf"), "2030", "file"),
        (upload(b"junk", "lista.xlsx"), "2030", "file"),
        (upload(b"x" * (5 * 1024 * 1024 + 1), "lista.csv"), "2030", "file"),
        (csv_upload(COOK, COOK), "2030", "file"),
        ("", "2030", "file"),
        (csv_upload(COOK), "the newest one", "edition"),
    ],
)
def test_bad_list_is_told_what_is_wrong(client, administrator, file, edition, field):
    response = send(client, file, edition)

    assert field in errors_of(response)
    assert not OccupationImport.objects.exists()
