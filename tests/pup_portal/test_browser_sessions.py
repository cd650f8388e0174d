"""Two requests of one browser at the same time do not undo each other."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from hypothesis import given
from hypothesis import strategies as st

from accounts.permissions import Role
from pup_portal.browser_sessions import SessionStore, joined
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SAID = st.dictionaries(
    st.sampled_from("abc"), st.integers(0, 2) | st.dictionaries(st.just("x"), st.integers())
)


def kept(**said):
    store = SessionStore()
    store.update(said)
    store.save()
    return store.session_key


def opened(key):
    store = SessionStore(key)
    store.items()
    return store


def said_in(key):
    return dict(SessionStore(key).items())


def test_request_that_changed_nothing_takes_nothing_back():
    key = kept(a=1)
    reading, writing = opened(key), opened(key)
    writing["b"] = 2
    writing.save()

    reading.save()

    assert said_in(key) == {"a": 1, "b": 2}


def test_two_that_write_keep_the_words_of_both():
    key = kept(asked={"one": "1"}, gone=1, changed=1)
    first, second = opened(key), opened(key)
    first["asked"] = {"one": "1", "two": "2"}
    del first["gone"]
    first.save()
    second["asked"] = {"three": "3"}
    second["changed"] = 2

    second.save()
    second["later"] = True
    second.save()

    assert said_in(key) == {"asked": {"two": "2", "three": "3"}, "changed": 2, "later": True}
    assert dict(second.items()) == said_in(key)


def test_end_of_the_session_moves_with_every_request(settings):
    key = kept(a=1)
    Session.objects.update(expire_date=Session.objects.get().expire_date.replace(year=2999))

    opened(key).save()

    assert Session.objects.get().expire_date.year < 2999


@pytest.mark.parametrize("change", [{}, {"b": 2}])
def test_session_ended_meanwhile_does_not_come_back(change):
    key = kept(a=1)
    store = opened(key)
    Session.objects.all().delete()
    store.update(change)

    with pytest.raises(UpdateError):
        store.save()

    assert not Session.objects.exists()


def test_new_key_takes_everything_along():
    key = kept(a=1)
    store = opened(key)

    store.cycle_key()
    store["b"] = 2
    store.save()

    assert said_in(store.session_key) == {"a": 1, "b": 2}
    assert not Session.objects.filter(session_key=key).exists()


def test_page_costs_no_query_more(client, django_assert_num_queries):
    client.force_login(UserFactory(role=Role.BROKER))
    client.get("/en/desk/search/")
    store = opened(client.session.session_key)
    store["a"] = 1

    with django_assert_num_queries(3):  # begin, one update, end
        store.save()


@given(SAID, SAID)
def test_alone_ones_own_changes_are_all_there_is(before, mine):
    assert joined(before, before=before, mine=mine) == mine


@given(SAID, SAID)
def test_who_changes_nothing_leaves_what_others_wrote(before, theirs):
    assert joined(theirs, before=before, mine=before) == theirs


def test_emptied_session_begins_anew_under_another_key():
    key = kept(a=1)
    store = opened(key)

    store.flush()
    store["b"] = 2
    store.save()

    assert store.session_key != key
    assert said_in(store.session_key) == {"b": 2}
    assert [session.session_key for session in Session.objects.all()] == [store.session_key]
