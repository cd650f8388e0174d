"""Writing CVs. Every change says who made it, and sends a CV that is no longer complete back to draft."""

from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cv_builder.editing import RemovedMeanwhile, check_unchanged
from cv_builder.models import Cv, Entry
from cv_builder.models.entries import Dated
from cv_builder.printing import ANONYMOUS_CV, CV
from cv_builder.sections import Section, has_substance, missing_polish
from documents.models import Document
from documents.services import erase_documents, order_document
from pup_portal.db import DomainError, refused, sent_before
from registration.consents.gates import NoConsent, has_withdrawn
from registration.consents.vocabulary import ConsentPurpose
from registration.freezing import check_not_restricted
from registration.models import Client


class NotReady(DomainError):
    """The CV cannot be printed or called ready yet; the message names what is missing."""


class LanguageTwice(DomainError):
    """The language is in the CV already."""


@transaction.atomic
def create_cv(*, client: Client, public_id: UUID, values: dict[str, Any], by: User) -> Cv:
    """Begin a CV. Asked twice with the same ``public_id``, gives the same CV."""
    check_not_restricted(client)
    known = sent_before(Cv.objects.filter(client=client), public_id)
    return known or Cv.objects.create(
        public_id=public_id, client=client, **values, created_by=by, updated_by=by
    )


@transaction.atomic
def save_section(*, cv: Cv, section: Section, values: dict[str, Any], seen: str, by: User) -> Cv:
    """Store the fields of one section, or raise ``EditedMeanwhile`` and store nothing."""
    cv = _locked(cv)
    check_unchanged(cv, values, seen)
    _assign(cv, values)
    _touch(cv, by)
    return cv


@transaction.atomic
def save_entry(
    *, cv: Cv, section: Section, public_id: UUID, values: dict[str, Any], seen: str, by: User
) -> Entry:
    """Store one entry of a list; one that is not there yet is added, the latest job or school first.

    Raises ``EditedMeanwhile``, or ``RemovedMeanwhile`` when an entry that was ``seen`` is gone.
    """
    cv, model = _locked(cv), section.entry_model
    entry = model._default_manager.filter(cv=cv, public_id=public_id).first()
    if entry is None:
        if seen:
            raise RemovedMeanwhile(
                _("Somebody has removed this entry since you opened it. Save again to put it back.")
            )
        entry = model(cv=cv, public_id=public_id)
    else:
        check_unchanged(entry, values, seen)
    is_new = entry.pk is None
    _assign(entry, values, save=False)
    with refused(
        languageskill_language_stands_once_in_a_cv=LanguageTwice(_("This language is in the CV already."))
    ):
        _insert(cv, entry) if is_new else entry.save()
    _touch(cv, by)
    return entry


@transaction.atomic
def remove_entry(*, cv: Cv, section: Section, public_id: UUID, by: User) -> None:
    """Remove one entry; one that is gone already is no error."""
    cv, model = _locked(cv), section.entry_model
    if model._default_manager.filter(cv=cv, public_id=public_id).delete()[0]:
        _touch(cv, by)


@transaction.atomic
def move_entry(*, cv: Cv, section: Section, public_id: UUID, up: bool, by: User) -> None:
    """Change places with the neighbour above or below; at the end of the list nothing happens."""
    cv, model = _locked(cv), section.entry_model
    entries = list(model._default_manager.filter(cv=cv))
    here = next((place for place, entry in enumerate(entries) if entry.public_id == public_id), None)
    if here is None:
        return
    there = here - 1 if up else here + 1
    if 0 <= there < len(entries):
        entries[here], entries[there] = entries[there], entries[here]
        _number(entries)
        _touch(cv, by)


@transaction.atomic
def mark_ready(*, cv: Cv, by: User) -> Cv:
    """Call the CV ready, or raise ``NotReady``. A ready one stays as it is."""
    cv = _locked(cv)
    _check_complete(cv)
    if not cv.is_ready:
        cv.state = Cv.State.READY
        _touch(cv, by)
    return cv


@transaction.atomic
def mark_draft(*, cv: Cv, by: User) -> Cv:
    """Take a ready CV back to draft, so that brokers no longer see it."""
    cv = _locked(cv)
    if cv.is_ready:
        cv.state = Cv.State.DRAFT
        _touch(cv, by)
    return cv


@transaction.atomic
def remove_cv(*, cv: Cv) -> None:
    """Remove the CV with everything printed from it."""
    cv = _locked(cv)
    erase_documents(subject=cv)
    cv.delete()


@transaction.atomic
def order_cv(*, cv: Cv, language: str, anonymous: bool, by: User) -> Document:
    """Order the PDF. In Polish only when every text is there in Polish, else ``NotReady``.

    Without the name it is for employers: raises ``NoConsent`` once the person has withdrawn that.
    """
    check_not_restricted(cv.client)
    if anonymous and has_withdrawn(cv.client, ConsentPurpose.EMPLOYERS):
        raise NoConsent(_("The person has withdrawn the consent to show the CV to employers."))
    if language == "pl":
        _check_polish(cv)
    kind = ANONYMOUS_CV if anonymous else CV
    return order_document(kind=kind, subject=cv, language=language, by=by)


def _locked(cv: Cv) -> Cv:
    """The CV for writing; raises ``Restricted`` when the use of the person's data is."""
    held = Cv.objects.select_for_update(of=("self",)).select_related("client").get(pk=cv.pk)
    check_not_restricted(held.client)
    return held


def _assign(row: models.Model, values: dict[str, Any], *, save: bool = True) -> None:
    many = {name for name in values if row._meta.get_field(name).many_to_many}
    for name in values.keys() - many:
        setattr(row, name, values[name])
    if save:
        row.save(update_fields=sorted(values.keys() - many))
    for name in many:
        getattr(row, name).set(values[name])


def _insert(cv: Cv, entry: Entry) -> None:
    entries: list[Entry] = list(type(entry)._default_manager.filter(cv=cv))
    entry.order = entries[-1].order + 1 if entries else 0
    entry.save()
    place = len(entries)
    if isinstance(entry, Dated):
        older = (n for n, other in enumerate(entries) if other.recency < entry.recency)  # type: ignore[attr-defined]
        place = next(older, place)
    _number([*entries[:place], entry, *entries[place:]])


def _number(entries: list[Entry]) -> None:
    for order, entry in enumerate(entries):
        entry.order = order
    type(entries[0])._default_manager.bulk_update(entries, ["order"])


def _touch(cv: Cv, by: User) -> None:
    fresh = Cv.objects.for_page().get(pk=cv.pk)
    if cv.is_ready and (missing_polish(fresh) or not has_substance(fresh)):
        cv.state = Cv.State.DRAFT
    cv.updated_at, cv.updated_by = timezone.now(), by
    cv.save(update_fields=["state", "updated_at", "updated_by"])


def _check_polish(cv: Cv) -> None:
    missing = missing_polish(Cv.objects.for_page().get(pk=cv.pk))
    if missing:
        raise NotReady(_("These texts have no Polish yet: %(texts)s.") % {"texts": ", ".join(missing)})


def _check_complete(cv: Cv) -> None:
    _check_polish(cv)
    if not has_substance(Cv.objects.for_page().get(pk=cv.pk)):
        raise NotReady(_("Enter at least one job, one school or the skills first."))
