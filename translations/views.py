"""The translators' desk: the work list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from translations import work_list
from translations.forms import WorkListForm
from translations.models import Translation


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def translation_list(request: DeskRequest) -> HttpResponse:
    translations = Translation.objects.visible_to(request.user)
    tab = work_list.asked_tab(request.GET.get("status", ""))
    form = WorkListForm(request.GET)
    author = form.cleaned_data.get("by") if form.is_valid() else None
    rows = work_list.rows(translations, tab, user=request.user)
    if author:
        rows = rows.filter(drafted_by=author)
    context = {
        "page": page_of(request, rows.for_list()),
        "tab": tab,
        "tabs": work_list.counted(translations, user=request.user),
        "form": form,
        "author": author,
    }
    return render(request, "translations/translation_list.html", context)
