"""What an enquiry is about. The apps above tell it, for this one does not know them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from registration.enquiries.vocabulary import EnquiryKind
from registration.models import Enquiry


@dataclass(frozen=True)
class About:
    """The thing somebody asks about, as the inbox shows it: its name in the active language and its desk page."""

    name: str
    url: str


type Tell = Callable[[Sequence[int]], Mapping[int, About]]

_tellers: dict[EnquiryKind, Tell] = {}


def register(kind: EnquiryKind, tell: Tell) -> None:
    """Let ``tell`` answer, by the keys of enquiries of ``kind``, what they are about. Call from ``AppConfig.ready()``."""
    _tellers[kind] = tell


def of(enquiries: Iterable[Enquiry]) -> dict[int, About]:
    """What each of ``enquiries`` is about, by its key; those about nothing in particular are left out.

    One call for each kind that occurs, however many enquiries there are.
    """
    keys: dict[str, list[int]] = {}
    for enquiry in enquiries:
        keys.setdefault(enquiry.kind, []).append(enquiry.pk)
    told: dict[int, About] = {}
    for kind, tell in _tellers.items():
        if kind in keys:
            told.update(tell(keys[kind]))
    return told
