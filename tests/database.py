"""The migrated database that every test database is a copy of, made once for all workers and for later runs.

Migrating an empty database takes many seconds, copying a migrated one a second. Django migrates the copy as
well, so a migration that the original lacks is never missing; what was changed in it makes a new original.
"""

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX

ROOT = Path(__file__).resolve().parents[1]
DATA = {".csv", ".json", ".toml", ".txt", ".md"}


@contextmanager
def original() -> Iterator[str]:
    """The name of a migrated database that nobody else changes or copies meanwhile. Enter as the owner."""
    name = f"{TEST_DATABASE_PREFIX}{connection.settings_dict['NAME']}_original"
    made_of = digest()
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [name])
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        )
        if cursor.fetchone() != (made_of,):
            _make(name)
            cursor.execute(f"COMMENT ON DATABASE {connection.ops.quote_name(name)} IS '{made_of}'")
        yield name


def digest() -> str:
    """Of whatever a migration may read: the month, the libraries, the code that migrations import, the apps' data."""
    read = sha256(datetime.now(UTC).strftime("%Y-%m").encode())  # the access log has a table a month
    read.update((ROOT / "uv.lock").read_bytes())
    data = {file for file in ROOT.glob("*/data/**/*") if file.suffix in DATA}
    for file in sorted(data | _imported_by(ROOT.glob("*/migrations/*.py"))):
        read.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return read.hexdigest()


def _imported_by(files: Iterable[Path]) -> set[Path]:
    """``files`` and our modules that they import, directly or not.

    Models are left out: a migration knows them by what earlier ones say, and imports at most a default of theirs.
    """
    found: set[Path] = set()
    waiting = list(files)
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found.add(file)
        waiting += [module for name in _names_in(file) if (module := _module(name)) is not None]
    return found


def _names_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module(name: str) -> Path | None:
    if "models" in name.split("."):
        return None
    place = ROOT.joinpath(*name.split("."))
    return next((file for file in (place.with_suffix(".py"), place / "__init__.py") if file.exists()), None)


def _make(name: str) -> None:
    at_work, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    kept = test["NAME"]
    test["NAME"] = name
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
    finally:
        connection.close()  # a database that somebody is connected to cannot be copied
        test["NAME"] = kept
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = at_work
