"""From an offer as the national feed writes it to the columns of ours.

Source of the field names: the feed's official manual (docs/glossary.md, "offer feed"). The feed's own text
is kept beside what is read from it. A value that cannot be read with certainty leaves its column empty and
gives a note for a person; an offer that must not be used at all raises ``OfferRefused``.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_noop

from job_offers import feed_parse
from job_offers.models import Offer
from pup_portal.db import DomainError
from pup_portal.phones import e164, validate_phone
from reference.models import Occupation, Place, Term, Vocabulary
from reference.models.terms import feed_key

# Names and numbers of contact persons are not shown to readers, so they are not kept either.
_PERSONAL = {
    "danePracodawcy": (
        "osobaDoKontaktu",
        "imieNazwiskoOsobyZglPracodawca",
        "telefonOsobyZglPracodawca",
        "emailOsobyZglPracodawca",
    )
}
_MASKED_EMPLOYER = "kontakt przez pup"
_KIELCE_COUNTIES = ("2604", "2661")


class OfferRefused(DomainError):
    """This offer is not taken over; ``str()`` is the message id of the reason, ``value`` what it is about."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.value = value


@dataclass(frozen=True)
class Note:
    """Something in an accepted offer that a person should look at. ``reason`` is a message id."""

    reason: str
    value: str


@dataclass
class MappedOffer:
    """What one offer of the feed comes to: columns, coded rows beside it, and notes."""

    source_id: str
    title: str
    unit: str
    columns: dict[str, Any]
    languages: list[tuple[Term, Term | None, Term | None]] = field(default_factory=list)
    licences: list[Term] = field(default_factory=list)
    apply_languages: list[Term] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def note(self, reason: str, value: Any) -> None:
        self.notes.append(Note(reason, str(value)[:200]))


class Dictionaries:
    """Our vocabularies, places and occupations, loaded once for a whole feed."""

    def __init__(self) -> None:
        self.terms = {vocabulary: Term.objects.by_feed_value(vocabulary) for vocabulary in Vocabulary}
        self.codes = {(term.vocabulary, term.code): term for term in Term.objects.all()}
        self.places = {place.name_pl.casefold(): place for place in Place.objects.all()}
        self.occupations = {row.code: row for row in Occupation.objects.filter(is_active=True)}

    def term(self, vocabulary: Vocabulary, text: str) -> Term | None:
        return self.terms[vocabulary].get(feed_key(text))


def map_offer(content: dict[str, Any], known: Dictionaries, today: date) -> MappedOffer:
    """Read one offer of the feed. Raises ``OfferRefused`` where it must not be taken over."""
    work, other = _part(content, "warunkiPracyIPlacy"), _part(content, "pozostaleDane")
    source_id, title = _text(content, "hash"), _text(work, "stanowisko")
    _refuse_unusable(content, source_id, title)
    valid_until = feed_parse.day(_text(other, "ofertaWaznaDo"))
    if valid_until is None:
        raise OfferRefused(
            gettext_noop("The offer does not say until when it is valid."), _text(other, "ofertaWaznaDo")
        )
    if valid_until < today:
        raise OfferRefused(gettext_noop("The offer is no longer valid."), _text(other, "ofertaWaznaDo"))
    mapped = MappedOffer(source_id, title, _text(other, "ofertaZgloszonaPrzezKodJednostki"), {})
    mapped.columns.update(
        title_pl=title,
        valid_until=valid_until,
        source_number=_text(other, "identyfikatorOferty"),
        source_url=_link(content),
        ukraine_welcome=feed_parse.yes(content.get("pracodZainteresZatrUA")),
        translation_consent=feed_parse.yes(content.get("zgodNaTlumaczenieUA")),
    )
    _map_posts(mapped, other)
    _map_work(mapped, work, known)
    _map_pay(mapped, work, known)
    _map_place(mapped, work, known)
    _map_occupation(mapped, work, other, known)
    _map_needs(mapped, _part(content, "wymagania"), known)
    _map_employer(mapped, _part(content, "danePracodawcy"), known)
    mapped.columns["feed_text"] = _without_persons(content)
    mapped.columns["feed_hash"] = _fingerprint(content)
    _refuse_too_long(mapped)
    return mapped


def _refuse_unusable(content: dict[str, Any], source_id: str, title: str) -> None:
    if not source_id or len(source_id) > 64:
        raise OfferRefused(gettext_noop("The offer has no identifier."))
    if not _is_storable(content):
        raise OfferRefused(gettext_noop("The offer holds characters that are not text."), source_id)
    if not title:
        raise OfferRefused(gettext_noop("The offer names no position."), source_id)
    if content.get("statusOferty", "A") != "A":
        raise OfferRefused(
            gettext_noop("The offer is not active in the national database."), _text(content, "statusOferty")
        )
    if content.get("kodJezyka", "pl") != "pl":
        raise OfferRefused(
            gettext_noop("This is not the Polish version of the offer."), _text(content, "kodJezyka")
        )


def _is_storable(content: dict[str, Any]) -> bool:
    """The database takes any text but NUL and halves of characters."""
    try:
        return b"\\u0000" not in json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False


def _map_posts(mapped: MappedOffer, other: dict[str, Any]) -> None:
    posts = other.get("lWolnychMiejsc")
    if posts is None:
        mapped.note(gettext_noop("The number of posts is not given; one is assumed. Ask the employer."), "")
        posts = 1
    if not isinstance(posts, int) or isinstance(posts, bool) or not 1 <= posts <= 100_000:
        raise OfferRefused(gettext_noop("The offer has no free posts."), str(posts))
    disabled = other.get("lWolnychMiejscDlaNiepeln") or 0
    mapped.columns["posts"] = posts
    mapped.columns["posts_disabled"] = disabled if isinstance(disabled, int) and 0 <= disabled <= posts else 0


def _map_work(mapped: MappedOffer, work: dict[str, Any], known: Dictionaries) -> None:
    columns = mapped.columns
    columns["duties_pl"] = _text(work, "zakresObowiazkow")
    columns["contract"] = _term(mapped, known, Vocabulary.CONTRACT, _text(work, "rodzajZatrudnienia"))
    columns["shift"] = _term(mapped, known, Vocabulary.SHIFT, _text(work, "zmianowosc"))
    columns["work_mode"] = _term(mapped, known, Vocabulary.WORK_MODE, _text(work, "trybyPracy"))
    columns["working_time"] = _within(mapped, work, "wymiarEtatu", Decimal(1))
    columns["hours_per_week"] = _within(mapped, work, "lGodzinWTygodniu", Decimal(168))
    columns["starts_on"] = feed_parse.day(_text(work, "dataRozpoczeciaPracy"))
    columns["ends_on"] = feed_parse.day(_text(work, "dataZakonczeniaPracy"))
    if columns["starts_on"] and columns["ends_on"] and columns["ends_on"] < columns["starts_on"]:
        mapped.note(
            gettext_noop("The work would end before it starts; the end was left out."), columns["ends_on"]
        )
        columns["ends_on"] = None
    for column, name in (
        ("works_on_days_off", "pracaWWolneDni"),
        ("is_temporary", "pracaTymczasowa"),
        ("starts_at_once", "zatrOdZaraz"),
        ("has_lodging", "zakwaterowanie"),
        ("has_meals", "wyzywienie"),
        ("covers_travel", "kosztPrzejDoPolski"),
    ):
        columns[column] = feed_parse.yes(work.get(name))


def _map_pay(mapped: MappedOffer, work: dict[str, Any], known: Dictionaries) -> None:
    columns, system = mapped.columns, _text(work, "systemWynagradzania")
    written = _text(work, "wynagrodzenieBruttoZTypemStawki") or _text(work, "wynagrodzenieBrutto")
    pay = feed_parse.pay(written, system) if written else None
    note = _text(work, "opisWynagrodzenia")
    if pay is None or not pay.unit:
        if written:
            mapped.note(gettext_noop("The pay could not be read with certainty; enter it by hand."), written)
            note = f"{written}; {note}".rstrip("; ")
        pay = feed_parse.Pay(None, None, "")
    columns.update(pay_from=pay.low, pay_to=pay.high, pay_unit=pay.unit, is_gross=True, pay_note_pl=note)
    columns["pay_system"] = _term(mapped, known, Vocabulary.PAY_SYSTEM, system)


def _map_place(mapped: MappedOffer, work: dict[str, Any], known: Dictionaries) -> None:
    town, county = _text(work, "miejscowosc"), _text(work, "kodPowiatu")
    street = " ".join(filter(None, [_text(work, "ulica"), _text(work, "nrBudynku")]))
    flat = _text(work, "nrLokalu")
    place = None
    if county in _KIELCE_COUNTIES:
        gmina = _text(work, "gmina") or town
        place = known.places.get(gmina.casefold()) or known.places.get(town.casefold())
        if place is None:
            mapped.note(gettext_noop("The gmina of the workplace is not known; choose it by hand."), town)
    mapped.columns["place"] = place
    mapped.columns["place_name"] = town
    mapped.columns["street_address"] = f"{street}/{flat}" if street and flat else street


def _map_occupation(
    mapped: MappedOffer, work: dict[str, Any], other: dict[str, Any], known: Dictionaries
) -> None:
    written = _text(other, "kodZawodu")
    code = feed_parse.occupation_code(written)
    mapped.columns["occupation_name"] = _text(work, "zawod")
    mapped.columns["occupation"] = known.occupations.get(code)
    if written and mapped.columns["occupation"] is None:
        mapped.note(gettext_noop("This occupation code is not in our list."), written)


def _map_needs(mapped: MappedOffer, needs: dict[str, Any], known: Dictionaries) -> None:
    must, wish = _part(needs, "wymaganiaKonieczne"), _part(needs, "wymaganiaPozadane")
    lines = [_text(needs, "inneWymagania"), *_texts(must, "staze")]
    lines += _map_licences(mapped, _texts(must, "uprawnienia"), known)
    wishes = [text for name in ("zawody", "staze", "uprawnienia", "jezyki") for text in _texts(wish, name)]
    if wishes:
        lines.append("Mile widziane: " + "; ".join(wishes))
    mapped.columns["requirements_pl"] = "\n".join(filter(None, lines))
    mapped.columns["experience_months"] = feed_parse.seniority(_text(needs, "stazWymagOgol"))
    schools = [_term(mapped, known, Vocabulary.EDUCATION, text) for text in _texts(must, "wyksztalcenia")]
    mapped.columns["education"] = next(filter(None, schools), None)
    _map_languages(mapped, _texts(must, "jezyki"), known)


def _map_licences(mapped: MappedOffer, texts: list[str], known: Dictionaries) -> list[str]:
    """Take the coded licences; give back the texts that stay words."""
    words = []
    for text in texts:
        kinds = feed_parse.driving_licences(text)
        terms = [known.codes.get((Vocabulary.LICENCE, f"driving_{kind.lower()}")) for kind in kinds]
        found = [term for term in terms or [known.term(Vocabulary.LICENCE, text)] if term]
        if not found:
            words.append(text)
        mapped.licences += [term for term in found if term not in mapped.licences]
    return words


def _map_languages(mapped: MappedOffer, texts: list[str], known: Dictionaries) -> None:
    mapped.columns["polish_level"] = ""
    for text in texts:
        need = feed_parse.language(text)
        term = known.term(Vocabulary.LANGUAGE, need.name) if need else None
        if need is None or term is None:
            mapped.note(gettext_noop("This language requirement could not be read; enter it by hand."), text)
            continue
        speech, writing = (
            known.codes.get((Vocabulary.LANGUAGE_LEVEL, level.lower()))
            for level in (need.speech, need.writing)
        )
        if all(term != language for language, _, _ in mapped.languages):
            mapped.languages.append((term, speech, writing))
        if need.name == "polski":
            mapped.columns["polish_level"] = need.speech.lower()


def _map_employer(mapped: MappedOffer, employer: dict[str, Any], known: Dictionaries) -> None:
    columns, name = mapped.columns, _text(employer, "pracodawca")
    is_named = (
        feed_parse.yes(employer.get("publikowacDanePracodawcy")) and name.casefold() != _MASKED_EMPLOYER
    )
    columns["employer_name"] = name if is_named else ""
    columns["identity_consent"] = bool(columns["employer_name"])
    columns["source_office"] = _text(employer, "nazwaUrzeduPracy")
    columns["apply_route"] = _term(mapped, known, Vocabulary.APPLY_ROUTE, _text(employer, "sposobAplShort"))
    columns["apply_note_pl"] = _text(employer, "sposobPrzekazaniaDok")
    columns["required_documents_pl"] = _text(employer, "wymaganeDokumenty")
    is_shown = feed_parse.yes(employer.get("pokazacDaneKontaktowePracodawcy"))
    columns["contact_phone"] = _phone(mapped, _text(employer, "nrTelefonu")) if is_shown else ""
    columns["contact_email"] = _email(mapped, _text(employer, "email")) if is_shown else ""
    for written in _text(employer, "jezykAplikacji").split(","):
        term = known.term(Vocabulary.LANGUAGE, written)
        if term and term not in mapped.apply_languages:
            mapped.apply_languages.append(term)


def _term(mapped: MappedOffer, known: Dictionaries, vocabulary: Vocabulary, text: str) -> Term | None:
    term = known.term(vocabulary, text) if text else None
    if text and term is None:
        mapped.note(
            gettext_noop("The feed uses a word that is not in our vocabulary."), f"{vocabulary.value}: {text}"
        )
    return term


def _within(mapped: MappedOffer, part: dict[str, Any], name: str, limit: Decimal) -> Decimal | None:
    value = part.get(name)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= limit:
        return Decimal(str(value)).quantize(Decimal("0.001") if limit == 1 else Decimal("0.1"))
    mapped.note(gettext_noop("A number in the feed makes no sense and was left out."), f"{name}: {value}")
    return None


def _phone(mapped: MappedOffer, text: str) -> str:
    number = e164(text)
    try:
        if text:
            validate_phone(number)
    except ValidationError:
        mapped.note(gettext_noop("The phone number could not be read; enter it by hand."), "")
        return ""
    return number


def _email(mapped: MappedOffer, text: str) -> str:
    try:
        if text:
            validate_email(text)
    except ValidationError:
        mapped.note(gettext_noop("The e-mail address is not valid and was left out."), "")
        return ""
    return text


def _link(content: dict[str, Any]) -> str:
    link = _text(content, "link")
    return link if link.startswith("https://oferty.praca.gov.pl/") and len(link) <= 300 else ""


def _refuse_too_long(mapped: MappedOffer) -> None:
    for name, value in mapped.columns.items():
        limit = getattr(Offer._meta.get_field(name), "max_length", None)
        if isinstance(value, str) and limit and len(value) > limit:
            raise OfferRefused(
                gettext_noop("A field of the offer is far too long."), f"{name}: {len(value)} > {limit}"
            )


def _without_persons(content: dict[str, Any]) -> dict[str, Any]:
    kept = dict(content)
    for part, names in _PERSONAL.items():
        if isinstance(kept.get(part), dict):
            kept[part] = {name: value for name, value in kept[part].items() if name not in names}
    return kept


def _fingerprint(content: dict[str, Any]) -> str:
    """Tells whether the feed says anything new; contact persons are no news, for they are not kept."""
    canonical = json.dumps(_without_persons(content), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode(errors="surrogatepass")).hexdigest()


def _part(content: dict[str, Any], name: str) -> dict[str, Any]:
    part = content.get(name)
    if part is None:
        return {}
    if not isinstance(part, dict):
        raise OfferRefused(gettext_noop("The offer does not have the shape of the feed."), name)
    return part


def _text(part: dict[str, Any], name: str) -> str:
    value = part.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise OfferRefused(gettext_noop("The offer does not have the shape of the feed."), name)
    return value.strip()


def _texts(part: dict[str, Any], name: str) -> list[str]:
    values = part.get(name) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise OfferRefused(gettext_noop("The offer does not have the shape of the feed."), name)
    return [value.strip() for value in values if value.strip()]
