"""The page on which developers see every component of the portal's looks in use, with its markup."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest


class ExampleForm(forms.Form):
    name = forms.CharField(label="First name and surname", help_text="As in the passport.")
    starts_at = forms.DateTimeField(
        label="Date and time",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    contract = forms.ChoiceField(label="Contract", choices=[("", "Choose"), ("uop", "Employment contract")])
    shift = forms.ChoiceField(label="Shift", choices=[("1", "Day"), ("2", "Night")], widget=forms.RadioSelect)
    lodging = forms.BooleanField(label="Lodging is offered", required=False)
    notes = forms.CharField(label="Notes", widget=forms.Textarea, required=False)


@dataclass(frozen=True)
class Component:
    """``name`` is that of its template under desk/components/; ``usage`` says when to take it."""

    name: str
    title: str
    usage: str


COMPONENTS = (
    Component("head", "Head of a page", "The title, and what can be done with the whole page, on one line."),
    Component(
        "buttons", "Buttons", "One primary button on a page; what follows from it, outlined; harm, red."
    ),
    Component("tags", "Status tags", "A state in one or two words. The word says it; the colour only helps."),
    Component(
        "messages",
        "Messages",
        "After an action: messages.success(request, …). Errors are read aloud at once.",
    ),
    Component(
        "insets", "Insets and warnings", "A sentence beside the text; a warning only where harm is possible."
    ),
    Component(
        "form",
        "Form with errors",
        "_error_summary.html above the form; crispy draws fields, hints and errors.",
    ),
    Component("summary", "Summary list", "The facts of one record. Each pair stands in a <div>."),
    Component(
        "pair", "Side by side", "One text in two languages; lang on each side. Under each other on a phone."
    ),
    Component(
        "cards", "Cards", "Offers, meetings and CVs in lists people choose from. The link is the title."
    ),
    Component("tasks", "Task list", "What is to be done, with its state."),
    Component("figures", "Figures", "A few numbers that lead to their lists."),
    Component("table", "Table", "Rows to compare. On a phone each row becomes a block, named by data-label."),
    Component(
        "table_wide", "Wide table", "When rows must stay rows: it scrolls in its own region, by keyboard too."
    ),
    Component("timeline", "Timeline", "What happened to a record, newest first."),
    Component("filters", "Search and filters", "GET forms; the address is the state. Facets are links."),
    Component("steps", "Steps and progress", "Where one is in a longer job."),
    Component("pages", "Pagination", "_pagination.html with page=page_of(…). Keeps the other parameters."),
    Component("empty", "Empty state", "_empty.html: what is not there, why, and what to do about it."),
    Component("panel", "Panel and details", "A group apart; details for what few need."),
)


def _example_context() -> dict[str, object]:
    return {
        "form": ExampleForm({"name": "", "starts_at": ""}),
        "page": Paginator(range(95), per_page=25).page(2),
        "title": "No client fits the search",
        "text": "Try the other spelling, or a phone number.",
        "action": "Register a client",
        "action_url": "#empty",
    }


@require_safe
@requires(Act.USE_DESK)
def component_list(request: DeskRequest) -> HttpResponse:
    context = _example_context()
    shown = [
        (component, render_to_string(f"desk/components/{component.name}.html", context, request))
        for component in COMPONENTS
    ]
    return render(request, "desk/component_list.html", {"components": shown})
