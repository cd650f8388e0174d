import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from reference.prose import TOPICS, Block, blocks, office_text, points
from reference.starter import text_of
from tests.reference.factories import OfficeProfileFactory


def test_text_becomes_headings_lists_and_paragraphs():
    text = "## Title\nOne\r\nline.\n\nTwo.\n- a\n- b\n\n## Next\n## Last"

    assert blocks(text) == [
        Block("heading", ["Title"]),
        Block("paragraph", ["One line."]),
        Block("paragraph", ["Two."]),
        Block("list", ["a", "b"]),
        Block("heading", ["Next"]),
        Block("heading", ["Last"]),
    ]


@given(st.text(alphabet="ab #-\n\r<&", max_size=60))
def test_any_text_has_pieces_with_words_in_them(text):
    for block in blocks(text):
        assert block.lines
        assert all("\n" not in line for line in block.lines)


@pytest.mark.parametrize("mark", ["-", "–", "—", "•", "·", "*"])
def test_lines_that_begin_with_a_mark_are_points_of_a_list(mark):
    text = f"In the kitchen\r\n{mark} cook\r\n  {mark}  serve\r\nEvery day"

    assert points(text) == [
        Block("paragraph", ["In the kitchen"]),
        Block("list", ["cook", "serve"]),
        Block("paragraph", ["Every day"]),
    ]


def test_an_empty_line_parts_paragraphs_and_lists():
    assert points("One\nline\n\nTwo\n \n- a\n\n- b") == [
        Block("paragraph", ["One", "line"]),
        Block("paragraph", ["Two"]),
        Block("list", ["a"]),
        Block("list", ["b"]),
    ]


@pytest.mark.parametrize("text", ["-20 °C in the store", "8-16", "*", "-", "e-mail – daily"])
def test_a_mark_without_words_after_a_gap_makes_no_list(text):
    assert points(text) == [Block("paragraph", [text])]


def test_no_text_has_no_pieces():
    assert points(" \n\n ") == []


@given(st.text(alphabet="ab *-\n\r<&", max_size=60))
def test_points_lose_no_letter_and_invent_none(text):
    kept = "".join(line for block in points(text) for line in block.lines)

    assert all(block.lines for block in points(text))
    assert [letter for letter in kept if letter in "ab<&"] == [letter for letter in text if letter in "ab<&"]


def test_text_of_the_office_comes_before_the_offered_one():
    profile = OfficeProfileFactory.build(privacy_uk="Наш текст.")

    assert office_text(profile, "privacy", "uk") == "Наш текст."
    assert office_text(profile, "privacy", "pl") == text_of("privacy", "pl")


@pytest.mark.parametrize("topic", [*TOPICS, "procedure"])
def test_offered_texts_say_the_same_in_every_language(topic):
    shapes = [[block.kind for block in blocks(text_of(topic, code))] for code, _name in settings.LANGUAGES]

    assert shapes[0] == shapes[1] == shapes[2]
