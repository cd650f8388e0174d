"""What the box of the inbox finds, and who of the clients may have sent an enquiry."""

import re

from django.db.models import Q

from accounts.models import User
from registration.duplicates import similar_to
from registration.enquiries import numbers
from registration.enquiries.spelling import columns_of
from registration.models import Client, Enquiry, EnquiryQuerySet
from registration.search import Found

_FEWEST_DIGITS = 4


def matching(rows: EnquiryQuerySet, words: str) -> EnquiryQuerySet:
    """Those with this number, the end of this phone, or all of these words in the name."""
    if number := numbers.read(words):
        return rows.filter(Q(number=number) | Q(phone__endswith=number))
    digits = re.sub(r"\D", "", words).lstrip("0")
    if len(digits) >= _FEWEST_DIGITS:
        return rows.filter(phone__endswith=digits[-9:])
    for word in words.split():
        rows = rows.filter(Q(surname__icontains=word) | Q(given_names__icontains=word))
    return rows


def likely_senders(enquiry: Enquiry, user: User) -> list[Found]:
    """Clients whom ``user`` sees and who may be the sender, the likeliest first."""
    names = columns_of(surname=enquiry.surname, given_names=enquiry.given_names)
    clients = Client.objects.visible_to(user).active()
    return similar_to({**names, "phone": enquiry.phone}, clients) if enquiry.surname else []


def sent_before(enquiry: Enquiry, user: User) -> EnquiryQuerySet:
    """Other enquiries from the same phone."""
    rows = Enquiry.objects.visible_to(user).exclude(pk=enquiry.pk)
    return rows.filter(phone=enquiry.phone)[:5] if enquiry.phone else rows.none()
