"""The facts every installation starts with. What the office has changed since is never written over."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db.models import Model

DATA = Path(__file__).parent / "data"

type GetModel = Callable[[str, str], type[Any]]


def load_starter(get_model: GetModel) -> dict[str, int]:
    """Add the rows of ``reference/data`` that are missing; say how many of each model were added.

    ``get_model`` is ``apps.get_model``, of the real registry or of a migration's.
    """

    def model(name: str) -> type[Any]:
        return get_model("reference", name)

    added = {
        "Place": _add(model("Place"), rows("places.csv")),
        "Occupation": _add(model("Occupation"), rows("occupations.csv")),
        "Term": _add(model("Term"), _terms(model("Term"))),
        "LegalRuleKey": _add(model("LegalRuleKey"), rows("rule_keys.csv")),
    }
    places = dict(model("Place").objects.values_list("terc", "pk"))
    keys = dict(model("LegalRuleKey").objects.values_list("code", "pk"))
    sites = ({"place_id": places[row.pop("place")]} | row for row in rows("accommodations.csv"))
    added["Accommodation"] = _add(model("Accommodation"), sites)
    periods = (_rule(row, key_id=keys[row.pop("key")]) for row in rows("rules.csv"))
    added["LegalRule"] = _add(model("LegalRule"), periods)
    return added


def rows(name: str) -> Iterator[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _add(model: type[Model], values: Iterator[dict[str, Any]]) -> int:
    """Rows that would break a constraint exist already, in this or in a changed form: they are passed over."""
    manager = model._default_manager
    before = manager.count()
    manager.bulk_create([model(**row) for row in values], ignore_conflicts=True)
    return manager.count() - before


def _terms(model: type[Model]) -> Iterator[dict[str, Any]]:
    """Those of the vocabularies that ``model`` knows: an early migration's does not know all of today's."""
    known = dict(model._meta.get_field("vocabulary").choices or ())  # type: ignore[union-attr]
    return (_term(row) for row in rows("terms.csv") if row["vocabulary"] in known)


def _term(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"position": int(row["position"]), "is_active": row["is_active"] == "1"}


def _rule(row: dict[str, Any], *, key_id: int) -> dict[str, Any]:
    return row | {
        "key_id": key_id,
        "value": row["value"] or None,
        "valid_to": row["valid_to"] or None,
        "is_confirmed": row["is_confirmed"] == "1",
    }


def starter_office() -> dict[str, Any]:
    """The office of the demonstration, as columns of its profile."""
    return dict(json.loads((DATA / "demo_office.json").read_text(encoding="utf-8")))


def text_of(topic: str, language: str) -> str:
    """The text a page has until the office writes its own, such as ``privacy`` in ``uk``."""
    return (DATA / "texts" / f"{topic}.{language}.txt").read_text(encoding="utf-8")
