"""The page behind an employer's link: one offer, one question."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from job_offers import facts
from job_offers.confirming import links, services
from job_offers.confirming.forms import AnswerForm
from job_offers.models import EmployerLink
from pup_portal.throttling import rate_limited


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@rate_limited("employer-link", limit=60, seconds=600)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Opening changes nothing: mail programs open every link of a letter by themselves."""
    link = links.find(token)
    if link is None:
        return render(request, "job_offers/confirming/link_over.html", status=404)
    if link.answered_at is not None:
        return render(request, "job_offers/confirming/answered.html", {"link": link})
    if not link.is_open:
        return render(request, "job_offers/confirming/link_over.html", status=410)
    form = AnswerForm(request.POST or None, offer=link.offer)
    if not form.is_valid():
        return _question(request, link, form)
    with suppress(
        services.AnsweredAlready, services.LinkOver
    ):  # somebody was faster: the page tells what is recorded
        services.take_answer(token=token, **form.cleaned_data)
    return redirect("for_employers:confirm", token)


def _question(request: HttpRequest, link: EmployerLink, form: AnswerForm) -> HttpResponse:
    context = {
        "offer": link.offer,
        "form": form,
        "pay": facts.pay(link.offer),
        "place": facts.place(link.offer),
    }
    status = 422 if form.is_bound else 200
    return render(request, "job_offers/confirming/question.html", context, status=status)
