"""The pages of the memory, and what it suggests on the page of a translation."""

import re
from unittest.mock import ANY

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import UserFactory
from tests.translations.factories import (
    EntryFactory,
    MemoryImportFactory,
    drafted,
    in_order,
    reviewed,
    reviewer,
)
from translations import memory, tasks
from translations.models import MemoryEntry, MemoryImport, Segment

pytestmark = pytest.mark.django_db
LIST = "/pl/desk/translations/memory/"
IMPORTS = f"{LIST}imports/"


@pytest.fixture
def desk(client):
    client.force_login(reviewer())
    return client


def remember(source: str, text: str, **where: object) -> MemoryEntry:
    memory.remember([Segment(source_pl=source, text_uk=text)], by=UserFactory(), **where)
    return MemoryEntry.objects.order_by("pk").last()


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("mycia", True),
        ("okno", True),
        ("вікно", True),
        ("миттям вікнами", True),
        ("drzwi", False),
        ("mycia двері", False),
    ],
)
def test_an_entry_is_found_by_any_form_of_its_words_in_either_language(desk, words, is_found):
    remember("Mycie okien", "Миття вікон")

    response = desk.get(LIST, {"q": words})

    assert ("Миття вікон" in response.text) is is_found


@pytest.mark.parametrize(
    "query", [{"domain": "translations_tests"}, {"origin": "approved"}, {"domain": "nowhere"}]
)
def test_the_list_is_narrowed(desk, query):
    remember("Mycie okien", "Миття вікон", domain="translations_tests")
    remember("Praca", "Робота")
    MemoryEntry.objects.filter(domain="").update(origin="imported", file_name="x.tmx")

    found = [entry.template_pl for entry in desk.get(LIST, query).context["page"]]

    assert found == (["Mycie okien"] if "nowhere" not in query.values() else ["Praca", "Mycie okien"])


def test_places_are_shown_by_what_goes_there(desk):
    remember("Płaca 4666 zł", "Зарплата 4666 злотих")

    response = desk.get(LIST)

    assert "⟨" not in response.text
    assert "4666" not in response.text


@pytest.mark.parametrize("query", [{}, {"q": "nic"}])
def test_an_empty_list_says_so(desk, query):
    assert "empty" in desk.get(LIST, query).content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_asks_the_database_no_more_for_more_entries(desk, count, django_assert_num_queries):
    EntryFactory.create_batch(count)

    with django_assert_num_queries(QUERIES["list"]):
        response = desk.get(LIST)

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_of_imports_asks_no_more_for_more_files(desk, count, django_assert_num_queries):
    MemoryImportFactory.create_batch(count)

    with django_assert_num_queries(QUERIES["imports"]):
        response = desk.get(IMPORTS)

    assert len(response.context["page"]) == count


QUERIES = {"list": 8, "imports": 8}  # as on every page of the desk: 6; count, rows


def entry_form(entry: MemoryEntry, **values: str) -> dict[str, str]:
    return {
        "version": entry.version,
        "template_pl": "Praca",
        "template_uk": "Праця",
        "domain": "",
        "scope": "office",
        "is_active": "on",
    } | values


def test_a_corrected_entry_serves_at_once(desk):
    entry = remember("Praca", "Робота")

    response = desk.post(entry.get_absolute_url(), entry_form(entry))

    assert response.status_code == 302
    assert memory.recall(["Praca"])["Praca"].text == "Праця"


def test_an_entry_that_is_switched_off_serves_no_more(desk):
    entry = remember("Praca", "Робота")
    values = entry_form(entry)
    del values["is_active"]

    desk.post(entry.get_absolute_url(), values)

    assert memory.recall(["Praca"]) == {}
    assert memory.similar("Praca") == []


@pytest.mark.parametrize(
    "values",
    [
        {"template_pl": "Praca ⟨0:many⟩"},
        {"template_uk": "Праця ⟨"},
        {"scope": "domain"},
        {"template_pl": "Inna praca"},
        {"template_uk": ""},
        {"template_uk": "х" * 5_001},
        {"domain": "nowhere"},
    ],
)
def test_an_entry_that_would_be_wrong_is_not_stored(desk, values):
    remember("Inna praca", "Інша робота")
    entry = remember("Praca", "Робота")

    response = desk.post(entry.get_absolute_url(), entry_form(entry, **values))

    assert response.status_code == 200
    entry.refresh_from_db()
    assert (entry.template_pl, entry.template_uk) == ("Praca", "Робота")


def test_correcting_an_entry_keeps_what_it_counts_by_itself(desk, django_capture_on_commit_callbacks):
    entry = remember("Praca", "Робота")
    with django_capture_on_commit_callbacks(execute=True):
        memory.count_uses([entry.public_id])  # meanwhile

    desk.post(entry.get_absolute_url(), entry_form(entry))

    entry.refresh_from_db()
    assert (entry.template_uk, entry.use_count) == ("Праця", 1)


def test_an_approval_since_the_page_was_opened_is_not_written_over_unseen(desk):
    entry = remember("Praca", "Робота")
    page = desk.get(entry.get_absolute_url()).context["form"]["version"].value()
    remember("Praca", "Зайнятість")

    refused = desk.post(entry.get_absolute_url(), entry_form(entry, version=page))

    entry.refresh_from_db()
    assert entry.template_uk == "Зайнятість"
    assert ("Праця" in refused.text, "Зайнятість" in refused.text) == (True, True)
    shown = refused.context["form"]["version"].value()
    assert desk.post(entry.get_absolute_url(), entry_form(entry, version=shown)).status_code == 302


def test_an_entry_is_deleted(desk):
    entry = remember("Praca", "Робота")

    desk.post(reverse("translations:memory-delete", args=[entry.public_id]))

    assert not MemoryEntry.objects.exists()


@pytest.mark.parametrize(
    ("kind", "content_type"), [("tmx", "application/xml"), ("csv", "text/csv; charset=utf-8")]
)
def test_the_memory_is_sent_as_a_file(desk, kind, content_type):
    remember("Praca", "Робота", domain="papers")
    remember("Inna", "Інша")

    response = desk.get(f"{LIST}export/", {"format": kind, "domain": "papers"})

    content = b"".join(response.streaming_content).decode()
    assert response["Content-Type"] == content_type
    assert "Робота" in content
    assert "Інша" not in content


def test_an_unknown_format_leads_back(desk):
    assert desk.get(f"{LIST}export/", {"format": "doc"}).status_code == 302


def test_a_file_is_shown_before_it_is_taken_over(desk, django_capture_on_commit_callbacks):
    file = SimpleUploadedFile("pary.csv", "pl,uk\nMycie okien,Миття вікон\nPraca,\n".encode())
    response = desk.post(IMPORTS, {"file": file, "scope": "office", "domain": ""})
    owed = MemoryImport.objects.get()
    assert response["Location"] == owed.get_absolute_url()
    assert desk.get(owed.get_absolute_url()).context["is_going_on"]
    assert 'id="progress"' in desk.get(owed.get_absolute_url(), headers={"HX-Request": "true"}).text

    MemoryImport.objects.update(
        step="preview",
        state="done",
        finished_at=owed.uploaded_at,
        new=1,
        changed=1,
        refused=1,
        reasons={"no-ukrainian": 1},
        samples=[
            {"kind": "new", "place": 1, "pl": "Mycie okien", "uk": "Миття вікон", "stored": ""},
            {"kind": "changed", "place": 1, "pl": "Praca", "uk": "Праця", "stored": "Робота"},
            {"kind": "refused", "place": 2, "pl": "Praca", "uk": "", "stored": "There is no Ukrainian text."},
        ],
    )
    page = desk.get(owed.get_absolute_url(), headers={"HX-Request": "true"})
    assert page["HX-Refresh"] == "true"
    assert "Миття вікон" in page.text

    desk.post(reverse("translations:memory-import-decide", args=[owed.public_id]), {"answer": "keep"})
    owed.refresh_from_db()
    assert (owed.step, owed.state, owed.replaces) == ("taking_over", "owed", False)


def test_a_file_is_thrown_away(desk):
    owed = MemoryImportFactory(step="preview", state="done", finished_at="2026-01-01T00:00Z")
    address = reverse("translations:memory-import-decide", args=[owed.public_id])

    desk.post(address, {"answer": "discard"})

    assert not MemoryImport.objects.exists()
    assert desk.post(address, {"answer": "keep"}).status_code == 404


@pytest.mark.parametrize("answer", [{}, {"answer": "KEEP"}, {"answer": ""}])
def test_what_no_button_says_decides_nothing(desk, answer):
    owed = MemoryImportFactory(step="preview", state="done", finished_at="2026-01-01T00:00Z")

    desk.post(reverse("translations:memory-import-decide", args=[owed.public_id]), answer)

    owed.refresh_from_db()
    assert (owed.step, owed.state) == ("preview", "done")


def test_what_is_answered_is_not_answered_again(desk):
    owed = MemoryImportFactory(step="taken_over", state="done", finished_at="2026-01-01T00:00Z")

    desk.post(reverse("translations:memory-import-decide", args=[owed.public_id]), {"answer": "keep"})

    owed.refresh_from_db()
    assert owed.step == "taken_over"


@pytest.mark.parametrize(
    ("name", "content", "scope"),
    [
        ("x.doc", b"x", "file"),
        ("x.tmx", b"", "file"),
        ("x.tmx", b"x", "domain"),
        ("x.tmx", b"x" * 20, "file"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_on_the_page(desk, settings, name, content, scope):
    settings.MEMORY_IMPORT_MAX_BYTES = 10

    response = desk.post(IMPORTS, {"file": SimpleUploadedFile(name, content), "scope": scope, "domain": ""})

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not MemoryImport.objects.exists()


@pytest.mark.parametrize("refusal", ["This is no TMX file.", ""])
def test_a_refused_and_a_stopped_file_say_so(desk, refusal):
    values = (
        {"step": "refused", "state": "done", "finished_at": "2026-01-01T00:00Z"}
        if refusal
        else {"state": "failed"}
    )
    owed = MemoryImportFactory(refusal=refusal, **values)

    response = desk.get(owed.get_absolute_url())

    assert response.text.count("alert-danger") == 1


def test_a_suggestion_is_taken_with_one_submit(desk, django_capture_on_commit_callbacks):
    entry = remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    translation = drafted(title_pl="Pakowacz", body_pl="Kleimy duże pudła przez 8 godzin")
    [title, body] = in_order(translation)
    asked = reverse("translations:segment-suggestions", args=[translation.public_id])
    page = desk.post(asked, {"version": translation.version, "segment": body.pk})
    assert "Клеїмо коробки 8 годин" in page.text
    assert re.search("<ins>[^<]*duże", page.text)

    with django_capture_on_commit_callbacks(execute=True):
        response = desk.post(
            reverse("translations:translation-save", args=[translation.public_id]),
            {
                "version": translation.version,
                f"segment-{title.pk}": "Пакувальник",
                f"segment-{body.pk}": "",
                "take": f"{body.pk}:{entry.public_id}",
            },
        )

    assert response["Location"].endswith(f"#id_segment-{body.pk}")
    assert [segment.text_uk for segment in in_order(translation)] == ["Пакувальник", "Клеїмо коробки 8 годин"]
    entry.refresh_from_db()
    assert (entry.use_count, entry.last_used_at) == (1, ANY)
    assert entry.last_used_at


@pytest.mark.parametrize(
    "take",
    ["", "x", "1:x", "x:00000000-0000-0000-0000-000000000000", "999999:00000000-0000-0000-0000-000000000000"],
)
def test_a_suggestion_that_is_gone_saves_what_was_typed(desk, take):
    translation = drafted()
    [title, *_] = in_order(translation)

    response = desk.post(
        reverse("translations:translation-save", args=[translation.public_id]),
        {"version": translation.version, f"segment-{title.pk}": "Пакувальник", "take": take},
    )

    assert response.status_code == 302
    title.refresh_from_db()
    assert title.text_uk == "Пакувальник"


def test_a_suggestion_on_an_old_page_is_refused(desk):
    entry = remember("Pakowacze", "Пакувальники")
    translation = drafted()
    [title, *_] = in_order(translation)

    response = desk.post(
        reverse("translations:translation-save", args=[translation.public_id]),
        {"version": 99, f"segment-{title.pk}": "", "take": f"{title.pk}:{entry.public_id}"},
    )

    assert response.status_code == 409
    entry.refresh_from_db()
    assert entry.use_count == 0


def test_an_approval_remembers_in_the_domain_of_the_text():
    reviewed(["Пакувальник", "Миття вікон"], title_pl="Pakowacz", body_pl="Mycie okien")

    assert set(MemoryEntry.objects.values_list("domain", flat=True)) == {"translations_tests"}


def test_a_task_for_an_import_that_is_gone_does_nothing():
    assert tasks.import_memory(0) is False
