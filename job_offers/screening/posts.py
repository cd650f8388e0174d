"""Names of posts in the form for women alone: neutral only beside their pair, or with "(k/m)" somewhere.

Names of posts must be neutral as to sex (Labour Code, art. 18(3ca) § 3). A name for men alone is used of everybody in
Polish, so that it is never told. "Pielęgniarka", "położna" and "woźna" stand so in the statutes and are left alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from job_offers.screening.patterns import found
from job_offers.screening.pieces import Piece
from job_offers.screening.rulebook import Rulebook
from job_offers.screening.vocabulary import LISTS
from translations import morphology

_PAIRS = """kelnerka kelner, barmanka barman, sekretarka sekretarz, szwaczka szwacz, krawcowa krawiec,
prasowaczka prasowacz, sprzątaczka sprzątacz, opiekunka opiekun, ekspedientka ekspedient, kasjerka kasjer,
recepcjonistka recepcjonista, fryzjerka fryzjer, kucharka kucharz, kosmetyczka kosmetyk, manikiurzystka manikiurzysta,
pokojówka pokojowy, pokojowa pokojowy, pomywaczka pomywacz, praczka pracz, bufetowa bufetowy, asystentka asystent,
księgowa księgowy, sprzedawczyni sprzedawca, nauczycielka nauczyciel, wychowawczyni wychowawca, lektorka lektor,
przedszkolanka przedszkolanek, animatorka animator, masażystka masażysta, stylistka stylista, konsultantka konsultant,
telemarketerka telemarketer, magazynierka magazynier, pakowaczka pakowacz, robotnica robotnik, pracownica pracownik,
kierowniczka kierownik, specjalistka specjalista, doradczyni doradca, rejestratorka rejestrator, salowa salowy,
piekarka piekarz, cukierniczka cukiernik, florystka florysta, zbieraczka zbieracz, tancerka tancerz, dozorczyni dozorca,
portierka portier, terapeutka terapeuta, instruktorka instruktor, trenerka trener, graficzka grafik,
projektantka projektant, redaktorka redaktor, tłumaczka tłumacz, koordynatorka koordynator, dziewiarka dziewiarz,
przedstawicielka przedstawiciel, pomocnica pomocnik, farmaceutka farmaceuta, aptekarka aptekarz, higienistka higienista,
stewardesa steward, kwiaciarka kwiaciarz, stażystka stażysta, administratorka administrator, hafciarka hafciarz,
manicurzystka manicurzysta,
pedicurzystka pedicurzysta, kamerzystka kamerzysta, psycholożka psycholog, dietetyczka dietetyk, logopedka logopeda,
fizjoterapeutka fizjoterapeuta, rehabilitantka rehabilitant, laborantka laborant, rekruterka rekruter,
handlowczyni handlowiec, operatorka operator, montażystka montażysta, sortowaczka sortowacz, monterka monter,
brygadzistka brygadzista, bibliotekarka bibliotekarz, sklepowa sklepowy, wizażystka wizażysta, baristka barista,
przewodniczka przewodnik, ogrodniczka ogrodnik, pracowniczka pracownik, menedżerka menedżer, menadżerka menadżer,
dyrektorka dyrektor, inspektorka inspektor, referentka referent, urzędniczka urzędnik, ankieterka ankieter,
kontrolerka kontroler, brakarka brakarz, ciastkarka ciastkarz, kierowczyni kierowca, gospodyni gospodarz, gosposia gospodarz, niania opiekun, hostessa host, hostesa host, kandydatka kandydat"""
PAIRS: Mapping[str, str] = dict(pair.split() for pair in _PAIRS.split(","))
# Names of which no pair is in use: for a person to judge.
_DOUBTFUL = frozenset(["niania", "hostessa", "hostesa", "gosposia", "gospodyni", "pokojówka", "kandydatka"])
# "Pokojowa" and the like are adjectives of things, too, and "kosmetyczka" a bag: only at the beginning, or sought.
FOR_WOMEN = "post+"  # a form of every word that names a post so
_BOOK = Rulebook(LISTS | {"FEMALE_POST": FOR_WOMEN})
_FIRST = _BOOK.read(("<< @SKILLED? @SKILLED? @FEMALE_POST", "<< #1-20 @FEMALE_POST", "< ^2 @FEMALE_POST >"))
_SOUGHT = _BOOK.read(
    (
        "@SEEK ^2 @FEMALE_POST",
        "@FEMALE_POST ^1 potrzebny|poszukiwać|poszukiwany|zatrudnić|=pilnie",
        "@POST ^1 @FEMALE_POST",
        "=jako @FEMALE_POST",
        "praca|oferta ^1 dla ^1 @FEMALE_POST",
        "praca @FEMALE_POST >",
        "<< @SKILLED? @SKILLED? @FEMALE_POST >",
        "<< @SKILLED? @SKILLED? @FEMALE_POST do|na|z|ze|w|we|o|od|i|oraz|dla|przy",
    )
)
_LEFT_ALONE = _BOOK.read(
    (
        "@SEEK ^2 @FEMALE_POST ~1 nie",
        "nie ^1 @SEEK ^2 @FEMALE_POST",
        "oddziałowy|oddziałowa",
        "współpraca ~3 @FEMALE_POST",
    )
)
_BOTH_SEXES = re.compile(
    r"(?<!\w)(?:[kmf]\s?[/|]\s?[kmfwxnd]|[жч]\s?/\s?[жч])(?:\s?[/|]\s?[xnd])?(?!\w)", re.IGNORECASE
)
_LONGEST_ENDING = 4
WORDS = _BOOK.words | PAIRS.keys() | frozenset(PAIRS.values())
# Of a name that is not listed its pair is told by the ending, if the dictionary has it.
_ENDINGS = {"torka": "tor", "istka": "ista", "ystka": "ysta", "antka": "ant", "entka": "ent", "lożka": "log"}
_NO_POSTS = frozenset(["klientka", "pacjentka", "studentka", "absolwentka"])


def pair(name: str) -> str | None:
    """The name for men beside the dictionary form ``name`` of one for women; None if it is no such name."""
    if name in PAIRS or name in _NO_POSTS:
        return PAIRS.get(name)
    ending = next((ending for ending in _ENDINGS if name.endswith(ending)), None)
    men = ending and name.removesuffix(ending) + _ENDINGS[ending]
    return men if men and morphology.is_polish(men) else None


class Named(NamedTuple):
    """From which piece of the clause to which a post is named, and whether for certain for women only."""

    start: int
    end: int
    is_clear: bool


def named_for_women(clause: Sequence[Piece], known: frozenset[str], *, is_first: bool) -> Iterator[Named]:
    """Posts named so in ``clause``; ``is_first`` of its text, where the name of the post stands."""
    if FOR_WOMEN not in known:
        return
    patterns = (*_FIRST, *_SOUGHT) if is_first else _SOUGHT
    if any(any(found(pattern, clause, known)) for pattern in _LEFT_ALONE):
        return
    for start, end in (span for pattern in patterns for span in found(pattern, clause, known)):
        names = [piece for piece in clause[start:end] if FOR_WOMEN in piece.forms]
        if names and not _has_ending(clause, end):
            yield Named(start, end, all(piece.forms.isdisjoint(_DOUBTFUL) for piece in names))


def says_both(text: str, clauses: Sequence[Sequence[Piece]]) -> bool:
    """Whether ``text`` has "(k/m)" or, in one of its ``clauses``, the pair of a name for women."""
    if _BOTH_SEXES.search(text):
        return True
    pieces = [piece for clause in clauses for piece in clause]
    men = {pair(form) for piece in pieces if FOR_WOMEN in piece.forms for form in piece.forms}
    return any(not piece.forms.isdisjoint(men) for piece in pieces if FOR_WOMEN not in piece.forms)


def _has_ending(clause: Sequence[Piece], at: int) -> bool:
    """Whether the name goes on with the ending for men: "opiekunka/-n"."""
    signs = [piece for piece in clause[at : at + 3] if piece.is_sign]
    after = next((piece for piece in clause[at:] if not piece.is_sign), None)
    return bool(signs and signs[0].text in "/(" and after and len(after.text) <= _LONGEST_ENDING)
