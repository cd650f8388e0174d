"""Misses and false alarms of the wording checks over their corpus: ``python -m tools.bench_screening [part …]``.

Needs no database. A third of each author's sentences is held out of the tuning of the rules. Exits with 1 when a part
has more misses among its discriminatory sentences, or false alarms among its harmless ones, than it may.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from pup_portal.embedded.trouble import say

CORPUS = Path(__file__).parents[1] / "tests" / "job_offers" / "screening" / "corpus.tsv"


@dataclass(frozen=True)
class Part:
    """Sentences of one origin: the most that may be missed and falsely stopped, as shares."""

    label: str
    missed: float
    stopped: float


PARTS = {
    "tuned": Part("the rules' author, tuned on", 0.10, 0.05),
    "held": Part("the rules' author, held out", 0.10, 0.05),
    "classes": Part("the rules' author, variants tuned on", 0.03, 0.03),
    "second": Part("an independent author, tuned on", 0.05, 0.03),
    "second-held": Part("an independent author, held out", 0.15, 0.06),
    "third": Part("an author asked for indirect wording", 0.50, 0.05),
    "fourth": Part("a fourth author, looked at once", 0.45, 0.05),
}


@dataclass(frozen=True)
class Sentence:
    """``expected`` is block, hint or none; ``ground`` says of what, empty for harmless ones."""

    part: str
    expected: str
    ground: str
    text: str


def sentences() -> list[Sentence]:
    rows = (line.split("\t") for line in CORPUS.read_text(encoding="utf-8").splitlines()[1:])
    return [Sentence(*row) for row in rows]


def parts() -> list[str]:
    """The parts that the corpus has, in the order they are told."""
    found = {sentence.part for sentence in sentences()}
    return [part for part in PARTS if part in found]


def level(sentence: Sentence) -> str:
    """What the check says of it: block, hint or none; of a discriminatory one, on its own ground."""
    from job_offers.screening.screening import screen  # noqa: PLC0415 - the settings are known only now

    hits = [hit for hit in screen(sentence.text) if not sentence.ground or hit.ground == sentence.ground]
    return "block" if any(hit.is_clear for hit in hits) else "hint" if hits else "none"


def main(*asked: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")
    import django  # noqa: PLC0415 - the settings are known only now

    django.setup()
    return max(report(part) for part in asked or parts())


def report(part: str) -> int:
    """Tells how ``part`` fares; 1 if it is beyond its bounds."""
    chosen = [(one, level(one)) for one in sentences() if one.part == part]
    bad = [(one, said) for one, said in chosen if one.expected != "none"]
    good = [(one, said) for one, said in chosen if one.expected == "none"]
    missed = [one for one, said in bad if said == "none"]
    weaker = [one for one, said in bad if said != one.expected and said != "none"]
    stopped = [(one, said) for one, said in good if said != "none"]
    say(f"{PARTS[part].label}: {len(bad)} discriminatory, {len(good)} harmless")
    say(f"  missed {len(missed)}, found with another weight {len(weaker)}, false alarms {len(stopped)}")
    for label, found in (
        ("missed", missed),
        ("other weight", weaker),
        ("false", [one for one, _ in stopped]),
    ):
        for one in found:
            say(f"  {label}: {one.text}")
    most = PARTS[part]
    return int(len(missed) > most.missed * len(bad) or len(stopped) > most.stopped * len(good))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
