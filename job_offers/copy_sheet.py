"""An offer field by field, in the order of the national form, to be entered there by hand.

Each field holds what is to be pasted, and nothing else: the Polish value, and the Ukrainian one where there is a text
in both languages. The order is that of the national form (regulation of 14 May 2014, four parts).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from job_offers import facts
from job_offers.models import Offer

type Read = Callable[[Offer], str]


@dataclass(frozen=True)
class Field:
    """``key`` names the field on the page. ``uk`` is empty where the form wants no Ukrainian text."""

    key: str
    label: str | Promise
    pl: str
    uk: str = ""


@dataclass(frozen=True)
class Section:
    title: str | Promise
    fields: list[Field]


def sections(offer: Offer, *, is_approved: bool) -> list[Section]:
    """The filled fields of ``offer``; Ukrainian texts only when they are approved."""
    made = (
        Section(title, [field for field in _fields(offer, names, is_approved) if field.pl])
        for title, names in _ORDER
    )
    return [section for section in made if section.fields]


def _fields(offer: Offer, names: tuple[str, ...], is_approved: bool) -> Iterator[Field]:
    for name in names:
        if name in _VALUES:
            label, read = _VALUES[name]
            with translation.override("pl"):
                value = read(offer)
            yield Field(name, label, value)
        else:
            label = _label(name)
            ukrainian = getattr(offer, f"{name}_uk") or "" if is_approved else ""
            yield Field(name, label, getattr(offer, f"{name}_pl") or "", ukrainian)


def _label(name: str) -> str | Promise:
    column: Any = Offer._meta.get_field(name)
    return column.verbose_name


def _occupation(offer: Offer) -> str:
    found = offer.occupation
    return f"{found.code} {found.name_pl} ({found.edition})" if found else offer.occupation_name


def _yes(name: str) -> Read:
    return lambda offer: "tak" if getattr(offer, name) else "nie"


def _maybe(name: str) -> Read:
    return lambda offer: {True: "tak", False: "nie"}.get(getattr(offer, name), "")


def _own(name: str) -> tuple[str | Promise, Read]:
    return _label(name), lambda offer: str(getattr(offer, name) or "")


def _flag(name: str) -> tuple[str | Promise, Read]:
    return _label(name), _yes(name)


_VALUES: dict[str, tuple[str | Promise, Read]] = {
    "employer": (
        _("employer"),
        lambda offer: offer.employer.name if offer.employer else offer.employer_name,
    ),
    "employer_address": (
        _("address of the employer"),
        lambda offer: (
            ", ".join(filter(None, [offer.employer.street_address, str(offer.employer.place or "")]))
            if offer.employer
            else ""
        ),
    ),
    "employer_phone": (
        _("phone of the employer"),
        lambda offer: offer.employer.phone if offer.employer else "",
    ),
    "nip": (_("NIP"), lambda offer: offer.employer.nip if offer.employer else ""),
    "regon": (_("REGON"), lambda offer: offer.employer.regon if offer.employer else ""),
    "no_offences": (_label("declares_no_offences"), _maybe("declares_no_offences")),
    "agency": _flag("is_temporary"),
    "kind": (_label("kind"), lambda offer: offer.get_kind_display()),
    "occupation": (_("occupation and edition of the classification"), _occupation),
    "posts": (_("number of posts"), lambda offer: str(offer.posts)),
    "posts_disabled": (_label("posts_disabled"), lambda offer: str(offer.posts_disabled)),
    "place": (_("place of work"), facts.place),
    "street_address": _own("street_address"),
    "work_mode": (_label("work_mode"), lambda offer: offer.work_mode.name_pl if offer.work_mode else ""),
    "contract": (_label("contract"), facts.contract),
    "pay": (_("pay"), facts.pay),
    "pay_system": (_label("pay_system"), lambda offer: offer.pay_system.name_pl if offer.pay_system else ""),
    "has_bonus": _flag("has_bonus"),
    "period": (_("start and period of the work"), facts.period),
    "is_permanent": _flag("is_permanent"),
    "hours": (_("working time, hours and shifts"), facts.hours),
    "education": (_label("education"), lambda offer: offer.education.name_pl if offer.education else ""),
    "licences": (_label("licences"), facts.licences),
    "experience": (_("experience"), facts.experience),
    "languages": (
        _("languages with their levels"),
        lambda offer: "; ".join(filter(None, [facts.polish(offer), facts.languages(offer)])),
    ),
    "lodging": _flag("has_lodging"),
    "meals": _flag("has_meals"),
    "travel": _flag("covers_travel"),
    "ukraine_welcome": _flag("ukraine_welcome"),
    "interests_eea": _flag("interests_eea"),
    "apply_route": (
        _label("apply_route"),
        lambda offer: offer.apply_route.name_pl if offer.apply_route else "",
    ),
    "contact_phone": _own("contact_phone"),
    "contact_email": _own("contact_email"),
    "apply_languages": (
        _label("apply_languages"),
        lambda offer: ", ".join(term.name_pl for term in offer.apply_languages.all()),
    ),
    "valid_until": (
        _label("valid_until"),
        lambda offer: offer.valid_until.strftime("%d.%m.%Y") if offer.valid_until else "",
    ),
    "contact_every_days": _own("contact_every_days"),
    "not_elsewhere": (_label("is_not_elsewhere"), _maybe("is_not_elsewhere")),
    "identity_consent": (_label("identity_consent"), lambda offer: "tak" if offer.shows_employer else "nie"),
    "translation_consent": (
        _label("translation_consent"),
        lambda offer: "tak" if offer.may_be_translated else "nie",
    ),
    "spreads_wider": _flag("spreads_wider"),
    "for_registered_only": _flag("for_registered_only"),
}
# Part by part as on the form; a name without an entry above is a text in two languages.
_ORDER: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (
        _("1. The employer"),
        ("employer", "employer_address", "employer_phone", "nip", "regon", "no_offences", "agency"),
    ),
    (
        _("2. The post"),
        (
            *("kind", "title", "occupation", "posts", "posts_disabled", "duties", "place", "street_address"),
            *("work_mode", "contract", "pay", "pay_note", "pay_system", "has_bonus", "period"),
            *("is_permanent", "hours", "timetable", "lodging", "meals", "travel", "benefits_note"),
        ),
    ),
    (
        _("3. What is expected"),
        (
            *("education", "licences", "experience", "languages", "requirements", "wishes"),
            *("ukraine_welcome", "interests_eea"),
        ),
    ),
    (
        _("4. Handling"),
        (
            *("valid_until", "contact_every_days", "not_elsewhere", "identity_consent"),
            *("translation_consent", "spreads_wider", "for_registered_only", "apply_route"),
            *("contact_phone", "contact_email", "apply_languages", "required_documents", "apply_note"),
        ),
    ),
)
