"""The page of failed work, and trying it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from desk.failed import find_work, stuck_page
from pup_portal import background
from pup_portal.http import DeskRequest


@require_safe
@requires(Act.SEE_FAILED_WORK)
def failed_list(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/failed_list.html", {"page": stuck_page(request)})


@require_POST
@requires(Act.SEE_FAILED_WORK)
def failed_retry(request: DeskRequest) -> HttpResponse:
    work = find_work(request.POST.get("work", ""))
    if background.retry(work):
        messages.success(request, _("It will be tried again now."))
    else:
        messages.info(request, _("Somebody has already tried this again."))
    return redirect("desk:failed")
