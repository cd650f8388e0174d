"""The administrator's page of the questions that this office asks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest
from registration.intake import services
from registration.intake.asking import hidden_codes, may_be_hidden
from registration.intake.required import sets_on
from registration.intake.sections import CONSENTS, SECTIONS
from registration.intake.vocabulary import Purpose


@require_safe
@requires(Act.SEE_SETTINGS)
def questions_list(request: DeskRequest) -> HttpResponse:
    """Every question, whether it is asked, and which sets of law ask for it today."""
    today = timezone.localdate()
    context = {
        "sections": [section for section in SECTIONS.values() if section.key != CONSENTS],
        "optional": may_be_hidden(today),
        "hidden": hidden_codes(),
        "sets": [(Purpose(purpose).label, found) for purpose, found in sets_on(today).items()],
        "may_edit": request.user.may(Act.EDIT_SETTINGS),
    }
    return render(request, "registration/intake/questions.html", context)


@require_POST
@requires(Act.EDIT_SETTINGS)
def questions_choose(request: DeskRequest) -> HttpResponse:
    """Ask what is ticked; of the questions that may be switched off, nothing else."""
    optional = may_be_hidden(timezone.localdate())
    hidden = optional - set(request.POST.getlist("asked"))
    services.hide_questions(codes=hidden, may_be_hidden=optional, by=request.user)
    messages.success(request, _("Saved."))
    return redirect("intake_settings:questions")
