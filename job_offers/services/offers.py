"""Writing offers down by hand."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers import board
from job_offers.checks import require_facts
from job_offers.models import Employer, Offer, OfferLanguage
from job_offers.screening.wording import better_title
from job_offers.services.conflicts import EditConflict
from pup_portal.db import DomainError, sent_before
from pup_portal.tracking import acting
from reference.models import Term
from translations import services as translations

SEVERAL = ("licences", "apply_languages")


class NothingToName(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The name of the position is not one for women alone, or it is too long already."))


@transaction.atomic
def create_offer(
    *, facts: Mapping[str, Any], by: User, employer: Employer | None = None, public_id: UUID | None = None
) -> Offer:
    """Write an offer down as a draft, once per ``public_id``, and owe its translation where agreed.

    ``facts``: values by field name, texts as ``title_pl`` and so on; ``licences`` and ``apply_languages`` are
    terms; ``languages`` are pairs of a language and its level of speech (or ``None``).
    """
    known = sent_before(Offer.objects.all(), public_id)
    if known is not None:
        return known
    offer = Offer(employer=employer, entered_by=by, **({"public_id": public_id} if public_id else {}))
    if employer is not None:
        offer.employer_name = employer.name
    _store(offer, facts, by)
    if offer.may_be_translated:
        translations.owe_draft(subject=offer, by=by)
    return offer


@transaction.atomic
def update_offer(
    *, offer: Offer, facts: Mapping[str, Any], version: int, by: User, is_minor: bool = False
) -> Offer:
    """Store what was changed on a page that showed ``version``.

    Raises ``EditConflict``, or ``NotPublishable`` when an offer on the board would stop being fit for it;
    then nothing is stored. The translation follows the Polish text, and the board both. ``is_minor`` says that
    the Polish was only corrected; an approved translation stays as far as the checks find it true.
    """
    offer = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    if offer.version != version:
        raise EditConflict
    offer.version += 1
    _store(offer, facts, by)
    if offer.is_live:
        require_facts(offer, today=timezone.localdate())
    translations.urgency_changed(subjects=[offer])  # first: a text nobody needs is not drafted
    translations.source_changed(subject=offer, by=by, is_minor=is_minor)
    if offer.may_be_translated:
        translations.owe_draft(subject=offer, by=by)
    board.refresh(offer)
    return offer


@transaction.atomic
def name_for_everybody(*, offer: Offer, by: User) -> Offer:
    """Mark the name of a position for women alone as one for women and men.

    Raises ``NothingToName`` if the name needs no mark or has no room for one, and what ``update_offer`` raises.
    """
    offer = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    better = better_title(offer)
    if not better:
        raise NothingToName
    return update_offer(offer=offer, facts={"title_pl": better}, version=offer.version, by=by)


def _store(offer: Offer, facts: Mapping[str, Any], by: User) -> None:
    values = dict(facts)
    several = {name: values.pop(name) for name in SEVERAL if name in values}
    languages = values.pop("languages", None)
    for name, value in values.items():
        setattr(offer, name, value)
    offer.changed_at = timezone.now()
    with acting(by):
        offer.save()
        for name, terms in several.items():
            getattr(offer, name).set(terms)
        if languages is not None:
            _store_languages(offer, languages)


def _store_languages(offer: Offer, languages: Iterable[tuple[Term, Term | None]]) -> None:
    """Nothing is written that stands there already: the history tells changes, not savings."""
    needed = [(language.pk, speech.pk if speech else None) for language, speech in languages]
    if needed == list(offer.languages.order_by("pk").values_list("language", "speech")):
        return
    offer.languages.all().delete()
    OfferLanguage.objects.bulk_create(
        OfferLanguage(offer=offer, language_id=language, speech_id=speech) for language, speech in needed
    )
