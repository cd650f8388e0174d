"""Which papers the desk proposes for a purpose on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from registration.models import Client, PaperPurpose, TemplateVersion
from registration.vocabulary import ClientState

# Keys of the shipped templates, in the order in which a set is printed.
_OF_EVERY_REGISTRATION = (
    "truth-statement",
    "information-clause",
    "consents",
    "authorisation",
    "documents-list",
)
PROPOSED: MappingProxyType[PaperPurpose, tuple[str, ...]] = MappingProxyType(
    {
        PaperPurpose.UNEMPLOYED: ("application-unemployed", *_OF_EVERY_REGISTRATION),
        PaperPurpose.JOB_SEEKER: ("application-job-seeker", *_OF_EVERY_REGISTRATION),
        PaperPurpose.SUPPORT: ("support-request", "information-clause", "consents", "authorisation"),
        PaperPurpose.CHANGE: ("change-notice",),
        PaperPurpose.CARD: ("personal-card",),
        PaperPurpose.OTHER: (),
    }
)


@dataclass(frozen=True)
class Proposal:
    """A paper that can be made today, and whether it belongs to the purpose."""

    version: TemplateVersion
    is_proposed: bool


def offered(purpose: PaperPurpose, day: date) -> list[Proposal]:
    """Every paper in use with a wording in force on ``day``: those of the purpose first, in their order."""
    keys = PROPOSED[purpose]
    versions = TemplateVersion.objects.on(day).filter(template__is_active=True).select_related("template")
    ranked = sorted(versions, key=lambda version: (_rank(version.template.key, keys), version.template.key))
    return [Proposal(version, version.template.key in keys) for version in ranked]


def purpose_of(client: Client, asked: str) -> PaperPurpose:
    """The purpose that was asked for, else the one that the record speaks for."""
    if asked in PaperPurpose.values:
        return PaperPurpose(asked)
    if client.state == ClientState.SUPPORTED:
        return PaperPurpose.SUPPORT
    if client.is_registered:
        return PaperPurpose.CHANGE
    return _of_the_intake(client) or PaperPurpose.UNEMPLOYED


def _of_the_intake(client: Client) -> PaperPurpose | None:
    intake = getattr(client, "intake", None)
    asked = intake.purpose if intake is not None else ""
    return PaperPurpose(asked) if asked in PaperPurpose.values else None


def _rank(key: str, keys: Iterable[str]) -> int:
    return {known: place for place, known in enumerate(keys)}.get(key, 99)
