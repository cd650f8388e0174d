import os
import time

import pytest

from pup_portal.embedded import preparation
from pup_portal.embedded.preparation import Stamp, compile_stale_catalogues, fingerprint, manage, step
from pup_portal.embedded.trouble import CannotStart

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "client"
msgstr "klient"
"""


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """One catalogue of our own instead of the project's."""
    source = tmp_path / "pl" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(preparation, "LOCALE", tmp_path)
    return source


def test_fingerprint_follows_names_and_contents(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("a")
    seen = {fingerprint([one]), fingerprint([two]), fingerprint([one, two])}

    one.write_text("b")

    assert len(seen | {fingerprint([one])}) == 4
    assert fingerprint([one, two]) == fingerprint([two, one])


def test_stamp_is_current_only_for_what_it_was_set_on(tmp_path):
    stamp = Stamp(tmp_path / "stamp", "inputs")
    assert not stamp.is_current()

    stamp.set()

    assert stamp.is_current()
    assert not Stamp(tmp_path / "stamp", "other inputs").is_current()


def test_catalogues_are_compiled_without_gettext_and_only_when_stale(catalogue):
    target = catalogue.with_suffix(".mo")

    compile_stale_catalogues()
    compiled = target.stat().st_mtime_ns
    compile_stale_catalogues()

    assert b"klient" in target.read_bytes()
    assert target.stat().st_mtime_ns == compiled
    os.utime(catalogue, (time.time() + 5, time.time() + 5))
    compile_stale_catalogues()
    assert target.stat().st_mtime_ns != compiled


def test_catalogue_that_cannot_be_compiled_is_named(catalogue):
    catalogue.write_text(CATALOGUE + '\nmsgid "never closed\n', encoding="utf-8")

    with pytest.raises(CannotStart, match=r"django\.po cannot be compiled[\s\S]*end-of-line within string"):
        compile_stale_catalogues()

    assert not catalogue.with_suffix(".mo").exists()


@pytest.mark.servers
def test_failed_command_tells_the_end_of_its_log(tmp_path):
    log = tmp_path / "log"

    with pytest.raises(CannotStart, match=r"manage\.py no_such_command” failed[\s\S]*Unknown command"):
        manage("no_such_command", log=log)


@pytest.mark.servers
def test_long_command_tells_that_it_still_works(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(preparation, "_NEWS_SECONDS", 0.5)

    manage("help", log=tmp_path / "log")

    assert "s …" in capsys.readouterr().out


def test_step_is_announced_and_timed(capsys):
    step("Doing it", lambda: None)

    assert capsys.readouterr().out == "· Doing it … 0.0 s\n"
