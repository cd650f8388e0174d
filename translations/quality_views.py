"""How the translations do: the weeks, the checks, and what was let through."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from pup_portal.sheets import sheet_response
from translations import quality
from translations.checks import SENTENCES, Finding
from translations.models import Override
from translations.quality import Check, Period


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def quality_detail(request: DeskRequest) -> HttpResponse:
    period = _period(request)
    fired = quality.firings(period)
    weeks, checks = quality.weeks(period, fired), quality.checks(period, fired)
    has_figures = any(week.approvals or (week.share and week.share.published) for week in weeks)
    context = {
        "weeks": weeks,
        "checks": checks,
        "is_empty": not checks and not has_figures,
        "older": period.older,
        "newer": period.newer,
    }
    return render(request, "translations/quality.html", context)


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def quality_export(request: DeskRequest) -> FileResponse:
    """The weeks of the page, as they stand in its table."""
    period = _period(request)
    headings = [
        *(_("Week"), _("First day"), _("Published texts"), _("Published with approved text")),
        *(
            _("Approvals"),
            _("Middle waiting time, hours"),
            _("Sentences worked on"),
            _("Polish words in them"),
        ),
        *(_("Sentences out of the memory"), _("Stopped"), _("Let through"), _("Left as warnings")),
    ]
    rows = (
        [
            *(week.name, week.monday),
            *((week.share.published, week.share.translated) if week.share else (None, None)),
            *(week.approvals, None if week.wait is None else round(week.wait.total_seconds() / 3600, 1)),
            *(week.sentences, week.words, week.remembered),
            *week.fired,
        ]
        for week in quality.weeks(period, quality.firings(period))
    )
    return sheet_response(
        filename="translation-quality.xlsx",
        title=_("Quality of translations"),
        headings=headings,
        rows=rows,
    )


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def quality_checks_export(request: DeskRequest) -> FileResponse:
    """What became of the findings of each check in each week of the page."""
    headings = [
        _("Week"),
        _("First day"),
        _("Check"),
        _("Code"),
        _("Stopped"),
        _("Let through"),
        _("Left as warnings"),
    ]
    rows = (
        [
            quality.name_of(monday),
            monday,
            check.sentence,
            check.code,
            *check.fired,
        ]
        for monday, check in quality.checks_by_week(quality.firings(_period(request)))
    )
    return sheet_response(
        filename="translation-checks.xlsx", title=_("Checks of translations"), headings=headings, rows=rows
    )


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def override_list(request: DeskRequest) -> HttpResponse:
    """What reviewers have let through, with both texts and the reason: where the checks are wrong."""
    rows = Override.objects.visible_to(request.user)
    asked = request.GET.get("check", "")
    check = Check(asked) if asked in SENTENCES else None
    if check:
        rows = rows.filter(code=check.code)
    page = page_of(request, rows.for_list())
    lines = [(override, _said(override)) for override in page]
    context = {"page": page, "lines": lines, "check": check}
    return render(request, "translations/override_list.html", context)


def _said(override: Override) -> str:
    """What the check said of the texts; of a check that is no more, its code."""
    is_known = override.code in SENTENCES
    return Finding(override.code, override.place).sentence if is_known else str(override)


def _period(request: DeskRequest) -> Period:
    return Period.asked(request.GET.get("until", ""))
