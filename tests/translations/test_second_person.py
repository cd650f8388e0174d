"""Two people look at each translation where the office says so; and how the second is told."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from reference.models import OfficeProfile
from reference.profile import forget_profile
from reference.services import edit_office
from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    EntryFactory,
    approve,
    drafted,
    in_order,
    owed,
    reviewed,
    reviewer,
)
from tests.translations.models import Notice
from translations import drafting, editing, memory_services, services
from translations.models import MemoryEntry, Segment, Translation, TypedText

pytestmark = pytest.mark.django_db


@pytest.fixture
def four_eyes():
    ask_for_a_second_person()


def ask_for_a_second_person() -> None:
    edit_office(needs_second_person=True)
    forget_profile()  # what a commit does


@pytest.fixture
def first():
    return signed_in(full_name="Anna Pierwsza")


@pytest.fixture
def second():
    return signed_in(full_name="Ola Druga")


def signed_in(**values) -> Client:
    browser = Client()
    browser.user = reviewer(**values)
    browser.force_login(browser.user)
    return browser


def address(name: str, translation: Translation) -> str:
    return reverse(f"translations:translation-{name}", args=[translation.public_id])


def opened(browser, translation: Translation) -> dict[str, object]:
    context = browser.get(address("detail", translation)).context
    fields = {field.html_name: field.value() for field in context["form"] if field.name != "token"}
    token = {"token": str(context["held"].page)} if context["is_mine"] else {}
    return fields | {"version": context["translation"].version} | token


def write(browser, verb: str, translation: Translation, texts: list[str] | None = None):
    """Open the page, type ``texts`` where they are given, and press the button of ``verb``."""
    page = opened(browser, translation)
    typed = zip(in_order(translation), texts or [], strict=False)
    return browser.post(
        address(verb, translation), page | {f"segment-{segment.pk}": text for segment, text in typed}
    )


def status(translation: Translation) -> str:
    return Translation.objects.get(pk=translation.pk).status


def test_one_person_is_enough_where_the_office_does_not_ask_for_two(first):
    translation = drafted()

    response = write(first, "approve", translation, GOOD)

    assert (response.status_code, status(translation)) == (302, "reviewed")


def test_who_wrote_the_draft_does_not_approve_it(first, four_eyes):
    translation = drafted()
    write(first, "save", translation, GOOD)

    response = write(first, "approve", translation)

    assert (response.status_code, status(translation)) == (409, "draft")
    assert "Two people look at each translation here" in "".join(
        str(message) for message in response.context["messages"]
    )
    assert Notice.objects.get().title_uk == ""


def test_the_second_person_approves_it(first, second, four_eyes):
    translation = drafted()
    write(first, "ready", translation, GOOD)

    response = write(second, "approve", translation)

    assert (response.status_code, status(translation)) == (302, "reviewed")
    assert not Segment.objects.exclude(typed_by=None).exists()
    translation.refresh_from_db()
    assert (translation.ready_by, translation.reviewed_by) == (None, second.user)


def test_words_typed_at_the_approval_are_kept_as_a_draft_for_another(first, second, four_eyes):
    translation = drafted()

    refused = write(first, "approve", translation, GOOD)

    assert (refused.status_code, status(translation)) == (409, "draft")
    assert [segment.text_uk for segment in in_order(translation)] == GOOD
    second.post(address("take-over", translation))  # the first still has the page before them
    assert write(second, "approve", translation).status_code == 302


def test_a_second_person_who_changes_a_sentence_has_written_it(first, second, four_eyes):
    translation = drafted()
    write(first, "ready", translation, GOOD)

    refused = write(second, "approve", translation, ["Пакувальниця"])

    assert (refused.status_code, status(translation)) == (409, "draft")
    authors = [segment.typed_by for segment in in_order(translation)]
    assert authors == [second.user, None, first.user]


def test_who_only_looked_may_approve_what_another_typed_before_the_take_over(first, second, four_eyes):
    translation = drafted()
    page = opened(first, translation)
    words = {f"segment-{one.pk}": text for one, text in zip(in_order(translation), GOOD, strict=True)}
    first.post(address("typed", translation), {"token": page["token"], "sequence": 1} | words)
    second.post(address("take-over", translation))

    response = write(second, "approve", translation)

    assert (response.status_code, status(translation)) == (302, "reviewed")


def test_what_the_machine_or_the_memory_wrote_was_written_by_nobody(first):
    approve(drafted(), GOOD)
    translation = drafted()
    ask_for_a_second_person()

    assert write(first, "approve", translation).status_code == 302


def test_who_corrected_an_entry_of_the_memory_wrote_what_it_fills_in(first, second):
    approve(drafted(), GOOD)
    entry = MemoryEntry.objects.get(template_uk=GOOD[1])
    entry.template_uk = "Пакування товарів."
    memory_services.save_entry(entry=entry, by=first.user)
    own, other = drafted(), drafted()
    ask_for_a_second_person()

    refused = write(first, "approve", own)
    approved = write(second, "approve", other)

    assert (refused.status_code, approved.status_code) == (409, 302)
    entry.refresh_from_db()
    assert (entry.template_uk, entry.corrected_by) == ("Пакування товарів.", None)


def test_who_only_widens_where_an_entry_serves_has_not_written_it(first):
    entry = EntryFactory(template_pl="Praca")
    entry.scope = "file"

    memory_services.save_entry(entry=entry, by=first.user)

    entry.refresh_from_db()
    assert (entry.scope, entry.corrected_by) == ("file", None)


def test_a_text_the_memory_replaced_is_nobodys_any_more(first):
    approve(drafted(body_pl="Kleimy pudła przez 9 godzin."), ["Пакувальник", "Клеїмо коробки 9 годин."])
    translation = drafted(body_pl="Kleimy torby.")
    write(first, "save", translation, ["Пакувальник", "Клеїмо торби."])
    changed = translation.subject
    changed.body_pl = "Kleimy pudła przez 9 godzin."
    changed.save()
    services.source_changed(subject=changed)
    drafting.draft(translation.pk)

    *_title, body = in_order(translation)
    assert (body.origin, body.typed_by) == ("memory", None)


def test_a_sentence_made_empty_was_written_by_nobody(first):
    translation = drafted()

    write(first, "save", translation, ["", *GOOD[1:]])

    assert [segment.typed_by for segment in in_order(translation)] == [None, None, first.user]


def test_a_correction_of_an_approved_text_waits_for_the_second_person(first, second):
    translation = reviewed(GOOD)
    ask_for_a_second_person()
    better = ["Пакувальниця", *GOOD[1:]]

    refused = write(first, "approve", translation, better)
    handed_over = write(first, "ready", translation, better)

    assert (refused.status_code, handed_over.status_code) == (409, 302)
    assert in_order(translation)[0].text_uk == "Пакувальник"
    assert Notice.objects.get().title_uk == "Пакувальник"
    assert TypedText.objects.get().typed_by == first.user
    assert list(Translation.objects.waiting_for_second()) == [translation]
    assert list(Translation.objects.to_do()) == [translation]

    assert write(second, "approve", translation).status_code == 302
    assert Notice.objects.get().title_uk == "Пакувальниця"
    assert not Translation.objects.to_do().exists()


def test_an_approved_text_without_correction_is_not_handed_over(first):
    translation = reviewed(GOOD)

    response = write(first, "ready", translation)

    assert response.status_code == 409
    assert not Translation.objects.waiting_for_second().exists()


def test_a_correction_is_handed_over_by_reviewers_and_from_the_present_page_only(client, first):
    translation = reviewed(GOOD)
    client.force_login(UserFactory())
    title = f"segment-{in_order(translation)[0].pk}"
    sent = {"version": translation.version, title: "Пакувальниця"}

    refused = client.post(address("ready", translation), sent)
    stale = first.post(address("ready", translation), sent | {"version": 0})
    broken = first.post(address("ready", translation), sent | {"version": "x"})

    assert (refused.status_code, stale.status_code, broken.status_code) == (409, 409, 422)
    assert not TypedText.objects.exists()


def test_making_ready_twice_changes_nothing(first):
    translation = drafted()
    write(first, "ready", translation, GOOD)
    before = Translation.objects.get()

    write(first, "ready", translation)

    after = Translation.objects.get()
    assert (after.ready_at, after.ready_by, after.version) == (
        before.ready_at,
        first.user,
        before.version,
    )


def test_the_second_person_is_told_on_their_first_page_and_on_the_work_list(first, second):
    translation, other = drafted(title_pl="Pierwsze"), drafted(title_pl="Drugie")
    Translation.objects.filter(pk=other.pk).update(urgency=1)
    write(first, "ready", translation, ["Перше", *GOOD[1:]])

    shown = second.get("/en/desk/").context["cards"]
    listed = second.get("/en/desk/translations/", {"status": "ready"})

    (card,) = (card for card in shown if str(card.title) == "Translations to do")
    assert [(line.name, line.detail) for line in card.lines] == [
        ("Pierwsze", "ready for the second person: Anna Pierwsza"),
        ("Drugie", "published without a Ukrainian text"),
    ]
    assert list(listed.context["page"]) == [translation]
    assert "made ready by Anna Pierwsza" in listed.content.decode()


def test_who_wrote_it_is_not_asked_to_be_the_second_person(first):
    translation = drafted(title_pl="Pierwsze")
    write(first, "ready", translation, ["Перше", *GOOD[1:]])

    (card,) = (
        card for card in first.get("/en/desk/").context["cards"] if str(card.title) == "Translations to do"
    )

    assert [line.detail for line in card.lines] == ["ready for the second person"]


@pytest.mark.parametrize("verb", ["save", "approve"])
def test_further_work_takes_it_back_from_the_second_person(first, second, verb):
    translation = drafted()
    write(first, "ready", translation, GOOD)

    write(second, verb, translation, [*GOOD[:2], "Клеїмо коробки 9 годин."])

    assert not Translation.objects.waiting_for_second().exists()


def test_a_changed_polish_takes_it_back_from_the_second_person(first):
    translation = drafted()
    write(first, "ready", translation, GOOD)
    Notice.objects.update(body_pl="Pakowanie wyrobów.")

    services.source_changed(subject=Notice.objects.get())

    assert not Translation.objects.waiting_for_second().exists()


def test_the_history_tells_who_made_it_ready(first):
    translation = drafted()

    write(first, "ready", translation, GOOD)

    assert translation.events.order_by("pgh_id").last().ready_by == first.user


def test_an_adviser_who_may_not_approve_hands_a_draft_over(client, second):
    client.force_login(UserFactory(role=Role.ADVISER, full_name="Ewa Trzecia"))
    translation = owed()

    response = write(client, "ready", translation, GOOD)

    assert response.status_code == 302
    assert write(second, "approve", translation).status_code == 302


def test_the_office_says_whether_two_people_look(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    page = reverse("reference:office-edit", args=["translations"])

    assert "two people look at each translation" in client.get(page).content.decode().lower()
    response = client.post(page, {"needs_second_person": "on", "version": "0"})

    assert response.status_code == 302, response.context["form"].errors
    assert OfficeProfile.objects.current().needs_second_person


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("translation_ready_at_and_by_together", {"ready_at": timezone.now()}),
        ("translation_minor_at_and_by_together", {"minor_at": timezone.now()}),
        ("translation_urgency_is_known", {"urgency": 9}),
    ],
)
def test_the_database_refuses_half_a_handing_over(constraint, values):
    translation = drafted()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Translation.objects.filter(pk=translation.pk).update(**values)


def test_the_database_refuses_an_author_of_nothing():
    segment = in_order(owed())[0]

    with pytest.raises(IntegrityError, match="segment_typed_by_wrote_a_text"), transaction.atomic():
        Segment.objects.filter(pk=segment.pk).update(typed_by=UserFactory())


def test_authors_are_those_of_the_very_words():
    translation, anna, ola = drafted(), UserFactory(), UserFactory()
    title, body, _last = in_order(translation)
    editing.keep(
        translation, {title.pk: "Слово", body.pk: "Друге"}, by=anna, page=translation.public_id, sequence=1
    )

    found = editing.authors(translation, {title.pk: "Слово", body.pk: "Інше"}, by=ola)

    assert found == {title.pk: anna.pk, body.pk: ola.pk}


def test_a_correction_taken_back_is_not_handed_over(first, second):
    translation = reviewed(GOOD)
    title, sentence, _last = in_order(translation)
    page = opened(first, translation)
    typed = {"token": page["token"], "sequence": 1, f"segment-{title.pk}": "Пакувальниця"}
    first.post(address("typed", translation), typed)

    first.post(address("ready", translation), page | {f"segment-{sentence.pk}": "Пакування наших виробів."})

    assert editing.typed(translation).texts == {sentence.pk: "Пакування наших виробів."}


def test_who_made_a_correction_ready_is_not_told_of_it(first, second):
    translation = reviewed(GOOD)
    write(first, "ready", translation, ["Пакувальниця", *GOOD[1:]])
    waiting = Translation.objects.waiting_for_second()

    told = [list(waiting.without_words_of(person.user)) for person in (first, second)]

    assert told == [[], [translation]]


def test_a_draft_without_a_word_is_not_handed_over(first):
    translation = owed()

    response = write(first, "ready", translation)

    assert response.status_code == 409
    assert not Translation.objects.waiting_for_second().exists()
