"""One page edits a translation at a time, and what is typed there survives whatever happens to the page."""

import threading
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.permissions import Role
from tests.factories import UserFactory
from tests.translations.factories import GOOD, drafted, in_order, owed, reviewed, reviewer
from tests.translations.models import Notice
from translations import editing, editing_services, services
from translations.models import FREE_AFTER, Editing, Segment, Translation, TypedText

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(client):
    user = UserFactory(full_name="Anna Pierwsza")
    client.force_login(user)
    return user


@pytest.fixture
def other():
    """Another person at another browser."""
    browser = Client()
    browser.user = reviewer(full_name="Ola Druga")
    browser.force_login(browser.user)
    return browser


def address(name: str, translation: Translation) -> str:
    return reverse(f"translations:translation-{name}", args=[translation.public_id])


def opened(browser, translation: Translation) -> dict[str, object]:
    """The fields that the page sends, as it was just opened."""
    context = browser.get(address("detail", translation)).context
    fields = {field.html_name: field.value() for field in context["form"] if field.name != "token"}
    token = {"token": str(context["held"].page)} if context["is_mine"] else {}
    return fields | {"version": context["translation"].version} | token


def send(browser, translation: Translation, page: dict[str, object], sequence: int = 1, **fields: object):
    sent = {"token": page.get("token", ""), "sequence": sequence} | fields
    return browser.post(address("typed", translation), sent)


def field(segment: Segment) -> str:
    return f"segment-{segment.pk}"


def change_polish(translation: Translation, body: str) -> None:
    notice = translation.subject
    notice.body_pl = body
    notice.save()
    services.source_changed(subject=notice)


def leave_alone(translation: Translation) -> None:
    """Let more time pass than a page is waited for."""
    long_ago = timezone.now() - FREE_AFTER - timedelta(seconds=1)
    Editing.objects.filter(translation=translation).update(seen_at=long_ago, taken_at=long_ago)


def test_what_is_typed_is_there_when_the_page_is_opened_again(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)

    response = send(client, translation, opened(client, translation), **{field(title): "Пакувальниця"})

    assert (response.status_code, response["Translation-Version"]) == (204, "1")
    assert opened(client, translation)[field(title)] == "Пакувальниця"
    title.refresh_from_db()
    assert title.text_uk == "Пакувальник"
    assert (title.typed_text.typed_by, title.typed_text.source_pl) == (anna, "Pakowacz")


def test_saving_takes_what_was_typed_into_the_draft(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, **{field(title): "Пакувальниця"})

    response = client.post(address("save", translation), page | {field(title): "Пакувальниця!"})

    title.refresh_from_db()
    assert (response.status_code, title.text_uk, title.typed_by) == (302, "Пакувальниця!", anna)
    assert not TypedText.objects.exists()


def test_a_sending_that_arrives_after_saving_brings_no_old_words_back(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    client.post(address("save", translation), page | {field(title): "Пакувальниця"})

    response = send(client, translation, page, 9, **{field(title): "Паку"})

    assert response.status_code == 409
    assert opened(client, translation)[field(title)] == "Пакувальниця"


def test_a_late_sending_changes_nothing_that_came_with_a_later_one(client, anna):
    translation = drafted()
    title, first, _second = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, 3, **{field(title): "третє"})

    late = send(client, translation, page, 2, **{field(title): "друге", field(first): "перше речення"})
    again = send(client, translation, page, 3, **{field(title): "третє знову"})

    assert (late.status_code, again.status_code) == (204, 204)
    now = opened(client, translation)
    assert (now[field(title)], now[field(first)]) == ("третє", "перше речення")


@given(
    order=st.permutations(range(1, 7)), fields=st.lists(st.sets(st.integers(0, 2)), min_size=6, max_size=6)
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_newest_words_win_in_whatever_order_they_arrive(order, fields):
    with transaction.atomic():
        translation, user = owed(), UserFactory()
        keys = [segment.pk for segment in in_order(translation)]
        held = editing_services.open_for_editing(translation=translation, by=user)
        for sequence in order:
            editing_services.keep_typed(
                translation=translation,
                page=held.page,
                sequence=sequence,
                texts={keys[place]: f"№ {sequence}" for place in fields[sequence - 1]},
                by=user,
            )
        kept = dict(TypedText.objects.filter(translation=translation).values_list("segment_key", "text_uk"))
        transaction.set_rollback(True)

    newest = {
        keys[place]: max(number for number in range(1, 7) if place in fields[number - 1])
        for place in set().union(*fields)
    }
    assert kept == {key: f"№ {number}" for key, number in newest.items()}


def test_words_taken_back_stay_taken_back(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, 2, **{field(title): title.text_uk})

    send(client, translation, page, 1, **{field(title): "помилка"})

    assert opened(client, translation)[field(title)] == title.text_uk
    assert editing.typed(translation).texts == {}


def test_the_second_person_is_told_who_is_at_work(client, anna, other):
    translation = drafted()
    opened(client, translation)

    response = other.get(address("detail", translation).replace("/uk/", "/en/"))

    assert "Anna Pierwsza has this translation open since" in response.content.decode()
    assert (response.context["is_mine"], response.context["may_save"]) == (False, False)


def test_whoever_takes_over_starts_with_what_was_typed_and_the_first_is_told(client, anna, other):
    translation = drafted()
    title, *_rest = in_order(translation)
    mine = opened(client, translation)
    send(client, translation, mine, **{field(title): "Пакувальниця"})

    taken = other.post(address("take-over", translation))
    theirs = opened(other, translation)
    refused = send(client, translation, mine, 2, **{field(title): "Пакувальниці"})

    said = refused.content.decode()
    assert (taken.status_code, refused.status_code) == (302, 409)
    assert theirs[field(title)] == "Пакувальниця"
    assert "Ola Druga" in said
    assert address("take-over", translation) in said
    assert TypedText.objects.get().text_uk == "Пакувальниця"
    held = Editing.objects.get()
    assert (held.holder, held.taken_from) == (other.user, anna)
    assert list(held.events.values_list("holder", "taken_from").order_by("pgh_id"))[-1] == (
        other.user.pk,
        anna.pk,
    )


@pytest.mark.parametrize("verb", ["save", "ready"])
def test_who_was_taken_over_saves_nothing_and_sees_their_words(client, anna, other, verb):
    translation = drafted()
    title, *_rest = in_order(translation)
    mine = opened(client, translation)
    other.post(address("take-over", translation))

    response = client.post(address(verb, translation), mine | {field(title): "Моє слово"})

    title.refresh_from_db()
    assert (response.status_code, title.text_uk) == (409, "Пакувальник")
    assert response.context["form"][field(title)].value() == "Моє слово"
    assert (response.context["may_type"], response.context["may_save"]) == (True, False)
    assert "Моє слово" in response.content.decode()


def test_who_was_taken_over_approves_nothing(client, other):
    first = reviewer()
    client.force_login(first)
    translation = drafted()
    mine = opened(client, translation)
    other.post(address("take-over", translation))
    opened(other, translation)
    texts = dict(zip((field(one) for one in in_order(translation)), GOOD, strict=True))

    refused = client.post(address("approve", translation), mine | texts)

    translation.refresh_from_db()
    assert (refused.status_code, translation.status) == (409, "draft")


def test_two_pages_of_one_person_do_not_write_over_each_other(client, anna):
    translation = drafted()
    title, first, _second = in_order(translation)
    older, newer = opened(client, translation), opened(client, translation)
    send(client, translation, newer, **{field(title): "нове"})

    typed = send(client, translation, older, 7, **{field(title): "старе"})
    saved = client.post(address("save", translation), older | {field(first): "старе"})

    assert "another page" in typed.content.decode() or typed.status_code == 409
    assert (typed.status_code, saved.status_code) == (409, 409)
    assert [row.text_uk for row in TypedText.objects.all()] == ["нове"]


def test_a_page_left_alone_is_free_and_its_words_stay(client, anna, other):
    translation = drafted()
    title, *_rest = in_order(translation)
    mine = opened(client, translation)
    send(client, translation, mine, **{field(title): "Пакувальниця"})
    leave_alone(translation)

    theirs = opened(other, translation)

    assert theirs[field(title)] == "Пакувальниця"
    assert Editing.objects.get().taken_from is None
    assert send(client, translation, mine, 2, **{field(title): "Пізно"}).status_code == 409


def test_who_comes_back_before_anybody_else_goes_on(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    client.post(address("let-go", translation), {"token": page["token"]})
    assert not Editing.objects.get().is_live()
    leave_alone(translation)
    Editing.objects.update(let_go_at=timezone.now())

    response = send(client, translation, page, 4, **{field(title): "Знову тут"})

    held = Editing.objects.get()
    assert (response.status_code, held.is_live(), held.let_go_at) == (204, True, None)


def test_a_page_closed_after_an_approval_is_let_go_all_the_same(client, anna):
    translation = drafted()
    page = opened(client, translation)
    Translation.objects.update(
        status="reviewed", reviewed_by=reviewer(), reviewed_at=timezone.now(), drafted_at=timezone.now()
    )

    response = client.post(address("let-go", translation), {"token": page["token"]})

    assert (response.status_code, Editing.objects.get().is_live()) == (204, False)


def test_a_closed_page_lets_the_next_person_in(client, anna, other):
    translation = drafted()
    page = opened(client, translation)

    assert client.post(address("let-go", translation), {"token": page["token"]}).status_code == 204

    assert "token" in opened(other, translation)
    assert Editing.objects.get().holder == other.user


@pytest.mark.parametrize("token", ["", "x", str(UUID(int=0))])
def test_only_the_page_itself_lets_go(client, anna, token):
    translation = drafted()
    opened(client, translation)

    response = client.post(address("let-go", translation), {"token": token})

    assert (response.status_code, Editing.objects.get().is_live()) == (204, True)


def test_who_has_been_signed_out_keeps_nothing_and_loses_nothing(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, **{field(title): "перед виходом"})
    client.logout()

    response = send(client, translation, page, 2, **{field(title): "після виходу"})

    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/en/accounts/login/")
    assert TypedText.objects.get().text_uk == "перед виходом"
    client.force_login(anna)
    assert opened(client, translation)[field(title)] == "перед виходом"


def test_words_for_a_sentence_the_polish_has_lost_stay_without_a_home(client, anna):
    translation = drafted()
    *_others, second = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, 1, **{field(second): "Клеїмо коробки 8 годин."})

    change_polish(translation, "Pakowanie wyrobów.")
    response = send(client, translation, page, 2, **{field(second): "Клеїмо коробки 8 годин щодня."})

    (homeless,) = editing.typed(translation).homeless
    assert response.status_code == 204
    assert int(response["Translation-Version"]) > page["version"]
    assert (homeless.segment, homeless.source_pl) == (None, "Kleimy pudła przez 8 godzin.")
    assert homeless.text_uk == "Клеїмо коробки 8 годин щодня."


def test_words_without_a_home_are_forgotten_only_when_who_typed_them_saves(client, anna, other):
    translation = drafted()
    *_others, second = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, 1, **{field(second): "Мій переклад"})
    change_polish(translation, "Pakowanie wyrobów.")

    other.post(address("take-over", translation))
    saved = other.post(address("save", translation), opened(other, translation))
    after_the_other = [row.text_uk for row in editing.typed(translation).homeless]
    client.post(address("take-over", translation))
    client.post(address("save", translation), opened(client, translation))

    assert (saved.status_code, after_the_other) == (302, ["Мій переклад"])
    assert not TypedText.objects.exists()


def test_words_first_typed_after_the_sentence_was_lost_are_kept_as_well(client, anna):
    translation = drafted()
    *_others, second = in_order(translation)
    page = opened(client, translation)
    change_polish(translation, "Pakowanie wyrobów.")

    send(client, translation, page, 1, **{field(second): "Мій переклад"})

    (homeless,) = editing.typed(translation).homeless
    assert (homeless.text_uk, homeless.source_pl) == ("Мій переклад", "Kleimy pudła przez 8 godzin.")


def test_words_for_a_sentence_whose_polish_changed_stay_with_it(client, anna):
    translation = drafted()
    *_others, second = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, 1, **{field(second): "Клеїмо коробки 8 годин."})

    change_polish(translation, "Pakowanie wyrobów. Kleimy pudła przez 9 godzin.")

    assert opened(client, translation)[field(second)] == "Клеїмо коробки 8 годин."
    assert editing.typed(translation).homeless == []


def test_saving_on_a_page_older_than_the_polish_shows_both_and_keeps_what_was_typed(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, 1, **{field(title): "Пакувальниця"})
    change_polish(translation, "Pakowanie wyrobów.")

    response = client.post(address("save", translation), page | {field(title): "Пакувальниця"})

    assert response.status_code == 409
    assert TypedText.objects.get().text_uk == "Пакувальниця"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"sequence": "0"},
        {"sequence": "-1"},
        {"sequence": "x"},
        {"sequence": str(2**40)},
        {"token": "nonsense"},
        {"token": ""},
    ],
)
def test_garbage_is_refused(client, anna, sent):
    translation = drafted()
    page = opened(client, translation)
    whole = {"token": page["token"], "sequence": 1} if sent else {}

    response = client.post(address("typed", translation), whole | sent)

    assert response.status_code == 422
    assert not TypedText.objects.exists()


def test_a_sentence_that_never_was_one_of_this_translation_is_passed_over(client, anna):
    translation, foreign = drafted(), in_order(drafted())[0]
    page = opened(client, translation)
    keys = {field(foreign): "чуже", "segment-0": "x", "segment-999999999999999999": "x", "segment-x": "x"}

    response = send(client, translation, page, 1, **keys, **{"segment-1234567890123456789": "x"})

    assert response.status_code == 204
    assert not TypedText.objects.exists()


@pytest.mark.parametrize("text", ["ж" * 5001, "ж" * 200_000, "а\0б"])
def test_a_text_that_no_draft_could_hold_is_refused(client, anna, text):
    translation = drafted()
    title, *_rest = in_order(translation)

    response = send(client, translation, opened(client, translation), **{field(title): text})

    assert response.status_code == 422
    assert not TypedText.objects.exists()


def test_a_sign_that_is_still_alive_needs_no_words(client, anna):
    translation = drafted()
    page = opened(client, translation)
    leave_alone(translation)

    response = send(client, translation, page)

    assert (response.status_code, Editing.objects.get().is_live()) == (204, True)


@pytest.mark.parametrize("verb", ["typed", "take-over", "let-go", "ready"])
def test_forged_posts_are_refused(anna, verb):
    translation = drafted()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(anna)

    response = browser.post(address(verb, translation), {"token": str(uuid4()), "sequence": 1})

    assert response.status_code == 403
    assert not Editing.objects.exists()


@pytest.mark.parametrize("verb", ["typed", "take-over", "let-go", "ready"])
@pytest.mark.parametrize("role", [Role.MANAGER, Role.COUNSELLOR, Role.ADMINISTRATOR])
def test_who_does_not_draft_takes_no_turn(client, role, verb):
    translation = drafted()
    client.force_login(UserFactory(role=role))

    response = client.post(address(verb, translation), {"token": str(uuid4()), "sequence": 1})

    assert response.status_code == 403
    assert not Editing.objects.exists()


@pytest.mark.parametrize("verb", ["typed", "take-over", "let-go", "ready"])
def test_only_posts_and_only_translations_that_are_there(client, anna, verb):
    gone = reverse(f"translations:translation-{verb}", args=[uuid4()])

    assert client.get(address(verb, drafted())).status_code == 405
    assert client.post(gone, {"token": str(uuid4()), "sequence": 1}).status_code == 404


def test_reading_a_page_takes_no_turn_of_those_who_may_not_type(client):
    client.force_login(UserFactory(role=Role.MANAGER))

    client.get(address("detail", drafted()))

    assert not Editing.objects.exists()


def test_asking_whether_a_page_is_there_takes_no_turn(client, anna):
    client.head(address("detail", drafted()))

    assert not Editing.objects.exists()


def test_an_approved_text_is_edited_by_reviewers_only(client, anna, other):
    translation = reviewed(GOOD)
    title, *_rest = in_order(translation)

    refused = client.post(address("take-over", translation))
    typed = send(client, translation, {"token": str(uuid4())}, **{field(title): "Чуже"})
    kept = send(other, translation, opened(other, translation), **{field(title): "Пакувальниця"})

    title.refresh_from_db()
    assert (refused.status_code, typed.status_code, kept.status_code) == (302, 409, 204)
    assert Editing.objects.get().holder == other.user
    assert (title.text_uk, title.typed_text.text_uk) == ("Пакувальник", "Пакувальниця")
    translation.refresh_from_db()
    assert translation.is_reviewed


def test_a_correction_refused_by_the_checks_stays_typed(client, other):
    translation = reviewed(GOOD)
    *_others, second = in_order(translation)
    page = opened(other, translation)
    send(other, translation, page, **{field(second): "Клеїмо коробки 9 годин."})

    response = other.post(address("approve", translation), page | {field(second): "Клеїмо коробки 9 годин."})

    assert response.status_code == 409
    assert TypedText.objects.get().text_uk == "Клеїмо коробки 9 годин."


def test_what_comes_from_a_file_waits_while_somebody_else_types(client, anna, other):
    translation = drafted()
    opened(client, translation)
    title, *_rest = in_order(translation)
    sent = opened(other, translation) | {field(title): "З файлу"}

    refused = other.post(address("save", translation), sent)
    leave_alone(translation)
    taken = other.post(address("save", translation), sent)

    title.refresh_from_db()
    assert (refused.status_code, taken.status_code, title.text_uk) == (409, 302, "З файлу")


def test_what_comes_from_a_file_leaves_the_other_typed_words(client, anna):
    translation = drafted()
    title, first, _second = in_order(translation)
    page = opened(client, translation)
    send(client, translation, page, **{field(title): "а", field(first): "б"})
    del page["token"]

    client.post(address("save", translation), page | {field(title): "З файлу"})

    assert editing.typed(translation).texts == {first.pk: "б"}


def test_sentences_that_a_file_does_not_name_keep_their_words(client, anna):
    translation = drafted()
    title, first, _second = in_order(translation)

    client.post(address("save", translation), {"version": translation.version, field(title): "З файлу"})

    assert [one.text_uk for one in in_order(translation)][:2] == ["З файлу", first.text_uk]


def test_a_deleted_record_takes_what_was_typed_along(client, anna):
    translation = drafted()
    title, *_rest = in_order(translation)
    send(client, translation, opened(client, translation), **{field(title): "Слово"})

    Notice.objects.all().delete()

    assert not TypedText.objects.exists()
    assert not Editing.objects.exists()


@pytest.mark.parametrize("count", [1, 20])
def test_keeping_words_takes_the_same_queries_for_any_length(client, anna, django_assert_num_queries, count):
    translation = drafted(body_pl="\n".join(f"Mycie okien numer {n}" for n in range(count)))
    page = opened(client, translation)
    texts = {name: "слово" for name in page if name.startswith("segment-")}
    send(client, translation, page, 1, **texts)

    with django_assert_num_queries(
        13
    ):  # session (4), user, row; savepoint, lock, page, seen, typed, written, release
        response = send(client, translation, page, 2, **dict.fromkeys(texts, "інше"))

    assert response.status_code == 204
    assert set(TypedText.objects.values_list("text_uk", flat=True)) == {"інше"}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_at_once_one_waits_and_is_told():
    translation, first, second = drafted(), UserFactory(), UserFactory()
    found = at_once(
        lambda: editing_services.open_for_editing(translation=translation, by=first),
        lambda: editing_services.open_for_editing(translation=translation, by=second),
    )

    assert [held.holder_id for held in found] == [first.pk, first.pk]
    assert Editing.objects.get().holder == first


@pytest.mark.django_db(transaction=True)
def test_words_that_arrive_during_a_take_over_are_refused():
    translation, first, second = drafted(), UserFactory(), UserFactory()
    page = editing_services.open_for_editing(translation=translation, by=first).page
    title, *_rest = in_order(translation)

    def type_late():
        try:
            editing_services.keep_typed(
                translation=translation, page=page, sequence=1, texts={title.pk: "пізно"}, by=first
            )
        except editing.TakenOver as refusal:
            return refusal
        return None

    _taken, refusal = at_once(
        lambda: editing_services.take_over(translation=translation, by=second), type_late
    )

    assert refusal.held.holder == second
    assert not TypedText.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_words_that_arrive_during_saving_do_not_come_back():
    translation, user = drafted(), UserFactory()
    page = editing_services.open_for_editing(translation=translation, by=user).page
    title, *_rest = in_order(translation)

    def type_late():
        try:
            editing_services.keep_typed(
                translation=translation, page=page, sequence=8, texts={title.pk: "старе"}, by=user
            )
        except editing.TakenOver:
            return "refused"
        return "kept"

    _saved, late = at_once(
        lambda: services.save_draft(
            translation=translation,
            texts={title.pk: "нове"},
            version=translation.version,
            by=user,
            page=page,
        ),
        type_late,
    )

    title.refresh_from_db()
    assert (late, title.text_uk, TypedText.objects.exists()) == ("refused", "нове", False)


def at_once(first, second) -> list:
    """What both give when ``second`` comes, from another connection, while ``first`` is not committed yet."""
    results: list = []

    def run():
        try:
            results.append(second())
        finally:
            connection.close()

    with transaction.atomic():
        mine = first()
        thread = threading.Thread(target=run)
        thread.start()
        thread.join(0.5)
        assert results == []
    thread.join(10)
    return [mine, *results]


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("editing_is_seen_since_it_is_taken", {"seen_at": timezone.now() - timedelta(days=9)}),
        ("editing_is_let_go_since_it_is_taken", {"let_go_at": timezone.now() - timedelta(days=9)}),
    ],
)
def test_the_database_refuses_a_page_that_cannot_be(constraint, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Editing.objects.create(translation=owed(), holder=UserFactory(), **values)


def test_the_database_refuses_a_take_over_from_oneself():
    user = UserFactory()

    with pytest.raises(IntegrityError, match="editing_is_taken_from_another"), transaction.atomic():
        Editing.objects.create(translation=owed(), holder=user, taken_from=user)


@pytest.mark.parametrize(
    ("constraint", "offset"),
    [("typedtext_is_one_per_sentence", 0), ("typedtext_belongs_to_its_sentence", 1)],
)
def test_the_database_refuses_typed_words_that_cannot_be(constraint, offset):
    translation = drafted()
    title, *_rest = in_order(translation)
    values = {
        "translation": translation,
        "segment_key": title.pk,
        "source_pl": "x",
        "typed_by": UserFactory(),
        "page": uuid4(),
        "sequence": 1,
    }
    TypedText.objects.create(**values)
    segment = title if offset else None

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        TypedText.objects.create(**values | {"segment_key": title.pk + offset, "segment": segment})


def test_pages_and_words_tell_what_they_are():
    assert str(Editing(translation_id=1, holder_id=2)) == "1: 2"
    assert str(TypedText(translation_id=1, segment_key=2)) == "1/2"
    assert str(editing.TakenOver(None, UserFactory.build())).startswith("This page is no longer")


def test_words_of_a_refused_page_come_along_when_it_takes_over(client, anna, other):
    translation = drafted()
    title, first, _second = in_order(translation)
    mine = opened(client, translation)
    other.post(address("take-over", translation))
    theirs = opened(other, translation)
    send(other, translation, theirs, **{field(first): "Їхнє слово"})
    refused = client.post(address("save", translation), mine | {field(title): "Моє слово"})
    button = f'form="workbench" formaction="{address("take-over", translation)}'.replace("/uk/", "/en/")
    assert button in refused.content.decode().replace("/uk/", "/en/")

    response = client.post(address("take-over", translation), {"version": 1, field(title): "Моє слово"})

    form, lines = response.context["form"], response.context["workbench"].lines
    assert (response.status_code, response.context["is_mine"]) == (200, True)
    assert (form[field(title)].value(), form[field(first)].value()) == ("Моє слово", "Їхнє слово")
    assert [line.stored for line in lines] == ["Пакувальник", "", ""]
    again = {"version": response.context["version"], "token": str(response.context["held"].page)}
    saved = client.post(address("save", translation), again | {field(title): "Моє слово"})
    assert saved.status_code == 302


def test_words_typed_over_those_of_somebody_else_are_shown_beside_them(client, anna, other):
    translation = drafted()
    title, *_rest = in_order(translation)
    opened(other, translation)
    send(other, translation, {"token": Editing.objects.get().page}, **{field(title): "Їхнє слово"})

    response = client.post(address("take-over", translation), {"version": 1, field(title): "Моє слово"})

    line = response.context["workbench"].lines[0]
    assert (line.field.value(), line.stored) == ("Моє слово", "Їхнє слово")


def test_words_carried_by_who_may_not_take_over_stay_on_the_page(client, anna):
    translation = reviewed(GOOD)
    title, *_rest = in_order(translation)

    response = client.post(address("take-over", translation), {"version": 1, field(title): "Моє слово"})

    assert response.status_code == 409
    assert response.context["form"][field(title)].value() == "Моє слово"


def test_what_is_typed_until_a_page_is_opened_is_there(client, anna, monkeypatch):
    """The last words of the page before may arrive as the next one waits for its turn."""
    translation = drafted()
    title, *_rest = in_order(translation)
    page = opened(client, translation)
    take_turn = editing_services._locked

    def after_the_last_words(translation: Translation, by: object):
        monkeypatch.undo()
        texts = {title.pk: "В останню мить"}
        editing_services.keep_typed(
            translation=translation, page=UUID(page["token"]), sequence=9, texts=texts, by=by
        )
        return take_turn(translation, by)

    monkeypatch.setattr(editing_services, "_locked", after_the_last_words)

    assert opened(client, translation)[field(title)] == "В останню мить"
