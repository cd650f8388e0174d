"""Pages of one person: contacts, who looks after them, and mending the statuses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, seen_version, sent_key, telling
from registration.closing import closed_because
from registration.consents.gates import has_consent
from registration.consents.vocabulary import ConsentPurpose
from registration.models import Client, Contact, StateChange
from registration.opening import opened, sent_back
from registration.rhythm import services
from registration.rhythm.forms import CareForm, ContactForm, MistakeForm, StepForm
from registration.rhythm.reminding import remind
from registration.rhythm.steps import standing
from registration.rhythm.worklists import rhythm_of
from registration.services import ChangedMeanwhile

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Page:
    """A page with one form about one person, and where it leads."""

    title: str | Promise
    button: str | Promise
    done: str | Promise
    back: str
    intro: str | Promise = ""


@require_safe
@requires(Act.SEE_PAPERS)
def contacts(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    context = {
        "client": client,
        "page": page_of(request, Contact.objects.filter(client=client).for_list()),
        "rhythm": rhythm_of(client),
        "may_remind": bool(client.email)
        and has_consent(client, ConsentPurpose.MESSAGES, timezone.localdate()),
        "may_edit": request.user.may(Act.EDIT_CLIENTS) and not closed_because(client),
    }
    return render(request, "registration/rhythm/contacts.html", context)


@GET_POST
@requires(Act.EDIT_CLIENTS)
def contact_add(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    form = ContactForm(request.POST or None, initial=ContactForm.usual(client))
    page = Page(
        title=_("Record a contact"),
        button=_("Save the contact"),
        done=_("The contact is recorded."),
        back=_came_from(request, client),
    )
    return _form_page(
        request,
        client,
        form,
        page,
        save=lambda values: services.record_contact(
            client=client, values=values, by=request.user, public_id=sent_key(request)
        ),
    )


@GET_POST
@requires(Act.EDIT_CLIENTS)
def contact_void(request: DeskRequest, client_id: UUID, contact_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    contact = get_object_or_404(Contact, client=client, public_id=contact_id)
    page = Page(
        title=_("A contact entered by mistake"),
        button=_("Mark as a mistake"),
        done=_("The entry is marked as a mistake."),
        back=reverse("registration:contacts", args=[client.public_id]),
        intro=_("The entry stays in the list, crossed out, and no longer puts off the next contact."),
    )
    return _form_page(
        request,
        client,
        MistakeForm(request.POST or None),
        page,
        save=lambda values: services.void_contact(contact=contact, reason=values["why"], by=request.user),
    )


@require_POST
@requires(Act.EDIT_CLIENTS)
def contact_remind(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """Promise the person an e-mail that names the day of the next contact; only who agreed to it gets one."""
    client = opened(request, client_id)
    with telling(request, _("The reminder will be sent.")):
        remind(client)
    return redirect("registration:contacts", client.public_id)


@GET_POST
@requires(Act.EDIT_CLIENTS)
def care_edit(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    care = getattr(client, "care", None)
    names = ("looked_after_by", "plan_starts_on", "plan_ends_on")
    form = CareForm(request.POST or None, initial={name: getattr(care, name, None) for name in names})
    page = Page(
        title=_("Whose client, and the action plan"),
        button=_("Save"),
        done=_("The changes are saved."),
        back=reverse("registration:contacts", args=[client.public_id]),
        intro=_("Under an individual action plan contacts are due more often, by the rule of the day."),
    )
    return _form_page(
        request,
        client,
        form,
        page,
        save=lambda values: services.set_care(client=client, by=request.user, **values),
    )


@GET_POST
@requires(Act.EDIT_CLIENTS)
def step_correct(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    last = standing(client)[-1]
    initial = {name: getattr(last, name) for name in ("effective_on", "reason_term", "reason")}
    form = StepForm(request.POST or None, client=client, initial=initial | {"step": last})
    page = Page(
        title=_("Correct the day or the reason of a status"),
        button=_("Correct"),
        done=_("The status is corrected."),
        back=client.get_absolute_url(),
        intro=_("For mistakes only. What stood there before stays in the history."),
    )
    return _form_page(
        request, client, form, page, save=lambda values: services.correct_step(by=request.user, **values)
    )


@GET_POST
@requires(Act.EDIT_CLIENTS)
def step_take_back(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    last = standing(client)[-1]
    page = Page(
        title=_("Take the last status back"),
        button=_("Take back"),
        done=_("The status is taken back."),
        back=client.get_absolute_url(),
        intro=_(
            "The person gets back the status before “%(state)s”. The step stays in the list, crossed out."
        )
        % {"state": last.get_to_state_display()},
    )
    return _form_page(
        request,
        client,
        MistakeForm(request.POST or None),
        page,
        save=lambda values: _take_back(request, client, last, values["why"]),
    )


def _take_back(request: DeskRequest, client: Client, step: StateChange, why: str) -> None:
    if seen_version(request) != client.version:
        raise ChangedMeanwhile(client.version)
    services.take_back_step(step=step, why=why, by=request.user)


def _came_from(request: DeskRequest, client: Client) -> str:
    """The worklist, for who came from there: ``from=list`` is all that the address may say."""
    if request.GET.get("from") == "list":
        return reverse("registration:contact-list")
    return reverse("registration:contacts", args=[client.public_id])


def _form_page(
    request: DeskRequest,
    client: Client,
    form: forms.Form,
    page: Page,
    *,
    save: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    if form.is_valid():
        try:
            save(form.cleaned_data)
        except DomainError as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, str(page.done))
            return redirect(page.back)
    version = seen_version(request) if form.is_bound else client.version
    context = {"client": client, "form": form, "page": page, "key": sent_key(request), "version": version}
    return render(request, "registration/rhythm/form.html", context)
