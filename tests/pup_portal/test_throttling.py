"""Who asks too often is told to wait; the counter forgets when its window ends."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import HttpResponse
from django.test import RequestFactory

from pup_portal import throttling
from pup_portal.callers import address_of
from pup_portal.throttling import rate_limited, seconds_left, throttled


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1_800_000_000.0

        def time(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr(throttling, "time", clock)
    return clock


def from_address(address, **headers):
    request = RequestFactory().get("/", REMOTE_ADDR=address, **headers)
    request.user = AnonymousUser()
    return request


def test_limit_is_the_last_one_let_through(clock):
    answers = [throttled("door", limit=3, seconds=60) for _ in range(5)]

    assert answers == [False, False, False, True, True]


def test_callers_are_counted_apart(clock):
    throttled("door:a", limit=1, seconds=60)

    assert throttled("door:a", limit=1, seconds=60)
    assert not throttled("door:b", limit=1, seconds=60)


def test_next_window_starts_at_nothing(clock):
    throttled("door", limit=1, seconds=60)
    assert throttled("door", limit=1, seconds=60)

    clock.now += seconds_left(60)

    assert not throttled("door", limit=1, seconds=60)


def test_window_that_ends_between_the_lines_throttles_nobody(clock, monkeypatch):
    monkeypatch.setattr(throttling.cache, "add", lambda *args, **kwargs: True)

    assert not throttled("door", limit=1, seconds=60)


def test_counter_is_kept_as_long_as_its_window(clock, monkeypatch):
    kept = []
    monkeypatch.setattr(throttling.cache, "touch", lambda key, seconds: kept.append(seconds))

    throttled("door", limit=1, seconds=7200)

    assert kept == [7200]


def test_cache_learns_no_address(clock, monkeypatch):
    keys = []
    monkeypatch.setattr(throttling.cache, "incr", lambda key: keys.append(key) or 1)

    throttled("door:198.51.100.7", limit=1, seconds=60)

    assert keys
    assert "198" not in keys[0]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "Too many attempts"), ("pl", "h1"), ("uk", "h1")])
def test_limited_view_answers_429_and_says_when(clock, language, words):
    view = rate_limited("door", limit=1, seconds=90)(lambda request: HttpResponse("in"))
    assert view(from_address("198.51.100.7")).content == b"in"

    response = view(from_address("198.51.100.7"))

    assert response.status_code == 429
    assert int(response["Retry-After"]) == seconds_left(90)
    assert words in response.content.decode()
    assert view(from_address("198.51.100.8")).content == b"in"


def test_view_may_tell_its_callers_apart_itself(clock):
    view = rate_limited("door", limit=1, seconds=90, by=lambda request: "all")(
        lambda request: HttpResponse("in")
    )

    view(from_address("198.51.100.7"))

    assert cache.get(throttling._counter("door:all", 90)) == 1


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "198.51.100.7"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (2, "10.0.0.1, 203.0.113.9, 192.0.2.1", "203.0.113.9"),
        (2, "203.0.113.9", "198.51.100.7"),
        (1, "", "198.51.100.7"),
    ],
)
def test_address_is_what_our_own_proxies_saw(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies

    assert address_of(from_address("198.51.100.7", HTTP_X_FORWARDED_FOR=forwarded)) == address
