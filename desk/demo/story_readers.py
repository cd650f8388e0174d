"""What readers of the demonstration's board asked, reported and want to be told of, as they do it on its pages."""

from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from job_offers.alerts.services import ask_for_alert, confirm_alert
from job_offers.asking.services import ask_about_offer, look_at_reports, report_problem
from job_offers.asking.vocabulary import Outcome, Problem
from job_offers.models import Alert, Offer, OfferQuestion, SearchMiss
from job_offers.services.misses import record_miss
from pup_portal.encrypted_fields import index_of

_ASKED: list[dict[str, Any]] = [
    {"surname": "Лариса Дубина", "phone": "+380505559931", "language": "uk"},
    {"surname": "Oleksii Bondar", "phone": "+48415559932", "language": "pl"},
]
# The place of the offer among those on the board, and what is said of it.
_REPORTED: list[tuple[int, Problem, str]] = [
    (0, Problem.NO_ANSWER, ""),
    (0, Problem.TAKEN, "Сказали, що вже взяли людину."),
    (1, Problem.ASKS_MONEY, "Просили завдаток за житло наперед."),
    (2, Problem.PAY_DIFFERS, "По телефону назвали меншу суму."),
]
# What was looked for in vain: words, how many days ago, how often that day.
_IN_VAIN = [
    ("нейрохірург", 1, 2),
    ("вчитель української", 3, 4),
    ("няня", 3, 1),
    ("вчитель української", 9, 3),
]


def speak_up(staff: dict[Role, User]) -> int:
    """Questions that wait in the inbox, reports that wait for a broker, one looked at; how many questions there are."""
    offers = list(Offer.objects.live().order_by("pk")[:3])
    for number, (offer, values) in enumerate(zip(offers, _ASKED, strict=False)):
        ask_about_offer(offer=offer, values=values, key=_key(f"questions/{number}"))
    for number, (place, problem, words) in enumerate(_REPORTED):
        said = {"problem": problem, "words": words, "language": "uk"}
        report_problem(offer=offers[place], values=said, key=_key(f"problems/{number}"))
    look_at_reports(
        offer=offers[2], newest=_key("problems/3"), outcome=Outcome.CORRECTED, by=staff[Role.BROKER]
    )
    for number, query in enumerate(("lodging=on", "q=кухар")):
        email = f"reader{number}@example.org"
        index = index_of(Alert, "email_index", email)
        ask_for_alert(email=email, query=query, language="uk")
        if number == 0:
            confirm_alert(public_id=Alert.objects.get(email_index=index).public_id)
    _look_in_vain()
    return OfferQuestion.objects.count()


def _look_in_vain() -> None:
    if SearchMiss.objects.exists():
        return
    today = timezone.localdate()
    for text, days, times in _IN_VAIN:
        for _time in range(times):
            record_miss(text=text, language="uk", day=today - timedelta(days=days))


def _key(name: str) -> Any:
    """The same for every telling, so that telling again leaves nothing twice."""
    return uuid5(NAMESPACE_URL, f"https://demo.example.org/readers/{name}")
