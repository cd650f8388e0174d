"""Two translators, or two workers, at one text at the same moment: the second decides on what the first has left."""

import pytest
from django.db import transaction

from tests.elsewhere import LONG_ENOUGH, PATIENCE, elsewhere, one_after_the_other
from tests.factories import UserFactory
from tests.translations.factories import (
    EntryFactory,
    MemoryImportFactory,
    TermFactory,
    drafted,
    in_order,
    reviewer,
    switched_on,
    texts_for,
)
from translations import (
    engine_services,
    glossary_services,
    memory,
    memory_imports,
    memory_services,
    rekeying,
    services,
)
from translations.engines.etranslation import Callback
from translations.engines.later import hash_of
from translations.exchange import Pair
from translations.glossary_services import Wording
from translations.models import EngineRequest, GlossaryRendering, MemoryEntry, MemoryRekeying, Scope, Segment

pytestmark = pytest.mark.django_db(transaction=True)

GOOD = ["Пакувальник", "Миття всіх вікон"]


def text() -> dict[str, str]:
    return {"title_pl": "Pakowacz", "body_pl": "Mycie okien"}


@pytest.mark.parametrize("step", [services.save_draft, services.approve])
def test_the_second_who_saves_a_text_is_told(step):
    translation, by = drafted(**text()), reviewer()

    def saved(*texts):
        return step(
            translation=translation, texts=texts_for(translation, texts), version=translation.version, by=by
        )

    _, told = one_after_the_other(lambda: saved(*GOOD), lambda: saved("Пакувальник", "Миття вікон"))

    assert isinstance(told, services.EditConflict)
    assert [segment.text_uk for segment in in_order(translation)] == GOOD


def test_of_two_who_change_the_renderings_of_a_term_the_second_writes_all_of_them():
    term, by = TermFactory(), UserFactory()

    def said(*words):
        wordings = [Wording(word, "allowed") for word in words]
        return glossary_services.save_term(term=term, wordings=wordings, by=by)

    one_after_the_other(lambda: said("слово", "вислів"), lambda: said("термін"))

    assert [row.text for row in GlossaryRendering.objects.filter(term=term)] == ["термін"]


@pytest.mark.parametrize("is_discarded_first", [True, False])
def test_a_file_is_answered_for_once(is_discarded_first):
    values = {"step": "preview", "state": "done", "finished_at": "2026-01-01T00:00Z"}
    owed = MemoryImportFactory(file="memory/pary.tmx", **values)
    answers = [
        lambda: memory_services.discard(owed=owed),
        lambda: memory_services.take_over(owed=owed, replaces=False, by=owed.uploaded_by),
    ]

    _, told = one_after_the_other(*(answers if is_discarded_first else answers[::-1]))

    assert isinstance(told, memory_services.NothingToDecide)


def test_what_is_approved_while_a_file_is_taken_over_stays():
    owed = MemoryImportFactory(scope=Scope.FILE)
    batch = memory_imports._prepared([Pair(1, "Praca", "Праця")], owed)

    one_after_the_other(
        lambda: memory.remember([Segment(source_pl="Praca", text_uk="Робота")], by=owed.uploaded_by),
        lambda: memory_imports._write(owed, batch, 1),
    )

    entry = MemoryEntry.objects.get()
    assert (entry.template_uk, entry.scope) == ("Робота", "office")


def test_an_entry_that_is_being_deleted_is_not_written_again():
    entry = EntryFactory()

    _, told = one_after_the_other(
        lambda: memory_services.delete_entry(entry=MemoryEntry.objects.get()),
        lambda: memory_services.save_entry(entry=entry, by=UserFactory()),
    )

    assert isinstance(told, memory_services.EntryGone)
    assert not MemoryEntry.objects.exists()


def test_two_approvals_that_took_each_other_s_entries_never_wait_for_each_other():
    by, texts = UserFactory(), {"Praca": "Робота", "Płaca": "Зарплата"}
    pairs = {polish: Segment(source_pl=polish, text_uk=text) for polish, text in texts.items()}
    memory.remember(pairs.values(), by=by)
    keys = {entry.template_pl: entry.public_id for entry in MemoryEntry.objects.all()}

    def other():
        with transaction.atomic():
            memory.remember([pairs["Płaca"]], by=by)
            memory.count_uses([keys["Praca"]])

    with transaction.atomic():
        memory.remember([pairs["Praca"]], by=by)
        thread, results = elsewhere(other)
        thread.join(LONG_ENOUGH)
        memory.count_uses([keys["Płaca"]])
    thread.join(PATIENCE)

    assert results == [None]
    assert list(MemoryEntry.objects.values_list("use_count", flat=True)) == [1, 1]


def test_the_change_to_new_rules_gives_way_to_who_approves(monkeypatch):
    monkeypatch.setattr(rekeying, "PAUSE_SECONDS", 1.5)
    memory.remember(
        [Segment(source_pl="Praca: ul. Polna 6", text_uk="Робота: ul. Polna 6")], by=UserFactory()
    )
    standing = MemoryEntry.objects.get()
    old = EntryFactory(template_pl="Praca: ul. Leśna 5", template_uk="Праця: ul. Leśna 5")
    rekeying.owe()
    owed = MemoryRekeying.objects.get()

    with transaction.atomic():
        MemoryEntry.objects.select_for_update().get(pk=standing.pk)
        thread, results = elsewhere(lambda: rekeying.work(owed.pk))
        thread.join(LONG_ENOUGH)
        waited = results == []
        MemoryEntry.objects.select_for_update(nowait=True).get(pk=old.pk)
    thread.join(PATIENCE)

    owed.refresh_from_db()
    assert (waited, results) == (True, [True])
    assert (owed.state, owed.attempts, owed.merged) == ("done", 1, 1)


def test_an_engine_is_heard_once():
    request = EngineRequest.objects.create(
        engine="etranslation", token_hash=hash_of("word"), sources=["Praca"], parts=[]
    )

    def posted(answer):
        callback = Callback(str(request.public_id), answer)
        return engine_services.take_answer(token="word", callback=callback)

    heard = one_after_the_other(lambda: posted("Робота"), lambda: posted("Праця"))

    assert heard == (True, False)
    assert EngineRequest.objects.get().answer == "Робота"


def test_of_two_trials_of_an_engine_one_is_kept():
    switched_on("deepl")
    by = UserFactory()

    one_after_the_other(
        *[lambda: engine_services.try_engine(code="deepl", sentence="Mycie okien", by=by)] * 2
    )

    assert engine_services.EngineTrial.objects.count() == 1


def test_a_text_that_is_being_changed_is_not_approved():
    translation, by = drafted(**text()), reviewer()
    version = translation.version

    _, told = one_after_the_other(
        lambda: services.save_draft(
            translation=translation,
            texts=texts_for(translation, ["Пакувальник", "Миття вікон і дверей"]),
            version=version,
            by=by,
        ),
        lambda: services.approve(
            translation=translation, texts=texts_for(translation, GOOD), version=version, by=by
        ),
    )

    assert isinstance(told, services.EditConflict)
    translation.refresh_from_db()
    assert not translation.is_reviewed
