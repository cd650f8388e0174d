"""What the pages of the settings have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from accounts.permissions import Act
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest


@dataclass(frozen=True)
class FormPage:
    """A page with one form: its title, where it leads back to, and the sentence after saving."""

    title: str | Promise
    back: str
    saved: str | Promise
    intro: str | Promise = ""
    history: str = ""


def form_page(
    request: DeskRequest, form: forms.BaseForm, page: FormPage, *, save: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Show ``form``; once it is right, ``save`` its values. A ``DomainError`` becomes its error."""
    if form.is_valid():
        try:
            save(form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(page.saved))
            return redirect(page.back)
    return render(request, "reference/form_page.html", {"form": form, "page": page})


def may_edit(request: DeskRequest) -> bool:
    return request.user.may(Act.EDIT_SETTINGS)
