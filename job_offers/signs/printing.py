"""The sign for a wall, and the list of the sites that have one, for people without the internet."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Act
from documents import kinds
from job_offers.models import JobSign, SignText, Workplace
from job_offers.qr import qr_code
from job_offers.signs.graphic import DOOR
from reference.models import OfficeProfile

SIGN = "job_offers.sign"
SITES = "job_offers.signed_sites"
LANGUAGE = "uk"  # of both papers: Ukrainian first, Polish beside it


def connect() -> None:
    kinds.register(
        SIGN,
        subject=Workplace,
        template="job_offers/signs/sign.html",
        title=lambda workplace, language: _("Sign: %(site)s") % {"site": workplace},
        context=sign_context,
        guard=may_open,
        is_poster=True,
        home=lambda workplace: workplace.employer.get_absolute_url(),
    )
    kinds.register(
        SITES,
        subject=OfficeProfile,
        template="job_offers/signs/sites.html",
        title=lambda office, language: _("Where you may ask for work"),
        context=sites_context,
        guard=may_open,
        home=lambda office: reverse("signs:sign-list"),
    )


def may_open(user: User | AnonymousUser, subject: object) -> bool:
    return isinstance(user, User) and user.may(Act.SEE_OFFERS)


def sign_context(workplace: Workplace, language: str) -> dict[str, Any]:
    """The wording of the day; a sign that is printed again bears the words of then."""
    address = board_address(workplace)
    return {
        "wording": SignText.objects.on(timezone.localdate()),
        "address": address,
        "is_of_employer": workplace.employer.is_public_identity,
        "place": workplace.place,
        "qr": qr_code(address),
        "door": DOOR,
    }


def board_address(workplace: Workplace) -> str:
    """The offers of the employer who may be named; of another one, those of the gmina: the paper must not name them."""
    employer = workplace.employer
    asked = (
        {"employer": employer.public_id} if employer.is_public_identity else {"place": workplace.place.terc}
    )
    with translation.override(LANGUAGE):
        return f"{settings.SITE_URL}{reverse('board:offer-list')}?{urlencode(asked)}"


def sites_context(office: OfficeProfile, language: str) -> dict[str, Any]:
    """Every site once, by gmina. An employer who is not to be named stands there by the address alone."""
    sites = {sign.workplace_id: sign.workplace for sign in JobSign.objects.up().for_list()}
    by_place = groupby(sites.values(), key=lambda site: site.place)
    with translation.override(LANGUAGE):
        address = f"{settings.SITE_URL}{reverse('board:offer-list')}"
    return {
        "gminas": [(place, list(of_place)) for place, of_place in by_place],
        "day": timezone.localdate(),
        "address": address,
        "qr": qr_code(address),
        "door": DOOR,
    }
