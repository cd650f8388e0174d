"""What a typed text asks for: trades, words, and conditions such as lodging or a place.

``робота на кухні без досвіду з житлом Кельце`` asks for the trades of a kitchen; that experience is not needed, that there is
lodging and that the place is Kielce are wishes. Beside a trade or other words wishes only bring offers forward;
alone they choose them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from job_offers import sounds, trades, words

MAX_WORDS = 8
_PREFIX_FROM = 4  # letters of a typed word from which its beginning alone may match
_ENDING = 2  # letters dropped from a word no dictionary knows, to match its other forms
_PLACE = "place:"
type Filters = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Wish:
    """``named``: trades with the words that named them; ``words``: the rest, in order; the tercs of ``places``."""

    named: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = ()
    words: tuple[str, ...] = ()
    conditions: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not (self.named or self.words or self.conditions or self.places)

    @property
    def trades(self) -> tuple[frozenset[str], ...]:
        """An offer of any of them is found."""
        return tuple(names for names, _said in self.named)

    @property
    def literal(self) -> str | None:
        """The ``tsquery`` that an offer of no named trade must match; ``None`` for anything.

        Where trades are named: the words that named one of them. Else every word.
        """
        if self.named:
            named = " | ".join(f"({_said(said)})" for _names, said in self.named)
            return f"({named}) & !({_trades(frozenset().union(*self.trades))})"
        return " & ".join(f"({_alternatives(word)})" for word in self.words) or None

    @property
    def merits(self) -> tuple[str, ...]:
        """A ``tsquery`` for each thing that, beside the trades, makes one offer a better match than another.

        The words that named each trade, and each other word, where they stand in the title, the occupation or the place.
        """
        named = (_said(said, words.HEAD) for _names, said in self.named)
        return (*named, *(_alternatives(word, words.HEAD) for word in self.words))


def read(text: str, places: Mapping[str, Iterable[str]]) -> Wish:
    """What ``text`` asks for. ``places``: the names of each place by its terc."""
    said = understood(text)[:MAX_WORDS]
    said, conditions = _without_conditions(said, places)
    named: list[tuple[frozenset[str], tuple[str, ...]]] = []
    rest, end = [], 0
    for match in trades.questions().find(said):
        named.append((match.names, tuple(said[match.start : match.end])))
        rest += said[end : match.start]
        end = match.end
    return Wish(
        named=tuple(named),
        words=(*rest, *said[end:]),
        conditions=frozenset(one for one in conditions if not one.startswith(_PLACE)),
        places=frozenset(one.removeprefix(_PLACE) for one in conditions if one.startswith(_PLACE)),
    )


def understood(text: str) -> list[str]:
    """The meaningful words, with those of another keyboard or alphabet in the letters they were meant in."""
    typed = " ".join(_retyped(one) for one in text.split())
    return [_sounding(word) for word in words.meaningful(typed)]


def _retyped(typed: str) -> str:
    """What was typed with the other keyboard switched on, where only that makes sense."""
    other = sounds.other_keyboard(typed)
    if not other or _makes_sense(typed) or not _makes_sense(other):
        return typed
    return other


def _makes_sense(typed: str) -> bool:
    said = words.split(typed)
    return " ".join(said) == typed.lower() and all(map(_is_known, said))


def _is_known(word: str) -> bool:
    return trades.questions().knows(word) or words.is_known(word)


def _sounding(word: str) -> str:
    """The name of a trade or wish that sounds like ``word``, where no dictionary knows the word itself."""
    if _is_known(word):
        return word
    heard = sounds.sounds(word)
    for names in (trades.questions(), trades.wishes()):
        for sound in heard:
            if sound in names.by_sound:
                return names.by_sound[sound]
    return word


def _without_conditions(
    said: list[str], places: Mapping[str, Iterable[str]]
) -> tuple[list[str], frozenset[str]]:
    wanted: set[str] = set()
    for names in (trades.wishes(), _place_names(tuple((terc, *named) for terc, named in places.items()))):
        rest, end = [], 0
        for match in names.find(said):
            wanted |= match.names
            rest += said[end : match.start]
            end = match.end
        said = [*rest, *said[end:]]
    return said, frozenset(wanted)


_known_places: dict[tuple[tuple[str, ...], ...], trades.Names] = {}


def _place_names(places: tuple[tuple[str, ...], ...]) -> trades.Names:
    """Made anew when an administrator has changed a place."""
    if places not in _known_places:
        _known_places.clear()
        _known_places[places] = trades.Names(
            (name, f"{_PLACE}{terc}") for terc, *names in places for name in names
        )
    return _known_places[places]


def _trades(names: frozenset[str]) -> str:
    return " | ".join(f"'{trades.lexeme(name)}'" for name in sorted(names))


def _said(said: tuple[str, ...], mark: str = "") -> str:
    return " & ".join(f"({_forms(word, mark)})" for word in said)


def _forms(word: str, mark: str) -> str:
    return " | ".join(sorted(f"'{mark}{form}'" for form in words.forms(word)))


def _alternatives(word: str, mark: str = "") -> str:
    """Lexemes hold letters and digits only, and one mark before them, so quoting them is safe."""
    lexemes = {f"'{mark}{form}'" for form in words.forms(word)}
    folded = words.fold(word)
    if len(folded) >= _PREFIX_FROM:
        lexemes.add(f"'{mark}{folded}':*")
    if len(folded) >= _PREFIX_FROM + _ENDING and not words.is_known(word):
        lexemes.add(f"'{mark}{folded[:-_ENDING]}':*")
    return " | ".join(sorted(lexemes))
