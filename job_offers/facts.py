"""The facts of an offer as people read them, in the active language: one wording for every page and paper."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from job_offers.models import Offer
from translations.registry import CodedFact


def pay(offer: Offer) -> str:
    """``from 4 806 PLN gross a month``; empty when no figure is known."""
    amount = _amount(offer.pay_from, offer.pay_to)
    if not amount:
        return ""
    kind = _("gross") if offer.is_gross else _("net")
    return f"{amount} {kind} {offer.get_pay_unit_display()}".strip()


def hours(offer: Offer) -> str:
    """Part of full time, hours a week and shifts, as far as they are known."""
    pieces = []
    if offer.working_time is not None:
        whole = offer.working_time == 1
        pieces.append(
            _("full time") if whole else _("%(part)s of full time") % {"part": _plain(offer.working_time)}
        )
    if offer.hours_per_week is not None:
        pieces.append(_("%(hours)s hours a week") % {"hours": _plain(offer.hours_per_week)})
    if offer.shift and offer.shift.code != "not_applicable":
        pieces.append(offer.shift.name)
    if offer.works_on_days_off:
        pieces.append(_("also on Sundays and holidays"))
    return ", ".join(pieces)


def place(offer: Offer) -> str:
    """The town in the reader's language, or as the offer names it."""
    name = offer.place.name if offer.place else offer.place_name
    if (
        offer.place_name
        and offer.place
        and offer.place_name not in {offer.place.name_pl, offer.place.name_uk}
    ):
        name = f"{offer.place_name}, {offer.place.name}"  # a village and its gmina
    mode = offer.work_mode.name if offer.work_mode and offer.work_mode.code != "on_site" else ""
    return ", ".join(filter(None, [name, mode]))


def address(offer: Offer) -> str:
    """Street and town for a map and an envelope; without the street where the employer is not named."""
    town = offer.place_name or (offer.place.name_pl if offer.place else "")
    street = offer.street_address if offer.shows_employer else ""
    return ", ".join(filter(None, [street, town]))


def start(offer: Offer) -> str:
    if offer.starts_at_once:
        return _("at once")
    return date_format(offer.starts_on, "DATE_FORMAT") if offer.starts_on else ""


def period(offer: Offer) -> str:
    """From when until when the work lasts."""
    begin = start(offer)
    if offer.ends_on is None:
        return begin
    end = _("until %(day)s") % {"day": date_format(offer.ends_on, "DATE_FORMAT")}
    return ", ".join(filter(None, [begin, end]))


def experience(offer: Offer) -> str:
    if offer.experience_months is None:
        return ""
    if offer.experience_months == 0:
        return _("not needed")
    years, months = divmod(offer.experience_months, 12)
    pieces = []
    if years:
        pieces.append(ngettext("%(n)s year", "%(n)s years", years) % {"n": years})
    if months:
        pieces.append(ngettext("%(n)s month", "%(n)s months", months) % {"n": months})
    return ", ".join(pieces)


def posts(offer: Offer) -> str:
    text = str(offer.posts)
    if offer.posts_disabled:
        disabled = _("of them %(n)s for persons with a disability") % {"n": offer.posts_disabled}
        text = f"{text}, {disabled}"
    return text


def languages(offer: Offer) -> str:
    """Languages the employer asks for, with the level of speech."""
    return "; ".join(
        f"{need.language.name} ({need.speech.name})" if need.speech else need.language.name
        for need in offer.languages.all()
    )


def benefits(offer: Offer) -> list[str]:
    given = (
        (offer.has_lodging, _("lodging")),
        (offer.has_meals, _("meals")),
        (offer.covers_travel, _("the journey is paid")),
        (offer.is_near_transport, _("near public transport")),
        (offer.fits_childcare, _("hours that fit childcare")),
        (offer.ukraine_welcome, _("the employer is glad to employ Ukrainians")),
    )
    return [words for is_given, words in given if is_given]


def employer(offer: Offer) -> str:
    """The employer's name, or nothing where they did not agree to be named."""
    if not offer.shows_employer:
        return ""
    return offer.employer_name or (offer.employer.name if offer.employer else "")


# Coded facts beside a translation, in the order of the offer's page.
_CODED: tuple[tuple[object, Callable[[Offer], str]], ...] = (
    (gettext_lazy("Pay"), pay),
    (gettext_lazy("Place"), place),
    (gettext_lazy("Contract"), lambda offer: offer.contract.name if offer.contract else ""),
    (gettext_lazy("Hours"), hours),
    (gettext_lazy("Start"), period),
    (gettext_lazy("Experience"), experience),
    (gettext_lazy("Polish"), lambda offer: str(offer.get_polish_level_display())),
    (gettext_lazy("Languages"), languages),
    (gettext_lazy("Licences"), lambda offer: ", ".join(term.name for term in offer.licences.all())),
    (gettext_lazy("The employer gives"), lambda offer: ", ".join(benefits(offer))),
)


def coded(offer: Offer) -> list[CodedFact]:
    """The facts that need no translator, in both languages, for the page where the text is translated."""
    return list(_coded(offer))


def _coded(offer: Offer) -> Iterator[CodedFact]:
    for label, words in _CODED:
        texts = {}
        for language in ("pl", "uk"):
            with translation.override(language):
                texts[language] = words(offer)
        if texts["pl"]:
            yield CodedFact(str(label), **texts)


def _amount(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None and low != high:
        return _("%(low)s–%(high)s PLN") % {"low": _money(low), "high": _money(high)}
    if low is not None and high is not None:
        return _("%(amount)s PLN") % {"amount": _money(low)}
    if low is not None:
        return _("from %(amount)s PLN") % {"amount": _money(low)}
    return _("up to %(amount)s PLN") % {"amount": _money(high)} if high is not None else ""


def _money(amount: Decimal) -> str:
    decimals = 0 if amount == amount.to_integral_value() else 2
    return number_format(amount, decimal_pos=decimals, force_grouping=True)


def _plain(number: Decimal) -> str:
    return number_format(number.normalize())
