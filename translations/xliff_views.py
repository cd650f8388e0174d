"""One translation as a file for another tool, and back: shown beside what is stored before it is saved."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from translations import returning
from translations.exchange import xliff
from translations.forms import field_name
from translations.memory_forms import XliffForm, XliffVersionForm
from translations.models import Translation


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def xliff_export(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    translation = _translation(request, translation_id)
    form = XliffVersionForm(request.GET)
    version = form.cleaned_data["version"] if form.is_valid() else xliff.VERSIONS[0]
    units = returning.units(translation)
    content = xliff.write(units, version=version, original=str(translation.public_id))
    response = HttpResponse(content, content_type="application/xliff+xml")
    response["Content-Disposition"] = f'attachment; filename="{translation.public_id}.xlf"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.DRAFT_TRANSLATIONS)
def xliff_import(request: DeskRequest, translation_id: UUID) -> HttpResponse:
    """Show what a file would change. Nothing is written here: the shown form sends the texts as a draft."""
    translation = _translation(request, translation_id)
    form = XliffForm(request.POST, request.FILES) if request.method == "POST" else XliffForm()
    returned = None
    if form.is_valid():
        try:
            returned = returning.compare(translation, form.cleaned_data["file"])
        except DomainError as refusal:
            form.add_error("file", str(refusal))
    context = {
        "translation": translation,
        "form": form,
        "returned": returned,
        "names": [(field_name(line.segment), line) for line in returned.changed] if returned else [],
        "may_save": not translation.is_reviewed,
        "may_approve": request.user.may(Act.REVIEW_TRANSLATIONS),
    }
    return render(request, "translations/xliff_import.html", context)


def _translation(request: DeskRequest, translation_id: UUID) -> Translation:
    return get_object_or_404(Translation.objects.visible_to(request.user), public_id=translation_id)
