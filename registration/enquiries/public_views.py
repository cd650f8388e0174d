"""The public pre-intake: a page for any phone, without an account, reached by a QR code on a wall."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pup_portal.throttling import rate_limited
from reference.models import Accommodation
from registration.enquiries import services, stamps
from registration.enquiries.forms import InterestForm
from registration.models import Enquiry

# A whole hotel may stand behind one address, at a meeting all at once.
SENT_AT_ONCE = 60
TRAP = "website"  # a field people do not see; programs fill in everything


@login_not_required
@require_safe
@never_cache
def interest_new(request: HttpRequest) -> HttpResponse:
    site = _site(request.GET.get("site", ""))
    return _page(request, InterestForm(site=site), stamps.new())


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@rate_limited("interest", limit=SENT_AT_ONCE, seconds=600)
def interest_send(request: HttpRequest) -> HttpResponse:
    """Take the form; whoever comes to this address otherwise is shown the empty one."""
    if request.method != "POST":
        return redirect("interest:interest-new")
    site, stamp = _site(request.POST.get("site", "")), request.POST.get("stamp", "")
    form = InterestForm(request.POST, site=site)
    if not form.is_valid():
        return _page(request, form, stamp)
    try:
        enquiry = services.receive_enquiry(
            values=form.values(),
            key=stamps.key_of(stamp),
            looks_like_spam=bool(request.POST.get(TRAP)),
        )
    except stamps.BadStamp as again:
        form.add_error(None, str(again))
        return _page(request, form, stamp if again.is_usable else stamps.new())
    except services.InboxFull:
        return render(request, "registration/enquiries/interest_full.html", status=503)
    return redirect("interest:interest-sent", enquiry.public_id)


@login_not_required
@require_safe
@never_cache
def interest_sent(request: HttpRequest, enquiry_id: UUID) -> HttpResponse:
    """The number to quote, and nothing of what was typed: others may see this screen, or this address."""
    enquiry = get_object_or_404(Enquiry.objects.filter(erased_at=None), public_id=enquiry_id)
    return render(request, "registration/enquiries/interest_sent.html", {"number": enquiry.number_text})


def _page(request: HttpRequest, form: InterestForm, stamp: str) -> HttpResponse:
    context = {"form": form, "stamp": stamp, "trap": TRAP}
    return render(
        request,
        "registration/enquiries/interest_new.html",
        context,
        status=422 if form.is_bound else 200,
    )


def _site(key: str) -> Accommodation | None:
    """The accommodation whose poster was scanned; an unknown key is no error, the code may be an old one."""
    try:
        return Accommodation.objects.active().select_related("place").filter(public_id=UUID(key)).first()
    except ValueError:
        return None
