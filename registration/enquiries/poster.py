"""The paper for a wall: scan, leave your phone, and the desk calls back."""

import io
from typing import Any
from urllib.parse import urlencode

import segno
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Act
from documents import kinds
from documents.images import PrintImage
from reference.models import Accommodation, OfficeProfile

OF_A_SITE = "registration.interest_poster_of_a_site"
OF_THE_OFFICE = "registration.interest_poster"
TEMPLATE = "registration/enquiries/poster.html"


def connect() -> None:
    for kind, subject, context in (
        (OF_A_SITE, Accommodation, _context_of_a_site),
        (OF_THE_OFFICE, OfficeProfile, _context_of_the_office),
    ):
        kinds.register(
            kind,
            subject=subject,
            template=TEMPLATE,
            title=title,
            context=context,
            guard=may_open,
            is_poster=True,
        )


def title(subject: Model, language: str) -> str:
    return _("Leave your phone: we call back")


def may_open(user: User | AnonymousUser, subject: Model) -> bool:
    """It holds nobody's data; who takes people in hangs it up."""
    return isinstance(user, User) and (user.may(Act.EDIT_CLIENTS) or user.may(Act.EDIT_MEETINGS))


def facts(*, language: str, site: Accommodation | None, where: str) -> dict[str, Any]:
    """What the template shows; the code leads to the page in the language of the paper."""
    with translation.override(language):
        address = f"{settings.SITE_URL}{reverse('interest:interest-new')}"
    coded = f"{address}?{urlencode({'site': str(site.public_id)})}" if site else address
    return {"where": where, "address": address, "qr": PrintImage(_qr(coded), "image/svg+xml")}


def _context_of_a_site(site: Accommodation, language: str) -> dict[str, Any]:
    return facts(language=language, site=site, where=site.name)


def _context_of_the_office(office: OfficeProfile, language: str) -> dict[str, Any]:
    return facts(language=language, site=None, where="")


def _qr(address: str) -> bytes:
    image = io.BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="svg", border=2, xmldecl=False)
    return image.getvalue()
