"""A version with invented data: on its page, and as the PDF of the preview."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Act
from pup_portal.history import Part, part
from pup_portal.history.parts import own
from registration.models import TemplateSection, TemplateVersion
from registration.papers import printing
from registration.papers.pieces import Section
from registration.papers.placeholders import GROUPS, Kind, Placeholder, Said, examples
from registration.papers.saying import told
from registration.papers.wording import compose_sections

_NO_PAPER = gettext_lazy("Preview with the data of an invented person. It is no paper to be signed.")
_NOT_TOLD = frozenset({"content_hash", "shipped_as"})


@dataclass(frozen=True)
class Sample:
    """A section as it is stored, and as it is printed of an invented person; nothing where conditions hide it."""

    stored: TemplateSection
    pl: Section | None
    uk: Section | None


def samples(version: TemplateVersion) -> list[Sample]:
    data = examples()
    return [
        Sample(section, *(next(iter(compose_sections([section], data, side)), None) for side in ("pl", "uk")))
        for section in version.sections.all()
    ]


@dataclass(frozen=True)
class Offered:
    """A placeholder in the editor's list: what to write, what it means, and an example."""

    tag: str
    label: str | Promise
    example: str


def offered() -> list[tuple[str | Promise, list[Offered]]]:
    """The placeholders in their groups; of a list, each of its columns."""
    return [
        (group, [one for each in placeholders for one in _offered(each)]) for group, placeholders in GROUPS
    ]


def _offered(placeholder: Placeholder) -> Iterator[Offered]:
    if placeholder.kind is not Kind.LIST:
        yield Offered(f"{{{{ {placeholder.name} }}}}", placeholder.label, placeholder.example_pl)
    for column in placeholder.columns:
        tag = f"{{{{ {placeholder.name}.{column.name} }}}}"
        yield Offered(tag, f"{placeholder.label}: {column.label}", column.example_pl)


def title(version: TemplateVersion, language: str) -> str:
    return _("Preview: %(title)s") % {"title": version.title_pl}


def context(version: TemplateVersion, language: str) -> dict[str, Any]:
    """One sheet as a person's paper has it, of an invented person, with a notice that it is none."""
    version = TemplateVersion.objects.with_sections().get(pk=version.pk)
    sheet = printing.Sheet(
        title=Said(version.title_pl, version.title_uk),
        footer=title(version, language),
        notices=[told(str, _NO_PAPER)],
        parts=printing.parts_of(version, examples()),
        facts=[],
        signers=[],
    )
    return {"sheets": [sheet], "qr": None}


def guard(user: User | AnonymousUser, version: TemplateVersion) -> bool:
    return isinstance(user, User) and user.may(Act.SEE_SETTINGS)


def home(version: TemplateVersion) -> str:
    return reverse("paper_templates:version", args=[version.public_id])


def history_of_version(version: TemplateVersion, reader: Model) -> Iterator[Part]:
    yield own(version, withheld=_NOT_TOLD)
    yield part(TemplateSection, version_id=version.pk)
