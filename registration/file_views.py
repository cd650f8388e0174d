"""Desk pages about the scans and photos of a client's papers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from documents import holders
from documents.models import Upload
from documents.services import remove_upload, replace_upload, store_upload
from documents.serving import upload_response
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from pup_portal.throttling import member_of_staff, rate_limited
from registration.file_forms import AddFileForm, RemoveFileForm, ReplaceFileForm
from registration.models import Client
from registration.opening import found, opened, sent_back


def _file_of(request: DeskRequest, client: Client, file_id: UUID) -> Upload:
    upload = get_object_or_404(Upload.objects.about(client).kept(), public_id=file_id)
    if not upload.may_be_opened_by(request.user):
        raise Http404
    return upload


def _changed(request: DeskRequest, client: Client, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("registration:file-list", client.public_id)


@require_safe
@requires(Act.SEE_PAPERS)
def file_list(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id, kind=AccessKind.LIST)
    context = {
        "client": client,
        "page": page_of(request, Upload.objects.about(client).for_list()),
        "may_change": holders.may_change(request.user, client),
    }
    return render(request, "registration/file_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_PAPERS)
@rate_limited("upload", limit=120, seconds=600, by=member_of_staff)
def file_add(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    form = AddFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            store_upload(subject=client, file=form.chosen, kind=form.cleaned_data["kind"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _changed(request, client, _("The file is added."))
    return render(request, "registration/file_add.html", {"client": client, "form": form})


@require_safe
@requires(Act.SEE_PAPERS)
def file_download(request: DeskRequest, client_id: UUID, file_id: UUID) -> HttpResponse:
    client = found(request, client_id)
    upload = _file_of(request, client, file_id)
    record(request, kind=AccessKind.DOWNLOAD, subjects=[client], purpose=upload.kind)
    return upload_response(upload)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_PAPERS)
@rate_limited("upload", limit=120, seconds=600, by=member_of_staff)
def file_replace(request: DeskRequest, client_id: UUID, file_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    upload = _file_of(request, client, file_id)
    if back := sent_back(request, client):
        return back
    form = ReplaceFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            replace_upload(upload=upload, file=form.chosen, by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _changed(request, client, _("The file is replaced."))
    context = {"client": client, "upload": upload, "form": form}
    return render(request, "registration/file_replace.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_PAPERS)
def file_remove(request: DeskRequest, client_id: UUID, file_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    upload = _file_of(request, client, file_id)
    if back := sent_back(request, client):
        return back
    form = RemoveFileForm(request.POST or None)
    if form.is_valid():
        try:
            remove_upload(upload=upload, reason=form.cleaned_data["reason"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _changed(request, client, _("The file is removed."))
    context = {"client": client, "upload": upload, "form": form}
    return render(request, "registration/file_remove.html", context)
