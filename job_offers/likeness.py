"""Employers that may be the one somebody is about to write down: the same NIP, or nearly the same name.

A desk knows thousands of employers, not millions: their keys are read whole and compared here. (The embedded
database has no trigrams.)
"""

from heapq import nlargest
from typing import Any

from rapidfuzz import fuzz, process

from job_offers.models import Employer
from pup_portal.fields import sort_key

MOST = 5
ALIKE = 84  # of 100; below it, firms of one trade in one town begin to look alike
_FEWEST_LETTERS = 3
_WHOLE_IN_OTHER = 0.95  # how much a name counts that stands whole within a longer one
_LEGAL_FORMS = frozenset(
    sort_key(word)
    for word in (
        *("sp", "z", "o", "oo", "spzoo", "zoo", "sa", "sc", "s", "c", "j", "k", "spółka", "jawna", "cywilna"),
        *("akcyjna", "komandytowa", "ograniczoną", "odpowiedzialnością", "firma", "fhu", "phu", "pphu", "ph"),
        *("przedsiębiorstwo", "zakład", "i"),
    )
)


def similar_employers(*, name: str, nip: str = "", besides: Employer | None = None) -> list[Employer]:
    """The most similar ones first, those with the same NIP before them; at most ``MOST``."""
    known = Employer.objects.exclude(pk=besides.pk) if besides else Employer.objects.all()
    keys = list(known.filter(nip=nip).values_list("pk", flat=True)) if nip else []
    asked = _words(sort_key(name))
    if len("".join(asked)) >= _FEWEST_LETTERS:
        keys += [
            key for key in _named_alike(asked, dict(known.values_list("pk", "name_key"))) if key not in keys
        ]
    found = known.select_related("place").in_bulk(keys[:MOST])
    return [found[key] for key in keys[:MOST]]


def _named_alike(asked: list[str], names: dict[int, str]) -> list[int]:
    wanted = " ".join(sorted(asked))
    whole = {key: " ".join(sorted(_words(name))) for key, name in names.items()}
    scores = dict(_scored(wanted, whole, fuzz.token_sort_ratio, ALIKE))
    if len(asked) > 1:  # one word alone stands within too many names
        for key, score in _scored(wanted, whole, fuzz.token_set_ratio, ALIKE / _WHOLE_IN_OTHER):
            if " " in whole[key]:
                scores[key] = max(scores.get(key, 0), score * _WHOLE_IN_OTHER)
    return nlargest(MOST, scores, key=lambda key: (scores[key], -key))


def _scored(wanted: str, names: dict[int, str], scorer: Any, cutoff: float) -> list[tuple[int, float]]:
    found = process.extract(wanted, names, scorer=scorer, score_cutoff=cutoff, limit=None, processor=None)
    return [(key, score) for _name, score, key in found]


def _words(key: str) -> list[str]:
    """The words that tell a firm from others; all of them where nothing else is left."""
    words = key.split()
    return [word for word in words if word not in _LEGAL_FORMS] or words
