"""What has changed since a person last signed an application: the body of a notice of changed data."""

from django.utils.translation import gettext as _

from registration.models import Client, Paper, PaperKind, PaperState
from registration.papers.placeholders import CATALOGUE, OF_THE_PAPER, Data, Kind, Row, Said, unpack
from registration.papers.saying import told


def last_signed(client: Client) -> Data:
    """The data of the application that was signed last; of nobody's application, nothing."""
    signed = Paper.objects.filter(
        client=client, state=PaperState.SIGNED, version__template__kind=PaperKind.APPLICATION
    )
    paper = signed.order_by("signed_on", "pk").last()
    return unpack(paper.packed) if paper is not None else {}


def compared(names: set[str]) -> set[str]:
    """Values that can be set beside each other; whether something holds follows from them."""
    return {
        name for name in names - OF_THE_PAPER if name in CATALOGUE and CATALOGUE[name].kind is not Kind.FLAG
    }


def changes(before: Data, now: Data) -> tuple[Row, ...]:
    """A row for every value that differs, in the order of the catalogue."""
    differing = [name for name in CATALOGUE if name in now and now[name] != before.get(name)]
    return tuple(
        {
            "what": told(lambda name: CATALOGUE[name].label, name),
            "before": _whole(before.get(name, Said())),
            "now": _whole(now[name]),
        }
        for name in differing
    )


def _whole(value: Said | tuple[Row, ...]) -> Said:
    """A value, or a list in one text: its rows divided by semicolons."""
    if isinstance(value, Said):
        return value or told(lambda _nothing: _("none"), None)
    return Said(
        _listed(value, "pl"),
        _listed(value, "uk"),
        is_final=all(said.is_final for row in value for said in row.values()),
    ) or told(lambda _nothing: _("none"), None)


def _listed(rows: tuple[Row, ...], language: str) -> str:
    return "; ".join(", ".join(said.text(language) for said in row.values() if said) for row in rows)
