"""What the pages of the settings have in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from accounts.permissions import Act
from pup_portal.conflicts import Clash
from pup_portal.db import DomainError
from pup_portal.history import version_of
from pup_portal.http import DeskRequest, seen_version
from reference import conflicts
from reference.services import ChangedMeanwhile


@dataclass(frozen=True)
class FormPage:
    """A page with one form: its title, where it leads back to, and the sentence after saving.

    ``template`` and ``more``, what it needs besides, are for pages that set their form themselves.
    """

    title: str | Promise
    back: str
    saved: str | Promise
    intro: str | Promise = ""
    history: str = ""
    version: int = 0
    template: str = "reference/form_page.html"
    more: Mapping[str, Any] = field(default_factory=dict)


def form_page(
    request: DeskRequest, form: forms.BaseForm, page: FormPage, *, save: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Show ``form`` for a new record; once it is right, ``save`` its values. A ``DomainError`` becomes its error."""
    if form.is_valid():
        try:
            save(form.cleaned_data)
        except ChangedMeanwhile:
            raise
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(page.saved))
            return redirect(page.back)
    return show_form(request, form, page)


def change_page(
    request: DeskRequest,
    form: forms.ModelForm,
    page: FormPage,
    *,
    save: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """The same for a record that is there: ``save`` also gets the ``seen_version``, and may find it is not the last."""
    version = seen_version(request) if form.is_bound else version_of(form.instance)
    try:
        return form_page(
            request,
            form,
            replace(page, version=version),
            save=lambda values: save(values | {"seen_version": version}),
        )
    except ChangedMeanwhile as other:
        return _clash_page(request, form, replace(page, version=version_of(other.record)), other.record)


def show_form(
    request: DeskRequest, form: forms.BaseForm, page: FormPage, clashes: Sequence[Clash] = ()
) -> HttpResponse:
    context = {**page.more, "form": form, "page": page, "clashes": clashes}
    return render(request, page.template, context, status=409 if clashes else 200)


def _clash_page(
    request: DeskRequest, typed: forms.ModelForm, page: FormPage, current: models.Model
) -> HttpResponse:
    """Show what the other person saved beside what was typed; saving again stores what then stands there."""
    mine = {name: value for name, value in typed.cleaned_data.items() if name in (typed._meta.fields or ())}
    joined, clashes = conflicts.reconcile(current, seen_version(request), mine)
    for name, value in joined.items():
        setattr(current, name, value)  # shown, not saved
    aside = {name: value for name, value in typed.cleaned_data.items() if name not in mine}
    return show_form(request, type(typed)(instance=current, initial=aside), page, clashes)


def may_edit(request: DeskRequest) -> bool:
    return request.user.may(Act.EDIT_SETTINGS)
