"""What employers of the demonstration do by themselves: they answer about an offer, and leave offers of their own."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from job_offers.confirming.services import make_link, take_answer
from job_offers.confirming.vocabulary import Answer
from job_offers.models import EmployerEnquiry, EmployerLink, Offer
from job_offers.self_service.services import receive_enquiry, take_enquiry
from pup_portal.tracking import acting
from reference.models import Place

_SILENT_DAYS = 27
_LEFT: tuple[dict[str, Any], ...] = (
    {
        **{"employer_name": "Gospodarstwo Ogrodnicze „Malinowy Sad”", "contact_name": "Wanda Zmyślona"},
        **{
            "phone": "+48415550171",
            "email": "sad@example.org",
            "title": "Pracownik sezonowy do zbioru malin",
        },
        **{
            "posts": 12,
            "description": "Zbiór i ważenie owoców, od czerwca do września. Dowozimy z Kielc.",
            "language": "pl",
        },
        **{
            "pay_from": Decimal("31.40"),
            "pay_to": Decimal(36),
            "pay_unit": Offer.PayUnit.HOUR,
            "has_lodging": True,
        },
        **{"agrees_to_publish": True, "agrees_to_translate": True, "gmina": "Bieliny"},
    },
    {
        **{
            "employer_name": "Pensjonat „Pod Łysicą”",
            "contact_name": "",
            "phone": "+48415550172",
            "email": "",
        },
        **{
            "title": "Покоївка",
            "posts": 2,
            "description": "Прибирання номерів, 5 днів на тиждень.",
            "language": "uk",
        },
        **{"pay_from": None, "pay_to": None, "pay_unit": "", "has_lodging": False},
        **{"agrees_to_publish": False, "agrees_to_translate": True, "gmina": "Nowa Słupia"},
    },
    {
        **{
            "employer_name": "Pralnia „Śnieżka Kielecka”",
            "contact_name": "Jan Pokazowy",
            "phone": "+48415550173",
        },
        **{"email": "pralnia@example.org", "title": "Prasowaczka/prasowacz", "posts": 1, "language": "pl"},
        **{"description": "Prasowanie pościeli, jedna zmiana.", "pay_from": Decimal(4900), "pay_to": None},
        **{"pay_unit": Offer.PayUnit.MONTH, "has_lodging": False},
        **{"agrees_to_publish": True, "agrees_to_translate": True, "gmina": "Kielce"},
    },
)


def speak(staff: dict[Role, User]) -> int:
    """Offers left on the public form, one of them taken; an answer that waits, an offer long without a word.

    Gives how many offers employers left. Telling it again adds nothing.
    """
    broker = staff[Role.BROKER]
    left = [_leave(values) for values in _LEFT]
    with acting(broker):
        take_enquiry(enquiry=left[-1], by=broker)
    if not EmployerLink.objects.exists():
        _ask_and_answer(broker)
    return EmployerEnquiry.objects.count()


def _leave(values: dict[str, Any]) -> EmployerEnquiry:
    place = Place.objects.get(name_pl=values["gmina"])
    sent = {name: value for name, value in values.items() if name != "gmina"}
    return receive_enquiry(values=sent | {"place": place}, key=_key(values["title"]))


def _ask_and_answer(broker: User) -> None:
    shown = Offer.objects.filter(state=Offer.State.PUBLISHED).exclude(source=Offer.Source.FEED).order_by("pk")
    for number, offer in enumerate(shown[:2]):
        if number == 0:
            _link, token = make_link(offer=offer, by=broker)
            take_answer(token=token, answer=Answer.STILL, posts=1, note="Od grudnia także praca w niedziele.")
        else:
            silent_since = timezone.localdate() - timedelta(days=_SILENT_DAYS)
            Offer.objects.filter(pk=offer.pk).update(confirmed_on=silent_since)


def _key(title: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://demo.example.org/employers/{title}")
