"""The office profile and the index of the settings."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.db import DomainError
from pup_portal.history import history_of
from pup_portal.http import DeskRequest
from reference import logo, services
from reference.forms.office import (
    AccessibilityForm,
    ContactForm,
    HotlineForm,
    LogoForm,
    PrivacyForm,
    TranslationsForm,
)
from reference.models import OfficeProfile
from reference.views.pages import FormPage, change_page, may_edit, show_form

SECTIONS: dict[str, tuple[object, type[forms.ModelForm]]] = {
    "contact": (_("Name and contact"), ContactForm),
    "hotline": (_("Hotline and languages"), HotlineForm),
    "privacy": (_("Privacy"), PrivacyForm),
    "accessibility": (_("Accessibility statement"), AccessibilityForm),
    "translations": (_("Translations"), TranslationsForm),
}


@require_safe
@requires(Act.SEE_SETTINGS)
def settings_index(request: DeskRequest) -> HttpResponse:
    cards = [
        (
            _("Office"),
            _("Name, address, phones, logo, and the texts of the public pages."),
            "reference:office",
        ),
        (_("Staff"), _("Who works here, in which role, and who may sign in."), "accounts:staff-list"),
        (_("Places"), _("Gminas of the county, with names in two languages."), "reference:place-list"),
        (_("Accommodations"), _("Hotels and centres where refugees live."), "reference:accommodation-list"),
        (
            _("Occupations"),
            _("The national classification, and loading a new edition."),
            "reference:occupation-list",
        ),
        (
            _("Vocabularies"),
            _("Coded values of offers: contracts, shifts, licences."),
            "reference:vocabulary-list",
        ),
        (
            _("Legal rules"),
            _("Minimum wage, deadlines: values and the days they hold."),
            "reference:rule-list",
        ),
        (
            _("Paper templates"),
            _("What people sign: sections and wording in two languages, with the days they are in force."),
            "paper_templates:list",
        ),
        (
            _("Translation engines"),
            _("Machines that draft Ukrainian: which are on, what they may spend, how they do."),
            "translations:engine-list",
        ),
        (
            _("Questions of the intake"),
            _("What is asked when a person is taken in, and what the rules of today ask for."),
            "intake_settings:questions",
        ),
        (
            _("Retention"),
            _("How long records are kept, and what falls due next month."),
            "retention:overview",
        ),
        (
            _("Texts of consents"),
            _("What people are asked to agree to, in two languages, from which day."),
            "consents:text-list",
        ),
        (
            _("Wording of the sign"),
            _("What the sign at a workplace says, in two languages, from which day."),
            "sign_texts:text-list",
        ),
    ]
    shown = [{"title": title, "text": text, "url": reverse(name)} for title, text, name in cards]
    return render(request, "reference/settings.html", {"cards": shown})


@require_safe
@requires(Act.SEE_SETTINGS)
def office(request: DeskRequest) -> HttpResponse:
    profile = OfficeProfile.objects.current()
    context = {
        "profile": profile,
        "sections": [(section, title) for section, (title, _form) in SECTIONS.items()],
        "logo_form": LogoForm(),
        "may_edit": may_edit(request),
    }
    return render(request, "reference/office.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_SETTINGS)
def office_edit(request: DeskRequest, section: str) -> HttpResponse:
    if section not in SECTIONS:
        raise Http404
    title, form_class = SECTIONS[section]
    form = form_class(request.POST or None, instance=OfficeProfile.objects.current())
    page = FormPage(str(title), reverse("reference:office"), _("The office profile is saved."))
    return change_page(request, form, page, save=lambda values: services.edit_office(**values))


@require_POST
@requires(Act.EDIT_SETTINGS)
def logo_set(request: DeskRequest) -> HttpResponse:
    form = LogoForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            services.set_logo(image=logo.redrawn(form.cleaned_data["logo"]))
        except DomainError as error:
            form.add_error("logo", str(error))
        else:
            messages.success(request, _("The logo is saved."))
            return redirect("reference:office")
    page = FormPage(_("Logo"), reverse("reference:office"), "")
    return show_form(request, form, page)


@require_POST
@requires(Act.EDIT_SETTINGS)
def logo_remove(request: DeskRequest) -> HttpResponse:
    services.remove_logo()
    messages.success(request, _("The logo is removed."))
    return redirect("reference:office")


@require_safe
@requires(Act.SEE_SETTINGS)
def office_history(request: DeskRequest) -> HttpResponse:
    context = {
        "title": _("Office"),
        "back": reverse("reference:office"),
        "history": history_of(request, OfficeProfile.objects.current()),
    }
    return render(request, "reference/history.html", context)
