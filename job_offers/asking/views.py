"""The brokers' list of what readers say about offers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from job_offers.asking import reported, services
from job_offers.asking.forms import LookedAtForm
from job_offers.asking.vocabulary import Outcome
from job_offers.models import Offer
from pup_portal.http import DeskRequest, page_of


@require_safe
@requires(Act.EDIT_OFFERS)
def problem_list(request: DeskRequest) -> HttpResponse:
    page = page_of(request, reported.offers_complained_of(request.user))
    context = {"page": page, "listed": reported.with_reports(list(page)), "outcomes": Outcome.choices}
    return render(request, "job_offers/asking/problem_list.html", context)


@require_POST
@requires(Act.EDIT_OFFERS)
def problem_look(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = get_object_or_404(Offer.objects.visible_to(request.user), public_id=public_id)
    form = LookedAtForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what came of it."))
        return redirect("job_offers:problem-list")
    closed = services.look_at_reports(offer=offer, by=request.user, **form.cleaned_data)
    told = ngettext("%(number)s report is looked at.", "%(number)s reports are looked at.", closed)
    messages.success(request, told % {"number": closed})
    return redirect("job_offers:problem-list")
