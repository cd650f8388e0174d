"""The history of any record of the settings."""

from uuid import UUID

from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from pup_portal.history import history_of
from pup_portal.http import DeskRequest
from reference.models import Accommodation, LegalRule, Occupation, Place, Term

KINDS: dict[str, type[models.Model]] = {
    "place": Place,
    "accommodation": Accommodation,
    "occupation": Occupation,
    "term": Term,
    "period": LegalRule,
}


@require_safe
@requires(Act.SEE_SETTINGS)
def record_history(request: DeskRequest, kind: str, public_id: UUID) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    record = get_object_or_404(KINDS[kind], public_id=public_id)
    context = {"title": str(record), "back": _back(record), "history": history_of(request, record)}
    return render(request, "reference/history.html", context)


def _back(record: models.Model) -> str:
    match record:
        case Term():
            return reverse("reference:term-list", args=[record.vocabulary])
        case LegalRule():
            return reverse("reference:rule-detail", args=[record.key.public_id])
    return reverse(f"reference:{record._meta.model_name}-list")
