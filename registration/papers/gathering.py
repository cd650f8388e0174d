"""What is known of a person, as the placeholders of papers name it. Nothing here writes, and nothing raises for
want of an answer: what nobody has said is empty."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.utils import timezone

from accounts.models import User
from pup_portal.phones import phone_text
from reference.models import OfficeProfile
from reference.profile import current_profile
from registration.models import Client, PaperPurpose, TemplateVersion
from registration.papers import comparing, intake_readings
from registration.papers.grammar import If, Value, tokens
from registration.papers.placeholders import CATALOGUE, OF_THE_PAPER, Data, Row, Said
from registration.papers.saying import YES, flag, named, rows, told, typed
from registration.vocabulary import NoPesel


@dataclass(frozen=True)
class Filling:
    """Who fills in a paper, when, for what; ``code`` is the number of a card."""

    by: User | None
    day: date
    purpose: PaperPurpose
    code: str = ""


class Source:
    """A person while papers about them are filled in: each table is read at most once, and only if it is named."""

    def __init__(self, client: Client, filling: Filling) -> None:
        self.client, self.filling = client, filling
        self.answers = intake_readings.Answers(client)

    @cached_property
    def office(self) -> OfficeProfile:
        return current_profile()


type Reading = Callable[[Source], Any]


def _of_the_intake(read: intake_readings.Reading) -> Reading:
    return lambda source: read(source.answers)


def gather(client: Client, filling: Filling, names: Collection[str] | None = None) -> Data:
    """The values of the placeholders ``names``, all when it is left out. Call with the client as it is stored."""
    source = Source(client, filling)
    wanted = CATALOGUE.keys() if names is None else CATALOGUE.keys() & names
    return {name: _value(READINGS[name], source) for name in sorted(wanted) if name in READINGS}


def named_in(version: TemplateVersion) -> set[str]:
    """The placeholders that the wording names, in either language: a paper keeps no other data."""
    lines = (
        line
        for section in version.sections.all()
        for body in (section.body_pl, section.body_uk)
        for line in body.splitlines()
    )
    return {token.name for line in lines for token in tokens(line) if isinstance(token, Value | If)}


def of_the_record(data: Data) -> Data:
    """What of ``data`` was read from the record of the person."""
    return {name: value for name, value in data.items() if name not in OF_THE_PAPER}


def _value(read: Reading, source: Source) -> Said | tuple[Row, ...]:
    first = read(source)
    return first if isinstance(first, tuple) else told(read, source)


def _address(source: Source) -> Said:
    """Street and town; the address of the site where the person stays when no private one is known."""
    client = source.client
    street = typed(client.street_address)
    if not street and client.accommodation is not None:
        site = client.accommodation
        return told(lambda _source: ", ".join(filter(None, [site.name, site.full_address])), source)
    town = told(lambda _source: client.place.name if client.place else "", source)
    return _joined(street, town)


def _joined(first: Said, second: Said) -> Said:
    if not first or not second or second.pl in first.text("pl"):
        return first or second
    is_polish = first.is_final
    return Said(
        f"{first.pl}, {second.pl}" if is_polish else "",
        f"{first.text('uk')}, {second.text('uk')}",
        is_final=is_polish,
    )


def _has_expired(source: Source) -> bool:
    day = source.client.document_expires_on
    return day is not None and day < source.filling.day


def _no_pesel(source: Source) -> Any:
    client = source.client
    return client.get_no_pesel_reason_display() if client.no_pesel_reason != NoPesel.NOT_ASKED else ""


def _of_the_site(source: Source) -> Any:
    return source.client.accommodation.name if source.client.accommodation else ""


def _of_the_place(source: Source) -> Any:
    return source.client.place.name if source.client.place else ""


def _registered_on(source: Source) -> Any:
    moment = source.client.registered_at
    return timezone.localtime(moment).date() if moment and source.client.is_registered else ""


def _changes(source: Source) -> tuple[Row, ...]:
    """Nothing for who has not signed an application yet: lines to write on stand there."""
    before = comparing.last_signed(source.client)
    now = {
        name: _value(READINGS[name], source)
        for name in comparing.compared(set(before))
        if name in READINGS and name != "changes"
    }
    return comparing.changes({name: before[name] for name in now}, now)


def _consents(source: Source) -> tuple[Row, ...]:
    """Those that hold: a withdrawn one is none."""
    return rows(
        source.client.consents.filter(withdrawn_on=None).order_by("purpose"),
        {
            "purpose": lambda consent: consent.get_purpose_display(),
            "answer": lambda _consent: YES,
            "since": lambda consent: consent.given_on,
        },
    )


_PURPOSES = {
    "is_for_unemployed": PaperPurpose.UNEMPLOYED,
    "is_for_job_seeker": PaperPurpose.JOB_SEEKER,
    "is_for_support": PaperPurpose.SUPPORT,
}


def _is_for(purpose: PaperPurpose) -> Reading:
    return lambda source: flag(source.filling.purpose == purpose)


_THE_PAPER: dict[str, Reading] = {
    "office_name": lambda source: source.office.name,
    "office_address": lambda source: source.office.address,
    "office_phone": lambda source: source.office.phone_text,
    "office_email": lambda source: source.office.email,
    "controller_name": lambda source: source.office.controller_name,
    "inspector_name": lambda source: source.office.inspector_name,
    "inspector_email": lambda source: source.office.inspector_email,
    "paper_date": lambda source: source.filling.day,
    "filled_by": lambda source: source.filling.by.full_name if source.filling.by else "",
    "card_code": lambda source: source.filling.code,
}

_THE_CLIENT: dict[str, Reading] = {
    "given_names": lambda source: named(source.client.given_names_latin, source.client.given_names_cyrillic),
    "surname": lambda source: named(source.client.surname_latin, source.client.surname_cyrillic),
    "full_name": lambda source: named(source.client.latin_name, source.client.cyrillic_name),
    "name_latin": lambda source: source.client.latin_name,
    "name_cyrillic": lambda source: source.client.cyrillic_name,
    "patronymic": lambda source: source.client.patronymic,
    "sex": lambda source: source.client.get_sex_display(),
    "citizenships": lambda source: source.client.citizenship_text,
    "pesel": lambda source: source.client.pesel or "",
    "has_pesel": lambda source: flag(bool(source.client.pesel)),
    "has_no_pesel": lambda source: flag(not source.client.pesel),
    "no_pesel_reason": _no_pesel,
    "birth_date": lambda source: source.client.birth or "",
    "birth_place": lambda source: typed(source.client.birth_place),
    "document_kind": lambda source: source.client.get_document_kind_display(),
    "document_number": lambda source: source.client.document_number,
    "document_valid_until": lambda source: source.client.document_expires_on,
    "document_has_expired": lambda source: flag(_has_expired(source)),
    "residence_address": _address,
    "place_of_stay": _of_the_place,
    "accommodation": _of_the_site,
    "phone": lambda source: phone_text(source.client.phone) if source.client.phone else "",
    "email": lambda source: source.client.email,
    "contact_language": lambda source: source.client.get_contact_language_display(),
    "preferred_contact": lambda source: source.client.get_preferred_contact_display(),
    "looks_for": lambda source: typed(source.client.looks_for),
    "status": lambda source: source.client.get_state_display(),
    "registered_on": _registered_on,
    "changes": _changes,
    "consents": _consents,
}

READINGS: MappingProxyType[str, Reading] = MappingProxyType(
    _THE_PAPER
    | _THE_CLIENT
    | {name: _is_for(purpose) for name, purpose in _PURPOSES.items()}
    | {name: _of_the_intake(read) for name, read in intake_readings.READINGS.items()}
)
