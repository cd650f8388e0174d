"""What waits for whom today: the cards of the desk's first page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from desk.failed import failed_count
from job_offers.asking.reported import offers_complained_of, with_reports
from job_offers.models import EmployerEnquiry, EmployerLink, Offer
from meetings.models import Meeting
from pup_portal.http import MOST_COUNTED
from registration.models import Client, Enquiry, LikelyPair, Merge, RetentionNotice, RightsRequest
from registration.rhythm.worklists import of_today
from translations.models import Translation

MOST_LINES = 6


@dataclass(frozen=True)
class Line:
    url: str
    name: str
    detail: str = ""
    person: Client | Enquiry | None = None


@dataclass(frozen=True)
class Card:
    """A heap of work: its lines (the first few), the page that holds all of it, and what to say when empty."""

    title: Promise
    url: str
    empty: Promise
    lines: list[Line] = field(default_factory=list)
    count: int | None = None


def cards_for(user: User) -> list[Card]:
    """The cards whose pages ``user`` may open."""
    makers: list[tuple[Act, Callable[[User], Card]]] = [
        (Act.SEE_MEETINGS, _meetings),
        (Act.EDIT_CLIENTS, _enquiries),
        (Act.SEE_PAPERS, _contacts),
        (Act.SEE_CLIENTS, _clients),
        (Act.EDIT_CLIENTS, _pairs),
        (Act.DECIDE_RIGHTS, _rights),
        (Act.DECIDE_RIGHTS, _merges),
        (Act.DECIDE_RIGHTS, _falling_due),
        (Act.REVIEW_TRANSLATIONS, _translations),
        (Act.EDIT_OFFERS, _left_offers),
        (Act.EDIT_OFFERS, _answers),
        (Act.PUBLISH_OFFERS, _offers),
        (Act.EDIT_OFFERS, _problems),
        (Act.SEE_FAILED_WORK, _failed),
    ]
    return [make(user) for act, make in makers if user.may(act)]


def _meetings(user: User) -> Card:
    today = timezone.localdate()
    meetings = Meeting.objects.visible_to(user).on(today).for_list()[:MOST_LINES]
    return Card(
        title=_("Meetings today"),
        url=reverse("meetings:meeting-list"),
        empty=_("No meetings today."),
        lines=[
            Line(meeting.get_absolute_url(), meeting.title, f"{_time(meeting)}, {meeting.where}")
            for meeting in meetings
        ],
    )


def _time(meeting: Meeting) -> str:
    return date_format(timezone.localtime(meeting.starts_at), "TIME_FORMAT")


def _clients(user: User) -> Card:
    clients = Client.objects.visible_to(user).active().order_by("-pk")[:MOST_LINES]
    return Card(
        title=_("Taken in lately"),
        url=reverse("registration:client-list"),
        empty=_("Nobody has been taken in yet."),
        lines=[
            Line(client.get_absolute_url(), client.name, str(client.get_state_display()), client)
            for client in clients
        ],
    )


def _enquiries(user: User) -> Card:
    """The oldest first: they have waited longest."""
    waiting = Enquiry.objects.visible_to(user).waiting()
    return Card(
        title=_("People who want to be contacted"),
        url=reverse("inbox:enquiry-list"),
        empty=_("The inbox is empty."),
        lines=[
            Line(enquiry.get_absolute_url(), enquiry.name, _since(enquiry), enquiry)
            for enquiry in waiting.for_list().order_by("pk")[:MOST_LINES]
        ],
        count=waiting[: MOST_COUNTED + 1].count(),
    )


def _since(enquiry: Enquiry) -> str:
    return date_format(timezone.localtime(enquiry.sent_at), "SHORT_DATETIME_FORMAT")


def _contacts(user: User) -> Card:
    due = of_today(user)
    rows = list(due.for_list()[:MOST_LINES])
    return Card(
        title=_("Contacts to make"),
        url=reverse("registration:contact-list"),
        empty=_("No contact is due within a week."),
        lines=[
            Line(
                reverse("registration:contacts", args=[row.client.public_id]),
                row.client.name,
                gettext("by %(day)s") % {"day": date_format(row.contact_on, "SHORT_DATE_FORMAT")},
                row.client,
            )
            for row in rows
            if row.contact_on
        ],
        count=len(rows) if len(rows) < MOST_LINES else due.order_by()[:MOST_COUNTED].count(),
    )


def _rights(user: User) -> Card:
    waiting = RightsRequest.objects.visible_to(user).waiting()
    return Card(
        title=_("Requests about people’s data"),
        url=reverse("registration:rights-list"),
        empty=_("No request waits for a decision."),
        lines=[
            Line(
                reverse("registration:rights-decide", args=[asked.client.public_id, asked.public_id]),
                asked.client.name,
                str(asked.get_right_display()),
            )
            for asked in waiting.for_list()[:MOST_LINES]
        ],
        count=waiting.count(),
    )


def _pairs(user: User) -> Card:
    """Only how many: the pairs themselves are looked at side by side."""
    return Card(
        title=_("Likely duplicates"),
        url=reverse("registration:pair-list"),
        empty=_("No two records look like one person."),
        count=LikelyPair.objects.visible_to(user).waiting().count(),
    )


def _merges(user: User) -> Card:
    return Card(
        title=_("Merges of records"),
        url=reverse("registration:merge-list"),
        empty=_("No merge waits for a decision."),
        count=Merge.objects.visible_to(user).waiting().count(),
    )


def _falling_due(user: User) -> Card:
    return Card(
        title=_("Records that fall due"),
        url=reverse("retention:overview"),
        empty=_("No new record falls due by the end of next month."),
        count=RetentionNotice.objects.filter(seen_at=None).count(),
    )


def _translations(user: User) -> Card:
    """What a second person shall look at first, unless it is their own; then by urgency."""
    translations = Translation.objects.visible_to(user)
    ready = list(translations.waiting_for_second().without_words_of(user).for_list()[:MOST_LINES])
    others = translations.to_do().exclude(pk__in=[row.pk for row in ready])[: MOST_LINES - len(ready)]
    return Card(
        title=_("Translations to do"),
        url=reverse("translations:list"),
        empty=_("Nobody waits for a translation."),
        lines=[Line(row.get_absolute_url(), row.title_pl, _who(row)) for row in ready]
        + [Line(row.get_absolute_url(), row.title_pl, str(row.why)) for row in others],
        count=translations.to_do().count(),
    )


def _who(translation: Translation) -> str:
    return gettext("ready for the second person: %(who)s") % {"who": translation.ready_by}


def _left_offers(user: User) -> Card:
    """The oldest first: they have waited longest."""
    waiting = EmployerEnquiry.objects.visible_to(user).waiting()
    return Card(
        title=_("Offers left by employers"),
        url=reverse("job_offers:employer-enquiries"),
        empty=_("No offer waits for a broker."),
        lines=[
            Line(left.get_absolute_url(), left.title, left.employer_name)
            for left in waiting.order_by("pk")[:MOST_LINES]
        ],
        count=waiting[: MOST_COUNTED + 1].count(),
    )


def _answers(user: User) -> Card:
    return Card(
        title=_("Answers of employers"),
        url=reverse("job_offers:answer-list"),
        empty=_("No answer waits to be looked at."),
        count=EmployerLink.objects.visible_to(user).waiting().count(),
    )


def _offers(user: User) -> Card:
    ready = Offer.objects.visible_to(user).filter(state=Offer.State.READY)
    return Card(
        title=_("Offers ready for publication"),
        url=f"{reverse('job_offers:offer-list')}?state={Offer.State.READY}",
        empty=_("No offer waits for publication."),
        lines=[
            Line(offer.get_absolute_url(), offer.title_pl, offer.employer_name)
            for offer in ready.for_list()[:MOST_LINES]
        ],
        count=ready.count(),
    )


def _problems(user: User) -> Card:
    complained_of = offers_complained_of(user)
    listed = with_reports(list(complained_of[:MOST_LINES]))
    return Card(
        title=_("Problems that readers report"),
        url=reverse("job_offers:problem-list"),
        empty=_("No reader reports a problem."),
        lines=[
            Line(one.offer.get_absolute_url(), one.offer.title_pl, str(one.worst.get_problem_display()))
            for one in listed
        ],
        count=len(listed) if len(listed) < MOST_LINES else complained_of.order_by().count(),
    )


def _failed(user: User) -> Card:
    return Card(
        title=_("Failed work"),
        url=reverse("desk:failed"),
        empty=_("Nothing has failed."),
        count=failed_count(),
    )
