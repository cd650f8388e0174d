"""The set-up on a bare machine: which Python, which libraries, and what it says when it cannot go on."""

import os
import sys
from pathlib import Path

import pytest

from tools import bootstrap

OLD = "#!/bin/sh\necho False /usr/bin/python3.8\n"
SHIM_THAT_REFUSES = "#!/bin/sh\nexit 1\n"


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text)
    path.chmod(0o755)


def good(path: str) -> str:
    return f"#!/bin/sh\necho True {path}\n"


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine with an empty PATH, without pyenv, run by a Python that is too old."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "none"))
    program(tmp_path, "running", OLD)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "running"))
    return tmp_path


def test_running_python_is_the_first_choice():
    assert bootstrap.find_python() == sys._base_executable


def test_python_too_old_and_shims_that_refuse_are_passed_over(bare):
    program(bare, "python3.13", SHIM_THAT_REFUSES)
    program(bare, "python3.12", good("/opt/python3.12"))
    program(bare, "python3", OLD)

    assert bootstrap.find_python() == "/opt/python3.12"


def test_pythons_of_pyenv_are_found_behind_its_shims(bare, monkeypatch):
    folder = bare / "pyenv" / "versions" / "3.13.0" / "bin"
    folder.mkdir(parents=True)
    program(folder, "python3", good("/pyenv/python3.13"))
    monkeypatch.setenv("PYENV_ROOT", str(bare / "pyenv"))

    assert bootstrap.find_python() == "/pyenv/python3.13"


def test_without_any_python_uv_is_left_to_fetch_one(bare):
    assert bootstrap.find_python() is None


def test_missing_library_is_named_with_the_line_to_run(bare, monkeypatch):
    monkeypatch.setattr(bootstrap, "LIBRARIES", {"libnothing.so.0": "libnothing0"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(bare, "apt-get", "#!/bin/sh\n")

    with pytest.raises(SystemExit) as told:
        bootstrap.need_libraries(with_programs=False)

    assert told.value.code == (
        "Missing: libnothing0. Run this line, then try again:\n"
        "    sudo apt-get install -y --no-install-recommends libnothing0"
    )


def test_tests_need_their_programs_and_never_go_on_without(bare, monkeypatch):
    monkeypatch.setattr(bootstrap, "SERVER_FOLDERS", "")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(bare, "apt-get", "#!/bin/sh\n")

    bootstrap.need_libraries(with_programs=False)
    with pytest.raises(
        SystemExit,
        match="sudo apt-get install -y --no-install-recommends chromium redis-server clamav-daemon",
    ):
        bootstrap.need_libraries(with_programs=True)


def test_scanner_is_found_where_servers_stand(bare, monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "SERVER_FOLDERS", str(tmp_path))
    assert not bootstrap.is_program("clamd")

    program(tmp_path, "clamd", "#!/bin/sh\n")

    assert bootstrap.is_program("clamd")


def test_root_installs_what_is_missing_by_itself(bare, monkeypatch, capfd):
    monkeypatch.setattr(bootstrap, "LIBRARIES", {"libnothing.so.0": "libnothing0"})
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(bare, "apt-get", '#!/bin/sh\necho "apt-get $*"\n')

    bootstrap.need_libraries(with_programs=False)

    out = capfd.readouterr().out
    assert "apt-get update" in out
    assert "apt-get install -y --no-install-recommends libnothing0" in out


def test_other_systems_are_given_their_own_line(bare, monkeypatch):
    monkeypatch.setattr(bootstrap, "LIBRARIES", {"libnothing.so.0": "libnothing0"})
    program(bare, "dnf", "#!/bin/sh\n")

    with pytest.raises(SystemExit, match="sudo dnf install pango harfbuzz"):
        bootstrap.need_libraries(with_programs=False)
