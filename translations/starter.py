"""The glossary every installation starts with. What the office has changed since is never written over."""

import csv
from pathlib import Path
from typing import Any

from pup_portal.fields import sort_key
from translations.glossary import search_keys

GLOSSARY = Path(__file__).parent / "data" / "glossary.csv"


def load_glossary(term: type[Any]) -> int:
    """Add the terms of the starter glossary that are missing, and say how many. ``term`` is the model,
    of the real registry or of a migration's."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    before = term.objects.count()
    terms = [term(**row, sort_pl=sort_key(row["pl"]), pl_lemmas=search_keys(row["pl"])) for row in rows]
    term.objects.bulk_create(terms, ignore_conflicts=True)
    return int(term.objects.count()) - before
