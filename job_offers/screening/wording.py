"""What the texts of an offer say about whom they want, ready to be told to the desk."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from job_offers.models import Offer
from job_offers.models.offers import TEXTS
from job_offers.screening.grounds import EXPLANATIONS, Ground
from job_offers.screening.screening import Hit, for_everybody, screen

_TITLE = "title_pl"
_LONGEST_TITLE = Offer._meta.get_field("title").max_length or 0

_CLEAR = _("„{words}” chooses people by {ground}. {why}")
_DOUBTFUL = _("„{words}” may choose people by {ground}. {why} Judge it yourself.")


@dataclass(frozen=True)
class Said:
    """Wording found in one text; ``field`` is the column of the offer it stands in.

    ``better`` is what may stand there instead, where that is certain.
    """

    ground: Ground
    is_clear: bool
    words: str
    field: str
    sentence: str | Promise
    advice: Promise
    better: str = ""

    @property
    def is_ukrainian(self) -> bool:
        return self.field.endswith("_uk")


def said_in(offer: Offer) -> Iterator[Said]:
    """What the texts say, each ground once: by a clear case if there is one, and in Polish rather than Ukrainian."""
    told: set[Ground] = set()
    for hit, field in sorted(_hits(offer), key=lambda found: not found[0].is_clear):
        if hit.ground not in told:
            told.add(hit.ground)
            is_name = hit.ground == Ground.SEX and field == _TITLE
            yield _told(hit, field, better=better_title(offer) if is_name else "")


def better_title(offer: Offer) -> str:
    """The Polish name of the position, marked as one for women and men; empty if it needs no mark, or has no room."""
    better = for_everybody(offer.title_pl or "", beside=_polish(offer))
    return better if len(better) <= _LONGEST_TITLE else ""


def _hits(offer: Offer) -> Iterator[tuple[Hit, str]]:
    for language in ("pl", "uk"):
        texts = {field: getattr(offer, field) or "" for field in (f"{name}_{language}" for name in TEXTS)}
        whole = "\n".join(texts.values())
        for field, text in texts.items():
            for hit in screen(text, beside=whole):
                yield hit, field


def _polish(offer: Offer) -> str:
    return "\n".join(getattr(offer, f"{name}_pl") or "" for name in TEXTS)


def _told(hit: Hit, field: str, *, better: str) -> Said:
    explained = EXPLANATIONS[hit.ground]
    sentence = format_lazy(
        _CLEAR if hit.is_clear else _DOUBTFUL, words=hit.words, ground=hit.ground.label, why=explained.why
    )
    return Said(hit.ground, hit.is_clear, hit.words, field, sentence, explained.instead, better)
