"""What people of the demonstration left for the desk on the public page, and a sheet from a hotel that waits."""

import csv
import io
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from accounts.permissions import Role
from reference.models import Accommodation
from registration.enquiries import services
from registration.enquiries.vocabulary import ClosingReason
from registration.models import Client, Enquiry, SheetImport
from registration.sheets.services import take_sheet
from registration.vocabulary import ContactLanguage

_LEFT: list[dict[str, Any]] = [
    {"surname": "Гончаренко", "given_names": "Лідія", "phone": "+380505559911", "looks_for": "Робота в пекарні або на кухні."},
    {"surname": "Savchuk", "given_names": "Petro", "phone": "+48415559912", "language": ContactLanguage.POLISH},
    {"surname": "Мороз", "given_names": "Тетяна", "stay": "Готель біля вокзалу, кімната 12", "looks_for": "Не маю телефону, приїдьте, будь ласка."},
    {"surname": "Шевченко", "given_names": "Анна-Єва", "phone": "+380505559913", "looks_for": "Курси польської."},
    {"surname": "Ткач", "given_names": "Богдан", "phone": "+380505559914", "language": ContactLanguage.RUSSIAN},
]  # fmt: skip
_SHEET = [
    ["Nazwisko", "Imię", "Telefon", "Data urodzenia", "Uwagi"],
    ["Кравчук", "Олена", "+380 50 555 99 21", "1988", "hotelowa lista gości"],
    ["Zhuk", "Andrii", "41 555", "12.03.1985", ""],
    ["Згурський", "Зіновій", "", "", ""],
]


def leave(staff: dict[Role, User]) -> int:
    """Enquiries that wait, one joined to a client, one answered, one of a program, and a sheet; how many enquiries."""
    sites = list(Accommodation.objects.order_by("pk")[:2])
    for number, values in enumerate(_LEFT):
        site = {} if "stay" in values else {"accommodation": sites[number % len(sites)]}
        services.receive_enquiry(values=values | site, key=_key(number))
    spam = {"surname": "Promo", "phone": "+48415559915", "looks_for": "Best prices"}
    services.receive_enquiry(values=spam, key=_key(len(_LEFT)), looks_like_spam=True)
    _deal_with_two(staff[Role.COORDINATOR])
    if not SheetImport.objects.exists():
        take_sheet(file=_sheet(), by=staff[Role.COORDINATOR])
    return Enquiry.objects.count()


def _deal_with_two(by: User) -> None:
    known = Client.objects.filter(surname_cyrillic="Шевченко", given_names_cyrillic="Анна-Єва").first()
    if known is not None:
        services.link_enquiry(enquiry=Enquiry.objects.get(public_id=_key(3)), client=known, by=by)
    services.close_enquiry(
        enquiry=Enquiry.objects.get(public_id=_key(4)), reason=ClosingReason.ANSWERED, by=by
    )


def _key(number: int) -> Any:
    """The same for every telling, so that telling again leaves nothing twice."""
    return uuid5(NAMESPACE_URL, f"https://demo.example.org/enquiries/{number}")


def _sheet() -> SimpleUploadedFile:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(_SHEET)
    return SimpleUploadedFile("lista-z-hotelu.csv", text.getvalue().encode())
