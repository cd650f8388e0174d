"""How titles are set: a pair such as "Operator/operatorka" may break behind its stroke, and nowhere else first."""

from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def breakable(title: Any) -> SafeString:
    return mark_safe(conditional_escape(title).replace("/", "/<wbr>"))  # noqa: S308 - escaped right here
