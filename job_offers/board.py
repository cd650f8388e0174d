"""Keeping the public board in step with the offers: who stands on it, and under which words it is found."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from job_offers import facts, words
from job_offers.models import BoardEntry, Offer
from job_offers.pay import monthly_pay
from translations.models import Status, Translation

BATCH = 1000
_RANKS = {level.value: rank for rank, level in enumerate(Offer.PolishLevel)}
_CONTENT = [
    *("valid_until", "published_at", "place", "contract", "shift", "polish_rank", "monthly_pay"),
    *("has_lodging", "needs_no_experience", "is_translated", "words"),
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
    return count


def take_off(offer_ids: Sequence[int]) -> None:
    BoardEntry.objects.filter(offer__in=offer_ids).delete()


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
        is_translated=is_translated,
        words=search_vector(offer, is_translated=is_translated),
    )


def search_vector(offer: Offer, *, is_translated: bool) -> str:
    """The literal of a ``tsvector``: title and occupation weigh most, then the place, then the rest.

    Written by us and not by PostgreSQL's parser, which knows the endings of neither language.
    """
    weights: dict[str, str] = {}
    for weight, text in _weighed_texts(offer, is_translated=is_translated):
        for word in words.split(text):
            for form in words.forms(word):
                weights.setdefault(form, weight)
    return " ".join(f"'{form}':1{weight}" for form, weight in weights.items())


def _weighed_texts(offer: Offer, *, is_translated: bool) -> Iterator[tuple[str, str]]:
    languages = ("pl", "uk") if is_translated else ("pl",)
    yield from (("A", getattr(offer, f"title_{language}") or "") for language in languages)
    yield "A", offer.occupation_name
    for weight, named in (
        ("A", offer.occupation),
        ("B", offer.place),
        ("C", offer.contract),
        ("C", offer.shift),
    ):
        if named:
            yield weight, f"{named.name_pl} {named.name_uk}"
    yield "B", offer.place_name
    yield "C", facts.employer(offer)
    if offer.has_lodging:
        yield "C", "zakwaterowanie mieszkanie nocleg житло проживання"
    for stem in ("duties", "requirements"):
        yield from (("D", getattr(offer, f"{stem}_{language}") or "") for language in languages)
