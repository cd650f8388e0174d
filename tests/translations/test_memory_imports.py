"""Files taken over into the memory: nothing before somebody says so, everything once, also after a kill."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from tests.factories import UserFactory
from tests.translations.factories import EntryFactory, MemoryImportFactory
from translations import memory, memory_imports, memory_services, tasks
from translations.exchange import Pair, tmx
from translations.models import MemoryEntry, MemoryImport, Scope, Segment

pytestmark = pytest.mark.django_db(transaction=True)


def given(content: str, *, name: str = "pary.tmx", **values: object) -> MemoryImport:
    owed = MemoryImport(format=name.rpartition(".")[2], **values)
    return memory_services.take_file(owed=owed, file=ContentFile(content.encode(), name), by=UserFactory())


def pairs(*texts: tuple[str, str]) -> str:
    return "".join(tmx.write(Pair(place, pl, uk) for place, (pl, uk) in enumerate(texts, 1)))


def read(owed: MemoryImport) -> MemoryImport:
    tasks.import_memory(owed.pk)
    owed.refresh_from_db()
    return owed


def taken_over(owed: MemoryImport, *, replaces: bool = False) -> MemoryImport:
    return read(memory_services.take_over(owed=read(owed), replaces=replaces, by=owed.uploaded_by))


def test_reading_counts_and_writes_nothing():
    memory.remember([Segment(source_pl="Praca", text_uk="Робота")], by=UserFactory())
    memory.remember([Segment(source_pl="Płaca 8 zł", text_uk="Зарплата 8 злотих")], by=UserFactory())
    content = pairs(
        ("Praca", "Праця"),
        ("Płaca 9 zł", "Зарплата 9 злотих"),
        ("Mycie okien", "Миття вікон"),
        ("Od 8 h", "З 9 годин"),
        ("PESEL 22610112345 i 22610112345", "ПЕСЕЛЬ 22610112345 і 22610112345"),
        ("Kod ⟨0:few⟩", "Код ⟨1:few⟩"),
    )

    owed = read(given(content))

    assert (owed.step, owed.state) == ("preview", "done")
    assert (owed.new, owed.changed, owed.same, owed.refused) == (1, 1, 1, 3)
    assert owed.reasons == {"checks": 1, "person": 1, "places": 1}
    assert {sample["kind"] for sample in owed.samples} == {"new", "changed", "refused"}
    assert "22610112345" not in str(owed.samples)
    assert MemoryEntry.objects.count() == 2


def test_what_is_taken_over_is_suggested_and_not_filled_in_by_itself():
    taken_over(given(pairs(("Mycie okien", "Миття вікон"))))

    entry = MemoryEntry.objects.get()
    assert (entry.origin, entry.scope, entry.file_name) == ("imported", "file", "pary.tmx")
    assert memory.recall(["Mycie okien"]) == {}
    assert memory.similar("Mycie okien")[0].text_uk == "Миття вікон"


def test_for_the_whole_office_it_is_filled_in():
    taken_over(given(pairs(("Płaca 8 zł", "Зарплата 8 злотих")), scope=Scope.OFFICE))

    assert memory.recall(["Płaca 9 zł"])["Płaca 9 zł"].text == "Зарплата 9 злотих"


@pytest.mark.parametrize(("replaces", "expected"), [(False, "Робота"), (True, "Праця")])
def test_what_differs_is_replaced_only_when_asked_and_keeps_its_scope(replaces, expected):
    memory.remember([Segment(source_pl="Praca", text_uk="Робота")], by=UserFactory())

    taken_over(given(pairs(("Praca", "Праця"))), replaces=replaces)

    entry = MemoryEntry.objects.get()
    assert (entry.template_uk, entry.scope) == (expected, "office")


def test_the_export_of_a_memory_is_the_same_memory_elsewhere():
    for source, text in [("Płaca 4666 zł", "Зарплата 4666 злотих"), ("Praca „Beta”", "Робота «Beta»")]:
        memory.remember([Segment(source_pl=source, text_uk=text)], by=UserFactory())
    before = set(MemoryEntry.objects.values_list("key", "template_pl", "template_uk"))
    content = pairs(*MemoryEntry.objects.values_list("template_pl", "template_uk"))
    MemoryEntry.objects.all().delete()

    taken_over(given(content))

    assert set(MemoryEntry.objects.values_list("key", "template_pl", "template_uk")) == before


def test_a_csv_is_taken_over_with_its_domains():
    taken_over(given("pl;uk;domain\nPraca;Робота;papers\n", name="pary.csv"))

    assert MemoryEntry.objects.get().domain == "papers"


def test_the_same_polish_twice_is_one_entry():
    owed = taken_over(given(pairs(("Praca", "Робота"), ("Praca", "Праця"))))

    assert owed.reasons == {"twice": 1}
    assert MemoryEntry.objects.get().template_uk == "Праця"


def test_a_file_that_is_damaged_at_its_end_leaves_nothing(monkeypatch):
    monkeypatch.setattr(memory_imports, "BATCH", 2)
    content = pairs(*[(f"Zdanie {'x' * number}", "Речення") for number in range(9)])

    owed = read(given(content[:-30]))

    assert (owed.step, owed.state, bool(owed.file)) == ("refused", "done", False)
    assert owed.refusal.endswith(".")
    assert not MemoryEntry.objects.exists()
    with pytest.raises(memory_services.NothingToDecide):
        memory_services.take_over(owed=owed, replaces=True, by=owed.uploaded_by)


def test_a_killed_import_goes_on_behind_the_last_batch(monkeypatch):
    monkeypatch.setattr(memory_imports, "BATCH", 2)
    owed = read(given(pairs(*[(f"Zdanie {'x' * number}", "Речення") for number in range(5)])))
    memory_services.take_over(owed=owed, replaces=False, by=owed.uploaded_by)
    add, stored = memory.add, []

    def killed_at_the_second(entries):
        if stored:
            raise KeyboardInterrupt
        stored.append(len(entries))
        add(entries)

    monkeypatch.setattr(memory, "add", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        tasks.import_memory(owed.pk)
    monkeypatch.setattr(memory, "add", lambda entries: (stored.append(len(entries)), add(entries)))
    owed.refresh_from_db()
    assert (owed.position, MemoryEntry.objects.count()) == (2, 2)
    MemoryImport.objects.update(run_after=owed.owed_at)

    owed = read(owed)

    assert (owed.step, stored, MemoryEntry.objects.count()) == ("taken_over", [2, 2, 1], 5)


def test_the_file_goes_when_it_is_taken_over_or_thrown_away():
    kept, thrown = read(given(pairs(("Praca", "Робота")))), read(given(pairs(("Praca", "Робота"))))
    names = kept.file.name, thrown.file.name

    memory_services.discard(owed=thrown)
    taken = memory_services.take_over(owed=kept, replaces=False, by=kept.uploaded_by)
    read(taken)

    assert not any(default_storage.exists(name) for name in names)
    assert MemoryImport.objects.count() == 1


def test_work_that_is_done_is_not_done_again():
    owed = read(given(pairs(("Praca", "Робота"))))

    assert tasks.import_memory(owed.pk) is False


@pytest.mark.parametrize("size", [0, 11])
def test_an_empty_and_a_huge_file_are_not_kept(settings, size):
    settings.MEMORY_IMPORT_MAX_BYTES = 10

    with pytest.raises(memory_services.FileRefused):
        given("x" * size)

    assert not MemoryImport.objects.exists()


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("memoryimport_step_is_known", {"step": "else"}),
        ("memoryimport_scope_has_its_domain", {"scope": "domain"}),
        ("memoryimport_refused_with_a_reason", {"step": "refused"}),
        ("memoryimport_is_leased_while_running", {"state": "running"}),
        ("memoryimport_finished_at_when_done", {"state": "done"}),
    ],
)
def test_the_database_refuses_an_impossible_import(constraint, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        MemoryImportFactory(**values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("memoryentry_scope_is_known", {"scope": "else"}),
        ("memoryentry_imported_from_a_file", {"origin": "imported"}),
        ("memoryentry_scope_has_its_domain", {"scope": "domain"}),
        ("memoryentry_has_both_texts", {"template_uk": ""}),
    ],
)
def test_the_database_refuses_an_impossible_entry(constraint, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        EntryFactory(**values)


def test_one_entry_per_text_and_domain():
    EntryFactory(template_pl="Praca")

    EntryFactory(template_pl="Praca", domain="papers")
    with pytest.raises(IntegrityError, match="memoryentry_is_one_per_domain"), transaction.atomic():
        EntryFactory(template_pl="Praca")
