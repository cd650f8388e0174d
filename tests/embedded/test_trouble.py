import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pup_portal.embedded import privileges
from pup_portal.embedded.sharing import check_disk
from pup_portal.embedded.trouble import CannotStart, explained, tail


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk that holds /srv/var is full. Free about 1 GB there and start again."),
        (errno.EROFS, "/srv/var is on a read-only disk. Set VAR_DIR to a folder that can be written."),
        (
            errno.EACCES,
            "/srv/var/x may not be written by this user. Start as the user who owns /srv/var, "
            "or give it to yourself: sudo chown -R $(id -un) /srv/var",
        ),
    ],
)
def test_refusals_of_the_system_are_explained(number, sentence):
    with pytest.raises(CannotStart) as told, explained(Path("/srv/var")):
        raise OSError(number, os.strerror(number), "/srv/var/x")

    assert told.value.sentence == sentence


def test_other_errors_are_not_hidden():
    with pytest.raises(FileNotFoundError), explained(Path("/srv/var")):
        raise FileNotFoundError(errno.ENOENT, "gone")


def test_full_disk_is_told_before_the_start(tmp_path):
    with pytest.raises(CannotStart, match="is full"):
        check_disk(tmp_path, needed=2**62)


def test_sentence_is_all_that_is_printed():
    code = "from pup_portal.embedded.trouble import CannotStart; raise CannotStart('Do this.')"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Do this.\n")


def test_tail_of_a_log_that_was_never_written_is_empty(tmp_path):
    assert tail(tmp_path / "none.log") == ""


def test_without_setpriv_an_ordinary_user_starts_and_root_is_told_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert privileges.prefix(None, death_signal="INT") == []
    with pytest.raises(CannotStart, match="Install util-linux"):
        privileges.prefix(65534, death_signal="INT")


def test_open_folders_need_no_capability():
    words = privileges.prefix(65534, Path("/usr/bin"), death_signal="INT")

    assert words[1:3] == ["--pdeathsig", "INT"]
    assert words[-3:] == ["--inh-caps=-all", "--bounding-set=-all", "--"]


def test_ordinary_users_server_runs_as_that_user(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert privileges.server_user(tmp_path) is None


def test_root_keeps_the_owner_of_the_data(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    owner = tmp_path.stat().st_uid

    assert privileges.server_user(tmp_path) == (owner or 65534)
    assert privileges.server_user(tmp_path / "none") == 65534
