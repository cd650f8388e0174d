"""Every write of reference data. History is kept by the database; who acted comes with the request."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pghistory
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, refused
from reference import conflicts, kzis
from reference.models import LegalRule, LegalRuleKey, OccupationImport, OfficeProfile
from reference.profile import forget_profile
from reference.rules import RuleKey, tell_changed
from reference.starter import load_starter, starter_office


class RuleRefused(DomainError):
    """A period of a rule cannot be written as it was asked."""


class EarlierPeriodOpen(RuleRefused):
    """A value of the rule still holds; ending it needs somebody's yes."""

    def __init__(self, period: LegalRule) -> None:
        super().__init__(_("An earlier value of this rule has no end yet."))
        self.period = period


class ChangedMeanwhile(DomainError):
    """Somebody saved other values after the page was opened; ``record`` is as it stands now."""

    def __init__(self, record: models.Model) -> None:
        super().__init__(_("Somebody else changed this record while you were writing."))
        self.record = record


@transaction.atomic
def load_reference_data() -> dict[str, int]:
    """Add what is missing of the facts every installation starts with; say how many rows of each model."""
    added = load_starter(apps.get_model)
    if added["LegalRule"]:
        for code in RuleKey:
            tell_changed(code)
    return added


@transaction.atomic
def add_record[M: models.Model](model: type[M], **values: Any) -> M:
    """Add one place, accommodation, occupation or term, or raise the ``DomainError`` of a broken constraint."""
    record = model(**values)
    with refused(**_refusals(model)):
        record.save(force_insert=True)
    return record


@transaction.atomic
def change_record[M: models.Model](record: M, *, seen_version: int | None = None, **values: Any) -> M:
    """Write what differs of ``values``, or raise the ``DomainError`` of a broken constraint.

    Raises ``ChangedMeanwhile`` when others changed one of them since ``seen_version`` was shown.
    """
    model = type(record)
    held = model._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
    if seen_version is not None and conflicts.reconcile(held, seen_version, values)[1]:
        raise ChangedMeanwhile(held)
    changed = [name for name, value in values.items() if getattr(held, name) != value]
    for name in changed:
        setattr(held, name, values[name])
    if changed:
        with refused(**_refusals(model)):
            held.save(update_fields=[*changed, *_sort_keys(model)])
    return held


@transaction.atomic
def edit_office(**values: Any) -> OfficeProfile:
    """Write these columns of the office profile; every page shows them from the commit on."""
    OfficeProfile.objects.bulk_create([OfficeProfile()], ignore_conflicts=True)
    profile = change_record(OfficeProfile.objects.get(), **values)
    transaction.on_commit(forget_profile)
    return profile


@transaction.atomic
def set_logo(*, image: bytes) -> OfficeProfile:
    """Put ``image`` (already drawn anew by ``logo.redrawn``) in the place of the logo."""
    return _replace_logo(image)


@transaction.atomic
def remove_logo() -> OfficeProfile:
    return _replace_logo(None)


def load_demo_office() -> OfficeProfile:
    """Fill the profile of the demonstration: the real office's name, invented numbers and people."""
    today = timezone.localdate()
    dates = {
        "accessibility_published_on": today.replace(month=1, day=2),
        "accessibility_updated_on": today.replace(month=1, day=2),
        "accessibility_prepared_on": today.replace(month=1, day=2),
        "accessibility_reviewed_on": today.replace(month=1, day=2),
    }
    return edit_office(**starter_office(), **dates)


@transaction.atomic
def add_rule(*, code: str, name_pl: str, name_uk: str, name_en: str) -> LegalRuleKey:
    return add_record(LegalRuleKey, code=code, name_pl=name_pl, name_uk=name_uk, name_en=name_en)


@transaction.atomic
def add_period(*, key: LegalRuleKey, ends_earlier: bool, **values: Any) -> LegalRule:
    """Add a value of a rule from a day on.

    The value that holds without an end is ended the day before, if ``ends_earlier`` says so. Raises
    ``EarlierPeriodOpen`` when it does not, and ``RuleRefused`` when the days overlap another period.
    """
    LegalRuleKey.objects.select_for_update(of=("self",)).get(pk=key.pk)
    first_day: date = values["valid_from"]
    earlier = key.periods.filter(valid_to=None, valid_from__lt=first_day).first()
    if earlier is not None:
        if not ends_earlier:
            raise EarlierPeriodOpen(earlier)
        change_record(earlier, valid_to=first_day - timedelta(days=1))
    period = add_record(LegalRule, key=key, **values)
    tell_changed(key.code)
    return period


@transaction.atomic
def correct_period(*, period: LegalRule, reason: str, **values: Any) -> LegalRule:
    """Mend a recorded value. What stood there before stays in the history, with ``reason``."""
    with pghistory.context(reason=reason):
        corrected = change_record(period, **values)
    tell_changed(corrected.key.code)
    return corrected


@transaction.atomic
def receive_occupations(*, file: UploadedFile, edition: str, by: User) -> OccupationImport:
    """Keep an uploaded list until somebody has seen what it changes; raises ``kzis.BadList``."""
    name = file.name or ""
    kzis.refuse_large(file.size or 0)
    content = file.read()
    kzis.read_list(content, name)
    waiting = OccupationImport(edition=edition, uploaded_by=by)
    waiting.file.save(f"{waiting.public_id}.{kzis.kind_of(name)}", ContentFile(content), save=False)
    waiting.save()
    return waiting


@transaction.atomic
def apply_occupations(*, waiting: OccupationImport, by: User) -> OccupationImport:
    """Apply a list once; applying it again changes nothing."""
    held = OccupationImport.objects.select_for_update(of=("self",)).get(pk=waiting.pk)
    if held.applied_at is None:
        replace_occupations(listed=kzis.read_import(held), edition=held.edition)
        held.applied_at, held.applied_by = timezone.now(), by
        held.save(update_fields=["applied_at", "applied_by"])
    return held


@transaction.atomic
def replace_occupations(*, listed: list[kzis.Listed], edition: str) -> kzis.Comparison:
    """Make ``listed`` the occupations offered for choice. Rows of other editions stay for what names them."""
    comparison = kzis.compare(listed, edition, lock=True)
    kzis.write(comparison)
    return comparison


def _replace_logo(image: bytes | None) -> OfficeProfile:
    profile = edit_office()
    profile = OfficeProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    storage, former = profile.logo.storage, profile.logo.name
    if image is None:
        profile.logo = ""
    else:
        profile.logo.save(
            f"{uuid4().hex}.png", ContentFile(image), save=False
        )  # a new address, past every cache
    profile.save(update_fields=["logo"])
    transaction.on_commit(forget_profile)
    if former:
        transaction.on_commit(lambda: storage.delete(former))
    return profile


def _refusals(model: type[models.Model]) -> dict[str, DomainError]:
    """The constraints of ``model`` with the sentences they carry, and its unique columns with theirs."""
    errors = {rule.name: DomainError(rule.violation_error_message or "") for rule in model._meta.constraints}
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            name = f"{model._meta.db_table}_{field.column}_key"
            errors[name] = DomainError(field.error_messages["unique"])
    return errors


def _sort_keys(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name.startswith("sort_")]
