"""The list of what is to be translated: what it holds, in which order, and for whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    NoticeFactory,
    TermFactory,
    drafted,
    in_order,
    owed,
    reviewed,
    reviewer,
)
from tests.translations.models import Notice
from translations import editing_services, review_services, services
from translations.models import GlossaryConcern, Translation
from translations.work_list import Tab

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory()
    client.force_login(user)
    return user


def listed(client, **asked: object) -> list[Translation]:
    return list(client.get("/en/desk/translations/", asked).context["page"])


def waiting(urgency: int, *, days: int = 0, **texts: str) -> Translation:
    translation = drafted(urgency=urgency, **texts)
    since = timezone.now() - timedelta(days=days)
    Translation.objects.filter(pk=translation.pk).update(waiting_since=since)
    return translation


def save(translation: Translation, by, texts: list[str]) -> None:
    translation.refresh_from_db()
    typed = dict(zip((one.pk for one in in_order(translation)), texts, strict=True))
    services.save_draft(translation=translation, texts=typed, version=translation.version, by=by)


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("tab", ["to-do", "missing"])
def test_the_work_list_takes_the_same_queries_for_any_length(
    client, coordinator, django_assert_num_queries, count, tab
):
    NoticeFactory.create_batch(count)
    for notice in Notice.objects.all():
        translation = services.owe_draft(subject=notice)
        editing_services.open_for_editing(translation=translation, by=coordinator)

    with django_assert_num_queries(
        14
    ):  # session read and saved (4), user, office; counts, four tabs' more, size of the page, rows, people
        response = client.get(reverse("translations:list"), {"status": tab})

    assert len(response.context["page"]) == count
    assert "is at work" in client.get("/en/desk/translations/").content.decode()


def test_what_readers_wait_for_comes_first_then_what_has_waited_longest(client, coordinator):
    rest = waiting(3, days=90)
    new, old = waiting(1, days=1), waiting(1, days=3)
    ready = waiting(2, days=50)
    waiting(4, days=99)

    assert listed(client) == [old, new, ready, rest]


def test_the_list_says_in_words_why_and_how_long(client, coordinator):
    waiting(1, days=3)
    outdated = reviewed(GOOD, urgency=1)
    Notice.objects.filter(pk=outdated.object_id).update(body_pl="Inny.")
    services.source_changed(subject=Notice.objects.get(pk=outdated.object_id))
    waiting(2)

    said = client.get("/en/desk/translations/").content.decode().replace("\xa0", " ")

    assert "published without a Ukrainian text" in said
    assert "published; the Polish has changed since the approval" in said
    assert "waits for publication" in said
    assert ">3 days</time>" in said


def test_an_outdated_text_waits_since_its_polish_changed():
    outdated = reviewed(GOOD)
    Translation.objects.update(waiting_since=timezone.now() - timedelta(days=200))
    Notice.objects.update(body_pl="Inny.")

    services.source_changed(subject=Notice.objects.get())

    outdated.refresh_from_db()
    assert timezone.now() - outdated.waiting_since < timedelta(minutes=1)


def test_urgency_follows_the_owner_for_many_at_once(django_assert_num_queries):
    translations = [drafted(), drafted(), drafted()]
    NoticeFactory(urgency=1)
    Notice.objects.filter(pk__in=[one.object_id for one in translations[:2]]).update(urgency=1)
    notices = list(Notice.objects.all())

    with django_assert_num_queries(6):  # savepoint, two for each urgency (what is needed again; all), release
        services.urgency_changed(subjects=notices)

    assert [Translation.objects.get(pk=one.pk).urgency for one in translations] == [1, 1, 3]


def test_approved_and_unwanted_texts_are_no_work(client, coordinator):
    reviewed(GOOD, urgency=1)
    drafted(urgency=4)

    response = client.get("/en/desk/translations/")

    assert list(response.context["page"]) == []
    assert "Nothing to do" in response.content.decode()


def test_the_work_list_has_a_tab_for_each_status_and_says_how_many(client, coordinator):
    owed(), drafted(), reviewed(GOOD)
    outdated = reviewed(GOOD)
    Notice.objects.filter(pk=outdated.object_id).update(body_pl="Inny.")
    services.source_changed(subject=Notice.objects.get(pk=outdated.object_id))

    response = client.get(reverse("translations:list"))

    assert dict(response.context["tabs"]) == {
        Tab.TO_DO: 3,
        Tab.READY: 0,
        Tab.MINE: 0,
        Tab.MISSING: 1,
        Tab.DRAFT: 1,
        Tab.OUTDATED: 1,
        Tab.REVIEWED: 1,
        Tab.IN_QUESTION: 0,
    }
    assert response.context["tab"] == Tab.TO_DO
    assert listed(client, status="outdated") == [outdated]


def test_mine_is_what_i_have_begun_and_nobody_has_approved(client, coordinator):
    other = UserFactory()
    written, typed, ready, foreign = drafted(), drafted(), drafted(), drafted()
    save(written, coordinator, GOOD)
    save(foreign, other, GOOD)
    page = editing_services.open_for_editing(translation=typed, by=coordinator).page
    key = in_order(typed)[0].pk
    editing_services.keep_typed(
        translation=typed, page=page, sequence=1, texts={key: "Слово"}, by=coordinator
    )
    review_services.make_ready(translation=ready, texts={}, version=ready.version, by=coordinator)
    save_and_approve(drafted(), coordinator)

    assert set(listed(client, status="mine")) == {written, typed, ready}


def save_and_approve(translation: Translation, by) -> None:
    save(translation, by, GOOD)
    translation.refresh_from_db()
    services.approve(translation=translation, texts={}, version=translation.version, by=reviewer())


def test_the_list_is_narrowed_to_one_persons_drafts(client, coordinator):
    anna, ola = UserFactory(full_name="Anna Pierwsza"), UserFactory(role=Role.BROKER)
    by_anna, by_ola = drafted(), drafted()
    save(by_anna, anna, GOOD)
    save(by_ola, ola, GOOD)

    assert listed(client, by=str(anna.public_id)) == [by_anna]
    assert set(listed(client, by="")) == {by_anna, by_ola}
    empty = client.get("/en/desk/translations/", {"by": str(anna.public_id), "status": "outdated"})
    assert "Nothing that Anna Pierwsza wrote last is on this list." in empty.content.decode()
    assert "?status=outdated" in empty.content.decode()


@pytest.mark.parametrize("by", ["x", "0", "00000000-0000-4000-8000-000000000000", "' OR 1=1"])
def test_a_wrong_person_narrows_nothing(client, coordinator, by):
    translation = drafted()

    assert listed(client, by=by) == [translation]


def test_the_work_list_says_how_much_is_open_and_who_wrote(client, coordinator):
    drafted()
    response = client.get("/en/desk/translations/")

    (row,) = response.context["page"]
    assert (row.segment_count, row.open_count) == (3, 1)
    assert "the machine" in response.content.decode()


def test_who_stopped_long_ago_is_not_at_work(client, coordinator):
    translation = drafted()
    held = editing_services.open_for_editing(translation=translation, by=UserFactory())

    editing_services.let_go(translation=translation, page=held.page, by=held.holder)

    assert "is at work" not in client.get("/en/desk/translations/").content.decode()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("lost", "Nothing to do"),
        ("ready", "Nothing waits for the second person"),
        ("mine", "What you write in a translation stands here"),
        ("reviewed", "Translations appear here"),
        ("in-question", "Nothing here"),
    ],
)
def test_each_empty_tab_says_what_comes_there(client, coordinator, status, said):
    assert said in client.get("/en/desk/translations/", {"status": status}).content.decode()


def test_texts_in_question_are_listed_without_a_reason_to_wait(client, coordinator):
    translation = reviewed(GOOD)
    GlossaryConcern.objects.create(term=TermFactory(), translation=translation)

    response = client.get("/en/desk/translations/", {"status": "in-question"})

    assert list(response.context["page"]) == [translation]
    assert "approved by" in response.content.decode()


@pytest.mark.parametrize("state", ["failed", "owed"])
def test_the_work_list_shows_work_that_failed_or_is_on_its_way(client, coordinator, state):
    owed()
    Translation.objects.update(state=state)

    said = client.get("/en/desk/translations/?status=missing").content.decode()

    assert ("automatic draft failed" in said, "automatic draft on its way" in said) == (
        state == "failed",
        state == "owed",
    )


def test_the_list_to_do_is_read_from_its_index():
    """With few rows the planner would rather read them all; told not to, it must find the index fit."""
    drafted()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")

        plan = Translation.objects.to_do()[:25].explain()

    assert "translation_to_do" in plan
