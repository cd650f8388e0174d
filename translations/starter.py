"""The glossary every installation starts with. What the office has changed since is never written over."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pup_portal.fields import sort_key
from pup_portal.text import listed
from translations.glossary import Entry, search_keys

GLOSSARY = Path(__file__).parent / "data" / "glossary.csv"
_PLAIN = ("pl", "uk", "context", "note", "certainty", "source", "scope")


def load_glossary(term: type[Any]) -> int:
    """Add the terms of the starter glossary that are missing, and say how many.

    ``term`` is the model, of the real registry or of a migration's.
    """
    rows = list(_rows())
    before = term.objects.count()
    known = set(term.objects.values_list("pl", flat=True))
    new = [row for row in rows if row["pl"] not in known]
    term.objects.bulk_create((term(**_values(row)) for row in new), ignore_conflicts=True)
    _add_renderings(term, new)
    return int(term.objects.count()) - before


def starter_entries() -> list[Entry]:
    """The starter glossary as it is looked for, without a database."""
    return [
        Entry.of(
            row["pl"],
            row["uk"],
            also_pl=listed(row["also_pl"]),
            not_beside=listed(row["not_beside"]),
            allowed=tuple(listed(row["allowed"])),
            forbidden=tuple(listed(row["forbidden"])),
            is_loose=bool(row["is_loose"]),
            is_required=bool(row["is_required"]),
            is_anywhere=row["scope"] == "anywhere",
        )
        for row in _rows()
    ]


def _rows() -> Iterator[dict[str, str]]:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _values(row: dict[str, str]) -> dict[str, Any]:
    also_pl = listed(row["also_pl"])
    return {name: row[name] for name in _PLAIN} | {
        "status": "agreed",
        "also_pl": also_pl,
        "not_beside": listed(row["not_beside"]),
        "is_loose": bool(row["is_loose"]),
        "is_required": bool(row["is_required"]),
        "sort_pl": sort_key(row["pl"]),
        "pl_lemmas": search_keys(row["pl"], *also_pl),
    }


def _add_renderings(term: type[Any], rows: Iterable[dict[str, str]]) -> None:
    """Add the renderings of ``rows`` that their terms do not have yet in any kind."""
    by_term = {row["pl"]: row for row in rows}
    rendering = term._meta.get_field("renderings").related_model
    keys = dict(term.objects.filter(pl__in=by_term).values_list("pl", "pk"))
    rendering.objects.bulk_create(
        (
            rendering(term_id=keys[pl], text=text, kind=kind)
            for pl, row in by_term.items()
            for kind in ("allowed", "forbidden")
            for text in listed(row[kind])
        ),
        ignore_conflicts=True,
    )
