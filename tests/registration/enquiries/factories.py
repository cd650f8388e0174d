"""Enquiries as they come in, through the service."""

from uuid import uuid4

import factory

from registration.enquiries.services import receive_enquiry
from registration.models import Enquiry


class EnquiryFactory(factory.django.DjangoModelFactory):
    """Somebody who left a phone; ``state`` and the like are set beside the service."""

    class Meta:
        model = Enquiry

    surname = "Коваль"
    given_names = "Ірина"
    phone = "+380505550188"
    language = "uk"

    @classmethod
    def _create(cls, model_class, *args, **values):
        sent = {"surname", "given_names", "phone", "language", "place", "accommodation", "stay", "looks_for"}
        rest = {name: values.pop(name) for name in list(values) if name not in sent}
        enquiry = receive_enquiry(values=values, key=uuid4())
        if rest:
            Enquiry.objects.filter(pk=enquiry.pk).update(**rest)
            enquiry.refresh_from_db()
        return enquiry
