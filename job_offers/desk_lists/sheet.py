"""The list of offers as a sheet: the same rows, more columns, up to a bound."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from job_offers import facts
from job_offers.models import Offer
from translations.models import Status

MOST_EXPORTED = 5_000  # rows; a larger sheet is asked for in parts, by a narrower filter


def headings() -> list[str]:
    return [
        *(_("Number"), _("Position"), _("Employer"), _("Place"), _("State"), _("Text in Ukrainian")),
        *(_("Pay"), _("Contract"), _("Hours"), _("Number of posts"), _("Start")),
        *(_("Valid until"), _("Confirmed"), _("Published")),
    ]


def rows(offers: Iterable[Offer], statuses: dict[int, Status], *, is_cut: bool) -> Iterator[list[object]]:
    """One row an offer; a last one says that the sheet ``is_cut``."""
    for offer in offers:
        yield [
            *(offer.source_number, offer.title_pl, offer.employer_name, facts.place(offer)),
            *(offer.get_state_display(), _status(statuses.get(offer.pk, Status.MISSING))),
            *(facts.pay(offer), facts.contract(offer), facts.hours(offer), offer.posts, facts.start(offer)),
            *(offer.valid_until, offer.confirmed_on, offer.published_at),
        ]
    if is_cut:
        text = _("Only the first %(number)s offers are here; narrow the filter to get the rest.")
        yield [text % {"number": MOST_EXPORTED}]


def _status(status: Status) -> str:
    return str(status.label)
