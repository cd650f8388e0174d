"""The facts of an offer as people read them, in the active language: one wording for every page and paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from job_offers.models import Offer
from translations import coded
from translations.registry import CodedFact


def pay(offer: Offer) -> str:
    """``od 4 806 zł miesięcznie (brutto)``; empty when no figure is known."""
    if offer.lowest_pay is None:
        return ""
    unit = coded.PayUnit(offer.pay_unit)
    return coded.pay(offer.pay_from, offer.pay_to, unit, is_gross=offer.is_gross)


def hours(offer: Offer) -> str:
    """Part of full time, hours a week and shifts, as far as they are known."""
    pieces = []
    if offer.working_time is not None:
        pieces.append(coded.working_time(offer.working_time))
    if offer.hours_per_week is not None:
        pieces.append(coded.hours_per_week(offer.hours_per_week))
    if offer.hours_per_month is not None:
        pieces.append(_("%(hours)s a month") % {"hours": coded.counted(offer.hours_per_month, coded.HOURS)})
    if offer.day_starts_at and offer.day_ends_at:
        pieces.append(f"{offer.day_starts_at:%H:%M}–{offer.day_ends_at:%H:%M}")
    if offer.shift and offer.shift.code != "not_applicable":
        pieces.append(offer.shift.name)
    if offer.works_on_days_off:
        pieces.append(_("also on Sundays and holidays"))
    return ", ".join(pieces)


def place(offer: Offer) -> str:
    """The town in the reader's language; a village with its gmina, as the offer names it."""
    name = offer.place.name if offer.place else offer.place_name
    if offer.place and offer.place_name not in {"", offer.place.name_pl, offer.place.name_uk}:
        name = f"{offer.place_name}, {offer.place.name}"
    mode = offer.work_mode.name if offer.work_mode and offer.work_mode.code != "on_site" else ""
    return ", ".join(filter(None, [name, mode]))


def address(offer: Offer) -> str:
    """Street and town as on an envelope; empty without a street to tell, and where the employer is not to be known."""
    if not (offer.street_address and offer.shows_employer):
        return ""
    town = offer.place_name or (offer.place.name_pl if offer.place else "")
    return ", ".join(filter(None, [offer.street_address, town]))


def start(offer: Offer) -> str:
    if offer.starts_at_once:
        return _("at once")
    return coded.day(offer.starts_on) if offer.starts_on else ""


def period(offer: Offer) -> str:
    """From when until when the work lasts."""
    end = _("until %(day)s") % {"day": coded.day(offer.ends_on)} if offer.ends_on else ""
    return ", ".join(filter(None, [start(offer), end]))


def contract(offer: Offer) -> str:
    return offer.contract.name if offer.contract and offer.contract.code != "not_applicable" else ""


def experience(offer: Offer) -> str:
    if offer.experience_months is None:
        return ""
    if offer.experience_months == 0:
        return _("not needed")
    years, months = divmod(offer.experience_months, 12)
    counted = ((years, coded.YEARS), (months, coded.MONTHS))
    return ", ".join(coded.counted(number, noun) for number, noun in counted if number)


def posts(offer: Offer) -> str:
    text = coded.number(offer.posts)
    if offer.posts_disabled:
        disabled = _("of them for persons with a disability: %(number)s") % {"number": offer.posts_disabled}
        text = f"{text} ({disabled})"
    return text


def polish(offer: Offer) -> str:
    return str(Offer.PolishLevel(offer.polish_level).label) if offer.polish_level else ""


def languages(offer: Offer) -> str:
    """Languages the employer asks for, with the level of speech; Polish only where it has no line of its own."""
    return "; ".join(
        f"{need.language.name} ({need.speech.name})" if need.speech else need.language.name
        for need in offer.languages.all()
        if not (offer.polish_level and need.language.code == "pl")
    )


def licences(offer: Offer) -> str:
    return "; ".join(term.name for term in offer.licences.all())


def benefits(offer: Offer) -> list[str]:
    given = (
        (offer.has_lodging, _("lodging")),
        (offer.has_meals, _("meals")),
        (offer.covers_travel, _("the journey is paid")),
        (offer.is_near_transport, _("near public transport")),
        (offer.fits_childcare, _("hours that fit childcare")),
        (offer.offers_transport, _("the way to work")),
        (offer.has_parking, _("parking")),
        (offer.has_bonus, _("bonuses")),
    )
    return [words for is_given, words in given if is_given]


def audience(offer: Offer) -> str:
    """Whom the offer is meant for, where it is not for everybody; never what people are, only how they are paid for."""
    return _("only persons registered at the labour office") if offer.for_registered_only else ""


def employer(offer: Offer) -> str:
    """The employer's name, or nothing where they did not agree to be named."""
    if not offer.shows_employer:
        return ""
    return offer.employer_name or (offer.employer.name if offer.employer else "")


@dataclass(frozen=True)
class Contact:
    """Where a reader applies: at the employer, or at the office when that is the way or nobody may be named."""

    is_office: bool
    phone: str
    email: str
    route: str
    languages: str


def contact(offer: Offer) -> Contact:
    through_office = offer.apply_route is None or offer.apply_route.code == "office"
    is_office = through_office or not offer.shows_employer
    return Contact(
        is_office=is_office,
        phone="" if is_office else offer.contact_phone,
        email="" if is_office else offer.contact_email,
        route="" if offer.apply_route is None else offer.apply_route.name,
        languages=", ".join(term.name for term in offer.apply_languages.all()),
    )


# Coded facts beside a translation, in the order of the offer's page.
_CODED: tuple[tuple[Promise, Callable[[Offer], str]], ...] = (
    (gettext_lazy("Pay"), pay),
    (gettext_lazy("Place"), place),
    (gettext_lazy("Contract"), contract),
    (gettext_lazy("Hours"), hours),
    (gettext_lazy("Start"), period),
    (gettext_lazy("Number of posts"), posts),
    (gettext_lazy("Experience"), experience),
    (gettext_lazy("Knowledge of Polish"), polish),
    (gettext_lazy("Other languages"), languages),
    (gettext_lazy("Licences"), licences),
    (gettext_lazy("The employer gives"), lambda offer: ", ".join(benefits(offer))),
)


def coded_facts(offer: Offer) -> list[CodedFact]:
    """The facts that need no translator, in both languages, for the page where the text is translated."""
    return list(_coded_facts(offer))


def _coded_facts(offer: Offer) -> Iterator[CodedFact]:
    for label, words in _CODED:
        texts = {}
        for language in ("pl", "uk"):
            with translation.override(language):
                texts[language] = words(offer)
        if texts["pl"]:
            yield CodedFact(str(label), **texts)
