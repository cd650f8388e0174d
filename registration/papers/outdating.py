"""Which unsigned papers no longer say what the record says."""

from collections.abc import Iterable

from django.utils import timezone

from registration.models import Client, Paper, PaperPurpose, PaperState
from registration.papers.gathering import Filling, gather, of_the_record
from registration.papers.placeholders import Data, unpack


def mark_outdated(client: Client) -> int:
    """Mark the unsigned papers of ``client`` whose data differ from the record; say how many they were.

    Call after a change, in its transaction and with the record locked. One query for who has no unsigned papers.
    """
    papers = list(Paper.objects.unsigned().filter(client=client).select_for_update(of=("self",)))
    if not papers:
        return 0
    said = {paper.pk: of_the_record(unpack(paper.packed)) for paper in papers}
    now = _as_it_stands(client, {name for data in said.values() for name in data})
    return outdate([pk for pk, data in said.items() if any(now.get(name) != data[name] for name in data)])


def outdate(papers: Iterable[int]) -> int:
    """Mark the unsigned ones of the papers with these keys."""
    rows = Paper.objects.unsigned().filter(pk__in=list(papers))
    return rows.update(state=PaperState.OUTDATED, outdated_at=timezone.now())


def _as_it_stands(client: Client, names: set[str]) -> Data:
    """Read anew: whoever changed a list may hold a record that remembers the old one."""
    fresh = Client.objects.for_card().get(pk=client.pk)
    filling = Filling(by=None, day=timezone.localdate(), purpose=PaperPurpose.OTHER)
    return gather(fresh, filling, names)
