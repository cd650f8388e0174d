"""How many of a translator's realistic errors the checks catch, by kind: ``python -m tools.bench_checks``.

Needs no database. Each error is one change in one place of a good pair of the corpus under ``tests/translations``;
it is caught when something blocks the pair that does not block the good one. Exits with 1 when fewer than 98 of 100
are caught, or more than 2 of 100 good pairs are blocked.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pup_portal.embedded.trouble import say

if TYPE_CHECKING:
    from tests.translations.corpus import Pair
    from tests.translations.mutations import Mutant
    from translations.glossary import Glossary

FEWEST_CAUGHT = 0.98
MOST_FALSE = 0.02


def main(per_kind: int = 150, seed: int = 1) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")
    import django  # noqa: PLC0415 - the settings are known only now

    django.setup()
    from tests.translations.corpus import pairs  # noqa: PLC0415
    from tests.translations.mutations import mutants  # noqa: PLC0415
    from translations.glossary import Glossary  # noqa: PLC0415
    from translations.starter import starter_entries  # noqa: PLC0415

    glossary = Glossary(starter_entries())
    false = len(blocked(pairs(), glossary)) / len(pairs())
    made, missed = Counter[str](), Counter[str]()
    for mutant in mutants(pairs(), per_kind=per_kind, seed=seed):
        made[mutant.kind] += 1
        missed[mutant.kind] += not is_caught(mutant, glossary)
    return report(made, missed, false)


def blocked(pairs: Iterable[Pair], glossary: Glossary) -> list[str]:
    """Where a good pair is stopped."""
    return [pair.place for pair in pairs if _blocking(pair, pair.uk, glossary)]


def is_caught(mutant: Mutant, glossary: Glossary) -> bool:
    """Whether the error itself is found: something that blocks and does not block the good pair."""
    before = _blocking(mutant.pair, mutant.pair.uk, glossary)
    return bool(_blocking(mutant.pair, mutant.text, glossary) - before)


def report(made: Counter[str], missed: Counter[str], false: float) -> int:
    caught = 1 - missed.total() / made.total()
    for kind, count in made.items():
        say(f"{kind:26} {count - missed[kind]:4} of {count:4} caught")
    say(f"{'all errors':26} {caught:.2%} caught, at least {FEWEST_CAUGHT:.0%} wanted")
    say(f"{'good pairs':26} {false:.2%} blocked, at most {MOST_FALSE:.0%} wanted")
    return int(caught < FEWEST_CAUGHT or false > MOST_FALSE)


def _blocking(pair: Pair, text: str, glossary: Glossary) -> set[tuple[str, str]]:
    from translations.checks import check  # noqa: PLC0415 - its models need the settings

    found = check(pair.pl, text, glossary.hits(pair.pl))
    return {(finding.code, finding.place) for finding in found if finding.is_blocking}


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
