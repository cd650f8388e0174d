"""The administrator's page of what people are asked to agree to."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest
from reference.views.pages import FormPage, form_page, may_edit
from registration.consents import services
from registration.consents.forms import TextForm, WordingForm
from registration.models import ConsentText


@require_safe
@requires(Act.SEE_SETTINGS)
def text_list(request: DeskRequest) -> HttpResponse:
    """Every text that holds, has held or will hold: a handful for each purpose."""
    held = set(ConsentText.objects.on(timezone.localdate()).values_list("pk", flat=True))
    context = {"texts": ConsentText.objects.for_list(), "held": held, "may_edit": may_edit(request)}
    return render(request, "registration/consents/text_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def text_create(request: DeskRequest) -> HttpResponse:
    page = FormPage(
        _("New text of a consent"),
        reverse("consents:text-list"),
        _("The text is saved."),
        intro=_("Consents already given stay tied to the text that was read then."),
    )
    form = TextForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    return form_page(request, form, page, save=lambda values: services.add_text(by=request.user, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def text_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    text = get_object_or_404(ConsentText, public_id=public_id)
    page = FormPage(
        _("Text of a consent: %(purpose)s") % {"purpose": text.get_purpose_display()},
        reverse("consents:text-list"),
        _("The text is saved."),
        intro=_("Only a text that nobody has agreed to can be changed."),
    )
    form = WordingForm(request.POST or None, initial={"text_pl": text.text_pl, "text_uk": text.text_uk})
    return form_page(
        request, form, page, save=lambda values: services.change_text(text=text, by=request.user, **values)
    )
