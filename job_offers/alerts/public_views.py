"""Letters about new offers, without an account: asking for them, agreeing to them, ending them."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from job_offers.alerts import links, searches, services
from job_offers.alerts.forms import AlertForm
from job_offers.forms.board import BoardForm
from job_offers.models import Alert
from pup_portal.throttling import rate_limited
from registration.enquiries import stamps
from registration.enquiries.public_views import TRAP

ASKED_AT_ONCE = 20
_FORM = "job_offers/alerts/alert_new.html"


@login_not_required
@require_safe
@never_cache
def alert_new(request: HttpRequest) -> HttpResponse:
    search = _search(request.GET.urlencode())
    return _page(request, AlertForm(search=search), search, stamps.new())


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@rate_limited("alert", limit=ASKED_AT_ONCE, seconds=600)
def alert_send(request: HttpRequest) -> HttpResponse:
    """Take the form; whoever comes to this address otherwise is shown the empty one."""
    if request.method != "POST":
        return redirect("board:alert-new")
    search, stamp = _search(request.POST.get("query", "")), request.POST.get("stamp", "")
    form = AlertForm(request.POST, search=search)
    if not form.is_valid():
        return _page(request, form, search, stamp)
    try:
        stamps.key_of(stamp)
    except stamps.BadStamp as again:
        form.add_error(None, str(again))
        return _page(request, form, search, stamp if again.is_usable else stamps.new())
    if not request.POST.get(TRAP):
        services.ask_for_alert(
            email=form.cleaned_data["email"], query=form.query, language=get_language() or "uk"
        )
    return redirect("board:alert-sent")


@login_not_required
@require_safe
@never_cache
def alert_sent(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it does not tell whether the address was known."""
    return render(request, "job_offers/alerts/alert_sent.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def alert_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button, because programs that look for viruses open every link in a letter."""
    public_id = links.confirmed_by(token)
    if public_id is not None and request.method == "POST":
        services.confirm_alert(public_id=public_id)
    alert = Alert.objects.filter(public_id=public_id).first() if public_id is not None else None
    if alert is None:
        return render(request, "job_offers/alerts/alert_old.html", status=410)
    if alert.confirmed_at is None:
        return render(request, "job_offers/alerts/alert_confirm.html", {"token": token})
    return render(request, "job_offers/alerts/alert_confirmed.html", {"stop": links.to_stop(alert)})


@csrf_exempt  # the mail program posts here by itself (RFC 8058); the signed address is what allows it
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def alert_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ended by one click: of the mail program, or of the button on this page. Ending it again does no harm."""
    public_id = links.stopped_by(token)
    if public_id is None:
        raise Http404
    if request.method == "POST":
        services.stop_alert(public_id=public_id)
        return render(request, "job_offers/alerts/alert_stopped.html")
    return render(request, "job_offers/alerts/alert_stop.html", {"token": token})


def _search(query: str) -> BoardForm:
    return searches.form_of(query[:4000])


def _page(request: HttpRequest, form: AlertForm, search: BoardForm, stamp: str) -> HttpResponse:
    context = {
        "form": form,
        "asked": search.asked(),
        "search": search.in_words(),
        "stamp": stamp,
        "trap": TRAP,
    }
    return render(request, _FORM, context, status=422 if form.is_bound else 200)
