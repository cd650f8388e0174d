"""What readers of the board looked for in vain."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from job_offers.forms.misses import PeriodForm
from job_offers.misses import DAYS, sought_in_vain
from pup_portal.http import DeskRequest, page_of


@require_safe
@requires(Act.SEE_OFFERS)
def miss_list(request: DeskRequest) -> HttpResponse:
    form = PeriodForm(request.GET or None, initial={"days": DAYS[1]})
    days = (form.is_valid() and form.cleaned_data["days"]) or DAYS[1]
    context = {"form": form, "page": page_of(request, sought_in_vain(timezone.localdate(), days))}
    return render(request, "job_offers/miss_list.html", context)
