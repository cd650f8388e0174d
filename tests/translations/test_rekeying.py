"""The memory follows when facts are found by other rules: batch by batch, also after a kill, nothing lost."""

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from pup_portal.background import MAX_ATTEMPTS, models_of_owed_work
from tests.factories import UserFactory
from tests.translations.corpus import pairs
from tests.translations.factories import EntryFactory
from translations import features, memory, memory_services, places, rekeying, tasks
from translations.models import MemoryEntry, MemoryRekeying, ReplacedPair, Scope, Segment

NOW = timezone.now()
# What the rules make of the corpus. When this changes, ``places.RULES`` goes up by one and the new hash stands here.
RULES, MADE = 1, "2f11d036546d250c"


def made_of_the_corpus() -> str:
    made = hashlib.sha256()
    for pair in pairs():
        made.update("\0".join(places.of_pair(pair.pl, pair.uk)).encode())
    return made.hexdigest()[:16]


def test_whoever_changes_the_rules_gives_them_a_new_number():
    assert (places.RULES, made_of_the_corpus()) == (RULES, MADE)


def test_the_rules_of_today_make_of_their_own_templates_the_same_again():
    templates = {places.of_pair(pair.pl, pair.uk) for pair in pairs()}

    changed = {pair: new for pair in templates if (new := rekeying.rekeyed(*pair)) != pair}

    assert changed == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # a street was no fact yet
            ("Praca: ul. Leśna 5, płaca ⟨0:many⟩ zł", "Робота: ul. Leśna 5, зарплата ⟨0:many⟩ злотих"),
            ("Praca: ⟨0:address⟩, płaca ⟨1:many⟩ zł", "Робота: ⟨0:address⟩, зарплата ⟨1:many⟩ злотих"),
        ),
        (  # part of a longer number now: a sample would stay in the text
            ("Kod 1⟨0:phone⟩2", "Код 1⟨0:phone⟩2"),
            ("Kod 1⟨0:phone⟩2", "Код 1⟨0:phone⟩2"),
        ),
        (("Kod ⟨0:unheard⟩", "Код ⟨0:unheard⟩"), ("Kod ⟨0:unheard⟩", "Код ⟨0:unheard⟩")),
        (("Mycie okien", "Миття вікон"), ("Mycie okien", "Миття вікон")),
        (("Od 22 do ⟨0:few⟩", "З 22 до ⟨0:few⟩"), ("Od ⟨0:few⟩ do ⟨1:few⟩", "З ⟨0:few⟩ до ⟨1:few⟩")),
    ],
)
def test_a_pair_gets_the_places_of_today_and_never_an_invented_fact(before, after):
    assert rekeying.rekeyed(*before) == after


def old(template_pl: str, template_uk: str, **values: object) -> MemoryEntry:
    """An entry that older rules have made."""
    return EntryFactory(template_pl=template_pl, template_uk=template_uk, **values)


def rekey() -> MemoryRekeying:
    rekeying.owe()
    owed = MemoryRekeying.objects.get()
    tasks.rekey_memory(owed.pk)
    owed.refresh_from_db()
    return owed


@pytest.mark.django_db
def test_an_outdated_entry_is_found_exactly_after_its_turn_and_nearly_before():
    asked = "Praca na magazynie w Kielcach, od poniedziałku do piątku: ul. Polna 7"
    entry = old(asked.replace("Polna 7", "Leśna 5"), "Робота на складі: ul. Leśna 5")
    before = memory.recall([asked]), memory.similar(asked)

    owed = rekey()

    entry.refresh_from_db()
    assert before[0] == {}
    assert [similar.entry for similar in before[1]] == [entry]
    assert memory.recall([asked])[asked].text == "Робота на складі: ul. Polna 7"
    assert (owed.state, owed.rekeyed, owed.merged) == ("done", 1, 0)
    assert entry.keyed_by == places.RULES
    assert entry.features == features.of_pair(entry.template_pl, entry.template_uk)


@pytest.mark.django_db
def test_what_is_approved_saved_or_imported_today_is_not_outdated():
    memory.remember([Segment(source_pl="Praca", text_uk="Робота")], by=UserFactory())
    by_hand = old("Płaca", "Зарплата")
    memory_services.save_entry(entry=by_hand, by=UserFactory())

    assert tasks.owe_rekeying() is False
    assert not MemoryRekeying.objects.exists()


@pytest.mark.django_db
def test_of_two_that_become_one_the_newer_stays_and_the_older_is_kept_as_history():
    older = old(
        "Praca: ul. Leśna 5", "Праця: ul. Leśna 5", reviewed_at=NOW - timedelta(days=9), use_count=2,
        last_used_at=NOW,
    )  # fmt: skip
    newer = old("Praca: ul. Polna 6", "Робота: ul. Polna 6", reviewed_at=NOW, use_count=3)
    elsewhere = old("Praca: ul. Polna 7", "Робота тут: ul. Polna 7", domain="meetings")

    owed = rekey()

    kept = MemoryEntry.objects.get(domain="")
    replaced = ReplacedPair.objects.get()
    assert (kept.pk, kept.template_uk) == (newer.pk, "Робота: ⟨0:address⟩")
    assert (kept.use_count, kept.last_used_at) == (5, NOW)
    assert (replaced.entry, replaced.template_uk, replaced.use_count) == (kept, "Праця: ul. Leśna 5", 2)
    assert (owed.rekeyed, owed.merged) == (2, 1)
    assert MemoryEntry.objects.filter(pk=elsewhere.pk).exists()
    assert not MemoryEntry.objects.filter(pk=older.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "standing", [{"is_active": False}, {"origin": "imported", "file_name": "x.tmx", "scope": Scope.FILE}]
)
def test_a_pair_in_use_and_approved_is_not_replaced_by_a_newer_that_is_not(standing):
    approved = old("Praca: ul. Leśna 5", "Робота: ul. Leśna 5", reviewed_at=NOW - timedelta(days=9))
    old("Praca: ul. Polna 6", "Праця: ul. Polna 6", reviewed_at=NOW, **standing)

    rekey()

    assert MemoryEntry.objects.get().pk == approved.pk


@pytest.mark.django_db
def test_an_entry_of_today_that_stands_where_an_old_one_goes_is_told_apart_by_its_date():
    memory.remember(
        [Segment(source_pl="Praca: ul. Polna 6", text_uk="Робота: ul. Polna 6")], by=UserFactory()
    )
    old("Praca: ul. Leśna 5", "Праця: ul. Leśna 5", reviewed_at=NOW - timedelta(days=9), use_count=4)

    rekey()

    entry = MemoryEntry.objects.get()
    assert (entry.template_uk, entry.use_count) == ("Робота: ⟨0:address⟩", 4)


@pytest.mark.django_db
def test_history_moves_along_when_its_entry_is_replaced_in_turn():
    older = old("Praca: ul. Leśna 5", "Праця: ul. Leśna 5", reviewed_at=NOW - timedelta(days=9))
    ReplacedPair.objects.create(entry=older, template_pl="P", template_uk="П", reviewed_at=NOW)
    newer = old("Praca: ul. Polna 6", "Робота: ul. Polna 6", reviewed_at=NOW)

    rekey()

    assert {row.template_uk for row in newer.replaced.all()} == {"П", "Праця: ul. Leśna 5"}


@pytest.mark.django_db
def test_entries_that_change_places_do_not_stand_in_each_other_s_way(monkeypatch):
    first, second = old("Jeden", "Один"), old("Dwa", "Два")
    swapped = {"Jeden": "Dwa", "Dwa": "Jeden"}
    monkeypatch.setattr(rekeying, "rekeyed", lambda pl, uk: (swapped[pl], uk))
    monkeypatch.setattr(rekeying, "BATCH", 1)

    rekey()

    assert dict(MemoryEntry.objects.values_list("pk", "template_pl")) == {first.pk: "Dwa", second.pk: "Jeden"}
    assert memory.recall(["Dwa"])["Dwa"].text == "Один"


class Killed(BaseException):
    """The worker is stopped at once."""


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_goes_on_behind_the_last_stored_batch(monkeypatch):
    for number in range(1, 6):
        old(f"Praca {'x' * number}: ul. Leśna 5", "Робота: ul. Leśna 5")
    monkeypatch.setattr(rekeying, "BATCH", 2)
    store, batches = rekeying._store, []

    def killed_in_the_second_batch(moved):
        batches.append(len(moved))
        store(moved)
        if len(batches) == 2:
            raise Killed

    monkeypatch.setattr(rekeying, "_store", killed_in_the_second_batch)
    rekeying.owe()
    owed = MemoryRekeying.objects.get()
    with pytest.raises(Killed):
        rekeying.work(owed.pk)
    stored = MemoryEntry.objects.filter(keyed_by=places.RULES).count()
    MemoryRekeying.objects.update(run_after=NOW)

    rekeying.work(owed.pk)

    owed.refresh_from_db()
    assert (stored, batches) == (2, [2, 2, 2, 1])
    assert (owed.state, owed.rekeyed) == ("done", 5)
    assert set(MemoryEntry.objects.values_list("keyed_by", flat=True)) == {places.RULES}


@pytest.mark.django_db(transaction=True)
def test_a_turn_ends_in_good_time_and_the_rest_is_owed_as_a_first_attempt(monkeypatch):
    for number in range(1, MAX_ATTEMPTS + 3):
        old(f"Praca {'x' * number}: ul. Leśna 5", "Робота: ul. Leśna 5")
    monkeypatch.setattr(rekeying, "BATCH", 1)
    monkeypatch.setattr(rekeying, "TURN_SECONDS", 0)
    rekeying.owe()
    owed = MemoryRekeying.objects.get()

    rekeying.work(owed.pk)

    owed.refresh_from_db()
    assert (owed.state, owed.attempts, owed.rekeyed) == ("owed", 0, 1)
    while rekeying.work(owed.pk):
        pass
    owed.refresh_from_db()
    assert (owed.state, owed.rekeyed) == ("done", MAX_ATTEMPTS + 2)


@pytest.mark.django_db(transaction=True)
def test_a_worker_whose_lease_is_taken_over_stores_nothing_more(monkeypatch):
    old("Praca: ul. Leśna 5", "Робота: ul. Leśna 5")
    rekeying.owe()
    owed = MemoryRekeying.objects.get()
    store = rekeying._store

    def overtaken(moved):
        store(moved)
        MemoryRekeying.objects.update(lease="00000000-0000-0000-0000-000000000001")

    monkeypatch.setattr(rekeying, "_store", overtaken)

    rekeying.work(owed.pk)

    assert MemoryEntry.objects.get().keyed_by == 0


@pytest.mark.django_db
def test_what_an_old_worker_stores_after_the_change_is_changed_as_well():
    old("Praca", "Робота")
    first = rekey()
    late = old("Płaca: ul. Leśna 5", "Зарплата: ul. Leśna 5")

    second = rekey()

    late.refresh_from_db()
    assert (first.pk, late.keyed_by, late.template_pl) == (second.pk, places.RULES, "Płaca: ⟨0:address⟩")
    assert MemoryRekeying._meta.constraints[-1].name == "memoryrekeying_is_one_for_each_number"


@pytest.mark.django_db
def test_a_second_delivery_does_nothing():
    old("Praca", "Робота")
    owed = rekey()

    assert tasks.rekey_memory(owed.pk) is False
    assert str(owed) == "rules 1"
    assert MemoryRekeying in models_of_owed_work()
