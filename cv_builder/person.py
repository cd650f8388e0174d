"""A person's rights over their CVs: handed over with all entries, erased with everything printed from them."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from cv_builder.models import Cv, Education, Entry, Experience, LanguageSkill
from cv_builder.sections import SECTIONS
from documents.models import Document
from pup_portal.history import forget_events, past_keys
from pup_portal.person_data import HeldFile
from pup_portal.two_languages import TwoLanguages

ENTRIES: tuple[type[Entry], ...] = (Experience, Education, LanguageSkill)


def export(person: int) -> Iterator[dict[str, Any]]:
    """Every CV of the client with the key ``person`` (``Client.pk``), as plain values in both languages."""
    for cv in Cv.objects.filter(client_id=person).order_by("pk").for_page():
        yield {
            **_texts(cv),
            "state": cv.state,
            "occupation": cv.occupation.name_pl if cv.occupation else None,
            "licences": [licence.name_pl for licence in cv.licences.all()],
            "consented_on": cv.consented_on,
            "created_at": cv.created_at,
            "updated_at": cv.updated_at,
            **{
                section.key: [_entry(entry) for entry in getattr(cv, section.key).all()]
                for section in SECTIONS.values()
                if section.is_list
            },
            "printed": [
                {"title": paper.title, "language": paper.language, "ordered_at": paper.owed_at}
                for paper in Document.objects.about(cv).for_list()
            ],
        }


@transaction.atomic
def erase(person: int) -> None:
    """Remove the CVs, their history and every file printed from them. Erasing again changes nothing."""
    cvs = Cv.objects.filter(client_id=person)
    Document.objects.about_any(cvs).erase_with_files()
    keys = past_keys(Cv, client=person) | set(cvs.values_list("pk", flat=True))
    cvs.delete()
    for model in (*ENTRIES, Cv.licences.through):
        forget_events(model, cv__in=keys)
    forget_events(Cv, pgh_obj__in=keys)


def merge(keep: int, gone: int) -> None:
    """The CVs go over as they are; papers printed from them stay theirs."""
    Cv.objects.filter(client_id=gone).update(client_id=keep)


def files(person: int) -> Iterator[HeldFile]:
    return Document.objects.about_any(Cv.objects.filter(client_id=person)).held_files()


def _texts(row: TwoLanguages) -> dict[str, str]:
    return {f"{stem}_{code}": getattr(row, f"{stem}_{code}") for stem in row.pairs for code in ("pl", "uk")}


def _entry(entry: Entry) -> dict[str, Any]:
    facts = {
        name: getattr(entry, name)
        for name in (
            "started_year",
            "started_month",
            "ended_year",
            "ended_month",
            "is_current",
            "proof",
            "is_native",
        )
        if hasattr(entry, name)
    }
    codes = {
        name: getattr(entry, name).name_pl
        for name in ("language", "level")
        if getattr(entry, name, None) is not None
    }
    return _texts(entry) | facts | codes
