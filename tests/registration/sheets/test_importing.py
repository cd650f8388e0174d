"""From a file to people: every step through the pages and the worker, all of them or none, once."""

import io

import openpyxl
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.access_models import AccessEntry
from accounts.permissions import Role
from pup_portal import person_data
from pup_portal.background import sweep
from registration.models import Client, SheetImport, SheetMapping, SheetRow, SheetStage, SheetWork
from registration.search import asked, find
from registration.sheets import preview, services
from registration.sheets.working import work
from registration.tasks import forget_sheets, work_on_sheet
from tests.days import days_ago
from tests.factories import UserFactory
from tests.registration.factories import PESEL, READY, ClientFactory
from tests.registration.pages import text_of
from tests.registration.sheets.files import (
    HEADINGS,
    PEOPLE,
    checked,
    csv_file,
    do_the_work,
    handed_over,
    xlsx,
)

pytestmark = pytest.mark.django_db

LIST = "/en/desk/people-sheets/"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def at(sheet, part):
    return reverse(f"sheets:{part}", args=[sheet.public_id])


def stage(sheet):
    return SheetImport.objects.get(pk=sheet.pk).stage


def test_a_list_of_people_becomes_clients(client, coordinator):
    sent = client.post(LIST, {"file": xlsx([HEADINGS, *PEOPLE])})
    sheet = SheetImport.objects.get()
    page = client.get(sent["Location"])
    form = page.context["form"]
    client.post(at(sheet, "sheet-map"), {name: field.initial for name, field in form.fields.items()})
    assert Client.objects.count() == 0
    do_the_work(sheet)
    assert "Take 3 people in" in text_of(client.get(sheet.get_absolute_url()))
    client.post(at(sheet, "sheet-import"))
    assert Client.objects.count() == 0
    do_the_work(sheet)

    names = sorted(person.cyrillic_name or person.latin_name for person in Client.objects.all())
    assert names == sorted(["Олег Бондаренко", "Zoja Łęcka", "Мар'яна О’Ніл"])
    assert "3 people were taken in" in text_of(client.get(sheet.get_absolute_url()))
    assert Client.objects.get(surname_latin="Łęcka").phone == "+48415550122"
    assert {person.created_by for person in Client.objects.all()} == {coordinator}
    assert not SheetRow.objects.exists()


def test_people_of_a_sheet_are_found_and_have_a_first_status():
    sheet = checked()
    services.import_sheet(sheet=sheet)
    do_the_work(sheet)

    found = find(asked("Bondarenko", with_identifiers=False), Client.objects.all())

    assert [match.client.surname_cyrillic for match in found] == ["Бондаренко"]
    assert found[0].client.state_changes.count() == 1


def test_columns_are_remembered_for_the_next_sheet_with_these_headings(client, coordinator):
    sheet = handed_over()
    services.map_sheet(sheet=sheet, mapping=["notes", "surname", "", "", "", ""])

    again = client.get(handed_over().get_absolute_url())

    assert [field.initial for field in again.context["form"].fields.values()] == [
        "notes",
        "surname",
        *[""] * 4,
    ]
    assert SheetMapping.objects.count() == 1


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (["", "", "given_names", "", "", ""], "surname"),
        (["surname", "surname", "", "", "", ""], "Two columns"),
        (["surname", "nonsense", "", "", "", ""], "Select a valid choice"),
    ],
)
def test_columns_must_make_people(client, coordinator, mapping, said):
    sheet = handed_over()

    response = client.post(
        at(sheet, "sheet-map"), {f"column-{place}": key for place, key in enumerate(mapping)}
    )

    assert said in text_of(response)
    assert stage(sheet) == SheetStage.UPLOADED


@pytest.mark.parametrize("mapping", [["surname"], ["surname", "hack", "", "", "", ""]])
def test_service_refuses_columns_that_are_not_the_sheets(mapping):
    with pytest.raises(services.BadMapping):
        services.map_sheet(sheet=handed_over(), mapping=mapping)


@pytest.mark.parametrize("file", [None, xlsx([["Nazwisko", "Imię"]]), csv_file([["x"]], name="x.csv")])
def test_a_file_that_is_no_list_is_refused_on_its_field(client, coordinator, file):
    response = client.post(LIST, {"file": file} if file else {})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["file"]
    assert not SheetImport.objects.exists()


BAD = [[1, "Kowal", "Jan", "12", "", ""], [2, "", "Olga", "", "", ""], [3, "Nowak", "", "", "", ""]]


def test_bad_cells_are_marked_and_stop_the_whole_sheet(client, coordinator):
    sheet = checked(BAD)

    page = client.get(sheet.get_absolute_url())
    refused = client.post(at(sheet, "sheet-import"), follow=True)

    assert "This is not a phone number." in text_of(page)
    assert "The surname is missing." in text_of(page)
    assert page.context["counts"]["bad"] == 2
    assert "Leave them out" in text_of(refused)
    assert stage(sheet) == SheetStage.CHECKED


def test_bad_rows_are_left_out_and_can_be_downloaded_to_be_mended(client, coordinator):
    sheet = checked(BAD)

    content = client.get(at(sheet, "bad-rows")).getvalue()
    client.post(at(sheet, "rows-decide"), {"decision": "bad"})
    client.post(at(sheet, "sheet-import"))
    do_the_work(sheet)

    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0] == (*HEADINGS, "What is wrong")
    assert rows[1][1] == "Kowal"
    assert rows[1][-1] == "Telefon: This is not a phone number."
    assert len(rows) == 3
    assert [person.surname_latin for person in Client.objects.all()] == ["Nowak"]


def test_people_who_are_known_or_stand_there_twice_are_shown(client, coordinator):
    known = ClientFactory(
        surname_cyrillic="Бондаренко",
        given_names_cyrillic="Олег",
        surname_latin="",
        phone="",
        given_names_latin="",
        created_by=coordinator,
    )
    sheet = checked([PEOPLE[0], PEOPLE[1], PEOPLE[1]])

    page = client.get(f"{sheet.get_absolute_url()}?rows=alike")

    first, last = page.context["lines"]
    assert (first.looks_like, first.same_as) == (known, None)
    assert (last.looks_like, last.same_as) == (None, 3)
    assert AccessEntry.objects.by(coordinator).about(known).exists()
    client.post(at(sheet, "rows-decide"), {"decision": "alike"})
    client.post(at(sheet, "sheet-import"))
    do_the_work(sheet)
    assert Client.objects.exclude(pk=known.pk).get().surname_latin == "Łęcka"


def test_one_row_is_left_out_and_taken_back(client, coordinator):
    sheet = checked()

    client.post(at(sheet, "rows-decide"), {"decision": "out", "row": "2", "rows": "bad"})
    out = list(SheetRow.objects.filter(is_left_out=True).values_list("number", flat=True))
    client.post(at(sheet, "rows-decide"), {"decision": "in", "row": "2"})

    assert out == [2]
    assert not SheetRow.objects.filter(is_left_out=True).exists()


@pytest.mark.parametrize(
    "typed", [{}, {"decision": "all"}, {"decision": "out", "row": "x"}, {"decision": "out", "row": "9" * 30}]
)
def test_nonsense_decides_nothing(client, coordinator, typed):
    sheet = checked()

    assert client.post(at(sheet, "rows-decide"), typed).status_code == 302
    assert not SheetRow.objects.filter(is_left_out=True).exists()


def test_a_sheet_without_anybody_left_is_not_imported():
    sheet = checked()
    services.leave_out(sheet=sheet, numbers=[2, 3])

    with pytest.raises(services.RowsLeft):
        services.import_sheet(sheet=sheet)


def with_pesel(pesel):
    book = xlsx([["Nazwisko", "PESEL"], ["Kowal", ""], ["Nowak", pesel]])
    sheet = services.take_sheet(file=book, by=UserFactory(role=Role.COORDINATOR))
    services.map_sheet(sheet=sheet, mapping=["surname", "pesel"])
    do_the_work(sheet)
    services.import_sheet(sheet=sheet)
    return sheet


@pytest.mark.parametrize("at_once", [1, 500])
def test_all_are_taken_in_or_none(client, coordinator, monkeypatch, at_once):
    """Somebody is registered between the check and the taking over."""
    monkeypatch.setattr("registration.sheets.working.BATCH", at_once)
    sheet = with_pesel(PESEL)
    ClientFactory(created_by=coordinator, **READY)

    do_the_work(sheet)

    page = client.get(f"{LIST}{sheet.public_id}/")
    assert Client.objects.count() == 1
    assert "Somebody of the sheet was registered meanwhile." in text_of(page)
    client.post(at(sheet, "sheet-again"))
    do_the_work(sheet)
    assert stage(sheet) == SheetStage.CHECKED
    assert sheet.rows.get(number=3).looks_like is not None


TWINS = [["Nazwisko", "PESEL"], ["Kowal", PESEL], ["Nowak", PESEL]]


def test_one_pesel_in_two_rows_is_shown_and_only_one_of_them_is_taken_in(client, coordinator):
    sheet = services.take_sheet(file=xlsx(TWINS), by=coordinator)
    services.map_sheet(sheet=sheet, mapping=["surname", "pesel"])
    do_the_work(sheet)

    page = client.get(sheet.get_absolute_url())
    refused = client.post(at(sheet, "sheet-import"), follow=True)
    client.post(at(sheet, "rows-decide"), {"decision": "out", "row": "2"})
    client.post(at(sheet, "sheet-import"))
    do_the_work(sheet)

    assert "the same PESEL as row 2" in text_of(page)
    assert "Rows 2 and 3 have the same PESEL." in text_of(refused)
    assert [person.surname_latin for person in Client.objects.all()] == ["Nowak"]


def test_the_same_pesel_counts_more_than_an_earlier_row_that_is_only_alike(client, coordinator):
    rows = [["Nazwisko", "PESEL"], ["Kowal", ""], ["Nowak", PESEL], ["Kowal", PESEL], ["Lis", PESEL]]
    sheet = services.take_sheet(file=xlsx(rows), by=coordinator)
    services.map_sheet(sheet=sheet, mapping=["surname", "pesel"])
    do_the_work(sheet)
    services.leave_out(sheet=sheet, numbers=[3])

    refused = client.post(at(sheet, "sheet-import"), follow=True)

    assert list(sheet.rows.values_list("number", "same_as")) == [(2, None), (3, None), (4, 3), (5, 3)]
    assert "Rows 4 and 5 have the same PESEL." in text_of(refused)


def test_a_row_with_another_mistake_still_tells_whose_pesel_it_repeats(client, coordinator):
    rows = [["Nazwisko", "PESEL", "Telefon"], ["Kowal", PESEL, "12"], ["Nowak", PESEL, "12"]]
    sheet = services.take_sheet(file=xlsx(rows), by=coordinator)
    services.map_sheet(sheet=sheet, mapping=["surname", "pesel", "phone"])
    do_the_work(sheet)

    assert "the same PESEL as row 2" in text_of(client.get(sheet.get_absolute_url()))


def test_work_that_is_done_twice_takes_nobody_in_twice():
    sheet = with_pesel("")
    owed = SheetWork.objects.get(state=SheetWork.State.OWED)

    assert [work_on_sheet(owed.pk), work_on_sheet(owed.pk)] == [True, False]

    assert Client.objects.count() == 2
    assert stage(sheet) == SheetStage.IMPORTED


def test_a_worker_that_was_killed_leaves_nobody_and_the_next_one_takes_all_in(monkeypatch):
    sheet = with_pesel("")
    owed = SheetWork.objects.get(state=SheetWork.State.OWED)

    class Killed(BaseException):
        pass

    def killed(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("registration.bulk.copy_rows", killed)
        with pytest.raises(Killed):
            work(owed.pk)
    assert Client.objects.count() == 0
    SheetWork.objects.filter(pk=owed.pk).update(run_after=timezone.now())
    work(owed.pk)

    assert (Client.objects.count(), stage(sheet)) == (2, SheetStage.IMPORTED)


def test_a_sheet_that_is_given_up_takes_nobody_in_and_forgets_its_rows(client, coordinator):
    sheet = handed_over(by=coordinator)
    services.map_sheet(sheet=sheet, mapping=preview.suggested_mapping(sheet))

    client.post(at(sheet, "sheet-cancel"))
    do_the_work(sheet)

    assert stage(sheet) == SheetStage.CANCELLED
    assert not SheetRow.objects.exists()
    assert "Nobody was taken in" in text_of(client.get(sheet.get_absolute_url()))


@pytest.mark.parametrize("act", ["sheet-map", "sheet-import", "sheet-again", "rows-decide"])
def test_nothing_is_done_to_a_sheet_that_is_over(client, coordinator, act):
    sheet = checked()
    services.cancel_sheet(sheet=sheet)

    typed = {"column-1": "surname", "decision": "bad"}
    response = client.post(at(sheet, act), typed, follow=True)

    assert "cannot be done now: given up" in text_of(response)


def test_work_that_goes_on_is_not_begun_again():
    sheet = handed_over()
    services.map_sheet(sheet=sheet, mapping=preview.suggested_mapping(sheet))

    with pytest.raises(services.NotNow):
        services.check_again(sheet=sheet)
    with pytest.raises(IntegrityError, match="sheetwork_is_one_at_a_time"), transaction.atomic():
        SheetWork.objects.create(sheet=sheet, step=SheetWork.Step.CHECK)


def test_progress_is_asked_for_until_it_is_over(client, coordinator):
    sheet = handed_over()
    services.map_sheet(sheet=sheet, mapping=preview.suggested_mapping(sheet))
    asking = {"HX-Request": "true"}

    going_on = client.get(sheet.get_absolute_url(), headers=asking)
    do_the_work(sheet)
    over = client.get(sheet.get_absolute_url(), headers=asking)
    services.import_sheet(sheet=sheet)
    do_the_work(sheet)
    done = client.get(sheet.get_absolute_url(), headers=asking)

    assert "0 of 2 rows" in text_of(going_on)
    assert "HX-Refresh" not in going_on
    assert over["HX-Refresh"] == done["HX-Refresh"] == "true"


def rows_like(count):
    return [[number, f"Коваль{'а' * number}", "", "", "", ""] for number in range(1, count + 1)]


@pytest.mark.parametrize("count", [1, 20])
def test_preview_query_count(client, coordinator, django_assert_max_num_queries, count):
    sheet = checked(rows_like(count))

    with django_assert_max_num_queries(18):
        response = client.get(sheet.get_absolute_url())

    assert len(response.context["lines"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_list_query_count(client, coordinator, django_assert_max_num_queries, count):
    for _sheet in range(count):
        handed_over(PEOPLE[:1])

    with django_assert_max_num_queries(8):
        response = client.get(LIST)

    assert len(response.context["page"]) == count


def test_what_waits_is_sent_again_when_the_broker_lost_it():
    sheet = handed_over()
    services.map_sheet(sheet=sheet, mapping=preview.suggested_mapping(sheet))

    assert sweep() >= 0
    assert SheetWork.objects.filter(state=SheetWork.State.OWED).count() == 1


def test_rows_nobody_decided_about_go_after_a_week():
    old, fresh = checked(), checked()
    SheetImport.objects.filter(pk=old.pk).update(uploaded_at=days_ago(8))

    assert forget_sheets() == 1

    assert {row.sheet_id for row in SheetRow.objects.all()} == {fresh.pk}
    assert stage(old) == SheetStage.CANCELLED


def test_rows_that_could_not_be_taken_over_go_after_a_week_as_well():
    failed, going_on = with_pesel(""), with_pesel("")
    SheetWork.objects.filter(sheet=failed, step="import").update(state=SheetWork.State.FAILED)
    SheetImport.objects.update(uploaded_at=days_ago(8))

    assert forget_sheets() == 1

    assert (stage(failed), stage(going_on)) == (SheetStage.CANCELLED, SheetStage.IMPORTING)
    assert not failed.rows.exists()


def a_sheet_taken_over():
    sheet = with_pesel("")
    do_the_work(sheet)
    return sheet


def a_sheet_given_up():
    sheet = checked()
    services.cancel_sheet(sheet=sheet)
    return sheet


def a_sheet_too_old():
    sheet = checked()
    SheetImport.objects.update(uploaded_at=days_ago(8))
    forget_sheets()
    return sheet


@pytest.mark.parametrize("end", [a_sheet_taken_over, a_sheet_given_up, a_sheet_too_old])
def test_the_first_row_goes_with_the_others_for_it_may_be_a_person(end):
    sheet = end()

    sheet.refresh_from_db()
    assert (sheet.headings, sheet.original_name) == ([], "")
    assert sheet.uploaded_at.strftime("%Y") in str(sheet)


def test_the_name_of_a_file_may_name_a_person_and_goes_with_the_rows(client, coordinator):
    sheet = services.take_sheet(file=xlsx([HEADINGS, *PEOPLE], name="Olena Nowak.xlsx"), by=coordinator)
    open_list = text_of(client.get(LIST))
    services.cancel_sheet(sheet=sheet)
    late = SheetImport.objects.create(
        original_name="Olga Kowal.xlsx", stage=SheetStage.IMPORTED, uploaded_by=coordinator
    )

    forget_sheets()

    late.refresh_from_db()
    assert "Olena Nowak.xlsx" in open_list
    assert late.original_name == ""
    assert "Nowak" not in text_of(client.get(LIST)) + text_of(client.get(sheet.get_absolute_url()))


def test_history_tells_who_took_a_sheet_over():
    sheet = with_pesel("")
    do_the_work(sheet)

    events = Client.pgh_event_model.objects.select_related("pgh_context")
    contexts = [event.pgh_context for event in events]
    assert [context and context.metadata["user"] for context in contexts] == [sheet.uploaded_by_id] * 2


def test_a_row_that_looks_like_somebody_goes_when_she_is_erased_and_follows_when_she_is_merged():
    known, other = ClientFactory(), ClientFactory(surname_latin="Bondar", surname_cyrillic="Бондар", phone="")
    sheet = checked([[1, "Шевченко", "Олена", "050 555 01 01", "", ""]])
    row = sheet.rows.get()
    held = next(held for held in person_data.registered() if held.model is SheetImport)

    told = list(held.export(known.pk))
    held.merge(other.pk, known.pk)
    row.refresh_from_db()
    held.erase(other.pk)

    assert [entry["number"] for entry in told] == [2]
    assert row.looks_like == other
    assert not SheetRow.objects.exists()


def test_rows_are_sealed():
    row = checked().rows.get(number=2)

    stored = (
        SheetRow.objects.filter(pk=row.pk).extra(select={"raw": "cells"}).values_list("raw", flat=True)[0]
    )
    assert "Бондаренко" not in str(getattr(stored, "text", stored))


@pytest.mark.parametrize(
    ("constraint", "model", "broken"),
    [
        ("sheetimport_stage_is_known", SheetImport, {"stage": "lost"}),
        ("sheetrow_is_like_an_earlier_one", SheetRow, {"same_as": 99}),
        ("sheetrow_once_per_sheet", SheetRow, {"number": 3}),
    ],
)
def test_database_refuses_a_sheet_that_cannot_be(constraint, model, broken):
    checked()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.update(**broken)
