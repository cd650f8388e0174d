"""One embedded PostgreSQL: where it lives, its port, its passwords, its two roles and its database."""

import json
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from pup_portal.embedded.locks import is_held
from pup_portal.embedded.postmaster import Postmaster
from pup_portal.embedded.trouble import CannotStart, tail

DATABASE = "pup_portal"
SUPERUSER, OWNER, APPLICATION = "postgres", "pup_owner", "pup_app"
_ROLES = {OWNER: "LOGIN NOSUPERUSER CREATEDB", APPLICATION: "LOGIN NOSUPERUSER NOCREATEDB"}


@dataclass(frozen=True)
class Cluster:
    """One embedded PostgreSQL under ``home``. ``durable`` is false where a power cut may cost the data."""

    home: Path
    durable: bool = True

    @property
    def gate(self) -> Path:
        return self.home / "gate.lock"

    @property
    def users(self) -> Path:
        return self.home / "users.lock"

    @property
    def keeper(self) -> Path:
        return self.home / "keeper.lock"

    @property
    def postmaster(self) -> Postmaster:
        return Postmaster(self.home / "data", self.home / "postgres.log", self.durable)

    def is_running(self) -> bool:
        return is_held(self.keeper)

    def check(self) -> None:
        """Raise with the end of its log if the server has stopped by itself."""
        if not self.is_running():
            log = self.postmaster.log
            raise CannotStart(
                f"PostgreSQL stopped by itself, so everything was stopped. The end of {log}:\n{tail(log)}"
            )

    def url(self, role: str) -> str:
        return f"postgresql://{role}:{self.passwords()[role]}@127.0.0.1:{self.port()}/{DATABASE}"

    def passwords(self) -> dict[str, str]:
        path = self.home / "passwords.json"
        if not path.exists():
            if self.postmaster.data.exists():
                raise CannotStart(f"{path} is gone. Bring it back, or forget the data with: make demo-reset")
            words = {role: secrets.token_urlsafe(24) for role in (SUPERUSER, *_ROLES)}
            write_private(path, json.dumps(words))
        return {str(role): str(word) for role, word in json.loads(path.read_text(encoding="ascii")).items()}

    def port(self) -> int:
        """The port of the last start."""
        return int((self.home / "port").read_text(encoding="ascii"))

    def choose_port(self) -> int:
        """The port of the last start where it is still free, else another free one."""
        path = self.home / "port"
        text = path.read_text(encoding="ascii") if path.exists() else ""
        port = int(text) if text.isdigit() and is_free(int(text)) else any_free_port()
        path.write_text(str(port), encoding="ascii")
        return port

    def connect(self, database: str = SUPERUSER) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port(),
            user=SUPERUSER,
            password=self.passwords()[SUPERUSER],
            dbname=database,
            autocommit=True,
            connect_timeout=5,
        )

    def furnish(self) -> None:
        """Make the two roles and the database where they are missing."""
        with self.connect() as connection:
            for role, rights in _ROLES.items():
                if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", role):
                    connection.execute(
                        sql.SQL("CREATE ROLE {} {} PASSWORD {}").format(
                            sql.Identifier(role), sql.SQL(rights), sql.Literal(self.passwords()[role])
                        )
                    )
            if not _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
                connection.execute(
                    f"CREATE DATABASE {DATABASE} OWNER {OWNER} TEMPLATE template0 "
                    "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C' ENCODING 'UTF8'"
                )


def write_private(path: Path, text: str) -> None:
    """Write a file only we may read, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(text, encoding="ascii")
    fresh.replace(path)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def any_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _exists(connection: psycopg.Connection[tuple[object, ...]], query: str, name: str) -> bool:
    return connection.execute(query.encode(), [name]).fetchone() is not None
