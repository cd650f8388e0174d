"""How many sentences the glossary understands: ``python -m tools.bench_glossary``. Needs no database.

A sentence is right when all its terms are found, none of the traps is, and each Ukrainian rendering is told
for what it is.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCES = Path(__file__).parents[1] / "tests" / "translations" / "glossary_sentences.toml"
# Words that no dictionary and no glossary has: only their stems can tell their forms.
INVENTED = {"printerowiec": "принтерівник", "laserowarka": "лазерувалка"}


@dataclass(frozen=True)
class Answer:
    """``faults`` says what is wrong with the answer to one sentence; nothing when it is right."""

    sentence: str
    is_pair: bool
    faults: list[str]


def answers() -> list[Answer]:
    """What the starter glossary makes of every sentence."""
    from translations.glossary import Entry, Glossary  # noqa: PLC0415 - the settings are known only now
    from translations.starter import starter_entries  # noqa: PLC0415

    invented = [Entry.of(pl, uk) for pl, uk in INVENTED.items()]
    glossary = Glossary([*starter_entries(), *invented])
    sentences = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["sentences"]
    return [
        Answer(f"{told['pl']} | {told.get('uk', '')}", "uk" in told, list(_faults(glossary, told)))
        for told in sentences
    ]


def _faults(glossary, told) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from translations.renderings import rendered  # noqa: PLC0415

    hits = {hit.entry.pl: hit for hit in glossary.hits(told["pl"])}
    yield from (f"not found: {pl}" for pl in told["finds"] if pl not in hits)
    yield from (f"found by mistake: {pl}" for pl in told["not"] if pl in hits)
    for pl, kind in told.get("kinds", {}).items():
        if pl in hits and (said := rendered(hits[pl], told["uk"])).kind != kind:
            yield f"{pl} is {kind}, taken for {said.kind} {said.words}"


def report() -> int:
    """Print the shares; 1 when less than 97 of 100 sentences are right."""
    told = answers()
    for name, group in (
        ("terms found in Polish", [answer for answer in told if not answer.is_pair]),
        ("renderings told in Ukrainian", [answer for answer in told if answer.is_pair]),
        ("all sentences", told),
    ):
        right = sum(not answer.faults for answer in group)
        print(f"{name:<34}{right:>5} of {len(group):<5}{right / len(group):>8.1%}")
    for answer in told:
        for fault in answer.faults:
            print(f"  {answer.sentence}: {fault}")
    return int(sum(not answer.faults for answer in told) < 0.97 * len(told))


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")
    import django  # noqa: PLC0415

    django.setup()
    return report()


if __name__ == "__main__":
    sys.exit(main())
