"""One box for everything the desk looks for: people, offers, employers, meetings."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from job_offers.models import Employer, Offer
from meetings.models import Meeting
from pup_portal.text import one_line
from registration import search as people
from registration.models import Client

MOST_OF_A_KIND = 8
MOST_WHILE_TYPING = 5
FEWEST_LETTERS = 3  # before the box answers by itself


@dataclass(frozen=True)
class Hit:
    """One line of the answer: where it leads, what it is called, what tells it from others, and why it is here."""

    url: str
    name: str
    detail: str = ""
    why: str = ""
    person: Client | None = None


@dataclass(frozen=True)
class Group:
    title: Promise | str
    hits: list[Hit]


def answer(text: str, *, user: User, most: int = MOST_OF_A_KIND) -> list[Group]:
    """What ``user`` may see of what fits ``text``, by kind; kinds without a hit are left out."""
    text = one_line(text)[: people.LONGEST_QUERY]
    if not text:
        return []
    groups = [
        Group(_("Clients"), _clients(text, user, most)),
        Group(_("Job offers"), _offers(text, user, most)),
        Group(_("Employers"), _employers(text, user, most)),
        Group(_("Meetings"), _meetings(text, user, most)),
    ]
    return [group for group in groups if group.hits]


def answer_while_typing(text: str, *, user: User) -> list[Group]:
    """The best of what fits ``text``; nothing as long as it is too short to mean somebody."""
    text = one_line(text)
    return answer(text, user=user, most=MOST_WHILE_TYPING) if len(text) >= FEWEST_LETTERS else []


def people_in(groups: list[Group]) -> list[Client]:
    """Whose records an answer shows."""
    return [hit.person for group in groups for hit in group.hits if hit.person]


def told(text: str, *, user: User) -> str:
    """By what people were searched, for the access log; empty when the box holds nothing about a person."""
    if not user.may(Act.SEE_CLIENTS):
        return ""
    return people.asked(text, with_identifiers=user.may(Act.SEE_CLIENT_IDENTIFIERS)).told


def _clients(text: str, user: User, most: int) -> list[Hit]:
    asked = people.asked(text, with_identifiers=user.may(Act.SEE_CLIENT_IDENTIFIERS))
    found = people.find(asked, Client.objects.visible_to(user).active(), limit=most)
    return [
        Hit(
            url=match.client.get_absolute_url(),
            name=match.client.name,
            detail=" · ".join(
                filter(None, [match.client.cyrillic_name, match.client.birth_text, match.client.phone_text])
            ),
            why=", ".join(map(str, match.reasons)),
            person=match.client,
        )
        for match in found
    ]


def _offers(text: str, user: User, most: int) -> list[Hit]:
    offers = Offer.objects.visible_to(user).asked(q=text).for_list()[:most]
    return [
        Hit(offer.get_absolute_url(), offer.title_pl, f"{offer.employer_name} · {offer.get_state_display()}")
        for offer in offers
    ]


def _employers(text: str, user: User, most: int) -> list[Hit]:
    employers = Employer.objects.visible_to(user).matching(text).for_list()[:most]
    return [Hit(employer.get_absolute_url(), employer.name) for employer in employers]


def _meetings(text: str, user: User, most: int) -> list[Hit]:
    meetings = Meeting.objects.visible_to(user).filter(
        Q(title_pl__icontains=text) | Q(title_uk__icontains=text)
    )
    return [
        Hit(meeting.get_absolute_url(), meeting.title, f"{meeting.starts_at:%d.%m.%Y} · {meeting.where}")
        for meeting in meetings.for_list()[:most]
    ]
