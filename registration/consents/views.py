"""Pages of one person's consents."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, sent_key
from registration.closing import closed_because
from registration.consents import services
from registration.consents.forms import ConsentForm, WithdrawalForm
from registration.consents.gates import consents_of
from registration.models import Consent, ConsentText
from registration.opening import opened, sent_back


@require_safe
@requires(Act.SEE_PAPERS)
def consents(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    may_edit = request.user.may(Act.EDIT_PAPERS) and client.is_active
    context = {
        "client": client,
        "standings": consents_of(client),
        "past": Consent.objects.filter(client=client).for_list(),
        "may_withdraw": may_edit,
        "may_edit": may_edit and not closed_because(client),
    }
    return render(request, "registration/consents/consents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_PAPERS)
def consent_give(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    form = ConsentForm(request.POST or None, client=client)
    if form.is_valid():
        try:
            services.give_consent(
                client=client, values=form.cleaned_data, by=request.user, public_id=sent_key(request)
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The consent is recorded."))
            return redirect("registration:consents", client.public_id)
    texts = ConsentText.objects.on(timezone.localdate())
    context = {"client": client, "form": form, "texts": texts, "key": sent_key(request)}
    return render(request, "registration/consents/consent_give.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_PAPERS)
def consent_withdraw(request: DeskRequest, client_id: UUID, consent_id: UUID) -> HttpResponse:
    """At any time, also while the use of the data is restricted (GDPR art. 7(3))."""
    client = opened(request, client_id)
    rows = Consent.objects.filter(client=client).for_list()
    consent = get_object_or_404(rows, public_id=consent_id)
    form = WithdrawalForm(request.POST or None)
    if form.is_valid():
        try:
            services.withdraw_consent(consent=consent, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The consent is withdrawn."))
            return redirect("registration:consents", client.public_id)
    context = {"client": client, "consent": consent, "form": form}
    return render(request, "registration/consents/consent_withdraw.html", context)
