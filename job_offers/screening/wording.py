"""What the texts of an offer say about whom they want, ready to be told to the desk."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from job_offers.models import Offer
from job_offers.models.offers import TEXTS
from job_offers.screening.grounds import EXPLANATIONS, Ground
from job_offers.screening.screening import Hit, screen

_CLEAR = _("„{words}” chooses people by {ground}. {why}")
_DOUBTFUL = _("„{words}” may choose people by {ground}. {why} Judge it yourself.")


@dataclass(frozen=True)
class Said:
    """Wording found in one text; ``field`` is the column of the offer it stands in."""

    ground: Ground
    is_clear: bool
    words: str
    field: str
    sentence: str | Promise
    advice: Promise

    @property
    def is_ukrainian(self) -> bool:
        return self.field.endswith("_uk")


def said_in(offer: Offer) -> Iterator[Said]:
    """What the texts say, each ground once: by a clear case if there is one, and in Polish rather than Ukrainian."""
    told: set[Ground] = set()
    for hit, field in sorted(_hits(offer), key=lambda found: not found[0].is_clear):
        if hit.ground not in told:
            told.add(hit.ground)
            yield _told(hit, field)


def _hits(offer: Offer) -> Iterator[tuple[Hit, str]]:
    for language in ("pl", "uk"):
        texts = {field: getattr(offer, field) or "" for field in (f"{name}_{language}" for name in TEXTS)}
        whole = "\n".join(texts.values())
        for field, text in texts.items():
            for hit in screen(text, beside=whole):
                yield hit, field


def _told(hit: Hit, field: str) -> Said:
    explained = EXPLANATIONS[hit.ground]
    sentence = format_lazy(
        _CLEAR if hit.is_clear else _DOUBTFUL, words=hit.words, ground=hit.ground.label, why=explained.why
    )
    return Said(hit.ground, hit.is_clear, hit.words, field, sentence, explained.instead)
