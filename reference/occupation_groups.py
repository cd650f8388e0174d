"""The sub-major groups of the national classification of occupations (KZiS), named for readers.

``data/occupation_groups.csv`` shortens the official names; the codes are those of the classification (and of ISCO-08).
"""

from functools import cache

from django.utils.translation import get_language

from reference.starter import rows


def names() -> dict[str, str]:
    """Two-digit codes and names, in the active language."""
    return dict(_named("name_uk" if (get_language() or "").startswith("uk") else "name_pl"))


@cache
def _named(column: str) -> tuple[tuple[str, str], ...]:
    return tuple((row["code"], row[column]) for row in rows("occupation_groups.csv"))
