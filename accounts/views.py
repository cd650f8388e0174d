"""Staff, seen by managers and kept by administrators."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import services
from accounts.forms import StaffChangeForm, StaffForm
from accounts.models import User
from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.history import history_of
from pup_portal.http import DeskRequest, page_of


@require_safe
@requires(Act.SEE_SETTINGS)
def staff_list(request: DeskRequest) -> HttpResponse:
    context = {
        "page": page_of(request, User.objects.for_list()),
        "may_edit": request.user.may(Act.EDIT_SETTINGS),
    }
    return render(request, "accounts/staff_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def staff_create(request: DeskRequest) -> HttpResponse:
    form = StaffForm(request.POST or None)
    if form.is_valid():
        try:
            member = services.add_staff(**form.cleaned_data)
        except DomainError as error:
            form.add_error("username", str(error))
        else:
            messages.success(request, _("The account is made. Make a link with which they set a password."))
            return redirect("accounts:staff-edit", member.public_id)
    return render(request, "accounts/staff_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def staff_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    member = get_object_or_404(User, public_id=public_id)
    form = StaffChangeForm(request.POST or None, instance=member)
    if form.is_valid():
        try:
            services.change_staff(member=member, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The account is saved."))
            return redirect("accounts:staff-list")
    return render(request, "accounts/staff_edit.html", {"form": form, "member": member})


@never_cache
@require_POST
@requires(Act.EDIT_SETTINGS)
def staff_password_link(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """Show the link once: it is stored nowhere, so there is no page to come back to."""
    member = get_object_or_404(User, public_id=public_id)
    try:
        path = services.password_link(member=member, by=request.user)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("accounts:staff-edit", public_id)
    context = {"member": member, "link": request.build_absolute_uri(path)}
    return render(request, "accounts/staff_password_link.html", context)


@require_safe
@requires(Act.SEE_SETTINGS)
def staff_history(request: DeskRequest, public_id: UUID) -> HttpResponse:
    member = get_object_or_404(User, public_id=public_id)
    page, changes = history_of(request, member)
    return render(
        request, "accounts/staff_history.html", {"member": member, "page": page, "changes": changes}
    )
