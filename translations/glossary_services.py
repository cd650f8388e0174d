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
from translations.impact import Impact, impact
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


def foresee(*, term: GlossaryTerm, wordings: Iterable[Wording]) -> Impact:
    """What saving ``term`` with ``wordings`` would do to approved texts; nothing is stored."""
    return impact(_stored(term), _entry(term, _rendering_rows(term, wordings)))


@transaction.atomic
def save_term(*, term: GlossaryTerm, wordings: Sequence[Wording] | None = None, by: User) -> GlossaryTerm:
    """Store a new or changed term with the keys it is found by, and exactly these other renderings.

    Without ``wordings`` the renderings stay. Approved texts that the change puts in question are marked, and
    stay published. Raises ``TermExists`` when another term has the same Polish.
    """
    before = _stored(term)
    term.sort_pl, term.pl_lemmas = sort_key(term.pl), search_keys(term.pl, *term.also_pl)
    with acting(by):
        with refused(glossaryterm_is_listed_once=TermExists):
            term.save()
        if wordings is not None:
            _replace_renderings(term, wordings)
    _mark(term, impact(before, _entry(term, list(GlossaryRendering.objects.filter(term=term)))))
    return term


@transaction.atomic
def import_terms(*, terms: Iterable[tuple[GlossaryTerm, Sequence[Wording]]], by: User) -> int:
    """Store all of ``terms``, or none; say how many."""
    return sum(bool(save_term(term=term, wordings=wordings, by=by)) for term, wordings in terms)


def _stored(term: GlossaryTerm) -> Entry | None:
    """The term as it acts now; ``None`` when it does not, also when it is not stored yet."""
    if term.pk is None:
        return None
    stored = GlossaryTerm.objects.with_renderings().get(pk=term.pk)
    return _entry(stored, list(stored.renderings.all()))


def _entry(term: GlossaryTerm, renderings: list[GlossaryRendering]) -> Entry | None:
    return Entry.of_term(term, renderings) if term.status == GlossaryTerm.Status.AGREED else None


def _rendering_rows(term: GlossaryTerm, wordings: Iterable[Wording]) -> list[GlossaryRendering]:
    return [GlossaryRendering(term=term, **wording._asdict()) for wording in wordings]


def _replace_renderings(term: GlossaryTerm, wordings: Iterable[Wording]) -> None:
    """Write only what differs, so that the history tells only that."""
    wanted = {wording.text: wording for wording in wordings}
    stored = {row.text: row for row in term.renderings.select_for_update(of=("self",))}
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
