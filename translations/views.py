"""The translators' desk: the work list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from translations.models import Status, Translation

IN_QUESTION = "in-question"


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def translation_list(request: DeskRequest) -> HttpResponse:
    translations = Translation.objects.visible_to(request.user)
    counts = translations.counted_by_status()
    asked = request.GET.get("status", "")
    is_in_question = asked == IN_QUESTION
    status = Status(asked) if asked in Status else Status.DRAFT
    rows = translations.in_question() if is_in_question else translations.filter(status=status)
    page = page_of(request, rows.for_list())
    return render(
        request,
        "translations/translation_list.html",
        {
            "page": page,
            "tabs": [(tab, counts[tab]) for tab in Status],
            "status": status,
            "is_in_question": is_in_question,
            "in_question_count": translations.in_question().count(),
        },
    )
