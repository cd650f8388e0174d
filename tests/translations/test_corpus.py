"""The checks, measured on real-looking offers: good pairs pass, one realistic error in one place is caught."""

import unicodedata
from collections import Counter

import pytest

from tests.translations.corpus import FOLDER, offers, pairs
from tests.translations.mutations import Mutant, mutants
from translations.checks import check
from translations.glossary import Glossary

FEWEST_OFFERS = 200
FEWEST_KINDS = 20
FEWEST_CAUGHT = 0.98
MOST_FALSE = 0.02
PER_KIND = 40


@pytest.fixture
def glossary(db) -> Glossary:
    return Glossary.load()


def is_blocked(pl: str, uk: str, glossary: Glossary) -> bool:
    return any(finding.is_blocking for finding in check(pl, uk, glossary.hits(pl)))


def is_caught(mutant: Mutant, glossary: Glossary) -> bool:
    """Whether the error itself is found: something that blocks and does not block the good pair."""
    hits = glossary.hits(mutant.pair.pl)
    before, after = (
        {(found.code, found.place) for found in check(mutant.pair.pl, text, hits) if found.is_blocking}
        for text in (mutant.pair.uk, mutant.text)
    )
    return bool(after - before)


def test_there_are_enough_offers_each_of_its_own():
    titles = Counter(offer["title_pl"] + offer.get("duties_pl", "") for offer in offers().values())

    assert len(offers()) >= FEWEST_OFFERS
    assert max(titles.values()) == 1


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_the_corpus_is_composed_text(file):
    text = file.read_text("utf-8")

    assert unicodedata.is_normalized("NFC", text)


def test_good_pairs_are_hardly_ever_blocked(glossary):
    blocked = [pair.place for pair in pairs() if is_blocked(pair.pl, pair.uk, glossary)]

    assert len(blocked) / len(pairs()) <= MOST_FALSE, blocked


def test_errors_of_facts_and_letters_are_caught(glossary):
    made = list(mutants(pairs(), per_kind=PER_KIND, seed=7))

    missed = [mutant for mutant in made if not is_caught(mutant, glossary)]

    assert len({mutant.kind for mutant in made}) >= FEWEST_KINDS
    assert 1 - len(missed) / len(made) >= FEWEST_CAUGHT, Counter(mutant.kind for mutant in missed)
