"""How likely two records are of one person, and why.

Points of 100 are added up for what agrees and taken away for what contradicts. The weights are the office's
judgement, not a measurement: a PESEL or a document decides, a name alone asks for a look, and a shared phone
alone says little, for families share one.
"""

from dataclasses import dataclass

from registration import names
from registration.models import Alike, Client, ClientQuerySet
from registration.search import Asked, find

POINTS: dict[Alike, int] = {
    Alike.PESEL: 90,
    Alike.DOCUMENT: 80,
    Alike.NAME: 60,
    Alike.SPELLING: 50,
    Alike.BIRTH: 30,
    Alike.PHONE: 25,
    Alike.EMAIL: 20,
}
AGAINST_BIRTH = 35
AGAINST_SEX = 40
AGAINST_PESEL = 30
ASKED_FROM = 60
ALIKE_NAME = 0.85  # of a whole name, on the scale of ``search``
LOOKED_AT = 60


@dataclass(frozen=True)
class Likeness:
    client: Client
    score: int
    reasons: tuple[Alike, ...]


def likely(client: Client, among: ClientQuerySet) -> list[Likeness]:
    """Those of ``among`` who may be ``client``, the likeliest first."""
    found = find(_asked(client), among.exclude(pk=client.pk), limit=LOOKED_AT)
    judged = (judge(client, match.client, name_score=match.name_score) for match in found)
    alike = [likeness for likeness in judged if likeness.score >= ASKED_FROM]
    return sorted(alike, key=lambda likeness: (-likeness.score, -likeness.client.pk))


def judge(client: Client, other: Client, *, name_score: float) -> Likeness:
    """Weigh what ``client`` and ``other`` have in common against what tells them apart."""
    reasons = [reason for reason, holds in _agreements(client, other, name_score) if holds]
    score = sum(POINTS[reason] for reason in reasons) - _contradictions(client, other)
    return Likeness(other, max(0, min(100, score)), tuple(reasons))


def _agreements(client: Client, other: Client, name_score: float) -> list[tuple[Alike, bool]]:
    is_written_alike = _written(client) == _written(other)
    return [
        (Alike.PESEL, bool(client.pesel_index) and client.pesel_index == other.pesel_index),
        (Alike.DOCUMENT, bool(client.document_index) and client.document_index == other.document_index),
        (Alike.NAME, is_written_alike),
        (Alike.SPELLING, not is_written_alike and name_score >= ALIKE_NAME),
        (Alike.BIRTH, _born_alike(client, other) is True),
        (Alike.PHONE, bool(client.phone) and client.phone == other.phone),
        (Alike.EMAIL, bool(client.email) and client.email.casefold() == other.email.casefold()),
    ]


def _contradictions(client: Client, other: Client) -> int:
    against = AGAINST_BIRTH if _born_alike(client, other) is False else 0
    against += AGAINST_SEX if client.sex and other.sex and client.sex != other.sex else 0
    both_have_one = bool(client.pesel_index) and bool(other.pesel_index)
    return against + (AGAINST_PESEL if both_have_one and client.pesel_index != other.pesel_index else 0)


def _born_alike(client: Client, other: Client) -> bool | None:
    """Whether the known parts of both dates agree; ``None`` when one is not known."""
    if client.birth is None or other.birth is None:
        return None
    return client.birth.agrees_with(other.birth)


def _written(client: Client) -> list[str]:
    """The full name in the script that the desk knows it in, without apostrophes and hyphens."""
    return sorted(names.words(client.cyrillic_name) or names.words(client.latin_name))


def _asked(client: Client) -> Asked:
    written = names.words(client.cyrillic_name) or names.words(client.latin_name)
    return Asked(
        words=tuple(written)[:6],
        phone_end=client.phone[-9:],
        birth=client.birth,
        pesel=client.pesel or "",
        document=client.document_number,
    )
