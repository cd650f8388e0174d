"""The coded values of offers and profiles."""

from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from reference import services
from reference.forms.lookups import TermForm, TermLabelsForm
from reference.models import Term, Vocabulary
from reference.views.pages import FormPage, change_page, form_page, may_edit


@require_safe
@requires(Act.SEE_SETTINGS)
def vocabulary_list(request: DeskRequest) -> HttpResponse:
    active = Count("pk", filter=Q(is_active=True))
    counts = dict(Term.objects.order_by().values_list("vocabulary").annotate(active=active))
    rows = [
        {"code": item.value, "label": item.label, "count": counts.get(item.value, 0)} for item in Vocabulary
    ]
    return render(request, "reference/vocabulary_list.html", {"rows": rows})


@require_safe
@requires(Act.SEE_SETTINGS)
def term_list(request: DeskRequest, vocabulary: str) -> HttpResponse:
    context = {
        "vocabulary": _known(vocabulary),
        "page": page_of(request, Term.objects.of(vocabulary)),
        "may_edit": may_edit(request),
    }
    return render(request, "reference/term_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def term_create(request: DeskRequest, vocabulary: str) -> HttpResponse:
    page = FormPage(
        _("New entry: %(vocabulary)s") % {"vocabulary": _known(vocabulary).label},
        reverse("reference:term-list", args=[vocabulary]),
        _("The entry is saved."),
    )
    form = TermForm(request.POST or None)
    return form_page(
        request, form, page, save=lambda values: services.add_record(Term, vocabulary=vocabulary, **values)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def term_edit(request: DeskRequest, public_id: UUID) -> HttpResponse:
    term = get_object_or_404(Term, public_id=public_id)
    page = FormPage(
        term.name,
        reverse("reference:term-list", args=[term.vocabulary]),
        _("The entry is saved."),
        history=reverse("reference:record-history", args=["term", public_id]),
    )
    form = TermLabelsForm(request.POST or None, instance=term)
    return change_page(request, form, page, save=lambda values: services.change_record(term, **values))


def _known(vocabulary: str) -> Vocabulary:
    if vocabulary not in Vocabulary.values:
        raise Http404
    return Vocabulary(vocabulary)
