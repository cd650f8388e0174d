"""Tables to which the application may only add: what a log is worth depends on who cannot change it.

The application's role gets SELECT and INSERT of the named columns, and nothing else, on the table; on its
partitions it gets nothing at all, since rows go in and come out through the table. What must happen to such a
table (a month more, a month less) is done by functions of its owner, which the role may call.
"""

from typing import ClassVar

from django.apps import apps
from django.db import connection, models


class AppendOnly(models.Model):
    """``added_columns`` are what the application writes; the rest the database fills in by itself."""

    added_columns: ClassVar[tuple[str, ...]] = ()
    functions: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True


def protect(role: str, *, truncate: bool = False) -> None:
    """Take back from ``role`` what was granted on all tables. Call as the owner, within the same transaction.

    ``truncate`` is for test databases, which Django empties that way.
    """
    tables = set(connection.introspection.table_names())
    for model in apps.get_models():
        if issubclass(model, AppendOnly) and model._meta.db_table in tables:
            _protect(model, role, truncate=truncate)


def _protect(model: type[AppendOnly], role: str, *, truncate: bool) -> None:
    name = model._meta.db_table
    table = connection.ops.quote_name(name)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass", [name]
        )
        for closed in [table, *(partition for (partition,) in cursor.fetchall())]:
            cursor.execute(f"REVOKE ALL ON TABLE {closed} FROM PUBLIC, {role}")
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [name])
        (sequence,) = cursor.fetchone()
        cursor.execute(f"REVOKE ALL ON SEQUENCE {sequence} FROM PUBLIC, {role}")
        cursor.execute(f"GRANT SELECT ON SEQUENCE {sequence} TO {role}")
        rights = ["SELECT"] + ["TRUNCATE"] * truncate
        if model.added_columns:
            rights.append(f"INSERT ({', '.join(map(connection.ops.quote_name, model.added_columns))})")
        cursor.execute(f"GRANT {', '.join(rights)} ON TABLE {table} TO {role}")
        for function in model.functions:
            cursor.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")
