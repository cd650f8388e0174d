"""How well the board finds what people mean: recall among the first ten, first good place, and what finds nothing, by language.

``make bench`` or ``python -m tools.bench_relevance``: over the fixed board and the questions of ``tests/job_offers/relevance``, in
a transaction that is undone. Exits with 1 when less than ``RECALL`` of what should be seen is.
"""

from __future__ import annotations

import os
import sys

from pup_portal import embedded
from pup_portal.embedded.preparation import manage

RECALL = 0.95


def main() -> int:
    if os.environ.get("DATABASE_URL"):
        return run()
    os.environ["DEMO"] = "true"
    with embedded.services(name="bench-postgres"):
        manage("migrate", log=embedded.var_dir() / "bench.log")
        return run()


def run() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "pup_portal.settings"
    import django  # noqa: PLC0415 - the settings are known only now

    django.setup()
    from django.db import transaction  # noqa: PLC0415

    from job_offers.models import BoardEntry  # noqa: PLC0415
    from tests.factories import UserFactory  # noqa: PLC0415
    from tests.job_offers.relevance.corpus import fill_board, questions  # noqa: PLC0415
    from tests.job_offers.relevance.measuring import measure  # noqa: PLC0415

    with transaction.atomic():
        BoardEntry.objects.all().delete()
        figures = measure(questions(), fill_board(UserFactory.create()))
        transaction.set_rollback(True)
    print(f"{'questions':<10}{'asked':>7}{'recall@10':>11}{'MRR':>7}{'nothing':>9}")
    for kind, one in figures.items():
        print(f"{kind:<10}{one.asked:>7}{one.recall:>11.3f}{one.mrr:>7.3f}{one.zero_rate:>9.1%}")
    for question in figures["all"].poor:
        print(f"  missed some: {question}")
    return 0 if figures["all"].recall >= RECALL else 1


if __name__ == "__main__":
    sys.exit(main())
