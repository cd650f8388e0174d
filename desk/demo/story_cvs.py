"""The CVs of the demonstration: complete ones, drafts, and ones that still wait for their Polish text."""

import json
import uuid
from pathlib import Path
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.permissions import Role
from cv_builder.editing import fingerprint
from cv_builder.models import Cv
from cv_builder.sections import SECTIONS
from cv_builder.services import create_cv, mark_ready, order_cv, save_entry, save_section
from reference.models import Occupation, Term, Vocabulary
from registration.models import Client

COUNT = 15
PRINTED = 3

_PROFILES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cvs.json").read_text("utf-8"))


@transaction.atomic
def make(staff: dict[Role, User], clients: list[Client]) -> int:
    """Make CVs for the last clients taken in; most that are complete are called ready, some are printed."""
    if Cv.objects.exists():
        return Cv.objects.count()
    by = staff[Role.COORDINATOR]
    made = [
        _make(client, _PROFILES[number % len(_PROFILES)], by)
        for number, client in enumerate(clients[-COUNT:])
    ]
    complete = [cv for cv in made if cv.title_pl]
    for cv in complete[: len(complete) - 3]:
        mark_ready(cv=cv, by=by)
    for cv in complete[:PRINTED]:
        order_cv(cv=cv, language="pl", anonymous=False, by=by)
    return len(made)


def _make(client: Client, profile: dict[str, Any], by: User) -> Cv:
    occupation = Occupation.objects.filter(code=profile["code"]).first()
    values = profile["cv"] | {"occupation": occupation}
    cv = create_cv(client=client, public_id=uuid.uuid4(), values=values, by=by)
    for key in ("experience", "education"):
        for entry in profile[key]:
            _add(cv, key, entry, by)
    for language, level in profile["languages"]:
        values = {
            "language": Term.objects.coded(Vocabulary.LANGUAGE, language),
            "level": Term.objects.coded(Vocabulary.LANGUAGE_LEVEL, level) if level else None,
            "is_native": level is None,
        }
        _add(cv, "languages", values, by)
    licences = list(Term.objects.of(Vocabulary.LICENCE).filter(code__in=profile.get("licences", [])))
    section = SECTIONS["licences"]
    seen = fingerprint(cv, section.fields)
    return save_section(cv=cv, section=section, values={"licences": licences}, seen=seen, by=by)


def _add(cv: Cv, key: str, values: dict[str, Any], by: User) -> None:
    settled = dict(values)
    if isinstance(settled.get("level"), str):
        settled["level"] = Term.objects.filter(
            vocabulary=Vocabulary.EDUCATION, code__startswith=settled["level"]
        ).first()
    save_entry(cv=cv, section=SECTIONS[key], public_id=uuid.uuid4(), values=settled, seen="", by=by)
