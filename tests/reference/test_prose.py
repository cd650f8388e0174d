import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from reference.prose import TOPICS, Block, blocks, office_text
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


def test_text_of_the_office_comes_before_the_offered_one():
    profile = OfficeProfileFactory.build(privacy_uk="Наш текст.")

    assert office_text(profile, "privacy", "uk") == "Наш текст."
    assert office_text(profile, "privacy", "pl") == text_of("privacy", "pl")


@pytest.mark.parametrize("topic", [*TOPICS, "procedure"])
def test_offered_texts_say_the_same_in_every_language(topic):
    shapes = [[block.kind for block in blocks(text_of(topic, code))] for code, _name in settings.LANGUAGES]

    assert shapes[0] == shapes[1] == shapes[2]
