"""Every write of paper templates. History is kept by the database; who acted comes with the request."""

from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents.models import Document
from documents.services import order_document
from pup_portal.db import DomainError, refused
from reference.services import add_record, change_record
from registration.models import PaperTemplate, TemplateSection, TemplateVersion
from registration.papers.checking import MOST_SECTIONS, Problem, check
from registration.papers.fingerprint import fingerprint
from registration.wordings.starter import load_starter

PREVIEW = "registration.wording"
_COPIED = ("position", "layout", "heading_pl", "heading_uk", "body_pl", "body_uk", "source", "is_confirmed")


class NoDraft(DomainError):
    """The wording is in force or retired: what people sign does not change."""

    def __init__(self) -> None:
        super().__init__(_("This version is not a draft any more. Copy it to a new version and change that."))


class SectionGone(DomainError):
    """Somebody removed the section meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody removed this section meanwhile. Add it anew, if it is still wanted."))


class StillWrong(DomainError):
    """The wording of a draft would be refused; ``problems`` say where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(_("The wording has mistakes. Correct them first."))
        self.problems = problems


class DayRefused(DomainError):
    """A version cannot begin or end on this day."""


@transaction.atomic
def load_shipped() -> int:
    """Add the shipped versions that are missing; say how many. What the office wrote stays."""
    return load_starter(apps.get_model)


@transaction.atomic
def add_template(*, by: User, **values: Any) -> PaperTemplate:
    """Add a paper with an empty draft, or raise the ``DomainError`` of a broken constraint."""
    template = add_record(PaperTemplate, **values)
    titles = {name: values[name] for name in ("title_pl", "title_uk")}
    TemplateVersion.objects.create(template=template, made_by=by, **titles)
    return template


@transaction.atomic
def change_template(*, template: PaperTemplate, seen_version: int, **values: Any) -> PaperTemplate:
    return change_record(template, seen_version=seen_version, **values)


@transaction.atomic
def copy_version(*, version: TemplateVersion, by: User) -> TemplateVersion:
    """A draft that says what ``version`` says; of a paper that has a draft already, that draft as it is."""
    template = PaperTemplate.objects.select_for_update(of=("self",)).get(pk=version.template_id)
    draft = template.versions.drafts().first()
    if draft is not None:
        return draft
    titles = {name: getattr(version, name) for name in ("title_pl", "title_uk", "source")}
    draft = TemplateVersion.objects.create(template=template, made_by=by, **titles)
    TemplateSection.objects.bulk_create(
        TemplateSection(version=draft, **{name: getattr(section, name) for name in _COPIED})
        for section in version.sections.all()
    )
    return draft


@transaction.atomic
def add_section(*, version: TemplateVersion, **values: Any) -> TemplateSection:
    """Put a section at the end of a draft; raises ``NoDraft``."""
    draft = _locked_draft(version)
    last = draft.sections.aggregate(last=Max("position"))["last"] or 0
    if last >= MOST_SECTIONS:
        raise DomainError(_("A paper has no room for more sections."))
    return add_record(TemplateSection, version=draft, position=last + 1, **values)


@transaction.atomic
def change_section(*, section: TemplateSection, seen_version: int, **values: Any) -> TemplateSection:
    """Write the wording over what was seen; raises ``NoDraft``, ``SectionGone`` or ``ChangedMeanwhile``."""
    _place_of(section, list(_locked_draft(section.version).sections.all()))
    return change_record(section, seen_version=seen_version, **values)


@transaction.atomic
def move_section(*, section: TemplateSection, up: bool) -> None:
    """Let a section change places with the one before or after it. The first and the last stay where they are."""
    order = list(_locked_draft(section.version).sections.all())
    place = _place_of(section, order)
    other = place - 1 if up else place + 1
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
        _number(order)


@transaction.atomic
def remove_section(*, section: TemplateSection) -> None:
    draft = _locked_draft(section.version)
    draft.sections.filter(pk=section.pk).delete()
    _number(list(draft.sections.all()))


@transaction.atomic
def change_version(*, version: TemplateVersion, seen_version: int, **values: Any) -> TemplateVersion:
    """Write titles and source of a draft; raises ``NoDraft`` or ``ChangedMeanwhile``."""
    return change_record(_locked_draft(version), seen_version=seen_version, **values)


@transaction.atomic
def delete_draft(*, version: TemplateVersion) -> None:
    """Throw a draft away. It stays in the history."""
    _locked_draft(version).delete()


@transaction.atomic
def put_in_force(*, version: TemplateVersion, first_day: date) -> TemplateVersion:
    """From ``first_day`` on the paper says what the draft says; the version before it ends the day before.

    Raises ``NoDraft``, ``StillWrong`` with the lines to correct, or ``DayRefused`` for a day that has passed or on
    which a later version begins.
    """
    if first_day < timezone.localdate():
        raise DayRefused(
            _("This day has passed: people may have signed the wording of that day. Choose a later one.")
        )
    draft = _locked_draft(version)
    problems = check(draft)
    if problems:
        raise StillWrong(problems)
    former = draft.template.versions.on(first_day).filter(valid_from__lt=first_day).first()
    if former is not None and former.valid_to is None:
        former.valid_to = first_day - timedelta(days=1)
        former.save(update_fields=["valid_to"])
    draft.state, draft.valid_from = TemplateVersion.State.IN_FORCE, first_day
    draft.content_hash = fingerprint(draft, draft.sections.all())
    taken = DayRefused(
        _("Another version of this paper is in force on this day or later. Choose another day, or retire it.")
    )
    with refused(templateversion_days_do_not_overlap=taken):
        draft.save(update_fields=["state", "valid_from", "content_hash"])
    return draft


@transaction.atomic
def retire(*, version: TemplateVersion, last_day: date) -> TemplateVersion:
    """Let a version end on ``last_day``, today at the earliest; raises ``DayRefused``. Again: nothing changes."""
    held = _locked(version)
    if held.is_draft or held.valid_from is None:
        raise DayRefused(_("A draft is in force on no day."))
    if last_day < max(held.valid_from, timezone.localdate()):
        raise DayRefused(_("The last day is today or later, and not before the first day."))
    if held.valid_to is not None and last_day > held.valid_to:
        raise DayRefused(_("This version ends earlier already."))
    held.state, held.valid_to = TemplateVersion.State.RETIRED, last_day
    held.save(update_fields=["state", "valid_to"])
    return held


@transaction.atomic
def take_back(*, version: TemplateVersion) -> TemplateVersion:
    """Make a version that has not begun a draft again; raises ``DayRefused``. The one before it ends as it was told."""
    held = _locked(version)
    if held.is_draft:
        return held
    if held.valid_from is None or held.valid_from <= timezone.localdate():
        raise DayRefused(_("This version is in force already. Retire it, or put another one in force."))
    if held.template.versions.drafts().exists():
        raise DayRefused(_("The paper has another draft. Delete it first."))
    held.state, held.valid_from, held.valid_to, held.content_hash = (
        TemplateVersion.State.DRAFT,
        None,
        None,
        "",
    )
    held.save(update_fields=["state", "valid_from", "valid_to", "content_hash"])
    return held


@transaction.atomic
def order_preview(*, version: TemplateVersion, by: User) -> Document:
    """Owe the PDF of ``version`` with invented data; earlier previews of it are thrown away."""
    document = order_document(kind=PREVIEW, subject=version, language="pl", by=by)
    Document.objects.about(version).exclude(pk=document.pk).erase()
    return document


def _locked(version: TemplateVersion) -> TemplateVersion:
    """The version as it stands now. Its template is locked first: versions of one paper share their days."""
    PaperTemplate.objects.select_for_update(of=("self",)).get(pk=version.template_id)
    held = TemplateVersion.objects.select_for_update(of=("self",)).filter(pk=version.pk).first()
    if held is None:  # somebody threw the draft away
        raise NoDraft
    return held


def _locked_draft(version: TemplateVersion) -> TemplateVersion:
    held = _locked(version)
    if not held.is_draft:
        raise NoDraft
    return held


def _place_of(section: TemplateSection, order: list[TemplateSection]) -> int:
    if section not in order:
        raise SectionGone
    return order.index(section)


def _number(sections: list[TemplateSection]) -> None:
    for position, section in enumerate(sections, start=1):
        section.position = position
    TemplateSection.objects.bulk_update(sections, ["position"])
