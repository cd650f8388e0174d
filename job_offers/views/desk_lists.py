"""The desk's list of offers: what it shows, what is done with many at once, what is kept and taken along."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from job_offers.desk_lists import sheet, work_lists
from job_offers.desk_lists.acts import BulkAct, acts_of
from job_offers.desk_lists.queries import kept_query
from job_offers.desk_lists.work_lists import WorkList
from job_offers.forms.desk_list import BulkForm, DeleteFilterForm, OfferFilterForm, SaveFilterForm
from job_offers.models import Offer, OfferQuerySet, SavedFilter
from job_offers.services import bulk, saved_filters
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from pup_portal.sheets import sheet_response
from translations.models import Translation


@require_safe
@vary_on_headers("HX-Request")
@requires(Act.SEE_OFFERS)
def offer_list(request: DeskRequest) -> HttpResponse:
    form = OfferFilterForm(request.GET)
    page = page_of(request, _asked(request, form).for_list())
    statuses = Translation.objects.for_subjects(Offer, (offer.pk for offer in page))
    context = {
        "page": page,
        "listed": [(offer, statuses.get(offer.pk)) for offer in page],
        "form": form,
        "query": kept_query(request.GET),
        "acts": [(act.value, act.label) for act in acts_of(request.user)],
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    if request.htmx:
        return render(request, "job_offers/offer_list.html#rows", context)
    own = SavedFilter.objects.visible_to(request.user)
    return render(request, "job_offers/offer_list.html", context | {"lists": _lists(request), "saved": own})


@require_safe
@requires(Act.SEE_OFFERS)
def offer_export(request: DeskRequest) -> FileResponse:
    """What the list shows, as a sheet, up to a bound that the sheet names."""
    asked = _asked(request, OfferFilterForm(request.GET)).for_sheet()
    rows = list(asked[: sheet.MOST_EXPORTED + 1])
    shown = rows[: sheet.MOST_EXPORTED]
    statuses = Translation.objects.for_subjects(Offer, (offer.pk for offer in shown))
    return sheet_response(
        filename="offers.xlsx",
        title=_("Job offers"),
        headings=sheet.headings(),
        rows=sheet.rows(shown, statuses, is_cut=len(rows) > len(shown)),
    )


@require_POST
@requires(Act.PUBLISH_OFFERS)
def offer_bulk(request: DeskRequest) -> HttpResponse:
    acts = [(act.value, act.label) for act in acts_of(request.user)]
    form = BulkForm(request.POST, acts=acts)
    if not form.is_valid():
        messages.error(request, _("Choose offers, and what to do with them."))
        return redirect(_list_address(form.cleaned_data.get("back", "")))
    offers = Offer.objects.visible_to(request.user).filter(public_id__in=form.cleaned_data["offer"])
    try:
        outcomes = bulk.act_on_many(
            offers=offers.for_list(),
            act=BulkAct(form.cleaned_data["act"]),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        _tell(request, outcomes)
    return redirect(_list_address(form.cleaned_data["back"]))


@require_POST
@requires(Act.SEE_OFFERS)
def filter_save(request: DeskRequest) -> HttpResponse:
    form = SaveFilterForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the filter a name."))
        return redirect("job_offers:offer-list")
    try:
        kept = saved_filters.save_filter(owner=request.user, **form.cleaned_data)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(_list_address(form.cleaned_data["query"]))
    messages.success(request, _("The filter is saved."))
    return redirect(kept)


@require_POST
@requires(Act.SEE_OFFERS)
def filter_delete(request: DeskRequest) -> HttpResponse:
    form = DeleteFilterForm(request.POST)
    own = SavedFilter.objects.visible_to(request.user)
    kept = own.filter(public_id=form.cleaned_data["kept"]).first() if form.is_valid() else None
    if kept is None:
        messages.error(request, _("This filter is no longer there."))
    else:
        saved_filters.delete_filter(kept=kept)
        messages.success(request, _("The filter is deleted."))
    return redirect("job_offers:offer-list")


def _asked(request: DeskRequest, form: OfferFilterForm) -> OfferQuerySet:
    form.is_valid()
    asked = dict(form.cleaned_data)
    work = asked.pop("work", "")
    rows = Offer.objects.visible_to(request.user).asked(**asked)
    return work_lists.waiting(rows, work, timezone.localdate())


def _lists(request: DeskRequest) -> list[tuple[str, str, int, bool]]:
    """The work lists: their key, name, how many wait, and whether it is the one that is shown."""
    counts = work_lists.counts(Offer.objects.visible_to(request.user), timezone.localdate())
    asked = request.GET.get("work")
    return [(work.value, str(work.label), counts[work], work.value == asked) for work in WorkList]


def _tell(request: DeskRequest, outcomes: list[bulk.Outcome]) -> None:
    done = sum(not outcome.refusal for outcome in outcomes)
    if done:
        text = ngettext("Done with %(count)s offer.", "Done with %(count)s offers.", done)
        messages.success(request, text % {"count": done})
    for outcome in outcomes:
        if outcome.refusal:
            messages.warning(request, f"{outcome.offer}: {outcome.refusal}")


def _list_address(query: str) -> str:
    address = reverse("job_offers:offer-list")
    return f"{address}?{query}" if query else address
