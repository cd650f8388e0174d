"""Finding a person by whatever is known: a name in any spelling, a phone, a date of birth, a PESEL, a document.

Three queries, however many clients there are: the words that sound like the asked ones; what is compared of
the newest bearers of those words (each key gives a bounded number); and the rows of the few who fit best.
The order is made in Python over that bounded set. Only core PostgreSQL is used (no trigram extension).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField, F, Func, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum.pl import pesel as pesel_number

from pup_portal.encrypted_fields import index_of
from pup_portal.text import one_line
from registration import dates, given_names, names
from registration.dates import PartialDate
from registration.identifiers import plain_document
from registration.models import Client, ClientQuerySet, NameKey
from registration.name_likeness import SAME_SPELLING, likest
from registration.vocabulary import DatePrecision

LONGEST_QUERY = 120
FEWEST_DIGITS = 4  # of the end of a phone
SHORTEST_NUMBER = 8  # digits of a whole phone number, less one
NEWEST = 60  # bearers of one exact key that are looked at
NEWEST_SIMILAR = 15  # bearers of one similar key, or of a given name that thousands bear
SIMILAR = {1: 40, 2: 40, 3: 8}  # similar words tried for each asked word, by how many were asked
BEGUN = 1.5  # a word begun but not yet finished is between one typo and two away
NEAR_WORDS = 200  # known sounds looked at for each near miss and each beginning
MOST_KEYS = 60  # looked under for one query
ALONE = 15  # place of one word among the pairs of similar ones
SIMILAR_PEOPLE = "similar"
# What the access log says of a search. It quotes nothing that was typed.
TOLD = {
    "name": _("by name"),
    "phone": _("by phone"),
    "birth": _("by date of birth"),
    "pesel": _("by PESEL"),
    "document": _("by number of an identity document"),
    SIMILAR_PEOPLE: _("similar people, before taking somebody in"),
}
# People whose names are compared: what a search costs grows with their number alone.
BEARERS_OF_ONE = 200  # when one word is asked
BEARERS = 100  # when several are
WITH_BIRTHDAY = 20  # beside all who were born that day, or as many as are to be shown
POOL = 400
NEAR_NAMES = 3  # given names that a typo may have meant
GOOD_ENOUGH = 0.6

# Keys by kind and word, each with its rank, the lowest first, and how many of its bearers are looked at.
type Ranked = dict[tuple[str, str], tuple[int, int]]

_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./ -]\d{1,2}[./ -]\d{4}|\d{1,2}[./]\d{4})(?!\d)")
_DOCUMENT = re.compile(r"[A-Z]{0,3}[0-9]{6,9}")
_DIGITS = re.compile(r"\+?\(?\d[\d\s().–-]*\d|\d")


@dataclass(frozen=True)
class Asked:
    """What a query says, part by part."""

    words: tuple[str, ...] = ()
    phone_end: str = ""
    birth: PartialDate | None = None
    pesel: str = ""
    document: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.phone_end or self.pesel or self.document) or self.has_birth_day

    @property
    def told(self) -> str:
        """By what was searched, never what was typed: for the access log."""
        parts = {
            "name": self.words,
            "phone": self.phone_end,
            "birth": self.birth,
            "pesel": self.pesel,
            "document": self.document,
        }
        return " ".join(part for part, asked in parts.items() if asked)

    @property
    def has_birth_day(self) -> bool:
        return self.birth is not None and self.birth.precision == DatePrecision.DAY


@dataclass(frozen=True)
class Found:
    """A person, how well they fit (more is better), and why they were found."""

    client: Client
    score: float
    name_score: float
    reasons: tuple[str | Promise, ...]


class Compared(NamedTuple):
    """What is compared of a person. Of many who are compared few are shown: only theirs are whole rows."""

    pk: int
    surname_cyrillic: str
    given_names_cyrillic: str
    patronymic: str
    surname_latin: str
    given_names_latin: str
    phone: str
    birth_date: date | None
    birth_date_precision: str
    pesel_index: str | None
    document_index: str | None

    @property
    def birth(self) -> PartialDate | None:
        if self.birth_date is None:
            return None
        return PartialDate(self.birth_date, DatePrecision(self.birth_date_precision))


class Weighed(NamedTuple):
    """How well somebody who was compared fits, and why."""

    pk: int
    score: float
    name_score: float
    reasons: tuple[str | Promise, ...]


def asked(text: str, *, with_identifiers: bool) -> Asked:
    """Read a query. PESEL and document are understood only for those who may see one (``with_identifiers``)."""
    text = one_line(text)[:LONGEST_QUERY]
    document = _document(text) if with_identifiers else ""
    birth = None
    for written in _DATE.findall(text):
        if (birth := _date(written)) is not None:
            text = text.replace(written, " ")
            break
    phone_end = pesel = ""
    for written in _DIGITS.findall(text):
        digits = "".join(filter(str.isdigit, written))
        text = text.replace(written, " ")
        if birth is None and len(digits) == 4 and (birth := _date(digits)) is not None and names.words(text):
            continue
        if with_identifiers and pesel_number.is_valid(digits):
            pesel = digits
        # Whole numbers may begin with 0 (at home in Ukraine) or 00 (a country's code follows).
        end = digits.lstrip("0") if len(digits) > SHORTEST_NUMBER else digits
        phone_end = end if len(end) >= FEWEST_DIGITS else phone_end
    return Asked(tuple(names.words(text)[:6]), phone_end, birth, pesel, document)


def _document(text: str) -> str:
    """A query that is a document's number and nothing else."""
    plain = plain_document(text)
    return plain if _DOCUMENT.fullmatch(plain) else ""


def find(what: Asked, among: ClientQuerySet, *, limit: int = 20) -> list[Found]:
    """The people of ``among`` who fit best, the best first, newest first among equals."""
    if not what:
        return []
    compared = (
        among.alias(phone_end=Reverse("phone"))
        .filter(_any_of(what, limit))
        .order_by("-pk")
        .values_list(*Compared._fields)[:POOL]
    )
    weighed = (_weighed(Compared._make(row), what) for row in compared)
    good = [match for match in weighed if match.score >= GOOD_ENOUGH]
    best = sorted(good, key=lambda match: (-match.score, -match.pk))[:limit]
    rows = among.for_list().in_bulk([match.pk for match in best])
    return [
        Found(rows[match.pk], match.score, match.name_score, match.reasons)
        for match in best
        if match.pk in rows  # nobody took them away meanwhile
    ]


def _date(text: str) -> PartialDate | None:
    try:
        read = dates.parse(re.sub(r"[ -](?=\d{1,2}[ -]|\d{4}$)", ".", text) if text[4:5] != "-" else text)
    except ValueError:
        return None
    return read if read.value <= date.today() else None  # noqa: DTZ011


def _any_of(what: Asked, limit: int) -> Q:
    wanted = Q(_bears_one_of(_wanted(what.words), _most_bearers(what, limit))) if what.words else Q()
    if what.phone_end:
        wanted |= Q(phone_end__startswith=what.phone_end[::-1])
    if what.pesel:
        wanted |= Q(pesel_index=index_of(Client, "pesel_index", what.pesel))
    if what.document:
        wanted |= Q(document_index=index_of(Client, "document_index", what.document))
    if what.birth is not None and what.has_birth_day:
        wanted |= Q(birth_date=what.birth.value)
    return wanted


def _most_bearers(what: Asked, limit: int) -> int:
    if what.has_birth_day:
        return max(WITH_BIRTHDAY, limit)
    return BEARERS if len(what.words) > 1 else BEARERS_OF_ONE


def _wanted(words: tuple[str, ...]) -> list[tuple[str, str, int]]:
    """Keys to look under, the most telling first, each with how many of its newest bearers are worth a look."""
    similar = _similar([names.sounds(word) for word in words])
    ranked = _of_one(words[0], similar[0]) if len(words) == 1 else _of_several(words, similar)
    in_order = sorted(ranked, key=lambda key: (ranked[key], key))[:MOST_KEYS]
    return [(*key, ranked[key][1]) for key in in_order]


def _of_one(word: str, similar: list[str]) -> Ranked:
    exact = _called(word)
    ranked: Ranked = {(NameKey.Kind.WRITTEN, word): (0, NEWEST)}
    for place, sound in enumerate(similar, start=2):
        ranked[NameKey.Kind.SOUND, sound] = (1, NEWEST) if sound in exact else (place, NEWEST_SIMILAR)
    return ranked


def _of_several(words: tuple[str, ...], similar: list[list[str]]) -> Ranked:
    """Two words together say most: both exact, then one of them similar, then both. One word alone says little."""
    ranked: Ranked = {}
    for (one, some), (other, others) in combinations(list(zip(words, similar, strict=True))[:4], 2):
        sure = {names.pair(*both) for both in product(_called(one), _called(other))}
        for place, left in enumerate(some, start=1):
            for further, right in enumerate(others[: MOST_KEYS // place], start=1):
                key = names.pair(left, right)
                rank = (0, NEWEST) if key in sure else (place * further, NEWEST_SIMILAR)
                ranked.setdefault((NameKey.Kind.PAIR, key), rank)
    has_initial = any(len(word) == 1 for word in words)  # no pair begins with it
    for sound in {sound for word in words for sound in names.sounds(word)}:
        is_rare = has_initial or not given_names.others(sound)
        ranked[NameKey.Kind.SOUND, sound] = (ALONE, NEWEST if is_rare else NEWEST_SIMILAR)
    return ranked


def _called(word: str) -> list[str]:
    """The readings of a word and, where it is a given name, those of the same name in other languages."""
    readings = names.sounds(word)
    return [*readings, *sorted({same for sound in readings for same in given_names.others(sound)})]


def _similar(readings: list[tuple[str, ...]]) -> list[list[str]]:
    """For each asked word, its own readings and the known sounds nearest to them, the nearest first."""
    everything = [sound for sounds in readings for sound in sounds if sound]
    misses = {miss for sound in everything for miss in names.near_misses(sound)}
    known = _known_words(sorted(misses), [sound for sound in everything if len(sound) > 1])
    most = SIMILAR.get(len(readings), 4)
    return [_nearest(sounds, known)[: max(most, len(sounds))] for sounds in readings]


def _known_words(misses: list[str], beginnings: list[str]) -> set[str]:
    """Sounds that share a near miss, and those that begin so.

    One look into the index per key: given the whole list at once, the planner reads the table instead.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT word.sound FROM unnest(%s::varchar[]) AS missed (key)
            CROSS JOIN LATERAL (
                SELECT sound FROM registration_nameword WHERE near @> ARRAY[missed.key] LIMIT %s
            ) AS word
            UNION
            SELECT word.sound FROM unnest(%s::text[]) AS begun (key)
            CROSS JOIN LATERAL (
                SELECT sound FROM registration_nameword
                WHERE sound ~>=~ begun.key AND sound ~<~ (begun.key || chr(1114111))
                ORDER BY sound USING ~<~ LIMIT %s
            ) AS word
            """,
            [misses, NEAR_WORDS, beginnings, NEAR_WORDS],
        )
        return {sound for (sound,) in cursor.fetchall()}


def _nearest(readings: tuple[str, ...], known: Collection[str]) -> list[str]:
    ranked: dict[str, float] = {}
    for reading in readings:
        begun = dict.fromkeys((sound for sound in known if sound.startswith(reading)), BEGUN)
        for sound, far in (begun | dict(names.within_typos(reading, known))).items():
            ranked[sound] = min(ranked.get(sound, far), far)
    similar = sorted(ranked.keys() - set(readings), key=lambda sound: (ranked[sound], len(sound), sound))
    return list(dict.fromkeys([*readings, *_same_names(readings), *similar]))


def _same_names(readings: tuple[str, ...]) -> Iterator[str]:
    """What a given name is called in other languages, be it written rightly or with a typo."""
    for reading in readings:
        for name in (reading, *given_names.near(reading)[:NEAR_NAMES]):
            yield from sorted(given_names.others(name))


_BEARERS_OF = """
    ARRAY(
        SELECT bearer.client_id
        FROM unnest(%s::text[], %s::text[], %s::int[]) WITH ORDINALITY AS wanted (kind, key, take, place)
        CROSS JOIN LATERAL (
            SELECT client_id FROM registration_namekey AS held
            WHERE held.kind = wanted.kind AND held.key = wanted.key
            ORDER BY client_id DESC LIMIT wanted.take
        ) AS bearer
        ORDER BY wanted.place, bearer.client_id DESC LIMIT %s
    )
"""


def _bears_one_of(wanted: list[tuple[str, str, int]], most: int) -> Func:
    """Whether somebody is among the newest bearers of the keys: as many steps down an index as it takes to
    find enough of them, in the order of the keys.
    """
    kinds, keys, takes = zip(*wanted, strict=True)
    asked = [list(map(str, kinds)), list(keys), list(takes), most]
    bearers = RawSQL(_BEARERS_OF, asked)  # noqa: S611  # nosec B611 - what was typed is a parameter
    return Func(
        F("pk"), bearers, template="%(expressions)s", arg_joiner=" = ANY ", output_field=BooleanField()
    )


def _weighed(person: Compared, what: Asked) -> Weighed:
    """Add up what speaks for ``person``: each sure sign counts one, a name as much as it is alike."""
    score, reasons = named, reasons = _name_score(person, what.words)
    for written, column, reason in (
        (what.pesel, "pesel_index", "PESEL"),
        (what.document, "document_index", _("identity document")),
    ):
        if written and getattr(person, column) == index_of(Client, column, written):
            score, reasons = score + 2, [*reasons, reason]
    if what.phone_end and person.phone.endswith(what.phone_end):
        score, reasons = score + 1, [*reasons, _("phone")]
    if what.birth is not None and person.birth is not None:
        agrees = what.birth.agrees_with(person.birth)
        score, reasons = (score + 1, [*reasons, _("date of birth")]) if agrees else (score - 0.3, reasons)
    return Weighed(person.pk, score, named, tuple(reasons))


def _name_score(person: Compared, words: tuple[str, ...]) -> tuple[float, list[str | Promise]]:
    """From 0 to 1, and the person's own spellings that are not as asked."""
    best = likest(words, person, at_least=GOOD_ENOUGH)
    if not best:
        return 0.0, []
    others = [own.capitalize() for likeness, own in best if GOOD_ENOUGH <= likeness < SAME_SPELLING]
    spelling = _("spelling %(names)s") % {"names": ", ".join(others)}
    score = sum(likeness for likeness, _own in best) / len(words)
    return score, [spelling] if others else [_("name")]
