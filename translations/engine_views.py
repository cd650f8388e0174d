"""The administrator's pages of engines: how each stands, what it may spend, and a sentence to try it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.history import history_of
from pup_portal.http import DeskRequest
from translations import engine_overview, engine_services
from translations.engine_forms import AgreementForm, EngineSettingForm, TrialForm
from translations.engine_overview import Standing
from translations.models import EngineCode, EngineTrial


@require_safe
@requires(Act.SEE_SETTINGS)
def engine_list(request: DeskRequest) -> HttpResponse:
    standings = engine_overview.standings()
    return render(
        request,
        "translations/engine_list.html",
        {"standings": standings, "is_any_usable": any(standing.is_usable for standing in standings)},
    )


@require_safe
@requires(Act.SEE_SETTINGS)
def engine_detail(request: DeskRequest, code: str) -> HttpResponse:
    return _show(request, _standing(code))


@require_POST
@requires(Act.EDIT_SETTINGS)
def engine_edit(request: DeskRequest, code: str) -> HttpResponse:
    standing = _standing(code)
    form = EngineSettingForm(request.POST)
    if not form.is_valid():
        return _show(request, standing, form=form)
    decision = engine_services.Decision(**form.cleaned_data)
    engine_services.decide_engine(code=standing.engine.code, decision=decision)
    messages.success(request, _("The engine is set."))
    return redirect(standing.setting)


@require_POST
@requires(Act.EDIT_SETTINGS)
def engine_agree(request: DeskRequest, code: str) -> HttpResponse:
    standing = _standing(code)
    form = AgreementForm(request.POST)
    if not form.is_valid():
        return _show(request, standing, agreement_form=form)
    try:
        engine_services.record_agreement(
            code=standing.engine.code, words=form.cleaned_data["words"], by=request.user
        )
    except DomainError as refusal:
        form.add_error("words", str(refusal))
        return _show(request, standing, agreement_form=form)
    messages.success(request, _("The agreement is recorded."))
    return redirect(standing.setting)


@require_POST
@requires(Act.EDIT_SETTINGS)
def engine_withdraw(request: DeskRequest, code: str) -> HttpResponse:
    standing = _standing(code)
    engine_services.withdraw_agreement(code=standing.engine.code)
    messages.success(request, _("The agreement is withdrawn; the engine gets no personal data any more."))
    return redirect(standing.setting)


@require_POST
@requires(Act.EDIT_SETTINGS)
def engine_try(request: DeskRequest, code: str) -> HttpResponse:
    standing = _standing(code)
    form = TrialForm(request.POST)
    if not form.is_valid():
        return _show(request, standing, trial_form=form)
    engine_services.try_engine(
        code=standing.engine.code, sentence=form.cleaned_data["sentence"], by=request.user
    )
    messages.success(request, _("The engine is being asked. Open this page again in a moment."))
    return redirect(standing.setting)


def _standing(code: str) -> Standing:
    standing = engine_overview.standing_of(code)
    if standing is None:
        raise Http404
    return standing


def _show(request: DeskRequest, standing: Standing, **forms: Any) -> HttpResponse:
    """The page of one engine; with a refused form among ``forms``, what was typed."""
    code = EngineCode(standing.engine.code)
    context = {
        "standing": standing,
        "setting": standing.setting,
        "health": standing.health,
        "months": engine_overview.months_of(code),
        "trial": EngineTrial.objects.filter(engine=code).select_related("request").first(),
        "history": history_of(request, standing.setting) if standing.setting.pk else None,
        "may_edit": request.user.may(Act.EDIT_SETTINGS),
        "form": EngineSettingForm(instance=standing.setting),
        "agreement_form": AgreementForm(),
        "trial_form": TrialForm(),
    }
    return render(request, "translations/engine_detail.html", context | forms, status=422 if forms else 200)
