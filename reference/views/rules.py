"""Dated rules of law: a timeline for each, and the pages that write it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from reference import services
from reference.forms.lookups import CorrectPeriodForm, NewPeriodForm, RuleForm
from reference.models import LegalRule, LegalRuleKey
from reference.views.pages import FormPage, change_page, form_page, may_edit


@require_safe
@requires(Act.SEE_SETTINGS)
def rule_list(request: DeskRequest) -> HttpResponse:
    page = page_of(request, LegalRuleKey.objects.with_value_on(timezone.localdate()))
    return render(request, "reference/rule_list.html", {"page": page, "may_edit": may_edit(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def rule_create(request: DeskRequest) -> HttpResponse:
    page = FormPage(_("New rule"), reverse("reference:rule-list"), _("The rule is saved. Give it a value."))
    form = RuleForm(request.POST or None)
    return form_page(request, form, page, save=lambda values: services.add_rule(**values))


@require_safe
@requires(Act.SEE_SETTINGS)
def rule_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    key = get_object_or_404(LegalRuleKey, public_id=public_id)
    context = {
        "rule": key,
        "page": page_of(request, key.periods.for_timeline()),
        "today": timezone.localdate(),
        "may_edit": may_edit(request),
    }
    return render(request, "reference/rule_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def period_create(request: DeskRequest, public_id: UUID) -> HttpResponse:
    key = get_object_or_404(LegalRuleKey, public_id=public_id)
    form = NewPeriodForm(request.POST or None, earlier=key.periods.filter(valid_to=None).first())
    page = FormPage(
        _("New value: %(rule)s") % {"rule": key.name},
        reverse("reference:rule-detail", args=[public_id]),
        _("The value is saved."),
        intro=_("A value that holds now is ended only when you say so below."),
    )
    return form_page(request, form, page, save=lambda values: services.add_period(key=key, **values))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def period_correct(request: DeskRequest, public_id: UUID) -> HttpResponse:
    period = get_object_or_404(LegalRule.objects.select_related("key"), public_id=public_id)

    def save(values: dict[str, Any]) -> None:
        services.correct_period(period=period, **values)

    page = FormPage(
        _("Correct a value: %(rule)s") % {"rule": period.key.name},
        reverse("reference:rule-detail", args=[period.key.public_id]),
        _("The value is corrected."),
        intro=_("For mistakes only. When the law changes, add a new value instead."),
        history=reverse("reference:record-history", args=["period", public_id]),
    )
    return change_page(request, CorrectPeriodForm(request.POST or None, instance=period), page, save=save)
