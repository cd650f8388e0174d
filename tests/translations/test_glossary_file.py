"""The glossary leaves and enters as a CSV file; nothing is stored before it was looked at."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.translations.factories import TermFactory, reviewed, reviewer
from translations import glossary_file
from translations.models import GlossaryConcern, GlossaryRendering, GlossaryTerm

pytestmark = pytest.mark.django_db


@pytest.fixture
def approver(client):
    user = reviewer()
    client.force_login(user)
    return user


def exported(client) -> str:
    response = client.get(reverse("translations:glossary-export"))
    return b"".join(response.streaming_content).decode()


def look_at(client, text: str | bytes):
    content = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile("glossary.csv", content, content_type="text/csv")
    return client.post("/en/desk/translations/glossary/import/", {"file": file})


def store(client, text: str) -> None:
    client.post("/en/desk/translations/glossary/import/", {"text": text, "confirmed": "yes"})


def test_the_exported_file_says_all_of_a_term_and_changes_nothing_when_read(client, approver):
    GlossaryTerm.objects.all().delete()
    term = TermFactory(pl="=1+1", also_pl=["a; b", "c"][1:], not_beside=["d"], is_loose=True, note="-x")
    GlossaryRendering.objects.create(term=term, text="слово", kind="forbidden")

    text = exported(client)

    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert (row["pl"], row["note"]) == ("'=1+1", "'-x")  # no spreadsheet runs it
    assert (row["also_pl"], row["is_loose"], row["forbidden"]) == ("c", "yes", "слово")
    assert [(read.changed, read.fault) for read in glossary_file.read(text)] == [([], "")]


def test_the_whole_starter_glossary_survives_the_way_out_and_in(client, approver):
    rows = glossary_file.read(exported(client))

    assert len(rows) == GlossaryTerm.objects.count()
    assert [row.term.pl for row in rows if row.changed or row.fault] == []


def test_a_file_is_looked_at_and_then_stored(client, approver):
    GlossaryRendering.objects.create(term=GlossaryTerm.objects.get(pl="pracodawca"), text="наймач")
    text = "pl,uk,allowed\nśrubokręt,викрутка,\npracodawca,роботодавець,шеф\n,порожньо,\nstaż,стажування,\n"

    shown = look_at(client, text)
    before = GlossaryTerm.objects.filter(pl="śrubokręt").exists()
    stored = client.post(
        "/en/desk/translations/glossary/import/", {"text": shown.context["text"], "confirmed": "yes"}
    )

    assert "allowed as well" in shown.content.decode()
    counts = {name: shown.context[name] for name in ("new_count", "changed_count", "fault_count")}
    assert counts == {"new_count": 1, "changed_count": 1, "fault_count": 1}
    assert (before, stored.status_code) == (False, 302)
    assert GlossaryTerm.objects.get(pl="śrubokręt").status == "proposed"
    assert GlossaryTerm.objects.get(pl="pracodawca").allowed == ["шеф"]
    assert GlossaryTerm.objects.get(pl="staż").forbidden == ["стаж"]  # a column the file has not


def test_the_notes_of_renderings_leave_and_enter_with_the_file(client, approver):
    GlossaryTerm.objects.all().delete()
    term = TermFactory(pl="wózek", uk="навантажувач")
    GlossaryRendering.objects.create(term=term, text="візок", kind="forbidden", note="ручний; не те = інше")
    GlossaryRendering.objects.create(term=term, text="кара", kind="allowed", note="розмовне")
    text = exported(client)

    unchanged = glossary_file.read(text)
    changed = glossary_file.read(text.replace("розмовне", "застаріле"))
    store(client, text.replace("розмовне", "застаріле").replace("agreed", "retired"))

    assert [(row.changed, row.fault) for row in unchanged] == [([], "")]
    assert [row.changed for row in changed] == [["rendering_notes"]]
    assert sorted(term.renderings.values_list("text", "note")) == [
        ("візок", "ручний; не те = інше"),
        ("кара", "застаріле"),
    ]


def test_a_file_without_the_column_of_notes_keeps_them(client, approver):
    term = TermFactory(pl="wózek", uk="навантажувач")
    for text in ("візок", "кара"):
        GlossaryRendering.objects.create(term=term, text=text, kind="allowed", note=f"про {text}")

    store(client, "pl,uk,allowed,note\nwózek,навантажувач,візок; тачка,нова\n")

    assert list(term.renderings.values_list("text", "note")) == [("візок", "про візок"), ("тачка", "")]


def test_a_note_of_no_rendering_is_a_mistake():
    (row,) = glossary_file.read("pl,uk,allowed,rendering_notes\nżuk,жук,комаха,хрущ = не те\n")

    assert row.fault == "No rendering of this row has this note: хрущ = не те"


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_file_as_an_office_program_saves_it_is_read(separator):
    cells = ["śrubokręt", "викрутка", '"викрутень; шуруповерт"']
    heading = separator.join(["pl", "uk", "allowed"])

    (row,) = glossary_file.read(f"\ufeff{heading}\r\n{separator.join(cells)}\r\n")

    assert (row.term.pl, row.term.uk) == ("śrubokręt", "викрутка")
    assert [wording.text for wording in row.wordings] == ["викрутень", "шуруповерт"]


def test_what_a_file_would_mark_is_shown_before_it_is_stored(client, approver):
    translation = reviewed(["Пакувальник", "Ремонт."], title_pl="Pakowacz", body_pl="Śrubokręty.")
    text = "pl,uk,status,is_required\nśrubokręt,викрутка,agreed,yes\nżuk,жук,agreed,yes\n"

    shown = look_at(client, text)
    marked_by_looking = GlossaryConcern.objects.exists()
    store(client, text)

    assert [item.segment.translation for item in shown.context["flagged"]] == [translation]
    assert translation.get_absolute_url() in shown.content.decode()
    assert "śrubokręt → викрутка" in shown.content.decode()
    assert not marked_by_looking
    assert [concern.translation for concern in GlossaryConcern.objects.all()] == [translation]


def test_a_file_with_nothing_new_says_so(client, approver):
    response = look_at(client, "pl,uk\npracodawca,роботодавець\n")

    assert "The glossary has all of this already." in response.content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "The first line must name the columns, pl and uk among them."),
        ("", "Choose a file."),
        ("pl,uk\nżuk,жук\n".encode("cp1250", "replace"), "Save the file as CSV in UTF-8."),
        ('pl,uk\n"' + "a" * 200_000 + '",b\n', "This is no CSV file."),
        ("pl,uk," + "a" * 200_000 + "\n", "This is no CSV file."),
        ("pl,uk\nżuk\0,жук\n", "This is no CSV file."),
    ],
)
def test_what_is_no_glossary_is_refused(client, approver, content, said):
    response = look_at(client, content)

    assert said in " ".join(response.context["form"].errors.get("file", [])) or (
        content == "" and response.context["form"].errors
    )


def test_a_file_has_an_end(client, approver, monkeypatch):
    monkeypatch.setattr(glossary_file, "MOST_ROWS", 1)
    monkeypatch.setattr("translations.glossary_forms.LARGEST_FILE", 60)

    many, large = look_at(client, "pl,uk\na,b\nc,d\n"), look_at(client, "pl,uk\n" + "a,b\n" * 20)

    assert many.context["form"].errors["file"] == ["The file has more than 1 terms."]
    assert large.context["form"].errors["file"] == ["The file is too large."]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("żuk,жук,unknown,", "status"),
        ("żuk,жук,agreed,комаха; комаха", "A rendering is listed twice."),
        (f"żuk,жук,agreed,{'к' * 201}", "Ukrainian words"),
    ],
)
def test_a_row_with_a_mistake_is_left_out(cells, said):
    (row,) = glossary_file.read(f"pl,uk,status,allowed\n{cells}\n")

    assert said in row.fault
    assert not row.is_storable


def test_a_term_stands_once_in_a_file():
    rows = glossary_file.read("pl,uk\nżuk,жук\nżuk,хрущ\n")

    assert [row.is_storable for row in rows] == [True, False]


def test_the_empty_page_asks_for_a_file(client, approver):
    assert client.get(reverse("translations:glossary-import")).context["is_read"] is False
