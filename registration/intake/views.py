"""Desk pages of the full intake: the task list of a person, and one section at a time."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_key
from pup_portal.tracking import saved_by_page
from registration import names
from registration.intake import services
from registration.intake.answers import Answers, answers_of
from registration.intake.asking import asked_in, hidden_codes, sections_asked
from registration.intake.forms import SectionForm, initial_of
from registration.intake.progress import progress_of
from registration.intake.required import missing_for, sets_on
from registration.intake.sections import CONSENTS, SECTIONS, Question, Section
from registration.intake.services import Seen
from registration.locking import NotEditable
from registration.models import Client
from registration.opening import opened, sent_back
from registration.services import PeselTaken

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(Act.EDIT_CLIENTS)
def intake(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """The task list: every section with what is still missing in it for what the person comes for."""
    client = opened(request, client_id)
    answers, sets, today = answers_of(client), sets_on(timezone.localdate()), timezone.localdate()
    purpose = answers.intake.purpose
    missing = missing_for(client, purpose, today, answers=answers, required=sets.get(purpose))
    asked = sections_asked(answers, hidden=hidden_codes(), sets=sets)
    context = {
        "client": client,
        "answers": answers,
        "parts": progress_of(answers, asked, missing),
        "missing": missing,
        "rule": sets[purpose].rule if purpose in sets else None,
    }
    return render(request, "registration/intake/intake.html", context)


@GET_POST
@requires(Act.EDIT_CLIENTS)
@vary_on_headers("HX-Request")
def section(request: DeskRequest, client_id: UUID, key: str) -> HttpResponse:
    """One section. Posted by htmx it is saved as far as it is right; posted by a button it also goes on."""
    part = _section(key)
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    answers = answers_of(client)
    asked = _asked(part, answers)
    if request.method != "POST":
        form = SectionForm(client, answers.intake, asked)
        return _page(request, answers, part, form, seen=_versions(answers))
    form = SectionForm(client, answers.intake, asked, request.POST)
    if "suggest" in request.POST:
        return _page(request, answers, part, _with_latin(request, answers, asked), seen=_seen(request))
    return (
        _saved_alone(request, answers, part, form) if request.htmx else _saved(request, answers, part, form)
    )


def _saved(request: DeskRequest, answers: Answers, part: Section, form: SectionForm) -> HttpResponse:
    """Store the whole section and go on to the next, or show what is wrong with nothing lost."""
    if not form.is_valid():
        return _page(request, answers, part, form, seen=_seen(request))
    try:
        _store(request, answers.client, form)
    except services.Clashing as clash:
        return _clash_page(request, answers, part, clash)
    except (PeselTaken, NotEditable) as refusal:
        form.add_error("pesel" if isinstance(refusal, PeselTaken) else None, str(refusal))
        return _page(request, answers, part, form, seen=_seen(request))
    messages.success(request, _("Saved."))
    following = _following(part)
    if "stay" in request.POST or following is None:
        return redirect("registration:intake", answers.client.public_id)
    return redirect("registration:intake-section", answers.client.public_id, following.key)


def _saved_alone(request: DeskRequest, answers: Answers, part: Section, form: SectionForm) -> HttpResponse:
    """Store what is right while the person of the desk goes on typing; the page keeps every word of theirs."""
    form.is_valid()
    problems, seen, clashes = form.problems(), _seen(request), []
    try:
        client = _store(request, answers.client, form)
    except services.Clashing as clash:
        clashes = clash.clashes
    except (PeselTaken, NotEditable) as refusal:
        problems = [*problems, str(refusal)]
    else:
        answers = answers_of(_fresh(client))
        seen = _versions(answers)
    context = {
        "client": answers.client,
        "seen": seen,
        "problems": problems,
        "clashes": clashes,
        "now": timezone.localtime(),
        "warns": _warns(answers, part),
        "suggested": names.to_latin(answers.client.cyrillic_name),
    }
    return render(request, "registration/intake/_saved.html", context)


def _store(request: DeskRequest, client: Client, form: SectionForm) -> Client:
    of_client, of_intake = form.values()
    with saved_by_page(page_key(request)):
        return services.save_section(
            client=client,
            of_client=of_client,
            of_intake=of_intake,
            seen=_seen(request),
            by=request.user,
            reason=form.reason,
        )


def _clash_page(
    request: DeskRequest, answers: Answers, part: Section, clash: services.Clashing
) -> HttpResponse:
    """What the others saved beside what was typed; saving again stores what then stands there."""
    fresh = answers_of(_fresh(answers.client))
    form = SectionForm(fresh.client, fresh.intake, _asked(part, fresh), initial=initial_of(clash.joined))
    return _page(request, fresh, part, form, seen=_versions(fresh), clashes=clash.clashes, status=409)


def _page(  # noqa: PLR0913 - what stands on the page, each by its name
    request: DeskRequest,
    answers: Answers,
    part: Section,
    form: SectionForm,
    *,
    seen: Seen,
    clashes: Any = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "client": answers.client,
        "intake": answers.intake,
        "part": part,
        "form": form,
        "seen": seen,
        "page_key": uuid4(),
        "clashes": clashes,
        "lists": [(question, getattr(answers.client, question.code).for_list()) for question in form.lists],
        "following": _following(part),
        "warns": _warns(answers, part),
        "suggested": names.to_latin(answers.client.cyrillic_name),
    }
    return render(request, "registration/intake/section.html", context, status=status)


def _section(key: str) -> Section:
    if key not in SECTIONS or key == CONSENTS:
        raise Http404
    return SECTIONS[key]


def _asked(part: Section, answers: Answers) -> list[Question]:
    return asked_in(part, answers, hidden=hidden_codes(), sets=sets_on(timezone.localdate()))


def _following(part: Section) -> Section | None:
    """The section after ``part``; consents have pages of their own."""
    keys = [key for key in SECTIONS if key != CONSENTS]
    place = keys.index(part.key) + 1
    return SECTIONS[keys[place]] if place < len(keys) else None


def _fresh(client: Client) -> Client:
    return Client.objects.for_card().get(pk=client.pk)


def _versions(answers: Answers) -> Seen:
    return Seen(client=answers.client.version, intake=answers.intake.version if answers.intake.pk else 0)


def _seen(request: DeskRequest) -> Seen:
    """The versions that the sent page showed; what it does not say is no version of anything."""
    return Seen(client=_number(request, "seen_client"), intake=_number(request, "seen_intake"))


def _number(request: DeskRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1


def _warns(answers: Answers, part: Section) -> bool:
    """Whether the two spellings of the name deserve a second look here."""
    client = answers.client
    return part.key == "identity" and names.is_mismatch(client.cyrillic_name, client.latin_name)


def _with_latin(request: DeskRequest, answers: Answers, asked: list[Question]) -> SectionForm:
    """What was typed, with the empty Latin names filled from the Cyrillic ones."""
    typed = request.POST.copy()
    for name in ("surname", "given_names"):
        if not typed.get(f"{name}_latin", "").strip():
            typed[f"{name}_latin"] = names.to_latin(typed.get(f"{name}_cyrillic", "").strip()[:120])
    return SectionForm(answers.client, answers.intake, asked, typed)
