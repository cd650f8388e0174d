"""Whether a mark in a line ends a sentence, or belongs to an abbreviation, a number, a name, an address.

A cut in the wrong place costs more than a missing one, so every doubtful full stop joins. Offers in office
Polish are full of abbreviations before capitals ("ul. Przykładowa", "kat. B") that general-purpose splitters
cut at. The Ukrainian ones are here because memories and exchanged files are cut by the same rules.
"""

import re

_NEVER_LAST = (
    "adr al art arch bud bl bp br d.s dn doc dot dosł dośw dr ds dyr ew fax faks gen gm hab im inf inż jęz j"
    " k kat kier kl kom kont ks leśn lek lic lit lok m.in maks max mec med mgr miejsc mł m.st n nadl nadleśn"
    " nadkom niep.t np nr nry o o.o ob obs ok op ord p p.o par pl pn.t poczt podinsp podkom poj pok pom pon.t"
    " por pow poz prof prok przedst przyk r.ż red ref rej rep resp roz rozp s s.a s.c samodz św sekr skr"
    " sł sp spec st str sygn szer temp t.j tel tj ts tyt tzn tzw ub ul um upr ust w.w wet wew wg wł woj wojew"
    " wsp wg ww www wyd wyk wykszt wykształ wym wys z.o.o zał zam zast zaw zgodn zn zw b.r śp gł min.w"
    " акад буд вул див ім кв моб напр обл пл пр просп проф тел"
)
_LAST_BEFORE_A_CAPITAL = (
    "ang białorus cd dom dzień elektr etc fiz fr franc gastr godz h itd itp j.p kg km mech mies m.b miesz"
    " niem odch podst pods r rb ros sam sanepid śred techn tyg ukr ur włos w zł zm zaw год грн дн зл міс р рр тиж"
)
_DAY_NAMES = "pn pon wt śr czw cz pt sb sob nd ndz niedz пн вт ср чт пт сб нд"
_COUNTED = "dl g gr kpl l m min mln op os par pkt szt tys тис хв шт"
_JOINING = frozenset(_NEVER_LAST.split())  # whatever follows
# The end in "8 godz. Praca", not in "od godz. 8.00".
_DOUBTFUL = frozenset(_LAST_BEFORE_A_CAPITAL.split())
_DAYS = frozenset(_DAY_NAMES.split())
# The last word perhaps after a number only: "3 os. Zmiana", but "na os. Ślichowice".
_UNITS = frozenset(_COUNTED.split())
_PLACES = (
    r"kat\.?|kategori\w+|jazdy|bram\w+|hal[aię]|budynk\w+|bud\.|klatk\w+|blok\w*|sektor\w*|wejści\w+|klas\w+|grup\w+"
    r"|typ\w*|lini\w+|wariant\w*|категорі\w+|ворот\w*|корпус\w*|цех\w*"
)
# A capital letter that is a name of its own, not an initial: "kat. B i C.", "brama B."
_LETTER = re.compile(rf"(?<!\w)(?:{_PLACES})\s+(?:\w(?:\+\w)?(?:,|\s+i|\s+lub|\s*/)\s*)*\w\Z", re.IGNORECASE)
_LETTERS_OF_A_FIRM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LEVEL = re.compile(r"[ABC][12](?!\w)")
_STREET_NAMED_BY_A_DAY = re.compile(r"(?<!\d)\d\d?\s(?:Maja|Listopada|Czerwca|Sierpnia|Lipca)\b")
_DATE_WITH_SPACES = re.compile(r"(?<!\d)(?:\d\d?\s\d\d?\.|\d\d?\.\s?\d\d?\s)\s?\d{4}")
_PHONE_OR_HOUSE = re.compile(
    r"(?:\d\s|(?<!\w)(?:ul|al|os|pl|pok|nr|tel)\.?\s[^.;]*\s)\d+\w?\Z", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"[^\s(\[„\"«,;:/–]*\Z")
_NUMBER_BEFORE = re.compile(r"\d\s*\Z")
_WITH_ITS_NUMBER = re.compile(r".*\d")
_LAST_PART = re.compile(r"[^-.]*\Z")
_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w+\Z")
_SMILE = re.compile(r"[DPdp](?!\w)")
_OPENING = "„\"«([‘'"


def ends(line: str, mark: re.Match[str]) -> bool:
    """Whether the sentence that ``mark``, found in ``line``, may close is over."""
    sentence, rest = line[: mark.start()], line[mark.end() :]
    token = (sentence.split() or [""])[-1]
    if mark.group() == ";":
        is_part = _ADDRESS.search(token) or _ENTITY.search(token) or _SMILE.match(rest)
        return rest[0].isspace() or not is_part
    following = rest.lstrip().lstrip(_OPENING)
    if not (following[:1].isupper() or following[:1].isdigit()):
        return False
    found = _WORD_BEFORE.search(sentence)
    word = found.group() if found else ""
    if not rest[0].isspace():
        return not _ADDRESS.search(token) and _lacks_its_space(sentence, word, following, mark.group())
    if not mark.group().startswith("."):
        return True
    return _may_end(sentence, word, rest.lstrip()) and (mark.group() == "." or not is_abbreviation(word))


def is_abbreviation(word: str) -> bool:
    """Whether the full stop is the word's own, so that a sentence in brackets would need another."""
    return _WITH_ITS_NUMBER.sub("", word).casefold() in _DOUBTFUL | _UNITS | _JOINING


def _lacks_its_space(sentence: str, word: str, following: str, mark: str) -> bool:
    """ "porządku.Praca" is two sentences; "ul.Przykładowa", "8.00", "kat.B" and "B.Nowak" are not."""
    if not (following[:1].isupper() and following[1:2].islower()):
        return False
    if mark != ".":
        return sentence[-1:].isalnum()
    bare = _WITH_ITS_NUMBER.sub("", word).casefold()
    if not bare:
        return bool(_PHONE_OR_HOUSE.search(sentence))
    if bare in _DOUBTFUL | _UNITS:
        return bare != word.casefold()  # "500zł.Umowa"; but "godz.Urzędowania"
    is_word = bare.isalpha() and len(bare) > 1 and word[-2:].islower()
    return sentence.endswith((")", "”")) or (is_word and bare not in _JOINING | _DAYS)


def _may_end(sentence: str, word: str, following: str) -> bool:
    """Whether a full stop after ``word``, with a space and ``following`` behind it, ends the sentence."""
    bare = _WITH_ITS_NUMBER.sub("", word)
    if not bare:
        return not _is_date(f"{sentence[-6:]} {following[:9]}")
    if len(word) == 1 and word.isupper():
        return bool(_LETTER.search(sentence))
    small, is_shouted = bare.casefold(), sentence.isupper()
    last = (_LAST_PART.search(small) or bare)[0]
    if small in _UNITS or (bare == "OK" and not is_shouted):
        counts = small not in _UNITS or bare != word or _NUMBER_BEFORE.search(sentence.removesuffix(word))
        return bool(counts) and following[0].isupper() and not is_shouted
    if last in _DAYS or small in _DOUBTFUL:
        is_part = _is_a_day(following) if last in _DAYS else _LEVEL.match(following)
        return following[0].isupper() and not is_part
    is_shortened = small in _JOINING or ("." in small and last in _JOINING)
    return not (is_shortened or _LETTERS_OF_A_FIRM.search(word))


def _is_date(around: str) -> bool:
    """Whether the full stop, here a space, stands inside of "10. 12. 2026" or "ul. 1. Maja"."""
    return bool(_STREET_NAMED_BY_A_DAY.search(around) or _DATE_WITH_SPACES.search(around))


def _is_a_day(following: str) -> bool:
    return re.split(r"[\s.,-]", following, maxsplit=1)[0].casefold() in _DAYS
