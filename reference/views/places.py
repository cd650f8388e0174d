"""Gminas and the sites where refugees live."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from reference import services
from reference.forms.lookups import AccommodationForm, PlaceForm
from reference.models import Accommodation, Place
from reference.views.pages import FormPage, change_page, form_page, may_edit


@require_safe
@requires(Act.SEE_SETTINGS)
def place_list(request: DeskRequest) -> HttpResponse:
    page = page_of(request, Place.objects.in_order())
    return render(request, "reference/place_list.html", {"page": page, "may_edit": may_edit(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def place_create(request: DeskRequest) -> HttpResponse:
    page = FormPage(_("New place"), reverse("reference:place-list"), _("The place is saved."))
    form = PlaceForm(request.POST or None)
    return form_page(request, form, page, save=lambda values: services.add_record(Place, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def place_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    place = get_object_or_404(Place, public_id=public_id)
    page = FormPage(
        place.name,
        reverse("reference:place-list"),
        _("The place is saved."),
        history=reverse("reference:record-history", args=["place", public_id]),
    )
    form = PlaceForm(request.POST or None, instance=place)
    return change_page(request, form, page, save=lambda values: services.change_record(place, **values))


@require_safe
@requires(Act.SEE_SETTINGS)
def accommodation_list(request: DeskRequest) -> HttpResponse:
    page = page_of(request, Accommodation.objects.for_list().in_order())
    return render(request, "reference/accommodation_list.html", {"page": page, "may_edit": may_edit(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def accommodation_create(request: DeskRequest) -> HttpResponse:
    page = FormPage(
        _("New accommodation"), reverse("reference:accommodation-list"), _("The accommodation is saved.")
    )
    form = AccommodationForm(request.POST or None)
    return form_page(request, form, page, save=lambda values: services.add_record(Accommodation, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def accommodation_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    site = get_object_or_404(Accommodation, public_id=public_id)
    page = FormPage(
        site.name,
        reverse("reference:accommodation-list"),
        _("The accommodation is saved."),
        history=reverse("reference:record-history", args=["accommodation", public_id]),
    )
    form = AccommodationForm(request.POST or None, instance=site)
    return change_page(request, form, page, save=lambda values: services.change_record(site, **values))
