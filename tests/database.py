"""The migrated database that every test database is a copy of, made once for all workers and for later runs.

Migrating an empty database takes half a minute, copying a migrated one a second. Django migrates the copy as
well, so a migration that the original lacks is never missing; what was changed in it makes a new original.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX

ROOT = Path(__file__).resolve().parents[1]
READ = {".py", ".csv", ".json"}
# No migration imports these, so a page may be changed without migrating anew.
NEVER_MIGRATED = ("views", "forms", "urls", "services", "tasks")


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
    """Of whatever a migration may read: the libraries, the portal's code below its pages, and its data."""
    packages = [
        folder for folder in ROOT.iterdir() if (folder / "__init__.py").exists() and folder.name != "tests"
    ]
    files = [file for folder in packages for file in folder.rglob("*") if file.suffix in READ]
    read = sha256((ROOT / "uv.lock").read_bytes())
    for file in sorted(files):
        path = file.relative_to(ROOT)
        if not any(part.removesuffix(".py").endswith(NEVER_MIGRATED) for part in path.parts):
            read.update(str(path).encode() + file.read_bytes())
    return read.hexdigest()


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
