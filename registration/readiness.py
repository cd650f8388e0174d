"""What is still missing before a person can be registered.

Source: act of 20.03.2025 (Dz.U. 2025 poz. 620) art. 55(3): with a PESEL the rest of the identity need not be
given; without one, the date and place of birth, the sex and the identity document must be.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.models import Client
from registration.vocabulary import DatePrecision


def missing_for_registration(client: Client) -> list[Promise]:
    """Sentences' worth of labels, in the order of the form; empty when nothing is missing."""
    wanted: list[tuple[bool, Promise]] = [
        (bool(client.given_names_latin), _("given names as in the document")),
        (bool(client.surname_latin), _("surname as in the document")),
        (bool(client.citizenships), _("citizenship")),
        (client.has_address, _("place of stay or address")),
    ]
    if not client.pesel:
        wanted += [
            (client.birth_date_precision == DatePrecision.DAY, _("full date of birth")),
            (bool(client.birth_place), _("place of birth")),
            (bool(client.sex), _("sex")),
            (bool(client.document_number), _("identity document")),
        ]
    return [label for is_there, label in wanted if not is_there]
