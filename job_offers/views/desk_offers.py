"""Offers at the desk."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from job_offers import checks, copy_sheet, feed_beside, original, presenting, texts
from job_offers.forms.conflicts import differences, with_version
from job_offers.forms.fields import occupation_label
from job_offers.forms.offers import ConfirmForm, OfferForm, WithdrawForm
from job_offers.lifecycle import CONFIRMABLE
from job_offers.models import TRANSITIONS, Employer, Offer
from job_offers.services import offers as services
from job_offers.services.conflicts import EditConflict
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, sent_key, words_of
from reference.models import Occupation
from translations.models import Status, Translation

SUGGESTIONS = 12
MOST_NAMED = 3


@require_safe
@requires(Act.SEE_OFFERS)
def offer_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    translation = (
        Translation.objects.of(Offer).filter(object_id=offer.pk).select_related("reviewed_by").first()
    )
    status = Status(translation.status) if translation else Status.MISSING
    polish = texts.polish(offer)
    findings = checks.findings(offer, status=status, by=request.user, today=timezone.localdate())
    context = {
        "offer": offer,
        "rows": presenting.fact_rows(offer, polish),
        "polish": polish,
        "ukrainian": texts.ukrainian(offer),
        "original": original.for_desk(offer),
        "translation": translation,
        "status": status,
        "findings": findings,
        "beside": feed_beside.beside(offer),
        "next_states": TRANSITIONS[Offer.State(offer.state)],
        "confirmable": CONFIRMABLE,
        "may_edit": request.user.may(Act.EDIT_OFFERS),
        "may_publish": request.user.may(Act.PUBLISH_OFFERS),
        "withdraw_form": WithdrawForm(),
        "confirm_form": ConfirmForm(initial={"valid_until": offer.valid_until}),
    }
    return render(request, "job_offers/offer_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def offer_create(request: DeskRequest) -> HttpResponse:
    employer = _asked_employer(request)
    form = OfferForm(request.POST or None, employer=employer, initial=_first_guesses(employer))
    if request.method == "POST" and form.is_valid():
        offer = services.create_offer(
            facts=form.facts, by=request.user, employer=employer, public_id=sent_key(request)
        )
        messages.success(request, _("The offer is saved as a draft."))
        return redirect(offer)
    context = {"form": form, "employer": employer, "key": sent_key(request)}
    return render(request, "job_offers/offer_create.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def offer_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    form = _edit_form(request.POST or None, offer)
    conflict: list[Any] = []
    if request.method == "POST" and form.is_valid():
        is_minor = form.cleaned_data.get("is_minor", False)
        try:
            services.update_offer(
                offer=offer,
                facts=form.facts,
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                is_minor=is_minor,
            )
        except EditConflict as refusal:
            offer = visible(request, public_id)
            form = _edit_form(with_version(request.POST, offer.version), offer)
            form.add_error(None, str(refusal))
            conflict = differences(form, visible(request, public_id))
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The offer is saved."))
            if is_minor:
                _tell_of_translation(request, offer)
            return redirect(offer)
    context = {"form": form, "offer": offer, "conflict": conflict, "beside": feed_beside.beside(offer)}
    return render(request, "job_offers/offer_edit.html", context)


@require_safe
@requires(Act.SEE_OFFERS)
def offer_copy(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """The offer in the order of the national form, each field ready to be copied."""
    offer = visible(request, public_id)
    is_approved = texts.status_of(offer) == Status.REVIEWED
    sections = copy_sheet.sections(offer, is_approved=is_approved)
    context = {"offer": offer, "sections": sections, "is_approved": is_approved}
    return render(request, "job_offers/offer_copy.html", context)


@require_safe
@requires(Act.EDIT_OFFERS)
def occupation_options(request: DeskRequest) -> HttpResponse:
    """Suggestions for the occupation field, as ``<option>`` elements."""
    text = words_of(request, "occupation")
    found = Occupation.objects.active().found_by(text) if text else Occupation.objects.none()
    labels = [occupation_label(occupation) for occupation in found.in_order()[:SUGGESTIONS]]
    return render(request, "job_offers/_occupation_options.html", {"labels": labels})


def visible(request: DeskRequest, public_id: UUID) -> Offer:
    """The offer, or 404 for whoever may not see it."""
    return get_object_or_404(Offer.objects.visible_to(request.user).for_detail(), public_id=public_id)


def _edit_form(data: Any, offer: Offer) -> OfferForm:
    return OfferForm(
        data,
        instance=offer,
        employer=offer.employer,
        may_be_minor=texts.status_of(offer) == Status.REVIEWED,
    )


def _tell_of_translation(request: DeskRequest, offer: Offer) -> None:
    """What became of an approved translation whose Polish was said to be only corrected."""
    if texts.status_of(offer) == Status.REVIEWED:
        messages.success(request, _("The translation stays valid."))
        return
    sentences = Translation.objects.open_sentences(offer)
    if sentences:
        named = " ".join(f"„{sentence}”" for sentence in sentences[:MOST_NAMED])
        text = _("This is more than a small correction; to be translated again: %(sentences)s")
        messages.warning(request, text % {"sentences": named})
    else:
        messages.warning(
            request,
            _(
                "A sentence is gone, which is more than a small correction; the translation must be approved again."
            ),
        )


def _asked_employer(request: DeskRequest) -> Employer | None:
    """The employer of ``?employer=``; an address that names no employer is a wrong address."""
    asked = request.GET.get("employer")
    if not asked:
        return None
    try:
        key = UUID(asked)
    except ValueError:
        key = uuid4()  # nobody's
    return get_object_or_404(Employer.objects.visible_to(request.user), public_id=key)


def _first_guesses(employer: Employer | None) -> dict[str, Any]:
    """What an offer of this employer probably says; the person at the form corrects it."""
    if employer is None:
        return {}
    return {
        "place": employer.place_id,
        "street_address": employer.street_address,
        "contact_phone": employer.phone,
        "contact_email": employer.email,
        "ukraine_welcome": bool(employer.willing_to_employ_ukrainians),
        "translation_consent": employer.may_be_translated,
    }
