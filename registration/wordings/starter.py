"""The papers every installation starts with. What the office has written or changed since is never written over.

Each file of ``registration/data/papers`` is one version: its paper, its days, its sections in both languages.
"""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Q

from registration.papers.fingerprint import fingerprint

DATA = Path(__file__).parents[1] / "data" / "papers"

type GetModel = Callable[[str, str], type[Any]]


def load_starter(get_model: GetModel) -> int:
    """Add the shipped versions that were never loaded and are in nobody's way; say how many.

    A file is passed over when it was loaded before, or when the office has a wording in force on some of its days.
    ``get_model`` is ``apps.get_model``, of the real registry or of a migration's.
    """
    return sum(_load(get_model, name, shipped) for name, shipped in files())


def files() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each shipped file by its name without the ending, in order."""
    for path in sorted(DATA.glob("*.toml")):
        yield path.stem, tomllib.loads(path.read_text(encoding="utf-8"))


def _load(get_model: GetModel, name: str, shipped: dict[str, Any]) -> bool:
    templates = get_model("registration", "PaperTemplate")._default_manager
    versions = get_model("registration", "TemplateVersion")._default_manager
    facts = {key: shipped[key] for key in ("kind", "title_pl", "title_uk")}
    template, _is_new = templates.get_or_create(key=shipped["key"], defaults=facts)
    days = {"valid_from": shipped["version"]["valid_from"], "valid_to": shipped["version"].get("valid_to")}
    of_template = versions.filter(template=template)
    if versions.filter(shipped_as=name).exists() or of_template.filter(_meets(**days)).exists():
        return False
    printed = {key: shipped["version"][key] for key in ("title_pl", "title_uk", "source")}
    version = versions.create(template=template, shipped_as=name, **printed)
    section_model = get_model("registration", "TemplateSection")
    sections = [section_model(version=version, **values) for values in _sections(shipped)]
    section_model._default_manager.bulk_create(sections)
    versions.filter(pk=version.pk).update(
        state="in_force", content_hash=fingerprint(version, sections), **days
    )
    return True


def _meets(valid_from: date, valid_to: date | None) -> Q:
    """Versions in force on one of these days."""
    begins_before = Q(valid_from__lte=valid_to) if valid_to else Q(valid_from__isnull=False)
    return begins_before & (Q(valid_to=None) | Q(valid_to__gte=valid_from))


def _sections(shipped: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for position, section in enumerate(shipped["section"], start=1):
        bodies = {key: section[key].strip("\n") for key in ("body_pl", "body_uk")}
        yield section | bodies | {"position": position}
