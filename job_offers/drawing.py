"""The cards of the board as readers get them.

A card is the same for all readers of a language until the board changes, so it is kept with the board.
"""

from collections.abc import Iterator, Sequence

from django.template.loader import get_template
from django.utils.translation import get_language

from job_offers import presenting
from job_offers.models import BoardEntry
from job_offers.search import on_cards
from job_offers.snapshot import Snapshot

REMEMBERED = 4_000  # cards, of about a kilobyte each


def cards(keys: Sequence[int], board: Snapshot) -> list[str]:
    """The cards of the offers ``keys`` as HTML, in the active language. One that has left ``board`` since it was read is passed over."""
    language = get_language() or "uk"
    drawn = {key: card for key in keys if (card := board.cards.get((key, language))) is not None}
    new = dict(_drawn([key for key in keys if key not in drawn], board))
    if len(board.cards) + len(new) > REMEMBERED:
        board.cards.clear()
    board.cards.update(((key, language), card) for key, card in new.items())
    drawn |= new
    return [drawn[key] for key in keys if key in drawn]


def _drawn(keys: Sequence[int], board: Snapshot) -> Iterator[tuple[int, str]]:
    if not keys:
        return
    template = get_template("job_offers/_board_card.html")
    entries = list(on_cards(BoardEntry.objects.filter(pk__in=keys), board))
    for entry, card in zip(entries, presenting.cards(entries), strict=True):
        yield entry.pk, template.render({"card": card})
