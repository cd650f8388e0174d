"""The checks, measured on real-looking offers: good pairs pass, one realistic error in one place is caught."""

import unicodedata
from collections import Counter

import pytest

from tests.translations.corpus import FOLDER, offers, pairs
from tests.translations.mutations import mutants
from tools.bench_checks import FEWEST_CAUGHT, MOST_FALSE, blocked, is_caught
from translations.glossary import Glossary

FEWEST_OFFERS = 200
FEWEST_KINDS = 20
PER_KIND = 25


@pytest.fixture
def glossary(db) -> Glossary:
    return Glossary.load()


def test_there_are_enough_offers_each_of_its_own():
    titles = Counter(offer["title_pl"] + offer.get("duties_pl", "") for offer in offers().values())

    assert len(offers()) >= FEWEST_OFFERS
    assert max(titles.values()) == 1


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_the_corpus_is_composed_text(file):
    text = file.read_text("utf-8")

    assert unicodedata.is_normalized("NFC", text)


def test_good_pairs_are_hardly_ever_blocked(glossary):
    stopped = blocked(pairs(), glossary)

    assert len(stopped) / len(pairs()) <= MOST_FALSE, stopped


def test_errors_of_facts_and_letters_are_caught(glossary):
    made = list(mutants(pairs(), per_kind=PER_KIND, seed=7))

    missed = [mutant for mutant in made if not is_caught(mutant, glossary)]

    assert len({mutant.kind for mutant in made}) >= FEWEST_KINDS
    assert 1 - len(missed) / len(made) >= FEWEST_CAUGHT, Counter(mutant.kind for mutant in missed)
