"""An employer leaves an offer: a page for any phone, without an account."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from job_offers.models import EmployerEnquiry
from job_offers.self_service import services
from job_offers.self_service.forms import NewOfferForm
from pup_portal.throttling import rate_limited
from registration.enquiries import stamps

SENT_AT_ONCE = 20
TRAP = "website"  # a field people do not see; programs fill in everything


@login_not_required
@require_safe
@never_cache
def offer_new(request: HttpRequest) -> HttpResponse:
    return _page(request, NewOfferForm(), stamps.new())


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@rate_limited("employer-offer", limit=SENT_AT_ONCE, seconds=600)
def offer_send(request: HttpRequest) -> HttpResponse:
    """Take the form; whoever comes to this address otherwise is shown the empty one."""
    if request.method != "POST":
        return redirect("for_employers:offer-new")
    form, stamp = NewOfferForm(request.POST), request.POST.get("stamp", "")
    if not form.is_valid():
        return _page(request, form, stamp)
    try:
        enquiry = services.receive_enquiry(
            values=form.values(), key=stamps.key_of(stamp), looks_like_spam=bool(request.POST.get(TRAP))
        )
    except stamps.BadStamp as again:
        form.add_error(None, str(again))
        return _page(request, form, stamp if again.is_usable else stamps.new())
    except services.InboxFull:
        return render(request, "registration/enquiries/interest_full.html", status=503)
    return redirect("for_employers:offer-sent", enquiry.public_id)


@login_not_required
@require_safe
@never_cache
def offer_sent(request: HttpRequest, enquiry_id: UUID) -> HttpResponse:
    """The number to quote, and nothing of what was typed: others may see this screen, or this address."""
    enquiry = get_object_or_404(EmployerEnquiry.objects.filter(erased_at=None), public_id=enquiry_id)
    return render(request, "job_offers/self_service/offer_sent.html", {"number": enquiry.number_text})


def _page(request: HttpRequest, form: NewOfferForm, stamp: str) -> HttpResponse:
    context = {"form": form, "stamp": stamp, "trap": TRAP}
    status = 422 if form.is_bound else 200
    return render(request, "job_offers/self_service/offer_new.html", context, status=status)
