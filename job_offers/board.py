"""Keeping the public board in step with the offers: who stands on it, and under which words it is found."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from django.db import transaction

from job_offers import facts, snapshot, trades, words
from job_offers.models import BoardEntry, Offer
from job_offers.pay import monthly_pay
from reference.models import Occupation, Place, Term
from translations.models import Status, Translation

BATCH = 1000
_RANKS = {level.value: rank for rank, level in enumerate(Offer.PolishLevel)}
_CONTENT = [
    *("valid_until", "published_at", "place", "contract", "shift", "polish_rank", "monthly_pay"),
    *("has_lodging", "needs_no_experience", "fits_childcare", "covers_travel", "is_near_transport"),
    *("occupation_group", "is_translated", "words"),
]


def refresh(offer: Offer) -> None:
    """Put the offer on the board, bring its entry up to date, or take it off: whatever its state demands."""
    if offer.is_live:
        put([offer])
    else:
        take_off([offer.pk])


def put(offers: Iterable[Offer]) -> int:
    """Write the entries of live ``offers`` and say how many. For many, load them with ``for_board()``."""
    count = 0
    for batch in batched(offers, BATCH):
        statuses = Translation.objects.for_subjects(Offer, (offer.pk for offer in batch))
        entries = [entry_of(offer, statuses.get(offer.pk, Status.MISSING)) for offer in batch]
        BoardEntry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=["offer"], update_fields=_CONTENT
        )
        count += len(entries)
    _tell()
    return count


def take_off(offer_ids: Sequence[int]) -> None:
    BoardEntry.objects.filter(offer__in=offer_ids).delete()
    _tell()


def refresh_all() -> int:
    """Write every entry anew, as it has to be after an update that reads offers or names trades differently."""
    live = Offer.objects.live().for_board().order_by("pk")
    last, count = 0, 0
    while batch := list(live.filter(pk__gt=last)[:BATCH]):
        count += put(batch)
        last = batch[-1].pk
    return count


def _tell() -> None:
    transaction.on_commit(snapshot.changed)


def entry_of(offer: Offer, status: Status) -> BoardEntry:
    """The entry a live offer should have while its translation is at ``status``; nothing is saved."""
    if offer.valid_until is None or offer.published_at is None:
        raise ValueError("only a published offer stands on the board")
    is_translated = status == Status.REVIEWED
    return BoardEntry(
        offer=offer,
        valid_until=offer.valid_until,
        published_at=offer.published_at,
        place_id=offer.place_id,
        contract_id=offer.contract_id,
        shift_id=offer.shift_id,
        polish_rank=_RANKS.get(offer.polish_level),
        monthly_pay=monthly_pay(offer),
        has_lodging=offer.has_lodging,
        needs_no_experience=offer.experience_months == 0,
        fits_childcare=offer.fits_childcare,
        covers_travel=offer.covers_travel,
        is_near_transport=offer.is_near_transport,
        occupation_group=int(offer.occupation.code[:2]) if offer.occupation else None,
        is_translated=is_translated,
        words=_vector(offer, is_translated=is_translated),
    )


def _vector(offer: Offer, *, is_translated: bool) -> str:
    """The literal of a ``tsvector``: every form of every word, those of the title, the occupation and the place also marked
    as such, and the trades.

    Written by us and not by PostgreSQL's parser, which knows the endings of neither language.
    """
    heads = _forms(_heads(offer, is_translated=is_translated))
    lexemes = {
        *(trades.lexeme(trade) for trade in _trades(offer, is_translated=is_translated)),
        *(words.HEAD + form for form in heads),
        *heads,
        *_forms(_rest(offer, is_translated=is_translated)),
    }
    return " ".join(f"'{lexeme}'" for lexeme in lexemes)


def _forms(texts: Iterable[str]) -> set[str]:
    return {form for text in texts for word in words.split(text) for form in words.forms(word)}


def _trades(offer: Offer, *, is_translated: bool) -> set[str]:
    titles = [offer.title_pl, offer.occupation_name, (offer.title_uk or "") if is_translated else ""]
    return trades.of_offer(titles, offer.occupation.code if offer.occupation else "")


def _heads(offer: Offer, *, is_translated: bool) -> Iterator[str]:
    """What says in a word or two which work it is and where."""
    yield offer.title_pl
    if is_translated:
        yield offer.title_uk or ""
    yield offer.occupation_name
    yield from _names(offer.occupation, offer.place)
    yield offer.place_name


def _rest(offer: Offer, *, is_translated: bool) -> Iterator[str]:
    yield from _names(offer.contract, offer.shift)
    yield facts.employer(offer)
    if offer.has_lodging:
        yield "zakwaterowanie mieszkanie nocleg житло проживання"
    for stem in ("duties", "requirements"):
        for language in ("pl", "uk") if is_translated else ("pl",):
            yield getattr(offer, f"{stem}_{language}") or ""


def _names(*named: Occupation | Place | Term | None) -> Iterator[str]:
    for one in named:
        if one:
            yield f"{one.name_pl} {one.name_uk}"
