"""How the choices of a form are written where there are dozens of them: in one go, not value by value."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


class Choice(Protocol):
    @property
    def value(self) -> str: ...
    @property
    def selected(self) -> str: ...
    @property
    def text(self) -> str: ...


@register.filter
def as_options(choices: Iterable[Choice]) -> SafeString:
    """The ``option`` elements of a ``select``."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((choice.value, choice.selected, choice.text) for choice in choices),
    )
