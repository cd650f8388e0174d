"""The pages of people: their addresses, what is typed into their forms, what they answer."""

from datetime import date

from django.urls import reverse

from registration.vocabulary import DatePrecision, DocumentKind
from tests.reference.factories import AccommodationFactory
from tests.registration.factories import READY, ClientFactory

LIST = "/en/desk/clients/"
NEW = "/en/desk/clients/new/"
TYPED = {
    "surname": "Шевченко",
    "given_names": "Олена",
    "phone": "050 555 01 01",
    "contact_language": "uk",
}


def text_of(response):
    return response.content.decode()


def page_url(client_record, part):
    return reverse(f"registration:client-{part}", args=[client_record.public_id])


def full_record(by, **values):
    return ClientFactory(
        created_by=by,
        accommodation=AccommodationFactory(name_pl="Hotel Sekretny"),
        document_kind=DocumentKind.INTERNAL_PASSPORT,
        document_number="КА 987654",
        document_expires_on=date(2030, 1, 1),
        birth_date=date(1985, 3, 1),
        birth_date_precision=DatePrecision.MONTH,
        **READY | values,
    )


def edit_form(client, record, **typed):
    """What the browser would post after opening the page and typing ``typed``."""
    form = client.get(page_url(record, "edit")).context["form"]
    values = {field.name: field.value() for field in form if field.value() not in (None, False)}
    return {"version": record.version} | values | typed
