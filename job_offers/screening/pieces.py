"""What a clause is made of."""

from dataclasses import dataclass

_PREPOSITIONS = """nad dla do z ze za od przez w we na przy o po pod u
    між для до з із від через у в на при над за про"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())


@dataclass(frozen=True)
class Piece:
    """A word, a number or a sign.

    ``forms`` are the dictionary forms it may have, ``spellings`` the ways it is rightly written; ``number`` is its
    value, also of a number in words; ``start`` and ``end`` are in the original text.
    """

    text: str
    start: int
    end: int
    forms: frozenset[str]
    spellings: frozenset[str]
    is_noun: bool
    number: int | None

    @property
    def is_sign(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def parts(self) -> bool:
        """Whether it parts a sentence: what stands behind it is said of something else."""
        return self.text in ",;()–—"

    @property
    def is_preposition(self) -> bool:
        return self.text.casefold() in PREPOSITIONS
