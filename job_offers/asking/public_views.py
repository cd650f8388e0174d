"""What a reader may do on an offer's page: ask the desk to call, and say that something is wrong with it."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from job_offers import texts
from job_offers.asking import services
from job_offers.asking.forms import ProblemForm, QuestionForm
from job_offers.models import Offer
from pup_portal.throttling import rate_limited
from registration.enquiries import stamps
from registration.enquiries.public_views import TRAP

# As many as may leave their phone at all: a whole hotel may stand behind one address.
ASKED_AT_ONCE = 60
REPORTED_AT_ONCE = 20


@login_not_required
@require_safe
@never_cache
def question_new(request: HttpRequest, public_id: UUID) -> HttpResponse:
    offer = _offer(public_id)
    if not offer.is_live:
        return redirect("board:offer-detail", public_id)  # which says that it is gone, and shows others
    return _question_page(request, offer, QuestionForm(), stamps.new())


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@rate_limited("ask", limit=ASKED_AT_ONCE, seconds=600)
def question_send(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take the form; whoever comes to this address otherwise is shown the empty one."""
    offer = _offer(public_id)
    if request.method != "POST" or not offer.is_live:
        return redirect("board:question-new", public_id)
    form, stamp = QuestionForm(request.POST), request.POST.get("stamp", "")
    if not form.is_valid():
        return _question_page(request, offer, form, stamp)
    try:
        enquiry = services.ask_about_offer(
            offer=offer,
            values=form.values(),
            key=stamps.key_of(stamp),
            looks_like_spam=bool(request.POST.get(TRAP)),
        )
    except stamps.BadStamp as again:
        form.add_error(None, str(again))
        return _question_page(request, offer, form, stamp if again.is_usable else stamps.new())
    except services.InboxFull:
        return render(request, "registration/enquiries/interest_full.html", status=503)
    return redirect("interest:interest-sent", enquiry.public_id)


@login_not_required
@require_safe
@never_cache
def problem_new(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _problem_page(request, _offer(public_id), ProblemForm(), stamps.new())


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@rate_limited("problem", limit=REPORTED_AT_ONCE, seconds=600)
def problem_send(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take the form, also about an offer that has just gone: others may stand at that employer's door."""
    offer = _offer(public_id)
    if request.method != "POST":
        return redirect("board:problem-new", public_id)
    form, stamp = ProblemForm(request.POST), request.POST.get("stamp", "")
    if not form.is_valid():
        return _problem_page(request, offer, form, stamp)
    try:
        key = stamps.key_of(stamp)
    except stamps.BadStamp as again:
        form.add_error(None, str(again))
        return _problem_page(request, offer, form, stamp if again.is_usable else stamps.new())
    if not request.POST.get(TRAP):  # a program is thanked like everybody, and leaves nothing
        services.report_problem(offer=offer, values=form.values(), key=key)
    return redirect("board:problem-sent", public_id)


@login_not_required
@require_safe
@never_cache
def problem_sent(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return render(request, "job_offers/asking/problem_sent.html", {"offer": _offer(public_id)})


def _offer(public_id: UUID) -> Offer:
    """An offer that readers may know of, on the board or gone from it."""
    offer = Offer.objects.filter(public_id=public_id).select_related("employer").first()
    if offer is None or not offer.was_public:
        raise Http404
    return offer


def _question_page(request: HttpRequest, offer: Offer, form: QuestionForm, stamp: str) -> HttpResponse:
    return _form_page(request, "job_offers/asking/question_new.html", offer, form, stamp)


def _problem_page(request: HttpRequest, offer: Offer, form: ProblemForm, stamp: str) -> HttpResponse:
    return _form_page(request, "job_offers/asking/problem_new.html", offer, form, stamp)


def _form_page(
    request: HttpRequest, template: str, offer: Offer, form: QuestionForm | ProblemForm, stamp: str
) -> HttpResponse:
    text = texts.for_reader(offer, get_language() or "uk", texts.status_of(offer))
    context = {"offer": offer, "text": text, "form": form, "stamp": stamp, "trap": TRAP}
    return render(request, template, context, status=422 if form.is_bound else 200)
