"""Finding a person by whatever is known: a name in any spelling, a phone, a date of birth, a PESEL, a document.

Three queries, however many clients there are: the words that sound like the asked ones, the newest bearers
of those words (each key gives a bounded number), and the rows of these people. The order is then made in
Python over that bounded set. Only core PostgreSQL is used (no trigram extension).
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import OSA
from stdnum.pl import pesel as pesel_number

from pup_portal.encrypted_fields import index_of
from pup_portal.text import one_line
from registration import dates, names
from registration.dates import PartialDate
from registration.identifiers import plain_document
from registration.models import Client, ClientQuerySet, NameKey
from registration.vocabulary import DatePrecision

LONGEST_QUERY = 120
FEWEST_DIGITS = 4  # of the end of a phone
SHORTEST_NUMBER = 8  # digits of a whole phone number, less one
NEWEST = 60  # bearers of one exact key that are looked at
NEWEST_SIMILAR = 15  # bearers of one similar key
SIMILAR = {1: 40, 2: 40, 3: 8}  # similar words tried for each asked word, by how many were asked
NEAR_WORDS = 200  # known sounds looked at for each near miss and each beginning
MOST_KEYS = 150
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
BEARERS = 200  # people whose names are compared letter by letter
POOL = 400
GOOD_ENOUGH = 0.6

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
    by_name = _newest_bearers(_wanted(what.words)) if what.words else []
    rows = (
        among.alias(phone_end=Reverse("phone"))
        .filter(_any_of(what, by_name))
        .for_list()
        .order_by("-pk")[:POOL]
    )
    found = (_weighed(client, what) for client in rows)
    good = [match for match in found if match.score >= GOOD_ENOUGH]
    return sorted(good, key=lambda match: (-match.score, -match.client.pk))[:limit]


def _date(text: str) -> PartialDate | None:
    try:
        read = dates.parse(re.sub(r"[ -](?=\d{1,2}[ -]|\d{4}$)", ".", text) if text[4:5] != "-" else text)
    except ValueError:
        return None
    return read if read.value <= date.today() else None  # noqa: DTZ011


def _any_of(what: Asked, by_name: list[int]) -> Q:
    wanted = Q(pk__in=by_name)
    if what.phone_end:
        wanted |= Q(phone_end__startswith=what.phone_end[::-1])
    if what.pesel:
        wanted |= Q(pesel_index=index_of(Client, "pesel_index", what.pesel))
    if what.document:
        wanted |= Q(document_index=index_of(Client, "document_index", what.document))
    if what.birth is not None and what.has_birth_day:
        wanted |= Q(birth_date=what.birth.value)
    return wanted


def _wanted(words: tuple[str, ...]) -> list[tuple[str, str, int]]:
    """Keys to look under, the most telling first, each with how many of its newest bearers are worth a look."""
    similar = _similar([names.sounds(word) for word in words])
    ranked: dict[tuple[str, str], int] = {}
    for (one, some), (other, others) in combinations(list(zip(words, similar, strict=True))[:4], 2):
        sure = {names.pair(*both) for both in product(names.sounds(one), names.sounds(other))}
        for (place, left), (further, right) in product(enumerate(some), enumerate(others)):
            key = names.pair(left, right)
            ranked.setdefault((NameKey.Kind.PAIR, key), 0 if key in sure else 10 + place + further)
    for word, sounds in zip(words, similar, strict=True):
        ranked[NameKey.Kind.WRITTEN, word] = 1 if len(words) == 1 else 30
        exact = names.sounds(word)
        for place, sound in enumerate(sounds if len(words) == 1 else exact):
            ranked[NameKey.Kind.SOUND, sound] = 2 if sound in exact else 10 + place
    in_order = sorted(ranked, key=lambda key: (ranked[key], key))[:MOST_KEYS]
    return [(*key, NEWEST if ranked[key] < 10 else NEWEST_SIMILAR) for key in in_order]


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


def _nearest(readings: tuple[str, ...], known: set[str]) -> list[str]:
    ranked: dict[str, tuple[float, int]] = {}
    for reading in readings:
        for sound in known:
            allowed = max(names.allowed_typos(reading), names.allowed_typos(sound))
            far: float = OSA.distance(reading, sound, score_cutoff=allowed)
            if far > allowed and sound.startswith(reading):
                far = 1.5  # begun but not yet finished: between one typo and two
            elif far > allowed:
                continue
            ranked[sound] = min(ranked.get(sound, (far, len(sound))), (far, len(sound)))
    similar = sorted(ranked.keys() - set(readings), key=lambda sound: (*ranked[sound], sound))
    return [*readings, *similar]


def _newest_bearers(wanted: list[tuple[str, str, int]]) -> list[int]:
    """Numbers of the newest clients under each key: as many steps down an index as there are keys."""
    kinds, keys, takes = zip(*wanted, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT bearer.client_id
            FROM unnest(%s::text[], %s::text[], %s::int[]) WITH ORDINALITY AS wanted (kind, key, take, place)
            CROSS JOIN LATERAL (
                SELECT client_id FROM registration_namekey AS held
                WHERE held.kind = wanted.kind AND held.key = wanted.key
                ORDER BY client_id DESC LIMIT wanted.take
            ) AS bearer
            GROUP BY bearer.client_id ORDER BY min(wanted.place), bearer.client_id DESC LIMIT %s
            """,
            [list(map(str, kinds)), list(keys), list(takes), BEARERS],
        )
        return [client_id for (client_id,) in cursor.fetchall()]


def _weighed(client: Client, what: Asked) -> Found:
    """Add up what speaks for ``client``: each sure sign counts one, a name as much as it is alike."""
    score, reasons = named, reasons = _name_score(client, what.words)
    for written, column, reason in (
        (what.pesel, "pesel_index", "PESEL"),
        (what.document, "document_index", _("identity document")),
    ):
        if written and getattr(client, column) == index_of(Client, column, written):
            score, reasons = score + 2, [*reasons, reason]
    if what.phone_end and client.phone.endswith(what.phone_end):
        score, reasons = score + 1, [*reasons, _("phone")]
    if what.birth is not None and client.birth is not None:
        agrees = what.birth.agrees_with(client.birth)
        score, reasons = (score + 1, [*reasons, _("date of birth")]) if agrees else (score - 0.3, reasons)
    return Found(client, score, named, tuple(reasons))


def _name_score(client: Client, words: tuple[str, ...]) -> tuple[float, list[str | Promise]]:
    """From 0 to 1, and the client's own spellings that are not as asked."""
    if not words:
        return 0.0, []
    written = names.written_words(client)
    best = [max(((_likeness(word, own), own) for own in written), default=(0.0, "")) for word in words]
    score = sum(likeness for likeness, _own in best) / len(words)
    if score < GOOD_ENOUGH:
        return 0.0, []
    others = [own.capitalize() for likeness, own in best if GOOD_ENOUGH <= likeness < 1]
    spelling = _("spelling %(names)s") % {"names": ", ".join(others)}
    return score, [spelling] if others else [_("name")]


def _likeness(word: str, own: str) -> float:
    if word == own:
        return 1.0
    most = 0.0
    for reading, sound in product(names.sounds(word), names.sounds(own)):
        if reading == sound:
            return 0.97
        if reading and sound.startswith(reading):
            most = max(most, 0.84 + 0.1 * len(reading) / len(sound))
        most = max(most, 0.93 * OSA.normalized_similarity(reading, sound))
    # Among words that sound as near, the one written more alike comes first.
    return most + 0.02 * OSA.normalized_similarity(word, own)
