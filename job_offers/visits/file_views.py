"""Photos of the handwritten notes of a visit."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Act, requires
from documents.models import Upload
from documents.services import remove_upload, store_upload
from documents.serving import upload_response
from job_offers.models import FieldVisit
from job_offers.visits import filing
from job_offers.visits.views import visible
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest
from pup_portal.throttling import member_of_staff, rate_limited
from registration.file_forms import RemoveFileForm, ReplaceFileForm


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
@rate_limited("upload", limit=120, seconds=600, by=member_of_staff)
def photo_add(request: DeskRequest, public_id: UUID) -> HttpResponse:
    visit = visible(request, public_id)
    form = ReplaceFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            store_upload(subject=visit, file=form.chosen, kind=filing.KIND, by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The photo is added."))
            return redirect(visit)
    return render(request, "job_offers/visits/photo_add.html", {"visit": visit, "form": form})


@require_safe
@requires(Act.SEE_OFFERS)
def photo_file(request: DeskRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    upload = _photo(request, visible(request, public_id), file_id)
    return upload_response(upload)


@require_POST
@requires(Act.EDIT_OFFERS)
def photo_remove(request: DeskRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    visit = visible(request, public_id)
    upload, form = _photo(request, visit, file_id), RemoveFileForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why the photo is removed."))
        return redirect(visit)
    try:
        remove_upload(upload=upload, reason=form.cleaned_data["reason"], by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The photo is removed."))
    return redirect(visit)


def _photo(request: DeskRequest, visit: FieldVisit, file_id: UUID) -> Upload:
    upload = get_object_or_404(Upload.objects.about(visit).kept(), public_id=file_id)
    if not upload.may_be_opened_by(request.user):
        raise Http404
    return upload
