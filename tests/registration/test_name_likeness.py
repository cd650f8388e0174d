import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration import names
from registration.models import Client
from registration.name_likeness import SAME_NAME, SAME_SOUND, SAME_SPELLING, likest
from tests.registration.test_names import ukrainian_words


def person(surname="Шевченко", given_names="Олена", **others):
    return Client(surname_cyrillic=surname, given_names_cyrillic=given_names, **others)


def mean(best):
    return sum(likeness for likeness, _own in best) / len(best)


@pytest.mark.parametrize(
    ("word", "likeness", "own"),
    [
        ("шевченко", SAME_SPELLING, "шевченко"),
        ("szewczenko", SAME_SOUND, "шевченко"),
        ("helena", SAME_NAME, "олена"),
    ],
)
def test_word_is_as_like_as_it_is_written_sounds_or_means(word, likeness, own):
    assert likest([word], person(), at_least=0.6) == [(pytest.approx(likeness, abs=0.02), own)]


def test_nearer_word_is_more_alike():
    asked = ["шевченко", "szewczenko", "шевчнко", "шевчук", "ткач"]

    likenesses = [mean(likest([word], person(), at_least=0.0)) for word in asked]

    assert likenesses == sorted(likenesses, reverse=True)
    assert len(set(likenesses)) == len(asked)


def test_word_in_the_way_it_is_written_names_the_own_spelling():
    shevchenko = person(surname_latin="Shevchenko", given_names_latin="Olena")

    assert likest(["shevchenko", "олена"], shevchenko, at_least=0.6) == [(1, "shevchenko"), (1, "олена")]


@pytest.mark.parametrize(("words", "whose"), [([], person()), (["шевченко"], person("", ""))])
def test_nothing_is_like_nothing(words, whose):
    assert likest(words, whose, at_least=0.6) == []


@given(st.lists(ukrainian_words, min_size=1, max_size=3), ukrainian_words, ukrainian_words)
def test_sounds_never_hide_who_is_alike_enough(asked, surname, given_names):
    words = names.words(" ".join(asked))
    somebody = person(surname, given_names, surname_latin=names.to_latin(surname))
    best = likest(words, somebody, at_least=0.0)

    assert likest(words, somebody, at_least=mean(best) - 0.001) == best
    assert likest(words, somebody, at_least=mean(best) + 0.001) == []
