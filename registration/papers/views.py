"""Desk pages about papers filled in on a person's behalf."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access_log import AccessKind
from accounts.permissions import Act, requires
from documents.models import Document
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, sent_key
from pup_portal.throttling import member_of_staff, rate_limited
from registration.closing import closed_because
from registration.models import Client, Paper, PaperPurpose, PaperSet
from registration.models.papers import plain_token
from registration.opening import opened, sent_back
from registration.papers import proposing, services
from registration.papers.forms import ReadBackForm, SetForm, SignForm, VoidForm
from registration.papers.services import ReadBack

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Page:
    """A page with one form about a paper or a set."""

    title: Promise
    intro: Promise
    button: Promise
    done: Promise


READ_BACK = Page(
    title=gettext_lazy("Read back to the person"),
    intro=gettext_lazy(
        "Read the Ukrainian column aloud from the print, then write down what the person said."
    ),
    button=gettext_lazy("Save"),
    done=gettext_lazy("It is written down that the paper was read back."),
)
SIGN = Page(
    title=gettext_lazy("Attach the signed paper"),
    intro=gettext_lazy(
        "Scan or photograph every page with the signatures. The file is kept with the record."
    ),
    button=gettext_lazy("Attach and mark as signed"),
    done=gettext_lazy("The signed paper is attached."),
)
VOID = Page(
    title=gettext_lazy("Make the paper void"),
    intro=gettext_lazy(
        "A void paper stays on the list with its reason. It cannot be signed or made valid again."
    ),
    button=gettext_lazy("Make void"),
    done=gettext_lazy("The paper is void."),
)


@require_safe
@requires(Act.SEE_PAPERS)
def paper_list(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    page = page_of(request, Paper.objects.visible_to(request.user).filter(client=client).for_list())
    context = {"client": client, "page": page, "may_edit": _may_edit(request, client)}
    return render(request, "registration/papers/paper_list.html", context)


@GET_POST
@requires(Act.EDIT_PAPERS)
def paper_new(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """Choose the purpose, see the papers it takes, fill them in."""
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    asked = request.POST.get("purpose", "") or request.GET.get("purpose", "")
    purpose = proposing.purpose_of(client, asked)
    proposals = proposing.offered(purpose, timezone.localdate())
    form = SetForm(request.POST if request.method == "POST" else None, proposals=proposals)
    if form.is_valid():
        try:
            made = services.make_set(
                client=client,
                purpose=purpose,
                versions=form.cleaned_data["papers"],
                by=request.user,
                public_id=sent_key(request),
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The papers are filled in."))
            return redirect(made)
    context = {
        "client": client,
        "form": form,
        "purpose": purpose,
        "purposes": PaperPurpose,
        "key": sent_key(request),
    }
    return render(request, "registration/papers/paper_new.html", context)


@require_safe
@requires(Act.SEE_PAPERS)
def paper_set(request: DeskRequest, client_id: UUID, set_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _set_of(client, set_id)
    papers = list(held.papers.for_list().order_by("position", "pk"))
    context = {
        "client": client,
        "set": held,
        "papers": papers,
        "printed": Document.objects.about(held).for_list()[:5],
        "may_edit": _may_edit(request, client),
        "has_unsigned": any(paper.is_unsigned for paper in papers),
        "unfinished": [paper for paper in papers if not paper.is_final and not paper.is_void],
    }
    return render(request, "registration/papers/paper_set.html", context)


@require_safe
@requires(Act.SEE_PAPERS)
def paper(request: DeskRequest, client_id: UUID, paper_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _paper_of(client, paper_id)
    context = {
        "client": client,
        "paper": held,
        "printed": Document.objects.about(held).for_list()[:5],
        "newer": held.superseded_by.order_by("-pk").first(),
        "may_edit": _may_edit(request, client),
        "may_sign": held.may_become(Paper.State.SIGNED) and held.is_final,
        "may_void": held.may_become(Paper.State.VOID),
    }
    return render(request, "registration/papers/paper.html", context)


@require_POST
@requires(Act.SEE_PAPERS)
@rate_limited("print-paper", limit=60, seconds=600, by=member_of_staff)
def paper_print(request: DeskRequest, client_id: UUID, paper_id: UUID) -> HttpResponse:
    client = opened(request, client_id, kind=AccessKind.PRINT)
    return redirect(services.order_print(of=_paper_of(client, paper_id), by=request.user))


@require_POST
@requires(Act.SEE_PAPERS)
@rate_limited("print-paper", limit=60, seconds=600, by=member_of_staff)
def paper_set_print(request: DeskRequest, client_id: UUID, set_id: UUID) -> HttpResponse:
    client = opened(request, client_id, kind=AccessKind.PRINT)
    return redirect(services.order_print(of=_set_of(client, set_id), by=request.user))


@GET_POST
@requires(Act.EDIT_PAPERS)
def paper_read_back(request: DeskRequest, client_id: UUID, paper_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _paper_of(client, paper_id)
    return _read_back_page(request, client, held, [held])


@GET_POST
@requires(Act.EDIT_PAPERS)
def paper_set_read_back(request: DeskRequest, client_id: UUID, set_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _set_of(client, set_id)
    return _read_back_page(request, client, held, _unsigned(held))


@GET_POST
@requires(Act.EDIT_PAPERS)
@rate_limited("upload", limit=120, seconds=600, by=member_of_staff)
def paper_sign(request: DeskRequest, client_id: UUID, paper_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _paper_of(client, paper_id)
    return _sign_page(request, client, held, [held])


@GET_POST
@requires(Act.EDIT_PAPERS)
@rate_limited("upload", limit=120, seconds=600, by=member_of_staff)
def paper_set_sign(request: DeskRequest, client_id: UUID, set_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _set_of(client, set_id)
    return _sign_page(request, client, held, _unsigned(held))


@GET_POST
@requires(Act.EDIT_PAPERS)
def paper_void(request: DeskRequest, client_id: UUID, paper_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    held = _paper_of(client, paper_id)

    def save(form: VoidForm) -> None:
        services.void_paper(paper=held, reason=form.cleaned_data["reason"], by=request.user)

    form = VoidForm(request.POST or None)
    return _form_page(request, held, [held], form, VOID, save)


@require_safe
@requires(Act.SEE_PAPERS)
def card(request: DeskRequest, card_code: str) -> HttpResponse:
    """The page of a personal card's code: leads to the person, if the card holds and the reader may see them."""
    held = get_object_or_404(
        Paper.objects.visible_to(request.user).exclude(state=Paper.State.VOID).select_related("client"),
        token=plain_token(card_code),
    )
    opened(request, held.client.public_id)
    return redirect(held.client)


def _read_back_page(
    request: DeskRequest, client: Client, held: Paper | PaperSet, papers: Sequence[Paper]
) -> HttpResponse:

    def save(form: ReadBackForm) -> None:
        services.record_read_back(papers=papers, read_back=ReadBack(**form.cleaned_data), by=request.user)

    form = ReadBackForm(request.POST or None, initial={"language": client.contact_language})
    return _form_page(request, held, papers, form, READ_BACK, save)


def _sign_page(
    request: DeskRequest, client: Client, held: Paper | PaperSet, papers: Sequence[Paper]
) -> HttpResponse:

    def save(form: SignForm) -> None:
        services.sign_papers(
            papers=papers, file=form.chosen, signed_on=form.cleaned_data["signed_on"], by=request.user
        )

    form = SignForm(request.POST or None, request.FILES or None)
    return _form_page(request, held, papers, form, SIGN, save)


def _form_page(
    request: DeskRequest,
    held: Paper | PaperSet,
    papers: Sequence[Paper],
    form: Any,
    page: Page,
    save: Callable[[Any], None],
) -> HttpResponse:
    if back := sent_back(request, held.client):
        return back
    if not papers:  # sent twice, or done by a colleague meanwhile
        return redirect(held)
    if form.is_valid() and _saved(form, save):
        messages.success(request, str(page.done))
        return redirect(held)
    context = {"client": held.client, "held": held, "form": form, "page": page}
    return render(request, "registration/papers/paper_form.html", context)


def _saved(form: forms.Form, save: Callable[[Any], None]) -> bool:
    """Whether what the form says is stored; a refusal stands on it otherwise."""
    try:
        save(form)
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _paper_of(client: Client, paper_id: UUID) -> Paper:
    return get_object_or_404(Paper.objects.for_page(), client=client, public_id=paper_id)


def _set_of(client: Client, set_id: UUID) -> PaperSet:
    return get_object_or_404(
        PaperSet.objects.select_related("client", "made_by"), client=client, public_id=set_id
    )


def _unsigned(held: PaperSet) -> list[Paper]:
    """What of a set can still be read back and signed."""
    return list(held.papers.for_page().unsigned().order_by("position", "pk"))


def _may_edit(request: DeskRequest, client: Client) -> bool:
    return request.user.may(Act.EDIT_PAPERS) and not closed_because(client)
