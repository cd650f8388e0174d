"""Offers that readers complain about, as the desk reads them: all that was said of one offer together."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from accounts.models import User
from job_offers.asking.vocabulary import SERIOUS
from job_offers.models import Offer, ProblemReport


@dataclass(frozen=True)
class Reported:
    """One offer with the reports that wait, the newest first."""

    offer: Offer
    reports: list[ProblemReport]

    @property
    def is_serious(self) -> bool:
        return any(report.is_serious for report in self.reports)

    @property
    def worst(self) -> ProblemReport:
        """A serious one if there is any, else the latest."""
        return next((report for report in self.reports if report.is_serious), self.reports[0])

    @property
    def newest(self) -> ProblemReport:
        """The one that came in last, whatever its clock says."""
        return max(self.reports, key=lambda report: report.pk)


def offers_complained_of(user: User) -> QuerySet[Offer]:
    """Those whose reports wait: where somebody is asked for money first, then the most reported."""
    waiting = Q(problem_reports__looked_at=None)
    newest = ProblemReport.objects.waiting().filter(offer=OuterRef("pk")).values("sent_at")[:1]
    return (
        Offer.objects.visible_to(user)
        .filter(pk__in=ProblemReport.objects.waiting().values("offer"))
        .annotate(
            serious=Count("problem_reports", filter=waiting & Q(problem_reports__problem__in=SERIOUS)),
            reported=Count("problem_reports", filter=waiting),
            reported_at=Max(Subquery(newest)),
        )
        .order_by("-serious", "-reported", "-reported_at", "pk")
    )


def with_reports(offers: Sequence[Offer]) -> list[Reported]:
    """``offers`` with what waits of each, in one query."""
    rows = ProblemReport.objects.waiting().filter(offer__in=offers)
    by_offer: dict[int, list[ProblemReport]] = {}
    for report in rows:
        by_offer.setdefault(report.offer_id, []).append(report)
    return [Reported(offer, by_offer[offer.pk]) for offer in offers if offer.pk in by_offer]
