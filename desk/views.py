from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest


@require_safe
@requires(Act.USE_DESK)
def today(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/today.html")
