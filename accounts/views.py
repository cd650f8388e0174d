"""Staff, seen by managers and kept by administrators."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import services
from accounts.confirmation import freshly_confirmed
from accounts.forms import RecoveryForm, StaffChangeForm, StaffForm
from accounts.models import User
from accounts.permissions import Act, requires
from accounts.second_factor import factors_of
from accounts.sessions import open_sessions
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
@freshly_confirmed
def staff_create(request: DeskRequest) -> HttpResponse:
    form = StaffForm(request.POST or None)
    if form.is_valid():
        try:
            member = services.add_staff(**form.cleaned_data)
        except DomainError as error:
            form.add_error("username", str(error))
        else:
            messages.success(
                request, _("The account is made. Send the invitation with which they set a password.")
            )
            return redirect("accounts:staff-edit", member.public_id)
    return render(request, "accounts/staff_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
@freshly_confirmed
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
    context = {
        "form": form,
        "member": member,
        "invitation": member.invitations.open().first(),
        "has_second_factor": factors_of(member).exists(),
        "sessions": open_sessions(member),
        "recoveries": member.recoveries.select_related("recovered_by")[:5],
    }
    return render(request, "accounts/staff_edit.html", context)


@require_POST
@requires(Act.EDIT_SETTINGS)
@freshly_confirmed
def staff_invite(request: DeskRequest, public_id: UUID) -> HttpResponse:
    member = get_object_or_404(User, public_id=public_id)
    try:
        services.invite(member=member, by=request.user)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("The invitation is on its way to %(address)s.") % {"address": member.email}
        )
    return redirect("accounts:staff-edit", public_id)


@require_POST
@requires(Act.EDIT_SETTINGS)
def staff_invitation_withdraw(request: DeskRequest, public_id: UUID) -> HttpResponse:
    services.withdraw_invitation(member=get_object_or_404(User, public_id=public_id))
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("accounts:staff-edit", public_id)


@require_POST
@requires(Act.EDIT_SETTINGS)
def staff_sessions_end(request: DeskRequest, public_id: UUID) -> HttpResponse:
    member = get_object_or_404(User, public_id=public_id)
    services.end_all_sessions(member=member, by=request.user)
    messages.success(request, _("%(name)s is signed out everywhere.") % {"name": member.full_name})
    return redirect("accounts:staff-edit", public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
@freshly_confirmed
def staff_recover(request: DeskRequest, public_id: UUID) -> HttpResponse:
    member = get_object_or_404(User, public_id=public_id)
    form = RecoveryForm(request.POST or None)
    if form.is_valid():
        try:
            services.recover(member=member, by=request.user, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It is done and written down. The person has been told by e-mail."))
            return redirect("accounts:staff-edit", public_id)
    return render(request, "accounts/staff_recover.html", {"form": form, "member": member})


@require_safe
@requires(Act.SEE_SETTINGS)
def staff_history(request: DeskRequest, public_id: UUID) -> HttpResponse:
    member = get_object_or_404(User, public_id=public_id)
    context = {"member": member, "history": history_of(request, member)}
    return render(request, "accounts/staff_history.html", context)
