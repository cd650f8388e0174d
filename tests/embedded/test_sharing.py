"""Who starts the embedded database, who shares it, who stops it, and what kill -9 leaves."""

import os
import signal
import socket
import subprocess
import sys
import threading

import psutil
import psycopg
import pytest

from pup_portal import embedded
from pup_portal.embedded import keeper, sharing
from pup_portal.embedded.cluster import Cluster
from pup_portal.embedded.locks import FileLock
from pup_portal.embedded.postmaster import Postmaster
from pup_portal.embedded.trouble import CannotStart, eventually
from tests.embedded.conftest import ROOT, leave, servers_of

pytestmark = pytest.mark.servers


def postmaster_pid(cluster: Cluster) -> int:
    return int((cluster.postmaster.data / "postmaster.pid").read_text().splitlines()[0])


def test_services_start_a_database_and_leave_no_process(without_servers, cluster):
    with embedded.services(durable=False) as ours:
        assert ours == cluster
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            (upper,) = connection.execute("SELECT upper('шевченко łąka')").fetchone()
        assert servers_of(cluster)

    assert upper == "ШЕВЧЕНКО ŁĄKA"
    assert "DATABASE_URL" not in os.environ
    assert servers_of(cluster) == []
    assert not cluster.is_running()


def test_services_leave_a_named_server_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere.example/else")
    monkeypatch.setenv("VAR_DIR", str(tmp_path))

    with embedded.services() as ours:
        assert ours is None

    assert os.environ["DATABASE_URL"] == "postgresql://somewhere.example/else"
    assert list(tmp_path.iterdir()) == []


def test_application_role_owns_nothing_and_owner_is_no_superuser(without_servers):
    with embedded.services(durable=False):
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            roles = connection.execute(
                "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles "
                "WHERE rolname LIKE 'pup%' ORDER BY rolname"
            ).fetchall()
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("CREATE TABLE mine (id int)")
        with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as connection:
            connection.execute("CREATE TABLE ours (id int)")
            connection.rollback()

    assert roles == [("pup_app", False, False, False), ("pup_owner", False, True, False)]


def test_secrets_are_ours_alone_and_stay_the_same(without_servers, var, cluster):
    names = ("SECRET_KEY", "FIELD_KEYS", "INDEX_KEY", "DATABASE_URL")

    with embedded.services(durable=False):
        first = [os.environ[name].split("@")[0] for name in names]
    with embedded.services(durable=False):
        second = [os.environ[name].split("@")[0] for name in names]

    assert first == second
    for path in (var / "secret-key", var / "field-keys", var / "index-key", cluster.home / "passwords.json"):
        assert path.stat().st_mode & 0o777 == 0o600


def test_last_user_to_leave_stops_the_server(start_user, cluster):
    first, second = start_user(), start_user()

    leave(first)
    assert cluster.is_running()
    assert _answers(cluster)
    leave(second)

    assert not cluster.is_running()
    assert servers_of(cluster) == []


def test_killed_user_does_not_keep_the_server(start_user, cluster):
    user = start_user()

    user.kill()

    assert eventually(lambda: not cluster.is_running(), 20)
    assert servers_of(cluster) == []


def test_killed_keeper_takes_the_server_with_it_and_the_next_start_recovers(start_user, cluster):
    start_user()
    keeper_pid = int(cluster.keeper.read_text())

    os.kill(keeper_pid, signal.SIGKILL)
    again = start_user()

    assert _answers(cluster)
    assert int(cluster.keeper.read_text()) != keeper_pid
    leave(again)


def test_everything_killed_at_once_is_recovered_from(start_user, cluster):
    user = start_user()
    keeper_pid = int(cluster.keeper.read_text())

    for pid in (postmaster_pid(cluster), keeper_pid, user.pid):
        os.kill(pid, signal.SIGKILL)
    again = start_user()

    assert _answers(cluster)
    leave(again)
    assert servers_of(cluster) == []


def test_stale_lock_file_of_another_process_does_not_stop_the_start(start_user, cluster):
    lock = cluster.postmaster.data / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{cluster.postmaster.data}\n")

    leave(start_user())

    assert not lock.exists()


def test_orphaned_server_is_ended_before_the_next_start(start_user, cluster):
    leave(start_user())
    with cluster.postmaster.start(cluster.choose_port()) as orphan:
        assert eventually(lambda: _answers(cluster), 20)

        leave(start_user())

        assert orphan.wait(10) == 0


def test_taken_port_is_replaced(start_user, cluster):
    leave(start_user())
    before = cluster.port()
    os.truncate(cluster.postmaster.log, 11 * 1024 * 1024)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", before))
        taken.listen()

        user = start_user()

    assert cluster.port() != before
    assert _answers(cluster)
    assert (cluster.home / "postgres.1.log").stat().st_size == 11 * 1024 * 1024
    leave(user)


def test_interrupted_first_start_is_begun_anew(without_servers, cluster, monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    half = tmp_path / "postgres" / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")

    with embedded.services(durable=False):
        assert _answers(Cluster(tmp_path / "postgres"))

    assert not half.exists()


def test_data_of_another_major_version_is_refused_in_words(without_servers, monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    home = tmp_path / "postgres"
    Cluster(home).home.mkdir()
    Cluster(home).passwords()
    (home / "data").mkdir()
    (home / "data" / "PG_VERSION").write_text("17\n")

    with pytest.raises(CannotStart, match=r"made by PostgreSQL 17 and this is 18.*make demo-reset"):
        embedded.services().__enter__()

    assert eventually(lambda: not Cluster(home).is_running(), 20)


def test_lost_passwords_are_told_in_words(without_servers, monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    (tmp_path / "postgres" / "data").mkdir(parents=True)

    with pytest.raises(CannotStart, match=r"passwords\.json is gone"):
        embedded.services().__enter__()


def test_server_that_cannot_start_tells_the_end_of_its_log(without_servers, start_user, cluster):
    leave(start_user())
    settings = cluster.postmaster.data / "postgresql.conf"
    kept = settings.read_text()
    settings.write_text(kept + "\nno_such_setting = 1\n")
    try:
        with pytest.raises(CannotStart, match=r"PostgreSQL did not start[\s\S]*no_such_setting"):
            embedded.services(durable=False).__enter__()
    finally:
        settings.write_text(kept)

    assert servers_of(cluster) == []


def test_data_that_cannot_be_made_tells_why(tmp_path):
    with pytest.raises(CannotStart, match=r"PostgreSQL did not start[\s\S]*password file"):
        Postmaster(tmp_path / "data", tmp_path / "log").create("")

    assert not (tmp_path / "data").exists()


def test_server_out_of_space_says_so(tmp_path):
    log = tmp_path / "log"
    log.write_text('FATAL:  could not write to file "pg_wal/xlogtemp": No space left on device\n')

    assert "is full. Free about 1 GB" in Postmaster(tmp_path / "data", log).reason()


def test_server_that_is_gone_is_told(tmp_path):
    with pytest.raises(CannotStart, match="PostgreSQL stopped by itself"):
        Cluster(tmp_path).check()


def test_keeper_that_is_just_ending_is_waited_for(without_servers, cluster, start_user):
    leave(start_user())
    ending = FileLock(cluster.keeper).take()
    threading.Timer(0.5, ending.release).start()

    with embedded.services(durable=False):
        assert _answers(cluster)

    assert not cluster.is_running()


def test_second_keeper_leaves_the_first_alone(cluster, start_user):
    leave(start_user())
    first = FileLock(cluster.keeper).take()

    assert keeper.main(cluster.home, -1, durable=False) == 0

    assert servers_of(cluster) == []
    first.release()


def test_keeper_that_hangs_is_killed_and_its_server_with_it(without_servers, cluster, monkeypatch):
    monkeypatch.setattr(sharing, "_STOP_SECONDS", 0.5)
    with embedded.services(durable=False):
        os.kill(int(cluster.keeper.read_text()), signal.SIGSTOP)

    assert not cluster.is_running()
    assert servers_of(cluster) == []


def test_closed_folder_is_ours_to_use_unless_we_are_root_without_the_capability(bare_environment, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    root = os.geteuid() == 0
    less = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] if root else []

    done = subprocess.run(
        [*less, sys.executable, "-c", "from pup_portal import embedded\nwith embedded.services(): pass"],
        cwd=ROOT,
        env=bare_environment | {"VAR_DIR": str(closed)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == int(root)
    assert ("closed to every other user" in done.stderr) == root
    assert "Traceback" not in done.stderr


def test_server_never_runs_as_root_and_no_mode_is_loosened(start_user, cluster, var):
    modes = [folder.stat().st_mode for folder in (var, *var.parents)]

    user = start_user()

    server = psutil.Process(postmaster_pid(cluster))
    assert server.uids().real != 0
    assert [folder.stat().st_mode for folder in (var, *var.parents)] == modes
    leave(user)


def _answers(cluster: Cluster) -> bool:
    try:
        cluster.connect().close()
    except (psycopg.OperationalError, FileNotFoundError):
        return False
    return True
