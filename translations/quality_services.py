"""What reviewers do with findings: let one through with a reason, and take that back."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from translations import overrides
from translations.models import Override, Translation
from translations.overrides import Place


@transaction.atomic
def override_finding(*, translation: Translation, place: Place, because: Override, by: User) -> Override:
    """Let the finding at ``place`` through; ``because``, not stored, holds the reason.

    Raises ``NothingToOverride`` when it is not there any more, or is one that no reason helps. Repeating changes
    nothing: the first reason stands.
    """
    translation = Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
    segment, finding = overrides.found_at(place, translation)
    if finding.override:
        return finding.override
    return Override.objects.create(
        translation=translation,
        key=finding.key,
        code=finding.code,
        place=finding.place,
        is_blocking=finding.is_blocking,
        source_pl=segment.source_pl,
        text_uk=place.text_uk,
        why=because.why,
        reason=because.reason,
        overridden_by=by,
    )


@transaction.atomic
def withdraw_override(*, override: Override, by: User) -> Override:
    """Let the check speak again. What was approved meanwhile stays approved. Repeating changes nothing."""
    override = Override.objects.select_for_update(of=("self",)).get(pk=override.pk)
    if override.withdrawn_at is None:
        override.withdrawn_at, override.withdrawn_by = timezone.now(), by
        override.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return override
