"""The administrator's page of what stands on the signs."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from job_offers.models import SignText
from job_offers.signs import services
from job_offers.signs.forms import NewWordingForm, WordingForm
from pup_portal.http import DeskRequest
from reference.views.pages import FormPage, form_page, may_edit

WORDS = ("heading_pl", "heading_uk", "text_pl", "text_uk")


@require_safe
@requires(Act.SEE_SETTINGS)
def text_list(request: DeskRequest) -> HttpResponse:
    """Every version that holds, has held or will hold: a handful."""
    now = SignText.objects.on(timezone.localdate())
    context = {"texts": SignText.objects.for_list(), "now": now, "may_edit": may_edit(request)}
    return render(request, "job_offers/signs/text_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def text_create(request: DeskRequest) -> HttpResponse:
    page = FormPage(
        _("New version of the sign"),
        reverse("sign_texts:text-list"),
        _("The wording is saved."),
        intro=_("Signs that hang already keep the words they were printed with."),
    )
    last = SignText.objects.order_by("-number").first()
    words = {name: getattr(last, name, "") for name in WORDS}
    form = NewWordingForm(request.POST or None, initial=words | {"valid_from": timezone.localdate()})
    return form_page(request, form, page, save=lambda values: services.add_text(by=request.user, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def text_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    text = get_object_or_404(SignText, public_id=public_id)
    page = FormPage(
        _("Wording of the sign, version %(number)s") % {"number": text.number},
        reverse("sign_texts:text-list"),
        _("The wording is saved."),
        intro=_("Only words that no sign bears can be changed."),
    )
    form = WordingForm(request.POST or None, initial={name: getattr(text, name) for name in WORDS})
    return form_page(
        request, form, page, save=lambda values: services.change_text(text=text, by=request.user, **values)
    )
