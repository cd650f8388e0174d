"""All that people do with the glossary."""

from collections.abc import Iterable, Sequence
from itertools import batched
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, refused
from pup_portal.fields import sort_key
from pup_portal.tracking import acting
from translations.glossary import Entry, search_keys
from translations.impact import Change, Impact, impacts
from translations.models import GlossaryConcern, GlossaryRendering, GlossaryTerm

BATCH = 500


class TermExists(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The glossary has this Polish term already."))


class Wording(NamedTuple):
    """A rendering besides the preferred one, as somebody typed it."""

    text: str
    kind: str
    note: str = ""


type Worded = tuple[GlossaryTerm, Sequence[Wording]]


def foresee(*, terms: Sequence[Worded]) -> list[Impact]:
    """What saving each of ``terms`` with its wordings would do to approved texts; nothing is stored."""
    before = _stored([term for term, _wordings in terms])
    after = (_entry(term, _rendering_rows(term, wordings)) for term, wordings in terms)
    return impacts(
        [Change(before.get(term.pk), entry) for (term, _wordings), entry in zip(terms, after, strict=True)]
    )


def save_term(*, term: GlossaryTerm, wordings: Sequence[Wording] | None = None, by: User) -> GlossaryTerm:
    """Store a new or changed term with the keys it is found by, and exactly these other renderings.

    Without ``wordings`` the renderings stay. Approved texts that the change puts in question are marked, and
    stay published. Raises ``TermExists`` when another term has the same Polish.
    """
    _save_all([(term, wordings)], by)
    return term


def import_terms(*, terms: Sequence[Worded], by: User) -> int:
    """Store all of ``terms``, or none; say how many. Raises ``TermExists``."""
    _save_all(terms, by)
    return len(terms)


@transaction.atomic
def _save_all(terms: Sequence[tuple[GlossaryTerm, Sequence[Wording] | None]], by: User) -> None:
    before = _stored([term for term, _wordings in terms])
    known = [before.get(term.pk) for term, _ in terms]
    with acting(by):
        for term, wordings in terms:
            _save(term, wordings)
    after = _stored([term for term, _wordings in terms])
    told = impacts(
        [Change(old, after.get(term.pk)) for old, (term, _wordings) in zip(known, terms, strict=True)]
    )
    for (term, _wordings), one in zip(terms, told, strict=True):
        _mark(term, one)


def _save(term: GlossaryTerm, wordings: Sequence[Wording] | None) -> None:
    term.sort_pl, term.pl_lemmas = sort_key(term.pl), search_keys(term.pl, *term.also_pl)
    with refused(glossaryterm_is_listed_once=TermExists):
        term.save()
    if wordings is not None:
        _replace_renderings(term, wordings)


def _stored(terms: Iterable[GlossaryTerm]) -> dict[int | None, Entry]:
    """Those of ``terms`` that act now, by their keys, with what is stored of them."""
    keys = [term.pk for term in terms if term.pk is not None]
    rows = GlossaryTerm.objects.agreed().with_renderings().filter(pk__in=keys) if keys else ()
    return {row.pk: Entry.of_term(row) for row in rows}


def _entry(term: GlossaryTerm, renderings: list[GlossaryRendering]) -> Entry | None:
    return Entry.of_term(term, renderings) if term.status == GlossaryTerm.Status.AGREED else None


def _rendering_rows(term: GlossaryTerm, wordings: Iterable[Wording]) -> list[GlossaryRendering]:
    return [GlossaryRendering(term=term, **wording._asdict()) for wording in wordings]


def _replace_renderings(term: GlossaryTerm, wordings: Iterable[Wording]) -> None:
    """Write only what differs, so that the history tells only that. The term, written before, keeps others out."""
    wanted = {wording.text: wording for wording in wordings}
    stored = {row.text: row for row in GlossaryRendering.objects.filter(term=term)}
    term.renderings.filter(text__in=stored.keys() - wanted.keys()).delete()
    for text, row in stored.items():
        if text in wanted and (row.kind, row.note) != wanted[text][1:]:
            _, row.kind, row.note = wanted[text]
            row.save(update_fields=["kind", "note"])
    new = [wording for text, wording in wanted.items() if text not in stored]
    GlossaryRendering.objects.bulk_create(_rendering_rows(term, new))


def _mark(term: GlossaryTerm, told: Impact) -> None:
    """Put the texts in question on the list, and take those off that the change has made right."""
    questioned = {flagged.segment.translation_id for flagged in told.new}
    if not told.is_capped:
        term.concerns.exclude(translation_id__in=questioned | told.lasting).delete()
    for batch in batched(sorted(questioned), BATCH):
        GlossaryConcern.objects.bulk_create(
            (GlossaryConcern(translation_id=key, term=term) for key in batch), ignore_conflicts=True
        )
