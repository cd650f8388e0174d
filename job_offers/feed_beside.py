"""What the national feed wrote beside what was read from it, so that a person sees at once what was not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from job_offers import facts
from job_offers.models import Offer
from translations.coded import phone


@dataclass(frozen=True)
class Beside:
    """``said``: the feed's own words, untouched. ``read``: the fact the portal made of them, empty where none."""

    label: str | Promise
    said: str
    read: str

    @property
    def is_unread(self) -> bool:
        return not self.read


type _Source = tuple[str, ...]  # the way to a value inside the offer of the feed

_ROWS: tuple[tuple[Promise, tuple[_Source, ...], Callable[[Offer], str]], ...] = (
    (
        _("Pay"),
        (
            ("warunkiPracyIPlacy", "wynagrodzenieBruttoZTypemStawki"),
            ("warunkiPracyIPlacy", "wynagrodzenieBrutto"),
        ),
        facts.pay,
    ),
    (
        _("Place"),
        (("warunkiPracyIPlacy", "miejscePracy"), ("warunkiPracyIPlacy", "miejscowosc")),
        facts.place,
    ),
    (_("Contract"), (("warunkiPracyIPlacy", "rodzajZatrudnienia"),), facts.contract),
    (
        _("Hours"),
        (
            ("warunkiPracyIPlacy", "wymiarEtatu"),
            ("warunkiPracyIPlacy", "lGodzinWTygodniu"),
            ("warunkiPracyIPlacy", "lGodzinWMiesiacu"),
            ("warunkiPracyIPlacy", "zmianowosc"),
        ),
        facts.hours,
    ),
    (_("Start"), (("warunkiPracyIPlacy", "dataRozpoczeciaPracy"),), facts.period),
    (_("Number of posts"), (("pozostaleDane", "lWolnychMiejsc"),), facts.posts),
    (_("Experience"), (("wymagania", "stazWymagOgol"),), facts.experience),
    (
        _("Education"),
        (("wymagania", "wymaganiaKonieczne", "wyksztalcenia"),),
        lambda offer: offer.education.name if offer.education else "",
    ),
    (
        _("Languages"),
        (("wymagania", "wymaganiaKonieczne", "jezyki"),),
        lambda offer: "; ".join(filter(None, [facts.polish(offer), facts.languages(offer)])),
    ),
    (_("Licences"), (("wymagania", "wymaganiaKonieczne", "uprawnienia"),), facts.licences),
    (
        _("Phone for applicants"),
        (("danePracodawcy", "nrTelefonu"),),
        lambda offer: phone(offer.contact_phone) if offer.contact_phone else "",
    ),
)


def beside(offer: Offer) -> list[Beside]:
    """The rows in which the feed said something; none for an offer that did not come from the feed."""
    return list(_beside(offer)) if isinstance(offer.feed_text, dict) else []


def _beside(offer: Offer) -> Iterator[Beside]:
    for label, sources, fact in _ROWS:
        said = "; ".join(filter(None, (_said(offer.feed_text, source) for source in sources)))
        if said:
            yield Beside(label, said, fact(offer))


def _said(content: Any, way: _Source) -> str:
    for name in way:
        content = content.get(name) if isinstance(content, dict) else None
    if isinstance(content, list):
        return "; ".join(str(value) for value in content)
    return "" if content is None else str(content)
