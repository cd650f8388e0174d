"""Offers left by employers, as a test says them."""

from uuid import uuid4

from job_offers.models import EmployerEnquiry
from job_offers.self_service.services import receive_enquiry

LEFT = {
    "employer_name": "Bar Próbny",
    "nip": "9591912972",
    "contact_name": "Jan Próbny",
    "phone": "+48415550144",
    "email": "bar@example.org",
    "title": "Pomoc kuchenna",
    "description": "Zmywanie naczyń.",
    "language": "pl",
}


def enquiry(**values) -> EmployerEnquiry:
    return receive_enquiry(values=LEFT | values, key=uuid4())
