"""From an offer as the national feed writes it to the columns of ours.

Source of the field names: the feed's official manual (docs/glossary.md, "offer feed"). The feed's own text
is kept beside what is read from it. A value that cannot be read with certainty leaves its column empty and
gives a note for a person; an offer that must not be used at all raises ``OfferRefused``.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_noop

from job_offers import feed_parse
from job_offers.feed_content import OfferRefused, fingerprint, part_of, text_of, texts_of, without_persons
from job_offers.models import Offer
from pup_portal.phones import validate_phone
from reference.models import Occupation, Place, Term, Vocabulary
from reference.models.terms import feed_key

_MASKED_EMPLOYER = "kontakt przez pup"
_KINDS = {
    "": Offer.Kind.WORK,
    "OFERTA_PRACY": Offer.Kind.WORK,
    "STAZ": Offer.Kind.TRAINEESHIP,
    "STAZ_UP": Offer.Kind.TRAINEESHIP,
    "PRAKTYKI": Offer.Kind.PRACTICE,
    "PRAKT_STUDENT": Offer.Kind.PRACTICE,
    "PRZYG_ZAW": Offer.Kind.ADULT_TRAINING,
    "SPOL_UZYTECZ": Offer.Kind.SOCIAL_WORK,
    "WOLONTARIAT": Offer.Kind.VOLUNTEERING,
}
_KIELCE_COUNTIES = ("2604", "2661")


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
    work, other = part_of(content, "warunkiPracyIPlacy"), part_of(content, "pozostaleDane")
    source_id, title = text_of(content, "hash"), text_of(work, "stanowisko")
    _refuse_unusable(content, source_id, title)
    valid_until = feed_parse.day(text_of(other, "ofertaWaznaDo"))
    if valid_until is None:
        raise OfferRefused(
            gettext_noop("The offer does not say until when it is valid."), text_of(other, "ofertaWaznaDo")
        )
    if valid_until < today:
        raise OfferRefused(gettext_noop("The offer is no longer valid."), text_of(other, "ofertaWaznaDo"))
    mapped = MappedOffer(source_id, title, text_of(other, "ofertaZgloszonaPrzezKodJednostki"), {})
    mapped.columns.update(
        title_pl=title,
        valid_until=valid_until,
        source_number=text_of(other, "identyfikatorOferty"),
        source_url=_link(content),
        ukraine_welcome=feed_parse.yes(content.get("pracodZainteresZatrUA")),
        translation_consent=feed_parse.yes(content.get("zgodNaTlumaczenieUA")),
    )
    mapped.columns["kind"] = _kind(mapped, text_of(content, "typOferty"))
    mapped.columns["interests_eea"] = feed_parse.yes(other.get("udostepnionoDoEURES"))
    mapped.columns["for_registered_only"] = feed_parse.yes(other.get("ofertaDlaOsobZarej"))
    _map_posts(mapped, other)
    _map_work(mapped, work, known)
    _map_pay(mapped, work, known)
    _map_place(mapped, work, known)
    _map_occupation(mapped, work, other, known)
    _map_needs(mapped, part_of(content, "wymagania"), known)
    _map_employer(mapped, part_of(content, "danePracodawcy"), known)
    mapped.columns["feed_text"] = without_persons(content)
    mapped.columns["feed_hash"] = fingerprint(content)
    _refuse_too_long(mapped)
    return mapped


def read_again(stored: Any, known: Dictionaries) -> MappedOffer | None:
    """What an offer's ``feed_text`` comes to as offers are read today; ``None`` if it would be refused."""
    try:
        return map_offer(stored, known, date.min)
    except OfferRefused:
        return None


def _kind(mapped: MappedOffer, text: str) -> str:
    kind = _KINDS.get(text)
    if kind is None:
        mapped.note(
            gettext_noop("The feed names a kind of offer that is not known; it is taken for work."), text
        )
    return kind or Offer.Kind.WORK


def _refuse_unusable(content: dict[str, Any], source_id: str, title: str) -> None:
    if not source_id or len(source_id) > 64:
        raise OfferRefused(gettext_noop("The offer has no identifier."))
    if not _is_storable(content):
        raise OfferRefused(gettext_noop("The offer holds characters that are not text."), source_id)
    if not title:
        raise OfferRefused(gettext_noop("The offer names no position."), source_id)
    if content.get("statusOferty", "A") != "A":
        raise OfferRefused(
            gettext_noop("The offer is not active in the national database."),
            text_of(content, "statusOferty"),
        )
    if content.get("kodJezyka", "pl") != "pl":
        raise OfferRefused(
            gettext_noop("This is not the Polish version of the offer."), text_of(content, "kodJezyka")
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
    columns["duties_pl"] = text_of(work, "zakresObowiazkow")
    columns["contract"] = _term(mapped, known, Vocabulary.CONTRACT, text_of(work, "rodzajZatrudnienia"))
    columns["shift"] = _term(mapped, known, Vocabulary.SHIFT, text_of(work, "zmianowosc"))
    columns["work_mode"] = _term(mapped, known, Vocabulary.WORK_MODE, text_of(work, "trybyPracy"))
    columns["working_time"] = _within(mapped, work, "wymiarEtatu", Decimal(1))
    columns["hours_per_week"] = _within(mapped, work, "lGodzinWTygodniu", Decimal(168))
    columns["hours_per_month"] = _within(mapped, work, "lGodzinWMiesiacu", Decimal(744))
    columns["timetable_pl"] = text_of(work, "dodInfoCzasPracy")
    day = feed_parse.day_hours(columns["timetable_pl"])
    columns["day_starts_at"], columns["day_ends_at"] = day or (None, None)
    columns["benefits_note_pl"] = text_of(work, "dodSwiadczenia")
    columns["starts_on"] = feed_parse.day(text_of(work, "dataRozpoczeciaPracy"))
    columns["ends_on"] = feed_parse.day(text_of(work, "dataZakonczeniaPracy"))
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
        ("is_permanent", "pracaStala"),
        ("has_bonus", "premie"),
    ):
        columns[column] = feed_parse.yes(work.get(name))


def _map_pay(mapped: MappedOffer, work: dict[str, Any], known: Dictionaries) -> None:
    columns, system = mapped.columns, text_of(work, "systemWynagradzania")
    written = text_of(work, "wynagrodzenieBruttoZTypemStawki") or text_of(work, "wynagrodzenieBrutto")
    pay = feed_parse.pay(written, system) if written else None
    note = text_of(work, "opisWynagrodzenia")
    if pay is None or not pay.unit:
        if written:
            mapped.note(gettext_noop("The pay could not be read with certainty; enter it by hand."), written)
            note = f"{written}; {note}".rstrip("; ")
        pay = feed_parse.Pay(None, None, "")
    columns.update(
        pay_from=pay.low, pay_to=pay.high, pay_unit=pay.unit, is_gross=pay.is_gross, pay_note_pl=note
    )
    columns["pay_system"] = _term(mapped, known, Vocabulary.PAY_SYSTEM, system)


def _map_place(mapped: MappedOffer, work: dict[str, Any], known: Dictionaries) -> None:
    town, county = text_of(work, "miejscowosc"), text_of(work, "kodPowiatu")
    street = " ".join(filter(None, [text_of(work, "ulica"), text_of(work, "nrBudynku")]))
    flat = text_of(work, "nrLokalu")
    place = None
    if county in _KIELCE_COUNTIES:
        gmina = text_of(work, "gmina") or town
        place = known.places.get(gmina.casefold()) or known.places.get(town.casefold())
        if place is None:
            mapped.note(gettext_noop("The gmina of the workplace is not known; choose it by hand."), town)
    mapped.columns["place"] = place
    mapped.columns["place_name"] = town
    mapped.columns["street_address"] = f"{street}/{flat}" if street and flat else street


def _map_occupation(
    mapped: MappedOffer, work: dict[str, Any], other: dict[str, Any], known: Dictionaries
) -> None:
    written = text_of(other, "kodZawodu")
    code = feed_parse.occupation_code(written)
    mapped.columns["occupation_name"] = text_of(work, "zawod")
    mapped.columns["occupation"] = known.occupations.get(code)
    if written and mapped.columns["occupation"] is None:
        mapped.note(gettext_noop("This occupation code is not in our list."), written)


def _map_needs(mapped: MappedOffer, needs: dict[str, Any], known: Dictionaries) -> None:
    must, wish = part_of(needs, "wymaganiaKonieczne"), part_of(needs, "wymaganiaPozadane")
    lines = [text_of(needs, "inneWymagania"), *texts_of(must, "staze")]
    lines += _map_licences(mapped, texts_of(must, "uprawnienia"), known)
    wishes = [text for name in ("zawody", "staze", "uprawnienia", "jezyki") for text in texts_of(wish, name)]
    mapped.columns["wishes_pl"] = "\n".join(wishes)
    mapped.columns["requirements_pl"] = "\n".join(filter(None, lines))
    mapped.columns["experience_months"] = feed_parse.seniority(text_of(needs, "stazWymagOgol"))
    schools = [_term(mapped, known, Vocabulary.EDUCATION, text) for text in texts_of(must, "wyksztalcenia")]
    mapped.columns["education"] = next(filter(None, schools), None)
    _map_languages(mapped, texts_of(must, "jezyki"), known)


def _map_licences(mapped: MappedOffer, texts: list[str], known: Dictionaries) -> list[str]:
    """Take the coded licences; give back the texts that stay words."""
    words = []
    for text in texts:
        kinds = feed_parse.driving_licences(text)
        terms = [known.codes.get((Vocabulary.LICENCE, f"driving_{kind.lower()}")) for kind in kinds]
        found = [term for term in terms or [known.term(Vocabulary.LICENCE, text)] if term]
        rest = feed_parse.beyond_licence(text) if kinds else ""
        if not found or rest:
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
            level = need.speech.lower()
            mapped.columns["polish_level"] = level if level in Offer.PolishLevel.values else ""


def _map_employer(mapped: MappedOffer, employer: dict[str, Any], known: Dictionaries) -> None:
    columns, name = mapped.columns, text_of(employer, "pracodawca")
    is_named = (
        feed_parse.yes(employer.get("publikowacDanePracodawcy")) and name.casefold() != _MASKED_EMPLOYER
    )
    columns["employer_name"] = name if is_named else ""
    columns["identity_consent"] = bool(columns["employer_name"])
    columns["source_office"] = text_of(employer, "nazwaUrzeduPracy")
    columns["apply_route"] = _term(mapped, known, Vocabulary.APPLY_ROUTE, text_of(employer, "sposobAplShort"))
    columns["apply_note_pl"] = text_of(employer, "sposobPrzekazaniaDok")
    columns["required_documents_pl"] = text_of(employer, "wymaganeDokumenty")
    is_shown = feed_parse.yes(employer.get("pokazacDaneKontaktowePracodawcy"))
    columns["contact_phone"] = _phone(mapped, text_of(employer, "nrTelefonu")) if is_shown else ""
    columns["contact_email"] = _email(mapped, text_of(employer, "email")) if is_shown else ""
    for written in text_of(employer, "jezykAplikacji").split(","):
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
    if isinstance(value, str) and limit == 1:
        value = feed_parse.part_of_full_time(value) or value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and 0 < value <= limit:
        return Decimal(str(value)).quantize(Decimal("0.001") if limit == 1 else Decimal("0.1"))
    mapped.note(gettext_noop("A number in the feed makes no sense and was left out."), f"{name}: {value}")
    return None


def _phone(mapped: MappedOffer, text: str) -> str:
    number = feed_parse.phone(text)
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
    link = text_of(content, "link")
    return link if link.startswith("https://oferty.praca.gov.pl/") and len(link) <= 300 else ""


def _refuse_too_long(mapped: MappedOffer) -> None:
    for name, value in mapped.columns.items():
        limit = getattr(Offer._meta.get_field(name), "max_length", None)
        if isinstance(value, str) and limit and len(value) > limit:
            raise OfferRefused(
                gettext_noop("A field of the offer is far too long."), f"{name}: {len(value)} > {limit}"
            )
