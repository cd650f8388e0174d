"""Text cut into sentences, bullets and lines, so that joining gives the text back to the byte.

A cut in the wrong place costs more than a missing one, so every doubtful full stop joins. Offers in office
Polish are full of abbreviations before capitals ("ul. Przykładowa", "kat. B") that general-purpose
splitters cut at.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_ALWAYS = (
    "al art bud dł dot dr ds dyr gen hab im inż kat kier kl ks lek lic lok m.in maks max mec mgr min n.p np nr o.o"
    " ob ok os p pkt pl pok pon poz pow prof przyk red rej roz rozp s sp szt św str tel tj tzn tzw ul ust wew wg"
    " wł woj ww www wyd z.o.o zam zw b.r br"
)
_BEFORE_A_SMALL_LETTER = "cd dzień etc godz h itd itp kg km mb mies min r rb tyg ur w zł"
_JOINING = frozenset(_ALWAYS.split())  # never the end of a sentence, whatever follows
_DOUBTFUL = frozenset(
    _BEFORE_A_SMALL_LETTER.split()
)  # the end in "8 godz. Praca", but not in "od godz. 8.00"

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])?")
_BULLET = re.compile(  # a dash before a digit is a minus
    r"\s*(?:(?:[•·∙▪▫◦‣●○■□►➢✓✔]+|[-–—−*>]+(?!\d)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))\s*)*"
)
_END = re.compile(r"""[.!?…]+[)\]"”»’']*|;(?=\s)""")
_WORD_BEFORE = re.compile(r"[^\s(\[„\"«,;:/]*\Z")
_OPENING = "„\"«([‘'"
_LICENCE_LETTER = re.compile(r"(?:kat\.?|kategorii|kategoria|kategorię|jazdy)\s+\S\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """``text`` is what is translated; ``before`` and ``after`` are kept as they are in every language."""

    before: str
    text: str
    after: str = ""


def split(text: str) -> list[Piece]:
    """Cut ``text``. Only a text of nothing but white space and bullets gives a piece without text."""
    pieces: list[Piece] = []
    glue = ""
    for chunk, is_text in _chunks(text):
        if is_text:
            pieces.append(Piece(glue, chunk))
            glue = ""
        else:
            glue += chunk
    if glue and pieces:
        pieces[-1] = replace(pieces[-1], after=glue)
    elif glue:
        pieces.append(Piece(glue, ""))
    return pieces


def join(pieces: Iterable[Piece]) -> str:
    return "".join(piece.before + piece.text + piece.after for piece in pieces)


def _chunks(text: str) -> Iterator[tuple[str, bool]]:
    """What ``text`` consists of, in order: ``(chunk, is it text to translate)``."""
    for line in _LINE.findall(text):
        bullet = _BULLET.match(line)
        start = bullet.end() if bullet else 0
        yield line[:start], False
        for sentence in _sentences(line[start:]):
            core = sentence.rstrip().removesuffix(";").rstrip()
            yield core, bool(core)
            yield sentence[len(core) :], False


def _sentences(line: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(line):
        if end.end() == len(line) or not _is_boundary(line, end):
            continue
        stop = end.end() + len(line[end.end() :]) - len(line[end.end() :].lstrip())
        yield line[start:stop]
        start = stop
    yield line[start:]


def _is_boundary(line: str, end: re.Match[str]) -> bool:
    """Whether the sentence that ``end`` may close is over."""
    if end.group() == ";":
        return True
    word = _WORD_BEFORE.search(line, 0, end.start())
    before, rest = (word.group() if word else ""), line[end.end() :]
    following = rest.lstrip().lstrip(_OPENING)[:1]
    if not (following.isupper() or following.isdigit()):
        return False
    if not rest[0].isspace():
        return _is_missing_space(before, following, end.group())
    return not end.group().startswith(".") or _may_end(line[: end.start()], before, following)


def _is_missing_space(before: str, following: str, mark: str) -> bool:
    """ "porządku.Praca" is two sentences; "ul.Przykładowa", "8.00", "www.Firma.pl" and "B.Nowak" are not."""
    is_word = before.isalpha() and len(before) > 1 and before[-2:].islower()
    return mark == "." and following.isalpha() and is_word and before.casefold() not in _JOINING


def _may_end(sentence: str, before: str, following: str) -> bool:
    word = before.casefold()
    if word in _JOINING:
        return False
    if word in _DOUBTFUL:
        return following.isupper()
    if len(before) == 1 and before.isupper():
        return bool(_LICENCE_LETTER.search(sentence))
    return True
