"""What readers looked for and the board did not have."""

import re
from datetime import date

from django.db import transaction
from django.db.models import F

from job_offers import words
from job_offers.models import SearchMiss

MAX_A_DAY = 2_000  # a robot must not fill the table
_LONGEST = SearchMiss._meta.get_field("query").max_length
_PERSONAL = re.compile(r"@|\d{4,}|(?:\d[\s-]?){6,}")


@transaction.atomic
def record_miss(*, text: str, language: str, day: date) -> None:
    """Count one fruitless search; what may hold a phone, an e-mail or a number of a person is not kept."""
    query = " ".join(words.meaningful(text))[:_LONGEST]
    if not query or _PERSONAL.search(text):
        return
    rows = SearchMiss.objects.filter(day=day)
    if rows.filter(language=language, query=query).update(count=F("count") + 1):
        return
    if rows.count() < MAX_A_DAY:
        SearchMiss.objects.bulk_create(
            [SearchMiss(day=day, language=language, query=query)], ignore_conflicts=True
        )
