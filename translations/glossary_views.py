"""The pages of the glossary: its terms, one term with what a change would do, and the file."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.history import history_of
from pup_portal.http import DeskRequest, page_of
from translations import glossary, glossary_file, glossary_services
from translations.glossary_forms import (
    GlossaryFileForm,
    GlossarySearchForm,
    GlossaryTermForm,
    Renderings,
    typed_wordings,
)
from translations.glossary_services import Wording
from translations.models import GlossaryTerm

IMPACT_PER_PAGE = 20


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def glossary_list(request: DeskRequest) -> HttpResponse:
    form = GlossarySearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "status": ""}
    terms = GlossaryTerm.objects.with_renderings()
    if asked["status"]:
        terms = terms.filter(status=asked["status"])
    if asked["q"]:
        terms = terms.matching(asked["q"], glossary.lemma_keys(asked["q"]))
    context = {
        "page": page_of(request, terms),
        "form": form,
        "words": asked["q"],
        "status": asked["status"],
        "may_edit": request.user.may(Act.REVIEW_TRANSLATIONS),
    }
    return render(request, "translations/glossary_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVIEW_TRANSLATIONS)
def glossary_create(request: DeskRequest) -> HttpResponse:
    return _edit_term(request, GlossaryTerm())


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVIEW_TRANSLATIONS)
def glossary_edit(request: DeskRequest, term_id: UUID) -> HttpResponse:
    return _edit_term(request, get_object_or_404(GlossaryTerm, public_id=term_id))


@require_safe
@requires(Act.SEE_TRANSLATIONS)
def glossary_export(request: DeskRequest) -> StreamingHttpResponse:
    terms = GlossaryTerm.objects.with_renderings().iterator(chunk_size=500)
    response = StreamingHttpResponse(glossary_file.lines(terms), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="glossary.csv"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVIEW_TRANSLATIONS)
def glossary_import(request: DeskRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = GlossaryFileForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    rows = _read(form)
    terms: list[glossary_services.Worded] = [(row.term, row.wordings) for row in rows if row.is_storable]
    if form.is_valid() and terms and "confirmed" in request.POST:
        return _import(request, terms)
    told = glossary_services.foresee(terms=terms)
    flagged = Paginator([item for one in told for item in one.new], IMPACT_PER_PAGE)
    context = {
        "form": form,
        "text": form.cleaned_data.get("text", "") if is_sent else "",
        "page": Paginator(_told(rows), IMPACT_PER_PAGE).get_page(request.POST.get("page")),
        "flagged": flagged.get_page(request.POST.get("impact_page")),
        "is_capped": any(one.is_capped for one in told),
        "is_read": is_sent and form.is_valid(),
        "new_count": sum(row.is_storable and row.is_new for row in rows),
        "changed_count": sum(row.is_storable and not row.is_new for row in rows),
        "fault_count": sum(bool(row.fault) for row in rows),
    }
    return render(request, "translations/glossary_import.html", context)


def _read(form: GlossaryFileForm) -> list[glossary_file.Row]:
    """The rows of the file, none when it cannot be read; the form says why."""
    if form.is_valid():
        try:
            return glossary_file.read(form.cleaned_data["text"])
        except ValidationError as fault:
            form.add_error("file", fault)
    return []


def _told(rows: list[glossary_file.Row]) -> list[glossary_file.Row]:
    """What is wrong first, then what is new or changed; what stays is not told."""
    return sorted((row for row in rows if row.fault or row.changed), key=lambda row: not row.fault)


def _import(request: DeskRequest, terms: list[glossary_services.Worded]) -> HttpResponse:
    count = glossary_services.import_terms(terms=terms, by=request.user)
    told = ngettext("%(count)s term is stored.", "%(count)s terms are stored.", count)
    messages.success(request, told % {"count": count})
    return redirect("translations:glossary-list")


def _edit_term(request: DeskRequest, term: GlossaryTerm) -> HttpResponse:
    form = GlossaryTermForm(request.POST or None, instance=term)
    stored = list(term.renderings.values("text", "kind", "note")) if term.pk else []
    renderings = Renderings(request.POST or None, initial=stored, prefix="renderings")
    told = None
    if form.is_valid() and renderings.is_valid():
        wordings = [Wording(*row) for row in typed_wordings(renderings)]
        if "confirmed" not in request.POST:
            (told,) = glossary_services.foresee(terms=[(form.instance, wordings)])
        if told is None or not told.new:
            return _save_term(request, form, renderings, wordings)
    flagged = Paginator(told.new if told else [], IMPACT_PER_PAGE)
    context = {
        "form": form,
        "renderings": renderings,
        "term": term,
        "is_capped": told.is_capped if told else False,
        "flagged": flagged.get_page(request.POST.get("impact_page")),
        "history": history_of(request, term) if term.pk else None,
    }
    return render(request, "translations/glossary_term.html", context)


def _save_term(
    request: DeskRequest, form: GlossaryTermForm, renderings: object, wordings: list[Wording]
) -> HttpResponse:
    try:
        glossary_services.save_term(term=form.instance, wordings=wordings, by=request.user)
    except glossary_services.TermExists as refusal:
        form.add_error("pl", str(refusal))
        context = {"form": form, "renderings": renderings, "term": form.instance}
        empty = {"is_capped": False, "flagged": None, "history": None}
        return render(request, "translations/glossary_term.html", context | empty)
    messages.success(request, _("The term is saved."))
    return redirect("translations:glossary-list")
