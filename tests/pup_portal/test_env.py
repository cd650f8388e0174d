import base64
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from pup_portal import env

NAME = "PUP_TEST_VARIABLE"


@pytest.mark.parametrize(
    ("parse", "raw", "value"),
    [
        (env.boolean, "true", True),
        (env.boolean, "False", False),
        (env.seconds, "15", 15),
        (env.words, "a.example.org, b.example.org,", ["a.example.org", "b.example.org"]),
        (env.path, "/var/lib/pup", Path("/var/lib/pup")),
        (env.url, "redis://127.0.0.1/0", "redis://127.0.0.1/0"),
        (env.log_level, "WARNING", "WARNING"),
        (str, "anything", "anything"),
    ],
)
def test_variable_is_read_with_its_type(monkeypatch, parse, raw, value):
    monkeypatch.setenv(NAME, raw)

    assert env.required(NAME, parse) == env.optional(NAME, parse, default=None) == value


@pytest.mark.parametrize(
    ("parse", "raw"),
    [
        (env.boolean, "yes-s3cret"),
        (env.seconds, "-1"),
        (env.seconds, "s3cret"),
        (env.url, "s3cret"),
        (env.log_level, "s3cret"),
    ],
)
def test_malformed_variable_stops_the_start_with_its_name_and_not_its_value(monkeypatch, parse, raw):
    monkeypatch.setenv(NAME, raw)

    with pytest.raises(ImproperlyConfigured) as stop:
        env.optional(NAME, parse, default=None)

    assert str(stop.value) == f"{NAME} is not a valid {parse.__name__}"
    assert stop.value.__suppress_context__


@pytest.mark.parametrize("raw", [None, ""])
def test_missing_variable_stops_the_start_or_gives_the_default(monkeypatch, raw):
    if raw is None:
        monkeypatch.delenv(NAME, raising=False)
    else:
        monkeypatch.setenv(NAME, raw)

    assert env.optional(NAME, str, default="the default") == "the default"
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} is not set"):
        env.required(NAME, str)


@pytest.mark.parametrize("length", [16, 31, 33])
def test_key_of_another_length_is_refused(monkeypatch, length):
    monkeypatch.setenv(NAME, base64.b64encode(b"k" * length).decode())

    with pytest.raises(ImproperlyConfigured, match="not a valid key"):
        env.optional(NAME, env.key, default=b"")
